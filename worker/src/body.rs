//! Reads the small bodies that are checked, within a byte limit, and refuses what two readers could read differently.

use crate::bindings::{self, Name};
use crate::exchange::Exchange;
use crate::headers::{is_form, is_json};
use crate::reply::Refusal;
use genmedia::error::Kind;
use genmedia::json::{self, Map, Value};
use js_sys::futures::JsFuture;
use js_sys::{Date, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// What a Worker can hold twice, as bytes and as a tree, within its 128 MB.
const MAX_CHECKED: u32 = 32 * 1024 * 1024;

/// How long a body that is read here may take to arrive, in milliseconds.
pub const DEADLINE: u32 = 30_000;

/// Reads a JSON object of at most `max` bytes.
pub async fn json(exchange: &Exchange, max: u32) -> Result<Map, Refusal> {
    let headers = exchange.headers();
    let content_type = headers.text(Name::CONTENT_TYPE).unwrap_or_default();
    if !is_json(&content_type) {
        return Err(unsupported(
            "The body must be sent as application/json in UTF-8.",
        ));
    }
    refuse_encoding(exchange)?;
    let max = max.min(MAX_CHECKED);
    let bytes = match declared_length(exchange)? {
        Some(length) if length > u64::from(max) => return Err(too_large(max)),
        Some(length) => whole(exchange, length).await?,
        None => counted(exchange, max).await?,
    };
    parse(&bytes)
}

/// Hands on a form untouched, as the handle of its stream, with its content type.
pub fn form(exchange: &Exchange, max: u32) -> Result<(JsValue, String), Refusal> {
    let content_type = exchange
        .headers()
        .text(Name::CONTENT_TYPE)
        .unwrap_or_default();
    if !is_form(&content_type) {
        return Err(unsupported(
            "The body must be sent as multipart/form-data with its boundary.",
        ));
    }
    refuse_encoding(exchange)?;
    match declared_length(exchange)? {
        None => Err(Refusal::invalid(
            411,
            "A form must be sent with its Content-Length.",
        )),
        Some(length) if length > u64::from(max) => Err(too_large(max)),
        Some(_) => match exchange.request().body() {
            Some(body) => Ok((body.into(), content_type)),
            None => Err(Refusal::invalid(400, "The form is missing.")),
        },
    }
}

/// Refuses a body where none belongs.
pub fn none(exchange: &Exchange) -> Result<(), Refusal> {
    match declared_length(exchange)? {
        Some(0) => Ok(()),
        None if exchange.request().body().is_none() => Ok(()),
        _ => Err(Refusal::invalid(400, "This method takes no body.")),
    }
}

fn refuse_encoding(exchange: &Exchange) -> Result<(), Refusal> {
    match exchange.headers().text(Name::CONTENT_ENCODING) {
        Some(coding) if !coding.eq_ignore_ascii_case("identity") => Err(unsupported(
            "The body must be sent without Content-Encoding.",
        )),
        _ => Ok(()),
    }
}

fn declared_length(exchange: &Exchange) -> Result<Option<u64>, Refusal> {
    match exchange.headers().text(Name::CONTENT_LENGTH) {
        None => Ok(None),
        Some(text) => match text.parse() {
            Ok(length) => Ok(Some(length)),
            Err(_) => Err(Refusal::invalid(400, "The Content-Length is not a number.")),
        },
    }
}

/// Reads a body whose declared length the runtime enforces.
async fn whole(exchange: &Exchange, length: u64) -> Result<Vec<u8>, Refusal> {
    // As a text it arrives twice as fast as in a buffer, which the runtime would have to make first.
    let promise = exchange.request().text().map_err(|_| broken())?;
    let promise = bindings::within(promise.unchecked_ref(), DEADLINE);
    let text = JsFuture::from(promise).await.map_err(|why| match why {
        why if why.is_undefined() => late(),
        _ => broken(),
    })?;
    in_utf8(text.as_string().unwrap_or_default(), length)
}

/// The bytes of a text that came with a length.
pub fn in_utf8(text: String, length: u64) -> Result<Vec<u8>, Refusal> {
    // The runtime replaces what is not UTF-8 and drops a byte order mark; either shows in the length.
    if text.len() as u64 == length {
        Ok(text.into_bytes())
    } else {
        Err(Refusal::invalid(400, "The body is not in UTF-8."))
    }
}

/// Reads a body of unknown length and stops at the limit.
async fn counted(exchange: &Exchange, max: u32) -> Result<Vec<u8>, Refusal> {
    let Some(body) = exchange.request().body() else {
        return Ok(Vec::new());
    };
    match read_up_to(&body, max).await {
        Read::Whole(bytes) => Ok(bytes),
        Read::More(_, reader) => {
            cancel(&reader);
            Err(too_large(max))
        }
        Read::Late => Err(late()),
        Read::Broken => Err(broken()),
    }
}

/// What reading up to a limit gave.
#[derive(Clone, Debug)]
pub enum Read {
    /// All of it.
    Whole(Vec<u8>),
    /// What was read when the limit was passed, and the reader of what follows.
    More(Vec<u8>, web_sys::ReadableStreamDefaultReader),
    /// The deadline passed first.
    Late,
    /// It broke off.
    Broken,
}

/// Reads a stream until it ends or has given more than `max` bytes, or the deadline passes.
pub async fn read_up_to(stream: &web_sys::ReadableStream, max: u32) -> Read {
    let reader: web_sys::ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let until = Date::now() + f64::from(DEADLINE);
    let mut bytes = Vec::new();
    while bytes.len() <= max as usize {
        let left = (until - Date::now()).max(0.0) as u32;
        let step = bindings::within(reader.read().unchecked_ref(), left);
        let step = match JsFuture::from(step).await {
            Ok(step) => step,
            Err(why) if why.is_undefined() => {
                cancel(&reader);
                return Read::Late;
            }
            Err(_) => return Read::Broken,
        };
        let chunk = js_sys::Reflect::get(&step, &JsValue::from_str("value"));
        match chunk.map(JsCast::dyn_into::<Uint8Array>) {
            Ok(Ok(chunk)) => bytes.extend_from_slice(&chunk.to_vec()),
            Ok(Err(end)) if end.is_undefined() => return Read::Whole(bytes),
            _ => return Read::Broken,
        }
    }
    Read::More(bytes, reader)
}

/// Tells the sender of a stream that nobody reads the rest, without waiting for that to arrive.
pub fn cancel(reader: &web_sys::ReadableStreamDefaultReader) {
    drop(reader.cancel());
}

/// Parses an object in which no member is there twice.
pub fn parse(bytes: &[u8]) -> Result<Map, Refusal> {
    let value = json::parse(bytes).map_err(|error| {
        Refusal::new(
            400,
            Kind::InvalidRequest,
            &format!("The body is {}.", error.message),
        )
    })?;
    if members(&value) != written_members(bytes) {
        return Err(Refusal::invalid(
            400,
            "The body has a member twice in one object; readers disagree on which one counts.",
        ));
    }
    match value {
        Value::Object(members) => Ok(members),
        _ => Err(Refusal::invalid(400, "The body must be a JSON object.")),
    }
}

/// How many members the objects of a value have together.
fn members(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(members).sum(),
        Value::Object(found) => found.len() + found.values().map(members).sum::<usize>(),
        _ => 0,
    }
}

/// How many members are written in a valid document: its colons outside of strings.
fn written_members(bytes: &[u8]) -> usize {
    let (mut count, mut in_string, mut escaped) = (0, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b':' if !in_string => count += 1,
            _ => {}
        }
    }
    count
}

fn unsupported(message: &str) -> Refusal {
    Refusal::invalid(415, message)
}

/// The refusal of a body that broke off.
pub fn broken() -> Refusal {
    Refusal::invalid(400, "The body ended before it was complete.")
}

/// The refusal of a body that took too long.
pub fn late() -> Refusal {
    Refusal::invalid(408, "The body took too long to arrive; send it again.")
}

fn too_large(max: u32) -> Refusal {
    Refusal::invalid(
        413,
        &format!("The body may have at most {max} bytes; upload large files and send their ids."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_with_each_member_once_is_read() {
        let body = br#"{"a":{"a":1,"b":[{"a":"x:\"y\":"},{"a":2}]},"b\\":"\\","c":":"}"#;
        assert_eq!(parse(body).unwrap().len(), 3);
    }

    #[test]
    fn ambiguous_or_broken_bodies_are_refused() {
        let deep = "[".repeat(10_000) + &"]".repeat(10_000);
        for body in [
            "",
            "null",
            "[]",
            "{",
            r#"{"a":1}{"a":1}"#,
            r#"{"a":1,"a":1}"#,
            r#"{"a":1,"\u0061":2}"#,
            r#"{"x":[{"b":{"c":1,"c":2}}]}"#,
            r#"{"a":NaN}"#,
            "\u{feff}{}",
            &deep,
        ] {
            let refusal = parse(body.as_bytes()).unwrap_err();
            assert_eq!(refusal.status, 400);
            assert_eq!(refusal.error.kind, Kind::InvalidRequest);
        }
        assert!(parse(b"{\"a\":\"\xff\"}").is_err());
    }
}
