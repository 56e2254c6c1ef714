//! Writes what a JavaScript host is to do or to give to the caller.

use crate::call::{Call, Outcome};
use crate::json;
use crate::json::{Map, Value};
use crate::media::{self, Media};
use crate::operation::{Answer, Body, Operation, Stream};
use crate::request::{Part, Payload, Request};
use crate::scan;
use crate::text;

/// A request: `s`, a line of `{operation, attempt, method, url, headers, form, follows}`, then a body of JSON.
pub fn send(call: &Call, request: Request) -> String {
    let pair = |name: String, value: Value| Value::Array(vec![name.into(), value]);
    let headers: Vec<Value> = request
        .headers
        .into_iter()
        .map(|(name, value)| pair(name, value.into()))
        .collect();
    let (form, body) = match request.payload {
        Payload::Form(parts) => {
            let parts: Vec<Value> = parts
                .into_iter()
                .map(|part| match part {
                    Part::File { name, blob } => pair(name, blob.into()),
                    Part::Text { name, value } => pair(name, value.into()),
                })
                .collect();
            (Value::from(parts), None)
        }
        Payload::Json(text) => (Value::Null, Some(text)),
        Payload::None => (Value::Null, None),
    };
    let send = json!({
        "operation": call.operation().id,
        "attempt": call.attempts(),
        "method": request.method.as_str(),
        "url": request.url,
        "headers": headers,
        "form": form,
        "follows": call.follows(),
    });
    text!("s", json::to_string(&send), "\n", body.unwrap_or_default())
}

/// What opens a session's socket: `{url, authorization}`, the address with the scheme of HTTP.
pub fn opening(request: &Request) -> String {
    let mut headers = request.headers.iter();
    let key = headers.find(|(name, _)| name == "authorization");
    let key = key.map(|(_, value)| value.as_str());
    json::to_string(&json!({ "url": request.url.as_str(), "authorization": key }))
}

/// A result: `d`, a line of `{media: [{bytes: [from, to]} or {url}, with mime], primary}`, then its JSON.
pub fn done(outcome: &Outcome) -> String {
    let declared = outcome.mime.as_deref();
    let media = |piece: &Media| match piece {
        Media::Bytes(range) => {
            let bytes = outcome.body.get(range.clone()).unwrap_or_default();
            let mime = match (media::sniff(bytes), declared) {
                // Bytes are never JSON here, whatever the header says (`minimax.md` 10.5).
                (media::UNKNOWN, Some(declared)) if !scan::contains(declared, "json") => declared,
                (told, _) => told,
            };
            let place = vec![range.start.into(), range.end.into()];
            json!({ "bytes": Value::Array(place), "mime": mime })
        }
        Media::Link(url) => {
            let mime = media::mime_of(url).or(declared).unwrap_or(media::UNKNOWN);
            json!({ "url": url, "mime": mime })
        }
    };
    let media: Vec<Value> = outcome.media.iter().map(media).collect();
    let done = json!({ "media": media, "primary": outcome.primary });
    let json = outcome.json.as_deref().unwrap_or_default();
    text!("d", json::to_string(&done), "\n", json)
}

/// About the exchange: `{requestId, status, attempts, headers}`.
pub fn meta(call: &Call) -> String {
    let head = call.head();
    let mut headers = Map::new();
    for (name, value) in &head.headers {
        headers.insert(name, value.as_str().into());
    }
    json::to_string(&json!({
        "requestId": head.request_id(),
        "status": head.status,
        "attempts": call.attempts(),
        "headers": headers,
    }))
}

/// A row, as `operations()` tells it.
pub fn describe(operation: &'static Operation) -> Value {
    json!({
        "id": operation.id,
        "provider": operation.provider.name,
        "method": operation.method.as_str(),
        "path": operation.path,
        "answer": match operation.answer {
            Answer::Bytes => "bytes",
            Answer::Json => "json",
            Answer::Media => "media",
            Answer::Text => "text",
        },
        "stream": operation.stream.map(|stream| match stream {
            Stream::Audio => "audio",
            Stream::Chat | Stream::Messages | Stream::Responses | Stream::Transcript => "text",
        }),
        "task": operation.task.map(|task| task.name),
        "bills": operation.bills,
        "body": match operation.body {
            Body::Json => "json",
            Body::Multipart => "multipart",
            Body::None => "none",
        },
    })
}
