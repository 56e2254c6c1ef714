//! The JavaScript objects that every request touches, bound so that text stays on JavaScript's side.
//!
//! A header that is only passed on crosses as a handle, and its name is a text that was made once:
//! with plain `&str` each of some forty calls a request would copy and convert its text.

use js_sys::{JsString, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A list of HTTP headers.
    #[derive(Clone, Debug)]
    pub type Headers;

    /// An empty list.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Headers;

    /// A copy of a list.
    #[wasm_bindgen(constructor)]
    pub fn copy(of: &Headers) -> Headers;

    /// The value of a header.
    #[wasm_bindgen(method)]
    pub fn get(this: &Headers, name: &JsString) -> Option<JsString>;

    /// Sets a header to a text of this side.
    #[wasm_bindgen(method, catch, js_name = set)]
    pub fn write(this: &Headers, name: &JsString, value: &str) -> Result<(), JsValue>;

    /// Takes a header out.
    #[wasm_bindgen(method)]
    pub fn delete(this: &Headers, name: &JsString);

    /// The value of a header, by a name of this side.
    #[wasm_bindgen(method, js_name = get)]
    pub fn read(this: &Headers, name: &str) -> Option<String>;

    /// Sets a header, by a name of this side; fails on a value that no header can hold.
    #[wasm_bindgen(method, catch, js_name = set)]
    pub fn fill(this: &Headers, name: &str, value: &str) -> Result<(), JsValue>;

    /// Takes a header out, by a name of this side.
    #[wasm_bindgen(method, js_name = delete)]
    pub fn clear(this: &Headers, name: &str);

    /// Sends a request.
    #[wasm_bindgen(catch)]
    pub fn fetch(url: &str, init: &web_sys::RequestInit) -> Result<Promise, JsValue>;

    /// Makes an answer of a text, of bytes, of the handle of a stream, or of nothing.
    #[derive(Debug)]
    #[wasm_bindgen(extends = web_sys::Response, js_name = Response)]
    pub type Answer;

    /// Makes it.
    #[wasm_bindgen(constructor, catch, js_class = "Response")]
    pub fn of(body: &JsValue, init: &web_sys::ResponseInit) -> Result<Answer, JsValue>;

    /// A pair of ends that the runtime connects itself: no byte of it passes through any script.
    #[derive(Debug)]
    pub type IdentityTransformStream;

    /// A new pair.
    #[wasm_bindgen(constructor)]
    pub fn pair() -> IdentityTransformStream;

    /// The end that is read.
    #[wasm_bindgen(method, getter)]
    pub fn readable(this: &IdentityTransformStream) -> web_sys::ReadableStream;

    /// The end that is written.
    #[wasm_bindgen(method, getter)]
    pub fn writable(this: &IdentityTransformStream) -> web_sys::WritableStream;

    /// A binding that answers requests.
    #[derive(Debug)]
    pub type Fetcher;

    /// Asks the binding.
    #[wasm_bindgen(method, catch, js_name = fetch)]
    pub fn ask(this: &Fetcher, request: &web_sys::Request) -> Result<Promise, JsValue>;
}

// Each makes its whole object in one crossing instead of one for every member.
#[wasm_bindgen(inline_js = r#"
export function post(url, headers, body, request) {
  // A redirect followed would carry the key to wherever the upstream points.
  return fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: request.signal });
}
export function respond(body, status, headers) {
  return new Response(body, { status, headers });
}
export function within(promise, ms) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(reject, ms); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
"#)]
extern "C" {
    /// Posts a body of this side, which is copied at once, and stops when the request's caller is gone.
    #[wasm_bindgen(catch)]
    pub fn post(
        url: &str,
        headers: &Headers,
        body: &[u8],
        request: &web_sys::Request,
    ) -> Result<JsValue, JsValue>;

    /// Makes an answer; the headers are copied.
    #[wasm_bindgen(catch)]
    pub fn respond(
        body: &JsValue,
        status: u16,
        headers: &Headers,
    ) -> Result<web_sys::Response, JsValue>;

    /// A promise that fails when another one takes longer than so many milliseconds.
    pub fn within(promise: &Promise, ms: u32) -> Promise;
}

macro_rules! names {
    ($($name:ident = $text:tt),* $(,)?) => {
        #[wasm_bindgen]
        extern "C" {
            $(
                #[wasm_bindgen(thread_local_v2, static_string)]
                static $name: JsString = $text;
            )*
        }

        /// A header's name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        pub enum Name {
            $(
                #[doc = $text]
                $name,
            )*
        }

        impl Name {
            fn with<T>(self, use_it: impl FnOnce(&JsString) -> T) -> T {
                match self {
                    $(Self::$name => $name.with(use_it),)*
                }
            }
        }
    };
}

names! {
    ACCEPT = "accept",
    ACCEPT_ENCODING = "accept-encoding",
    ALLOW = "allow",
    ALLOW_HEADERS = "access-control-allow-headers",
    ALLOW_METHODS = "access-control-allow-methods",
    ALLOW_ORIGIN = "access-control-allow-origin",
    AUTHENTICATE = "www-authenticate",
    AUTHORIZATION = "authorization",
    CACHE_CONTROL = "cache-control",
    CONTENT_DISPOSITION = "content-disposition",
    CONTENT_ENCODING = "content-encoding",
    CONTENT_LENGTH = "content-length",
    CONTENT_POLICY = "content-security-policy",
    CONTENT_TYPE = "content-type",
    CONTENT_TYPE_OPTIONS = "x-content-type-options",
    EXPOSE_HEADERS = "access-control-expose-headers",
    MAX_AGE = "access-control-max-age",
    ORIGIN = "origin",
    RANGE = "range",
    REFERRER_POLICY = "referrer-policy",
    REQUEST_HEADERS = "access-control-request-headers",
    REQUEST_ID = "x-request-id",
    REQUEST_METHOD = "access-control-request-method",
    RESOURCE_POLICY = "cross-origin-resource-policy",
    RETRY_AFTER = "retry-after",
    SOCKET_PROTOCOL = "sec-websocket-protocol",
    UPGRADE = "upgrade",
    VARY = "vary",
    X_API_KEY = "x-api-key",
}

impl Headers {
    /// The value of a header as a handle.
    pub fn handle(&self, name: Name) -> Option<JsString> {
        name.with(|name| self.get(name))
    }

    /// The value of a header as a text of this side.
    pub fn text(&self, name: Name) -> Option<String> {
        self.handle(name).map(String::from)
    }

    /// Sets a header from a text; a value that no header can hold is left out.
    pub fn put(&self, name: Name, value: &str) {
        name.with(|name| drop(self.write(name, value)));
    }

    /// Takes a header out.
    pub fn remove(&self, name: Name) {
        name.with(|name| self.delete(name));
    }
}
