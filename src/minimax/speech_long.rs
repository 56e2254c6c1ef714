//! MiniMax speech for long texts: a task whose result is a file (`minimax.md` 5.4).

use super::files::linked;
use super::provider::{BASE, native};
use super::speech::{
    EMOTION, LANGUAGE_BOOST, MODEL, PITCH, PRONUNCIATION_DICT, SPEED, VOICE_MODIFY, VOLUME,
};
use crate::json::{Value, text_at};
use crate::model::When::Count;
use crate::model::refuse;
use crate::operation::{FILLED, Field, INT, Kind, Method, Operation, TEXT, int, opt, req, text};
use crate::task::{DEADLINE_MS, Output, Task, Then, Update};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

const VOICE: &[Field] = &[
    req("voice_id", FILLED).doc("The voice."),
    SPEED,
    VOLUME,
    PITCH,
    EMOTION,
    opt("english_normalization", Kind::Bool)
        .doc("Read English numbers and dates as words; default false."),
];

const AUDIO: &[Field] = &[
    opt("audio_sample_rate", INT)
        .known(&[
            "8000", "12000", "16000", "22050", "24000", "32000", "44100", "48000",
        ])
        .doc("Samples a second; default 32000. With opus 8000, 12000, 16000, 24000 or 48000."),
    opt("bitrate", INT)
        .known(&["32000", "64000", "128000", "256000"])
        .doc("Bits a second of mp3; default 128000."),
    opt("format", TEXT)
        .known(&["mp3", "pcm", "flac", "wav", "pcmu_raw", "pcmu_wav", "opus"])
        .doc("The format; default mp3."),
    opt("channel", int(1, 2)).doc("1 or 2 (default) channels."),
];

const CREATE: Operation = native(
    Method::Post,
    "minimax.speech.create_long",
    "/v1/t2a_async_v2",
)
.bills()
.fields(&[
    MODEL,
    opt("text", text(1, 50_000)).doc("What to say, at most 50,000 characters."),
    opt("text_file_id", Kind::Id { number: true }).doc(
        "The file of a text under 1,000,000 characters, or of a zip of texts, uploaded as `t2a_async_input`.",
    ),
    req("voice_setting", Kind::Object(VOICE)).doc("The voice and how it speaks."),
    opt("audio_setting", Kind::Object(AUDIO)).doc("The format of the sound."),
    PRONUNCIATION_DICT,
    LANGUAGE_BOOST,
    VOICE_MODIFY,
    opt("aigc_watermark", Kind::Bool).doc("Mark the sound as generated; only in the cn region."),
])
.laws(&[
    refuse(
        "required",
        "text",
        Count(&["text", "text_file_id"], 0, 0),
        "is required: give text or text_file_id",
    ),
    refuse(
        "not_both",
        "text_file_id",
        Count(&["text", "text_file_id"], 2, 2),
        "cannot be given together with text; leave one of them out",
    ),
])
.task(&Task {
    name: "minimax.speech.generate_long",
    doc: crate::field::told("Speaks a long text and waits for the link to its file."),
    id: &["task_id"],
    poll: "minimax.speech.query_long",
    poll_field: "task_id",
    other: None,
    read,
    then: Some(LINK),
    cancel: None,
    first_ms: 2_000,
    slowest_ms: 10_000,
    deadline_ms: DEADLINE_MS,
})
.ids(&["task_id", "file_id"])
.returns(&[
    req("task_id", Kind::Id { number: false }).doc("The task's id."),
    opt("task_token", TEXT).doc("A token of the task's."),
    opt("file_id", Kind::Id { number: true }).doc("The file that will hold the result."),
    opt("usage_characters", INT).doc("Characters that count for the bill."),
    BASE,
])
.doc("Starts the speaking of a long text.");

/// The file may be an archive of several results, so only its link tells what it is.
const LINK: Then = Then {
    operation: "minimax.files.retrieve",
    field: "file_id",
    read: |answer: &Value| {
        let url = text_at(answer, "file.download_url")?;
        linked(answer, Output::new("audio", url), 9)
    },
};

const QUERY: Operation = native(
    Method::Get,
    "minimax.speech.query_long",
    "/v1/query/t2a_async_query_v2",
)
.fields(&[req("task_id", Kind::Id { number: false })
    .in_query()
    .doc("The task's id.")])
.ids(&["task_id", "file_id"])
.returns(&[
    opt("task_id", Kind::Id { number: false }).doc("The task's id."),
    opt("status", TEXT)
        .known(&["Processing", "Success", "Failed", "Expired"])
        .doc("Where it stands; in any case of letters."),
    opt("file_id", Kind::Id { number: true }).doc("The result's file."),
    BASE,
])
.doc("Tells where the speaking of a long text stands; at most ten times a second.");

/// The file is named from the beginning, and good once the task has succeeded.
fn read(answer: &Value) -> Update {
    let mut update = Update::new(text_at(answer, "status").unwrap_or_default());
    update.file = text_at(answer, "file_id").map(str::to_string);
    update
}
