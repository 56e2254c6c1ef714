//! Writes JSON: a value, or an object member by member without making values of it first.

use super::{Number, Value};
use crate::text::digits;

/// An object that is being written. What is not there is left out.
#[derive(Debug)]
pub struct Writer(String);

impl Default for Writer {
    fn default() -> Self {
        Self::after("")
    }
}

impl Writer {
    /// An object that stands behind other text.
    pub fn after(text: &str) -> Self {
        Self(crate::text!(text, "{"))
    }

    /// A member that is JSON already.
    pub fn raw(&mut self, name: &str, json: &str) {
        if !self.0.ends_with("{") {
            self.0.push(',');
        }
        write_text(&mut self.0, name);
        self.0.push(':');
        self.0.push_str(json);
    }

    /// A text.
    pub fn text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.raw(name, "");
            write_text(&mut self.0, text);
        }
    }

    /// A whole number.
    pub fn number(&mut self, name: &str, number: Option<u64>) {
        if let Some(number) = number {
            self.raw(name, &digits(number));
        }
    }

    /// A number by its digits.
    pub fn digits(&mut self, name: &str, number: &Option<Number>) {
        if let Some(number) = number {
            self.raw(name, number.as_str());
        }
    }

    /// A truth.
    pub fn truth(&mut self, name: &str, truth: bool) {
        self.raw(name, if truth { "true" } else { "false" });
    }

    /// Any value but null.
    pub fn value(&mut self, name: &str, value: &Value) {
        if !value.is_null() {
            self.raw(name, "");
            write(&mut self.0, value);
        }
    }

    /// A list: its items follow, and the end of it.
    pub fn list(&mut self, name: &str) {
        self.raw(name, "[");
    }

    /// An item of the list, which is JSON already.
    pub fn item(&mut self, json: &str) {
        if !self.0.ends_with("[") {
            self.0.push(',');
        }
        self.0.push_str(json);
    }

    /// The list ends.
    pub fn end_list(&mut self) {
        self.0.push(']');
    }

    /// The whole object.
    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// Writes a value as compact JSON.
pub fn to_string(value: &Value) -> String {
    let mut text = String::new();
    write(&mut text, value);
    text
}

fn write(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => out.push_str(&number.0),
        Value::String(text) => write_text(out, text),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(out, item);
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_text(out, name);
                out.push(':');
                write(out, value);
            }
            out.push('}');
        }
    }
}

fn write_text(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some((at, byte)) = rest
        .bytes()
        .enumerate()
        .find(|(_, byte)| *byte < 0x20 || matches!(byte, b'"' | b'\\'))
    {
        out.push_str(rest.get(..at).unwrap_or_default());
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            _ => {
                out.push_str("\\u00");
                for nibble in [byte >> 4, byte & 15] {
                    out.push(char::from_digit(nibble.into(), 16).unwrap_or('0'));
                }
            }
        }
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    out.push('"');
}
