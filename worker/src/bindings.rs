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

    /// Sets a header; fails on a value that no header can hold.
    #[wasm_bindgen(method, catch)]
    pub fn set(this: &Headers, name: &JsString, value: &JsString) -> Result<(), JsValue>;

    /// Sets a header to a text of this side.
    #[wasm_bindgen(method, catch, js_name = set)]
    pub fn write(this: &Headers, name: &JsString, value: &str) -> Result<(), JsValue>;

    /// Takes a header out.
    #[wasm_bindgen(method)]
    pub fn delete(this: &Headers, name: &JsString);

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
    LANGUAGE = "language",
    MAX_AGE = "access-control-max-age",
    ORIGIN = "origin",
    REFERRER_POLICY = "referrer-policy",
    REQUEST_HEADERS = "access-control-request-headers",
    REQUEST_ID = "x-request-id",
    REQUEST_METHOD = "access-control-request-method",
    RESOURCE_POLICY = "cross-origin-resource-policy",
    RETRY_AFTER = "retry-after",
    SANDBOX_FAULT = "x-sandbox-fault",
    SOCKET_PROTOCOL = "sec-websocket-protocol",
    TRACE_ID = "trace-id",
    UPGRADE = "upgrade",
    UPSTREAM_REQUEST_ID = "x-upstream-request-id",
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

    /// Sets a header from a handle; a value that no header can hold is left out.
    pub fn pass(&self, name: Name, value: &JsString) {
        name.with(|name| drop(self.set(name, value)));
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
