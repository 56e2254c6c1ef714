//! Sends one checked request to its upstream and hands the answer on without touching its bytes.

use crate::bindings::{self, Headers, IdentityTransformStream, Name};
use crate::body::{Read, cancel, read_up_to};
use crate::config::Upstream;
use crate::exchange::{Answered, Exchange};
use crate::headers;
use crate::redact;
use crate::reply::{Refusal, Voice};
use genmedia::error::Kind;
use genmedia::json::{Map, Value};
use genmedia::operation::{Answer, Dialect, Operation};
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
    /// A JSON text, written anew after its check, and whether it asks for a stream.
    Checked(JsValue, bool),
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
        is_read_here(
            outgoing.operation,
            matches!(outgoing.body, Payload::Checked(_, true)),
        ),
    );
    match &outgoing.body {
        Payload::Checked(..) => {}
        Payload::Form(_, content_type) => headers.put(Name::CONTENT_TYPE, content_type),
        Payload::None => headers.remove(Name::CONTENT_TYPE),
    }
    let init = web_sys::RequestInit::new();
    init.set_method(outgoing.operation.method.as_str());
    init.set_headers(headers.as_ref());
    if let Payload::Checked(body, _) | Payload::Form(body, _) = &outgoing.body {
        init.set_body(body);
    }
    // A redirect followed would carry the key to wherever the upstream points.
    init.set_redirect(web_sys::RequestRedirect::Manual);
    init.set_signal(Some(&exchange.request().signal()));
    let url = [upstream.base.as_str(), &outgoing.target].concat();
    let promise = bindings::fetch(&url, &init).map_err(|_| unreachable())?;
    let answer = JsFuture::from(promise).await.map_err(|_| unreachable())?;
    answer.dyn_into().map_err(|_| unreachable())
}

/// The refusal where no answer came; what the runtime says of it may hold the address, so it goes no further.
pub fn unreachable() -> Refusal {
    let message = "The upstream could not be reached; try again later.";
    Refusal::new(502, Kind::Network, message)
}

/// Answers with what an upstream answered.
pub async fn hand_on(
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
    let length = theirs.text(Name::CONTENT_LENGTH);
    let encoding = theirs.text(Name::CONTENT_ENCODING);
    let content_type = theirs.text(Name::CONTENT_TYPE);
    let told = [
        content_type.as_deref(),
        encoding.as_deref(),
        length.as_deref(),
    ];
    if reading(status, told) == Reading::Nothing {
        let body = answer.body().map_or(JsValue::NULL, JsValue::from);
        return exchange.answer(status, &ours, &body);
    }
    // Reading took any compression off.
    ours.remove(Name::CONTENT_ENCODING);
    let withheld = |message: &str| exchange.refuse_as(voice, withheld(status, message, operation));
    let Some(body) = answer.body() else {
        return exchange.answer(status, &ours, &JsValue::NULL);
    };
    let holds = |bytes: &[u8]| redact::holds(bytes, &upstream.spellings);
    match read_up_to(&body, MAX_READ).await {
        Read::Whole(bytes) if !holds(&bytes) => {
            exchange.answer(status, &ours, &Uint8Array::from(bytes.as_slice()).into())
        }
        Read::More(bytes, reader) if status < 400 && !holds(&bytes) => {
            reader.release_lock();
            let whole = rejoin(Uint8Array::from(bytes.as_slice()), body);
            exchange.answer(status, &ours, &whole.into())
        }
        Read::Whole(_) => withheld(SECRET),
        Read::More(_, reader) => {
            cancel(&reader);
            withheld("The upstream's answer was too long, or held a secret, and was withheld.")
        }
        Read::Late => withheld("The upstream's answer took too long to arrive."),
        Read::Broken => withheld(CUT),
    }
}

/// Said instead of an answer that holds the key.
pub const SECRET: &str = "The upstream's answer held a secret and was withheld.";
/// Said instead of an answer that ended before its end.
pub const CUT: &str = "The upstream failed and its answer broke off.";

/// The refusal in place of an answer with a status.
pub fn withheld(status: u16, message: &str, operation: &Operation) -> Refusal {
    let status = if status < 400 { 502 } else { status };
    let kind = genmedia::provider::by_status(status).kind;
    Refusal::new(status, kind, message).after_sending(operation)
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

/// How much of an answer is read before it is passed on.
///
/// What is read is searched for the key. Not read are media and event streams, which must not wait; JSON that is
/// said to be longer than a failure ever is; what follows the start of JSON that turns out to be; and codings that
/// the runtime cannot take off, which nobody asked for. No service has been seen to repeat a key there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// None of it: media, streams, long answers, and what is coded in a way that was not asked for.
    Nothing,
    /// All of it, which is short: JSON.
    Whole,
    /// A failure, or JSON of unknown or compressed length: as much as a failure may have.
    Start,
}

/// How much of an answer is read, by its status and its type, coding and length: a failure, or JSON that may
/// be one, may hold the key.
pub fn reading(status: u16, [content_type, encoding, length]: [Option<&str>; 3]) -> Reading {
    if !(200..300).contains(&status) {
        return Reading::Start;
    }
    if !content_type.is_some_and(headers::is_json) {
        return Reading::Nothing;
    }
    match encoding {
        None => {}
        // Read up to a limit, it may come compressed: it is inflated no further than it is read.
        Some("gzip") => return Reading::Start,
        Some(_) => return Reading::Nothing,
    }
    match length.and_then(|length| length.parse::<u32>().ok()) {
        Some(length) if length > MAX_READ => Reading::Nothing,
        Some(length) if length > 0 => Reading::Whole,
        _ => Reading::Start,
    }
}

/// Whether an answer may be read here, so that it must not come compressed.
pub fn is_read_here(operation: &Operation, streams: bool) -> bool {
    operation.dialect == Dialect::Native || (operation.answer != Answer::Bytes && !streams)
}

/// Whether a body asks for a stream.
pub fn streams(members: &Map) -> bool {
    members.get("stream").and_then(Value::as_bool) == Some(true)
}

fn discard(answer: &web_sys::Response) {
    if let Some(body) = answer.body() {
        // Nobody waits for the end of the cancelling.
        drop(body.cancel());
    }
}
