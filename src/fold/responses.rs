//! Events of the responses dialect, and the pieces of a transcript (`minimax.md` 4.4, 5.5).

use super::{CODE_PATH, ERROR_PATH, Flow, Fold, TYPE, TYPE_PATH};
use crate::json::{self, Value};
use crate::scan::Found;

/// Where the members stand that count, in the order of their numbers below.
pub(super) const PATHS: [&[&str]; 6] = [
    CODE_PATH,
    ERROR_PATH,
    TYPE_PATH,
    &["delta"],
    &["response"],
    &["response", "error"],
];

/// Where the members stand that count, in the order of their numbers below.
pub(super) const TRANSCRIPT_PATHS: [&[&str]; 7] = [
    CODE_PATH,
    ERROR_PATH,
    TYPE_PATH,
    &["delta"],
    &["finish"],
    &["duration"],
    &["trace_id"],
];

impl Fold {
    /// Takes an event, told apart by `type`; the last one holds the whole response.
    pub(super) fn response(&mut self, found: &Found<'_>) -> Flow {
        let [delta, response, nested] = [3, 4, 5];
        if found.is_set(nested) {
            return Flow::Fault;
        }
        match found.raw(TYPE) {
            b"response.output_text.delta" => self.say(found, delta),
            // Thinking and arguments of tools are in the whole response.
            b"response.completed" | b"response.incomplete" => {
                if let Some(Value::Object(whole)) = found.value(response) {
                    self.about = whole;
                }
                self.heard += 1;
                self.close_response();
                return Flow::Over;
            }
            _ if found.span(delta).is_some() => self.heard += 1,
            _ => {}
        }
        Flow::More
    }

    /// A response that came without its text in pieces still has it.
    fn close_response(&mut self) {
        let whole = Value::Object(std::mem::take(&mut self.about));
        if self.text.is_empty() {
            self.text = output_text(&whole);
            self.show(0);
        }
        if let Value::Object(whole) = whole {
            self.about = whole;
        }
        if !self.about.contains_key("output_text") {
            self.about.insert("output_text", self.text.as_str().into());
        }
    }

    /// Takes a piece of a transcript.
    pub(super) fn transcript(&mut self, found: &Found<'_>) -> Flow {
        let [delta, finish, duration, trace] = [3, 4, 5, 6];
        self.say(found, delta);
        self.note("duration", found, duration);
        self.note("trace_id", found, trace);
        if found.raw(finish) == b"true" {
            // Silence is heard too.
            self.heard += 1;
            return Flow::Over;
        }
        Flow::More
    }
}

/// The text of a whole response.
pub fn output_text(response: &Value) -> String {
    if let Some(text) = json::text_at(response, "output_text") {
        return text.to_string();
    }
    let mut text = String::new();
    for item in response.items("output") {
        for part in item.items("content") {
            if json::text_at(part, "type") == Some("output_text") {
                text.push_str(json::text_at(part, "text").unwrap_or_default());
            }
        }
    }
    text
}
