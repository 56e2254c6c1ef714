//! One request for any model: the uniform members written as the family of the model wants them (`router.md` 8).

use crate::check::{self, Problem, Report};
use crate::error::{Error, Kind};
use crate::json;
use crate::json::{Map, Value};
use crate::model::{self, Entry};
use crate::operation::{self, Operation};
use crate::packed::Reader;
use crate::text;

/// The lists of the uniform request, and the member that an item of theirs holds.
const LISTS: [(&str, &str); 3] = [
    ("images", "image"),
    ("videos", "video"),
    ("audios", "audio"),
];

/// What stands for two whole numbers in the words of a port.
const SIDES: &str = "WxH";

/// What a uniform request comes to.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The operation that it goes to.
    pub operation: &'static Operation,
    /// The request in the family's own words.
    pub request: Value,
    /// What is wrong or doubtful in it, by the uniform members.
    pub report: Report,
}

/// Writes a uniform request in the words of its model's family. `kind` says what is wanted: `video`, `image`,
/// `speech`, `music` or `chat`.
///
/// # Errors
/// `invalid_request` where the model is missing, `unsupported` where it is not known to make such things.
pub fn plan(kind: &str, request: &Value) -> Result<Plan, Error> {
    let Some(model) = json::text_at(request, "model") else {
        return Err(Error::invalid("model", "model: is required"));
    };
    let provider = json::text_at(request, "provider").unwrap_or_default();
    let entry = model::entry(kind, model, provider).ok_or_else(|| {
        let advice = " is known by this name; `media.models.list()` has them, and an operation of its own takes any";
        let mut error = Error::new(Kind::Unsupported, text!("no model of the kind ", kind, advice));
        error.param = Some("model".to_string());
        error
    })?;
    let first = text::parts(entry.operations, b"\n")
        .next()
        .unwrap_or_default();
    let operation = operation::find(first)
        .ok_or_else(|| Error::new(Kind::Internal, "a model without its operation"))?;
    let mut report = Report::default();
    let mut out = json::parse(entry.defaults.as_bytes()).unwrap_or_else(|_| Value::object([]));
    put(&mut out, "model", model.into());
    let places = translate(&entry, request, &mut out, &mut report);
    if let Some(extra) = request.get("extra") {
        merge(&mut out, extra.clone());
    }
    if report.errors.is_empty() {
        let mut found = check::check(operation, &out);
        if entry.uniform_only {
            model::judge(&entry, operation, &out, &mut found);
        }
        for problems in [&mut found.errors, &mut found.warnings] {
            for problem in problems {
                rename(&entry, &places, problem);
            }
        }
        report.errors = found.errors;
        report.warnings.append(&mut found.warnings);
    }
    Ok(Plan {
        operation,
        request: out,
        report,
    })
}

impl Plan {
    /// The plan as `{operation, method, path, request, errors, warnings}`; nothing has been sent.
    pub fn to_json(&self) -> Value {
        let mut told = json!({
            "operation": self.operation.id,
            "provider": self.operation.provider.name,
            "method": self.operation.method.as_str(),
            "path": self.operation.path,
            "request": self.request.clone(),
        });
        merge(&mut told, self.report.to_json());
        told
    }
}

/// Where a value has gone, and where it stood in the uniform request.
type Place = (&'static str, String);

/// Writes every member in the family's own way, and tells where each has gone.
fn translate(entry: &Entry, request: &Value, out: &mut Value, report: &mut Report) -> Vec<Place> {
    let none = Map::new();
    let given = given(request.as_object().unwrap_or(&none));
    let mut by_role = Value::object([]);
    for (path, name, value) in &given {
        let value = (*value).clone();
        let item = path != name;
        put(
            &mut by_role,
            name,
            if item {
                Value::Array(vec![value])
            } else {
                value
            },
        );
    }
    let mut places: Vec<Place> = Vec::new();
    let mut ports = entry.ports.clone();
    while let Some(port) = Port::read(&mut ports) {
        let beside = port.beside.strip_prefix("!").unwrap_or(port.beside);
        if !beside.is_empty() && has(&by_role, beside) == port.beside.starts_with("!") {
            continue;
        }
        let first = places.len();
        for (path, _, value) in given.iter().filter(|(_, name, _)| name == port.from) {
            // There may be many references, but one first frame.
            let one = !port.item || port.from.ends_with("_frame");
            if one && places.len() > first {
                let message = "is given already; this model takes one";
                report.errors.push(Problem::new(path, "count", message));
            } else {
                port.write(out, value, path, report);
            }
            // What is only added to the prompt is not where the prompt comes from.
            let to = if port.shape.starts_with(" ") {
                port.from
            } else {
                port.to
            };
            places.push((to, path.clone()));
        }
    }
    for (path, name, _) in &given {
        let taken = places.iter().any(|(_, place)| place == path);
        if !taken && !["model", "provider", "extra"].contains(&name.as_str()) {
            report.errors.push(refused(entry, path, name));
        }
    }
    if report.errors.is_empty() {
        model::ask(entry, &by_role, report);
    }
    for problems in [&mut report.errors, &mut report.warnings] {
        for problem in problems {
            if let Some((path, ..)) = given.iter().find(|(_, name, _)| *name == problem.path) {
                problem.path.clone_from(path);
            }
        }
    }
    places
}

/// Whether there is anything at a path of names with dots between.
fn has(value: &Value, path: &str) -> bool {
    let found = text::parts(path, b".").try_fold(value, |value, step| value.get(step));
    found.is_some()
}

/// What the request gives: the place of each value, its name for a port, and the value.
fn given(members: &Map) -> Vec<(String, String, &Value)> {
    let mut found = Vec::new();
    for (name, value) in members.iter().filter(|(_, value)| !value.is_null()) {
        let list = LISTS.iter().find(|(list, _)| list == name);
        match (list, value) {
            (Some((_, member)), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    let path = text!(name, "[", text::digits(index as u64), "]");
                    let role = json::text_at(item, "role");
                    let role = text!(name, ".", role.unwrap_or("reference"));
                    found.push((path, role, item.get(member).unwrap_or(item)));
                }
            }
            _ => found.push((name.clone(), name.clone(), value)),
        }
    }
    found
}

/// What a member that the model does not take is answered with: what it does take.
fn refused(entry: &Entry, path: &str, name: &str) -> Problem {
    let mut message = text!(
        "`",
        name,
        "` is nothing that this model takes; it takes model"
    );
    let mut ports = entry.ports.clone();
    let mut last = "";
    while let Some(port) = Port::read(&mut ports) {
        if port.from != last {
            text::add(&mut message, port.from);
        }
        last = port.from;
    }
    Problem::new(path, "unsupported", message)
}

/// Reports a problem at the uniform member that the wire's field came from, or could have come from.
fn rename(entry: &Entry, places: &[Place], problem: &mut Problem) {
    let rest = |to: &str| {
        let rest = problem.path.strip_prefix(to)?;
        text::ends_step(rest).then_some(rest)
    };
    let mut came = Vec::new();
    for (to, path) in places {
        if let Some(rest) = rest(to) {
            came.push((rest, path));
        }
    }
    if let Some(first) = came.first() {
        // The items of a list there came one by one.
        let index = text::parts(first.0, b"[]").nth(1).and_then(text::whole);
        let (_, path) = came.get(index.unwrap_or(0) as usize).unwrap_or(first);
        problem.path = (*path).clone();
        return;
    }
    let mut ports = entry.ports.clone();
    while let Some(port) = Port::read(&mut ports) {
        if rest(port.to).is_some() {
            problem.path = port.from.to_string();
            return;
        }
    }
}

/// A port, as it is read back.
struct Port {
    from: &'static str,
    to: &'static str,
    item: bool,
    words: &'static str,
    shape: &'static str,
    sets: &'static str,
    beside: &'static str,
}

impl Port {
    fn read(ports: &mut Reader) -> Option<Self> {
        (!ports.is_empty()).then(|| Self {
            from: ports.text(),
            to: ports.text(),
            item: ports.byte() == 1,
            words: ports.text(),
            shape: ports.text(),
            sets: ports.text(),
            beside: ports.text(),
        })
    }

    /// Writes a value in the family's own way.
    fn write(&self, out: &mut Value, value: &Value, path: &str, report: &mut Report) {
        let mut value = value.clone();
        if !self.words.is_empty() {
            match self.word(&value) {
                Some(theirs) => value = theirs,
                // Several ports may take the same member apart.
                None if report.errors.iter().any(|problem| problem.path == path) => return,
                None => {
                    let mut message = String::from("must be one of ");
                    for line in text::parts(self.words, b"\n") {
                        let word = text::parts(line, b"=").next();
                        text::add(&mut message, word.unwrap_or_default());
                    }
                    report.errors.push(Problem::new(path, "value", message));
                    return;
                }
            }
        }
        if self.shape.starts_with(" ") {
            // A part of the prompt, such as `--ar 16:9`; the check asks for a prompt that is missing.
            let Some(before) = json::text_at(out, self.to) else {
                return;
            };
            let word = json::word(&value).unwrap_or_default();
            let part = self.shape.strip_suffix("$").unwrap_or(self.shape);
            value = text!(before, part, word).into();
        } else if let Ok(mut shape) = json::parse(self.shape.as_bytes()) {
            fill(&mut shape, &value);
            value = shape;
        }
        if self.item {
            value = Value::Array(vec![value]);
        }
        if let Ok(sets) = json::parse(self.sets.as_bytes()) {
            merge(out, sets);
        }
        put(out, self.to, value);
    }

    /// What the family says for a word of ours; its own words pass.
    fn word(&self, value: &Value) -> Option<Value> {
        let ours = match value {
            Value::Bool(true) => "true",
            Value::Bool(false) => "false",
            other => json::word(other)?,
        };
        text::parts(self.words, b"\n").find_map(|line| {
            let (word, theirs) = text::cut(line, b"=")?;
            let theirs = if word == SIDES {
                sides(ours, theirs)?
            } else if word == ours || theirs == ours {
                theirs.to_string()
            } else {
                return None;
            };
            Some(match json::parse(theirs.as_bytes()) {
                Ok(plain @ (Value::Bool(_) | Value::Number(_))) => plain,
                _ => theirs.into(),
            })
        })
    }
}

/// Two whole numbers such as `1280x720`, written as the pattern has its `W` and its `H`.
fn sides(ours: &str, pattern: &str) -> Option<String> {
    let (width, height) = text::cut(ours, b"x*")?;
    text::whole(width)?;
    text::whole(height)?;
    let mut told = String::new();
    for letter in pattern.chars() {
        match letter {
            'W' => told.push_str(width),
            'H' => told.push_str(height),
            other => told.push(other),
        }
    }
    Some(told)
}

/// Puts the value in every place that is marked `$`.
fn fill(shape: &mut Value, value: &Value) {
    match shape {
        Value::String(text) if text == "$" => *shape = value.clone(),
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, value)),
        Value::Object(members) => members.values_mut().for_each(|member| fill(member, value)),
        _ => {}
    }
}

/// Puts a value at a path of names with dots between, merging it with what is there.
fn put(out: &mut Value, path: &str, value: Value) {
    merge(out, wrapped(path, value));
}

fn wrapped(path: &str, value: Value) -> Value {
    match text::cut(path, b".") {
        Some((step, rest)) => Value::object([(step, wrapped(rest, value))]),
        None => Value::object([(path, value)]),
    }
}

/// Merges objects member by member and lists one after the other; anything else is replaced.
pub fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (name, value) in from {
                match into.get_mut(&name) {
                    Some(there) => merge(there, value),
                    None => {
                        into.insert(name, value);
                    }
                }
            }
        }
        (Value::Array(into), Value::Array(from)) => into.extend(from),
        (into, from) => *into = from,
    }
}
