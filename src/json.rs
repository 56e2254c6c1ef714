//! The one place that names the JSON library: values, parsing, writing, and exact identifiers.

use crate::error::{Error, Kind};

pub use serde_core::Serialize;
pub use serde_json::{Map, Number, Value, json};

/// The largest whole number that a JavaScript number holds exactly.
const MAX_SAFE: u64 = (1 << 53) - 1;

/// Parses a JSON document. Nesting is limited to 128 levels.
///
/// # Errors
/// `protocol` when the text is not JSON; the message says where, never what.
pub fn parse(text: &[u8]) -> Result<Value, Error> {
    serde_json::from_slice(text).map_err(|error| {
        Error::new(
            Kind::Protocol,
            format!(
                "not valid JSON at line {}, column {}",
                error.line(),
                error.column()
            ),
        )
    })
}

/// Writes a value as compact JSON.
pub fn to_string(value: &Value) -> String {
    value.to_string()
}

/// A JSON string literal for a text.
pub fn quote(text: &str) -> String {
    Value::from(text).to_string()
}

/// The text that a JSON string literal, quotes included, stands for.
pub fn unquote(literal: &[u8]) -> Option<String> {
    // By way of a value: reading a `String` directly would link the formatter of floats for its errors.
    match serde_json::from_slice(literal) {
        Ok(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// The value at a path of member names and list positions.
pub fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, step| match value {
        Value::Object(members) => members.get(*step),
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        _ => None,
    })
}

/// The non-empty text at a path; a number becomes its digits.
pub fn text_at(value: &Value, path: &[&str]) -> Option<String> {
    match at(value, path)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Turns declared identifiers, and every whole number that JavaScript would round, into strings.
pub fn protect_ids(value: &mut Value, ids: &[&[&str]]) {
    for path in ids {
        for_each(value, path, &mut |found| {
            if let Value::Number(number) = found {
                *found = Value::String(number.to_string());
            }
        });
    }
    protect_large(value);
}

fn protect_large(value: &mut Value) {
    match value {
        Value::Number(number) => {
            let large = number.as_u64().is_some_and(|n| n > MAX_SAFE)
                || number.as_i64().is_some_and(|n| n.unsigned_abs() > MAX_SAFE);
            if large {
                *value = Value::String(number.to_string());
            }
        }
        Value::Array(items) => items.iter_mut().for_each(protect_large),
        Value::Object(members) => members.values_mut().for_each(protect_large),
        _ => {}
    }
}

/// Runs `act` on every value that a path with `*` for list items leads to.
pub fn for_each(value: &mut Value, path: &[&str], act: &mut impl FnMut(&mut Value)) {
    let Some((step, rest)) = path.split_first() else {
        act(value);
        return;
    };
    match value {
        Value::Array(items) if *step == "*" => {
            for item in items {
                for_each(item, rest, act);
            }
        }
        Value::Object(members) => {
            if let Some(member) = members.get_mut(*step) {
                for_each(member, rest, act);
            }
        }
        _ => {}
    }
}
