//! Events of the responses dialect, and the pieces of a transcript (`minimax.md` 4.4, 5.5).

use super::{Flow, Fold, not_json, parsed};
use crate::error::Error;
use crate::json::{self, Value};
use crate::scan::{self, Token};

impl Fold {
    /// Takes an event, told apart by `type`; the last one holds the whole response.
    pub(super) fn response(&mut self, data: &[u8]) -> Result<Flow, Error> {
        const PATHS: [&[&str]; 6] = [
            &["type"],
            &["delta"],
            &["response"],
            &["response", "error"],
            &["error"],
            &["base_resp", "status_code"],
        ];
        let [kind, delta, response, nested, error, code] =
            scan::find(data, &PATHS).ok_or_else(not_json)?;
        let kind = kind.map(|span| span.of(data)).unwrap_or_default();
        let is_error = [nested, error]
            .into_iter()
            .flatten()
            .any(|span| span.token != Token::Null);
        let failed = code.is_some_and(|code| code.int(data) != Some(0));
        if is_error || failed || matches!(kind, b"error" | b"response.failed") {
            return Ok(Flow::Fault);
        }
        self.keep_event(data);
        match kind {
            b"response.output_text.delta" => {
                if let Some(span) = &delta {
                    self.say(span, data);
                }
            }
            // Thinking and arguments of tools are in the whole response.
            b"response.completed" | b"response.incomplete" => {
                if let Some(Value::Object(whole)) = response.and_then(|r| parsed(&r, data)) {
                    self.about = whole;
                }
                self.heard += 1;
                self.close_response();
                return Ok(Flow::Over);
            }
            _ if delta.is_some() => self.heard += 1,
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
        const PATHS: [&[&str]; 6] = [
            &["delta"],
            &["finish"],
            &["duration"],
            &["trace_id"],
            &["error"],
            &["base_resp", "status_code"],
        ];
        let [delta, finish, duration, trace, error, code] =
            scan::find(data, &PATHS).ok_or_else(not_json)?;
        let failed = code.is_some_and(|code| code.int(data) != Some(0));
        if failed || error.is_some_and(|error| error.token != Token::Null) {
            return Ok(Flow::Fault);
        }
        self.keep_event(data);
        if let Some(span) = &delta {
            self.say(span, data);
        }
        self.note("duration", duration.as_ref(), data);
        self.note("trace_id", trace.as_ref(), data);
        if finish.is_some_and(|span| span.of(data) == b"true") {
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
    let list = |value: &Value, name: &str| {
        let items = value.get(name).and_then(Value::as_array);
        items.cloned().unwrap_or_default()
    };
    let items = list(response, "output").into_iter();
    let parts = items.flat_map(|item| list(&item, "content"));
    let spoken = parts.filter(|part| part.get("type") == Some(&"output_text".into()));
    spoken
        .filter_map(|part| json::text_at(&part, &["text"]))
        .collect()
}
