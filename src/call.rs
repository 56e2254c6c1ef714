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

use crate::check::Params;
use crate::error::{Billed, Error, Kind};
use crate::events::Decoder;
use crate::fold::{self, Batch, Flow, Fold, View};
use crate::json::{self, Value};
use crate::media::{self, Media};
use crate::operation::{self, Answer, Operation};
use crate::provider::Head;
use crate::request::{self, Endpoint, Request};
use crate::scan;
use crate::task::{Job, State, Task, Update};
use std::collections::VecDeque;

/// How a call is to be run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the provider is, and as whom.
    pub endpoint: Endpoint,
    /// Whether the answer is to stream, and in which view.
    pub stream: Option<View>,
    /// Whether the created task is followed to its end.
    pub follow: bool,
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
    /// Send this; then tell the head, the chunks and the end of the answer.
    Send(Request),
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

/// What the exchange under way is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// The operation itself.
    Run,
    /// A look at the task.
    Poll,
    /// The link of the task's file.
    Then,
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
    queue: VecDeque<Action>,
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
    first_ms: Option<u64>,
    now_ms: u64,
    /// What the stream came to.
    whole: Option<String>,
}

/// Looks right after the creation that may say "no such task" before it is known everywhere.
const GRACE_LOOKS: u32 = 3;
/// A longer `Retry-After` is given to the caller instead of waited for.
const MAX_WAIT_MS: u64 = 60_000;
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
        } else if operation.stream.is_some() && params.members().get("stream") == Some(&true.into())
        {
            let message = "use .stream(…) for a streamed answer, or leave `stream` out";
            return Err(Error::invalid("stream", message));
        }
        if settings.follow && operation.task.is_none() {
            return Err(unsupported(operation, "it creates no task to follow"));
        }
        let request = prepare(operation, &params, &settings)?;
        Ok(Self::start(operation, settings, Step::Run, request))
    }

    /// Takes up a task that was accepted earlier.
    ///
    /// # Errors
    /// `invalid_request` when the job's operation is not known or creates no task.
    pub fn resume(job: Job, settings: Settings) -> Result<Self, Error> {
        let operation = operation::resolve(&job.operation)
            .filter(|operation| operation.task.is_some())
            .ok_or_else(|| {
                Error::invalid("job.operation", "names no operation that creates a task")
            })?;
        let request = look(operation, &job, &settings)?;
        let mut call = Self::start(operation, settings, Step::Poll, request);
        call.job = Some(job);
        Ok(call)
    }

    fn start(
        operation: &'static Operation,
        settings: Settings,
        step: Step,
        request: Request,
    ) -> Self {
        let mut call = Self {
            operation,
            settings,
            step,
            request,
            head: Head::default(),
            body: Vec::new(),
            stream: None,
            queue: VecDeque::new(),
            failures: 0,
            attempts: 0,
            emitted: false,
            in_flight: false,
            over: false,
            job: None,
            last: None,
            looks: 0,
            first_ms: None,
            now_ms: 0,
            whole: None,
        };
        call.send();
        call
    }

    /// What to do next. The answer changes after every [`Call::handle`].
    pub fn poll(&mut self) -> Action {
        self.queue.pop_front().unwrap_or(Action::Wait)
    }

    /// The operation that runs.
    pub fn operation(&self) -> &'static Operation {
        self.operation
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
        self.settings.follow || self.job.is_some()
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
        self.queue.push_back(Action::Send(self.request.clone()));
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
        } else if let Some(length) = head.header("content-length").and_then(|v| v.parse().ok()) {
            self.body.reserve(MAX_RESERVE.min(length));
        }
        self.head = head;
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

    /// Runs the events that `feed` gives through the fold; stops reading at the first failure.
    fn read_events(
        &self,
        fold: &mut Fold,
        feed: impl FnOnce(&mut dyn FnMut(crate::events::Event<'_>)),
    ) -> Option<Error> {
        let mut fault = None;
        feed(&mut |event| {
            if fault.is_some() || fold.is_over() {
                return;
            }
            match fold.event(event) {
                Ok(Flow::More | Flow::Over) => {}
                Ok(Flow::Fault) => {
                    let read = self.operation.provider.fault;
                    fault = read(self.operation, &self.head, event.data)
                        .or_else(|| Some(Error::new(Kind::Server, "the stream told of a failure")));
                }
                Err(error) => fault = Some(error),
            }
        });
        fault
    }

    /// Hands on what the events came to; true when the exchange is settled by them.
    fn after_events(&mut self, fault: Option<Error>) -> bool {
        let Some((_, fold)) = &mut self.stream else {
            return false;
        };
        let batch = fold.take();
        let over = fold.is_over();
        // Thinking is paid for too, where the view shows none of it.
        self.emitted |= fold.has_content() || !batch.is_empty();
        if !batch.is_empty() {
            self.queue.push_back(Action::Emit(Emit::Batch(batch)));
        }
        match fault {
            Some(error) => self.fail(error),
            None if over => self.end_stream(),
            None => return false,
        }
        true
    }

    fn end_stream(&mut self) {
        let Some((_, fold)) = &self.stream else {
            return;
        };
        match fold.end() {
            Err(error) => self.fail(error),
            Ok(()) => {
                let whole = fold.whole().to_string();
                self.whole = Some(whole.clone());
                self.finish(Outcome {
                    json: Some(whole),
                    ..Outcome::default()
                });
            }
        }
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
            self.fail(error);
            return;
        }
        let result = match self.step {
            Step::Run if self.settings.follow => self.accept(),
            Step::Run => self.answer(),
            Step::Poll => self.looked(),
            Step::Then => self.linked(),
        };
        if let Err(mut error) = result {
            // The upstream said yes to the request, so its work may have been done.
            error.billed = Billed::Unknown;
            self.fail(error);
        }
    }

    /// The row of the request under way.
    fn current(&self) -> &'static Operation {
        let id = match (self.step, self.operation.task) {
            (Step::Poll, Some(task)) => Some(task.poll),
            (Step::Then, Some(task)) => task.then.as_ref().map(|then| then.operation),
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
            primary: operation.answer != Answer::Json,
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
        let mut value = json::parse(&text)?;
        json::protect_ids(&mut value, operation.ids);
        if !outcome.media.is_empty() {
            let path = ["extra_info", "audio_format"];
            outcome.mime = json::text_at(&value, &path)
                .and_then(|format| media::mime_of(&format).map(str::to_string));
        }
        let json = value.to_string();
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
                self.queue.push_back(Action::Emit(Emit::Batch(batch)));
            }
        }
        outcome.json = Some(json);
        outcome.body = body;
        self.finish(outcome);
        Ok(())
    }

    /// The create answer of a task: its id is told before anything else can fail.
    fn accept(&mut self) -> Result<(), Error> {
        let value = self.value()?;
        let task = self.task()?;
        let id = task
            .id
            .iter()
            .find_map(|path| json::text_at(&value, path))
            .ok_or_else(|| {
                Error::new(
                    Kind::Protocol,
                    "the task was accepted but the answer holds no id; look for it at the provider",
                )
            })?;
        let job = Job {
            operation: self.operation.id.to_string(),
            id,
        };
        self.job = Some(job.clone());
        let mut update = Update::new("");
        update.raw = value;
        self.emit_update(&update);
        self.request = look(self.operation, &job, &self.settings)?;
        self.step = Step::Poll;
        self.sleep_before_look();
        Ok(())
    }

    fn task(&self) -> Result<&'static Task, Error> {
        self.operation
            .task
            .ok_or_else(|| Error::new(Kind::Internal, "a step of a task without a task"))
    }

    fn emit_update(&mut self, update: &Update) {
        let id = self.job.as_ref().map_or("", |job| job.id.as_str());
        let json = update.to_json(id).to_string();
        self.queue.push_back(Action::Emit(Emit::Update(json)));
    }

    /// One look at the task.
    fn looked(&mut self) -> Result<(), Error> {
        let value = self.value()?;
        let task = self.task()?;
        self.failures = 0;
        let mut update = (task.read)(&value);
        update.raw = value;
        let file = update.file.clone().filter(|_| update.outputs.is_empty());
        match (update.state, &task.then, file) {
            (State::Succeeded, Some(then), Some(file)) => {
                let operation = operation::find(then.operation).unwrap_or(self.operation);
                let params =
                    crate::check::params(operation, Value::object([(then.field, file.into())]))?;
                self.request = prepare(operation, &params, &self.settings)?;
                self.step = Step::Then;
                self.last = Some(update);
                self.send();
            }
            (State::Succeeded, _, _) if update.outputs.is_empty() => {
                let message = "the task succeeded but its answer holds no result to fetch";
                self.end_with(Error::new(Kind::Protocol, message));
            }
            (State::Succeeded, _, _) => self.finish_job(&update),
            (State::Failed | State::Cancelled, _, _) => {
                self.emit_update(&update);
                let mut error = update.error.take().unwrap_or_else(|| {
                    let word = match update.state {
                        State::Cancelled => "was cancelled",
                        _ => "failed; the provider gives no reason",
                    };
                    Error::new(Kind::TaskFailed, format!("the task {word}"))
                });
                // Neither upstream says whether a failed task is charged.
                error.billed = Billed::Unknown;
                self.end_with(error);
            }
            _ => {
                self.emit_update(&update);
                self.sleep_before_look();
            }
        }
        Ok(())
    }

    /// The link of the finished task's file.
    fn linked(&mut self) -> Result<(), Error> {
        let value = self.value()?;
        let task = self.task()?;
        // Kept, as the link may only come with a repetition.
        let mut update = self.last.clone().unwrap_or_else(|| Update::new("success"));
        if let Some(then) = &task.then {
            update.push((then.read)(&value));
        }
        if update.outputs.is_empty() {
            let message = "the task's file has no download link yet; resume the job to ask again";
            let mut error = Error::new(Kind::Protocol, message);
            error.retryable = true;
            self.fail(error);
            return Ok(());
        }
        self.finish_job(&update);
        Ok(())
    }

    fn finish_job(&mut self, update: &Update) {
        self.emit_update(update);
        let id = self.job.as_ref().map_or("", |job| job.id.as_str());
        self.finish(Outcome {
            json: Some(update.to_json(id).to_string()),
            ..Outcome::default()
        });
    }

    /// Waits before the next look, or gives the task back when its time is up.
    fn sleep_before_look(&mut self) {
        match self.next_look() {
            Some(wait) => self.queue.push_back(Action::Sleep(wait)),
            None => {
                let message =
                    "the task has not ended in time; it goes on and can be taken up again";
                self.end_with(Error::new(Kind::Timeout, message));
            }
        }
    }

    /// How long to wait before the next look: short at first, longer later; `None` after the deadline.
    fn next_look(&mut self) -> Option<u64> {
        let task = self.operation.task?;
        let deadline = self.settings.deadline_ms.unwrap_or(task.deadline_ms);
        let spent = self
            .now_ms
            .saturating_sub(self.first_ms.unwrap_or(self.now_ms));
        if spent >= deadline {
            return None;
        }
        let first = self.settings.poll_ms.unwrap_or(task.first_ms);
        // A quarter longer each time: a few dozen looks cover a task of hours.
        let grown = (0..self.looks.min(64)).fold(first, |wait, _| wait.saturating_add(wait / 4));
        self.looks += 1;
        let wait = grown.min(task.slowest_ms.max(first));
        Some(wait.min(deadline - spent))
    }

    fn on_lost(&mut self, lost: Lost) {
        let (kind, message) = match lost {
            Lost::Network if self.head.status != 0 => (
                Kind::Truncated,
                "the connection broke in the middle of the answer",
            ),
            Lost::Aborted => (Kind::Aborted, "the call was stopped"),
            Lost::IdleTimeout => (
                Kind::IdleTimeout,
                "nothing arrived for too long in the middle of the answer",
            ),
            Lost::Network => (
                Kind::Network,
                "the connection failed; check the address and the network",
            ),
            Lost::Timeout => (Kind::Timeout, "the call took longer than `timeoutMs`"),
        };
        let mut error = Error::new(kind, message);
        if self.in_flight && self.operation.bills && self.step == Step::Run {
            error.billed = Billed::Unknown;
        }
        match lost {
            Lost::Aborted | Lost::Timeout => {
                error.retryable = false;
                self.end_with(error);
            }
            Lost::IdleTimeout | Lost::Network => self.fail(error),
        }
    }

    fn finish(&mut self, outcome: Outcome) {
        self.over = true;
        self.in_flight = false;
        self.queue.push_back(Action::Done(outcome));
    }

    /// Repeats what may be repeated; else the call is over.
    fn fail(&mut self, mut error: Error) {
        let current = self.current();
        if self.head.status != 0 {
            error.status = error.status.or(Some(self.head.status));
            if error.request_id.is_none() {
                error.request_id = self.head.request_id();
            }
            error.retry_after_ms = error.retry_after_ms.or(self.head.retry_after_ms);
        }
        if error.kind.refused() || !current.bills {
            error.billed = Billed::No;
        } else if error.billed == Billed::No && self.head.status != 0 {
            error.billed = Billed::Unknown;
        }
        match self.repeat_after(&error, current) {
            Some(wait) => {
                self.in_flight = false;
                self.failures += 1;
                self.queue.push_back(Action::Sleep(wait));
            }
            None => self.end_with(error),
        }
    }

    /// Ends the call with an error that says all that is known.
    fn end_with(&mut self, mut error: Error) {
        error.operation = Some(self.operation.id);
        if let Some(job) = &self.job {
            if error.billed == Billed::No {
                error.billed = Billed::Yes;
            }
            error.job_id = Some(job.id.clone());
            error.job = Some(job.to_json());
        } else if self.emitted && self.operation.bills {
            error.billed = Billed::Yes;
        }
        if let Some((_, fold)) = &self.stream
            && !fold.text().is_empty()
        {
            error.partial = Some(fold.text().to_string());
        }
        if let Some(bearer) = &self.settings.endpoint.bearer
            && scan::contains(&error.message, bearer)
        {
            error.message = "the service repeated the key in its message, which is left out".into();
        }
        self.in_flight = false;
        self.over = true;
        self.queue.push_back(Action::Fail(error));
    }

    /// How long to wait before the request is repeated; `None` when it must not be.
    fn repeat_after(&mut self, error: &Error, current: &Operation) -> Option<u64> {
        let asked = error.retry_after_ms.unwrap_or(0);
        match self.step {
            // A look at a task goes on through passing failures; its deadline is the limit.
            Step::Poll => {
                let fresh = error.kind == Kind::NotFound && self.looks <= GRACE_LOOKS;
                if error.retryable || fresh {
                    self.next_look()
                        .map(|wait| wait.max(asked.min(MAX_WAIT_MS)))
                } else {
                    None
                }
            }
            Step::Run | Step::Then => {
                let proven = !current.bills || error.billed == Billed::No;
                let may = error.retryable && proven && !self.emitted;
                if !may || self.failures >= self.settings.max_retries || asked > MAX_WAIT_MS {
                    return None;
                }
                Some(asked.max(backoff(self.failures, self.settings.jitter)))
            }
        }
    }
}

fn unsupported(operation: &Operation, why: &str) -> Error {
    let mut error = Error::new(Kind::Unsupported, format!("{}: {why}", operation.id));
    error.operation = Some(operation.id);
    error
}

/// The request of an operation, with the headers that the settings ask for.
fn prepare(
    operation: &'static Operation,
    params: &Params,
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

/// The request that looks at a task.
fn look(operation: &'static Operation, job: &Job, settings: &Settings) -> Result<Request, Error> {
    let task = operation
        .task
        .ok_or_else(|| unsupported(operation, "it creates no task"))?;
    let poll = operation::find(task.poll)
        .ok_or_else(|| Error::new(Kind::Internal, "a task without its look"))?;
    let params = crate::check::params(
        poll,
        Value::object([(task.poll_field, job.id.as_str().into())]),
    )?;
    prepare(poll, &params, settings)
}

/// Half a second, doubled with each failure up to eight, and spread over its upper half.
fn backoff(failures: u32, jitter: f64) -> u64 {
    let whole = 500_u64 << failures.min(4);
    let spread = (whole as f64 / 2.0 * jitter.clamp(0.0, 1.0)) as u64;
    whole / 2 + spread
}
