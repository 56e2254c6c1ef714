//! Checks and requests of every row over arbitrary callers, and identifiers from the caller to the wire.

use super::*;
use genmedia::operation::{self, Field, Kind, Operation};
use genmedia::request::{self, Endpoint, Payload};
use genmedia::{check, json};

fn any_row() -> impl Strategy<Value = &'static Operation> {
    prop::sample::select(operation::all().collect::<Vec<_>>())
}

/// A file as the host tells of it.
fn any_file(number: u8) -> BoxedStrategy<Value> {
    let size = prop::option::of(0..100_000_000_u32);
    let told = prop::option::of((any_text(), any_text()));
    let file = (size, told).prop_map(move |(size, told)| {
        let mut file = serde_json::json!({ "$blob": number });
        if let Some(size) = size {
            file["size"] = size.into();
        }
        if let Some((mime, name)) = told {
            file["type"] = mime.into();
            file["name"] = name.into();
        }
        file
    });
    file.boxed()
}

/// A value that may or may not be what the field wants.
fn near(kind: Kind) -> BoxedStrategy<Value> {
    let right: BoxedStrategy<Value> = match kind {
        Kind::Any => any_json().boxed(),
        Kind::Base64(_) => prop_oneof![Just(Value::from("AAEC")), any_file(2),].boxed(),
        Kind::Bool => any::<bool>().prop_map(Value::from).boxed(),
        Kind::Either(one, other) => prop_oneof![near(*one), near(*other)].boxed(),
        Kind::File(_) => any_file(0),
        Kind::Id { .. } => prop_oneof![
            any::<u64>().prop_map(|id| Value::from(id.to_string())),
            any::<u64>().prop_map(Value::from),
            "[a-zA-Z0-9_.:-]{1,12}".prop_map(Value::from),
        ]
        .boxed(),
        Kind::Int { min, max } => (min..=max).prop_map(Value::from).boxed(),
        Kind::List { of, min, .. } => prop::collection::vec(near(*of), min..min + 2)
            .prop_map(Value::from)
            .boxed(),
        Kind::Media(_) => {
            prop_oneof![Just(Value::from("https://cdn.test/a.png")), any_file(1),].boxed()
        }
        Kind::Num { .. } => (0_i32..100)
            .prop_map(|n| Value::from(f64::from(n) / 50.0))
            .boxed(),
        Kind::Numbers(values) => prop::sample::select(values).prop_map(Value::from).boxed(),
        Kind::Closed(fields) | Kind::Object(fields) => {
            members(fields).prop_map(Value::from).boxed()
        }
        Kind::OneOf(values) => prop::sample::select(values).prop_map(Value::from).boxed(),
        Kind::Url(_) => Just(Value::from("https://cdn.test/a.png")).boxed(),
        Kind::Text { min, .. } => (any_text(), Just("x".repeat(min)))
            .prop_map(|(text, filling)| Value::from(text + &filling))
            .boxed(),
    };
    prop_oneof![49 => right, 1 => any_json()].boxed()
}

fn members(fields: &'static [Field]) -> BoxedStrategy<Map<String, Value>> {
    let member = |field: &'static Field| {
        let value = near(field.kind).prop_map(Some);
        let present = if field.required { 49 } else { 1 };
        let value = prop_oneof![present => value, 1 => Just(None)];
        value.prop_map(|value| Some((field.name.to_string(), value?)))
    };
    let all: Vec<_> = fields.iter().map(member).collect();
    all.prop_map(|members| members.into_iter().flatten().collect())
        .boxed()
}

fn any_request() -> impl Strategy<Value = (&'static Operation, Value)> {
    any_row().prop_flat_map(|row| {
        let fitting = members(row.declared).prop_map(Value::from);
        (Just(row), prop_oneof![4 => fitting, 1 => any_json()])
    })
}

fn rows_with_numbers() -> Vec<(&'static Operation, &'static Field)> {
    operation::all()
        .flat_map(|row| row.declared.iter().map(move |field| (row, field)))
        .filter(|(_, field)| matches!(field.kind, Kind::Id { number: true }))
        .filter(|(row, field)| {
            let alone = json::Value::object([(field.name, "1".into())]);
            check::params(row, alone).is_ok()
        })
        .collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_checked_request_can_always_be_built((row, request) in any_request()) {
        let request = core_value(&request);
        let report = check::check(row, &request);
        let Ok(mut params) = check::params(row, request) else {
            prop_assert!(!report.errors.is_empty());
            return Ok(());
        };
        prop_assert!(report.errors.is_empty());
        params.attach(row, &mut |_| Some("data:image/png;base64,AAEC".to_string()));
        let endpoint = Endpoint {
            base: "https://upstream.test".to_string(),
            ..Endpoint::default()
        };
        let built = request::build(row, params.clone(), &endpoint).unwrap();
        let below = built.url.strip_prefix("https://upstream.test/");
        let path = below.and_then(|below| below.split('?').next()).expect("a path below the base");
        prop_assert!(built.url.bytes().all(|byte| byte.is_ascii_graphic()), "{}", built.url);
        prop_assert!(!path.split('/').any(|part| part == ".." || part == "."), "{}", path);
        if let Payload::Json(body) = built.payload {
            let _: Value = serde_json::from_str(&body).unwrap();
        }
    }

    #[test]
    fn any_value_can_be_checked_against_any_row(row in any_row(), value in any_json()) {
        let report = check::check(row, &core_value(&value));
        let _ = report.to_json().to_string();
        if !value.is_object() && !value.is_null() {
            prop_assert!(!report.errors.is_empty());
        }
    }

    #[test]
    fn identifiers_reach_the_wire_digit_by_digit(
        id in prop_oneof![0..=i64::MAX, 9_007_199_254_740_992..9_007_199_254_741_992_i64],
    ) {
        for (row, field) in rows_with_numbers() {
            let request = json::Value::object([(field.name, id.to_string().into())]);
            let params = check::params(row, request).unwrap();
            let built = request::build(row, params.clone(), &Endpoint::default()).unwrap();
            match built.payload {
                Payload::Json(body) => prop_assert_eq!(body, format!("{{\"{}\":{id}}}", field.name)),
                _ => {
                    let query = format!("?{}={id}", field.name);
                    prop_assert!(built.url.ends_with(&query), "{}", built.url);
                }
            }
        }
    }

    #[test]
    fn identifiers_come_back_digit_by_digit(id in any::<i64>()) {
        let text = format!("{{\"file\":{{\"file_id\":{id}}},\"files\":[{{\"file_id\":{id}}}],\"file_id\":{id}}}");
        for row in operation::all() {
            let mut value = json::parse(text.as_bytes()).unwrap();
            json::protect_ids(&mut value, row.ids);
            for path in row.ids {
                if let Some(found) = json::at(&value, &path.replace('*', "0")) {
                    let digits = id.to_string();
                    prop_assert_eq!(found.as_str(), Some(digits.as_str()));
                }
            }
        }
    }
}

/// A row without such a field would make the property above say nothing.
#[test]
fn some_identifiers_are_numbers_on_the_wire() {
    assert!(rows_with_numbers().len() >= 3);
}
