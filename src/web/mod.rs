//! The export for JavaScript hosts: one machine for everything that the core does. It waits for nothing and calls
//! nothing back: the host asks what to do, does it, and tells what happened. It knows no operation by name.
//!
//! What crosses is text: a letter that says what it is, and JSON or what else it is. Bytes have their own way.

mod answers;
mod settings;

use crate::bytes;
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
use wasm_bindgen::prelude::*;

/// A third of the default allocator's size, and as fast.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What the names of uniform requests begin with; their kind follows.
const UNIFORM: &str = "uniform.";

/// What a host tells, by its number; `core.js` has the same list.
mod told {
    pub const POLL: u8 = 0;
    pub const WOKE: u8 = 1;
    pub const LOST: u8 = 2;
    pub const END: u8 = 3;
    pub const HEAD: u8 = 4;
    pub const CHUNK: u8 = 5;
    pub const FILE: u8 = 6;
    pub const JOB: u8 = 7;
    pub const LEFT: u8 = 8;
    pub const META: u8 = 9;
    pub const FRAME: u8 = 10;
    pub const CLOSED: u8 = 11;
    pub const BEGIN: u8 = 12;
    pub const FEED: u8 = 13;
    pub const CANCEL: u8 = 14;
    pub const FLUSH: u8 = 15;
    pub const WAITING: u8 = 17;
    pub const REQUEST: u8 = 18;
}

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
    /// Takes `{what, target, request}` with the settings beside them. What is wanted: `call` and `talk` of an
    /// operation, `check` of a request, `job` (its handle is the target), the list of all `operations`, or to `learn`
    /// what each model takes, as `models.js` holds it: it is fed.
    #[wasm_bindgen(constructor)]
    pub fn new(asked: &str) -> Machine {
        Machine {
            running: start(asked).unwrap_or_else(Running::Failed),
            bytes: Vec::new(),
        }
    }

    /// Tells what happened by one of the numbers, with a number and a text where they belong to it, and gives what is
    /// to be done then: nothing before the host tells more, or a letter and what follows it.
    ///
    /// `s` is to be sent (see [`answers::send`], for a session a frame), `w` waits so many milliseconds, `f` reads
    /// files; `u` is an update of the task, `t` text, `e` a list of events, `b` so many bytes, `a` a piece's number and
    /// so many bytes of its sound, `v` an event of a session; `x` is an error and `d` the good end (see
    /// [`answers::done`]).
    ///
    /// `POLL` only asks. A call is told its `HEAD`, each `CHUNK`, the `END`, that it `WOKE`, and what it `LOST`; a file
    /// by its number after its bytes. A session is told a `FRAME` or that it is `CLOSED`, and may be asked for the `END`
    /// of a piece, to `CANCEL` one (0 for all), to `FLUSH`, and by any other number to finish.
    ///
    /// Some are answered in their own way. A file: with nothing. Of a call: its `JOB`, its `META`, and the time that is
    /// `LEFT` while its task is followed. Of a session: its `REQUEST`; `BEGIN` gives a piece's number, `FEED` gives 0
    /// once the piece takes no more, `WAITING` gives 1 while an answer is due.
    pub fn tell(&mut self, what: u8, number: f64, text: &str) -> String {
        let Machine { running, bytes } = self;
        match running {
            Running::Call(call) => to_call(call, what, number, text, bytes),
            Running::Session(session) => to_session(session, what, number as u32, text, bytes),
            Running::Learn => {
                crate::model::install(std::mem::take(bytes));
                String::new()
            }
            Running::Failed(_) if what == told::JOB => String::new(),
            Running::Failed(error) => failed(error),
            Running::Told(answer) => std::mem::take(answer),
            Running::Files(waiting) => {
                match what {
                    told::FILE => {
                        let url = media::data_url(text, bytes);
                        waiting.files.push((number as usize, Some(url)));
                        return String::new();
                    }
                    told::LOST => {
                        let mut error = Error::new(Kind::Aborted, "the call was stopped");
                        error.operation = Some(waiting.operation.id);
                        let told = failed(&error);
                        self.running = Running::Failed(error);
                        return told;
                    }
                    _ => {}
                }
                self.begin()
            }
        }
    }

    /// Where a piece of the answer's body goes, or the whole of a file or of what models take, in this wasm's memory;
    /// then `tell` says that it is there.
    pub fn room(&mut self, length: usize) -> usize {
        if let Running::Call(call) = &mut self.running
            && let Some(room) = call.room(length)
        {
            let place = room.as_ptr() as usize;
            // A file that was read before is no part of the answer.
            self.bytes.clear();
            return place;
        }
        self.bytes.truncate(length);
        let missing = length - self.bytes.len();
        bytes::lengthen(&mut self.bytes, missing);
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
        params.attach(
            operation,
            &mut |index| match files.iter().find(|(found, _)| *found == index) {
                Some((_, url)) => url.clone(),
                None => {
                    wanted.push(Value::from(index));
                    None
                }
            },
        );
        if !wanted.is_empty() {
            return text!("f", json::to_string(&wanted.into()));
        }
        let settings = std::mem::take(settings);
        let call = Call::new(operation, std::mem::take(params), settings);
        self.running = call.map_or_else(Running::Failed, |call| Running::Call(Box::new(call)));
        self.tell(told::POLL, 0.0, "")
    }
}

fn failed(error: &Error) -> String {
    error.behind("x")
}

fn start(asked: &str) -> Result<Running, Error> {
    let mut settings = json::parse(asked.as_bytes())?;
    let Value::Object(members) = &mut settings else {
        return Ok(Running::Learn);
    };
    let mut request = members.remove("request").unwrap_or_default();
    let text = |name: &str| settings.get(name).and_then(Value::as_str);
    let target = text("target").unwrap_or_default();
    let kind = target.strip_prefix(UNIFORM);
    match text("what").unwrap_or_default() {
        "operations" => {
            return Ok(Running::Told(answers::operations()));
        }
        "check" => {
            let report = match kind {
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
        "talk" => {
            let socket = socket::find(target, settings::flag(&settings, "bidi"))
                .ok_or_else(|| Error::invalid("operation", "no such socket"))?;
            let params = check::params(&socket.row, request)?;
            let settings = settings::read(&socket.row, &settings, false)?;
            let session = Session::new(socket, params, &settings.endpoint)?;
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
    if let (Some(Value::Object(providers)), Value::Object(members)) =
        (settings.get("providers"), &mut request)
        && let (Some(only), 1) = (providers.keys().next(), providers.len())
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

fn to_call(call: &mut Call, what: u8, number: f64, text: &str, bytes: &mut Vec<u8>) -> String {
    let now_ms = number as u64;
    call.handle(match what {
        told::POLL => return next(call, bytes),
        told::JOB => return call.job().map_or_else(String::new, Job::to_json),
        told::LEFT => {
            let left = call.time_left(now_ms);
            return left.map_or_else(String::new, text::digits);
        }
        told::META => return answers::meta(call),
        told::CHUNK => call::Input::Chunk(bytes),
        told::END => call::Input::End,
        told::HEAD => call::Input::Head(head(text, now_ms)),
        told::WOKE => call::Input::Woke { now_ms },
        _ => call::Input::Lost(lost(text)),
    });
    next(call, bytes)
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
            let told = answers::done(&outcome);
            *bytes = outcome.body;
            told
        }
        call::Action::Emit(Emit::Update(update)) => text!("u", update),
        call::Action::Emit(Emit::Batch(batch)) => {
            *bytes = batch.bytes;
            match (batch.text.is_empty(), batch.events.is_empty()) {
                (false, _) => text!("t", batch.text),
                (_, false) => text!("e[", batch.events, "]"),
                _ => text!("b", text::digits(bytes.len() as u64)),
            }
        }
        call::Action::Fail(error) => failed(&error),
        call::Action::Send => answers::send(call),
        call::Action::Sleep(ms) => wait(ms),
        call::Action::Wait => String::new(),
    }
}

fn wait(ms: u64) -> String {
    text!("w", text::digits(ms))
}

fn to_session(
    session: &mut Session,
    what: u8,
    number: u32,
    text: &str,
    bytes: &mut Vec<u8>,
) -> String {
    session.handle(match what {
        told::POLL => return session_next(session, bytes),
        told::BEGIN => {
            return match session.begin() {
                Ok(piece) => text::digits(piece.into()),
                Err(error) => failed(&error),
            };
        }
        told::FEED => return text::digits(session.feed(number, text).into()),
        told::WAITING => return text::digits(session.is_waiting().into()),
        told::REQUEST => return answers::opening(session.request()),
        told::FRAME => session::Input::Frame(text.as_bytes().to_vec()),
        told::CLOSED => session::Input::Closed(number),
        told::WOKE => session::Input::Woke,
        told::LOST => session::Input::Lost(lost(text)),
        _ => {
            match what {
                told::END => session.end(number),
                told::CANCEL => session.cancel((number > 0).then_some(number)),
                told::FLUSH => session.flush(),
                _ => session.finish(),
            }
            return session_next(session, bytes);
        }
    });
    session_next(session, bytes)
}

/// What a session wants next.
fn session_next(session: &mut Session, bytes: &mut Vec<u8>) -> String {
    match session.poll() {
        session::Action::Done => "d".to_string(),
        session::Action::Emit(session::Emit::Audio {
            piece,
            bytes: sound,
        }) => {
            *bytes = sound;
            let length = text::digits(bytes.len() as u64);
            text!("a", text::digits(piece.into()), ",", length)
        }
        session::Action::Emit(session::Emit::Event(event)) => text!("v", event),
        session::Action::Fail(error) => failed(&error),
        session::Action::Send(frame) => text!("s", frame),
        session::Action::Sleep(ms) => wait(ms),
        session::Action::Wait => String::new(),
    }
}
