//! Reads what a JavaScript host says about a call: where to, as whom, and how.

use crate::call::Settings;
use crate::error::{Error, Kind};
use crate::fold::View;
use crate::json::Value;
use crate::operation::Operation;
use crate::request::Endpoint;
use crate::text;

/// The settings of a call in the words of `{providers: {name: {base, bearer?, query}}, viaWorker, …}`.
///
/// # Errors
/// `configuration` when nothing is said of the operation's provider.
pub fn read(operation: &Operation, told: &Value, follow: bool) -> Result<Settings, Error> {
    let name = operation.provider.name;
    let place = told.get("providers").and_then(|all| all.get(name));
    let place = place.ok_or_else(|| {
        let message = text!(
            "no ",
            name,
            " is set up: give the client its key, or a `baseUrl`"
        );
        Error::new(Kind::Configuration, message)
    })?;
    let text = |of: &Value, name: &str| Some(of.get(name)?.as_str()?.to_string());
    let number = |name: &str| told.get(name).and_then(Value::as_f64);
    let view = text(told, "view").map(|view| match view.as_str() {
        "bytes" => View::Bytes,
        "text" => View::Text,
        _ => View::Events,
    });
    Ok(Settings {
        endpoint: Endpoint {
            base: text(place, "base").unwrap_or_default(),
            bearer: text(told, "token").or_else(|| text(place, "key")),
            query: pairs(place.get("query")),
            worker: flag(told, "viaWorker"),
        },
        stream: flag(told, "stream").then_some(view.unwrap_or_default()),
        follow: follow || flag(told, "task"),
        cancel: flag(told, "cancel"),
        max_retries: number("maxRetries").map_or(2, |retries| retries as u32),
        jitter: number("seed").unwrap_or(0.5),
        idempotency_key: text(told, "idempotencyKey"),
        headers: pairs(told.get("headers")),
        poll_ms: number("pollMs").map(|ms| ms as u64),
        deadline_ms: number("deadlineMs").map(|ms| ms as u64),
    })
}

/// Whether a member is true.
pub fn flag(told: &Value, name: &str) -> bool {
    matches!(told.get(name), Some(Value::Bool(true)))
}

/// The members of an object of texts.
pub fn pairs(told: Option<&Value>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    if let Some(Value::Object(members)) = told {
        for (name, value) in members.iter() {
            if let Value::String(text) = value {
                pairs.push((name.clone(), text.clone()));
            }
        }
    }
    pairs
}
