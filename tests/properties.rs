//! Properties of every parser, over inputs that nobody would write by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "properties/bytes.rs"]
mod bytes;
#[path = "support/lanes.rs"]
mod lanes;
#[path = "properties/requests.rs"]
mod requests;
#[path = "properties/streams.rs"]
mod streams;
#[path = "properties/texts.rs"]
mod texts;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Map, Value};

/// The same inputs in every run, unless `PROPTEST_RNG_SEED` gives another seed.
fn config() -> ProptestConfig {
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    config.cases = config.cases.max(1024);
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(7);
    }
    config
}

/// Any JSON value, with names and texts that need escapes, and numbers at the edges.
fn any_json() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1_000_000_i64..1_000_000).prop_map(|n| Value::from(n as f64 / 1024.0)),
        Just(Value::from(9_007_199_254_740_993_u64)),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number,
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((any_name(), inner), 0..5)
                .prop_map(|members| Value::from(Map::from_iter(members))),
        ]
    })
}

/// A JSON object or list: only of these is every shorter text incomplete.
fn any_document() -> impl Strategy<Value = Value> {
    let name = any_name();
    let members = prop::collection::vec((name, any_json()), 0..5);
    prop_oneof![
        prop::collection::vec(any_json(), 0..5).prop_map(Value::from),
        members.prop_map(|members| Value::from(Map::from_iter(members))),
    ]
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[abc]", 1 => any_text()]
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z0-9 ]{0,6}",
        Just("\"".to_string()),
        Just("\\".to_string()),
        Just("{[:,]}".to_string()),
        Just("\n\r\t\u{0}\u{7f}".to_string()),
        Just("é漢😀\u{2028}".to_string()),
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

/// The core's value of a JSON document.
fn core_value(value: &Value) -> genmedia::json::Value {
    genmedia::json::parse(value.to_string().as_bytes()).unwrap()
}

/// The independent reader's value of the core's.
fn plain_value(value: &genmedia::json::Value) -> Value {
    serde_json::from_str(&value.to_string()).unwrap()
}
