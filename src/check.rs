//! Checks a request against its row before anything is sent; the only way to get [`Params`].

use crate::error::Error;
use crate::json;
use crate::json::{Map, Number, Value};
use crate::media;
use crate::model;
use crate::operation::{At, Body, Fields, Files, Operation, Shape, is_capture};
use crate::text;
use crate::text::{digits, length, signed};

/// The rule that a member breaks which no row declares.
pub const UNKNOWN: &str = "unknown_field";

/// Something wrong, or doubtful, in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field's path: `voice_setting.speed`, `content[0].text`.
    pub path: String,
    /// The stable name of the rule.
    pub rule: &'static str,
    /// What is wrong and what is allowed.
    pub message: String,
}

impl Problem {
    /// A problem of the field at `path`.
    pub fn new(path: impl Into<String>, rule: &'static str, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            rule,
            message: message.into(),
        }
    }

    fn to_json(&self) -> Value {
        json!({ "path": &self.path, "rule": self.rule, "message": &self.message })
    }
}

/// What a check found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Why the request is refused.
    pub errors: Vec<Problem>,
    /// What is doubtful and passes.
    pub warnings: Vec<Problem>,
}

impl Report {
    /// The report as `{errors, warnings}`.
    pub fn to_json(&self) -> Value {
        let list = |problems: &[Problem]| -> Vec<Value> {
            problems.iter().map(Problem::to_json).collect()
        };
        json!({ "errors": list(&self.errors), "warnings": list(&self.warnings) })
    }

    /// The first error, as the refusal of the whole request.
    pub fn into_error(self, operation: &Operation) -> Option<Error> {
        let more = self.errors.len().saturating_sub(1);
        let first = self.errors.into_iter().next()?;
        let mut message = text!(first.path, ": ", first.message);
        if more > 0 {
            message.push_str(&text!(" (and ", digits(more as u64), " more)"));
        }
        let mut error = Error::invalid(first.path, message).code(first.rule);
        error.operation = Some(operation.id);
        Some(error)
    }
}

/// A request that has been checked against its row.
#[derive(Clone, Debug, Default)]
pub struct Params {
    members: Map,
}

impl Params {
    /// The members of the request.
    pub fn members(&self) -> &Map {
        &self.members
    }

    /// The members, for themselves.
    pub fn into_members(self) -> Map {
        self.members
    }

    /// Changes every `{"$blob": n}` into what `text` gives for `n`, unless the body is a form, which takes the file itself.
    pub fn attach(&mut self, operation: &Operation, text: &mut dyn FnMut(usize) -> Option<String>) {
        if operation.body != Body::Multipart {
            for value in self.members.values_mut() {
                attach(value, text);
            }
        }
    }

    /// The request of a stream, checked as such.
    ///
    /// # Errors
    /// `invalid_request` when it holds what a stream cannot give.
    pub fn streaming(mut self, operation: &Operation) -> Result<Self, Error> {
        self.members.insert("stream", true.into());
        params(operation, Value::Object(self.members))
    }
}

fn attach(value: &mut Value, text: &mut dyn FnMut(usize) -> Option<String>) {
    if let Some(url) = blob(value).and_then(&mut *text) {
        *value = Value::String(url);
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| attach(item, text)),
        Value::Object(members) => members.values_mut().for_each(|member| attach(member, text)),
        _ => {}
    }
}

/// The number of the file that stands in the place of this value.
pub fn blob(value: &Value) -> Option<usize> {
    match value {
        Value::Object(members) => usize::try_from(members.get("$blob")?.as_u64()?).ok(),
        _ => None,
    }
}

/// Checks a request and gives it back checked.
///
/// # Errors
/// `invalid_request` that names the first wrong field; nothing has been sent.
pub fn params(operation: &Operation, request: Value) -> Result<Params, Error> {
    match check(operation, &request).into_error(operation) {
        Some(error) => Err(error),
        None => {
            let mut members = match request {
                Value::Object(members) => members,
                _ => Map::new(),
            };
            fill(operation, &mut members);
            Ok(Params { members })
        }
    }
}

/// Adds what the upstream wants in every request of this row, and the caller left out.
pub fn fill(operation: &Operation, members: &mut Map) {
    for (name, value) in operation.defaults {
        if present(members, name).is_none()
            && let Ok(value) = json::parse(value.as_bytes())
        {
            members.insert(*name, value);
        }
    }
}

/// Checks a request against its row. Unknown members and unknown values of open lists pass.
pub fn check(operation: &Operation, request: &Value) -> Report {
    let mut report = Report::default();
    let empty = Map::new();
    let members = match request {
        Value::Object(members) => members,
        Value::Null => &empty,
        _ => {
            let problem = Problem::new("request", "type", "must be an object");
            report.errors.push(problem);
            return report;
        }
    };
    object(members, operation.fields, "", &mut report.errors);
    model::rules(operation.rules, request, 0, &mut report);
    for name in members.keys() {
        if operation.fields.find(name).is_none() {
            let message = "is not a known field of this operation; it is sent as it is";
            report.warnings.push(Problem::new(name, UNKNOWN, message));
        }
    }
    model::check(operation, request, &mut report);
    report
}

fn present<'a>(members: &'a Map, name: &str) -> Option<&'a Value> {
    members.get(name).filter(|value| !value.is_null())
}

/// Checks the members of an object; `prefix` is its own path.
pub fn object(members: &Map, fields: Fields, prefix: &str, errors: &mut Vec<Problem>) {
    for field in fields {
        let path = if prefix.is_empty() {
            field.name.to_string()
        } else {
            text!(prefix, ".", field.name)
        };
        match present(members, field.name) {
            Some(Value::String(text))
                if field.at == At::Path && !text.is_empty() && !is_capture(text) =>
            {
                let message = "must be an identifier of letters, digits and _ - . :";
                errors.push(Problem::new(path, "identifier", message));
            }
            Some(found) => value(found, field.shape, path, errors),
            None if field.required => {
                errors.push(Problem::new(path, "required", "is required"));
            }
            None => {}
        }
    }
}

/// Members that a closed object does not have.
pub fn strangers(members: &Map, fields: Fields, prefix: &str, errors: &mut Vec<Problem>) {
    for name in members.keys() {
        if fields.find(name).is_none() {
            let dot = if prefix.is_empty() { "" } else { "." };
            let message = "is no field of this model; leave it out";
            errors.push(Problem::new(text!(prefix, dot, name), "G2", message));
        }
    }
}

fn value(found: &Value, shape: Shape, path: String, errors: &mut Vec<Problem>) {
    if let Some((rule, message)) = fault(found, shape, &path, errors) {
        errors.push(Problem {
            path,
            rule,
            message,
        });
    }
}

/// The rule that a value breaks, and how.
type Fault = (&'static str, String);

fn wrong(what: &str) -> Option<Fault> {
    Some(("type", text!("must be ", what)))
}

/// What is wrong with a value; what is wrong inside it goes to the errors.
fn fault(found: &Value, shape: Shape, path: &str, errors: &mut Vec<Problem>) -> Option<Fault> {
    let is_file = blob(found).is_some();
    match (shape, found) {
        (Shape::Either(one, other), _) => {
            let (mut first, mut second) = (Vec::new(), Vec::new());
            value(found, one.shape(), path.to_string(), &mut first);
            value(found, other.shape(), path.to_string(), &mut second);
            if first.is_empty() || second.is_empty() {
                return None;
            }
            // The shape that got further is the one that was meant.
            let typed = first.first().is_some_and(|problem| problem.rule == "type");
            errors.append(if typed { &mut second } else { &mut first });
            None
        }
        (Shape::Base64(files) | Shape::File(files) | Shape::Media(files), _) if is_file => {
            file(found, files)
        }
        _ if is_file => wrong("data, not a file: this field takes none"),
        (Shape::Any, _)
        | (Shape::Bool, Value::Bool(_))
        | (Shape::Id { number: false }, Value::Number(_)) => None,
        (Shape::Bool, _) => wrong("true or false"),
        (Shape::Base64(_), Value::String(text)) if !text.is_empty() => None,
        (Shape::Base64(_), _) => wrong("a File, a Blob or base64 text"),
        (Shape::File(_), _) => wrong("a File, a Blob or bytes"),
        (Shape::Id { .. }, Value::String(text)) if text.is_empty() => {
            Some(("length", "must not be empty".to_string()))
        }
        (Shape::Id { number: true }, Value::String(text)) if Number::whole(text).is_none() => {
            wrong("an identifier made of digits")
        }
        (Shape::Id { .. }, Value::String(_)) => None,
        (Shape::Id { number: true }, Value::Number(number)) if !number.is_float() => None,
        (Shape::Id { .. }, _) => wrong("an identifier, as a string"),
        (Shape::Int { min, max }, Value::Number(number)) => match whole(number) {
            Some(n) if (min..=max).contains(&n) => None,
            Some(_) => Some(("range", range(min, max))),
            None if number.as_u64().is_some() && max == i64::MAX => None,
            None => wrong("a whole number"),
        },
        (Shape::Numbers(values), Value::Number(number)) => match whole(number) {
            Some(number) if listed(values, &signed(number)) => None,
            _ => among(values),
        },
        (Shape::Int { .. } | Shape::Numbers(_), _) => wrong("a whole number"),
        (Shape::Num { min, max, above }, Value::Number(number)) => {
            let number = number.as_f64();
            if number >= min && number <= max && !(above && number == min) {
                return None;
            }
            let word = if above { "greater than " } else { "from " };
            let limit = |limit: f64| Number::from_hundredths((limit * 100.0) as i64);
            let (min, max) = (limit(min), limit(max));
            let message = text!("must be ", word, min.as_str(), ", up to ", max.as_str());
            Some(("range", message))
        }
        (Shape::Num { .. }, _) => wrong("a number"),
        (Shape::List { of, min, max }, Value::Array(items)) => {
            if !(min..=max).contains(&items.len()) {
                return Some(("length", counted(min, max, "item")));
            }
            for (index, item) in items.iter().enumerate() {
                let path = text!(path, "[", digits(index as u64), "]");
                value(item, of.shape(), path, errors);
            }
            None
        }
        (Shape::List { .. }, _) => wrong("a list"),
        (Shape::Media(_), Value::String(url)) if begins(url, MEDIA) => None,
        (Shape::Media(_), _) => wrong("a File, a Blob, an http(s) link or a data URL"),
        (Shape::Object(fields), Value::Object(members)) => {
            object(members, fields, path, errors);
            None
        }
        (Shape::Closed(fields), Value::Object(members)) => {
            object(members, fields, path, errors);
            strangers(members, fields, path, errors);
            None
        }
        (Shape::Object(_) | Shape::Closed(_), _) => wrong("an object"),
        (Shape::OneOf(values), Value::String(text)) => match listed(values, text) {
            true => None,
            false => among(values),
        },
        (Shape::Url(words), Value::String(url)) => match begins(url, words) {
            true => None,
            false => {
                let message = text!("must be a link that begins with one of ", words);
                Some(("link", message))
            }
        },
        (Shape::Url(_), _) => wrong("a link, from which the service fetches the file itself"),
        (Shape::Text { min, max }, Value::String(text)) => {
            // The count is only made where the byte length leaves a doubt.
            let fits = text.len() >= min && (text.len() <= max || length(text) <= max);
            if fits && (min <= 1 || length(text) >= min) {
                return None;
            }
            Some(("length", counted(min, max, "character")))
        }
        (Shape::OneOf(_) | Shape::Text { .. }, _) => wrong("a text"),
    }
}

/// How media begins that is no file.
const MEDIA: &str = "http:// https:// data: mm_file:// asset://";

/// Whether a text begins with one of these words, which have spaces between.
fn begins(text: &str, words: &str) -> bool {
    text::parts(words, b" ").any(|word| text.starts_with(word))
}

/// The number, when it is a whole one: `6.0` is too.
fn whole(number: &Number) -> Option<i64> {
    number.as_i64().or_else(|| {
        let float = number.as_f64();
        let whole = float as i64;
        // Beyond this a float holds no exact whole number to compare.
        (whole as f64 == float && float.abs() < 1e15).then_some(whole)
    })
}

/// Whether a text is one of the lines.
fn listed(lines: &str, text: &str) -> bool {
    text::parts(lines, b"\n").any(|line| line == text)
}

fn among(lines: &str) -> Option<Fault> {
    let mut message = String::from("must be one of ");
    for line in text::parts(lines, b"\n") {
        text::add(&mut message, line);
    }
    Some(("value", message))
}

/// Whether a file is of one of these types; `None` where neither its MIME type nor its name gives its own away.
pub fn is_of(file: &Value, types: &str) -> Option<bool> {
    let told = |name| media::mime_of(file.get(name)?.as_str()?);
    let mime = told("type").or_else(|| told("name"))?;
    let mut listed = text::parts(types, b" ");
    Some(types.is_empty() || listed.any(|word| media::mime_of(word) == Some(mime)))
}

/// What is wrong with a file. What the host could not tell of it passes: the size of a stream, an unknown type.
fn file(found: &Value, files: Files) -> Option<Fault> {
    if is_of(found, files.types) == Some(false) {
        let message = text!("must be a file of one of the types ", files.types);
        return Some(("file_type", message));
    }
    let size = found.get("size").and_then(Value::as_u64)?;
    let large = files.max < u32::MAX && size > u64::from(files.max);
    large.then(|| ("file_size", counted(0, files.max as usize, "byte")))
}

fn range(min: i64, max: i64) -> String {
    let (least, most) = (signed(min), signed(max));
    let (word, first, to, last) = match (min, max) {
        (i64::MIN, _) => ("at most ", "", "", &*most),
        (_, i64::MAX) => ("at least ", &*least, "", ""),
        _ => ("from ", &*least, " to ", &*most),
    };
    text!("must be ", word, first, to, last)
}

fn counted(min: usize, max: usize, unit: &str) -> String {
    let (least, most) = (digits(min as u64), digits(max as u64));
    let (word, first, to, last) = match (min, max) {
        (1, usize::MAX) => return "must not be empty".to_string(),
        (_, usize::MAX) => ("at least ", &*least, "", ""),
        (0, _) => ("at most ", "", "", &*most),
        _ if min == max => ("exactly ", &*least, "", ""),
        _ => ("", &*least, " to ", &*most),
    };
    text!("must have ", word, first, to, last, " ", unit, "s")
}
