//! The socket that takes text in any pieces: flush, cancel and sentences.

use super::*;

/// Sound with the names and ids that this socket adds.
const NAMED: &str = r#"{"event":"task_continued","connect_id":"c1","data":{"audio":"fffb90"},"is_final":false,"base_resp":{"status_code":0}}"#;

#[test]
fn a_piece_ends_when_its_flush_is_answered() {
    let mut played = Played::ready(true);
    let piece = played.say("One. Two");
    assert_eq!(played.sent(), ["One. Two", "task_flush"]);
    played.frames(&[
        r#"{"event":"sentence_start","connect_id":"c1","index":0}"#,
        NAMED,
        r#"{"event":"sentence_end","connect_id":"c1","index":0}"#,
        r#"{"event":"sentence_start","index":1}"#,
        LAST,
        r#"{"event":"sentence_end","index":1}"#,
    ]);
    assert_eq!(played.events[0]["raw"]["connect_id"], "c1");
    assert_eq!(
        played.events(),
        [
            "sentence_start 1",
            "sentence_end 1",
            "sentence_start 1",
            "usage 1",
            "sentence_end 1"
        ]
    );
    assert!(played.session.is_waiting());
    played.frames(&[FLUSHED]);
    assert_eq!(played.events(), ["end 1"]);
    assert_eq!(played.heard(piece), [0xff, 0xfb, 0x90, 0x0a, 0x0b]);
    assert!(!played.session.is_waiting());
}

#[test]
fn pieces_are_spoken_one_after_the_other() {
    let mut played = Played::ready(true);
    played.say("One.");
    played.say("Two.");
    played.act(Session::finish);
    assert_eq!(played.sent(), ["One.", "task_flush"]);
    played.frames(&[NAMED, FLUSHED]);
    assert_eq!(played.sent(), ["Two.", "task_flush"]);
    played.frames(&[NAMED, NAMED, FLUSHED]);
    assert_eq!(played.heard(2).len(), 6);
    assert_eq!(played.sent(), ["task_finish"]);
    played.frames(&[FINISHED]);
    assert!(played.done);
}

#[test]
fn words_go_out_as_they_come_and_spaces_with_the_next_one() {
    let mut played = Played::ready(true);
    let piece = played.session.begin().unwrap();
    for part in ["Hel", "lo", " ", "\n", "you", ""] {
        played.feed(piece, part);
    }
    assert_eq!(played.sent(), ["Hel", "lo", " \nyou"]);
    // The one who writes may think for as long as it takes.
    assert!(!played.session.is_waiting());
    played.frames(&[NAMED]);
    assert_eq!(played.heard(piece).len(), 3);
    played.feed(piece, " ");
    played.act(|session| session.end(piece));
    assert_eq!(played.sent(), ["task_flush"]);
    assert!(!played.session.feed(piece, "late"));
    played.frames(&[FLUSHED]);
    assert_eq!(played.events(), ["end 1"]);
}

#[test]
fn an_asked_flush_ends_no_piece() {
    let mut played = Played::ready(true);
    let piece = played.session.begin().unwrap();
    played.feed(piece, "Well");
    played.act(Session::flush);
    assert_eq!(played.sent(), ["Well", "task_flush"]);
    played.frames(&[NAMED, FLUSHED]);
    assert_eq!(played.events(), ["flushed"]);
    played.feed(piece, ", yes");
    played.act(|session| session.end(piece));
    played.act(Session::flush);
    assert_eq!(played.sent(), [", yes", "task_flush", "task_flush"]);
    played.frames(&[FLUSHED]);
    assert_eq!(played.events(), ["flushed"]);
    played.frames(&[FLUSHED]);
    assert_eq!(played.events(), ["end 1"]);
    // With nothing under way there is nothing to wait for.
    played.act(Session::flush);
    assert_eq!(played.events(), ["flushed"]);
    assert!(played.sent().is_empty());
}

#[test]
fn a_cancel_drops_everything_until_it_is_answered() {
    let mut played = Played::ready(true);
    let first = played.say("One.");
    played.say("Two.");
    played.act(Session::flush);
    played.frames(&[NAMED]);
    played.sent();
    played.act(|session| session.cancel(None));
    assert_eq!(played.sent(), ["task_cancel"]);
    assert_eq!(played.events(), ["end 2 cancelled"]);
    // A second one changes nothing, and what is said meanwhile waits.
    played.act(|session| session.cancel(None));
    let third = played.say("Three.");
    played.frames(&[NAMED, r#"{"event":"sentence_end"}"#, FLUSHED]);
    assert!(played.sent().is_empty());
    assert!(played.events().is_empty());
    assert_eq!(played.heard(first).len(), 3);
    played.frames(&[CANCELED]);
    assert_eq!(played.events(), ["flushed", "end 1 cancelled"]);
    assert_eq!(played.sent(), ["Three.", "task_flush"]);
    played.frames(&[NAMED, FLUSHED]);
    assert_eq!(played.heard(third).len(), 3);
    assert_eq!(played.events(), ["end 3"]);
}

#[test]
fn one_piece_is_cancelled_alone() {
    let mut played = Played::ready(true);
    let first = played.say("One.");
    let second = played.say("Two.");
    played.say("Three.");
    played.sent();
    played.act(|session| session.cancel(Some(second)));
    assert_eq!(played.events(), ["end 2 cancelled"]);
    assert!(played.sent().is_empty());
    played.act(|session| session.cancel(Some(first)));
    played.frames(&[CANCELED]);
    assert_eq!(played.sent(), ["task_cancel", "Three.", "task_flush"]);
    // An answer to nothing is nothing.
    played.frames(&[CANCELED]);
    assert_eq!(played.events(), ["end 1 cancelled"]);
}

#[test]
fn texts_without_room_go_again_in_their_order_and_are_flushed_again() {
    let mut played = Played::ready(true);
    let piece = played.session.begin().unwrap();
    for part in ["One", " two", " three"] {
        played.feed(piece, part);
    }
    played.act(|session| session.end(piece));
    assert_eq!(played.sent(), ["One", " two", " three", "task_flush"]);
    let full = fault(None, 2205, "queue full");
    played.frames(&[&full, &full]);
    assert_eq!(played.events(), ["delayed 1", "delayed 1"]);
    assert_eq!(played.slept, [500]);
    played.frames(&[NAMED, FLUSHED]);
    assert!(played.events().is_empty());
    played.handle(Input::Woke);
    assert_eq!(played.sent(), [" two", " three", "task_flush"]);
    played.frames(&[NAMED, FLUSHED]);
    assert_eq!(played.events(), ["end 1"]);
}

#[test]
fn a_late_answer_to_the_first_flush_ends_nothing() {
    let mut played = Played::ready(true);
    played.say("One.");
    played.frames(&[&fault(None, 2205, "queue full")]);
    played.handle(Input::Woke);
    assert_eq!(played.sent(), ["One.", "task_flush", "One.", "task_flush"]);
    played.frames(&[FLUSHED]);
    assert_eq!(played.events(), ["delayed 1"]);
    played.frames(&[NAMED, FLUSHED]);
    assert_eq!(played.events(), ["end 1"]);
}

#[test]
fn a_skipped_text_leaves_the_rest_of_its_piece() {
    let mut played = Played::ready(true);
    played.say("One.");
    played.frames(&[&fault(None, 2204, "too long"), NAMED, FLUSHED]);
    assert_eq!(played.events(), ["skipped 1", "end 1"]);
    assert!(played.failed.is_none());
}

#[test]
fn subtitles_are_handed_on_as_they_are() {
    let mut played = Played::ready(true);
    played.say("Hi.");
    played.frames(&[
        r#"{"data":{"audio":"00","subtitle":{"text":"Hi.","time_begin":0.5,"timestamped_words":[]}},"is_final":false}"#,
    ]);
    let subtitle = json!({ "text": "Hi.", "time_begin": 0.5, "timestamped_words": [] });
    assert_eq!(played.events[0]["subtitle"], subtitle);
    assert_eq!(played.events(), ["subtitle 1"]);
}

#[test]
fn events_of_tomorrow_are_passed_over() {
    let mut played = Played::ready(true);
    played.say("Hi.");
    played.frames(&[
        r#"{"event":"weather_changed","base_resp":{"status_code":0}}"#,
        "{}",
        NAMED,
        FLUSHED,
    ]);
    assert_eq!(played.events(), ["end 1"]);
}

#[test]
fn a_piece_without_words_is_skipped() {
    let mut played = Played::ready(true);
    played.say("   ");
    assert_eq!(played.events(), ["skipped 1", "end 1"]);
    assert!(played.sent().is_empty());
}
