//! The exports for JavaScript hosts: a client and a running call. They know no operation by name.

mod convert;
mod driver;
mod exchange;
mod host;
mod talk;

use crate::call::Settings;
use crate::error::{Error, Kind};
use crate::json;
use crate::operation::{self, Operation};
use crate::request::Endpoint;
use crate::task::Job;
use crate::text;
use crate::uniform::{self, Plan};
use convert::{Config, Options, thrown};
use driver::{Run, Start};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

/// A third of the default allocator's size, and as fast.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What the names of uniform requests begin with; their kind follows.
const UNIFORM: &str = "uniform.";

/// A client of the configured providers.
#[wasm_bindgen]
pub struct Core {
    config: Rc<Config>,
}

/// A call that is running, or has run.
#[wasm_bindgen]
pub struct Live {
    run: Rc<Run>,
}

#[wasm_bindgen]
impl Core {
    /// A client with this configuration.
    #[wasm_bindgen(constructor)]
    pub fn new(config: JsValue) -> Core {
        Core {
            config: Rc::new(Config::read(&config)),
        }
    }

    /// Every row as a JSON list.
    pub fn operations(&self) -> String {
        let rows: Vec<json::Value> = operation::all().map(describe).collect();
        json::to_string(&rows.into())
    }

    /// Takes what each model takes, as `models.js` holds it.
    pub fn learn(models: Vec<u8>) {
        crate::model::install(models);
    }

    /// Checks a request without sending it: JSON `{errors, warnings}`, and of a uniform request its plan.
    pub fn check(&self, target: &str, request: &str) -> Result<String, JsValue> {
        let told = || {
            let request = json::parse(request.as_bytes())?;
            if let Some(kind) = target.strip_prefix(UNIFORM) {
                return Ok(self.plan(kind, request)?.to_json());
            }
            let row = match crate::socket::find(target, true) {
                Some(socket) => &socket.row,
                None => resolve(target)?,
            };
            Ok(crate::check::check(row, &request).to_json())
        };
        match told() {
            Ok(told) => Ok(json::to_string(&told)),
            Err(error) => Err(thrown(&error, None)),
        }
    }

    /// Starts a call of an operation, or of the task that one creates. Nothing is sent before the first
    /// `next`, `result` or `response`.
    pub fn call(
        &self,
        target: &str,
        request: &str,
        blobs: js_sys::Array,
        options: JsValue,
    ) -> Result<Live, JsValue> {
        let start = || {
            let options = Options::read(&options);
            let mut request = json::parse(request.as_bytes())?;
            let kind = target.strip_prefix(UNIFORM);
            let operation = match kind {
                Some(kind) => {
                    let plan = self.plan(kind, request)?;
                    request = plan.request;
                    if let Some(error) = plan.report.into_error(plan.operation) {
                        return Err(error);
                    }
                    plan.operation
                }
                None => resolve(target)?,
            };
            let params = crate::check::params(operation, request)?;
            let named = operation
                .task
                .is_some_and(|task| kind.is_some() || task.name == target);
            let settings = self.settings(operation, &options, named || options.task)?;
            Ok((options, Start::Call(operation, params, settings)))
        };
        match start() {
            Ok((options, start)) => Ok(self.live(start, blobs, options)),
            Err(error) => Err(thrown(&error, None)),
        }
    }

    /// Takes up a task from the JSON of its job handle, to follow it or, with `cancel`, to stop it: the result then is
    /// `{upstream}`.
    pub fn resume(&self, job: &str, options: JsValue) -> Result<Live, JsValue> {
        let start = || {
            let options = Options::read(&options);
            let job = Job::parse(job)?;
            let operation = resolve(&job.operation)?;
            let settings = self.settings(operation, &options, true)?;
            Ok((options, Start::Resume(job, settings)))
        };
        match start() {
            Ok((options, start)) => Ok(self.live(start, js_sys::Array::new(), options)),
            Err(error) => Err(thrown(&error, None)),
        }
    }

    fn plan(&self, kind: &str, mut request: json::Value) -> Result<Plan, Error> {
        // With one provider set up, a model that both offer is that one's.
        if let ([address], json::Value::Object(members)) =
            (self.config.addresses.as_slice(), &mut request)
            && !members.contains_key("provider")
        {
            members.insert("provider", address.provider.as_str().into());
        }
        uniform::plan(kind, &request)
    }

    fn live(&self, start: Start, blobs: js_sys::Array, options: Options) -> Live {
        let config = Rc::clone(&self.config);
        Live {
            run: Rc::new(Run::new(config, start, blobs, options)),
        }
    }

    fn settings(
        &self,
        operation: &Operation,
        options: &Options,
        follow: bool,
    ) -> Result<Settings, Error> {
        let name = operation.provider.name;
        let mut addresses = self.config.addresses.iter();
        let address = addresses.find(|address| address.provider == name);
        let address = address.ok_or_else(|| {
            let message = text!(
                "no ",
                name,
                " is set up: give the client its key, or a `baseUrl`"
            );
            Error::new(Kind::Configuration, message)
        })?;
        Ok(Settings {
            endpoint: Endpoint {
                base: address.base.clone(),
                bearer: options.token.clone().or_else(|| address.bearer.clone()),
                query: address.query.clone(),
                worker: self.config.via_worker,
            },
            stream: options.stream.then_some(options.view.unwrap_or_default()),
            follow,
            cancel: options.cancel,
            max_retries: self.config.max_retries.unwrap_or(2),
            jitter: options.seed,
            idempotency_key: options.idempotency_key.clone(),
            headers: options.headers.clone(),
            poll_ms: options.poll_ms,
            deadline_ms: options.deadline_ms,
        })
    }
}

#[wasm_bindgen]
impl Live {
    /// The untouched response, whatever its status, as soon as it begins; the core is done with it then.
    pub fn response(&self) -> js_sys::Promise {
        self.promise(Wanted::Response)
    }

    /// The next piece of a stream or update of a task; undefined when it has ended well.
    pub fn next(&self) -> js_sys::Promise {
        self.promise(Wanted::Next)
    }

    /// Runs to the end and gives the result.
    pub fn result(&self) -> js_sys::Promise {
        self.promise(Wanted::Result)
    }

    /// What an ended stream came to, as JSON.
    #[wasm_bindgen(js_name = final)]
    pub fn whole(&self) -> Option<String> {
        self.run.whole()
    }

    /// About the exchange: request id, status, attempts, headers.
    pub fn meta(&self) -> JsValue {
        convert::plain(&self.run.meta())
    }

    /// The JSON of the job handle, as soon as the task is accepted.
    pub fn job(&self) -> Option<String> {
        self.run.job()
    }

    /// Stops the call and its exchange.
    pub fn abort(&self) {
        self.run.abort();
    }
}

impl Live {
    /// One promise for all that is waited for: each of its own would be the whole machinery again.
    fn promise(&self, wanted: Wanted) -> js_sys::Promise {
        let run = Rc::clone(&self.run);
        future_to_promise(async move {
            let got = match wanted {
                Wanted::Next => run.next().await,
                Wanted::Response => run.response().await,
                Wanted::Result => run.result().await,
            };
            got.map_err(|error| run.thrown(&error))
        })
    }
}

/// What a caller waits for.
#[derive(Clone, Copy)]
enum Wanted {
    Next,
    Response,
    Result,
}

impl Drop for Live {
    fn drop(&mut self) {
        self.run.abort();
    }
}

fn resolve(target: &str) -> Result<&'static Operation, Error> {
    operation::resolve(target).ok_or_else(|| {
        let message = "no such operation; `operations()` lists them all";
        Error::invalid("operation", message)
    })
}

fn describe(operation: &'static Operation) -> json::Value {
    use crate::operation::{Answer, Body, Stream};
    json!({
        "id": operation.id,
        "provider": operation.provider.name,
        "method": operation.method.as_str(),
        "path": operation.path,
        "answer": match operation.answer {
            Answer::Bytes => "bytes",
            Answer::Json => "json",
            Answer::Media => "media",
            Answer::Text => "text",
        },
        "stream": operation.stream.map(|stream| match stream {
            Stream::Audio => "audio",
            Stream::Chat | Stream::Messages | Stream::Responses | Stream::Transcript => "text",
        }),
        "task": operation.task.map(|task| task.name),
        "bills": operation.bills,
        "body": match operation.body {
            Body::Json => "json",
            Body::Multipart => "multipart",
            Body::None => "none",
        },
    })
}
