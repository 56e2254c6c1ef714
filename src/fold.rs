//! Reads the events of a streamed answer: what to hand on now, what the whole comes to, and how it ended.

mod audio;
mod chat;
mod message;
mod responses;
mod thinking;

use crate::bytes;
use crate::error::{Error, Kind};
use crate::events::Event;
use crate::json;
use crate::json::{Map, Value};
use crate::operation::Stream;
use crate::scan::{self, Found, Token};
use chat::Chat;
use message::Block;

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
    chat: Chat,
    /// Whether a part said why it stopped: after that, an end without a last event is a good one.
    finish: Option<String>,
    blocks: Vec<Block>,
    /// Members of the whole answer other than its content.
    about: Map,
    usage: Map,
    /// How many bytes of sound have come, or events of an answer that has no text.
    heard: usize,
    over: bool,
}

impl Fold {
    /// The state before the first event.
    pub fn new(stream: Stream, view: View) -> Self {
        Self {
            stream,
            view,
            batch: Batch::default(),
            text: String::new(),
            chat: Chat::default(),
            finish: None,
            blocks: Vec::new(),
            about: Map::new(),
            usage: Map::new(),
            heard: 0,
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
            self.release(false);
            self.over = true;
            return Ok(Flow::Over);
        }
        if data.is_empty() {
            return Ok(Flow::More);
        }
        let paths: &[&[&str]] = match self.stream {
            Stream::Audio => &audio::PATHS,
            Stream::Chat => &chat::PATHS,
            Stream::Messages => &message::PATHS,
            Stream::Responses => &responses::PATHS,
            Stream::Transcript => &responses::TRANSCRIPT_PATHS,
        };
        let found = scan::find(data, paths).ok_or_else(|| {
            Error::new(Kind::Protocol, "an event of the stream is not whole JSON")
        })?;
        let failed = found.span(CODE).is_some() && found.int(CODE) != Some(0);
        let fault = matches!(found.raw(TYPE), b"error" | b"response.failed");
        if failed || fault || found.is_set(ERROR) {
            return Ok(Flow::Fault);
        }
        let flow = match self.stream {
            Stream::Audio => self.audio(&found, data)?,
            Stream::Chat => self.chat(&found),
            Stream::Messages => self.message(&found),
            Stream::Responses => self.response(&found),
            Stream::Transcript => self.transcript(&found),
        };
        // The digits of sound are no part of its events.
        if flow != Flow::Fault && self.stream != Stream::Audio {
            self.keep_event(data);
        }
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
        self.heard > 0
            || !self.text.is_empty()
            || self.chat.has_content()
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
            let message = "the stream broke off before its end";
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

    /// Takes a piece of the text, where there is one.
    fn say(&mut self, found: &Found<'_>, path: usize) {
        let from = self.text.len();
        match std::str::from_utf8(found.raw(path)) {
            Ok(raw)
                if found.of(path, Token::Text).is_some()
                    && bytes::find(b'\\', raw.as_bytes()).is_none() =>
            {
                self.text.push_str(raw)
            }
            _ => self.text.push_str(&found.text(path).unwrap_or_default()),
        }
        self.show(from);
    }

    /// Hands on the text from an offset, where it is the text that the caller takes.
    fn show(&mut self, from: usize) {
        if self.view == View::Text
            && let Some(new) = self.text.get(from..)
        {
            self.batch.text.push_str(new);
        }
    }

    fn note(&mut self, name: &str, found: &Found<'_>, path: usize) {
        if let Some(value) = found.value(path) {
            self.about.insert(name.to_string(), value);
        }
    }

    /// Usage counts grow or repeat: the last value of each counts, sums never.
    fn count(&mut self, found: &Found<'_>, path: usize) {
        if let Some(Value::Object(usage)) = found.value(path) {
            for (name, value) in usage {
                if !value.is_null() {
                    self.usage.insert(name, value);
                }
            }
        }
    }

    /// What the whole stream comes to, in the shape of the answer that does not stream. It is given once.
    pub fn whole(&mut self) -> Value {
        let mut about = std::mem::take(&mut self.about);
        let usage = Value::Object(std::mem::take(&mut self.usage));
        match self.stream {
            Stream::Audio => {}
            Stream::Chat => {
                let choice = self.chat.choice(&self.text, self.finish.take());
                about.insert("object", "chat.completion".into());
                about.insert("choices", vec![choice].into());
                about.insert("usage", usage);
            }
            Stream::Messages => {
                let blocks = std::mem::take(&mut self.blocks);
                let content: Vec<Value> = blocks.into_iter().map(Block::into_json).collect();
                about.insert("content", content.into());
                about.insert("stop_reason", self.finish.take().into());
                about.insert("usage", usage);
            }
            Stream::Responses => {}
            Stream::Transcript => {
                about.insert("text", self.text.as_str().into());
            }
        }
        let mut whole = Value::Object(about);
        json::protect_ids(&mut whole, &[]);
        whole
    }
}

/// A whole answer as the batch of a stream with one event.
pub fn single(view: View, json: &str, value: &Value) -> Batch {
    let mut batch = Batch::default();
    match view {
        View::Bytes => {}
        View::Events => batch.events = json.to_string(),
        View::Text => {
            let blocks = value.get("content").and_then(Value::as_array);
            let blocks = || {
                let texts = blocks?.iter();
                let texts = texts.filter_map(|block| json::text_at(block, "text"));
                Some(texts.collect())
            };
            let plain = || Some(json::text_at(value, "text")?.to_string());
            let found = chat::spoken(value).or_else(blocks).or_else(plain);
            batch.text = found.unwrap_or_else(|| responses::output_text(value));
        }
    }
    batch
}

/// The paths that every reader of events begins with: a code other than 0, an error, and what kind of event it is.
const CODE: usize = 0;
const ERROR: usize = 1;
const TYPE: usize = 2;
const CODE_PATH: &[&str] = &["base_resp", "status_code"];
const ERROR_PATH: &[&str] = &["error"];
const TYPE_PATH: &[&str] = &["type"];
