//! Chat chunks: text, thinking and tool calls put together (`minimax.md` 4.1, 4.2, `router.md` 7).

use super::thinking::{Tags, Thought};
use super::{CODE_PATH, ERROR_PATH, Flow, Fold, TYPE_PATH, View};
use crate::json;
use crate::json::{Map, Value};
use crate::scan::Found;

/// What a chat has beside its text.
#[derive(Debug, Default)]
pub struct Chat {
    tags: Tags,
    /// Thinking that came in `reasoning_content`.
    content: Thought,
    /// Thinking that came in `reasoning_details`.
    details: Thought,
    tools: Vec<Tool>,
}

#[derive(Debug, Default)]
struct Tool {
    id: String,
    name: String,
    arguments: String,
}

impl Chat {
    /// Whether thinking or a tool call has arrived.
    pub fn has_content(&self) -> bool {
        !self.thinking().is_empty() || !self.tools.is_empty()
    }

    /// The thinking, which may come in several places at once and is the same in each.
    fn thinking(&self) -> &str {
        let places = [&self.content.text, &self.details.text];
        let found = places.into_iter().find(|text| !text.is_empty());
        found.unwrap_or(&self.tags.thinking)
    }

    /// The completion's choice.
    pub fn choice(&self, text: &str, finish: Option<String>) -> Value {
        let thinking = self.thinking();
        let calls: Vec<Value> = self.tools.iter().map(Tool::to_json).collect();
        let message = Value::present([
            ("role", "assistant".into()),
            ("content", text.into()),
            (
                "reasoning_content",
                (!thinking.is_empty()).then_some(thinking).into(),
            ),
            ("tool_calls", (!calls.is_empty()).then_some(calls).into()),
        ]);
        json!({ "index": 0, "message": message, "finish_reason": finish })
    }

    /// Fragments of tool calls are put together by their `index`.
    fn call_tools(&mut self, calls: &[Value]) {
        for (position, call) in calls.iter().enumerate() {
            let index = call
                .get("index")
                .and_then(Value::as_u64)
                .and_then(|index| usize::try_from(index).ok())
                .unwrap_or(position);
            // An index far beyond the calls so far is no call of this answer.
            if index > self.tools.len() + calls.len() {
                continue;
            }
            while self.tools.len() <= index {
                self.tools.push(Tool::default());
            }
            let Some(tool) = self.tools.get_mut(index) else {
                continue;
            };
            let text = |path: &'static str| json::text_at(call, path).unwrap_or_default();
            if tool.id.is_empty() {
                tool.id = text("id").to_string();
            }
            if tool.name.is_empty() {
                tool.name = text("function.name").to_string();
            }
            tool.arguments.push_str(text("function.arguments"));
        }
    }
}

impl Tool {
    fn to_json(&self) -> Value {
        let function = json!({ "name": &self.name, "arguments": &self.arguments });
        json!({ "id": &self.id, "type": "function", "function": function })
    }
}

/// Where the members stand that count, in the order of their numbers below.
pub(super) const PATHS: [&[&str]; 13] = [
    CODE_PATH,
    ERROR_PATH,
    TYPE_PATH,
    &["choices", "0", "delta", "content"],
    &["choices", "0", "finish_reason"],
    &["choices", "0", "delta", "reasoning_content"],
    &["choices", "0", "delta", "reasoning_details"],
    &["choices", "0", "delta", "tool_calls"],
    &["choices", "0", "message"],
    &["usage"],
    &["id"],
    &["model"],
    &["created"],
];

impl Fold {
    /// Takes a chunk.
    pub(super) fn chat(&mut self, found: &Found<'_>) -> Flow {
        let [content, finish, reasoning, details, tools] = [3, 4, 5, 6, 7];
        let [message, usage, id, model, created] = [8, 9, 10, 11, 12];
        if let Some(text) = found.text(reasoning) {
            self.chat.content.add(&text);
        }
        if let Some(Value::Array(details)) = found.value(details) {
            self.chat.details.add(&texts(&details));
        }
        let model_name = found.raw(model);
        if let Some(text) = found.text(content) {
            self.speak(&text, model_name);
        }
        if let Some(Value::Array(calls)) = found.value(tools) {
            self.chat.call_tools(&calls);
        }
        if let Some(reason) = found.word(finish) {
            self.finish_chat(reason);
        }
        self.count(found, usage);
        if !self.about.contains_key("id") {
            self.note("id", found, id);
            self.note("model", found, model);
            self.note("created", found, created);
        }
        if let Some(Value::Object(message)) = found.value(message) {
            self.close_chat(&message, model_name);
            return Flow::Over;
        }
        Flow::More
    }

    /// The whole message ends a native stream and repeats it; it only counts where nothing came before.
    fn close_chat(&mut self, message: &Map, model: &[u8]) {
        if !self.has_content() {
            let text = |name| {
                message
                    .get(name)
                    .and_then(Value::as_str)
                    .unwrap_or_default()
            };
            self.chat.content.add(text("reasoning_content"));
            self.speak(text("content"), model);
            if let Some(calls) = message.get("tool_calls").and_then(Value::as_array) {
                self.chat.call_tools(calls);
            }
        }
        if self.finish.is_none() {
            self.finish_chat("stop".to_string());
        }
    }

    /// Takes why the answer ended.
    fn finish_chat(&mut self, reason: String) {
        self.release(reason == "length");
        self.finish = Some(reason);
    }

    /// Tells what was held back; `cut` when the answer was too long.
    pub(super) fn release(&mut self, cut: bool) {
        let from = self.text.len();
        self.chat.tags.end(cut, &mut self.text);
        self.show(from);
    }

    /// Takes text of the answer, which may hold thinking.
    fn speak(&mut self, piece: &str, model: &[u8]) {
        let from = self.text.len();
        // The opening tag may be missing in answers of this model only.
        let careless = self.chat.thinking().is_empty() && is_careless(model);
        self.chat.tags.feed(piece, careless, &mut self.text);
        self.show(from);
    }
}

fn is_careless(model: &[u8]) -> bool {
    model.windows(4).any(|word| word == b"M2.7")
}

/// The texts of `reasoning_details`, joined.
fn texts(details: &[Value]) -> String {
    let texts = details.iter().filter_map(|detail| detail.get("text"));
    texts.filter_map(Value::as_str).collect()
}

/// The text of a whole completion, without its thinking.
pub fn spoken(completion: &Value) -> Option<String> {
    let text = json::text_at(completion, "choices.0.message.content")?;
    let model = json::text_at(completion, "model").unwrap_or_default();
    let reason = json::text_at(completion, "choices.0.finish_reason");
    let mut fold = Fold::new(crate::operation::Stream::Chat, View::Events);
    fold.speak(text, model.as_bytes());
    fold.finish_chat(reason.unwrap_or_default().to_string());
    Some(fold.text)
}
