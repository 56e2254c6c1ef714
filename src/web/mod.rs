//! The export for JavaScript hosts: one machine for everything that the core does. It waits for nothing and calls
//! nothing back: the host asks what to do, does it, and tells what happened. It knows no operation by name.
//!
//! What crosses is text: a line of JSON, and after it what is large or is JSON already. Bytes have their own way.

mod answers;
mod settings;

use crate::call::{self, Call, Emit, Lost, Settings};
use crate::check::{self, Params};
use crate::error::{Error, Kind};
use crate::json::{self, Value};
use crate::media;
use crate::operation::{self, Operation};
use crate::provider::Head;
use crate::session::{self, Session};
use crate::socket;
use crate::task::Job;
use crate::text;
use crate::uniform::{self, Plan};
use answers::{line, with};
use wasm_bindgen::prelude::*;

/// A third of the default allocator's size, and as fast.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What the names of uniform requests begin with; their kind follows.
const UNIFORM: &str = "uniform.";

/// A call, a session on a socket, or the answer to a question.
#[wasm_bindgen]
pub struct Machine {
    running: Running,
    /// Bytes that were told and are fetched, or came and belong to what is told next.
    bytes: Vec<u8>,
}

/// A checked request whose files have to be read, and those that have been.
struct Waiting {
    operation: &'static Operation,
    params: Params,
    settings: Settings,
    files: Vec<(usize, Option<String>)>,
}

enum Running {
    /// Over before it began.
    Failed(Error),
    Files(Box<Waiting>),
    Call(Box<Call>),
    Session(Box<Session>),
    /// What is fed is what models take.
    Learn,
    /// An answer.
    Told(String),
}

#[wasm_bindgen]
impl Machine {
    /// What is wanted: `call` and `talk` of an operation, `check` of a request, `job` (its handle is the target), the
    /// list of all `operations`, or to `learn` what each model takes, as `models.js` holds it: it is fed.
    #[wasm_bindgen(constructor)]
    pub fn new(what: &str, target: &str, request: &str, settings: &str) -> Machine {
        let running = start(what, target, request, settings).unwrap_or_else(Running::Failed);
        Machine {
            running,
            bytes: Vec::new(),
        }
    }

    /// Tells by one word what happened or what is wanted, with a number and a text where they belong to it.
    ///
    /// `poll` asks what to do next: nothing, or `{send}`, `{sleep}`, `{files}` to read, something for the caller, or
    /// an end, `{error}` or `{done}`. A call is told its `head`, each `chunk`, `end`, `woke`, and what it `lost`; it has a `job`,
    /// `meta` and, while its task is followed, time that is `left`. A file is told by its number after its bytes. A session is told a `frame`, that it is `closed`,
    /// `woke`, what it `lost`; `begin` gives a piece's number, `feed` gives 0 once the piece takes no more; then
    /// `end` (of a piece), `cancel` (0 for all), `flush` and `finish`; `waiting` gives 1 while an answer is due.
    pub fn tell(&mut self, what: &str, number: f64, text: &str) -> String {
        let Machine { running, bytes } = self;
        match running {
            Running::Call(call) => to_call(call, what, number, text, bytes),
            Running::Session(session) => to_session(session, what, number as u32, text, bytes),
            Running::Learn => {
                crate::model::install(std::mem::take(bytes));
                String::new()
            }
            Running::Failed(_) if what == "job" => String::new(),
            Running::Failed(error) => line("error", error.to_json()),
            Running::Told(answer) => std::mem::take(answer),
            Running::Files(waiting) => {
                match what {
                    "poll" => return self.begin(),
                    "file" => {
                        let url = media::data_url(text, bytes);
                        waiting.files.push((number as usize, Some(url)));
                    }
                    "lost" => {
                        let mut error = Error::new(Kind::Aborted, "the call was stopped");
                        error.operation = Some(waiting.operation.id);
                        self.running = Running::Failed(error);
                    }
                    _ => {}
                }
                String::new()
            }
        }
    }

    /// Where a piece of the answer's body goes, or the whole of a file or of what models take, in this wasm's memory;
    /// then `tell` says that it is there.
    pub fn room(&mut self, length: usize) -> usize {
        self.bytes.clear();
        if let Running::Call(call) = &mut self.running
            && let Some(room) = call.room(length)
        {
            return room.as_ptr() as usize;
        }
        self.bytes.resize(length, 0);
        self.bytes()
    }

    /// Where the bytes begin of what was told last, in this wasm's memory.
    pub fn bytes(&self) -> usize {
        self.bytes.as_ptr() as usize
    }
}

impl Machine {
    /// Begins the call once its files have been read.
    fn begin(&mut self) -> String {
        let Running::Files(waiting) = &mut self.running else {
            return String::new();
        };
        let Waiting {
            operation,
            params,
            settings,
            files,
        } = &mut **waiting;
        let mut wanted = Vec::new();
        params.attach(operation.fields, &mut |index| match files
            .iter()
            .find(|(found, _)| *found == index)
        {
            Some((_, url)) => url.clone(),
            None => {
                wanted.push(Value::from(index));
                None
            }
        });
        if !wanted.is_empty() {
            return line("files", wanted.into());
        }
        let call = Call::new(operation, params.clone(), settings.clone());
        self.running = call.map_or_else(Running::Failed, |call| Running::Call(Box::new(call)));
        match &mut self.running {
            Running::Call(call) => to_call(call, "poll", 0.0, "", &mut self.bytes),
            Running::Failed(error) => line("error", error.to_json()),
            _ => String::new(),
        }
    }
}

fn start(what: &str, target: &str, request: &str, settings: &str) -> Result<Running, Error> {
    let settings = json::parse(settings.as_bytes())?;
    match what {
        "operations" => {
            let rows: Vec<Value> = operation::all().map(answers::describe).collect();
            return Ok(Running::Told(json::to_string(&rows.into())));
        }
        "check" => {
            let request = json::parse(request.as_bytes())?;
            let report = match target.strip_prefix(UNIFORM) {
                Some(kind) => plan(kind, request, &settings)?.to_json(),
                None => {
                    let row = match socket::find(target, true) {
                        Some(socket) => &socket.row,
                        None => resolve(target)?,
                    };
                    check::check(row, &request).to_json()
                }
            };
            return Ok(Running::Told(json::to_string(&report)));
        }
        "learn" => return Ok(Running::Learn),
        "talk" => {
            let socket = socket::find(target, settings::flag(&settings, "bidi"))
                .ok_or_else(|| Error::invalid("operation", "no such socket"))?;
            let params = check::params(&socket.row, json::parse(request.as_bytes())?)?;
            let settings = settings::read(&socket.row, &settings, false)?;
            let session = Session::new(socket, &params, &settings.endpoint)?;
            return Ok(Running::Session(Box::new(session)));
        }
        "job" => {
            let job = Job::parse(target)?;
            let settings = settings::read(resolve(&job.operation)?, &settings, true)?;
            let call = Call::resume(job, settings)?;
            return Ok(Running::Call(Box::new(call)));
        }
        _ => {}
    }
    let mut request = json::parse(request.as_bytes())?;
    let kind = target.strip_prefix(UNIFORM);
    let operation = match kind {
        Some(kind) => {
            let plan = plan(kind, request, &settings)?;
            request = plan.request;
            if let Some(error) = plan.report.into_error(plan.operation) {
                return Err(error);
            }
            plan.operation
        }
        None => resolve(target)?,
    };
    let params = check::params(operation, request)?;
    let task = operation.task;
    let follow = task.is_some_and(|task| kind.is_some() || task.name == target);
    let settings = settings::read(operation, &settings, follow)?;
    Ok(Running::Files(Box::new(Waiting {
        operation,
        params,
        settings,
        files: Vec::new(),
    })))
}

fn plan(kind: &str, mut request: Value, settings: &Value) -> Result<Plan, Error> {
    // With one provider set up, a model that both offer is that one's.
    let providers = settings.get("providers").and_then(Value::as_object);
    let mut names = providers.into_iter().flat_map(json::Map::keys);
    if let (Some(only), None, Value::Object(members)) = (names.next(), names.next(), &mut request)
        && !members.contains_key("provider")
    {
        members.insert("provider", only.into());
    }
    uniform::plan(kind, &request)
}

fn resolve(target: &str) -> Result<&'static Operation, Error> {
    operation::resolve(target).ok_or_else(|| {
        let message = "no such operation; `operations()` lists them all";
        Error::invalid("operation", message)
    })
}

/// The reason of a host to give up, by its word.
fn lost(why: &str) -> Lost {
    match why {
        "aborted" => Lost::Aborted,
        "idle" => Lost::IdleTimeout,
        "timeout" => Lost::Timeout,
        _ => Lost::Network,
    }
}

fn to_call(call: &mut Call, what: &str, number: f64, text: &str, bytes: &mut Vec<u8>) -> String {
    call.handle(match what {
        "poll" => return next(call, bytes),
        "job" => return call.job().map_or_else(String::new, Job::to_json),
        "left" => {
            let left = call.time_left(number as u64);
            return left.map_or_else(String::new, text::digits);
        }
        "meta" => return answers::meta(call),
        "chunk" => call::Input::Chunk(bytes),
        "end" => call::Input::End,
        "head" => call::Input::Head(head(text, number as u64)),
        "woke" => call::Input::Woke {
            now_ms: number as u64,
        },
        _ => call::Input::Lost(lost(text)),
    });
    String::new()
}

/// Reads `{status, retryAfterMs?, headers}`.
fn head(text: &str, now_ms: u64) -> Head {
    let told = json::parse(text.as_bytes()).unwrap_or_default();
    let number = |name: &str| told.get(name).and_then(Value::as_f64);
    Head {
        status: number("status").unwrap_or(0.0) as u16,
        headers: settings::pairs(told.get("headers")),
        retry_after_ms: number("retryAfterMs").map(|ms| ms as u64),
        now_ms,
    }
}

/// What a call wants next.
fn next(call: &mut Call, bytes: &mut Vec<u8>) -> String {
    match call.poll() {
        call::Action::Done(outcome) => {
            let line = answers::done(&outcome);
            *bytes = outcome.body;
            with(line, outcome.json.as_deref())
        }
        call::Action::Emit(Emit::Update(update)) => {
            with(line("update", true.into()), Some(&update))
        }
        call::Action::Emit(Emit::Batch(batch)) => {
            *bytes = batch.bytes;
            match (batch.text.is_empty(), batch.events.is_empty()) {
                (false, _) => with(line("text", true.into()), Some(&batch.text)),
                (_, false) => text!("{\"events\":1}\n[", batch.events, "]"),
                _ => line("bytes", bytes.len().into()),
            }
        }
        call::Action::Fail(error) => line("error", error.to_json()),
        call::Action::Send(request) => answers::send(call, request),
        call::Action::Sleep(ms) => line("sleep", ms.into()),
        call::Action::Wait => String::new(),
    }
}

fn to_session(
    session: &mut Session,
    what: &str,
    number: u32,
    text: &str,
    bytes: &mut Vec<u8>,
) -> String {
    session.handle(match what {
        "poll" => {
            return match session.poll() {
                session::Action::Done => line("done", true.into()),
                session::Action::Emit(session::Emit::Audio {
                    piece,
                    bytes: sound,
                }) => {
                    *bytes = sound;
                    let parts = [Value::from(piece), bytes.len().into()];
                    line("sound", Value::Array(parts.into()))
                }
                session::Action::Emit(session::Emit::Event(event)) => {
                    with(line("event", true.into()), Some(&event))
                }
                session::Action::Fail(error) => line("error", error.to_json()),
                session::Action::Send(frame) => with(line("send", true.into()), Some(&frame)),
                session::Action::Sleep(ms) => line("sleep", ms.into()),
                session::Action::Wait => String::new(),
            };
        }
        "begin" => {
            return match session.begin() {
                Ok(piece) => text::digits(piece.into()),
                Err(error) => line("error", error.to_json()),
            };
        }
        "feed" => return text::digits(session.feed(number, text).into()),
        "waiting" => return text::digits(session.is_waiting().into()),
        "request" => return answers::opening(session.request()),
        "frame" => session::Input::Frame(text.as_bytes().to_vec()),
        "closed" => session::Input::Closed(number),
        "woke" => session::Input::Woke,
        "lost" => session::Input::Lost(lost(text)),
        _ => {
            match what {
                "end" => session.end(number),
                "cancel" => session.cancel((number > 0).then_some(number)),
                "flush" => session.flush(),
                _ => session.finish(),
            }
            return String::new();
        }
    });
    String::new()
}
