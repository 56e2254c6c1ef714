//! Between JavaScript values and the core's: configuration, options, errors, media and files.

use crate::call::Outcome;
use crate::error::{Error, Kind};
use crate::fold::View;
use crate::json::Value;
use crate::media::{self, Media};
use crate::scan;
use js_sys::{Array, Function, Reflect, Uint8Array};
use serde_core::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

/// How one provider is reached.
pub struct Address {
    /// The provider's name.
    pub provider: String,
    /// The base URL.
    pub base: String,
    /// A key of the provider's, or a session token of the Worker's.
    pub bearer: Option<String>,
    /// Parameters for every query.
    pub query: Vec<(String, String)>,
}

/// The configuration of a client.
pub struct Config {
    /// How the providers are reached.
    pub addresses: Vec<Address>,
    /// Whether calls go to our Worker.
    pub via_worker: bool,
    /// The most repetitions after failures that allow them.
    pub max_retries: Option<u32>,
    /// The caller's own `fetch`.
    pub fetch: Option<Function>,
    /// Makes the reader of a body; the stream's own where there is none.
    pub gather: Option<Function>,
    /// Gives a promise that the page is seen, or that so many milliseconds are over.
    pub seen: Option<Function>,
}

impl Config {
    /// Reads `{providers: {name: {base, key?, token?, query?}}, viaWorker, fetch?, maxRetries?}`.
    pub fn read(value: &JsValue) -> Self {
        let providers = member(value, "providers");
        let address = |provider: String| {
            let found = member(&providers, &provider);
            Address {
                base: text(&found, "base").unwrap_or_default(),
                bearer: text(&found, "token").or_else(|| text(&found, "key")),
                query: pairs(&member(&found, "query")),
                provider,
            }
        };
        Self {
            addresses: names(&providers).map(address).collect(),
            via_worker: flag(value, "viaWorker"),
            max_retries: number(value, "maxRetries").map(|retries| retries as u32),
            fetch: function(value, "fetch"),
            gather: function(value, "gather"),
            seen: function(value, "seen"),
        }
    }
}

/// The options of a call.
pub struct Options {
    /// Whether the answer streams.
    pub stream: bool,
    /// Which reading of the stream is taken; none when only its end counts.
    pub view: Option<View>,
    /// Whether the created task is followed.
    pub task: bool,
    /// Whether the task that is taken up is to be stopped.
    pub cancel: bool,
    /// How long the call may take.
    pub timeout_ms: Option<f64>,
    /// How long nothing may arrive in the middle of an answer.
    pub idle_ms: Option<f64>,
    /// The key of a billable call.
    pub idempotency_key: Option<String>,
    /// Headers of the caller's own.
    pub headers: Vec<(String, String)>,
    /// The session token of this call.
    pub token: Option<String>,
    /// A number from 0 to 1 for spreading repetitions.
    pub seed: f64,
    /// The first wait between looks at a task.
    pub poll_ms: Option<u64>,
    /// How long a task is followed.
    pub deadline_ms: Option<u64>,
    /// Told of every request that is sent.
    pub on_attempt: Option<Function>,
}

impl Options {
    /// Reads options; undefined is none.
    pub fn read(value: &JsValue) -> Self {
        Self {
            stream: flag(value, "stream"),
            view: text(value, "view").map(|view| match view.as_str() {
                "bytes" => View::Bytes,
                "text" => View::Text,
                _ => View::Events,
            }),
            task: flag(value, "task"),
            cancel: flag(value, "cancel"),
            timeout_ms: number(value, "timeoutMs"),
            idle_ms: number(value, "idleMs"),
            idempotency_key: text(value, "idempotencyKey"),
            headers: pairs(&member(value, "headers")),
            token: text(value, "token"),
            seed: number(value, "seed").unwrap_or(0.5),
            poll_ms: number(value, "pollMs").map(|ms| ms as u64),
            deadline_ms: number(value, "deadlineMs").map(|ms| ms as u64),
            on_attempt: function(value, "onAttempt"),
        }
    }
}

/// A member of an object; undefined where there is none.
fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    member(object, name).as_string()
}

fn number(object: &JsValue, name: &str) -> Option<f64> {
    member(object, name).as_f64()
}

fn flag(object: &JsValue, name: &str) -> bool {
    member(object, name).is_truthy()
}

fn function(object: &JsValue, name: &str) -> Option<Function> {
    member(object, name).dyn_into().ok()
}

fn names(object: &JsValue) -> impl Iterator<Item = String> {
    let object = object.dyn_ref::<js_sys::Object>();
    let names = object.map(|object| js_sys::Object::keys(object).to_vec());
    let names = names.unwrap_or_default().into_iter();
    names.filter_map(|name| name.as_string())
}

/// The members of an object of texts.
fn pairs(object: &JsValue) -> Vec<(String, String)> {
    names(object)
        .filter_map(|name| Some((text(object, &name)?, name)))
        .map(|(value, name)| (name, value))
        .collect()
}

/// A document of the core as a plain JavaScript value.
pub fn plain(value: &Value) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Plain(value)
        .serialize(&serializer)
        .unwrap_or(JsValue::UNDEFINED)
}

/// A document for the serializer of JavaScript values.
struct Plain<'a>(&'a Value);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Array(items) => serializer.collect_seq(items.iter().map(Plain)),
            Value::Bool(truth) => serializer.serialize_bool(*truth),
            Value::Null => serializer.serialize_unit(),
            Value::Number(number) => serializer.serialize_f64(number.as_f64()),
            Value::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, Plain(value))))
            }
            Value::String(text) => serializer.serialize_str(text),
        }
    }
}

/// Sets a member of a new plain object; that cannot fail.
pub fn set(object: &js_sys::Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// An error as the plain object that is thrown.
pub fn thrown(error: &Error, cause: Option<&JsValue>) -> JsValue {
    let object = plain(&error.to_json());
    if let (Some(cause), Some(object)) = (cause, object.dyn_ref::<js_sys::Object>()) {
        set(object, "cause", cause);
    }
    object
}

/// A result as the object that the facade reads: `{json, media, primary}`.
pub fn outcome(outcome: &Outcome) -> JsValue {
    let object = js_sys::Object::new();
    if let Some(json) = &outcome.json {
        set(&object, "json", &json.as_str().into());
    }
    let pieces = Array::new();
    for piece in &outcome.media {
        let found = js_sys::Object::new();
        match piece {
            Media::Bytes(range) => {
                let bytes = outcome.body.get(range.clone()).unwrap_or_default();
                set(&found, "bytes", &Uint8Array::from(bytes));
                set(&found, "mime", &mime(bytes, outcome.mime.as_deref()).into());
            }
            Media::Link(url) => {
                set(&found, "url", &url.as_str().into());
                let mime = media::mime_of(url).or(outcome.mime.as_deref());
                set(
                    &found,
                    "mime",
                    &mime.unwrap_or("application/octet-stream").into(),
                );
            }
        }
        pieces.push(&found);
    }
    set(&object, "media", &pieces);
    set(&object, "primary", &outcome.primary.into());
    object.into()
}

/// What the bytes are, else what the answer says they are.
fn mime(bytes: &[u8], declared: Option<&str>) -> String {
    match (media::sniff(bytes), declared) {
        // Bytes are never JSON here, whatever the header says (`minimax.md` 10.5).
        ("application/octet-stream", Some(declared)) if !scan::contains(declared, "json") => {
            declared.to_string()
        }
        (told, _) => told.to_string(),
    }
}

/// The caller's file with this number as a `Blob`.
pub async fn blob(blobs: &Array, index: usize) -> Result<web_sys::Blob, Error> {
    let missing = || Error::invalid("file", "a file of the request is missing");
    let value = blobs.get(u32::try_from(index).map_err(|_| missing())?);
    if let Some(blob) = value.dyn_ref::<web_sys::Blob>() {
        return Ok(blob.clone());
    }
    if let Some(stream) = value.dyn_ref::<web_sys::ReadableStream>() {
        return drain(stream).await.ok_or_else(|| {
            Error::new(
                Kind::InvalidRequest,
                "the stream of the file could not be read",
            )
        });
    }
    web_sys::Blob::new_with_u8_array_sequence(&Array::of1(&value)).map_err(|_| missing())
}

async fn drain(stream: &web_sys::ReadableStream) -> Option<web_sys::Blob> {
    let response = web_sys::Response::new_with_opt_readable_stream(Some(stream)).ok()?;
    let blob = wasm_bindgen_futures::JsFuture::from(response.blob().ok()?).await;
    blob.ok()?.dyn_into().ok()
}

/// A file as a data URL.
pub async fn data_url(blob: &web_sys::Blob) -> Option<String> {
    let buffer = wasm_bindgen_futures::JsFuture::from(blob.array_buffer()).await;
    let bytes = Uint8Array::new(&buffer.ok()?).to_vec();
    Some(media::data_url(&blob.type_(), &bytes))
}
