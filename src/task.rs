//! One task model for every family: state, progress, outputs, error and cost (`router.md` 3, `minimax.md` 13).

use crate::error::Error;
use crate::json::{Number, Value, Writer};

/// Where a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It waits for the caller to decide something.
    ActionRequired,
    /// It was stopped.
    Cancelled,
    /// It ended without a result.
    Failed,
    /// It waits for its turn.
    Queued,
    /// It is being worked on.
    Running,
    /// It is done and has outputs.
    Succeeded,
    /// The upstream said a word that is not known; it counts as not ended.
    Unknown,
}

impl State {
    /// The stable name of the state.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ActionRequired => "action_required",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Unknown => "unknown",
        }
    }

    /// Whether the task has ended.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Cancelled | Self::Failed | Self::Succeeded)
    }

    /// The state that an upstream's word stands for, whatever its case.
    pub fn from_word(word: &str) -> Self {
        match word.trim_ascii().to_ascii_lowercase().as_str() {
            "" | "queued" | "submitted" | "not_start" | "preparing" | "queueing" | "validating" => {
                Self::Queued
            }
            "in_progress" | "processing" | "running" | "finalizing" | "cancelling" => Self::Running,
            "modal" => Self::ActionRequired,
            "completed" | "succeeded" | "success" | "active" => Self::Succeeded,
            "failed" | "failure" | "fail" | "expired" => Self::Failed,
            "cancel" | "cancelled" | "canceled" => Self::Cancelled,
            _ => Self::Unknown,
        }
    }
}

/// Something that a task made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Output {
    /// `video`, `image`, `audio`, `text`, or `file` and `errors` of a batch.
    pub kind: &'static str,
    /// Where it can be fetched, for a limited time; empty where there is no link.
    pub url: String,
    /// The file that holds it, by its id, from which a fresh link can be had.
    pub file: Option<String>,
    /// The text, of a text.
    pub text: Option<String>,
    /// Its MIME type.
    pub mime: Option<String>,
    /// Width in pixels.
    pub width: Option<u64>,
    /// Height in pixels.
    pub height: Option<u64>,
    /// Length in seconds.
    pub duration: Option<Number>,
    /// What a song is called.
    pub title: Option<String>,
    /// What is sung in it.
    pub lyrics: Option<String>,
    /// How other requests name it: `asset://…`.
    pub reference: Option<String>,
    /// Size in bytes.
    pub size: Option<u64>,
    /// How long the link is good for, in seconds; an estimate where the upstream promises nothing.
    pub expires_in: Option<u64>,
}

impl Output {
    /// An output of a kind at a link; `None` unless it is a web link or data.
    pub fn new(kind: &'static str, url: &str) -> Option<Self> {
        let links = ["https://", "http://", "data:"];
        let link = links.iter().any(|start| url.starts_with(start));
        link.then(|| Self {
            kind,
            url: url.to_string(),
            mime: crate::media::mime_of(url).map(str::to_string),
            ..Self::default()
        })
    }

    /// A video at a link, which is an MP4 unless the link tells another type.
    pub fn video(url: &str) -> Option<Self> {
        let mut video = Self::new("video", url)?;
        video.mime.get_or_insert_with(|| "video/mp4".to_string());
        Some(video)
    }

    /// An output that is a text.
    pub fn of_text(text: String) -> Self {
        Self {
            kind: "text",
            text: Some(text),
            ..Self::default()
        }
    }

    /// An output that lies in a file, whose bytes one more call fetches.
    pub fn of_file(kind: &'static str, file: String) -> Self {
        Self {
            kind,
            file: Some(file),
            ..Self::default()
        }
    }

    fn to_json(&self) -> String {
        let mut told = Writer::default();
        told.text("kind", Some(self.kind));
        told.text("url", Some(self.url.as_str()).filter(|url| !url.is_empty()));
        told.text("file_id", self.file.as_deref());
        told.text("text", self.text.as_deref());
        told.text("mime", self.mime.as_deref());
        told.number("width", self.width);
        told.number("height", self.height);
        told.digits("duration", &self.duration);
        told.text("title", self.title.as_deref());
        told.text("lyrics", self.lyrics.as_deref());
        told.text("reference", self.reference.as_deref());
        told.number("size", self.size);
        told.number("expires_in", self.expires_in);
        told.end()
    }
}

/// What one look at a task showed.
#[derive(Clone, Debug)]
pub struct Update {
    /// Where it stands.
    pub state: State,
    /// The upstream's own word.
    pub status: String,
    /// From 0 to 100, where the family tells it.
    pub percent: Option<i64>,
    /// What it made; only read from a task that succeeded.
    pub outputs: Vec<Output>,
    /// Why it failed.
    pub error: Option<Error>,
    /// The calls that answer it or go on from it, each `{operation, request, label}`; null without any.
    pub actions: Value,
    /// The file that holds the result, where one more call fetches its link.
    pub file: Option<String>,
    /// What it cost in US dollars.
    pub cost: Option<Number>,
    /// What it used, as the upstream counts.
    pub usage: Value,
    /// The upstream's whole answer.
    pub raw: Value,
}

impl Update {
    /// An update that knows only the upstream's word.
    pub fn new(status: &str) -> Self {
        Self {
            state: State::from_word(status),
            status: status.to_string(),
            percent: None,
            outputs: Vec::new(),
            error: None,
            actions: Value::Null,
            file: None,
            cost: None,
            usage: Value::Null,
            raw: Value::Null,
        }
    }

    /// Adds an output unless it is there already.
    pub fn push(&mut self, output: Option<Output>) {
        let place = |output: &Output| (output.url.clone(), output.file.clone());
        if let Some(output) = output
            && !self.outputs.iter().any(|o| place(o) == place(&output))
        {
            self.outputs.push(output);
        }
    }

    /// The update of the job `id` as JSON.
    pub fn to_json(&self, id: &str) -> String {
        let percent = match self.state {
            State::Succeeded => Some(100),
            _ => self.percent,
        };
        let mut told = Writer::default();
        told.text("id", Some(id));
        told.text("state", Some(self.state.as_str()));
        told.text("status", Some(&self.status));
        told.digits("progress", &percent.map(Number::from_hundredths));
        told.list("outputs");
        for output in &self.outputs {
            told.item(&output.to_json());
        }
        told.end_list();
        told.value("actions", &self.actions);
        told.digits("cost_usd", &self.cost);
        told.value("usage", &self.usage);
        if let Some(error) = &self.error {
            told.raw("error", &error.to_json());
        }
        told.value("raw", &self.raw);
        told.end()
    }
}

/// How a task that an operation creates is followed to its end.
#[derive(Debug)]
pub struct Task {
    /// The id of the whole: `minimax.video.generate`.
    pub name: &'static str,
    /// What it does, for the types.
    pub doc: &'static str,
    /// Where the create answer may hold the task's id; the first that does counts.
    pub id: &'static [&'static str],
    /// The operation that looks at the task.
    pub poll: &'static str,
    /// The field of that operation that takes the task's id.
    pub poll_field: &'static str,
    /// The operation that looks at the task where the first one does not know it; it has the same field and answer.
    pub other: Option<&'static str>,
    /// Reads that operation's answer.
    pub read: fn(&Value) -> Update,
    /// The call that turns the result's file into a link.
    pub then: Option<Then>,
    /// The call that stops the task, where the upstream has one.
    pub cancel: Option<Cancel>,
    /// The first wait between two looks, in milliseconds; later ones grow up to `slowest_ms`.
    pub first_ms: u64,
    /// The longest wait between two looks, in milliseconds.
    pub slowest_ms: u64,
    /// How long the task is followed before giving it back to the caller, in milliseconds.
    pub deadline_ms: u64,
}

impl Task {
    /// The operation that looks at it, at first or where that one does not know it.
    pub fn look(&self, elsewhere: bool) -> &'static str {
        self.other.filter(|_| elsewhere).unwrap_or(self.poll)
    }
}

/// The last call of a task whose result is a file.
#[derive(Debug)]
pub struct Then {
    /// The operation that tells the file's link.
    pub operation: &'static str,
    /// The field of that operation that takes the file's id.
    pub field: &'static str,
    /// Reads its answer.
    pub read: fn(&Value) -> Option<Output>,
}

/// The call that stops a task.
#[derive(Debug)]
pub struct Cancel {
    /// The operation that stops it. It may delete a task that has ended, so it is only sent to one that can be stopped.
    pub operation: &'static str,
    /// The field of that operation that takes the task's id.
    pub field: &'static str,
    /// Whether a task can still be stopped when it is being worked on.
    pub running: bool,
    /// Whether an answer of that operation, or of a look, says that the task is stopped.
    pub read: fn(&Value) -> bool,
}

/// Six hours: a failure nearly four hours after its creation is on record (`router.md` 2.3).
pub const DEADLINE_MS: u64 = 6 * 3600 * 1000;

/// A handle to an accepted task, which can be kept and taken up again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The operation that created it.
    pub operation: String,
    /// The upstream's id of the task.
    pub id: String,
}

impl Job {
    /// The handle as JSON.
    pub fn to_json(&self) -> String {
        let mut told = Writer::default();
        told.text("operation", Some(&self.operation));
        told.text("id", Some(&self.id));
        told.end()
    }

    /// Reads a handle.
    ///
    /// # Errors
    /// `invalid_request` when it is not the JSON of a handle.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let value = crate::json::parse(text.as_bytes()).unwrap_or_default();
        let word = |name: &'static str| crate::json::text_at(&value, name);
        match (word("operation"), word("id")) {
            (Some(operation), Some(id)) => Ok(Self {
                operation: operation.to_string(),
                id: id.to_string(),
            }),
            _ => Err(Error::invalid(
                "job",
                "not a job: pass what `toJSON()` of a job gave, with its `operation` and `id`",
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_family() {
        for (word, state) in [
            ("", State::Queued),
            ("Queueing", State::Queued),
            ("NOT_START", State::Queued),
            (" running ", State::Running),
            ("MODAL", State::ActionRequired),
            ("Success", State::Succeeded),
            ("Active", State::Succeeded),
            ("Fail", State::Failed),
            ("expired", State::Failed),
            ("CANCEL", State::Cancelled),
            ("unknown", State::Unknown),
            ("paused", State::Unknown),
        ] {
            assert_eq!(State::from_word(word), state, "{word:?}");
        }
    }

    #[test]
    fn only_web_links_are_outputs() {
        assert!(Output::new("video", "video generation failed: 601300").is_none());
        assert!(Output::new("video", "").is_none());
        let output = Output::new("video", "https://cdn.test/v.mp4?x=1").unwrap();
        assert_eq!(output.mime.as_deref(), Some("video/mp4"));
    }

    #[test]
    fn a_job_survives_json() {
        let job = Job {
            operation: "minimax.video.create".into(),
            id: "401047179385389059".into(),
        };
        assert_eq!(Job::parse(&job.to_json()).unwrap(), job);
        assert!(Job::parse("{}").is_err());
        assert!(Job::parse("nonsense").is_err());
    }
}
