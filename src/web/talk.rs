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
    /// The address, with the scheme of HTTP.
    pub fn url(&self) -> String {
        self.session.borrow().request().url.clone()
    }

    /// The value of the header `authorization`.
    pub fn authorization(&self) -> Option<String> {
        let session = self.session.borrow();
        let mut headers = session.request().headers.iter();
        let found = headers.find(|(name, _)| name == "authorization");
        found.map(|(_, value)| value.clone())
    }

    /// What to do next, one of `{send}`, `{sleep}`, `{piece, bytes}`, `{event}`, `{error}` and `{done}`;
    /// undefined when there is nothing.
    pub fn poll(&self) -> JsValue {
        let action = self.session.borrow_mut().poll();
        let told = js_sys::Object::new();
        match action {
            Action::Wait => return JsValue::UNDEFINED,
            Action::Done => convert::set(&told, "done", &true.into()),
            Action::Emit(Emit::Audio { piece, bytes }) => {
                convert::set(&told, "piece", &piece.into());
                convert::set(&told, "bytes", &Uint8Array::from(bytes.as_slice()));
            }
            Action::Emit(Emit::Event(event)) => convert::set(&told, "event", &event.into()),
            Action::Fail(error) => convert::set(&told, "error", &thrown(&error, None)),
            Action::Send(frame) => convert::set(&told, "send", &frame.into()),
            Action::Sleep(ms) => convert::set(&told, "sleep", &(ms as f64).into()),
        }
        told.into()
    }

    /// A text frame came.
    pub fn frame(&self, text: String) {
        self.handle(Input::Frame(text.into_bytes()));
    }

    /// The socket is closed.
    pub fn closed(&self, code: u16) {
        self.handle(Input::Closed(code));
    }

    /// The host gives up: `aborted`, `idle`, `timeout`, or `network` for everything else.
    pub fn lost(&self, why: &str) {
        self.handle(Input::Lost(match why {
            "aborted" => Lost::Aborted,
            "idle" => Lost::IdleTimeout,
            "timeout" => Lost::Timeout,
            _ => Lost::Network,
        }));
    }

    /// The wait is over.
    pub fn woke(&self) {
        self.handle(Input::Woke);
    }

    /// Whether an answer is awaited, so that silence is a fault.
    pub fn waiting(&self) -> bool {
        self.session.borrow().is_waiting()
    }

    /// Begins a piece and gives its number.
    pub fn begin(&self) -> Result<u32, JsValue> {
        let begun = self.session.borrow_mut().begin();
        begun.map_err(|error| thrown(&error, None))
    }

    /// More text for a piece; false when it takes none any more.
    pub fn feed(&self, piece: u32, text: &str) -> bool {
        self.session.borrow_mut().feed(piece, text)
    }

    /// The text of a piece is whole.
    pub fn end(&self, piece: u32) {
        self.session.borrow_mut().end(piece);
    }

    /// Stops a piece, or all of them.
    pub fn cancel(&self, piece: Option<u32>) {
        self.session.borrow_mut().cancel(piece);
    }

    /// Asks for what was said so far to be spoken.
    pub fn flush(&self) {
        self.session.borrow_mut().flush();
    }

    /// Ends the session once everything is spoken.
    pub fn finish(&self) {
        self.session.borrow_mut().finish();
    }

    fn handle(&self, input: Input) {
        self.session.borrow_mut().handle(input);
    }
}
