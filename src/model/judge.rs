//! Checks a request against the rules of its row and the body of its model: its members, its closed lists, and the rules
//! over several of them.

use super::Entry;
use super::pack::{
    ALL, ANY, AREA, COUNT, DIFFER, EVEN, HAS, HOLDS, IS, LIKE, LONGER, NOT, RATIO, REMAINDER,
    STARTS, SUM, TALLY, THIN, TYPE, WITHIN, WORDY,
};
use crate::check::{self, Problem, Report};
use crate::json::{self, Value};
use crate::operation::{At, Operation};
use crate::packed::{Fields, Reader};
use crate::scan;
use crate::text;
use crate::text::length;
use std::sync::OnceLock;

/// The bodies that a host has loaded, where none are linked in.
static LOADED: OnceLock<&'static [u8]> = OnceLock::new();

/// Gives the core the bodies of all models, as the package's `models.js` holds them.
pub fn install(bytes: Vec<u8>) {
    LOADED.get_or_init(|| Vec::leak(bytes));
}

/// The bodies that an operation takes; all of them where none is named.
fn all(operation: &str) -> Entries<'_> {
    #[cfg(feature = "models")]
    let linked = crate::models::PACKED;
    #[cfg(not(feature = "models"))]
    let linked = &[];
    let rest = Reader::new(LOADED.get().copied().unwrap_or(linked));
    Entries { rest, operation }
}

struct Entries<'a> {
    rest: Reader,
    operation: &'a str,
}

impl Iterator for Entries<'_> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        let (mut reader, operations) = loop {
            if self.rest.is_empty() {
                return None;
            }
            let mut reader = Reader::new(self.rest.block());
            let operations = reader.text();
            // There are many: what is not wanted is not read further.
            if self.operation.is_empty() || is_line(operations, self.operation) {
                break (reader, operations);
            }
        };
        let models = reader.text();
        let (family, kind) = (reader.text(), reader.text());
        let flags = reader.byte();
        Some(Entry {
            family,
            kind,
            operations,
            models,
            closed: flags & 1 != 0,
            uniform_only: flags & 2 != 0,
            fields: Fields::new(reader.block()),
            rules: reader.block(),
            ports: Reader::new(reader.block()),
            asks: reader.block(),
            defaults: reader.text(),
        })
    }
}

/// Whether a text is one of the lines.
fn is_line(lines: &str, text: &str) -> bool {
    text::parts(lines, b"\n").any(|line| line == text)
}

/// The body of a model that makes such things, by the uniform request's kind; of any provider where none is named.
pub fn entry(kind: &str, model: &str, provider: &str) -> Option<Entry> {
    all("").find(|entry| {
        let asked = entry.operations.strip_prefix(provider);
        entry.kind == kind
            && is_line(entry.models, model)
            && asked.is_some_and(|rest| provider.is_empty() || rest.starts_with("."))
    })
}

/// Checks a request against the body of its model, where the operation has bodies. A model that is not known passes
/// with a warning: new ones come every month.
pub fn check(operation: &Operation, request: &Value, report: &mut Report) {
    let Some(Value::String(model)) = request.get("model") else {
        return;
    };
    let mut known = false;
    for entry in all(operation.id).filter(|entry| !entry.uniform_only) {
        known = true;
        if is_line(entry.models, model) {
            // The body says the same, and more exactly.
            let declared = |path: &str| {
                let name = text::parts(path, b".[").next();
                name.is_some_and(|name| entry.fields.find(name).is_some())
            };
            keep(&mut report.errors, &|p| {
                p.rule != "type" || !declared(&p.path)
            });
            return judge(&entry, operation, request, report);
        }
    }
    if !known {
        return;
    }
    // The row has only what all models share.
    keep(&mut report.warnings, &|p| p.rule != check::UNKNOWN);
    let elsewhere = all("").find(|entry| !entry.uniform_only && is_line(entry.models, model));
    match elsewhere.and_then(|entry| text::parts(entry.operations, b"\n").next()) {
        Some(other) => report.errors.push(Problem::new(
            "model",
            "G1",
            text!("is not a model of this operation; use ", other),
        )),
        None => report.warnings.push(Problem::new(
            "model",
            "G1",
            "is not a known model of this operation; the request is sent unchecked",
        )),
    }
}

/// Leaves only some of the problems.
fn keep(problems: &mut Vec<Problem>, stays: &dyn Fn(&Problem) -> bool) {
    problems.retain(stays);
}

/// Checks a request against a body; headers and parts of the path are the operation's own.
pub fn judge(entry: &Entry, operation: &Operation, request: &Value, report: &mut Report) {
    let Value::Object(members) = request else {
        return;
    };
    let mut found = Vec::new();
    check::object(members, entry.fields, "", &mut found);
    // Where the row says the same, the body says it more exactly.
    keep(&mut report.errors, &|told| {
        !found.iter().any(|p| p.path == told.path)
    });
    let row_says_all = entry.fields.iter().is_empty();
    let first = match row_says_all {
        true => 0,
        false => report.errors.len(),
    };
    report.errors.append(&mut found);
    let mut strangers = Vec::new();
    if !entry.uniform_only && !row_says_all {
        check::strangers(members, entry.fields, "", &mut strangers);
        let aside = |name: &str| {
            let field = operation.fields.find(name);
            name == "model" || field.is_some_and(|field| field.at != At::Body)
        };
        keep(&mut strangers, &|problem| !aside(&problem.path));
        // What the row alone calls unknown, the model may know, or surely not have.
        keep(&mut report.warnings, &|p| p.rule != check::UNKNOWN);
    }
    if entry.closed {
        report.errors.append(&mut strangers);
    }
    rules(entry.rules, request, first, report);
    // Of what a law has named there is nothing more to say.
    let Report { errors, warnings } = &*report;
    keep(&mut strangers, &|stranger| {
        let tells = |problem: &Problem| problem.path.starts_with(&stranger.path);
        !errors.iter().any(tells) && !warnings.iter().any(tells)
    });
    report.warnings.append(&mut strangers);
}

/// Checks a request against packed rules: gives the errors from `first` on the ids of the rules that they break, and
/// adds what the laws find.
pub fn rules(packed: &'static [u8], request: &Value, first: usize, report: &mut Report) {
    let mut packed = Reader::new(packed);
    let ids = packed.block();
    for problem in report.errors.iter_mut().skip(first) {
        let (mut names, rule) = (Reader::new(ids), problem.rule);
        while !names.is_empty() {
            let (path, id) = (names.text(), names.text());
            let rest = problem.path.strip_prefix(path);
            if path == rule || rest.is_some_and(text::ends_step) {
                problem.rule = id;
            }
        }
    }
    laws(packed, request, report);
}

/// Checks a uniform request, its lists by role, against what the family asks of it.
pub fn ask(entry: &Entry, request: &Value, report: &mut Report) {
    laws(Reader::new(entry.asks), request, report);
}

fn laws(mut laws: Reader, whole: &Value, report: &mut Report) {
    while !laws.is_empty() {
        let (id, refuse) = (laws.text(), laws.byte() == 1);
        let (at, says) = (laws.text(), laws.text());
        let mut item = 0;
        if !holds(Reader::new(laws.block()), whole, &mut item) {
            continue;
        }
        let path = match text::cut(at, b"]") {
            Some((list, rest)) => text!(list, text::digits(item as u64), "]", rest),
            None => at.to_string(),
        };
        let told = match refuse {
            true => &mut report.errors,
            false => &mut report.warnings,
        };
        // A field's own limits, or a law before, may have said it.
        if !told.iter().any(|p| p.rule == id && p.path == path) {
            told.push(Problem::new(path, id, says));
        }
    }
}

/// The value at a path of member names with dots between; what is null or empty is not there.
fn find<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    let mut found = value;
    for step in text::parts(path, b".").filter(|step| !step.is_empty()) {
        found = found.get(step)?;
    }
    let empty = match found {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    };
    (!empty).then_some(found)
}

/// How many things there are in what was found.
fn count(found: Option<&Value>) -> usize {
    match found {
        Some(Value::Array(items)) => items.len(),
        Some(_) => 1,
        None => 0,
    }
}

/// The items of a list.
fn items(found: Option<&Value>) -> &[Value] {
    match found {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}

/// The text at a path, or the digits of the number there.
fn word<'a>(value: &'a Value, path: &str) -> Option<&'a str> {
    match find(value, path)? {
        Value::Bool(true) => Some("true"),
        Value::Bool(false) => Some("false"),
        other => json::word(other),
    }
}

/// The number that a text is, or begins with before a percent sign.
fn number(text: &str) -> Option<f64> {
    match json::parse(text.strip_suffix("%").unwrap_or(text).as_bytes()) {
        Ok(Value::Number(number)) => Some(number.as_f64()),
        _ => None,
    }
}

/// The number at a path.
fn number_at(value: &Value, path: &str) -> Option<f64> {
    number(word(value, path)?)
}

/// How many words a text has; a Chinese character counts as two.
fn words(text: &str) -> usize {
    let (mut count, mut inside) = (0, false);
    for letter in text.chars() {
        let wide = letter >= '\u{2e80}';
        let part = !wide && letter > ' ';
        count += if wide {
            2
        } else {
            usize::from(part && !inside)
        };
        inside = part;
    }
    count
}

/// Whether a text is written like the pattern.
fn like(text: &str, pattern: &str) -> bool {
    let (mut letters, mut signs) = (text.as_bytes(), pattern.as_bytes());
    while let [sign, others @ ..] = signs {
        let many = *sign == b'*';
        // What follows the star needs all that is left.
        if many && letters.len() < signs.len() {
            signs = others;
            continue;
        }
        let [letter, rest @ ..] = letters else {
            return false;
        };
        let fits = match sign {
            b'9' => letter.is_ascii_digit(),
            b'h' => letter.is_ascii_hexdigit(),
            b'a' => letter.is_ascii_alphabetic(),
            b'w' => letter.is_ascii_alphanumeric(),
            b'*' => letter.is_ascii_alphanumeric() || matches!(letter, b'-' | b'_'),
            other => letter == other,
        };
        if !fits {
            return false;
        }
        letters = rest;
        if !many {
            signs = others;
        }
    }
    letters.is_empty()
}

/// Whether a packed condition holds for the value; `item` is set to the first item of a list that meets one.
fn holds(mut when: Reader, value: &Value, item: &mut usize) -> bool {
    let tag = when.byte();
    match tag {
        ALL | ANY => {
            while !when.is_empty() {
                if holds(Reader::new(when.block()), value, item) != (tag == ALL) {
                    return tag == ANY;
                }
            }
            return tag == ALL;
        }
        NOT => return !holds(Reader::new(when.block()), value, item),
        _ => {}
    }
    let path = when.text();
    let found = find(value, path);
    match tag {
        HAS => return found.is_some(),
        COUNT => {
            let mut total = 0;
            for path in text::parts(when.text(), b"\n") {
                total += count(find(value, path));
            }
            return fits(&mut when, total);
        }
        EVEN => return count(found) == count(find(value, when.text())),
        TALLY => {
            let part = when.block();
            let (mut met, mut first) = (0, 0);
            for (index, one) in items(found).iter().enumerate() {
                if holds(Reader::new(part), one, item) {
                    if met == 0 {
                        first = index;
                    }
                    met += 1;
                }
            }
            *item = first;
            return fits(&mut when, met);
        }
        DIFFER => {
            let mut first = None;
            for path in text::parts(when.text(), b"\n") {
                let number = number_at(value, path);
                if number.is_some() && first.is_some() && number != first {
                    return true;
                }
                first = first.or(number);
            }
            return false;
        }
        TYPE => {
            let types = when.text();
            return found.is_some_and(|file| check::is_of(file, types) == Some(true));
        }
        SUM => {
            let (member, total) = (when.text(), when.text());
            let mut sum = 0.0;
            for one in items(found) {
                sum += number_at(one, member).unwrap_or_default();
            }
            let total = number_at(value, total).or_else(|| number(total));
            return total.is_some_and(|total| (total - sum).abs() < 0.005);
        }
        _ => {}
    }
    match word(value, path) {
        Some(word) => says(tag, when, word),
        None => false,
    }
}

/// Whether a packed condition holds for a text, or for a number that is written as one.
fn says(tag: u8, mut when: Reader, word: &str) -> bool {
    match tag {
        IS | STARTS | HOLDS | LIKE => text::parts(when.text(), b"\n").any(|line| match tag {
            IS => word == line,
            STARTS => word.starts_with(line),
            LIKE => like(word, line),
            _ => scan::contains(word, line),
        }),
        LONGER => length(word) > when.limit_of(),
        WORDY => words(word) > when.limit_of(),
        WITHIN | REMAINDER => {
            let Some(number) = number(word) else {
                return false;
            };
            if tag == REMAINDER {
                return (number.abs() as u64).checked_rem(when.number()) != Some(0);
            }
            let (min, max) = (when.float(), when.float());
            number >= min && number <= max
        }
        _ => sides(word).is_some_and(|(width, height)| match tag {
            RATIO => {
                let (mut unit, mut rest) = (width, height);
                while rest > 0 {
                    (unit, rest) = (rest, unit % rest);
                }
                let part = |side: u64| text::digits(side.checked_div(unit).unwrap_or_default());
                is_line(when.text(), &text!(part(width), ":", part(height)))
            }
            AREA => (when.number()..=when.number()).contains(&width.saturating_mul(height)),
            THIN => {
                let times = when.number();
                width > height.saturating_mul(times) || height > width.saturating_mul(times)
            }
            _ => false,
        }),
    }
}

/// Two whole numbers with a sign between.
fn sides(text: &str) -> Option<(u64, u64)> {
    let (width, height) = text::cut(text, b"x*:")?;
    Some((text::whole(width)?, text::whole(height)?))
}

/// Whether a count lies between the two that come next.
fn fits(when: &mut Reader, count: usize) -> bool {
    when.limit_of() <= count && count <= when.limit_of()
}
