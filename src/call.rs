//! The machine that runs one call, from the request to its result, without doing any I/O itself.
//!
//! ```text
//!             +--------- Sleep <- a failure that may be repeated
//!             v                                   ^
//!   new -> Send -> Head -> Chunk* -> End --+------+--> Done
//!             ^               |            |      `--> Fail
//!             |               `-> Emit*    | accepted task, or one that goes on
//!             `-------- Sleep <------------+ -> Emit
//! ```
//!
//! The host asks [`Call::poll`] what to do until it says [`Action::Wait`], and tells [`Call::handle`] what
//! happened. After `Done` or `Fail` the call is over.

mod failure;
mod io;
mod job;
mod stream;

pub use io::{Action, Emit, Input, Lost, Outcome, Settings};

use crate::bytes;
use crate::check::Params;
use crate::error::{Billed, Error, Kind};
use crate::events::Decoder;
use crate::fold::{self, Fold, View};
use crate::json::{self, Value};
use crate::media::{self, Media};
use crate::operation::{self, Answer, Operation};
use crate::provider::Head;
use crate::request::{self, Payload, Request};
use crate::scan;
use crate::task::{Job, Update};
use crate::text;
use job::look;

/// What the exchange under way is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// The operation itself.
    Run,
    /// A look at the task.
    Poll,
    /// The link of the task's file.
    Then,
    /// The end of the task, as the caller wants it.
    Cancel,
}

/// One call of an operation.
#[derive(Debug)]
pub struct Call {
    operation: &'static Operation,
    settings: Settings,
    step: Step,
    /// The request of the current step, kept for repeating it.
    request: Request,
    head: Head,
    body: Vec<u8>,
    stream: Option<(Decoder, Fold)>,
    queue: Vec<Action>,
    /// Failures of the current request.
    failures: u32,
    /// Requests sent in all.
    attempts: u32,
    /// Whether a part of a stream has come.
    emitted: bool,
    in_flight: bool,
    over: bool,
    job: Option<Job>,
    /// The last update of a task, waiting for its file's link.
    last: Option<Update>,
    looks: u32,
    /// Whether the looks go to the task's other operation.
    elsewhere: bool,
    first_ms: Option<u64>,
    now_ms: u64,
    /// What the stream came to.
    whole: Option<String>,
}

/// Room made at once for a body whose length is declared.
const MAX_RESERVE: usize = 256 * 1024 * 1024;

impl Call {
    /// Starts a call with a checked request.
    ///
    /// # Errors
    /// `invalid_request` or `unsupported` when it cannot be sent; nothing has been.
    pub fn new(
        operation: &'static Operation,
        mut params: Params,
        settings: Settings,
    ) -> Result<Self, Error> {
        if settings.stream.is_some() {
            if operation.stream.is_none() {
                return Err(unsupported(operation, "its answer cannot stream"));
            }
            params = params.streaming(operation)?;
        } else if operation.stream.is_some()
            && matches!(params.members().get("stream"), Some(Value::Bool(true)))
        {
            let message = "use .stream(…) for a streamed answer, or leave `stream` out";
            return Err(Error::invalid("stream", message));
        }
        if settings.follow && operation.task.is_none() {
            return Err(unsupported(operation, "it creates no task to follow"));
        }
        let request = prepare(operation, params, &settings)?;
        let mut call = Self::start(operation, settings, Step::Run, request);
        call.send();
        Ok(call)
    }

    /// Takes up a task that was accepted earlier, to follow it or, where the settings say so, to stop it.
    ///
    /// # Errors
    /// `invalid_request` when the job's operation is not known or creates no task.
    pub fn resume(job: Job, settings: Settings) -> Result<Self, Error> {
        let operation = operation::resolve(&job.operation)
            .filter(|operation| operation.task.is_some())
            .ok_or_else(|| {
                Error::invalid("job.operation", "names no operation that creates a task")
            })?;
        let request = look(operation, &job, &settings, false)?;
        let mut call = Self::start(operation, settings, Step::Poll, request);
        call.job = Some(job);
        let stops = operation.task.is_some_and(|task| task.cancel.is_some());
        match call.settings.cancel && !stops {
            true => call.say("unsupported"),
            false => call.send(),
        }
        Ok(call)
    }

    fn start(
        operation: &'static Operation,
        settings: Settings,
        step: Step,
        request: Request,
    ) -> Self {
        Self {
            operation,
            settings,
            step,
            request,
            head: Head::default(),
            body: Vec::new(),
            stream: None,
            queue: Vec::new(),
            failures: 0,
            attempts: 0,
            emitted: false,
            in_flight: false,
            over: false,
            job: None,
            last: None,
            looks: 0,
            elsewhere: false,
            first_ms: None,
            now_ms: 0,
            whole: None,
        }
    }

    /// What to do next. The answer changes after every [`Call::handle`].
    pub fn poll(&mut self) -> Action {
        if self.queue.is_empty() {
            return Action::Wait;
        }
        self.queue.remove(0)
    }

    /// The operation that runs.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The request of [`Action::Send`].
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// How many requests have been sent.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The start of the last answer.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Whether a task is followed to its end, which may take hours.
    pub fn follows(&self) -> bool {
        (self.settings.follow || self.job.is_some()) && !self.settings.cancel
    }

    /// The handle of the accepted task.
    pub fn job(&self) -> Option<&Job> {
        self.job.as_ref()
    }

    /// What an ended stream came to, as JSON.
    pub fn whole(&self) -> Option<&str> {
        self.whole.as_deref()
    }

    /// Tells what happened; then [`Call::poll`] again. Inputs after the end are ignored.
    pub fn handle(&mut self, input: Input<'_>) {
        if self.over {
            return;
        }
        match input {
            Input::Head(head) => self.on_head(head),
            Input::Chunk(chunk) => self.on_chunk(chunk),
            Input::End => self.on_end(),
            Input::Lost(lost) => self.on_lost(lost),
            Input::Woke { now_ms } => {
                self.at(now_ms);
                self.send();
            }
        }
    }

    fn at(&mut self, now_ms: u64) {
        self.now_ms = now_ms;
        self.first_ms.get_or_insert(now_ms);
    }

    fn send(&mut self) {
        self.attempts += 1;
        self.in_flight = true;
        self.head = Head::default();
        self.body = Vec::new();
        self.stream = None;
        self.queue.push(Action::Send);
    }

    fn on_head(&mut self, head: Head) {
        self.at(head.now_ms);
        if let (Some(view), Some(stream)) = (self.settings.stream, self.operation.stream)
            && self.step == Step::Run
            && head.is_success()
            && !head.is_type("application/json")
            && !head.is_type("text/html")
        {
            self.stream = Some((Decoder::default(), Fold::new(stream, view)));
        } else if let Some(length) = head.header("content-length").and_then(text::whole) {
            self.body.reserve(MAX_RESERVE.min(length as usize));
        }
        self.head = head;
    }

    /// Room for a piece of the body, which the host fills itself; `None` while the answer streams, when a
    /// piece is told by [`Input::Chunk`].
    pub fn room(&mut self, length: usize) -> Option<&mut [u8]> {
        if self.over || self.stream.is_some() {
            return None;
        }
        let from = self.body.len();
        bytes::lengthen(&mut self.body, length);
        self.body.get_mut(from..)
    }

    fn on_chunk(&mut self, chunk: &[u8]) {
        let Some((mut decoder, mut fold)) = self.stream.take() else {
            self.body.extend_from_slice(chunk);
            return;
        };
        let fault = self.read_events(&mut fold, |each| decoder.feed(chunk, each));
        self.stream = Some((decoder, fold));
        self.after_events(fault);
    }

    fn on_end(&mut self) {
        self.in_flight = false;
        if let Some((mut decoder, mut fold)) = self.stream.take() {
            let fault = self.read_events(&mut fold, |each| decoder.end(each));
            // An event cut in its middle says nothing; what came before it tells how the stream ended.
            let fault = fault.filter(|error| error.kind != Kind::Protocol);
            self.stream = Some((decoder, fold));
            if !self.after_events(fault) {
                self.end_stream();
            }
            return;
        }
        let operation = self.current();
        let fault = (operation.provider.fault)(operation, &self.head, &self.body);
        if let Some(error) = fault {
            // A task that was accepted all the same can be asked for.
            if self.step == Step::Run
                && error.billed == Billed::Unknown
                && let Ok(value) = self.value()
            {
                self.job = self.named(&value);
            }
            self.fail(error);
            return;
        }
        let result = match self.step {
            Step::Run if self.settings.follow => self.accept(),
            Step::Run => self.answer(),
            Step::Poll => self.looked(),
            Step::Then => self.linked(),
            Step::Cancel => self.cancelled(),
        };
        if let Err(mut error) = result {
            // The upstream said yes to the request, so its work may have been done.
            if !error.kind.refused() {
                error.billed = Billed::Unknown;
            }
            self.fail(error);
        }
    }

    /// The row of the request under way.
    fn current(&self) -> &'static Operation {
        let id = match (self.step, self.operation.task) {
            (Step::Poll, Some(task)) => Some(task.look(self.elsewhere)),
            (Step::Then, Some(task)) => task.then.as_ref().map(|then| then.operation),
            (Step::Cancel, Some(task)) => task.cancel.as_ref().map(|cancel| cancel.operation),
            _ => None,
        };
        id.and_then(operation::find).unwrap_or(self.operation)
    }

    fn value(&mut self) -> Result<Value, Error> {
        let mut value = json::parse(&self.body)?;
        json::protect_ids(&mut value, self.current().ids);
        Ok(value)
    }

    /// The whole answer of an operation that does not stream.
    fn answer(&mut self) -> Result<(), Error> {
        let operation = self.operation;
        let mut body = std::mem::take(&mut self.body);
        let mut outcome = Outcome {
            primary: matches!(operation.answer, Answer::Bytes | Answer::Media),
            mime: self.head.header("content-type").map(str::to_string),
            ..Outcome::default()
        };
        if operation.answer == Answer::Bytes {
            outcome.media = vec![Media::Bytes(0..body.len())];
            outcome.body = body;
            self.finish(outcome);
            return Ok(());
        }
        let text = if operation.media.is_empty() {
            std::mem::take(&mut body)
        } else {
            let split = media::split(&mut body, operation.media)?;
            outcome.media = split.media;
            split.json
        };
        if outcome.primary && outcome.media.is_empty() {
            return Err(Error::new(Kind::Empty, "the answer holds no media"));
        }
        // What is no document is the text that was asked for.
        let plain = operation.answer == Answer::Text && !text.trim_ascii_start().starts_with(b"{");
        let mut value = match plain {
            true => String::from_utf8(text).unwrap_or_default().into(),
            false => json::parse(&text)?,
        };
        json::protect_ids(&mut value, operation.ids);
        self.echo(&mut value);
        self.identify(&mut value)?;
        if !outcome.media.is_empty() {
            let format = json::text_at(&value, "extra_info.audio_format");
            outcome.mime = format.and_then(media::mime_of).map(str::to_string);
        }
        let json = json::to_string(&value);
        if let Some(view) = self.settings.stream {
            // A whole answer where a stream was asked for is a stream of one event.
            self.whole = Some(json.clone());
            let mut batch = fold::single(view, &json, &value);
            for piece in outcome.media.iter().filter(|_| view == View::Bytes) {
                if let Media::Bytes(range) = piece {
                    let bytes = body.get(range.clone()).unwrap_or_default();
                    batch.bytes.extend_from_slice(bytes);
                }
            }
            if !batch.is_empty() {
                self.queue.push(Action::Emit(Emit::Batch(batch)));
            }
        }
        outcome.json = Some(json);
        outcome.body = body;
        self.finish(outcome);
        Ok(())
    }

    /// Adds the fields of the request that belong to the answer and are missing in it.
    fn echo(&self, answer: &mut Value) {
        let (Value::Object(answer), Payload::Json(sent)) = (answer, &self.request.payload) else {
            return;
        };
        for name in self.operation.echo {
            if let Some(text) =
                scan::find(sent.as_bytes(), &[&[name]]).and_then(|found| found.text(0))
                && !answer.contains_key(name)
            {
                answer.insert(*name, text.into());
            }
        }
    }

    fn finish(&mut self, outcome: Outcome) {
        self.over = true;
        self.in_flight = false;
        self.queue.push(Action::Done(outcome));
    }
}

fn unsupported(operation: &Operation, why: &str) -> Error {
    let mut error = Error::new(Kind::Unsupported, text!(operation.id, ": ", why));
    error.operation = Some(operation.id);
    error
}

/// The request of an operation, with the headers that the settings ask for.
fn prepare(
    operation: &'static Operation,
    params: Params,
    settings: &Settings,
) -> Result<Request, Error> {
    let mut request = request::build(operation, params, &settings.endpoint)?;
    if let Some(key) = &settings.idempotency_key
        && settings.endpoint.worker
        && operation.bills
    {
        request
            .headers
            .push(("idempotency-key".into(), key.clone()));
    }
    request.headers.extend(settings.headers.iter().cloned());
    Ok(request)
}
