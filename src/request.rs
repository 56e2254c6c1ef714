//! From a checked request to what goes on the wire: URL, headers and body.

use crate::check::{Params, blob};
use crate::error::Error;
use crate::json::{Map, Number, Value, to_string};
use crate::operation::{At, Body, Fields, Method, Operation, Shape};
use crate::text;

/// Where a provider is reached, and as whom.
#[derive(Clone, Debug, Default)]
pub struct Endpoint {
    /// The base URL; it may hold a path, which is kept.
    pub base: String,
    /// The key or session token, sent as a bearer.
    pub bearer: Option<String>,
    /// Parameters added to every query, such as `GroupId` (`minimax.md` 1.3).
    pub query: Vec<(String, String)>,
    /// Whether it is our Worker, which takes an idempotency key.
    pub worker: bool,
}

/// A part of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The caller's file with this number.
    File {
        /// The part's name.
        name: String,
        /// Which of the caller's files it is.
        blob: usize,
    },
    /// A text.
    Text {
        /// The part's name.
        name: String,
        /// The text.
        value: String,
    },
}

/// The body of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// A form; the host sets the boundary.
    Form(Vec<Part>),
    /// A JSON document.
    Json(String),
    /// None.
    None,
}

/// A request, ready to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The whole URL.
    pub url: String,
    /// Header names in lower case, and their values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub payload: Payload,
}

/// Builds the request of an operation.
///
/// # Errors
/// `invalid_request` when a field of the path is missing.
pub fn build(operation: &Operation, params: Params, endpoint: &Endpoint) -> Result<Request, Error> {
    let members = params.members();
    let mut captures = Vec::new();
    for field in operation.fields.iter().filter(|field| field.at == At::Path) {
        if let Some(value) = members.get(field.name).and_then(plain) {
            captures.push((field.name, value));
        }
    }
    let path = expand(operation, &captures).ok_or_else(|| {
        Error::invalid(
            operation.path,
            "the path needs an identifier that is missing",
        )
    })?;

    let mut base = endpoint.base.as_str();
    while let Some(shorter) = base.strip_suffix("/") {
        base = shorter;
    }
    let mut url = text!(base, path);
    let mut separator = '?';
    let mut query = |name: &str, value: &str| {
        url.push(separator);
        separator = '&';
        encode(&mut url, name);
        url.push('=');
        encode(&mut url, value);
    };
    let mut headers = Vec::new();
    let mut body = Map::new();
    for (name, value) in params.into_members() {
        let at = operation
            .fields
            .find(&name)
            .map_or(At::Body, |field| field.at);
        match at {
            At::Body if operation.body != Body::None => {
                body.insert(name, value);
            }
            At::Path => {}
            _ => match plain(&value) {
                Some(value) if at == At::Header => headers.push((name, value)),
                Some(value) => query(&name, &value),
                None => {}
            },
        }
    }
    for (name, value) in &endpoint.query {
        query(name, value);
    }
    let payload = match operation.body {
        Body::None => Payload::None,
        Body::Json => Payload::Json(to_string(&Value::Object(on_wire(body, operation.fields)))),
        Body::Multipart => Payload::Form(parts(operation.fields, &body)),
    };
    if let Payload::Json(_) = payload {
        headers.push(("content-type".to_string(), "application/json".to_string()));
    }
    if let Some(bearer) = &endpoint.bearer {
        headers.push(("authorization".to_string(), text!("Bearer ", bearer)));
    }
    Ok(Request {
        method: operation.method,
        url,
        headers,
        payload,
    })
}

/// The path of an operation with its captures filled in; `None` when one is missing or not an identifier.
pub fn expand(operation: &Operation, captures: &[(&str, String)]) -> Option<String> {
    let mut path = String::new();
    for part in text::parts(operation.path, b"/").skip(1) {
        path.push('/');
        match crate::operation::capture(part) {
            Some(name) => {
                let (_, value) = captures.iter().find(|(found, _)| *found == name)?;
                if !crate::operation::is_capture(value) {
                    return None;
                }
                path.push_str(value);
            }
            None => path.push_str(part),
        }
    }
    Some(path)
}

/// A body as the wire wants it: identifiers become exact numbers where the row says so.
pub fn on_wire(mut body: Map, fields: Fields) -> Map {
    for field in fields {
        if let Some(value) = body.get_mut(field.name) {
            wire_value(value, field.shape);
        }
    }
    body
}

fn wire_value(value: &mut Value, shape: Shape) {
    match (shape, &mut *value) {
        (Shape::Id { number: true }, Value::String(text)) => {
            if let Some(number) = Number::whole(text) {
                *value = Value::Number(number);
            }
        }
        (Shape::Base64(_), Value::String(text)) => {
            // A file comes as a data URL, of which only the data is meant.
            if let Some((_, data)) = text::cut(text, b",") {
                *text = data.to_string();
            }
        }
        (Shape::Id { number: false }, Value::Number(number)) => {
            *value = Value::String(number.as_str().to_string());
        }
        (Shape::Either(one, other), _) => {
            wire_value(value, one.shape());
            wire_value(value, other.shape());
        }
        (Shape::List { of, .. }, Value::Array(items)) => {
            for item in items {
                wire_value(item, of.shape());
            }
        }
        (Shape::Object(fields), Value::Object(members)) => {
            *members = on_wire(std::mem::take(members), fields);
        }
        _ => {}
    }
}

/// The parts of a form in the order of the row's fields, so that texts come before the file they describe.
fn parts(fields: Fields, body: &Map) -> Vec<Part> {
    let mut order: Vec<&str> = fields.iter().map(|field| field.name).collect();
    let unknown = body.keys().filter(|name| fields.find(name).is_none());
    order.extend(unknown.map(String::as_str));
    let mut parts = Vec::new();
    for name in order {
        let Some(value) = body.get(name) else {
            continue;
        };
        let name = name.to_string();
        if let Some(blob) = blob(value) {
            parts.push(Part::File { name, blob });
        } else if let Some(value) = plain(value) {
            parts.push(Part::Text { name, value });
        }
    }
    parts
}

/// A value as plain text, for paths, queries and forms; `None` for null.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(to_string(other)),
    }
}

/// Appends a text with everything but unreserved characters percent-encoded.
fn encode(url: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            url.push(char::from(byte));
            continue;
        }
        url.push('%');
        for nibble in [byte >> 4, byte & 15] {
            url.push(
                DIGITS
                    .get(usize::from(nibble))
                    .map_or('0', |d| char::from(*d)),
            );
        }
    }
}
