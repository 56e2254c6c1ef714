//! Streams: what was handed on is never asked for again, and long lines cost no more than their length.

use super::*;
use genmedia::fold::View;

fn streaming(view: View) -> Settings {
    Settings {
        stream: Some(view),
        ..settings()
    }
}

const REFUSED: &str = "data: {\"base_resp\":{\"status_code\":1002,\"status_msg\":\"x\"}}\n\n";

#[test]
fn a_stream_that_fails_before_its_first_part_is_repeated() {
    let replies = [ok(REFUSED), ok(&format!("{CHAT_PART}{CHAT_LAST}"))];
    let trace = run(CHAT, streaming(View::Text), &replies);
    assert_done(&trace);
    assert_eq!(trace.text, "Hello");
}

#[test]
fn a_stream_is_not_repeated_after_a_part() {
    for view in [View::Text, View::Events, View::Bytes] {
        let replies = [ok(&format!("{CHAT_PART}{REFUSED}"))];
        let trace = run(CHAT, streaming(view), &replies);
        assert_failure(&trace, &[("kind", "rate_limit"), ("billed", "yes")]);
        assert_eq!(failure(&trace)["partial"]["text"], "Hel");
    }
}

#[test]
fn a_stream_that_goes_silent_or_breaks_tells_what_had_come() {
    for (why, kind) in [
        (Lost::IdleTimeout, "idle_timeout"),
        (Lost::Network, "truncated"),
        (Lost::Aborted, "aborted"),
    ] {
        let mut reply = ok(CHAT_PART);
        reply.lost = Some(why);
        let trace = run(CHAT, streaming(View::Text), &[reply]);
        assert_failure(&trace, &[("kind", kind), ("billed", "yes")]);
        assert_eq!(failure(&trace)["partial"]["text"], "Hel");
    }
}

#[test]
fn nothing_is_read_after_the_last_event() {
    let late = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"late\"}}]}\n\n";
    for cut in [Cut::Whole, Cut::Each, Cut::At(CHAT_LAST.len())] {
        let mut call = call(CHAT, streaming(View::Text));
        let trace = drive(&mut call, &[ok(&format!("{CHAT_LAST}{late}"))], cut);
        assert_done(&trace);
        assert_eq!(trace.text, "lo");
    }
}

const SPEECH: (&str, &str) = (
    "minimax.speech.synthesize",
    r#"{"model":"speech-2.8-hd","text":"Hi"}"#,
);

#[test]
fn a_line_of_half_a_megabyte() {
    let clip = "4944330a".repeat(128 * 1024);
    let part = "data: {\"data\":{\"audio\":\"494433\",\"status\":1}}\n\n";
    let trailer = format!("data: {{\"data\":{{\"audio\":\"{clip}\",\"status\":2}}}}\n\n");
    let both = ok(&format!("{part}{trailer}"));
    for cut in [Cut::Whole, Cut::At(300_000), Cut::Each] {
        let mut call = call(SPEECH, streaming(View::Bytes));
        let trace = drive(&mut call, std::slice::from_ref(&both), cut);
        assert_done(&trace);
        assert_eq!(trace.bytes, [0x49, 0x44, 0x33], "the trailer repeats it");
    }
    let trace = run(SPEECH, streaming(View::Bytes), &[ok(&trailer)]);
    assert_done(&trace);
    assert_eq!(trace.bytes.len(), clip.len() / 2);
}
