//! The export for sessions on sockets: the machine alone, as the host's socket and timers are JavaScript's.

use super::Core;
use super::convert::{self, Options, thrown};
use crate::call::Lost;
use crate::error::Error;
use crate::json;
use crate::session::{Action, Emit, Input, Session};
use crate::socket;
use js_sys::Uint8Array;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// A session on a socket. Nothing in it waits or calls back: its host asks `poll` after everything it tells.
#[wasm_bindgen]
pub struct Talk {
    session: RefCell<Session>,
}

#[wasm_bindgen]
impl Core {
    /// A session that has not been opened.
    pub fn talk(
        &self,
        target: &str,
        request: &str,
        bidi: bool,
        options: JsValue,
    ) -> Result<Talk, JsValue> {
        let start = || {
            let socket = socket::find(target, bidi)
                .ok_or_else(|| Error::invalid("operation", "no such socket"))?;
            let params = crate::check::params(&socket.row, json::parse(request.as_bytes())?)?;
            let settings = self.settings(&socket.row, &Options::read(&options), false)?;
            Session::new(socket, &params, &settings.endpoint)
        };
        match start() {
            Ok(session) => Ok(Talk {
                session: RefCell::new(session),
            }),
            Err(error) => Err(thrown(&error, None)),
        }
    }
}

#[wasm_bindgen]
impl Talk {
    /// What opens the socket, as JSON: `{url, authorization}`, the address with the scheme of HTTP.
    pub fn request(&self) -> String {
        let session = self.session.borrow();
        let request = session.request();
        let mut headers = request.headers.iter();
        let key = headers.find(|(name, _)| name == "authorization");
        let key = key.map(|(_, value)| value.as_str());
        json::to_string(&json!({ "url": request.url.as_str(), "authorization": key }))
    }

    /// What to do next, one of `{send}`, `{sleep}`, `{piece, bytes}`, `{event}`, `{error}` and `{}`, the good
    /// end; undefined when there is nothing.
    pub fn poll(&self) -> JsValue {
        let action = self.session.borrow_mut().poll();
        let told = js_sys::Object::new();
        let (name, value) = match action {
            Action::Wait => return JsValue::UNDEFINED,
            Action::Done => return told.into(),
            Action::Emit(Emit::Audio { piece, bytes }) => {
                convert::set(&told, "piece", &piece.into());
                ("bytes", Uint8Array::from(bytes.as_slice()).into())
            }
            Action::Emit(Emit::Event(event)) => ("event", event.into()),
            Action::Fail(error) => ("error", thrown(&error, None)),
            Action::Send(frame) => ("send", frame.into()),
            Action::Sleep(ms) => ("sleep", (ms as f64).into()),
        };
        convert::set(&told, name, &value);
        told.into()
    }

    /// Tells what happened or what is wanted, by one word with a number and a text where they belong to it.
    ///
    /// `frame` (text), `closed` (code), `woke`; `aborted`, `idle`, `timeout` and `network` when the host gives
    /// up; `begin`, which gives a piece's number, `feed` (piece, text), which gives 0 once the piece takes no
    /// more, `end` (piece), `cancel` (piece, 0 for all), `flush`, `finish`; and `waiting`, which gives 1 while an
    /// answer is due. One method, as each export costs more than its code.
    pub fn tell(&self, what: &str, number: u32, text: String) -> Result<u32, JsValue> {
        let mut session = self.session.borrow_mut();
        match what {
            "begin" => return session.begin().map_err(|error| thrown(&error, None)),
            "feed" => return Ok(session.feed(number, &text).into()),
            "waiting" => return Ok(session.is_waiting().into()),
            "end" => session.end(number),
            "cancel" => session.cancel((number > 0).then_some(number)),
            "flush" => session.flush(),
            "finish" => session.finish(),
            _ => session.handle(match what {
                "frame" => Input::Frame(text.into_bytes()),
                "closed" => Input::Closed(number),
                "woke" => Input::Woke,
                "aborted" => Input::Lost(Lost::Aborted),
                "idle" => Input::Lost(Lost::IdleTimeout),
                "timeout" => Input::Lost(Lost::Timeout),
                _ => Input::Lost(Lost::Network),
            }),
        }
        Ok(0)
    }
}
