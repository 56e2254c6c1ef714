//! What a call refuses before anything is sent, and where its request goes.

use super::*;
use genmedia::fold::View;

fn streaming(view: View) -> Settings {
    Settings {
        stream: Some(view),
        ..settings()
    }
}

#[test]
fn what_cannot_stream_says_so() {
    for target in [IMAGE, LIST, VIDEO] {
        let error = try_call(target, streaming(View::Events)).unwrap_err();
        assert_eq!(error.kind.as_str(), "unsupported");
        assert_eq!(error.operation, Some(target.0));
    }
}

#[test]
fn what_creates_no_task_cannot_be_followed() {
    for target in [IMAGE, LIST, CHAT] {
        let error = try_call(target, following()).unwrap_err();
        assert_eq!(error.kind.as_str(), "unsupported");
    }
}

#[test]
fn a_stream_is_asked_for_by_the_call_and_not_by_the_request() {
    let request = r#"{"model":"m","messages":[{"role":"user","content":"Hi"}],"stream":true}"#;
    let error = try_call((CHAT.0, request), settings()).unwrap_err();
    assert_eq!(error.param.as_deref(), Some("stream"));
    assert!(try_call((CHAT.0, request), streaming(View::Text)).is_ok());
    let request = request.replace("true", "false");
    assert!(try_call((CHAT.0, &request), settings()).is_ok());
    let replies = [ok(CHAT_LAST)];
    let trace = run((CHAT.0, &request), streaming(View::Text), &replies);
    let genmedia::request::Payload::Json(body) = &trace.sent[0].payload else {
        panic!("a chat is sent as JSON");
    };
    assert!(body.contains(r#""stream":true"#), "{body}");
}

#[test]
fn a_stream_of_sound_holds_no_links() {
    let request = r#"{"model":"speech-2.8-hd","text":"Hi","output_format":"url"}"#;
    let target = ("minimax.speech.synthesize", request);
    assert!(try_call(target, settings()).is_ok());
    let error = try_call(target, streaming(View::Bytes)).unwrap_err();
    assert_eq!(error.param.as_deref(), Some("output_format"));
}

#[test]
fn the_base_keeps_its_path_and_the_query_gets_what_is_set_up() {
    let mut with = settings();
    with.endpoint.base = "https://worker.test/minimax/".to_string();
    with.endpoint.query = vec![("GroupId".to_string(), "1 2&3".to_string())];
    let trace = run(LIST, with.clone(), &[ok(LIST_OK)]);
    assert_eq!(
        trace.sent[0].url,
        "https://worker.test/minimax/v1/files/list?GroupId=1%202%263"
    );
    let target = ("minimax.files.list", r#"{"purpose":"ü/?","other":7}"#);
    let trace = run(target, with, &[ok(LIST_OK)]);
    let query = trace.sent[0].url.split_once('?').unwrap().1;
    assert_eq!(query, "purpose=%C3%BC%2F%3F&other=7&GroupId=1%202%263");
}

#[test]
fn the_key_is_in_no_message() {
    let reply = answer(
        401,
        r#"{"error":{"type":"authorized_error","message":"bad key-of-the-test (1004)"}}"#,
    );
    let trace = run(CHAT, settings(), &[reply]);
    assert_failure(&trace, &[("kind", "auth"), ("code", "1004")]);
    assert!(!failure(&trace).to_string().contains("key-of-the-test"));
}
