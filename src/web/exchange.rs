//! One HTTP exchange over the host's `fetch`: build, send, read piece by piece, abort on drop.

use super::convert;
use crate::provider::Head;
use crate::request::{Part, Payload, Request};
use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, Response};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = fetch)]
    fn host_fetch(request: &web_sys::Request) -> Promise;

    /// What a reader's `read` resolves to.
    #[wasm_bindgen(extends = js_sys::Object)]
    type Piece;
    #[wasm_bindgen(method, getter)]
    fn done(this: &Piece) -> bool;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Piece) -> Option<Uint8Array>;
}

/// An exchange. Dropping it aborts what is still under way.
pub struct Exchange {
    controller: AbortController,
    reader: Option<ReadableStreamDefaultReader>,
    response: Option<Response>,
    finished: bool,
}

/// The headers that the core and the caller may want to know.
const HEADERS: &[&str] = &[
    "content-length",
    "content-type",
    "request-id",
    "retry-after",
    "trace-id",
    "x-request-id",
];

impl Exchange {
    /// An exchange that has not begun.
    pub fn new() -> Result<Self, JsValue> {
        Ok(Self {
            controller: AbortController::new()?,
            reader: None,
            response: None,
            finished: false,
        })
    }

    /// What aborts the exchange.
    pub fn controller(&self) -> AbortController {
        self.controller.clone()
    }

    /// Takes the answer that has begun, and gives its head.
    pub fn begin(&mut self, response: Response, now_ms: u64) -> Head {
        let headers = gloo_net::http::Response::from(Clone::clone(&response)).headers();
        let head = Head {
            status: response.status(),
            headers: HEADERS
                .iter()
                .filter_map(|name| Some((name.to_string(), headers.get(name)?)))
                .collect(),
            retry_after_ms: headers
                .get("retry-after")
                .and_then(|v| retry_after(&v, now_ms)),
            now_ms,
        };
        self.response = Some(response);
        head
    }

    /// The response, which from now on is the caller's: dropping the exchange leaves it alone.
    pub fn hand_over(&mut self) -> Option<Response> {
        self.finished = true;
        self.response.take()
    }

    /// The promise of the next piece; `None` when the answer has no body. `gather` makes the reader.
    pub fn read(&mut self, gather: Option<&Function>) -> Option<Promise> {
        if self.reader.is_none() {
            let stream = self.response.as_ref()?.body()?;
            let reader = match gather {
                Some(gather) => gather.call1(&JsValue::UNDEFINED, &stream).ok()?,
                None => stream.get_reader().into(),
            };
            self.reader = Some(reader.unchecked_into());
        }
        self.reader.as_ref().map(ReadableStreamDefaultReader::read)
    }

    /// What a read came to; `None` at the end.
    pub fn piece(&mut self, value: JsValue) -> Option<Uint8Array> {
        let piece: Piece = value.unchecked_into();
        if piece.done() {
            self.finished = true;
            return None;
        }
        Some(piece.value().unwrap_or_default())
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        if !self.finished {
            self.controller.abort();
        }
    }
}

/// Sends a request through the caller's `fetch`, or the host's.
pub async fn send(
    request: Request,
    blobs: &Array,
    fetch: Option<&Function>,
    controller: &AbortController,
) -> Result<Response, JsValue> {
    let headers = web_sys::Headers::new()?;
    for (name, value) in &request.headers {
        headers.set(name, value)?;
    }
    let init = web_sys::RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_headers(&headers);
    init.set_signal(Some(&controller.signal()));
    // A redirect must not carry the key to another host.
    init.set_redirect(web_sys::RequestRedirect::Manual);
    match request.payload {
        Payload::None => {}
        Payload::Json(text) => init.set_body(&text.into()),
        Payload::Form(parts) => init.set_body(&form(&parts, blobs).await?.into()),
    }
    let request = web_sys::Request::new_with_str_and_init(&request.url, &init)?;
    let promise = match fetch {
        Some(fetch) => Promise::resolve(&fetch.call1(&JsValue::UNDEFINED, &request)?),
        None => host_fetch(&request),
    };
    JsFuture::from(promise).await?.dyn_into()
}

async fn form(parts: &[Part], blobs: &Array) -> Result<web_sys::FormData, JsValue> {
    let form = web_sys::FormData::new()?;
    for part in parts {
        match part {
            Part::Text { name, value } => form.append_with_str(name, value)?,
            Part::File { name, blob } => {
                let blob = convert::blob(blobs, *blob)
                    .await
                    .map_err(|error| convert::thrown(&error, None))?;
                form.append_with_blob(name, &blob)?;
            }
        }
    }
    Ok(form)
}

/// What `Retry-After` asks for: seconds, or a date against the host's clock.
fn retry_after(value: &str, now_ms: u64) -> Option<u64> {
    if let Ok(seconds) = value.trim().parse::<u64>() {
        return Some(seconds.saturating_mul(1000));
    }
    let date_ms = js_sys::Date::parse(value);
    date_ms
        .is_finite()
        .then(|| (date_ms as u64).saturating_sub(now_ms))
}
