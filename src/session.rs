//! The machine that runs one session on a speech socket, without doing any I/O itself.
//!
//! ```text
//!   new -> (connected_success) -> Send task_start -> (task_started) -> pieces -> Send task_finish
//!                                                                       |             |
//!   one piece:  Send task_continue* -> Emit sound*, events*             |     (task_finished) -> Done
//!               `-> (is_final) or Send task_flush -> (task_flushed)     `-> Fail, at any time
//! ```
//!
//! A piece is what one `say` speaks. Pieces go out one after the other, so that sound and soft errors, which
//! name no text, always belong to the piece that is being spoken. The host asks [`Session::poll`] what to do
//! until it says [`Action::Wait`], and tells [`Session::handle`] what happened. After `Done` or `Fail` the
//! session is over and its socket is to be closed.

mod frames;
mod pieces;

pub use pieces::split_at;

use crate::call::Lost;
use crate::check::Params;
use crate::error::{Billed, Error, Kind};
use crate::json::Writer;
use crate::request::{self, Endpoint, Payload, Request};
use crate::scan;
use crate::socket::Socket;
use crate::text;
use crate::text::digits;
use pieces::Piece;

/// What the host is to do next.
#[derive(Debug)]
pub enum Action {
    /// The session ended as it should.
    Done,
    /// Hand this to the caller.
    Emit(Emit),
    /// The session is over and failed.
    Fail(Error),
    /// Send this as a text frame.
    Send(String),
    /// Wait for this many milliseconds, while everything else goes on; then say `Woke`.
    Sleep(u64),
    /// Nothing before the next input.
    Wait,
}

/// What happened.
#[derive(Debug)]
pub enum Input {
    /// The socket is closed, with this code.
    Closed(u32),
    /// A text frame came.
    Frame(Vec<u8>),
    /// The socket broke, or was given up by the host.
    Lost(Lost),
    /// The wait is over.
    Woke,
}

/// Something for the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Emit {
    /// Sound of a piece.
    Audio {
        /// The piece.
        piece: u32,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// The JSON of an event: `{type, piece?, …}`.
    Event(String),
}

/// How far a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Before the service's greeting.
    Opening,
    /// The task is asked for.
    Starting,
    /// Text is taken.
    Ready,
    /// The end is asked for.
    Finishing,
    /// Nothing more happens.
    Over,
}

/// One session on a socket.
#[derive(Debug)]
pub struct Session {
    socket: &'static Socket,
    /// What opens the socket; its body is the start of the task.
    request: Request,
    bearer: Option<String>,
    phase: Phase,
    queue: Vec<Action>,
    /// The piece that is being spoken, then those that wait.
    pieces: Vec<Piece>,
    last_piece: u32,
    /// Flushes of the caller's that have not been answered.
    asked: u32,
    /// Flushes that end a piece and have not been answered.
    closing: u32,
    /// Text is held back until the host wakes.
    asleep: bool,
    /// How often in a row the service had no room.
    full: u32,
    /// A cancel has not been answered.
    cancelling: bool,
    finish: bool,
    told: bool,
    heard: bool,
    trace: Option<String>,
}

impl Session {
    /// A session with a checked start, before its socket is opened.
    ///
    /// # Errors
    /// `invalid_request` when the start cannot be written.
    pub fn new(
        socket: &'static Socket,
        params: Params,
        endpoint: &Endpoint,
    ) -> Result<Self, Error> {
        Ok(Self {
            socket,
            request: request::build(&socket.row, params, endpoint)?,
            bearer: endpoint.bearer.clone(),
            phase: Phase::Opening,
            queue: Vec::new(),
            pieces: Vec::new(),
            last_piece: 0,
            asked: 0,
            closing: 0,
            asleep: false,
            full: 0,
            cancelling: false,
            finish: false,
            told: false,
            heard: false,
            trace: None,
        })
    }

    /// What opens the socket: its address with the scheme of HTTP, and its headers.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// What to do next.
    pub fn poll(&mut self) -> Action {
        // A few at most ever wait here.
        match self.queue.is_empty() {
            true => Action::Wait,
            false => self.queue.remove(0),
        }
    }

    /// Whether an answer of the service is awaited, so that silence means that something is wrong.
    pub fn is_waiting(&self) -> bool {
        match self.phase {
            Phase::Opening | Phase::Starting | Phase::Finishing => true,
            Phase::Ready => {
                let spoken = |piece: &Piece| piece.in_flight && !self.socket.bidi;
                self.asked + self.closing > 0
                    || self.cancelling
                    || self.pieces.first().is_some_and(spoken)
            }
            Phase::Over => false,
        }
    }

    /// Tells what happened; then [`Session::poll`] again. Inputs after the end are ignored.
    pub fn handle(&mut self, input: Input) {
        if self.phase == Phase::Over {
            return;
        }
        match input {
            Input::Closed(code) => self.on_closed(code),
            Input::Frame(frame) => self.on_frame(frame),
            Input::Lost(lost) => {
                let (kind, message) = match lost {
                    Lost::Aborted => (Kind::Aborted, "the session was stopped"),
                    Lost::IdleTimeout => (Kind::IdleTimeout, "the service fell silent"),
                    Lost::Network => (
                        Kind::Network,
                        "the socket failed; check the address, the key or token, and the network",
                    ),
                    Lost::Timeout => (Kind::Timeout, "the session did not start in time"),
                };
                self.fail(Error::new(kind, message));
            }
            Input::Woke => {
                self.asleep = false;
                self.pump();
            }
        }
    }

    /// A new piece without any text yet.
    ///
    /// # Errors
    /// `invalid_request` when the session is over or about to end.
    pub fn begin(&mut self) -> Result<u32, Error> {
        if self.finish || self.phase == Phase::Over {
            let message = "the session has ended; connect again to say more";
            return Err(Error::new(Kind::InvalidRequest, message));
        }
        self.last_piece += 1;
        self.pieces.push(Piece::new(self.last_piece));
        Ok(self.last_piece)
    }

    /// More text for a piece; false when the piece takes none any more.
    pub fn feed(&mut self, piece: u32, text: &str) -> bool {
        let found = self.pieces.iter_mut().find(|found| found.id == piece);
        let Some(found) = found.filter(|found| !found.whole) else {
            return false;
        };
        found.text.push_str(text);
        self.pump();
        true
    }

    /// The text of a piece is whole.
    pub fn end(&mut self, piece: u32) {
        if let Some(found) = self.pieces.iter_mut().find(|found| found.id == piece) {
            found.whole = true;
            self.pump();
        }
    }

    /// Stops a piece, or all of them. What is being spoken ends when the service says so.
    pub fn cancel(&mut self, piece: Option<u32>) {
        let mut at = 0;
        while let Some(found) = self.pieces.get_mut(at) {
            let id = found.id;
            if piece.is_some_and(|piece| piece != id) {
                at += 1;
            } else if found.told {
                let first = !found.muted;
                found.mute();
                if self.socket.bidi && first {
                    self.say("task_cancel");
                    self.cancelling = true;
                }
                at += 1;
            } else {
                self.pieces.remove(at);
                self.ended(id, true);
            }
        }
        self.pump();
    }

    /// Asks for all that was said so far to be spoken now; an event tells when it was.
    pub fn flush(&mut self) {
        let spoken = self.socket.bidi && self.pieces.first().is_some_and(|piece| piece.told);
        if spoken && self.phase == Phase::Ready && !self.cancelling {
            self.asked += 1;
            self.say("task_flush");
        } else {
            self.emit("flushed", 0, "", "");
        }
    }

    /// Ends the session once everything has been spoken.
    pub fn finish(&mut self) {
        self.finish = true;
        self.pump();
    }

    /// Queues a frame that is a name alone.
    fn say(&mut self, event: &str) {
        let frame = text!("{\"event\":\"", event, "\"}");
        self.queue.push(Action::Send(frame));
    }

    /// Starts the task with the fields of the request.
    fn start(&mut self) {
        let fields = match &self.request.payload {
            Payload::Json(fields) => fields.strip_prefix("{").unwrap_or_default(),
            Payload::Form(_) | Payload::None => "}",
        };
        let frame = text!("{\"event\":\"task_start\",", fields);
        self.queue.push(Action::Send(frame));
        self.phase = Phase::Starting;
    }

    /// Queues an event about a piece, or about none (0), with one more member, whose value is JSON.
    fn emit(&mut self, kind: &str, piece: u32, name: &str, value: &str) {
        let mut event = Writer::default();
        event.text("type", Some(kind));
        event.number("piece", (piece > 0).then_some(piece.into()));
        if !name.is_empty() {
            event.raw(name, value);
        }
        self.queue.push(Action::Emit(Emit::Event(event.end())));
    }

    /// Tells that a piece has ended.
    fn ended(&mut self, piece: u32, cancelled: bool) {
        let cancelled = if cancelled { "true" } else { "false" };
        self.emit("end", piece, "cancelled", cancelled);
    }

    fn on_closed(&mut self, code: u32) {
        if self.phase == Phase::Opening {
            return self.handle(Input::Lost(Lost::Network));
        }
        let message = "the service closed the socket before the end of the session";
        let message = text!(message, " (", digits(code.into()), ")");
        self.fail(Error::new(Kind::Truncated, message));
    }

    /// Ends the session with an error that says all that is known.
    fn fail(&mut self, mut error: Error) {
        error.operation = Some(self.socket.row.id);
        error.status = None;
        error.request_id = error.request_id.take().or_else(|| self.trace.take());
        error.billed = match (self.heard, self.told) {
            (true, _) => Billed::Yes,
            (false, true) if !error.kind.refused() => Billed::Unknown,
            _ => Billed::No,
        };
        if let Some(bearer) = &self.bearer
            && scan::contains(&error.message, bearer)
        {
            error.message = "the service repeated the key in its message, which is left out".into();
        }
        self.over(Action::Fail(error));
    }

    fn over(&mut self, last: Action) {
        self.phase = Phase::Over;
        self.pieces.clear();
        self.queue.push(last);
    }
}
