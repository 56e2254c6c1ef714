//! The export in a browser: what crosses the boundary of the wasm, as text and as bytes.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use genmedia::web::Machine;
use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const SETTINGS: &str =
    r#"{"providers":{"minimax":{"base":"https://upstream.test","key":"key-of-the-test"}}}"#;
const HEAD: &str = r#"{"status":200,"headers":{"content-type":"application/json"}}"#;

fn machine(what: &str, target: &str, request: &str) -> Machine {
    Machine::new(what, target, request, SETTINGS)
}

/// What the host is to do: the line and what follows it.
fn poll(machine: &mut Machine) -> (JsValue, String) {
    let told = machine.tell("poll", 0.0, "");
    let (line, rest) = told.split_once('\n').unwrap_or((&told, ""));
    (js_sys::JSON::parse(line).unwrap(), rest.to_string())
}

/// The memory of this wasm.
fn memory() -> Uint8Array {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    Uint8Array::new(&memory.buffer())
}

fn feed(machine: &mut Machine, piece: &[u8]) {
    let at = machine.room(piece.len()) as u32;
    memory().set(&Uint8Array::from(piece), at);
    machine.tell("chunk", 0.0, "");
}

fn get(object: &JsValue, path: &[&str]) -> JsValue {
    path.iter().fold(object.clone(), |value, name| {
        Reflect::get(&value, &(*name).into()).unwrap()
    })
}

fn text(object: &JsValue, path: &[&str]) -> String {
    get(object, path).as_string().unwrap_or_default()
}

#[wasm_bindgen_test]
fn a_call_from_its_request_to_its_answer() {
    let mut machine = machine(
        "call",
        "minimax.image.generate",
        r#"{"model":"image-01","prompt":"狐 🦊"}"#,
    );
    let (send, body) = poll(&mut machine);
    assert_eq!(text(&send, &["send", "method"]), "POST");
    assert_eq!(
        text(&send, &["send", "url"]),
        "https://upstream.test/v1/image_generation"
    );
    assert_eq!(body, r#"{"model":"image-01","prompt":"狐 🦊"}"#);
    assert_eq!(machine.tell("poll", 0.0, ""), "", "it waits for the host");
    machine.tell("head", 0.0, HEAD);
    let answer = br#"{"id":"i","data":{"image_base64":["/9j/"]},"base_resp":{"status_code":0}}"#;
    for piece in answer.chunks(20) {
        feed(&mut machine, piece);
    }
    machine.tell("end", 0.0, "");
    let (done, json) = poll(&mut machine);
    assert!(json.contains(r#"[{"$media":0}]"#), "{json}");
    let place = |at: u32| {
        let range = get(&done, &["done", "media", "0", "bytes"]);
        Reflect::get_u32(&range, at).unwrap().as_f64().unwrap() as usize
    };
    let at = machine.bytes();
    let bytes = memory().slice((at + place(0)) as u32, (at + place(1)) as u32);
    let bytes = bytes.to_vec();
    assert_eq!(bytes, [0xff, 0xd8, 0xff]);
    assert!(machine.tell("meta", 0.0, "").contains(r#""status":200"#));
}

#[wasm_bindgen_test]
fn a_stream_gives_what_came_of_each_piece() {
    let settings = SETTINGS.replacen('{', r#"{"stream":true,"view":"text","#, 1);
    let request = r#"{"model":"MiniMax-M3","messages":[{"role":"user","content":"Hi"}]}"#;
    let mut machine = Machine::new("call", "minimax.text.chat", request, &settings);
    poll(&mut machine);
    let head = HEAD.replace("application/json", "text/event-stream");
    machine.tell("head", 0.0, &head);
    let event = b"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\\nlo\"}}]}\n\n";
    feed(&mut machine, event);
    assert_eq!(poll(&mut machine).1, "Hel\nlo");
    machine.tell("lost", 0.0, "idle");
    let (error, _) = poll(&mut machine);
    assert_eq!(text(&error, &["error", "kind"]), "idle_timeout");
    assert_eq!(text(&error, &["error", "partial", "text"]), "Hel\nlo");
}

#[wasm_bindgen_test]
fn files_are_read_before_the_call_begins() {
    let request = r#"{"model":"I2V-01","first_frame_image":{"$blob":0}}"#;
    let begun = || machine("call", "minimax.video.create", request);
    let mut sent = begun();
    let (files, _) = poll(&mut sent);
    assert_eq!(get(&files, &["files", "0"]), 0);
    feed(&mut sent, &[0x89, b'P', b'N', b'G']);
    sent.tell("file", 0.0, "");
    assert!(poll(&mut sent).1.contains("data:image/png;base64,iVBORw=="));
    let mut left = begun();
    poll(&mut left);
    left.tell("lost", 0.0, "aborted");
    assert_eq!(text(&poll(&mut left).0, &["error", "kind"]), "aborted");
}

#[wasm_bindgen_test]
fn questions_and_what_cannot_begin() {
    let rows = machine("operations", "", "{}").tell("poll", 0.0, "");
    assert!(rows.contains(r#""id":"minimax.speech.synthesize""#));
    let report = machine("check", "minimax.image.generate", "{}").tell("poll", 0.0, "");
    assert!(report.contains(r#""rule":"required""#), "{report}");
    let mut refused = machine("call", "minimax.image.paint", "{}");
    assert_eq!(
        text(&poll(&mut refused).0, &["error", "param"]),
        "operation"
    );
    let mut unreachable = machine("call", "router.balance", "{}");
    assert_eq!(
        text(&poll(&mut unreachable).0, &["error", "kind"]),
        "configuration"
    );
}

#[wasm_bindgen_test]
fn a_session_speaks_over_its_socket() {
    let request = r#"{"model":"speech-2.8-hd","voice_setting":{"voice_id":"v"}}"#;
    let mut machine = machine("talk", "minimax.speech.connect", request);
    assert!(machine.tell("request", 0.0, "").contains("/ws/v1/t2a_v2"));
    machine.tell("frame", 0.0, r#"{"event":"connected_success"}"#);
    assert!(poll(&mut machine).1.contains("task_start"));
    machine.tell("frame", 0.0, r#"{"event":"task_started"}"#);
    poll(&mut machine);
    assert_eq!(machine.tell("begin", 0.0, ""), "1");
    machine.tell("frame", 0.0, "not JSON");
    assert_eq!(text(&poll(&mut machine).0, &["error", "kind"]), "protocol");
}

#[wasm_bindgen_test]
async fn the_body_of_a_response_goes_in_as_it_comes() {
    let made = js_sys::Function::new_no_args(
        "return new Response('{\"files\":[],\"base_resp\":{\"status_code\":0}}').arrayBuffer()",
    );
    let promise: Promise = made.call0(&JsValue::UNDEFINED).unwrap().unchecked_into();
    let body = JsFuture::from(promise).await.unwrap();
    let mut machine = machine("call", "minimax.files.list", "{}");
    poll(&mut machine);
    machine.tell("head", 0.0, HEAD);
    feed(&mut machine, &Uint8Array::new(&body).to_vec());
    machine.tell("end", 0.0, "");
    assert!(poll(&mut machine).1.starts_with(r#"{"files":[]"#));
}
