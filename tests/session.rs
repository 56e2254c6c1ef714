//! The session machine by transcripts of both speech sockets: every order of events that the contract allows.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "session/bidi.rs"]
mod bidi;
#[path = "session/failures.rs"]
mod failures;
#[path = "session/plain.rs"]
mod plain;
#[path = "session/starts.rs"]
mod starts;

use genmedia::error::Error;
use genmedia::request::Endpoint;
use genmedia::session::{Action, Emit, Input, Session};
use genmedia::{check, socket};
use serde_json::{Value, json};

const KEY: &str = "sk-api-canary";
const START: &str = r#"{"model":"speech-2.8-hd","voice_setting":{"voice_id":"v1","speed":1.10}}"#;

const CONNECTED: &str = r#"{"session_id":"s1","event":"connected_success","trace_id":"t1","base_resp":{"status_code":0,"status_msg":"success"}}"#;
const STARTED: &str = r#"{"session_id":"s1","event":"task_started","trace_id":"t2","base_resp":{"status_code":0,"status_msg":"success"}}"#;
const FINISHED: &str = r#"{"session_id":"s1","event":"task_finished","trace_id":"t9","base_resp":{"status_code":0,"status_msg":"success"}}"#;
const CANCELED: &str =
    r#"{"event":"task_canceled","connect_id":"c1","base_resp":{"status_code":0}}"#;
const FLUSHED: &str = r#"{"event":"task_flushed","connect_id":"c1","base_resp":{"status_code":0}}"#;
/// A frame of sound as the official example has it: without a name.
const SOUND: &str = r#"{"data":{"audio":"fffb90"},"is_final":false,"session_id":"s1","trace_id":"t3","base_resp":{"status_code":0,"status_msg":""}}"#;
const LAST: &str = r#"{"data":{"audio":"0A0b"},"extra_info":{"usage_characters":5},"is_final":true,"trace_id":"t3","base_resp":{"status_code":0,"status_msg":"success"}}"#;

/// A frame that tells of a code.
fn fault(event: Option<&str>, code: i64, message: &str) -> String {
    let base = json!({ "status_code": code, "status_msg": message });
    let mut frame = json!({ "trace_id": "t7", "base_resp": base });
    if let Some(event) = event {
        frame["event"] = event.into();
    }
    frame.to_string()
}

/// A session with all that it asked its host to do.
struct Played {
    session: Session,
    sent: Vec<Value>,
    events: Vec<Value>,
    /// Pieces and their sound, in the order it came.
    sound: Vec<(u32, Vec<u8>)>,
    slept: Vec<u64>,
    done: bool,
    failed: Option<Error>,
}

impl Played {
    fn new(bidi: bool) -> Self {
        let socket = socket::find("minimax.speech.connect", bidi).unwrap();
        assert_eq!(socket.bidi, bidi);
        let params = check::params(
            &socket.row,
            genmedia::json::parse(START.as_bytes()).unwrap(),
        )
        .unwrap();
        let endpoint = Endpoint {
            base: "https://api.test/base/".into(),
            bearer: Some(KEY.into()),
            ..Endpoint::default()
        };
        Self {
            session: Session::new(socket, params, &endpoint).unwrap(),
            sent: Vec::new(),
            events: Vec::new(),
            sound: Vec::new(),
            slept: Vec::new(),
            done: false,
            failed: None,
        }
    }

    /// A session that takes text; what that took is forgotten.
    fn ready(bidi: bool) -> Self {
        let mut played = Self::new(bidi);
        played.frames(&[CONNECTED, STARTED]);
        assert_eq!(played.events.pop().unwrap()["type"], "started");
        assert_eq!(played.sent.pop().unwrap()["event"], "task_start");
        played
    }

    fn handle(&mut self, input: Input) {
        self.session.handle(input);
        self.drain();
    }

    fn frames(&mut self, frames: &[&str]) {
        for frame in frames {
            self.handle(Input::Frame(frame.as_bytes().to_vec()));
        }
    }

    fn say(&mut self, text: &str) -> u32 {
        let piece = self.session.begin().unwrap();
        self.session.feed(piece, text);
        self.session.end(piece);
        self.drain();
        piece
    }

    fn feed(&mut self, piece: u32, text: &str) {
        assert!(self.session.feed(piece, text));
        self.drain();
    }

    fn act(&mut self, act: impl FnOnce(&mut Session)) {
        act(&mut self.session);
        self.drain();
    }

    fn drain(&mut self) {
        loop {
            let over = self.done || self.failed.is_some();
            match self.session.poll() {
                Action::Wait => return,
                action if over => panic!("{action:?} after the end"),
                Action::Done => self.done = true,
                Action::Fail(error) => self.failed = Some(error),
                Action::Send(frame) => self.sent.push(serde_json::from_str(&frame).unwrap()),
                Action::Sleep(ms) => self.slept.push(ms),
                Action::Emit(Emit::Audio { piece, bytes }) => self.sound.push((piece, bytes)),
                Action::Emit(Emit::Event(event)) => {
                    self.events.push(serde_json::from_str(&event).unwrap());
                }
            }
        }
    }

    /// The frames sent since the last look: `text` of a continue, else the event's name.
    fn sent(&mut self) -> Vec<String> {
        let frames = std::mem::take(&mut self.sent);
        let word = |frame: &Value| {
            let text = frame["text"].as_str().or(frame["event"].as_str());
            text.unwrap().to_string()
        };
        frames.iter().map(word).collect()
    }

    /// The events since the last look: their type and piece.
    fn events(&mut self) -> Vec<String> {
        let events = std::mem::take(&mut self.events);
        let word = |event: &Value| {
            let kind = event["type"].as_str().unwrap();
            let cancelled = event["cancelled"] == true;
            match event["piece"].as_u64() {
                Some(piece) if cancelled => format!("{kind} {piece} cancelled"),
                Some(piece) => format!("{kind} {piece}"),
                None => kind.to_string(),
            }
        };
        events.iter().map(word).collect()
    }

    /// The sound of a piece.
    fn heard(&self, piece: u32) -> Vec<u8> {
        let sound = self.sound.iter().filter(|(of, _)| *of == piece);
        sound.flat_map(|(_, bytes)| bytes.clone()).collect()
    }

    fn failure(&self) -> &Error {
        self.failed.as_ref().expect("the session failed")
    }
}
