//! Recorded cases: what was asked, what came over the wire, and what the caller must get.
//!
//! ```text
//! { "request": {…} | "job": "id", "settings": {"stream": "text", "follow": true, "cancel": true, …},
//!   "exchanges": [{ "send": "POST /v1/path?query", "headers": {…}, "body": {…} | "form": […], "answer": {…} },
//!                 { "send": …, "lost": "network" }],
//!   "expect": { "done": {…} | "fail": {…}, "text": "…", "events": […], "bytes": "hex", "updates": […], "sleeps": […] } }
//! ```
//!
//! A case with a `job` takes up that task of the row instead of creating one.
//! An answer is `{status?, headers?, json | text | html | hex | sse, lost?}`; in `sse` an object is a frame
//! of its own and a text stands as it is. `done.json` and everything sent is compared whole, members of
//! `fail` and of each update one by one: null there means absent, and a `message` is a part of it.

use crate::host::{End, Piece, Reply, Trace};
use genmedia::call::{Lost, Settings};
use genmedia::fold::View;
use genmedia::provider::Head;
use genmedia::request::{Endpoint, Part, Payload, Request};
use serde_json::{Map, Value, json};
use std::path::Path;

/// The base URL of every case; its path must survive.
pub const BASE: &str = "https://upstream.test/prefix";

/// A recorded case.
#[derive(Clone, Debug)]
pub struct Case {
    pub request: Value,
    /// The id of a task that was created before.
    pub job: Option<String>,
    pub settings: Settings,
    pub replies: Vec<Reply>,
    sends: Vec<Map<String, Value>>,
    expect: Map<String, Value>,
}

/// Reads a JSON file that holds an object.
pub fn read(path: &Path) -> Map<String, Value> {
    let text = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    match serde_json::from_slice(&text) {
        Ok(Value::Object(members)) => members,
        other => panic!("{}: not an object: {other:?}", path.display()),
    }
}

impl Case {
    /// Makes the case of a file.
    pub fn new(mut file: Map<String, Value>) -> Self {
        let settings = settings(object(file.remove("settings").unwrap_or_default()));
        let Some(Value::Array(exchanges)) = file.remove("exchanges") else {
            panic!("a case has a list of exchanges");
        };
        let mut replies = Vec::new();
        let mut sends = Vec::new();
        for exchange in exchanges {
            let mut send = object(exchange);
            let answer = send.remove("answer").map(object);
            let lost = send.remove("lost").map(|word| lost(&word));
            let mut reply = answer.map(reply).unwrap_or_default();
            reply.lost = reply.lost.or(lost);
            replies.push(reply);
            sends.push(send);
        }
        let expect = object(file.remove("expect").unwrap_or_default());
        let request = file.remove("request").unwrap_or_default();
        let job = file
            .remove("job")
            .map(|id| id.as_str().unwrap().to_string());
        assert!(file.is_empty(), "unknown members: {file:?}");
        Self {
            request,
            job,
            settings,
            replies,
            sends,
            expect,
        }
    }

    /// The same request, without following or streaming, answered once with `answer`.
    pub fn answered(&self, answer: Map<String, Value>, fail: Value) -> Self {
        let mut case = self.clone();
        case.settings.max_retries = 0;
        case.replies = vec![reply(answer)];
        case.sends.truncate(1);
        case.expect = Map::from_iter([("fail".to_string(), fail)]);
        case
    }

    /// The body of a request that streams says so.
    pub fn ask_for_a_stream(&mut self) {
        for send in &mut self.sends {
            if let Some(body) = send.get_mut("body") {
                body["stream"] = true.into();
            }
            // The file is a form's last part.
            if let Some(Value::Array(parts)) = send.get_mut("form") {
                let stream = json!({ "name": "stream", "text": "true" });
                parts.insert(parts.len() - 1, stream);
            }
        }
    }

    /// Compares what a call did with what it must do.
    pub fn check(&self, trace: &Trace) {
        for (request, send) in trace.sent.iter().zip(&self.sends) {
            check_request(request, send);
        }
        assert_eq!(trace.sent.len(), self.sends.len(), "requests");
        let mut expect = self.expect.clone();
        let done = expect.remove("done");
        let fail = expect.remove("fail");
        match (&trace.end, done, fail) {
            (End::Done { .. }, Some(done), None) => check_done(&trace.end, object(done)),
            (End::Fail(error), None, Some(fail)) => check_members(error, &object(fail), "fail"),
            (end, done, fail) => panic!("ended with {end:?}, not with {done:?} {fail:?}"),
        }
        let text = expect.remove("text").unwrap_or_else(|| "".into());
        assert_eq!(Value::from(trace.text.as_str()), text, "text");
        let bytes = expect.remove("bytes").unwrap_or_else(|| "".into());
        assert_eq!(Value::from(hex(&trace.bytes)), bytes, "bytes");
        let none = || Value::Array(Vec::new());
        let events = expect.remove("events").unwrap_or_else(none);
        assert_eq!(Value::from(trace.events.clone()), events, "events");
        let sleeps = expect.remove("sleeps").unwrap_or_else(none);
        assert_eq!(Value::from(trace.sleeps.clone()), sleeps, "sleeps");
        let Value::Array(updates) = expect.remove("updates").unwrap_or_else(none) else {
            panic!("updates are a list");
        };
        assert_eq!(trace.updates.len(), updates.len(), "{:#?}", trace.updates);
        for (index, (found, wanted)) in trace.updates.iter().zip(updates).enumerate() {
            check_members(found, &object(wanted), &format!("update {index}"));
        }
        assert!(expect.is_empty(), "unknown expectations: {expect:?}");
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Null => Map::new(),
        Value::Object(members) => members,
        other => panic!("not an object: {other}"),
    }
}

fn settings(mut file: Map<String, Value>) -> Settings {
    let mut settings = Settings {
        endpoint: Endpoint {
            base: BASE.to_string(),
            bearer: Some("key-of-the-test".to_string()),
            ..Endpoint::default()
        },
        jitter: 0.0,
        ..Settings::default()
    };
    settings.follow = file.remove("follow") == Some(true.into());
    settings.cancel = file.remove("cancel") == Some(true.into());
    settings.stream = file.remove("stream").map(|view| match view.as_str() {
        Some("bytes") => View::Bytes,
        Some("events") => View::Events,
        Some("text") => View::Text,
        _ => panic!("no view: {view}"),
    });
    settings.deadline_ms = file.remove("deadline_ms").and_then(|ms| ms.as_u64());
    assert!(file.is_empty(), "unknown settings: {file:?}");
    settings
}

fn lost(word: &Value) -> Lost {
    match word.as_str() {
        Some("aborted") => Lost::Aborted,
        Some("idle_timeout") => Lost::IdleTimeout,
        Some("network") => Lost::Network,
        Some("timeout") => Lost::Timeout,
        _ => panic!("no way to lose an exchange: {word}"),
    }
}

fn reply(mut answer: Map<String, Value>) -> Reply {
    let status = answer.remove("status").map_or(200, |s| s.as_u64().unwrap());
    let (mime, body) = body(&mut answer);
    let mut headers = Vec::new();
    for (name, value) in object(answer.remove("headers").unwrap_or_default()) {
        headers.push((name, value.as_str().unwrap().to_string()));
    }
    if !mime.is_empty() && !headers.iter().any(|(name, _)| name == "content-type") {
        headers.push(("content-type".to_string(), mime.to_string()));
    }
    let retry_after = headers.iter().find(|(name, _)| name == "retry-after");
    let retry_after_ms = retry_after.map(|(_, s)| s.parse::<u64>().unwrap() * 1000);
    let lost = answer.remove("lost").map(|word| lost(&word));
    assert!(
        answer.is_empty(),
        "unknown members of an answer: {answer:?}"
    );
    Reply {
        head: Some(Head {
            status: u16::try_from(status).unwrap(),
            headers,
            retry_after_ms,
            now_ms: 0,
        }),
        body,
        lost,
    }
}

/// The content type and the bytes of an answer's body.
fn body(answer: &mut Map<String, Value>) -> (&'static str, Vec<u8>) {
    if let Some(value) = answer.remove("json") {
        return ("application/json", value.to_string().into_bytes());
    }
    let mut text = |name: &str| answer.remove(name).map(|v| v.as_str().unwrap().to_string());
    if let Some(text) = text("text") {
        return ("text/plain", text.into_bytes());
    }
    if let Some(text) = text("html") {
        return ("text/html; charset=utf-8", text.into_bytes());
    }
    if let Some(digits) = text("hex") {
        return ("application/octet-stream", unhex(&digits));
    }
    let Some(Value::Array(frames)) = answer.remove("sse") else {
        return ("", Vec::new());
    };
    let mut stream = String::new();
    for frame in frames {
        match frame {
            Value::String(raw) => stream.push_str(&raw),
            frame => {
                if let Some(kind) = frame.get("type") {
                    stream.push_str(&format!("event: {}\n", kind.as_str().unwrap()));
                }
                stream.push_str(&format!("data: {frame}\n\n"));
            }
        }
    }
    ("text/event-stream", stream.into_bytes())
}

fn check_request(request: &Request, send: &Map<String, Value>) {
    let path = request.url.strip_prefix(BASE);
    let path = path.unwrap_or_else(|| panic!("{} is not below the base", request.url));
    let line = format!("{} {path}", request.method.as_str());
    assert_eq!(Some(line.as_str()), send["send"].as_str(), "request line");
    let header = |name: &str| {
        let found = request.headers.iter().find(|(found, _)| found == name);
        found.map(|(_, value)| value.as_str())
    };
    assert_eq!(header("authorization"), Some("Bearer key-of-the-test"));
    let json = matches!(request.payload, Payload::Json(_));
    assert_eq!(header("content-type").is_some(), json, "content-type");
    let usual = ["authorization", "content-type", "idempotency-key"];
    let headers = request.headers.iter();
    let headers = headers.filter(|(name, _)| !usual.contains(&name.as_str()));
    let headers = headers.map(|(name, value)| (name.clone(), value.as_str().into()));
    let wanted = send.get("headers").cloned().map(object).unwrap_or_default();
    assert_eq!(Map::from_iter(headers), wanted, "headers");
    match (&request.payload, send.get("body"), send.get("form")) {
        (Payload::None, None, None) => {}
        (Payload::Json(text), Some(body), None) => {
            let sent: Value = serde_json::from_str(text).unwrap();
            assert_eq!(sent, *body, "body");
        }
        (Payload::Form(parts), None, Some(form)) => {
            let parts: Vec<Value> = parts
                .iter()
                .map(|part| match part {
                    Part::File { name, blob } => json!({ "name": name, "file": blob }),
                    Part::Text { name, value } => json!({ "name": name, "text": value }),
                })
                .collect();
            assert_eq!(Value::from(parts), *form, "form");
        }
        (payload, body, form) => panic!("sent {payload:?}, not {body:?} {form:?}"),
    }
    let known = ["send", "headers", "body", "form"];
    assert!(send.keys().all(|name| known.contains(&name.as_str())));
}

fn check_done(end: &End, mut wanted: Map<String, Value>) {
    let End::Done {
        json,
        media,
        mime,
        primary,
    } = end
    else {
        return;
    };
    let found = json.clone().unwrap_or_default();
    match wanted.remove("members") {
        Some(members) => check_members(&found, &object(members), "done"),
        None => assert_eq!(found, wanted.remove("json").unwrap_or_default(), "done"),
    }
    let media: Vec<Value> = media
        .iter()
        .map(|piece| match piece {
            Piece::Bytes(bytes) => json!({ "hex": hex(bytes) }),
            Piece::Link(url) => json!({ "url": url }),
        })
        .collect();
    let none = || Value::Array(Vec::new());
    let pieces = wanted.remove("media").unwrap_or_else(none);
    assert_eq!(Value::from(media), pieces, "media");
    if let Some(wanted) = wanted.remove("mime") {
        assert_eq!(Value::from(mime.clone()), wanted, "mime");
    }
    let wanted_primary = wanted.remove("primary").unwrap_or_else(|| false.into());
    assert_eq!(Value::from(*primary), wanted_primary, "primary");
    assert!(wanted.is_empty(), "unknown members of done: {wanted:?}");
}

fn check_members(found: &Value, wanted: &Map<String, Value>, what: &str) {
    for (name, wanted) in wanted {
        let value = found.get(name).unwrap_or(&Value::Null);
        if name == "message" {
            let (message, part) = (value.as_str().unwrap(), wanted.as_str().unwrap());
            assert!(message.contains(part), "{what}: {message:?} lacks {part:?}");
            continue;
        }
        // The job handle is JSON inside JSON.
        let text = value.as_str().filter(|_| name == "job");
        let job: Option<Value> = text.map(|text| serde_json::from_str(text).unwrap());
        let value = job.as_ref().unwrap_or(value);
        assert_eq!(value, wanted, "{what}: {name} of {found:#}");
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(digits: &str) -> Vec<u8> {
    let pair = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len()).step_by(2).map(pair).collect()
}
