//! The socket that takes whole texts: each ends with `is_final`.

use super::*;
use genmedia::session::split_at;

#[test]
fn frames_without_a_name_are_sound_until_the_last_one() {
    let mut played = Played::ready(false);
    let piece = played.say("Hello.");
    assert_eq!(played.sent(), ["Hello."]);
    played.frames(&[SOUND, r#"{"data":null,"is_final":false}"#, SOUND]);
    assert_eq!(played.heard(piece), [0xff, 0xfb, 0x90, 0xff, 0xfb, 0x90]);
    assert!(played.events.is_empty());
    assert!(played.session.is_waiting());
    played.frames(&[LAST]);
    assert!(played.heard(piece).ends_with(&[0x90, 0x0a, 0x0b]));
    let usage = json!({ "type": "usage", "piece": 1, "extra_info": { "usage_characters": 5 } });
    assert_eq!(played.events[0], usage);
    assert_eq!(played.events(), ["usage 1", "end 1"]);
    assert!(!played.session.is_waiting());
}

#[test]
fn named_frames_with_empty_or_no_sound_are_read_the_same() {
    let mut played = Played::ready(false);
    let piece = played.say("Hello.");
    played.frames(&[
        r#"{"event":"task_continued","data":{"audio":""},"extra_info":null,"is_final":false}"#,
        r#"{"event":"task_continued","data":{"audio":"41"},"is_final":false}"#,
        r#"{"event":"task_continued","data":null,"is_final":true,"base_resp":{"status_code":0}}"#,
    ]);
    assert_eq!(played.heard(piece), b"A");
    assert_eq!(played.events(), ["end 1"]);
}

#[test]
fn each_text_waits_for_the_one_before() {
    let mut played = Played::ready(false);
    played.say("One.");
    played.say("Two.");
    assert_eq!(played.sent(), ["One."]);
    played.act(Session::finish);
    played.frames(&[SOUND, LAST]);
    assert_eq!(played.sent(), ["Two."]);
    played.frames(&[LAST]);
    assert_eq!(played.events(), ["usage 1", "end 1", "usage 2", "end 2"]);
    // Only after the last piece has been heard: one page says that the rest of the queue is lost otherwise.
    assert_eq!(played.sent(), ["task_finish"]);
    played.frames(&[FINISHED]);
    assert!(played.done);
}

#[test]
fn a_long_text_goes_in_parts_that_end_where_it_can_be_cut() {
    let sentence = "Ünïcödé words, and more of them. ";
    let text = sentence.repeat(700);
    let mut played = Played::ready(false);
    let piece = played.say(&text);
    let mut parts = Vec::new();
    while let Some(part) = played.sent().pop() {
        assert!(part.chars().count() <= 9_999);
        parts.push(part);
        played.frames(&[LAST]);
    }
    assert!(parts.concat() == text, "the parts are not the text");
    assert_eq!(parts.len(), 3);
    assert!(parts[0].ends_with("them."));
    assert!(played.events().ends_with(&[format!("end {piece}")]));
}

#[test]
fn a_text_is_cut_at_the_best_mark_and_never_inside_a_character() {
    for (text, max, at) in [
        ("short", 10, 5),
        ("One. Two, three", 10, 4),
        ("One, two three", 10, 4),
        ("one two three", 10, 8),
        ("onetwothree", 5, 5),
        ("ééééé", 3, 6),
        ("一。二三四", 4, 6),
        ("😀😀😀", 2, 8),
    ] {
        assert_eq!(split_at(text, max), at, "{text}");
    }
}

#[test]
fn a_text_that_comes_in_parts_is_sent_by_sentences() {
    let mut played = Played::ready(false);
    let piece = played.session.begin().unwrap();
    for part in ["Hel", "lo", " there", ". How"] {
        played.feed(piece, part);
    }
    assert_eq!(played.sent(), ["Hello there."]);
    played.feed(piece, " are you? Fine.");
    assert!(played.sent().is_empty());
    played.frames(&[LAST]);
    assert_eq!(played.sent(), [" How are you? Fine."]);
    played.feed(piece, " And");
    played.frames(&[LAST]);
    assert!(played.sent().is_empty());
    played.act(|session| session.end(piece));
    assert_eq!(played.sent(), [" And"]);
    played.frames(&[LAST]);
    assert!(played.events().ends_with(&["end 1".to_string()]));
}

#[test]
fn nothing_to_say_is_told_and_not_sent() {
    let mut played = Played::ready(false);
    played.say("");
    played.say(" \n");
    assert!(played.sent().is_empty());
    assert_eq!(
        played.events(),
        ["skipped 1", "end 1", "skipped 2", "end 2"]
    );
}

#[test]
fn a_skipped_text_is_told_and_the_session_goes_on() {
    for code in [2203, 2204] {
        let mut played = Played::ready(false);
        played.say("One.");
        played.say("Two.");
        played.frames(&[&fault(None, code, "skipped")]);
        assert_eq!(played.events[0]["error"]["code"], code.to_string());
        assert_eq!(played.events(), ["skipped 1", "end 1"]);
        assert_eq!(played.sent(), ["One.", "Two."]);
        played.frames(&[SOUND, LAST]);
        assert_eq!(played.events(), ["usage 2", "end 2"]);
        assert!(played.heard(1).is_empty());
        assert!(played.failed.is_none());
    }
}

#[test]
fn a_text_without_room_is_sent_again_after_a_while() {
    let mut played = Played::ready(false);
    played.say("One.");
    played.say("Two.");
    played.sent();
    played.frames(&[&fault(None, 2205, "full")]);
    assert_eq!(played.events(), ["delayed 1"]);
    assert_eq!(played.slept, [500]);
    assert!(played.sent().is_empty());
    played.handle(Input::Woke);
    assert_eq!(played.sent(), ["One."]);
    played.frames(&[&fault(None, 2205, "full")]);
    played.handle(Input::Woke);
    assert_eq!(played.slept, [500, 1000]);
    assert_eq!(played.sent(), ["One."]);
    played.frames(&[SOUND, LAST]);
    assert_eq!(played.sent(), ["Two."]);
    // Sound shows that there is room again.
    played.frames(&[&fault(None, 2205, "full")]);
    assert_eq!(played.slept, [500, 1000, 500]);
}

#[test]
fn what_is_spoken_when_it_is_cancelled_is_not_heard_any_more() {
    let mut played = Played::ready(false);
    let first = played.say("One.");
    played.say("Two.");
    played.frames(&[SOUND]);
    played.act(|session| session.cancel(None));
    assert_eq!(played.events(), ["end 2 cancelled"]);
    played.frames(&[SOUND, LAST]);
    assert_eq!(played.heard(first), [0xff, 0xfb, 0x90]);
    assert_eq!(played.events(), ["end 1 cancelled"]);
    assert_eq!(played.sent(), ["One."]);
    let third = played.say("Three.");
    played.frames(&[LAST]);
    assert_eq!(played.heard(third), [0x0a, 0x0b]);
}

#[test]
fn a_flush_has_nothing_to_do() {
    let mut played = Played::ready(false);
    played.act(Session::flush);
    assert_eq!(played.events(), ["flushed"]);
    assert!(played.sent().is_empty());
}
