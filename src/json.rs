//! JSON that loses nothing: numbers keep their digits, members their order, and 2^53 is no limit.
//!
//! This is ours instead of a library's because money and identifiers pass through it, and because the tables
//! and formatters of floats alone would be a fifth of the package's size.

mod parse;
mod value;
mod write;

pub use parse::{parse, unquote};
pub use value::{Map, Number, Value};
pub use write::{Writer, to_string};

/// The largest whole number that a JavaScript number holds exactly.
const MAX_SAFE: u64 = (1 << 53) - 1;

/// Writes an object of the core's values: `json!({ "id": id, "list": vec![…] })`. Nested objects are written
/// with a `json!` of their own.
#[macro_export]
macro_rules! json {
    ({ $($name:literal : $value:expr),* $(,)? }) => {
        $crate::json::Value::object([ $( ($name, $crate::json::Value::from($value)) ),* ])
    };
}

/// The step of a path that leads to the first item of a list; others are reached by `*`.
pub const FIRST: &str = "0";

/// The value at a path of member names and first items with dots between: `data.0.url`.
pub fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    let mut value = value;
    for step in crate::text::parts(path, b".") {
        value = match value {
            Value::Object(members) => members.get(step)?,
            Value::Array(items) if step == FIRST => items.first()?,
            _ => return None,
        };
    }
    Some(value)
}

/// The non-empty text at a path, or the digits of the number there.
pub fn text_at<'a>(value: &'a Value, path: &str) -> Option<&'a str> {
    word(at(value, path)?)
}

/// The text, where it is not empty, or the digits of a number.
pub fn word(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text),
        Value::Number(number) => Some(number.as_str()),
        _ => None,
    }
}

/// The number at a path.
pub fn number_at(value: &Value, path: &str) -> Option<Number> {
    match at(value, path)? {
        Value::Number(number) => Some(number.clone()),
        _ => None,
    }
}

/// Turns declared identifiers, and every whole number that JavaScript would round, into strings.
pub fn protect_ids(value: &mut Value, ids: &[&str]) {
    for path in ids {
        name_ids(value, path);
    }
    protect_large(value);
}

fn protect_large(value: &mut Value) {
    match value {
        Value::Number(number) => {
            let digits = number.0.strip_prefix("-").unwrap_or(&number.0);
            let safe = crate::text::whole(digits).is_some_and(|whole| whole <= MAX_SAFE);
            if !safe && !number.is_float() {
                *value = Value::String(number.as_str().to_string());
            }
        }
        Value::Array(items) => items.iter_mut().for_each(protect_large),
        Value::Object(members) => members.0.iter_mut().for_each(|(_, m)| protect_large(m)),
        _ => {}
    }
}

/// Makes the numbers at a path, with `*` for list items, strings.
fn name_ids(value: &mut Value, path: &str) {
    let (step, rest) = crate::text::cut(path, b".").unwrap_or((path, ""));
    match value {
        Value::Number(number) if path.is_empty() => {
            *value = Value::String(number.as_str().to_string());
        }
        Value::Array(items) if step == "*" => {
            items.iter_mut().for_each(|item| name_ids(item, rest));
        }
        Value::Object(members) => {
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
        protect_ids(&mut value, &["file.file_id", "files.*.file_id"]);
        assert_eq!(
            value.to_string(),
            r#"{"file":{"file_id":"12"},"files":[{"file_id":"9007199254740993"}],"n":9007199254740991,"m":"-9007199254740992","huge":"99999999999999999999"}"#
        );
    }
}
