//! `/models`: what each model can do, as the package's catalogue says it; the same for every caller.

use crate::exchange::{Answered, Exchange};
use crate::page;
use crate::reply::Refusal;
use crate::url::declared_query;
use genmedia::error::Kind;
use genmedia::json::{self, Value};
use worker::Env;

/// The catalogue, generated from the rows, beside the pages. The host of the address is never asked.
const CATALOGUE: &str = "https://pages/models.json";

/// The members by which the list can be narrowed, as parameters of the query.
const FILTERS: [&str; 4] = ["family", "id", "kind", "provider"];

/// Answers `GET /models`, with `{models}`.
pub async fn serve(exchange: &Exchange, env: &Env, method: &str, query: &str) -> Answered {
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
    let Some(models) = catalogue(env).await else {
        let message = "The catalogue is not among the files that this Worker was deployed with.";
        return exchange.refuse(Refusal::new(404, Kind::NotFound, message));
    };
    let fits = |model: &Value| {
        wanted
            .iter()
            .all(|(name, value)| model.get(name).and_then(Value::as_str) == Some(value))
    };
    let models: Vec<Value> = models.into_iter().filter(fits).collect();
    exchange.json(200, &Value::object([("models", models.into())]))
}

async fn catalogue(env: &Env) -> Option<Vec<Value>> {
    let request = web_sys::Request::new_with_str(CATALOGUE).ok()?;
    let text = page::file(&request, env).await?.text().await.ok()?;
    match json::parse(text.as_bytes()) {
        Ok(Value::Array(models)) => Some(models),
        _ => None,
    }
}
