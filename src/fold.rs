//! Reads the events of a streamed answer: what to hand on now, what the whole comes to, and how it ended.

use crate::error::{Error, Kind};
use crate::events::Event;
use crate::json;
use crate::json::{Map, Value};
use crate::media;
use crate::operation::{Encoding, Stream};
use crate::scan::{self, Span, Token};

/// Which reading of a stream the caller takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The decoded media.
    Bytes,
    /// The upstream's events.
    #[default]
    Events,
    /// The text of the answer.
    Text,
}

/// What the events of one network chunk came to, in the view that was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The events, separated by commas.
    pub events: String,
    /// The text.
    pub text: String,
    /// The media bytes.
    pub bytes: Vec<u8>,
}

impl Batch {
    /// Whether there is nothing to hand on.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty() && self.text.is_empty() && self.bytes.is_empty()
    }
}

/// What an event means for the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// More may come.
    More,
    /// It was the last one.
    Over,
    /// It says that something failed; the provider reads how.
    Fault,
}

/// The state of one streamed answer.
#[derive(Debug)]
pub struct Fold {
    stream: Stream,
    view: View,
    batch: Batch,
    /// The text so far; of a message, that of its text blocks.
    text: String,
    reasoning: String,
    /// Whether a part said why it stopped: after that, an end without a last event is a good one.
    finish: Option<String>,
    tools: Vec<Tool>,
    blocks: Vec<Block>,
    /// Members of the whole answer other than its content.
    about: Map,
    usage: Map,
    heard: bool,
    over: bool,
}

#[derive(Debug, Default)]
struct Tool {
    id: String,
    name: String,
    arguments: String,
}

#[derive(Debug)]
struct Block {
    start: Map,
    text: String,
    signature: String,
}

impl Fold {
    /// The state before the first event.
    pub fn new(stream: Stream, view: View) -> Self {
        Self {
            stream,
            view,
            batch: Batch::default(),
            text: String::new(),
            reasoning: String::new(),
            finish: None,
            tools: Vec::new(),
            blocks: Vec::new(),
            about: Map::new(),
            usage: Map::new(),
            heard: false,
            over: false,
        }
    }

    /// Takes one event.
    ///
    /// # Errors
    /// `protocol` when it is not JSON or its media is not what it should be.
    pub fn event(&mut self, event: Event<'_>) -> Result<Flow, Error> {
        let data = event.data.trim_ascii();
        if data == b"[DONE]" {
            self.over = true;
            return Ok(Flow::Over);
        }
        if data.is_empty() {
            return Ok(Flow::More);
        }
        let flow = match self.stream {
            Stream::Audio => self.audio(data),
            Stream::Chat => self.chat(data),
            Stream::Messages => self.message(data),
        }?;
        self.over |= flow == Flow::Over;
        Ok(flow)
    }

    /// What the events since the last call came to.
    pub fn take(&mut self) -> Batch {
        std::mem::take(&mut self.batch)
    }

    /// Whether the stream has said that it is over.
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// Whether a part of the answer itself has arrived.
    pub fn has_content(&self) -> bool {
        self.heard
            || !self.text.is_empty()
            || !self.reasoning.is_empty()
            || !self.tools.is_empty()
            || !self.blocks.is_empty()
    }

    /// The text that has arrived.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Judges the end of the stream.
    ///
    /// # Errors
    /// `truncated` when it broke off, `empty` when it ended properly and held nothing.
    pub fn end(&self) -> Result<(), Error> {
        if !self.over && self.finish.is_none() {
            let message = "the stream broke off before its end; what had arrived is in `partial`";
            return Err(Error::new(Kind::Truncated, message));
        }
        if !self.has_content() && self.finish.is_none() {
            return Err(Error::new(
                Kind::Empty,
                "the stream ended without any content; repeat the request or change the prompt",
            ));
        }
        Ok(())
    }

    fn keep_event(&mut self, data: &[u8]) {
        if self.view == View::Events
            && let Ok(data) = std::str::from_utf8(data)
        {
            if !self.batch.events.is_empty() {
                self.batch.events.push(',');
            }
            self.batch.events.push_str(data);
        }
    }

    fn say(&mut self, span: &Span, data: &[u8]) {
        let from = self.text.len();
        match std::str::from_utf8(span.of(data)) {
            Ok(raw) if span.token == Token::Text && !raw.contains('\\') => self.text.push_str(raw),
            _ => self.text.push_str(&span.text(data).unwrap_or_default()),
        }
        if self.view == View::Text
            && let Some(new) = self.text.get(from..)
        {
            self.batch.text.push_str(new);
        }
    }

    fn note(&mut self, name: &str, span: Option<&Span>, data: &[u8]) {
        if let Some(value) = span.and_then(|span| parsed(span, data)) {
            self.about.insert(name.to_string(), value);
        }
    }

    /// Usage counts grow or repeat: the last value of each counts, sums never.
    fn count(&mut self, span: Option<&Span>, data: &[u8]) {
        if let Some(Value::Object(usage)) = span.and_then(|span| parsed(span, data)) {
            self.usage
                .extend(usage.into_iter().filter(|(_, v)| !v.is_null()));
        }
    }

    /// An OpenAI chat chunk (`minimax.md` 4.1, `router.md` 7).
    fn chat(&mut self, data: &[u8]) -> Result<Flow, Error> {
        const PATHS: [&[&str]; 10] = [
            &["choices", "0", "delta", "content"],
            &["choices", "0", "finish_reason"],
            &["choices", "0", "delta", "reasoning_content"],
            &["choices", "0", "delta", "tool_calls"],
            &["usage"],
            &["base_resp", "status_code"],
            &["error"],
            &["id"],
            &["model"],
            &["created"],
        ];
        let [
            content,
            finish,
            reasoning,
            tools,
            usage,
            code,
            error,
            id,
            model,
            created,
        ] = scan::find(data, &PATHS).ok_or_else(not_json)?;
        let failed = code.is_some_and(|code| code.int(data) != Some(0));
        if failed || error.is_some_and(|error| error.token != Token::Null) {
            return Ok(Flow::Fault);
        }
        self.keep_event(data);
        if let Some(span) = content.filter(|span| !span.range.is_empty()) {
            self.say(&span, data);
        }
        if let Some(text) = reasoning.and_then(|span| span.text(data)) {
            self.reasoning.push_str(&text);
        }
        if let Some(Value::Array(calls)) = tools.and_then(|span| parsed(&span, data)) {
            self.call_tools(&calls);
        }
        if let Some(reason) = finish.and_then(|span| span.word(data)) {
            self.finish = Some(reason);
        }
        if usage.as_ref().is_some_and(|u| u.token == Token::Object) {
            self.count(usage.as_ref(), data);
        }
        if !self.about.contains_key("id") {
            self.note("id", id.as_ref(), data);
            self.note("model", model.as_ref(), data);
            self.note("created", created.as_ref(), data);
        }
        Ok(Flow::More)
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
            let text = |path: &[&str]| json::text_at(call, path).unwrap_or_default();
            if tool.id.is_empty() {
                tool.id = text(&["id"]);
            }
            if tool.name.is_empty() {
                tool.name = text(&["function", "name"]);
            }
            tool.arguments.push_str(&text(&["function", "arguments"]));
        }
    }

    /// An Anthropic message event, told apart by `data.type` (`minimax.md` 4.3).
    fn message(&mut self, data: &[u8]) -> Result<Flow, Error> {
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

    /// A frame of hex audio; the one with status 2 repeats the whole clip (`minimax.md` 5.1).
    fn audio(&mut self, data: &[u8]) -> Result<Flow, Error> {
        const PATHS: [&[&str]; 7] = [
            &["data", "audio"],
            &["data", "status"],
            &["base_resp", "status_code"],
            &["error"],
            &["extra_info"],
            &["trace_id"],
            &["data", "subtitle_file"],
        ];
        let [audio, status, code, error, extra, trace, subtitles] =
            scan::find(data, &PATHS).ok_or_else(not_json)?;
        let failed = code.is_some_and(|code| code.int(data) != Some(0));
        if failed || error.is_some_and(|error| error.token != Token::Null) {
            return Ok(Flow::Fault);
        }
        let last = status.and_then(|status| status.int(data)) == Some(2);
        let audio = audio.filter(|span| span.token == Token::Text && !span.range.is_empty());
        if self.view == View::Events {
            let json = match &audio {
                Some(span) => {
                    let before = data.get(..span.range.start).unwrap_or_default();
                    let after = data.get(span.range.end..).unwrap_or_default();
                    [before, after].concat()
                }
                None => data.to_vec(),
            };
            self.keep_event(&json);
        }
        if let Some(span) = audio
            && !(last && self.heard)
        {
            let from = self.batch.bytes.len();
            self.batch.bytes.extend_from_slice(span.of(data));
            let hex = self.batch.bytes.get_mut(from..).unwrap_or_default();
            let decoded = media::decode(hex, Encoding::Hex);
            let length = *decoded.as_ref().unwrap_or(&0);
            self.batch.bytes.truncate(from + length);
            decoded?;
            self.heard = true;
            if self.view != View::Bytes {
                self.batch.bytes.truncate(from);
            }
        }
        self.note("extra_info", extra.as_ref(), data);
        self.note("trace_id", trace.as_ref(), data);
        self.note("subtitle_file", subtitles.as_ref(), data);
        Ok(if last { Flow::Over } else { Flow::More })
    }

    /// What the whole stream comes to, in the shape of the answer that does not stream.
    pub fn whole(&self) -> Value {
        let mut about = self.about.clone();
        let usage = Value::Object(self.usage.clone());
        match self.stream {
            Stream::Audio => {}
            Stream::Chat => {
                let texts = |text: &str| (!text.is_empty()).then_some(text).into();
                let calls: Vec<Value> = self.tools.iter().map(Tool::to_json).collect();
                let calls = (!calls.is_empty()).then_some(calls);
                let message = Value::present([
                    ("role", "assistant".into()),
                    ("content", self.text.as_str().into()),
                    ("reasoning_content", texts(&self.reasoning)),
                    ("tool_calls", calls.into()),
                ]);
                about.insert("object", "chat.completion".into());
                let choice =
                    json!({ "index": 0, "message": message, "finish_reason": self.finish.clone() });
                about.insert("choices", vec![choice].into());
                about.insert("usage", usage);
            }
            Stream::Messages => {
                let content: Vec<Value> = self.blocks.iter().map(Block::to_json).collect();
                about.insert("content", content.into());
                about.insert("stop_reason", self.finish.clone().into());
                about.insert("usage", usage);
            }
        }
        let mut whole = Value::Object(about);
        json::protect_ids(&mut whole, &[]);
        whole
    }
}

impl Tool {
    fn to_json(&self) -> Value {
        let function = json!({ "name": &self.name, "arguments": &self.arguments });
        json!({ "id": &self.id, "type": "function", "function": function })
    }
}

impl Block {
    fn to_json(&self) -> Value {
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

/// A whole answer as the batch of a stream with one event.
pub fn single(view: View, json: &str, value: &Value) -> Batch {
    let mut batch = Batch::default();
    match view {
        View::Bytes => {}
        View::Events => batch.events = json.to_string(),
        View::Text => {
            let chat = json::text_at(value, &["choices", "0", "message", "content"]);
            let blocks = value.get("content").and_then(Value::as_array);
            let texts = blocks.into_iter().flatten();
            let texts = texts.filter_map(|block| json::text_at(block, &["text"]));
            batch.text = chat.unwrap_or_else(|| texts.collect());
        }
    }
    batch
}

fn parsed(span: &Span, data: &[u8]) -> Option<Value> {
    match span.token {
        Token::Null => None,
        Token::Text => span.text(data).map(Value::String),
        _ => json::parse(span.of(data)).ok(),
    }
}

fn not_json() -> Error {
    Error::new(Kind::Protocol, "an event of the stream is not whole JSON")
}
