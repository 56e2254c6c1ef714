//! Anthropic message events: blocks that grow by deltas, told apart by `data.type` (`minimax.md` 4.3).

use super::{CODE_PATH, ERROR_PATH, Flow, Fold, TYPE, TYPE_PATH};
use crate::json::{self, Map, Value};
use crate::scan::Found;

/// A block of a message.
#[derive(Debug)]
pub struct Block {
    start: Map,
    text: String,
    signature: String,
}

/// Where the members stand that count, in the order of their numbers below.
pub(super) const PATHS: [&[&str]; 12] = [
    CODE_PATH,
    ERROR_PATH,
    TYPE_PATH,
    &["index"],
    &["delta", "text"],
    &["delta", "thinking"],
    &["delta", "partial_json"],
    &["delta", "signature"],
    &["content_block"],
    &["delta", "stop_reason"],
    &["usage"],
    &["message"],
];

impl Fold {
    /// Takes an event.
    pub(super) fn message(&mut self, found: &Found<'_>) -> Flow {
        let [index, text, thinking, json, signature] = [3, 4, 5, 6, 7];
        let [block, stop, usage, message] = [8, 9, 10, 11];
        let index = found
            .int(index)
            .and_then(|index| usize::try_from(index).ok());
        let index = index.unwrap_or(0);
        match found.raw(TYPE) {
            b"message_start" => {
                if let Some(Value::Object(mut start)) = found.value(message) {
                    if let Some(Value::Object(usage)) = start.remove("usage") {
                        self.usage = usage;
                    }
                    self.about = start;
                }
            }
            b"content_block_start" => {
                if let Some(Value::Object(start)) = found.value(block) {
                    self.open_block(index, start);
                }
            }
            b"content_block_delta" => {
                self.say(found, text);
                let mut parts = [text, thinking, json].into_iter();
                let part = parts.find(|part| found.span(*part).is_some());
                let part = part.and_then(|part| found.text(part));
                let signature = found.text(signature);
                if let Some(block) = self.blocks.get_mut(index) {
                    block.text.push_str(&part.unwrap_or_default());
                    block.signature.push_str(&signature.unwrap_or_default());
                }
            }
            b"message_delta" => {
                if let Some(reason) = found.word(stop) {
                    self.finish = Some(reason);
                }
                self.count(found, usage);
            }
            b"message_stop" => return Flow::Over,
            _ => {}
        }
        Flow::More
    }

    fn open_block(&mut self, index: usize, start: Map) {
        if index > self.blocks.len() {
            return;
        }
        let block = Block {
            start,
            text: String::new(),
            signature: String::new(),
        };
        match self.blocks.get_mut(index) {
            Some(open) => *open = block,
            None => self.blocks.push(block),
        }
    }
}

impl Block {
    /// The block as the answer that does not stream would have it.
    pub(super) fn into_json(self) -> Value {
        let mut block = self.start;
        let kind = block.get("type").and_then(Value::as_str).unwrap_or("");
        let (member, value) = match kind {
            "thinking" => ("thinking", Value::from(self.text)),
            "tool_use" => {
                // Arguments that are not JSON stay readable as the text that came.
                let value = match json::parse(self.text.as_bytes()) {
                    Ok(input) => input,
                    Err(_) if self.text.is_empty() => block.remove("input").unwrap_or_default(),
                    Err(_) => self.text.into(),
                };
                ("input", value)
            }
            _ => ("text", Value::from(self.text)),
        };
        block.insert(member, value);
        if !self.signature.is_empty() {
            block.insert("signature", self.signature.into());
        }
        Value::Object(block)
    }
}
