//! Writes what a JavaScript host is to do or to give to the caller.

use crate::call::{Call, Outcome};
use crate::json::{Value, Writer, to_string};
use crate::media::{self, Media};
use crate::operation::{self, Answer, Body, Operation, Stream};
use crate::request::{Part, Payload, Request};
use crate::scan;
use crate::text;

/// A request: `s`, a line of `{operation, attempt, method, url, headers, form, follows}`, then a body of JSON.
pub fn send(call: &Call) -> String {
    let request = call.request();
    let mut told = Writer::after("s");
    told.text("operation", Some(call.operation().id));
    told.number("attempt", Some(call.attempts().into()));
    told.text("method", Some(request.method.as_str()));
    told.text("url", Some(&request.url));
    told.list("headers");
    for (name, value) in &request.headers {
        told.item(&pair(name, value.into()));
    }
    told.end_list();
    let mut body = "";
    match &request.payload {
        Payload::Form(parts) => {
            told.list("form");
            for part in parts {
                told.item(&match part {
                    Part::File { name, blob } => pair(name, (*blob).into()),
                    Part::Text { name, value } => pair(name, value.into()),
                });
            }
            told.end_list();
        }
        Payload::Json(text) => body = text,
        Payload::None => {}
    }
    told.truth("follows", call.follows());
    text!(told.end(), "\n", body)
}

fn pair(name: &str, value: Value) -> String {
    to_string(&vec![name.into(), value].into())
}

/// What opens a session's socket: `{url, authorization}`, the address with the scheme of HTTP.
pub fn opening(request: &Request) -> String {
    let mut headers = request.headers.iter();
    let key = headers.find(|(name, _)| name == "authorization");
    let mut told = Writer::default();
    told.text("url", Some(&request.url));
    told.text("authorization", key.map(|(_, value)| value.as_str()));
    told.end()
}

/// A result: `d`, a line of `{media: [{bytes: [from, to]} or {url}, with mime], primary}`, then its JSON.
pub fn done(outcome: &Outcome) -> String {
    let declared = outcome.mime.as_deref();
    let media = |piece: &Media| {
        let mut told = Writer::default();
        let mime = match piece {
            Media::Bytes(range) => {
                let place = [range.start, range.end].map(Value::from);
                told.value("bytes", &Value::Array(place.into()));
                let bytes = outcome.body.get(range.clone()).unwrap_or_default();
                match (media::sniff(bytes), declared) {
                    // Bytes are never JSON here, whatever the header says (`minimax.md` 10.5).
                    (media::UNKNOWN, Some(declared)) if !scan::contains(declared, "json") => {
                        declared
                    }
                    (told, _) => told,
                }
            }
            Media::Link(url) => {
                told.text("url", Some(url));
                media::mime_of(url).or(declared).unwrap_or(media::UNKNOWN)
            }
        };
        told.text("mime", Some(mime));
        told.end()
    };
    let mut told = Writer::after("d");
    told.list("media");
    for piece in &outcome.media {
        told.item(&media(piece));
    }
    told.end_list();
    told.truth("primary", outcome.primary);
    text!(
        told.end(),
        "\n",
        outcome.json.as_deref().unwrap_or_default()
    )
}

/// About the exchange: `{requestId, status, attempts, headers}`.
pub fn meta(call: &Call) -> String {
    let head = call.head();
    let mut headers = Writer::default();
    for (name, value) in &head.headers {
        headers.text(name, Some(value));
    }
    let mut told = Writer::default();
    told.text("requestId", head.request_id().as_deref());
    told.number("status", Some(head.status.into()));
    told.number("attempts", Some(call.attempts().into()));
    told.raw("headers", &headers.end());
    told.end()
}

/// Every row, as `operations()` tells it.
pub fn operations() -> String {
    let mut rows = String::from("[");
    for operation in operation::all() {
        rows.push_str(if rows.len() > 1 { "," } else { "" });
        rows.push_str(&describe(operation));
    }
    rows.push(']');
    rows
}

fn describe(operation: &Operation) -> String {
    let mut told = Writer::default();
    let mut tell = |name, word: Option<&str>| match word {
        Some(_) => told.text(name, word),
        None => told.raw(name, "null"),
    };
    tell("id", Some(operation.id));
    tell("provider", Some(operation.provider.name));
    tell("method", Some(operation.method.as_str()));
    tell("path", Some(operation.path));
    let answer = match operation.answer {
        Answer::Bytes => "bytes",
        Answer::Json => "json",
        Answer::Media => "media",
        Answer::Text => "text",
    };
    tell("answer", Some(answer));
    let stream = operation.stream.map(|stream| match stream {
        Stream::Audio => "audio",
        Stream::Chat | Stream::Messages | Stream::Responses | Stream::Transcript => "text",
    });
    tell("stream", stream);
    tell("task", operation.task.map(|task| task.name));
    let body = match operation.body {
        Body::Json => "json",
        Body::Multipart => "multipart",
        Body::None => "none",
    };
    tell("body", Some(body));
    told.truth("bills", operation.bills);
    told.end()
}
