//! How a session ends badly: with a kind, the trace, and what it may have cost.

use super::*;
use genmedia::call::Lost;
use genmedia::error::{Billed, Kind};

#[test]
fn a_failed_task_carries_its_code_and_trace() {
    for (code, kind, billed) in [
        (1002, Kind::RateLimit, Billed::No),
        (1008, Kind::Balance, Billed::No),
        (1026, Kind::ContentInput, Billed::No),
        (1000, Kind::Server, Billed::Unknown),
        (2013, Kind::InvalidRequest, Billed::No),
        (2202, Kind::Protocol, Billed::Unknown),
        (2206, Kind::Protocol, Billed::Unknown),
    ] {
        let mut played = Played::ready(true);
        played.say("One.");
        played.frames(&[&fault(Some("task_failed"), code, "sorry")]);
        let error = played.failure();
        assert_eq!((error.kind, error.billed), (kind, billed), "{code}");
        assert_eq!(error.code, Some(code.to_string()));
        assert_eq!(error.request_id.as_deref(), Some("t7"));
        assert_eq!(error.operation, Some("minimax.speech.connect"));
        assert_eq!(error.status, None);
        assert!(error.message.ends_with("sorry"));
    }
}

#[test]
fn a_failure_without_a_code_is_one() {
    for event in ["task_failed", "task_error"] {
        let mut played = Played::ready(false);
        played.say("One.");
        played.frames(&[&json!({ "event": event }).to_string()]);
        assert_eq!(played.failure().kind, Kind::Server);
    }
}

#[test]
fn a_hard_code_ends_the_session_under_any_name() {
    let mut played = Played::ready(false);
    played.say("One.");
    played.frames(&[SOUND, &fault(None, 1039, "slow down")]);
    let error = played.failure();
    assert_eq!((error.kind, error.billed), (Kind::RateLimit, Billed::Yes));
    assert_eq!(played.heard(1).len(), 3);
}

#[test]
fn a_session_left_idle_says_that_a_new_one_may_be_opened() {
    for event in [None, Some("task_failed")] {
        let mut played = Played::ready(true);
        played.frames(&[&fault(event, 2201, "idle"), SOUND]);
        let error = played.failure();
        assert_eq!(error.kind, Kind::IdleTimeout);
        assert!(error.retryable);
        assert_eq!(error.billed, Billed::No);
    }
}

#[test]
fn a_close_before_the_end_is_a_cut_session() {
    let mut played = Played::ready(true);
    let piece = played.say("One.");
    played.frames(&[SOUND]);
    played.handle(Input::Closed(1006));
    let error = played.failure();
    assert_eq!((error.kind, error.billed), (Kind::Truncated, Billed::Yes));
    assert_eq!(error.request_id.as_deref(), Some("t3"));
    assert!(error.message.contains("1006"));
    assert_eq!(played.heard(piece).len(), 3);
}

#[test]
fn a_close_instead_of_the_last_word_is_a_cut_session() {
    for bidi in [true, false] {
        let mut played = Played::ready(bidi);
        played.act(Session::finish);
        played.handle(Input::Closed(1000));
        assert_eq!(played.failure().kind, Kind::Truncated);
    }
    let mut played = Played::ready(false);
    played.say("One.");
    played.frames(&[FINISHED]);
    assert_eq!(played.failure().kind, Kind::Truncated);
}

#[test]
fn sound_that_cannot_be_read_ends_the_session() {
    for frame in [
        r#"{"data":{"audio":"abc"},"is_final":false}"#,
        r#"{"data":{"audio":"zz"},"is_final":false}"#,
        "not json",
        r#"{"data":{"audio":"ab"#,
    ] {
        let mut played = Played::ready(false);
        played.say("One.");
        played.frames(&[frame]);
        assert_eq!(played.failure().kind, Kind::Protocol, "{frame}");
    }
}

#[test]
fn no_room_for_ever_is_given_up() {
    let mut played = Played::ready(false);
    played.say("One.");
    let full = fault(None, 2205, "full");
    for _ in 0..12 {
        played.frames(&[&full]);
        assert!(played.failed.is_none());
        played.handle(Input::Woke);
    }
    played.frames(&[&full]);
    assert_eq!(played.failure().kind, Kind::RateLimit);
    assert!(played.slept.iter().sum::<u64>() > 60_000);
}

#[test]
fn the_host_may_give_up_at_any_time() {
    for (lost, kind) in [
        (Lost::Aborted, Kind::Aborted),
        (Lost::IdleTimeout, Kind::IdleTimeout),
        (Lost::Network, Kind::Network),
        (Lost::Timeout, Kind::Timeout),
    ] {
        let mut played = Played::ready(true);
        played.say("One.");
        played.handle(Input::Lost(lost));
        let error = played.failure();
        assert_eq!((error.kind, error.billed), (kind, Billed::Unknown));
        assert_eq!(
            played.session.begin().unwrap_err().kind,
            Kind::InvalidRequest
        );
        played.frames(&[SOUND, FLUSHED]);
        played.handle(Input::Closed(1000));
        played.act(|session| session.cancel(None));
    }
}
