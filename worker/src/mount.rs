//! An upstream's own paths below its mount: identity, route, body, check, and then the upstream.

use crate::body;
use crate::exchange::{Answered, Exchange};
use crate::forward::{self, Outgoing, Payload};
use crate::identity;
use crate::reply::{Refusal, Voice};
use crate::url::{self, BadQuery};
use genmedia::check;
use genmedia::error::{Error, Kind};
use genmedia::json::{self, Map, Value};
use genmedia::operation::{self, At, Body, Operation, Route, Shape};
use genmedia::provider::Provider;
use genmedia::request;

/// The field by which an upstream would be told to call somebody; only the Worker may set it.
const CALLBACK: &str = "callback_url";

/// What is asked below a mount.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Whose mount it is.
    pub provider: &'static Provider,
    /// The method as it came.
    pub method: &'a str,
    /// The path below the mount, as it came.
    pub path: &'a str,
    /// The query, as it came.
    pub query: &'a str,
}

/// Answers a request below a mount.
pub async fn serve(exchange: &Exchange, asked: Asked<'_>) -> Answered {
    let route = operation::route(asked.provider.name, asked.method, asked.path);
    let voice = match &route {
        Route::Found { operation, .. } => Voice::Of(operation.dialect),
        _ => Voice::nearest(asked.provider, asked.path),
    };
    if exchange.is_denied() {
        return exchange.refuse_page(voice);
    }
    if asked.method == "OPTIONS" {
        return match route {
            Route::WrongMethod(methods) => exchange.options(&list(methods)),
            _ => exchange.refuse_as(voice, unknown()),
        };
    }
    if identity::caller(exchange).is_none() {
        return exchange.refuse_as(voice, identity::unknown());
    }
    match route {
        Route::Found {
            operation,
            captures,
        } => match prepare(exchange, operation, captures, asked.query).await {
            Ok((upstream, outgoing)) => forward::send(exchange, upstream, outgoing).await,
            Err(refusal) => exchange.refuse_as(voice, refusal),
        },
        Route::WrongMethod(methods) => {
            exchange.refuse_as(voice, Refusal::wrong_method(&list(methods)))
        }
        Route::NotFound => exchange.refuse_as(voice, unknown()),
    }
}

/// Checks everything that can be checked before money is spent, and builds what will be sent.
async fn prepare<'x>(
    exchange: &'x Exchange,
    operation: &'static Operation,
    captures: Vec<(&'static str, String)>,
    query: &str,
) -> Result<(&'x crate::config::Upstream, Outgoing), Refusal> {
    let upstream = exchange
        .config()
        .upstream(operation.provider.name)
        .ok_or_else(|| {
            let message = "This Worker is not set up for this provider: its operator has to set a base URL \
                           and a key.";
            Refusal::new(503, Kind::Configuration, message)
        })?;
    let query = url::declared_query(query, operation.query_names()).map_err(bad_query)?;
    let mut target = request::expand(operation, &captures).ok_or_else(unknown)?;
    target.push_str(&url::encode_query(&query));
    let body = match operation.body {
        Body::Multipart => {
            let (body, content_type) = body::form(exchange, operation.max_body)?;
            Payload::Form(body, content_type)
        }
        Body::None => {
            body::none(exchange)?;
            checked(operation, Map::new(), &captures, &query)?;
            Payload::None
        }
        Body::Json => {
            let members = body::json(exchange, operation.max_body).await?;
            let members = checked(operation, members, &captures, &query)?;
            let streams = forward::streams(&members);
            Payload::Checked(written(operation, members).into(), streams)
        }
    };
    let outgoing = Outgoing {
        operation,
        target,
        body,
    };
    Ok((upstream, outgoing))
}

/// A checked body as the upstream reads it.
pub fn written(operation: &Operation, members: Map) -> String {
    let members = request::on_wire(members, operation.fields);
    json::to_string(&Value::Object(members))
}

/// Checks a request as a whole, wherever its fields came from, and gives its body back.
pub fn checked(
    operation: &'static Operation,
    mut members: Map,
    captures: &[(&'static str, String)],
    query: &[(&'static str, String)],
) -> Result<Map, Refusal> {
    if members.contains_key(CALLBACK) {
        let message = "callback_url: is not taken from callers; poll the task instead";
        return Err(Refusal::of(400, Error::invalid(CALLBACK, message)));
    }
    // Fields of the path and the query are never taken from the body.
    members.retain(|name, _| {
        let field = operation.fields.find(name);
        field.is_none_or(|field| field.at == At::Body)
    });
    for (name, text) in captures.iter().chain(query) {
        members.insert((*name).to_string(), typed(operation, name, text));
    }
    let value = Value::Object(members);
    if let Some(error) = check::check(operation, &value).into_error(operation) {
        return Err(Refusal::of(400, error));
    }
    let Value::Object(mut members) = value else {
        return Ok(Map::new());
    };
    for (name, _) in captures.iter().chain(query) {
        members.remove(name);
    }
    check::fill(operation, &mut members);
    Ok(members)
}

/// A text of the path or the query as the value that its field holds.
fn typed(operation: &Operation, name: &str, text: &str) -> Value {
    let field = operation.fields.find(name);
    match field.map(|field| field.shape) {
        Some(Shape::Int { .. } | Shape::Num { .. } | Shape::Bool) => {
            json::parse(text.as_bytes()).unwrap_or_else(|_| Value::from(text))
        }
        _ => Value::from(text),
    }
}

fn bad_query(bad: BadQuery) -> Refusal {
    let (name, message) = match bad {
        BadQuery::Encoding(name) => (name, "is not percent-encoded UTF-8"),
        BadQuery::Twice(name) => (name, "is in the query twice"),
    };
    let message = format!("{name}: {message}");
    Refusal::of(400, Error::invalid(name, message))
}

fn unknown() -> Refusal {
    Refusal::new(
        404,
        Kind::NotFound,
        "This Worker has no such operation; media.operations() lists them all.",
    )
}

/// The methods of a path, each once.
fn list(mut methods: Vec<&'static str>) -> String {
    methods.push("OPTIONS");
    methods.sort_unstable();
    methods.dedup();
    methods.join(", ")
}
