//! The call machine by hand-written scenarios: what is repeated, how it is stopped, how tasks are followed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "support/host.rs"]
mod host;
#[path = "call/repeats.rs"]
mod repeats;
#[path = "call/requests.rs"]
mod requests;
#[path = "call/stops.rs"]
mod stops;
#[path = "call/streams.rs"]
mod streams;
#[path = "call/tasks.rs"]
mod tasks;

use genmedia::call::{Call, Lost, Settings};
use genmedia::error::Error;
use genmedia::provider::Head;
use genmedia::request::Endpoint;
use genmedia::{check, json, operation};
use host::{Cut, End, Reply, Trace, drive};
use serde_json::Value;

/// A billable call and its good answer.
const IMAGE: (&str, &str) = (
    "minimax.image.generate",
    r#"{"model":"image-01","prompt":"a fox"}"#,
);
const IMAGE_OK: &str =
    r#"{"data":{"image_urls":["https://cdn.test/1.png"]},"base_resp":{"status_code":0}}"#;
/// A free call and its good answer.
const LIST: (&str, &str) = ("minimax.files.list", "{}");
const LIST_OK: &str = r#"{"files":null,"base_resp":{"status_code":0}}"#;
/// A billable call that streams.
const CHAT: (&str, &str) = (
    "minimax.text.chat",
    r#"{"model":"MiniMax-M3","messages":[{"role":"user","content":"Hi"}]}"#,
);
const CHAT_PART: &str = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\n";
const CHAT_LAST: &str = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
/// A task, its creation's answer, and its looks.
const VIDEO: (&str, &str) = (
    "router.videos.create",
    r#"{"model":"wan2.6-t2v","prompt":"a fox"}"#,
);
const VIDEO_TASK: &str = r#"{"id":"task_7","task_id":"task_7","status":""}"#;
const VIDEO_RUNS: &str = r#"{"id":"task_7","status":"in_progress","progress":10}"#;
const VIDEO_DONE: &str =
    r#"{"id":"task_7","status":"completed","results":[{"url":"https://cdn.test/v.mp4"}]}"#;

/// Settings whose repetitions wait the shortest time.
fn settings() -> Settings {
    Settings {
        endpoint: Endpoint {
            base: "https://upstream.test".to_string(),
            bearer: Some("key-of-the-test".to_string()),
            ..Endpoint::default()
        },
        jitter: 0.0,
        ..Settings::default()
    }
}

fn following() -> Settings {
    Settings {
        follow: true,
        ..settings()
    }
}

fn try_call((id, request): (&str, &str), settings: Settings) -> Result<Call, Error> {
    let operation = operation::find(id).unwrap();
    let request = json::parse(request.as_bytes()).unwrap();
    Call::new(operation, check::params(operation, request)?, settings)
}

fn call(target: (&str, &str), settings: Settings) -> Call {
    try_call(target, settings).unwrap()
}

/// Runs a call with these replies.
fn run(target: (&str, &str), settings: Settings, replies: &[Reply]) -> Trace {
    drive(&mut call(target, settings), replies, Cut::Whole)
}

/// An answer with a body of JSON, or of whatever it is.
fn answer(status: u16, body: &str) -> Reply {
    let mime = match body.as_bytes() {
        [b'{', ..] => "application/json",
        [b'd', ..] => "text/event-stream",
        _ => "text/html",
    };
    Reply {
        head: Some(Head {
            status,
            headers: vec![("content-type".to_string(), mime.to_string())],
            ..Head::default()
        }),
        body: body.as_bytes().to_vec(),
        lost: None,
    }
}

fn ok(body: &str) -> Reply {
    answer(200, body)
}

/// A failure inside HTTP 200.
fn code(code: u32) -> Reply {
    let body = format!(r#"{{"base_resp":{{"status_code":{code},"status_msg":"x"}}}}"#);
    ok(&body)
}

/// An exchange that ends before its answer begins.
fn lost(lost: Lost) -> Reply {
    Reply {
        lost: Some(lost),
        ..Reply::default()
    }
}

/// The same answer, broken before its end.
fn broken(mut reply: Reply, lost: Lost) -> Reply {
    reply.body.pop();
    reply.lost = Some(lost);
    reply
}

/// The same answer, asking to wait.
fn wait(mut reply: Reply, ms: u64) -> Reply {
    if let Some(head) = &mut reply.head {
        head.retry_after_ms = Some(ms);
    }
    reply
}

/// The failure that a call ended with.
fn failure(trace: &Trace) -> &Value {
    match &trace.end {
        End::Fail(error) => error,
        done => panic!("ended well: {done:?}"),
    }
}

#[track_caller]
fn assert_done(trace: &Trace) {
    assert!(matches!(trace.end, End::Done { .. }), "{:?}", trace.end);
}

/// Compares some members of a failure.
#[track_caller]
fn assert_failure(trace: &Trace, members: &[(&str, &str)]) {
    let error = failure(trace);
    for (name, wanted) in members {
        let found = match &error[*name] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        assert_eq!(found, *wanted, "{name} of {error:#}");
    }
}
