//! The export in a browser: what crosses the boundary of the wasm, as text and as bytes.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "support/lanes.rs"]
mod lanes;

use genmedia::web::Machine;
use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const SETTINGS: &str =
    r#""providers":{"minimax":{"base":"https://upstream.test","key":"key-of-the-test"}}"#;
const ANSWERED: &str = r#"{"status":200,"headers":{"content-type":"application/json"}}"#;

/// What a host tells, as `core.js` numbers it.
const POLL: u8 = 0;
const LOST: u8 = 2;
const END: u8 = 3;
const HEAD: u8 = 4;
const CHUNK: u8 = 5;
const FILE: u8 = 6;
const META: u8 = 9;
const FRAME: u8 = 10;
const BEGIN: u8 = 12;
const REQUEST: u8 = 18;

fn machine(what: &str, target: &str, request: &str) -> Machine {
    machine_with(what, target, request, "")
}

fn machine_with(what: &str, target: &str, request: &str, more: &str) -> Machine {
    let asked = format!(r#""what":"{what}","target":"{target}","request":{request}"#);
    Machine::new(&format!("{{{asked},{SETTINGS}{more}}}"))
}

/// What the host is to do.
fn poll(machine: &mut Machine) -> String {
    machine.tell(POLL, 0.0, "")
}

/// A line of JSON behind its letter, and what follows it.
fn split(told: &str, letter: char) -> (JsValue, &str) {
    let rest = told.strip_prefix(letter).unwrap();
    let (line, rest) = rest.split_once('\n').unwrap_or((rest, ""));
    (js_sys::JSON::parse(line).unwrap(), rest)
}

/// The memory of this wasm.
fn memory() -> Uint8Array {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    Uint8Array::new(&memory.buffer())
}

fn give(machine: &mut Machine, piece: &[u8]) {
    let at = machine.room(piece.len()) as u32;
    memory().set(&Uint8Array::from(piece), at);
}

fn feed(machine: &mut Machine, piece: &[u8]) -> String {
    give(machine, piece);
    machine.tell(CHUNK, 0.0, "")
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
    let told = poll(&mut machine);
    let (send, body) = split(&told, 's');
    assert_eq!(text(&send, &["method"]), "POST");
    assert_eq!(
        text(&send, &["url"]),
        "https://upstream.test/v1/image_generation"
    );
    assert_eq!(body, r#"{"model":"image-01","prompt":"狐 🦊"}"#);
    assert_eq!(poll(&mut machine), "", "it waits for the host");
    assert_eq!(machine.tell(HEAD, 0.0, ANSWERED), "");
    let answer = br#"{"id":"i","data":{"image_base64":["/9j/"]},"base_resp":{"status_code":0}}"#;
    for piece in answer.chunks(20) {
        assert_eq!(feed(&mut machine, piece), "");
    }
    let told = machine.tell(END, 0.0, "");
    let (done, json) = split(&told, 'd');
    assert!(json.contains(r#"[{"$media":0}]"#), "{json}");
    let place = |at: u32| {
        let range = get(&done, &["media", "0", "bytes"]);
        Reflect::get_u32(&range, at).unwrap().as_f64().unwrap() as usize
    };
    let at = machine.bytes();
    let bytes = memory().slice((at + place(0)) as u32, (at + place(1)) as u32);
    let bytes = bytes.to_vec();
    assert_eq!(bytes, [0xff, 0xd8, 0xff]);
    assert!(machine.tell(META, 0.0, "").contains(r#""status":200"#));
}

#[wasm_bindgen_test]
fn a_stream_gives_what_came_of_each_piece() {
    let request = r#"{"model":"MiniMax-M3","messages":[{"role":"user","content":"Hi"}]}"#;
    let view = r#","stream":true,"view":"text""#;
    let mut machine = machine_with("call", "minimax.text.chat", request, view);
    poll(&mut machine);
    let head = ANSWERED.replace("application/json", "text/event-stream");
    machine.tell(HEAD, 0.0, &head);
    let event = b"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\\nlo\"}}]}\n\n";
    assert_eq!(feed(&mut machine, event), "tHel\nlo");
    let told = machine.tell(LOST, 0.0, "idle");
    let (error, _) = split(&told, 'x');
    assert_eq!(text(&error, &["kind"]), "idle_timeout");
    assert_eq!(text(&error, &["partial", "text"]), "Hel\nlo");
}

#[wasm_bindgen_test]
fn files_are_read_before_the_call_begins() {
    let request = r#"{"model":"I2V-01","first_frame_image":{"$blob":0}}"#;
    let begun = || machine("call", "minimax.video.create", request);
    let mut sent = begun();
    assert_eq!(poll(&mut sent), "f[0]");
    give(&mut sent, &[0x89, b'P', b'N', b'G']);
    assert_eq!(sent.tell(FILE, 0.0, ""), "");
    assert!(poll(&mut sent).contains("data:image/png;base64,iVBORw=="));
    let mut left = begun();
    poll(&mut left);
    let told = left.tell(LOST, 0.0, "aborted");
    assert_eq!(text(&split(&told, 'x').0, &["kind"]), "aborted");
}

#[wasm_bindgen_test]
fn questions_and_what_cannot_begin() {
    let rows = poll(&mut machine("operations", "", "{}"));
    assert!(rows.contains(r#""id":"minimax.speech.synthesize""#));
    let report = poll(&mut machine("check", "minimax.image.generate", "{}"));
    assert!(report.contains(r#""rule":"required""#), "{report}");
    let refused = poll(&mut machine("call", "minimax.image.paint", "{}"));
    assert_eq!(text(&split(&refused, 'x').0, &["param"]), "operation");
    let unreachable = poll(&mut machine("call", "router.balance", "{}"));
    assert_eq!(
        text(&split(&unreachable, 'x').0, &["kind"]),
        "configuration"
    );
}

#[wasm_bindgen_test]
fn a_session_speaks_over_its_socket() {
    let request = r#"{"model":"speech-2.8-hd","voice_setting":{"voice_id":"v"}}"#;
    let mut machine = machine("talk", "minimax.speech.connect", request);
    assert!(machine.tell(REQUEST, 0.0, "").contains("/ws/v1/t2a_v2"));
    let connected = machine.tell(FRAME, 0.0, r#"{"event":"connected_success"}"#);
    assert!(connected.starts_with("s{") && connected.contains("task_start"));
    assert!(
        machine
            .tell(FRAME, 0.0, r#"{"event":"task_started"}"#)
            .starts_with('v')
    );
    assert_eq!(machine.tell(BEGIN, 0.0, ""), "1");
    let told = machine.tell(FRAME, 0.0, "not JSON");
    assert_eq!(text(&split(&told, 'x').0, &["kind"]), "protocol");
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
    machine.tell(HEAD, 0.0, ANSWERED);
    feed(&mut machine, &Uint8Array::new(&body).to_vec());
    let told = machine.tell(END, 0.0, "");
    assert!(split(&told, 'd').1.starts_with(r#"{"files":[]"#));
}

#[wasm_bindgen_test]
fn vectors_do_what_plain_loops_do() {
    lanes::every_length();
    lanes::every_wrong_place();
    lanes::every_byte();
    lanes::large();
    lanes::every_place_of_a_byte();
}
