//! `/models`: what each model can do, as the package's catalogue says it; the same for every caller.

use crate::exchange::{Answered, Exchange};
use crate::reply::Refusal;
use crate::url::declared_query;
use genmedia::json::{self, Value};

/// The catalogue, generated from the rows.
const CATALOGUE: &str = include_str!("../models.json");

/// The members by which the list can be narrowed, as parameters of the query.
const FILTERS: [&str; 4] = ["family", "id", "kind", "provider"];

/// Answers `GET /models`, with `{models}`.
pub fn serve(exchange: &Exchange, method: &str, query: &str) -> Answered {
    const METHODS: &str = "GET, HEAD, OPTIONS";
    match method {
        "GET" | "HEAD" => {}
        "OPTIONS" => return exchange.options(METHODS),
        _ => return exchange.refuse(Refusal::wrong_method(METHODS)),
    }
    let Ok(wanted) = declared_query(query, FILTERS.into_iter()) else {
        let message = "the query cannot be read; it takes family, id, kind and provider, once each";
        return exchange.refuse(Refusal::invalid(400, message));
    };
    let models = match json::parse(CATALOGUE.as_bytes()) {
        Ok(Value::Array(models)) => models,
        _ => Vec::new(),
    };
    let fits = |model: &Value| {
        wanted
            .iter()
            .all(|(name, value)| model.get(name).and_then(Value::as_str) == Some(value))
    };
    let models: Vec<Value> = models.into_iter().filter(fits).collect();
    exchange.json(200, &Value::object([("models", models.into())]))
}
