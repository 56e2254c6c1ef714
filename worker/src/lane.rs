//! The short way of most requests, small JSON bodies: the entry awaits, and calls these steps in between.
//!
//! A future of Rust's costs a turn of the queue at each step, and each header read or written a crossing. Here
//! one text crosses a step. Nothing is kept between the steps, so a caller that leaves leaves nothing behind;
//! whatever is not the plain case goes the long way, which answers it in words.

use crate::bindings;
use crate::body;
use crate::config::{Config, Upstream};
use crate::cors::{self, Origin};
use crate::exchange::{Exchange, new_id};
use crate::forward::{self, Reading};
use crate::head::{self, Asked, Gathered};
use crate::headers;
use crate::identity;
use crate::mount;
use crate::redact;
use crate::reply::{Refusal, Voice};
use crate::url::Address;
use genmedia::operation::{self, Body, Method, Operation};
use js_sys::Uint8Array;
use std::borrow::Cow;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use worker::Env;

/// What `enter` says of a request that goes the long way.
const LONG_WAY: u32 = 0;
/// What it says of one with too many headers.
const FLOOD: u32 = 1;
/// What it says of the first row; the others follow.
const ROWS: u32 = 2;

/// A longer body would be copied once more on this way than on the other.
const MAX_SMALL: u32 = 16 * 1024;

/// The headers that the entry gathers at each step.
#[wasm_bindgen]
pub fn gathered() -> String {
    [&head::ASKED[..], &head::TOLD]
        .map(|names| names.join(","))
        .join(" ")
}

/// How many milliseconds a body may take to arrive.
#[wasm_bindgen]
pub fn patience() -> u32 {
    body::DEADLINE
}

/// Where a request goes, by its start and the number and length of its headers alone; everything that needs no
/// body is checked here.
#[wasm_bindgen]
pub fn enter(env: Env, asked: &str, count: u32, bytes: u32) -> u32 {
    if head::is_flood(count, bytes) {
        return FLOOD;
    }
    let asked = Asked::read(asked);
    asked
        .and_then(|asked| row(&Config::of(&env), &asked))
        .map_or(LONG_WAY, |row| row + ROWS)
}

/// Refuses a request with too many headers.
#[wasm_bindgen]
pub fn flooded(request: web_sys::Request, env: Env) -> Result<web_sys::Response, JsValue> {
    let message = "The request has too many headers, or too long ones.";
    exchange(request, Config::of(&env))
        .refuse(Refusal::invalid(431, message))
        .map_err(JsValue::from)
}

/// Checks a body and sends it: gives the promise of the upstream's answer, or a refusal. Without a text the
/// body broke off, without headers it took too long.
#[wasm_bindgen]
pub fn spend(
    request: web_sys::Request,
    env: Env,
    row: u32,
    asked: &str,
    text: Option<String>,
) -> Result<JsValue, JsValue> {
    let step = Step::new(&env, row, None)?;
    match step.send(&request, asked, text) {
        Ok(promise) => Ok(promise),
        Err(refusal) => step.refuse(request, refusal),
    }
}

/// Answers with what came back, as a response or the promise of one; with nothing when its bytes are wanted first.
/// `page` is the origin of the page that asks.
#[wasm_bindgen]
pub fn settle(
    request: web_sys::Request,
    env: Env,
    row: u32,
    page: Option<String>,
    status: u16,
    told: &str,
    answer: Option<web_sys::Response>,
) -> Result<JsValue, JsValue> {
    let step = Step::new(&env, row, page)?;
    let Some(answer) = answer else {
        let refusal = forward::unreachable().after_sending(step.operation);
        return step.refuse(request, refusal);
    };
    let theirs = Gathered::read(&head::TOLD, told).ok_or(JsValue::NULL)?;
    let told = ["content-type", "content-encoding", "content-length"].map(|name| theirs.get(name));
    match forward::reading(status, told) {
        Reading::Nothing => {
            let body = answer.body().map_or(JsValue::NULL, JsValue::from);
            step.answer(status, &theirs, &body)
        }
        Reading::Whole => Ok(JsValue::UNDEFINED),
        Reading::Start => {
            let Step {
                config, operation, ..
            } = step;
            let exchange = exchange(request, config);
            Ok(future_to_promise(async move {
                let upstream = exchange.config().upstream(operation.provider.name);
                let upstream = upstream.ok_or(JsValue::NULL)?;
                let voice = Voice::Of(operation.dialect);
                let answered = forward::hand_on(&exchange, upstream, operation, answer, voice);
                answered.await.map(JsValue::from).map_err(JsValue::from)
            })
            .into())
        }
    }
}

/// Answers with the bytes of an answer that was read, unless they hold a secret. Without bytes it broke off.
#[wasm_bindgen]
pub fn vouch(
    request: web_sys::Request,
    env: Env,
    row: u32,
    page: Option<String>,
    status: u16,
    told: &str,
    bytes: Option<Uint8Array>,
) -> Result<JsValue, JsValue> {
    let step = Step::new(&env, row, page)?;
    let theirs = Gathered::read(&head::TOLD, told).ok_or(JsValue::NULL)?;
    let why = match bytes {
        Some(bytes) if !redact::holds(&bytes.to_vec(), &step.upstream()?.spellings) => {
            return step.answer(status, &theirs, &bytes);
        }
        Some(_) => forward::SECRET,
        None => forward::CUT,
    };
    step.refuse(request, forward::withheld(status, why, step.operation))
}

/// The place of the row that a plain request asks for, when nothing speaks against sending it but its body.
fn row(config: &Config, asked: &Asked<'_>) -> Option<u32> {
    let address = Address::split(asked.url)?;
    if asked.method != "POST" || !address.query.is_empty() || address.path.contains('{') {
        return None;
    }
    let headers = &asked.headers;
    if cors::decide(headers.get("origin"), address.origin, &config.origins) == Origin::Denied {
        return None;
    }
    let (mount, path) = address.path.strip_prefix('/')?.split_once('/')?;
    let (row, operation) = operation::all().enumerate().find(|(_, operation)| {
        operation.method == Method::Post
            && operation.path.strip_prefix('/') == Some(path)
            && operation.provider.name == mount
    })?;
    config.upstream(mount)?;
    let known = identity::known(
        config,
        headers.get("authorization"),
        headers.get("x-api-key"),
    );
    let length: u64 = headers.get("content-length")?.parse().ok()?;
    let plain = known.is_some()
        && operation.body == Body::Json
        && headers.get("content-type").is_some_and(headers::is_json)
        && headers.get("content-encoding").is_none()
        && length <= u64::from(operation.max_body.min(MAX_SMALL));
    plain.then(|| u32::try_from(row).ok()).flatten()
}

fn exchange(request: web_sys::Request, config: Rc<Config>) -> Exchange {
    let url = request.url();
    let own = Address::split(&url).map_or("", |address| address.origin);
    Exchange::new(request, config, own)
}

/// What each step knows of its request.
struct Step {
    config: Rc<Config>,
    operation: &'static Operation,
    page: Option<String>,
}

impl Step {
    fn new(env: &Env, row: u32, page: Option<String>) -> Result<Self, JsValue> {
        let row = row.checked_sub(ROWS).ok_or(JsValue::NULL)?;
        Ok(Self {
            config: Config::of(env),
            operation: operation::all().nth(row as usize).ok_or(JsValue::NULL)?,
            page,
        })
    }

    fn upstream(&self) -> Result<&Upstream, JsValue> {
        self.config
            .upstream(self.operation.provider.name)
            .ok_or(JsValue::NULL)
    }

    fn send(
        &self,
        request: &web_sys::Request,
        asked: &str,
        text: Option<String>,
    ) -> Result<JsValue, Refusal> {
        let headers = Gathered::read(&head::ASKED, asked).ok_or_else(body::late)?;
        let length = headers.get("content-length").map(str::parse);
        let (Some(text), Some(Ok(length))) = (text, length) else {
            return Err(body::broken());
        };
        let bytes = body::in_utf8(text, length)?;
        let members = mount::checked(self.operation, body::parse(&bytes)?, &[], &[])?;
        let streams = forward::streams(&members);
        let body = mount::written(self.operation, members);
        let upstream = self.upstream().map_err(|_| forward::unreachable())?;
        let caller = |name: &str| headers.get(name).map(Cow::Borrowed);
        let read_here = forward::is_read_here(self.operation, streams);
        let wanted = headers::wanted(&self.config, caller, read_here);
        let ours = headers::filled(upstream, &wanted);
        let url = [upstream.base.as_str(), self.operation.path].concat();
        bindings::post(&url, ours, body.as_bytes(), request).map_err(|_| forward::unreachable())
    }

    fn answer(
        &self,
        status: u16,
        theirs: &Gathered<'_, 7>,
        body: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let key = self.upstream()?.key.expose();
        let mut ours = headers::returned(|name| theirs.get(name).map(Cow::Borrowed), key);
        ours.push(("x-request-id", new_id().into()));
        if let Some(page) = &self.page {
            ours.push(("access-control-allow-origin", page.into()));
            ours.push(("access-control-expose-headers", cors::EXPOSED.into()));
        }
        headers::with_every_answer(&ours, |headers| bindings::respond(body, status, headers))
            .map(JsValue::from)
    }

    fn refuse(&self, request: web_sys::Request, refusal: Refusal) -> Result<JsValue, JsValue> {
        let answered = exchange(request, self.config.clone())
            .refuse_as(Voice::Of(self.operation.dialect), refusal);
        answered.map(JsValue::from).map_err(JsValue::from)
    }
}
