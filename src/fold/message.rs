//! Anthropic message events: blocks that grow by deltas, told apart by `data.type` (`minimax.md` 4.3).

use super::{Flow, Fold, not_json, parsed};
use crate::error::Error;
use crate::json::{self, Map, Value};
use crate::scan;

/// A block of a message.
#[derive(Debug)]
pub struct Block {
    start: Map,
    text: String,
    signature: String,
}

impl Fold {
    /// Takes an event.
    pub(super) fn message(&mut self, data: &[u8]) -> Result<Flow, Error> {
        const PATHS: [&[&str]; 11] = [
            &["type"],
            &["index"],
            &["delta", "text"],
            &["delta", "thinking"],
            &["delta", "partial_json"],
            &["delta", "signature"],
            &["content_block"],
            &["delta", "stop_reason"],
            &["usage"],
            &["message"],
            &["base_resp", "status_code"],
        ];
        let [
            kind,
            index,
            text,
            thinking,
            json,
            signature,
            block,
            stop,
            usage,
            message,
            code,
        ] = scan::find(data, &PATHS).ok_or_else(not_json)?;
        let kind = kind.map(|span| span.of(data).to_vec()).unwrap_or_default();
        if kind == b"error" || code.is_some_and(|code| code.int(data) != Some(0)) {
            return Ok(Flow::Fault);
        }
        self.keep_event(data);
        let index = index
            .and_then(|span| span.int(data))
            .and_then(|index| usize::try_from(index).ok())
            .unwrap_or(0);
        match kind.as_slice() {
            b"message_start" => {
                if let Some(Value::Object(mut start)) = message.and_then(|m| parsed(&m, data)) {
                    if let Some(Value::Object(usage)) = start.remove("usage") {
                        self.usage = usage;
                    }
                    self.about = start;
                }
            }
            b"content_block_start" => {
                if let Some(Value::Object(start)) = block.and_then(|b| parsed(&b, data)) {
                    self.open_block(index, start);
                }
            }
            b"content_block_delta" => {
                if let Some(span) = &text {
                    self.say(span, data);
                }
                let part = text.or(thinking).or(json).and_then(|span| span.text(data));
                let signature = signature.and_then(|span| span.text(data));
                if let Some(block) = self.blocks.get_mut(index) {
                    block.text.push_str(&part.unwrap_or_default());
                    block.signature.push_str(&signature.unwrap_or_default());
                }
            }
            b"message_delta" => {
                if let Some(reason) = stop.and_then(|span| span.word(data)) {
                    self.finish = Some(reason);
                }
                self.count(usage.as_ref(), data);
            }
            b"message_stop" => return Ok(Flow::Over),
            _ => {}
        }
        Ok(Flow::More)
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
    pub(super) fn to_json(&self) -> Value {
        let mut block = self.start.clone();
        let kind = block.get("type").and_then(Value::as_str).unwrap_or("");
        let (member, value) = match kind {
            "thinking" => ("thinking", Value::from(self.text.as_str())),
            "tool_use" => {
                // Arguments that are not JSON stay readable as the text that came.
                let input = json::parse(self.text.as_bytes());
                let fallback = || block.get("input").cloned().unwrap_or_default();
                let value = match input {
                    Ok(input) => input,
                    Err(_) if self.text.is_empty() => fallback(),
                    Err(_) => self.text.as_str().into(),
                };
                ("input", value)
            }
            _ => ("text", Value::from(self.text.as_str())),
        };
        block.insert(member.to_string(), value);
        if !self.signature.is_empty() {
            block.insert("signature", self.signature.as_str().into());
        }
        Value::Object(block)
    }
}
