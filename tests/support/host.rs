//! A host that follows a script: it answers each request with the next reply, and time passes only in sleeps.

use genmedia::call::{Action, Call, Emit, Input, Lost};
use genmedia::media::Media;
use genmedia::provider::Head;
use genmedia::request::Request;
use serde_json::Value;
use std::collections::VecDeque;

/// The host's clock when a script begins.
pub const START_MS: u64 = 1_700_000_000_000;

/// What comes back for one request.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// The start of the answer; none when the exchange breaks before it.
    pub head: Option<Head>,
    /// The body.
    pub body: Vec<u8>,
    /// What ends the exchange in the place of a proper end.
    pub lost: Option<Lost>,
}

/// How bodies are cut into chunks.
#[derive(Clone, Copy, Debug)]
pub enum Cut {
    /// Into two, at this offset.
    At(usize),
    /// Into single bytes.
    Each,
    /// Not at all.
    Whole,
}

/// Everything that a call did.
#[derive(Debug, PartialEq)]
pub struct Trace {
    pub sent: Vec<Request>,
    pub sleeps: Vec<u64>,
    pub events: Vec<Value>,
    pub text: String,
    pub bytes: Vec<u8>,
    pub updates: Vec<Value>,
    pub end: End,
}

/// How a call ended.
#[derive(Debug, PartialEq)]
pub enum End {
    Done {
        json: Option<Value>,
        media: Vec<Piece>,
        mime: Option<String>,
        primary: bool,
    },
    Fail(Value),
}

/// A piece of media of a result.
#[derive(Debug, PartialEq)]
pub enum Piece {
    Bytes(Vec<u8>),
    Link(String),
}

enum Step {
    Chunk(Vec<u8>),
    End,
    Head(Head),
    Lost(Lost),
}

/// Runs a call to its end.
pub fn drive(call: &mut Call, replies: &[Reply], cut: Cut) -> Trace {
    let mut replies = replies.iter();
    let mut steps = VecDeque::new();
    let mut now_ms = START_MS;
    let mut trace = Trace {
        sent: Vec::new(),
        sleeps: Vec::new(),
        events: Vec::new(),
        text: String::new(),
        bytes: Vec::new(),
        updates: Vec::new(),
        end: End::Fail(Value::Null),
    };
    let mut events = String::new();
    loop {
        match call.poll() {
            Action::Send => {
                trace.sent.push(call.request().clone());
                let number = trace.sent.len();
                let reply = replies.next();
                let reply = reply.unwrap_or_else(|| panic!("no reply to request {number}"));
                steps = play(reply, cut, now_ms);
            }
            Action::Sleep(ms) => {
                trace.sleeps.push(ms);
                steps.clear();
                now_ms += ms;
                call.handle(Input::Woke { now_ms });
            }
            Action::Emit(Emit::Batch(batch)) => {
                assert!(!batch.is_empty(), "an empty batch is handed on");
                if !batch.events.is_empty() {
                    events.push_str(if events.is_empty() { "" } else { "," });
                    events.push_str(&batch.events);
                }
                trace.text.push_str(&batch.text);
                trace.bytes.extend(batch.bytes);
            }
            Action::Emit(Emit::Update(update)) => trace.updates.push(parse(&update)),
            Action::Wait => match steps.pop_front().expect("the call waits for nothing") {
                Step::Chunk(chunk) => call.handle(Input::Chunk(&chunk)),
                Step::End => call.handle(Input::End),
                Step::Head(head) => call.handle(Input::Head(head)),
                Step::Lost(lost) => call.handle(Input::Lost(lost)),
            },
            Action::Done(outcome) => {
                let piece = |media: &Media| match media {
                    Media::Bytes(range) => Piece::Bytes(outcome.body[range.clone()].to_vec()),
                    Media::Link(link) => Piece::Link(link.clone()),
                };
                trace.end = End::Done {
                    json: outcome.json.as_deref().map(parse),
                    media: outcome.media.iter().map(piece).collect(),
                    mime: outcome.mime.clone(),
                    primary: outcome.primary,
                };
                break;
            }
            Action::Fail(error) => {
                trace.end = End::Fail(parse(&error.to_json().to_string()));
                break;
            }
        }
    }
    assert!(
        matches!(call.poll(), Action::Wait),
        "something follows the end"
    );
    assert_eq!(replies.len(), 0, "replies are left over: {:?}", trace.end);
    assert_eq!(call.attempts() as usize, trace.sent.len());
    trace.events = match parse(&format!("[{events}]")) {
        Value::Array(events) => events,
        _ => Vec::new(),
    };
    trace
}

/// What a reply means for the call, in order.
fn play(reply: &Reply, cut: Cut, now_ms: u64) -> VecDeque<Step> {
    let mut steps = VecDeque::new();
    if let Some(head) = &reply.head {
        let mut head = head.clone();
        head.now_ms = now_ms;
        steps.push_back(Step::Head(head));
        let length = reply.body.len();
        let size = match cut {
            Cut::At(at) => at.clamp(1, length.max(1)),
            Cut::Each => 1,
            Cut::Whole => length.max(1),
        };
        let (first, rest) = reply.body.split_at(size.min(length));
        let rest = match cut {
            Cut::Each => rest.chunks(1).collect(),
            Cut::At(_) | Cut::Whole => vec![rest],
        };
        let chunks = [vec![first], rest].concat();
        let chunks = chunks.into_iter().filter(|chunk| !chunk.is_empty());
        steps.extend(chunks.map(|chunk| Step::Chunk(chunk.to_vec())));
    }
    steps.push_back(match reply.lost {
        Some(lost) => Step::Lost(lost),
        None => Step::End,
    });
    steps
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("the call hands on JSON")
}
