//! Runs a call on a JavaScript host: asks the machine what to do, does it, tells it what happened.

use super::convert::{self, Config, Options};
use super::exchange::{self, Exchange};
use super::host::{Idle, Stop, Timer, now_ms, sleep};
use crate::call::{Action, Call, Emit, Input, Lost, Outcome, Settings};
use crate::check::Params;
use crate::error::{Error, Kind};
use crate::json;
use crate::json::{Map, Value};
use crate::operation::Operation;
use crate::request::Request;
use crate::task::Job;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// What a call begins with.
pub enum Start {
    /// A checked request.
    Call(&'static Operation, Params, Settings),
    /// A task that was accepted earlier.
    Resume(Job, Settings),
}

/// A call on a host.
pub struct Run {
    config: Rc<Config>,
    options: Options,
    blobs: Array,
    stop: Rc<Stop>,
    state: RefCell<State>,
}

/// What changes while the call runs; never borrowed over a wait.
#[derive(Default)]
struct State {
    start: Option<Start>,
    call: Option<Call>,
    exchange: Option<Exchange>,
    idle: Option<Idle>,
    timer: Option<Timer>,
    outcome: Option<Outcome>,
    /// What the host's `fetch` rejected with.
    cause: Option<JsValue>,
}

/// One step of a call.
enum Step {
    Done,
    Emit(Emit),
}

/// How long a call may take, and how long an answer may pause, unless the caller says otherwise.
const TIMEOUT_MS: f64 = 600_000.0;
const IDLE_MS: f64 = 60_000.0;

impl Run {
    /// A call that has not been sent.
    pub fn new(config: Rc<Config>, start: Start, blobs: Array, options: Options) -> Self {
        Self {
            config,
            options,
            blobs,
            stop: Rc::default(),
            state: RefCell::new(State {
                start: Some(start),
                ..State::default()
            }),
        }
    }

    /// Stops the call; whatever is being waited for ends at once.
    pub fn abort(&self) {
        self.stop.trip(Lost::Aborted);
        self.drop_exchange();
    }

    /// An error as the object that is thrown, with the host's own as its cause.
    pub fn thrown(&self, error: &Error) -> JsValue {
        convert::thrown(error, self.state.borrow().cause.as_ref())
    }

    /// What the ended stream came to.
    pub fn whole(&self) -> Option<String> {
        let state = self.state.borrow();
        Some(state.call.as_ref()?.whole()?.to_string())
    }

    /// The job handle as JSON.
    pub fn job(&self) -> Option<String> {
        Some(self.state.borrow().call.as_ref()?.job()?.to_json())
    }

    /// About the exchange.
    pub fn meta(&self) -> Value {
        let state = self.state.borrow();
        let Some(call) = &state.call else {
            return json!({ "attempts": 0, "headers": Map::new() });
        };
        let head = call.head();
        let mut headers = Map::new();
        for (name, value) in &head.headers {
            headers.insert(name, value.as_str().into());
        }
        json!({
            "requestId": head.request_id(),
            "status": head.status,
            "attempts": call.attempts(),
            "headers": headers,
        })
    }

    /// Sends the request and gives the response as it is.
    pub async fn response(&self) -> Result<JsValue, Error> {
        self.begin().await?;
        let action = self.with_call(Call::poll)?;
        let Action::Send(request) = action else {
            return Err(Error::new(
                Kind::Internal,
                "raw() comes before everything else",
            ));
        };
        let sent = self.send(request).await;
        let input = match sent {
            Ok(_) => {
                let mut state = self.state.borrow_mut();
                let response = state.exchange.as_mut().and_then(Exchange::hand_over);
                state.timer = None;
                return Ok(response.into());
            }
            Err(lost) => Input::Lost(lost),
        };
        // Whatever the machine would do next, an answer that did not come is the end here.
        self.with_call(|call| call.handle(input))?;
        loop {
            match self.with_call(Call::poll)? {
                Action::Fail(error) => return Err(error),
                Action::Sleep(_) => self.with_call(|call| {
                    call.handle(Input::Lost(Lost::Network));
                })?,
                Action::Wait => return Err(Error::new(Kind::Network, "the connection failed")),
                _ => {}
            }
        }
    }

    /// The next piece or update as `{events?, text?, bytes?, update?}`; undefined at the end.
    pub async fn next(&self) -> Result<JsValue, Error> {
        loop {
            let emit = match self.advance().await? {
                Step::Done => return Ok(JsValue::UNDEFINED),
                Step::Emit(emit) => emit,
            };
            if self.options.stream && self.options.view.is_none() {
                continue;
            }
            let object = js_sys::Object::new();
            match emit {
                Emit::Update(update) => convert::set(&object, "update", &update.into()),
                Emit::Batch(batch) => {
                    if !batch.events.is_empty() {
                        let events = crate::text!("[", batch.events, "]");
                        convert::set(&object, "events", &events.into());
                    }
                    if !batch.text.is_empty() {
                        convert::set(&object, "text", &batch.text.into());
                    }
                    if !batch.bytes.is_empty() {
                        convert::set(&object, "bytes", &Uint8Array::from(batch.bytes.as_slice()));
                    }
                }
            }
            return Ok(object.into());
        }
    }

    /// Runs to the end and gives `{json, media, primary}`.
    pub async fn result(&self) -> Result<JsValue, Error> {
        while let Step::Emit(_) = self.advance().await? {}
        let outcome = self.state.borrow_mut().outcome.take();
        match outcome {
            Some(outcome) => Ok(convert::outcome(&outcome)),
            None => Err(Error::new(Kind::Internal, "the call has ended before")),
        }
    }

    fn with_call<T>(&self, act: impl FnOnce(&mut Call) -> T) -> Result<T, Error> {
        match &mut self.state.borrow_mut().call {
            Some(call) => Ok(act(call)),
            None => Err(Error::new(Kind::Internal, "the call has not begun")),
        }
    }

    /// Reads the caller's files where the request holds them as text, and makes the machine.
    async fn begin(&self) -> Result<(), Error> {
        let start = self.state.borrow_mut().start.take();
        let call = match start {
            None => return Ok(()),
            Some(Start::Resume(job, settings)) => Call::resume(job, settings)?,
            Some(Start::Call(operation, mut params, settings)) => {
                let mut wanted = Vec::new();
                params.attach(operation.fields, &mut |index| {
                    wanted.push(index);
                    None
                });
                let read = async {
                    let mut texts = Vec::new();
                    for index in wanted {
                        let blob = convert::blob(&self.blobs, index).await?;
                        texts.push((index, convert::data_url(&blob).await));
                    }
                    Ok::<_, Error>(texts)
                };
                let stopped = |_| {
                    let mut error = Error::new(Kind::Aborted, "the call was stopped");
                    error.operation = Some(operation.id);
                    error
                };
                let texts = self.stop.race(read).await.map_err(stopped)??;
                params.attach(operation.fields, &mut |index| {
                    texts.iter().find(|(found, _)| *found == index)?.1.clone()
                });
                Call::new(operation, params, settings)?
            }
        };
        let followed = call.follows();
        let mut state = self.state.borrow_mut();
        state.call = Some(call);
        if !followed && self.options.timeout_ms != Some(0.0) {
            let stop = Rc::clone(&self.stop);
            let ms = self.options.timeout_ms.unwrap_or(TIMEOUT_MS);
            state.timer = Some(Timer::new(ms, move || stop.trip(Lost::Timeout)));
        }
        Ok(())
    }

    async fn advance(&self) -> Result<Step, Error> {
        if self.state.borrow().outcome.is_some() {
            return Ok(Step::Done);
        }
        self.begin().await?;
        self.forgive_silence();
        loop {
            let input = match self.with_call(Call::poll)? {
                Action::Done(outcome) => {
                    self.drop_exchange();
                    let mut state = self.state.borrow_mut();
                    state.timer = None;
                    state.outcome = Some(outcome);
                    return Ok(Step::Done);
                }
                Action::Emit(emit) => {
                    // A look at a task is over; whoever followed it may come back much later, or never.
                    if matches!(emit, Emit::Update(_)) {
                        self.drop_exchange();
                    }
                    return Ok(Step::Emit(emit));
                }
                Action::Fail(error) => {
                    self.drop_exchange();
                    self.state.borrow_mut().timer = None;
                    return Err(error);
                }
                Action::Send(request) => {
                    self.drop_exchange();
                    match self.send(request).await {
                        Ok(head) => Input::Head(head),
                        Err(lost) => Input::Lost(lost),
                    }
                }
                Action::Sleep(ms) => {
                    self.drop_exchange();
                    match self.stop.race(self.pause(ms)).await {
                        Ok(()) => Input::Woke { now_ms: now_ms() },
                        Err(lost) => Input::Lost(lost),
                    }
                }
                // Asked again after its end, a call has nothing more to say.
                Action::Wait if self.with_call(|call| call.is_over())? => return Ok(Step::Done),
                Action::Wait => match self.read().await {
                    Ok(Some(piece)) => {
                        self.with_call(|call| match call.room(piece.length() as usize) {
                            Some(room) => piece.copy_to(room),
                            None => call.handle(Input::Chunk(&piece.to_vec())),
                        })?;
                        continue;
                    }
                    Ok(None) => Input::End,
                    Err(lost) => Input::Lost(lost),
                },
            };
            self.with_call(|call| call.handle(input))?;
        }
    }

    /// Waits, and looks at no task for a page that nobody sees, until the task's time is up.
    async fn pause(&self, ms: u64) {
        sleep(ms).await;
        if let Ok(Some(left)) = self.with_call(|call| call.time_left(now_ms()))
            && let Some(seen) = &self.config.seen
            && let Ok(seen) = seen.call1(&JsValue::UNDEFINED, &(left as f64).into())
        {
            let _ = JsFuture::from(js_sys::Promise::resolve(&seen)).await;
        }
    }

    async fn send(&self, request: Request) -> Result<crate::provider::Head, Lost> {
        self.tell_attempt(&request);
        let exchange = Exchange::new().map_err(|_| Lost::Network)?;
        let controller = exchange.controller();
        let idle_ms = self.options.timeout_ms.unwrap_or(TIMEOUT_MS);
        {
            let mut state = self.state.borrow_mut();
            state.exchange = Some(exchange);
            // Without a timer over the whole, a look at a task may still not hang for ever.
            if state.timer.is_none() && idle_ms > 0.0 {
                state.idle = Some(Idle::new(idle_ms, Rc::clone(&self.stop)));
            }
        }
        let fetch = self.config.fetch.as_ref();
        let sent = exchange::send(request, &self.blobs, fetch, &controller);
        let response = match self.wait(sent).await? {
            Ok(response) => response,
            Err(cause) => {
                self.state.borrow_mut().cause = Some(cause);
                return Err(self.stop.why().unwrap_or(Lost::Network));
            }
        };
        let mut guard = self.state.borrow_mut();
        let State {
            exchange, timer, ..
        } = &mut *guard;
        let exchange = exchange.as_mut().ok_or(Lost::Aborted)?;
        let head = exchange.begin(response, now_ms());
        if self.options.stream {
            // From here on only silence counts: a stream may be long.
            *timer = None;
        }
        drop(guard);
        self.watch();
        Ok(head)
    }

    async fn read(&self) -> Result<Option<Uint8Array>, Lost> {
        let promise = match &mut self.state.borrow_mut().exchange {
            Some(exchange) => exchange.read(self.config.gather.as_ref()),
            None => return Err(self.stop.why().unwrap_or(Lost::Network)),
        };
        let Some(promise) = promise else {
            return Ok(None);
        };
        let read = self.wait(JsFuture::from(promise)).await?;
        let mut state = self.state.borrow_mut();
        if let Some(idle) = &state.idle {
            idle.touch();
        }
        match (read, &mut state.exchange) {
            (Ok(value), Some(exchange)) => Ok(exchange.piece(value)),
            (Ok(_), None) => Err(Lost::Aborted),
            (Err(cause), _) => {
                state.cause = Some(cause);
                Err(self.stop.why().unwrap_or(Lost::Network))
            }
        }
    }

    /// Waits, and lets an exchange that fell silent end alone: the call may go on.
    async fn wait<F: Future>(&self, work: F) -> Result<F::Output, Lost> {
        let result = self.stop.race(work).await;
        if let Err(Lost::IdleTimeout) = result {
            self.stop.reset();
        }
        result
    }

    /// What was silent while nobody read was the reader.
    fn forgive_silence(&self) {
        if self.stop.why() == Some(Lost::IdleTimeout) {
            self.stop.reset();
            self.watch();
        }
    }

    /// Counts the silence inside the answer from now on.
    fn watch(&self) {
        let ms = self.options.idle_ms.unwrap_or(IDLE_MS);
        let idle = (ms > 0.0).then(|| Idle::new(ms, Rc::clone(&self.stop)));
        self.state.borrow_mut().idle = idle;
    }

    fn drop_exchange(&self) {
        let mut state = self.state.borrow_mut();
        let exchange = state.exchange.take();
        state.idle = None;
        drop(state);
        // Aborting runs the host's listeners, so nothing may be borrowed.
        drop(exchange);
    }

    fn tell_attempt(&self, request: &Request) {
        let Some(told) = &self.options.on_attempt else {
            return;
        };
        let info = js_sys::Object::new();
        let about = self.with_call(|call| (call.operation().id, call.attempts()));
        if let Ok((id, attempt)) = about {
            convert::set(&info, "operation", &id.into());
            convert::set(&info, "attempt", &attempt.into());
        }
        convert::set(&info, "method", &request.method.as_str().into());
        convert::set(&info, "url", &request.url.as_str().into());
        // What the caller's own function throws is not the call's failure.
        let _ = told.call1(&JsValue::UNDEFINED, &info);
    }
}
