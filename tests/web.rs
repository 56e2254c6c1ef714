//! What only a browser shows: promises that settle at once, aborts, silence, forms and untouched responses.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use genmedia::web::{Core, Live};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const LIST: (&str, &str) = ("minimax.files.list", "{}");
const IMAGE: (&str, &str) = (
    "minimax.image.generate",
    r#"{"model":"image-01","prompt":"a fox"}"#,
);
const CHAT: (&str, &str) = (
    "minimax.text.chat",
    r#"{"model":"MiniMax-M3","messages":[{"role":"user","content":"Hi"}]}"#,
);

/// A `fetch` that never settles and notes in `this` that its signal was aborted.
const HANGS: &str = "request.signal.addEventListener('abort', () => { this.aborted = true; });
    return new Promise(() => {});";
/// One event of a chat, then silence.
const ONE_EVENT: &str = r#"const event = 'data: {"choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n';
    request.signal.addEventListener('abort', () => { this.aborted = true; });
    const body = new ReadableStream({ start: (c) => {
        this.body = c;
        c.enqueue(new TextEncoder().encode(event));
    } });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));"#;

/// A client whose `fetch` has this body; `this` in it is the object that is given back.
struct Host {
    core: Core,
    this: Object,
}

fn json(text: &str) -> JsValue {
    js_sys::JSON::parse(text).unwrap()
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap_or_default()
}

impl Host {
    fn new(fetch: &str) -> Self {
        let this = Object::new();
        let counted = format!("this.calls = (this.calls ?? 0) + 1; {fetch}");
        let fetch = Function::new_with_args("request", &counted).bind0(&this);
        let config = json(
            r#"{"providers":{"minimax":{"base":"https://upstream.test","key":"key-of-the-test"}}}"#,
        );
        Reflect::set(&config, &"fetch".into(), &fetch).unwrap();
        Self {
            core: Core::new(config),
            this,
        }
    }

    fn call(&self, (target, request): (&str, &str), options: &str) -> Live {
        self.with_files((target, request), Array::new(), options)
    }

    fn with_files(&self, (target, request): (&str, &str), files: Array, options: &str) -> Live {
        let live = self.core.call(target, request, files, json(options));
        live.unwrap_or_else(|error| panic!("{error:?}"))
    }

    /// What the scripted `fetch` noted.
    fn noted(&self, name: &str) -> JsValue {
        get(&self.this, name)
    }
}

async fn settled(promise: Promise) -> Result<JsValue, JsValue> {
    JsFuture::from(promise).await
}

/// The kind of the error that the promise rejects with.
async fn refusal(promise: Promise) -> JsValue {
    settled(promise).await.expect_err("the promise resolves")
}

/// Lets everything run that can run without time passing.
async fn idle() {
    for _ in 0..5 {
        let turn = Function::new_with_args("resolve", "setTimeout(resolve, 0)");
        let promise = Promise::new(&mut |resolve, _| {
            turn.call1(&JsValue::UNDEFINED, &resolve).unwrap();
        });
        settled(promise).await.unwrap();
    }
}

const LIST_OK: &str = r#"const headers = { 'content-type': 'application/json', 'x-request-id': 'r-1' };
    this.url = request.url;
    this.authorization = request.headers.get('authorization');
    this.redirect = request.redirect;
    return new Response('{"files":[{"file_id":9007199254740993}],"base_resp":{"status_code":0}}', { headers });"#;

#[wasm_bindgen_test]
async fn a_json_answer() {
    let host = Host::new(LIST_OK);
    let live = host.call(LIST, "{}");
    assert!(
        host.noted("calls").is_undefined(),
        "nothing is sent before it is asked for"
    );
    let result = settled(live.result()).await.unwrap();
    assert!(text(&result, "json").contains(r#""file_id":"9007199254740993""#));
    assert_eq!(
        text(&host.this, "url"),
        "https://upstream.test/v1/files/list"
    );
    assert_eq!(text(&host.this, "authorization"), "Bearer key-of-the-test");
    assert_eq!(text(&host.this, "redirect"), "manual");
    let meta = live.meta();
    assert_eq!(get(&meta, "status"), 200);
    assert_eq!(get(&meta, "attempts"), 1);
    assert_eq!(text(&meta, "requestId"), "r-1");
}

#[wasm_bindgen_test]
async fn an_abort_while_the_request_is_out() {
    let host = Host::new(HANGS);
    let live = host.call(IMAGE, "{}");
    let result = live.result();
    idle().await;
    assert_eq!(host.noted("calls"), 1);
    live.abort();
    let error = refusal(result).await;
    assert_eq!(text(&error, "kind"), "aborted");
    assert_eq!(text(&error, "billed"), "unknown");
    assert!(
        host.noted("aborted").is_truthy(),
        "the host's fetch is told"
    );
}

#[wasm_bindgen_test]
async fn an_abort_before_anything_is_sent() {
    let host = Host::new(HANGS);
    let live = host.call(IMAGE, "{}");
    live.abort();
    let error = refusal(live.result()).await;
    assert_eq!(text(&error, "kind"), "aborted");
    assert_eq!(text(&error, "billed"), "no");
    assert_eq!(text(&error, "operation"), IMAGE.0);
    assert!(host.noted("calls").is_undefined());
}

#[wasm_bindgen_test]
async fn an_abort_in_the_wait_before_a_repetition() {
    let host =
        Host::new("return new Response('', { status: 429, headers: { 'retry-after': '59' } });");
    let live = host.call(IMAGE, "{}");
    let result = live.result();
    idle().await;
    live.abort();
    let error = refusal(result).await;
    assert_eq!(text(&error, "kind"), "aborted");
    assert_eq!(text(&error, "billed"), "no");
    assert_eq!(host.noted("calls"), 1);
}

#[wasm_bindgen_test]
async fn a_retry_after_date_is_read_by_the_clock() {
    let host = Host::new(
        "const date = new Date(Date.now() + 3_600_000).toUTCString();
        return new Response('', { status: 429, headers: { 'retry-after': date } });",
    );
    let error = refusal(host.call(IMAGE, "{}").result()).await;
    let asked = get(&error, "retryAfterMs").as_f64().unwrap();
    assert!((3_500_000.0..=3_600_000.0).contains(&asked), "{asked}");
}

#[wasm_bindgen_test]
async fn a_stream_that_breaks() {
    let host = Host::new(ONE_EVENT);
    let live = host.call(CHAT, r#"{"stream":true,"view":"text"}"#);
    let piece = settled(live.next()).await.unwrap();
    assert_eq!(text(&piece, "text"), "Hel");
    let next = live.next();
    let broken = Function::new_no_args("this.body.error(new TypeError('reset'))");
    broken.call0(&host.this).unwrap();
    let error = refusal(next).await;
    assert_eq!(text(&error, "kind"), "truncated");
    assert_eq!(text(&error, "billed"), "yes");
    assert_eq!(text(&get(&error, "partial"), "text"), "Hel");
    assert_eq!(text(&get(&error, "cause"), "message"), "reset");
}

#[wasm_bindgen_test]
async fn a_stream_that_ends_too_early() {
    let host = Host::new(ONE_EVENT);
    let live = host.call(CHAT, r#"{"stream":true,"view":"text"}"#);
    settled(live.next()).await.unwrap();
    let close = Function::new_no_args("this.body.close()");
    close.call0(&host.this).unwrap();
    let error = refusal(live.next()).await;
    assert_eq!(text(&error, "kind"), "truncated");
}

#[wasm_bindgen_test]
async fn a_stream_that_falls_silent() {
    let host = Host::new(ONE_EVENT);
    let live = host.call(CHAT, r#"{"stream":true,"view":"text","idleMs":30}"#);
    settled(live.next()).await.unwrap();
    let error = refusal(live.next()).await;
    assert_eq!(text(&error, "kind"), "idle_timeout");
    assert_eq!(text(&get(&error, "partial"), "text"), "Hel");
    assert!(
        host.noted("aborted").is_truthy(),
        "the exchange is given up"
    );
}

#[wasm_bindgen_test]
async fn an_abort_in_the_middle_of_a_stream() {
    let host = Host::new(ONE_EVENT);
    let live = host.call(CHAT, r#"{"stream":true,"view":"text"}"#);
    settled(live.next()).await.unwrap();
    let next = live.next();
    live.abort();
    let error = refusal(next).await;
    assert_eq!(text(&error, "kind"), "aborted");
    assert_eq!(text(&error, "billed"), "yes");
    assert!(host.noted("aborted").is_truthy());
}

#[wasm_bindgen_test]
async fn an_abort_while_a_file_is_read() {
    let host = Host::new(HANGS);
    let endless = Function::new_no_args("return new ReadableStream({})");
    let endless = endless.call0(&JsValue::UNDEFINED).unwrap();
    let request = r#"{"model":"I2V-01","first_frame_image":{"$blob":0}}"#;
    let files = Array::of1(&endless);
    let live = host.with_files(("minimax.video.create", request), files, "{}");
    let result = live.result();
    idle().await;
    live.abort();
    let error = refusal(result).await;
    assert_eq!(text(&error, "kind"), "aborted");
    assert_eq!(text(&error, "billed"), "no");
    assert!(host.noted("calls").is_undefined());
}

#[wasm_bindgen_test]
async fn a_call_that_takes_too_long() {
    let host = Host::new(HANGS);
    let error = refusal(host.call(IMAGE, r#"{"timeoutMs":30}"#).result()).await;
    assert_eq!(text(&error, "kind"), "timeout");
    assert_eq!(text(&error, "billed"), "unknown");
    assert!(host.noted("aborted").is_truthy());
}

#[wasm_bindgen_test]
async fn a_call_freed_in_flight() {
    let host = Host::new(HANGS);
    let live = host.call(IMAGE, "{}");
    let result = live.result();
    idle().await;
    drop(live);
    assert_eq!(text(&refusal(result).await, "kind"), "aborted");
    assert!(host.noted("aborted").is_truthy());
    // The client lives on.
    let live = host.call(IMAGE, "{}");
    live.abort();
    refusal(live.result()).await;
}

#[wasm_bindgen_test]
async fn an_ended_call_answers_at_once() {
    let host = Host::new("return new Response('', { status: 401 });");
    let live = host.call(IMAGE, "{}");
    assert_eq!(text(&refusal(live.result()).await, "kind"), "auth");
    assert!(settled(live.next()).await.unwrap().is_undefined());
    assert_eq!(text(&refusal(live.result()).await, "kind"), "internal");
    let host = Host::new(LIST_OK);
    let live = host.call(LIST, "{}");
    settled(live.result()).await.unwrap();
    assert!(settled(live.next()).await.unwrap().is_undefined());
    assert_eq!(text(&refusal(live.result()).await, "kind"), "internal");
}

#[wasm_bindgen_test]
async fn a_fetch_that_fails_or_throws() {
    for fetch in [
        "return Promise.reject(new TypeError('no route'));",
        "throw new TypeError('no route');",
        "return 7;",
    ] {
        let host = Host::new(fetch);
        let error = refusal(host.call(IMAGE, "{}").result()).await;
        assert_eq!(text(&error, "kind"), "network", "{fetch}");
        assert_eq!(host.noted("calls"), 1);
    }
}

#[wasm_bindgen_test]
async fn the_untouched_response() {
    let host = Host::new("return new Response('not JSON', { status: 418 });");
    let live = host.call(IMAGE, "{}");
    let response = settled(live.response()).await.unwrap();
    let response: web_sys::Response = response.dyn_into().unwrap();
    drop(live);
    assert_eq!(response.status(), 418);
    let body = settled(response.text().unwrap()).await.unwrap();
    assert_eq!(body.as_string().as_deref(), Some("not JSON"));
}

#[wasm_bindgen_test]
async fn a_file_goes_as_a_form() {
    let host = Host::new(
        r#"return (async () => {
            const form = await request.formData();
            this.names = [...form.keys()].join();
            const file = form.get('file');
            this.file = `${file.name} ${await file.text()}`;
            return new Response('{"file":{"file_id":1},"base_resp":{"status_code":0}}',
                { headers: { 'content-type': 'application/json' } });
        })();"#,
    );
    let file = Function::new_no_args("return new File(['fox'], 'fox.txt')");
    let file = file.call0(&JsValue::UNDEFINED).unwrap();
    let request = r#"{"purpose":"voice_clone","file":{"$blob":0}}"#;
    let live = host.with_files(("minimax.files.upload", request), Array::of1(&file), "{}");
    settled(live.result()).await.unwrap();
    assert_eq!(text(&host.this, "names"), "purpose,file");
    assert_eq!(text(&host.this, "file"), "fox.txt fox");
}

#[wasm_bindgen_test]
async fn a_picture_goes_as_a_data_url() {
    let host = Host::new(
        r#"return (async () => {
            this.body = await request.text();
            return new Response('{"task_id":"1","base_resp":{"status_code":0}}',
                { headers: { 'content-type': 'application/json' } });
        })();"#,
    );
    let request = r#"{"model":"I2V-01","first_frame_image":{"$blob":0}}"#;
    let bytes = Uint8Array::from([0x89, b'P', b'N', b'G'].as_slice());
    let live = host.with_files(("minimax.video.create", request), Array::of1(&bytes), "{}");
    settled(live.result()).await.unwrap();
    let body = json(&text(&host.this, "body"));
    assert_eq!(
        text(&body, "first_frame_image"),
        "data:image/png;base64,iVBORw=="
    );
}
