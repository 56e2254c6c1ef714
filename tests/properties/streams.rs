//! Streamed answers: how the upstream cuts a text into deltas changes nothing of what it comes to.

use super::*;
use genmedia::events::Event;
use genmedia::fold::{Flow, Fold, View};
use genmedia::operation::Stream;
use serde_json::json;

/// A text whose pieces look like tags, begin like tags, and talk about tags.
fn any_answer() -> impl Strategy<Value = Vec<String>> {
    let piece = prop::sample::select(vec![
        "<think>", "</think>", "<", "<th", "ink>", "</", "think", ">", "\n", "\n\n", " ", "a",
        "é😀", "\"\\",
    ]);
    prop::collection::vec(piece.prop_map(str::to_string), 0..10)
}

/// The same text, cut elsewhere.
fn cut(text: &str, every: usize) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    letters
        .chunks(every)
        .map(|piece| piece.iter().collect())
        .collect()
}

/// What the deltas come to, and the text that was handed on.
fn read(model: &str, deltas: &[String], finish: &str) -> (Value, String) {
    let mut fold = Fold::new(Stream::Chat, View::Text);
    let mut handed = String::new();
    let mut take = |fold: &mut Fold, data: String| {
        let event = Event {
            name: b"",
            data: data.as_bytes(),
        };
        let flow = fold.event(event).unwrap();
        handed.push_str(&fold.take().text);
        flow
    };
    for delta in deltas {
        let choice = json!({ "index": 0, "delta": { "content": delta }, "finish_reason": null });
        take(
            &mut fold,
            json!({ "model": model, "choices": [choice] }).to_string(),
        );
    }
    let choice = json!({ "index": 0, "delta": {}, "finish_reason": finish });
    take(
        &mut fold,
        json!({ "model": model, "choices": [choice] }).to_string(),
    );
    assert_eq!(take(&mut fold, "[DONE]".to_string()), Flow::Over);
    (plain_value(&fold.whole()), handed)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_text_is_the_same_however_it_is_cut(
        answer in any_answer(),
        every in 1_usize..5,
        model in prop::sample::select(vec!["MiniMax-M3", "MiniMax-M2.7", "MiniMax-M2"]),
        finish in prop::sample::select(vec!["stop", "length"]),
    ) {
        let text = answer.concat();
        let (whole, handed) = read(model, std::slice::from_ref(&text), finish);
        prop_assert_eq!(&whole["choices"][0]["message"]["content"], &Value::from(handed.as_str()));
        for deltas in [answer, cut(&text, every)] {
            let found = read(model, &deltas, finish);
            prop_assert_eq!(&found.0["choices"], &whole["choices"], "{:?}", deltas);
            prop_assert_eq!(&found.1, &handed, "{:?}", deltas);
        }
    }

    #[test]
    fn a_text_without_tags_is_handed_on_as_it_is(text in "[a-z \n>/]{1,12}") {
        let (_, handed) = read("MiniMax-M3", &cut(&text, 2), "stop");
        prop_assert_eq!(handed, text);
    }

    #[test]
    fn tool_arguments_are_the_same_however_they_are_cut(
        arguments in any_json().prop_map(|value| value.to_string()),
        every in 1_usize..7,
    ) {
        let mut fold = Fold::new(Stream::Chat, View::Events);
        for (index, piece) in cut(&arguments, every).into_iter().enumerate() {
            let id = if index == 0 { json!("call_1") } else { Value::Null };
            let call = json!({ "index": 0, "id": id, "function": { "name": "f", "arguments": piece } });
            let data = json!({ "choices": [{ "delta": { "tool_calls": [call] } }] }).to_string();
            fold.event(Event { name: b"", data: data.as_bytes() }).unwrap();
        }
        let whole = plain_value(&fold.whole());
        let call = &whole["choices"][0]["message"]["tool_calls"][0];
        prop_assert_eq!(&call["id"], "call_1");
        prop_assert_eq!(&call["function"]["arguments"], &Value::from(arguments));
    }
}
