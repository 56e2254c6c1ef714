//! What goes into the machine of a call and what comes out: settings, inputs, actions, results.

use crate::error::Error;
use crate::fold::{Batch, View};
use crate::media::Media;
use crate::provider::Head;
use crate::request::Endpoint;

/// How a call is to be run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the provider is, and as whom.
    pub endpoint: Endpoint,
    /// Whether the answer is to stream, and in which view.
    pub stream: Option<View>,
    /// Whether the created task is followed to its end.
    pub follow: bool,
    /// Whether the task that is taken up is to be stopped instead.
    pub cancel: bool,
    /// The most repetitions of one request after failures that allow it.
    pub max_retries: u32,
    /// A number from 0 to 1 that spreads repetitions; the host draws it.
    pub jitter: f64,
    /// One key for the whole life of a billable call; only our Worker is told.
    pub idempotency_key: Option<String>,
    /// Headers of the caller's own.
    pub headers: Vec<(String, String)>,
    /// The first wait between two looks at a task, instead of the row's.
    pub poll_ms: Option<u64>,
    /// How long a task is followed, instead of the row's time.
    pub deadline_ms: Option<u64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            endpoint: Endpoint::default(),
            stream: None,
            follow: false,
            cancel: false,
            max_retries: 2,
            jitter: 0.5,
            idempotency_key: None,
            headers: Vec::new(),
            poll_ms: None,
            deadline_ms: None,
        }
    }
}

/// What the host is to do next.
#[derive(Debug)]
pub enum Action {
    /// The call is over and went well.
    Done(Outcome),
    /// Hand this to the caller.
    Emit(Emit),
    /// The call is over and failed.
    Fail(Error),
    /// Send [`Call::request`](super::Call::request); then tell the head, the chunks and the end of the answer.
    Send,
    /// Wait for this many milliseconds; then say `Woke`.
    Sleep(u64),
    /// Nothing before the next input.
    Wait,
}

/// What happened.
#[derive(Debug)]
pub enum Input<'a> {
    /// A piece of the answer's body.
    Chunk(&'a [u8]),
    /// The body has ended.
    End,
    /// The answer has begun.
    Head(Head),
    /// The exchange broke, or was stopped by the host.
    Lost(Lost),
    /// The wait is over.
    Woke {
        /// The host's clock, in milliseconds since 1970.
        now_ms: u64,
    },
}

/// Why an exchange ended without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The caller stopped it.
    Aborted,
    /// Nothing came for too long in the middle of the answer.
    IdleTimeout,
    /// The connection could not be made, or broke.
    Network,
    /// The call took longer than it was given.
    Timeout,
}

/// Something for the caller before the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Emit {
    /// What one network chunk of a stream came to.
    Batch(Batch),
    /// The JSON of a task's update.
    Update(String),
}

/// The result of a call.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The JSON document, with `{"$media": n}` where media was.
    pub json: Option<String>,
    /// The body that the media's ranges point into.
    pub body: Vec<u8>,
    /// The media.
    pub media: Vec<Media>,
    /// The MIME type that the answer declares for media that does not tell its own.
    pub mime: Option<String>,
    /// Whether the media is the result itself.
    pub primary: bool,
}
