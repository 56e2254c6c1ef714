//! Sends one checked request to its upstream and hands the answer on without touching its bytes.

use crate::bindings::{self, Headers, IdentityTransformStream, Name};
use crate::body::{Read, cancel, read_up_to};
use crate::config::Upstream;
use crate::exchange::{Answered, Exchange};
use crate::headers;
use crate::redact;
use crate::reply::{Refusal, Voice};
use genmedia::error::Kind;
use genmedia::operation::{Dialect, Operation};
use js_sys::Uint8Array;
use js_sys::futures::JsFuture;
use wasm_bindgen::{JsCast, JsValue};

/// Failures are small: this much of an answer that may be one is read, and a longer failure is not passed on.
const MAX_READ: u32 = 64 * 1024;

/// A request that passed every check.
#[derive(Debug)]
pub struct Outgoing {
    /// What is asked.
    pub operation: &'static Operation,
    /// The path and query, rebuilt from the row.
    pub target: String,
    /// The body.
    pub body: Payload,
}

/// The body of a request to an upstream.
#[derive(Debug)]
pub enum Payload {
    /// A JSON text, written anew after its check.
    Checked(JsValue),
    /// The handle of a form's stream, and its content type.
    Form(JsValue, String),
    /// None.
    None,
}

/// Sends a request and answers with what comes back.
pub async fn send(exchange: &Exchange, upstream: &Upstream, outgoing: Outgoing) -> Answered {
    let operation = outgoing.operation;
    let voice = Voice::Of(operation.dialect);
    match exchange_with(exchange, upstream, outgoing).await {
        Ok(answer) => hand_on(exchange, upstream, operation, answer, voice).await,
        Err(refusal) => exchange.refuse_as(voice, refusal.after_sending(operation)),
    }
}

async fn exchange_with(
    exchange: &Exchange,
    upstream: &Upstream,
    outgoing: Outgoing,
) -> Result<web_sys::Response, Refusal> {
    let headers = headers::to_upstream(
        exchange.headers(),
        exchange.config(),
        upstream,
        fails_inside_success(outgoing.operation),
    );
    match &outgoing.body {
        Payload::Checked(_) => {}
        Payload::Form(_, content_type) => headers.put(Name::CONTENT_TYPE, content_type),
        Payload::None => headers.remove(Name::CONTENT_TYPE),
    }
    let init = web_sys::RequestInit::new();
    init.set_method(outgoing.operation.method.as_str());
    init.set_headers(headers.as_ref());
    if let Payload::Checked(body) | Payload::Form(body, _) = &outgoing.body {
        init.set_body(body);
    }
    // A redirect followed would carry the key to wherever the upstream points.
    init.set_redirect(web_sys::RequestRedirect::Manual);
    init.set_signal(Some(&exchange.request().signal()));
    let url = [upstream.base.as_str(), &outgoing.target].concat();
    // What the runtime says of a failure may hold the address, so it goes no further.
    let unreachable = || {
        Refusal::new(
            502,
            Kind::Network,
            "The upstream could not be reached; try again later.",
        )
    };
    let promise = bindings::fetch(&url, &init).map_err(|_| unreachable())?;
    let answer = JsFuture::from(promise).await.map_err(|_| unreachable())?;
    answer.dyn_into().map_err(|_| unreachable())
}

async fn hand_on(
    exchange: &Exchange,
    upstream: &Upstream,
    operation: &'static Operation,
    answer: web_sys::Response,
    voice: Voice,
) -> Answered {
    let status = answer.status();
    if (300..400).contains(&status) {
        discard(&answer);
        let message = "The upstream answered with a redirect, which is not followed; its base URL may be wrong.";
        let refusal = Refusal::new(502, Kind::Protocol, message).after_sending(operation);
        return exchange.refuse_as(voice, refusal);
    }
    let theirs: Headers = answer.headers().unchecked_into();
    let ours = headers::every_answer();
    headers::from_upstream(&theirs, &ours, upstream);
    if !is_read(&theirs, status, operation) {
        let body = answer.body().map_or(JsValue::NULL, JsValue::from);
        return exchange.answer(status, &ours, &body);
    }
    // Reading took any compression off.
    ours.remove(Name::CONTENT_ENCODING);
    let withheld = |message: &str| {
        let status = if status < 400 { 502 } else { status };
        let kind = genmedia::provider::by_status(status).kind;
        exchange.refuse_as(
            voice,
            Refusal::new(status, kind, message).after_sending(operation),
        )
    };
    let Some(body) = answer.body() else {
        return exchange.answer(status, &ours, &JsValue::NULL);
    };
    let key = upstream.key.expose();
    match read_up_to(&body, MAX_READ).await {
        Some(Read::Whole(bytes)) if !redact::holds(&bytes, key) => {
            exchange.answer(status, &ours, &Uint8Array::from(bytes.as_slice()).into())
        }
        Some(Read::More(bytes, reader)) if status < 400 && !redact::holds(&bytes, key) => {
            reader.release_lock();
            let whole = rejoin(Uint8Array::from(bytes.as_slice()), body);
            exchange.answer(status, &ours, &whole.into())
        }
        Some(Read::Whole(_)) => withheld("The upstream's answer held a secret and was withheld."),
        Some(Read::More(_, reader)) => {
            cancel(&reader);
            withheld("The upstream's answer was too long, or held a secret, and was withheld.")
        }
        None => withheld("The upstream failed and its answer broke off."),
    }
}

/// A stream of what was read already and, untouched, all that follows.
fn rejoin(first: Uint8Array, rest: web_sys::ReadableStream) -> web_sys::ReadableStream {
    let pair = IdentityTransformStream::pair();
    let whole = pair.readable();
    wasm_bindgen_futures::spawn_local(async move {
        let writable = pair.writable();
        let written = match writable.get_writer() {
            Ok(writer) => {
                let written = JsFuture::from(writer.write_with_chunk(&first)).await;
                writer.release_lock();
                written.is_ok()
            }
            Err(_) => false,
        };
        // Either ends when the other does: there is nobody left to tell about a failure.
        if written {
            drop(JsFuture::from(rest.pipe_to(&writable)).await);
        } else {
            drop(JsFuture::from(rest.cancel()).await);
        }
    });
    whole
}

/// Whether an answer is read before it is passed on: failures, and JSON that may be one.
fn is_read(theirs: &Headers, status: u16, operation: &Operation) -> bool {
    if !(200..300).contains(&status) {
        return true;
    }
    let long = || {
        theirs
            .text(Name::CONTENT_LENGTH)
            .and_then(|length| length.parse::<u64>().ok())
            .is_some_and(|length| length > u64::from(MAX_READ))
    };
    fails_inside_success(operation)
        && theirs.handle(Name::CONTENT_ENCODING).is_none()
        && theirs
            .text(Name::CONTENT_TYPE)
            .is_some_and(|content_type| headers::is_json(&content_type))
        && !long()
}

/// Whether the dialect reports failures with a success status.
fn fails_inside_success(operation: &Operation) -> bool {
    operation.dialect == Dialect::Native
}

fn discard(answer: &web_sys::Response) {
    if let Some(body) = answer.body() {
        // Nobody waits for the end of the cancelling.
        drop(body.cancel());
    }
}
