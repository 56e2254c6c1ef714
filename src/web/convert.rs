//! Between JavaScript values and the core's: configuration, options, errors, media and files.

use crate::call::Outcome;
use crate::error::{Error, Kind};
use crate::media::{self, Media};
use js_sys::{Array, Function, Reflect, Uint8Array};
use serde::Deserialize;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

/// How one provider is reached.
#[derive(Deserialize)]
pub struct ProviderConfig {
    /// The base URL.
    pub base: String,
    /// A key of the provider's.
    pub key: Option<String>,
    /// A session token of the Worker's.
    pub token: Option<String>,
    /// Parameters for every query.
    #[serde(default)]
    pub query: BTreeMap<String, String>,
}

/// The configuration of a client.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Config {
    /// The providers by name.
    pub providers: BTreeMap<String, ProviderConfig>,
    /// Whether calls go to our Worker.
    #[serde(default)]
    pub via_worker: bool,
    /// The most repetitions after failures that allow them.
    pub max_retries: Option<u32>,
    /// The caller's own `fetch`.
    #[serde(skip)]
    pub fetch: Option<Function>,
}

impl Config {
    /// Reads a configuration.
    pub fn read(value: &JsValue) -> Result<Self, Error> {
        let mut config: Self =
            serde_wasm_bindgen::from_value(value.clone()).map_err(|_| unreadable("config"))?;
        config.fetch = function(value, "fetch");
        Ok(config)
    }
}

/// The options of a call.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct Options {
    /// Whether the answer streams.
    pub stream: bool,
    /// Which reading of the stream is taken; none when only its end counts.
    pub view: Option<String>,
    /// Whether the created task is followed.
    pub task: bool,
    /// How long the call may take.
    pub timeout_ms: Option<f64>,
    /// How long nothing may arrive in the middle of an answer.
    pub idle_ms: Option<f64>,
    /// The key of a billable call.
    pub idempotency_key: Option<String>,
    /// Headers of the caller's own.
    pub headers: BTreeMap<String, String>,
    /// The session token of this call.
    pub token: Option<String>,
    /// A number from 0 to 1 for spreading repetitions.
    pub seed: f64,
    /// The first wait between looks at a task.
    pub poll_ms: Option<u64>,
    /// How long a task is followed.
    pub deadline_ms: Option<u64>,
    /// Told of every request that is sent.
    #[serde(skip)]
    pub on_attempt: Option<Function>,
}

impl Options {
    /// Reads options; undefined is none.
    pub fn read(value: &JsValue) -> Result<Self, Error> {
        if value.is_undefined() || value.is_null() {
            return Ok(Self::default());
        }
        let mut options: Self =
            serde_wasm_bindgen::from_value(value.clone()).map_err(|_| unreadable("options"))?;
        options.on_attempt = function(value, "onAttempt");
        Ok(options)
    }
}

fn unreadable(what: &str) -> Error {
    Error::invalid(what, format!("{what}: a member has the wrong type"))
}

fn function(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}

/// Sets a member of a new plain object; that cannot fail.
pub fn set(object: &js_sys::Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// An error as the plain object that is thrown.
pub fn thrown(error: &Error, cause: Option<&JsValue>) -> JsValue {
    let object = js_sys::JSON::parse(&error.to_json().to_string()).unwrap_or(JsValue::UNDEFINED);
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
        ("application/octet-stream", Some(declared)) if !declared.contains("json") => {
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
