//! JSON against an independent reader, path look-ups against its tree, and exact identifiers.

use super::*;
use genmedia::json;
use genmedia::scan::{self, Token};

/// Steps that fit the names of `any_json` and the first items of its lists.
fn any_path() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "0"]), 0..4)
}

fn pointer<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    value.pointer(
        &path
            .iter()
            .map(|step| format!("/{step}"))
            .collect::<String>(),
    )
}

/// Space where JSON allows it.
fn spaced(value: &Value) -> String {
    serde_json::to_string_pretty(value)
        .unwrap()
        .replace('\n', "\r\n\t")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn reading_and_writing_agree_with_another_reader(value in any_json()) {
        let ours = json::parse(spaced(&value).as_bytes()).unwrap();
        prop_assert_eq!(plain_value(&ours), value.clone());
        prop_assert_eq!(ours, core_value(&value));
    }

    #[test]
    fn short_decimals_are_read_exactly(
        digits in 0_u64..1_000_000_000_000_000,
        point in 0_usize..15,
        exponent in -6_i32..6,
        negative in any::<bool>(),
    ) {
        let mut text = format!("{digits:015}");
        text.insert(15 - point, '.');
        let text = text.trim_start_matches('0').trim_end_matches('.');
        let text = if text.starts_with('.') || text.is_empty() { format!("0{text}") } else { text.to_string() };
        let text = format!("{}{text}e{exponent}", if negative { "-" } else { "" });
        let value = json::parse(text.as_bytes()).unwrap();
        prop_assert_eq!(value.as_f64(), text.parse::<f64>().ok(), "{}", text);
    }

    #[test]
    fn what_is_json_is_so_for_both(text in "[\\[\\]{}:,\"\\\\ntrue0-9.eE+ \u{0}é-]{0,16}") {
        let theirs = serde_json::from_str::<Value>(&text);
        let ours = json::parse(text.as_bytes());
        // The other reader refuses what no float can hold; here numbers are digits.
        let too_large = theirs.as_ref().is_err_and(|e| e.to_string().contains("out of range"));
        prop_assert_eq!(ours.is_ok(), theirs.is_ok() || too_large, "{:?}", text);
    }

    #[test]
    fn no_bytes_make_the_readers_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let ours = json::parse(&bytes).is_ok();
        prop_assert_eq!(ours, serde_json::from_slice::<Value>(&bytes).is_ok());
        let _ = scan::find(&bytes, &[&["a"], &["a", "0", "b"], &["*"], &[]]);
        let _ = json::unquote(&bytes);
    }

    #[test]
    fn escapes_are_read_alike(units in prop::collection::vec(any::<u16>(), 0..6)) {
        let escaped: String = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
        let literal = format!("\"{escaped}\"");
        prop_assert_eq!(
            json::unquote(literal.as_bytes()),
            Some(String::from_utf16_lossy(&units))
        );
    }

    #[test]
    fn a_look_up_finds_what_the_tree_holds(
        value in any_document(),
        first in any_path(),
        second in any_path(),
        pretty in any::<bool>(),
    ) {
        let text = if pretty { spaced(&value) } else { value.to_string() };
        let text = text.as_bytes();
        let paths: [&[&str]; 2] = [&first, &second];
        let found = scan::find(text, &paths).expect("a whole document");
        for (index, path) in paths.iter().enumerate() {
            let span = found.span(index);
            // A step with a digit is a position or a name, as the value has it.
            let wanted = pointer(&value, path);
            prop_assert_eq!(span.is_some(), wanted.is_some(), "{:?}", path);
            let (Some(span), Some(wanted)) = (span, wanted) else {
                continue;
            };
            match span.token {
                Token::Text => {
                    let text = span.text(text);
                    prop_assert_eq!(text.as_deref(), wanted.as_str());
                }
                _ => {
                    let value: Value = serde_json::from_slice(span.of(text)).unwrap();
                    prop_assert_eq!(&value, wanted);
                }
            }
        }
    }

    #[test]
    fn a_cut_document_holds_nothing(value in any_document(), cut in any::<prop::sample::Index>()) {
        let text = value.to_string().into_bytes();
        let cut = cut.index(text.len());
        prop_assert!(scan::find(&text[..cut], &[&["a"], &["a", "0", "b"]]).is_none());
        prop_assert!(json::parse(&text[..cut]).is_err());
    }

    #[test]
    fn protected_numbers_are_exact_for_javascript(value in any_json()) {
        let mut ours = core_value(&value);
        json::protect_ids(&mut ours, &["a", "b.*.c"]);
        let found = plain_value(&ours);
        prop_assert!(safe(&found), "{}", found);
        prop_assert!(same(&value, &found), "{} became {}", value, found);
        for id in [found.get("a"), found.pointer("/b/0/c")].into_iter().flatten() {
            prop_assert!(!id.is_number(), "{} is declared an identifier", id);
        }
    }
}

/// Whether JavaScript's numbers hold every whole number in the value exactly.
fn safe(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().all(safe),
        Value::Object(members) => members.values().all(safe),
        Value::Number(number) => {
            let size = number.as_i64().map(i64::unsigned_abs).or(number.as_u64());
            size.is_none_or(|size| size < 1 << 53)
        }
        _ => true,
    }
}

/// Whether the values differ at most by numbers that became texts of the same digits.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(number), Value::String(text)) => number.to_string() == *text,
        (Value::Array(ones), Value::Array(others)) => {
            ones.len() == others.len() && ones.iter().zip(others).all(|(a, b)| same(a, b))
        }
        (Value::Object(ones), Value::Object(others)) => {
            let alike = |(name, value)| others.get(name).is_some_and(|other| same(value, other));
            ones.len() == others.len() && ones.iter().all(alike)
        }
        _ => one == other,
    }
}
