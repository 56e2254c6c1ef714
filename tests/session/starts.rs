//! How a session is opened, and what is refused before anything is sent.

use super::*;
use genmedia::error::{Billed, Kind};
use genmedia::operation::Method;

#[test]
fn the_socket_is_opened_with_the_key_in_a_header() {
    for (bidi, path) in [(true, "/ws/v1/t2a_v2_bidi"), (false, "/ws/v1/t2a_v2")] {
        let played = Played::new(bidi);
        let request = played.session.request();
        assert_eq!(request.method, Method::Get);
        assert_eq!(request.url, format!("https://api.test/base{path}"));
        let key = ("authorization".to_string(), format!("Bearer {KEY}"));
        assert!(request.headers.contains(&key));
        assert_eq!(socket::route("minimax", path).unwrap().bidi, bidi);
    }
    assert!(socket::route("minimax", "/ws/v1/t2a_v3").is_none());
    assert!(socket::route("router", "/ws/v1/t2a_v2").is_none());
}

#[test]
fn the_task_starts_after_the_greeting_with_the_fields_as_they_were_given() {
    let mut played = Played::new(true);
    let piece = played.say("Early words.");
    assert!(played.sent.is_empty());
    assert!(played.session.is_waiting());
    played.frames(&[CONNECTED]);
    let start = played.sent.remove(0);
    assert_eq!(start["event"], "task_start");
    assert_eq!(start["model"], "speech-2.8-hd");
    assert_eq!(
        start["voice_setting"],
        json!({ "voice_id": "v1", "speed": 1.10 })
    );
    // A greeting that comes twice starts nothing twice.
    played.frames(&[CONNECTED]);
    assert!(played.sent.is_empty());
    played.frames(&[STARTED]);
    assert_eq!(
        played.events[0],
        json!({ "type": "started", "session_id": "s1" })
    );
    assert_eq!(played.sent(), ["Early words.", "task_flush"]);
    assert_eq!(piece, 1);
}

#[test]
fn a_start_without_its_voice_is_refused() {
    let socket = socket::find("minimax.speech.connect", true).unwrap();
    for (start, field) in [
        (r#"{"voice_setting":{"voice_id":"v"}}"#, "model"),
        (r#"{"model":"m"}"#, "voice_setting"),
        (
            r#"{"model":"m","voice_setting":{}}"#,
            "voice_setting.voice_id",
        ),
        (
            r#"{"model":"m","voice_setting":{"voice_id":"v","speed":9}}"#,
            "voice_setting.speed",
        ),
    ] {
        let start = genmedia::json::parse(start.as_bytes()).unwrap();
        let error = check::params(&socket.row, start).unwrap_err();
        assert_eq!(error.param.as_deref(), Some(field));
    }
}

#[test]
fn a_refused_key_costs_nothing_and_is_not_repeated() {
    let mut played = Played::new(true);
    let refusal = fault(
        Some("connected_success"),
        1004,
        &format!("no such key {KEY}"),
    );
    played.frames(&[&refusal]);
    let error = played.failure();
    assert_eq!((error.kind, error.billed), (Kind::Auth, Billed::No));
    assert_eq!(error.code.as_deref(), Some("1004"));
    assert!(!error.message.contains(KEY));
    assert!(!error.retryable);
}

#[test]
fn a_socket_that_does_not_open_is_a_failed_connection() {
    let mut played = Played::new(false);
    played.handle(Input::Closed(1006));
    let error = played.failure();
    assert_eq!((error.kind, error.billed), (Kind::Network, Billed::No));
    assert!(error.retryable);
}

#[test]
fn an_idle_session_ends_properly() {
    for bidi in [true, false] {
        let mut played = Played::ready(bidi);
        assert!(!played.session.is_waiting());
        played.act(Session::finish);
        assert_eq!(played.sent(), ["task_finish"]);
        assert!(played.session.is_waiting());
        played.frames(&[FINISHED]);
        assert!(played.done);
        played.handle(Input::Closed(1000));
        assert!(played.failed.is_none());
        assert!(!played.session.is_waiting());
    }
}

#[test]
fn a_session_that_was_finished_takes_no_more() {
    let mut played = Played::ready(true);
    let before = played.session.begin().unwrap();
    played.act(Session::finish);
    // A piece that was begun before goes on.
    assert!(played.sent().is_empty());
    played.feed(before, "One.");
    assert_eq!(
        played.session.begin().unwrap_err().kind,
        Kind::InvalidRequest
    );
    played.act(|session| session.end(before));
    assert_eq!(played.sent(), ["One.", "task_flush"]);
    played.frames(&[FLUSHED]);
    assert_eq!(played.sent(), ["task_finish"]);
}
