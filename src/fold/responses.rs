//! Events of the responses dialect, and the pieces of a transcript (`minimax.md` 4.4, 5.5).

use super::{CODE_PATH, ERROR_PATH, Flow, Fold, find};
use crate::error::Error;
use crate::json::{self, Value};

impl Fold {
    /// Takes an event, told apart by `type`; the last one holds the whole response.
    pub(super) fn response(&mut self, data: &[u8]) -> Result<Flow, Error> {
        let [kind, delta, response, nested] = [2, 3, 4, 5];
        const PATHS: [&[&str]; 6] = [
            CODE_PATH,
            ERROR_PATH,
            &["type"],
            &["delta"],
            &["response"],
            &["response", "error"],
        ];
        let Some(found) = find(data, &PATHS)? else {
            return Ok(Flow::Fault);
        };
        let kind = found.raw(kind);
        if found.is_set(nested) || matches!(kind, b"error" | b"response.failed") {
            return Ok(Flow::Fault);
        }
        self.keep_event(data);
        match kind {
            b"response.output_text.delta" => self.say(&found, delta),
            // Thinking and arguments of tools are in the whole response.
            b"response.completed" | b"response.incomplete" => {
                if let Some(Value::Object(whole)) = found.value(response) {
                    self.about = whole;
                }
                self.heard += 1;
                self.close_response();
                return Ok(Flow::Over);
            }
            _ if found.span(delta).is_some() => self.heard += 1,
            _ => {}
        }
        Ok(Flow::More)
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
    pub(super) fn transcript(&mut self, data: &[u8]) -> Result<Flow, Error> {
        let [delta, finish, duration, trace] = [2, 3, 4, 5];
        const PATHS: [&[&str]; 6] = [
            CODE_PATH,
            ERROR_PATH,
            &["delta"],
            &["finish"],
            &["duration"],
            &["trace_id"],
        ];
        let Some(found) = find(data, &PATHS)? else {
            return Ok(Flow::Fault);
        };
        self.keep_event(data);
        self.say(&found, delta);
        self.note("duration", &found, duration);
        self.note("trace_id", &found, trace);
        if found.raw(finish) == b"true" {
            // Silence is heard too.
            self.heard += 1;
            return Ok(Flow::Over);
        }
        Ok(Flow::More)
    }
}

/// The text of a whole response.
pub fn output_text(response: &Value) -> String {
    if let Some(text) = json::text_at(response, &["output_text"]) {
        return text;
    }
    let mut text = String::new();
    for item in response.items("output") {
        for part in item.items("content") {
            if json::text_at(part, &["type"]).as_deref() == Some("output_text") {
                text.push_str(&json::text_at(part, &["text"]).unwrap_or_default());
            }
        }
    }
    text
}
