//! JSON that loses nothing: numbers keep their digits, members their order, and 2^53 is no limit.
//!
//! This is ours instead of a library's because money and identifiers pass through it, and because the tables
//! and formatters of floats alone would be a fifth of the package's size.

use crate::error::{Error, Kind};
use std::fmt::{self, Write};

/// A JSON value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// A list.
    Array(Vec<Value>),
    /// `true` or `false`.
    Bool(bool),
    /// `null`.
    #[default]
    Null,
    /// A number.
    Number(Number),
    /// An object.
    Object(Map),
    /// A text.
    String(String),
}

/// A number, as its digits were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(Box<str>);

/// The members of an object, in the order they came; a name that comes twice counts as its last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map(Vec<(String, Value)>);

/// The largest whole number that a JavaScript number holds exactly.
const MAX_SAFE: u64 = (1 << 53) - 1;
/// Deeper nesting is refused.
const MAX_DEPTH: usize = 128;
/// An object with more members is refused: looking for repeated names takes time.
const MAX_MEMBERS: usize = 4096;

impl Number {
    /// The number, when it is whole and fits.
    pub fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    /// The number, when it is whole, not negative, and fits.
    pub fn as_u64(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    /// The nearest float; exact for up to fifteen digits and exponents up to 22.
    pub fn as_f64(&self) -> f64 {
        let (negative, text) = match self.0.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, &*self.0),
        };
        let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let mut exponent = exponent.parse().unwrap_or(i32::MAX / 2);
        let (mut mantissa, mut fraction) = (0_u64, false);
        for digit in digits.bytes() {
            let value = u64::from(digit.wrapping_sub(b'0'));
            match digit {
                b'.' => fraction = true,
                _ if mantissa < MAX_SAFE => {
                    mantissa = mantissa * 10 + value;
                    exponent -= i32::from(fraction);
                }
                _ => exponent += i32::from(!fraction),
            }
        }
        let power = |exponent: i32| (0..exponent.min(400)).fold(1.0, |power, _| power * 10.0);
        let size = match exponent {
            0.. => mantissa as f64 * power(exponent),
            _ => mantissa as f64 / power(exponent.saturating_neg()),
        };
        if negative { -size } else { size }
    }

    /// A number of hundredths: 50 is `0.5`.
    pub fn from_hundredths(hundredths: i64) -> Self {
        let (whole, part) = (hundredths / 100, hundredths.unsigned_abs() % 100);
        let text = match part {
            0 => whole.to_string(),
            _ if part.is_multiple_of(10) => format!("{whole}.{}", part / 10),
            _ => format!("{whole}.{part:02}"),
        };
        Self(text.into())
    }

    /// Whether the number is written with a fraction or an exponent.
    pub fn is_float(&self) -> bool {
        self.0.bytes().any(|b| matches!(b, b'.' | b'e' | b'E'))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Map {
    /// No members.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The member of this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.iter()
            .find(|(found, _)| *found == name)
            .map(|(_, value)| value)
    }

    /// The member of this name, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        let mut members = self.0.iter_mut();
        members
            .find(|(found, _)| found == name)
            .map(|(_, value)| value)
    }

    /// Whether there is a member of this name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Sets a member; gives what was there.
    pub fn insert(&mut self, name: impl Into<String>, value: Value) -> Option<Value> {
        let name = name.into();
        match self.get_mut(&name) {
            Some(found) => Some(std::mem::replace(found, value)),
            None => {
                self.0.push((name, value));
                None
            }
        }
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let index = self.0.iter().position(|(found, _)| found == name)?;
        Some(self.0.remove(index).1)
    }

    /// Keeps only the members that `keep` says yes to.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &Value) -> bool) {
        self.0.retain(|(name, value)| keep(name, value));
    }

    /// The members.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter().map(|(name, value)| (name, value))
    }

    /// The members' names.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(name, _)| name)
    }

    /// The members' values.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.0.iter().map(|(_, value)| value)
    }
}

impl IntoIterator for Map {
    type Item = (String, Value);
    type IntoIter = std::vec::IntoIter<(String, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Extend<(String, Value)> for Map {
    fn extend<T: IntoIterator<Item = (String, Value)>>(&mut self, members: T) {
        for (name, value) in members {
            self.insert(name, value);
        }
    }
}

impl Value {
    /// An object of these members; those that are null are left out.
    pub fn present<'a>(members: impl IntoIterator<Item = (&'a str, Value)>) -> Self {
        let members = members.into_iter().filter(|(_, value)| !value.is_null());
        Self::object(members)
    }

    /// An object of these members.
    pub fn object<'a>(members: impl IntoIterator<Item = (&'a str, Value)>) -> Self {
        let members = members.into_iter();
        Self::Object(Map(members
            .map(|(name, value)| (name.to_string(), value))
            .collect()))
    }

    /// The member of this name, of an object.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.as_object()?.get(name)
    }

    /// Whether it is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The text, of a text.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number, of a number.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Number(number) => number.as_i64(),
            _ => None,
        }
    }

    /// The whole number that is not negative, of a number.
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Number(number) => number.as_u64(),
            _ => None,
        }
    }

    /// The number, of a number.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number.as_f64()),
            _ => None,
        }
    }

    /// The truth, of a truth.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    /// The items, of a list.
    pub fn as_array(&self) -> Option<&Vec<Value>> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members, of an object.
    pub fn as_object(&self) -> Option<&Map> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }
}

macro_rules! from_whole {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Value {
            fn from(number: $kind) -> Self {
                Self::Number(Number(number.to_string().into()))
            }
        }
        impl From<$kind> for Number {
            fn from(number: $kind) -> Self {
                Self(number.to_string().into())
            }
        }
    )*};
}
from_whole!(i32, i64, u16, u32, u64, usize);

macro_rules! from_part {
    ($($kind:ty => $make:expr),* $(,)?) => {$(
        impl From<$kind> for Value {
            fn from(part: $kind) -> Self {
                $make(part)
            }
        }
    )*};
}
from_part! {
    &str => |text: &str| Self::String(text.to_string()),
    &String => |text: &String| Self::String(text.clone()),
    String => Self::String,
    bool => Self::Bool,
    Map => Self::Object,
    Number => Self::Number,
    Vec<Value> => Self::Array,
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(part: Option<T>) -> Self {
        part.map_or(Self::Null, Into::into)
    }
}

/// Writes an object of the core's values: `json!({ "id": id, "list": vec![…] })`. Nested objects are written
/// with a `json!` of their own.
#[macro_export]
macro_rules! json {
    ({ $($name:literal : $value:expr),* $(,)? }) => {
        $crate::json::Value::object([ $( ($name, $crate::json::Value::from($value)) ),* ])
    };
}

/// Parses a JSON document.
///
/// # Errors
/// `protocol` when the text is not JSON, or nested too deeply; the message says where, never what.
pub fn parse(text: &[u8]) -> Result<Value, Error> {
    let mut parser = Parser { text, at: 0 };
    let value = parser.value(0);
    parser.space();
    match value {
        Some(value) if parser.at == text.len() => Ok(value),
        _ => {
            let at = parser.at.min(text.len());
            let message = format!("not valid JSON at byte {at}");
            Err(Error::new(Kind::Protocol, message))
        }
    }
}

/// The text that a JSON string literal, quotes included, stands for.
pub fn unquote(literal: &[u8]) -> Option<String> {
    match parse(literal) {
        Ok(Value::String(text)) => Some(text),
        _ => None,
    }
}

struct Parser<'t> {
    text: &'t [u8],
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.space();
        match self.peek()? {
            b'"' => self.string().map(Value::String),
            b'{' if depth < MAX_DEPTH => self.object(depth),
            b'[' if depth < MAX_DEPTH => self.array(depth),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        let rest = self.text.get(self.at..)?;
        rest.starts_with(word.as_bytes()).then(|| {
            self.at += word.len();
            value
        })
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        self.at += 1;
        let mut members = Map::new();
        self.space();
        if self.take(b'}').is_some() {
            return Some(Value::Object(members));
        }
        loop {
            self.space();
            let name = self.string()?;
            self.space();
            self.take(b':')?;
            let value = self.value(depth + 1)?;
            members.insert(name, value);
            self.space();
            if members.len() <= MAX_MEMBERS && self.take(b',').is_some() {
                continue;
            }
            self.take(b'}')?;
            return Some(Value::Object(members));
        }
    }

    fn array(&mut self, depth: usize) -> Option<Value> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.take(b']').is_some() {
            return Some(Value::Array(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.space();
            if self.take(b',').is_none() {
                self.take(b']')?;
                return Some(Value::Array(items));
            }
        }
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        let _ = self.take(b'-');
        // A number does not begin with a nought, except to be one.
        if self.take(b'0').is_none() {
            self.digits()?;
        }
        if self.take(b'.').is_some() {
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        let text = std::str::from_utf8(self.text.get(start..self.at)?).ok()?;
        Some(Value::Number(Number(text.into())))
    }

    fn string(&mut self) -> Option<String> {
        self.take(b'"')?;
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let plain = rest.get(..memchr::memchr2(b'"', b'\\', rest)?)?;
            if plain.iter().any(|byte| *byte < 0x20) {
                return None;
            }
            text.push_str(std::str::from_utf8(plain).ok()?);
            self.at += plain.len();
            if self.take(b'"').is_some() {
                return Some(text);
            }
            self.at += 1;
            text.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Option<char> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return None,
        })
    }

    /// Half of a pair that stands alone becomes the replacement character, as upstreams cut texts anywhere.
    fn unicode(&mut self) -> Option<char> {
        let first = self.hex4()?;
        if (0xd800..0xdc00).contains(&first) && self.text.get(self.at..self.at + 2) == Some(b"\\u")
        {
            let back = self.at;
            self.at += 2;
            let second = self.hex4()?;
            if (0xdc00..0xe000).contains(&second) {
                return char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
            }
            self.at = back;
        }
        Some(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn hex4(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        digits.iter().try_fold(0, |code, digit| {
            Some(code * 16 + char::from(*digit).to_digit(16)?)
        })
    }
}

impl fmt::Display for Value {
    /// Writes compact JSON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        write(&mut text, self);
        f.write_str(&text)
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
            // Writing to a text cannot fail.
            _ => drop(write!(out, "\\u{byte:04x}")),
        }
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    out.push('"');
}

/// The value at a path of member names and list positions.
pub fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, step| match value {
        Value::Object(members) => members.get(step),
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

/// The number at a path.
pub fn number_at(value: &Value, path: &[&str]) -> Option<Number> {
    match at(value, path)? {
        Value::Number(number) => Some(number.clone()),
        _ => None,
    }
}

/// Turns declared identifiers, and every whole number that JavaScript would round, into strings.
pub fn protect_ids(value: &mut Value, ids: &[&[&str]]) {
    for path in ids {
        name_ids(value, path);
    }
    protect_large(value);
}

fn protect_large(value: &mut Value) {
    match value {
        Value::Number(number) => {
            let digits = number.0.strip_prefix('-').unwrap_or(&number.0);
            let safe = digits.parse().is_ok_and(|whole: u64| whole <= MAX_SAFE);
            if !safe && !number.is_float() {
                *value = Value::String(number.to_string());
            }
        }
        Value::Array(items) => items.iter_mut().for_each(protect_large),
        Value::Object(members) => members.0.iter_mut().for_each(|(_, m)| protect_large(m)),
        _ => {}
    }
}

/// Makes the numbers at a path, with `*` for list items, strings.
fn name_ids(value: &mut Value, path: &[&str]) {
    match (path.split_first(), &mut *value) {
        (None, Value::Number(number)) => *value = Value::String(number.to_string()),
        (Some((&"*", rest)), Value::Array(items)) => {
            items.iter_mut().for_each(|item| name_ids(item, rest));
        }
        (Some((step, rest)), Value::Object(members)) => {
            if let Some(member) = members.get_mut(step) {
                name_ids(member, rest);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits_and_members_their_order() {
        let text = r#"{"z":9007199254740993,"a":-0.10e+2,"big":123456789012345678901234567890,"n":[1.0,true,false,null,""]}"#;
        assert_eq!(parse(text.as_bytes()).unwrap().to_string(), text);
    }

    #[test]
    fn texts_go_round() {
        let text = "q\" b\\ n\n \u{1} é 😀 \u{7f}";
        let written = Value::from(text).to_string();
        assert_eq!(unquote(written.as_bytes()).as_deref(), Some(text));
        let escaped = br#""\u00e9\ud83d\ude00\/\b\f\r\t\ud83dx\ude00""#;
        let expected = "é😀/\u{8}\u{c}\r\t\u{fffd}x\u{fffd}";
        assert_eq!(unquote(escaped).as_deref(), Some(expected));
    }

    #[test]
    fn what_is_not_json_is_refused() {
        for wrong in [
            "",
            "{",
            "[1,]",
            "{\"a\":1,}",
            "01",
            "1.",
            ".5",
            "+1",
            "1e",
            "nul",
            "\"\n\"",
            "\"\\x\"",
            "{\"a\" 1}",
            "{a:1}",
            "1 2",
            "NaN",
            "\"\\u12\"",
        ] {
            assert!(parse(wrong.as_bytes()).is_err(), "{wrong:?}");
        }
        assert!(parse(b"\"\xff\"").is_err());
        let deep = [vec![b'['; 200], vec![b']'; 200]].concat();
        assert!(parse(&deep).is_err());
    }

    #[test]
    fn a_repeated_name_counts_as_its_last() {
        assert_eq!(
            parse(br#"{"a":1,"b":2,"a":3}"#).unwrap().to_string(),
            r#"{"a":3,"b":2}"#
        );
    }

    #[test]
    fn floats_for_limits() {
        for (text, float) in [
            ("0.5", 0.5),
            ("-12", -12.0),
            ("1e3", 1000.0),
            ("2.50E-1", 0.25),
            ("0", 0.0),
            ("0.1", 0.1),
            ("123456.789", 123456.789),
            ("1e999", f64::INFINITY),
            ("1e-999", 0.0),
        ] {
            let Value::Number(number) = parse(text.as_bytes()).unwrap() else {
                panic!("{text} is a number");
            };
            assert_eq!(number.as_f64(), float, "{text}");
        }
    }

    #[test]
    fn large_numbers_and_declared_ids_become_texts() {
        let mut value = parse(
            br#"{"file":{"file_id":12},"files":[{"file_id":9007199254740993}],"n":9007199254740991,"m":-9007199254740992,"huge":99999999999999999999}"#,
        )
        .unwrap();
        protect_ids(
            &mut value,
            &[&["file", "file_id"], &["files", "*", "file_id"]],
        );
        assert_eq!(
            value.to_string(),
            r#"{"file":{"file_id":"12"},"files":[{"file_id":"9007199254740993"}],"n":9007199254740991,"m":"-9007199254740992","huge":"99999999999999999999"}"#
        );
    }
}
