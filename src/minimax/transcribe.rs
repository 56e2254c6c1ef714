//! MiniMax speech to text (`minimax.md` 5.5).

use super::provider::MINIMAX;
use crate::model::When::{All, Has, Is, Not};
use crate::model::refuse;
use crate::operation::{
    Dialect, FILLED, Field, INT, Kind, Method, NUM, Operation, Stream, TEXT, files, list, opt, req,
    text,
};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![TRANSCRIBE];

/// The largest upload: 50 MB of sound, with room for the form around it.
const MAX_UPLOAD: u32 = 51 * 1024 * 1024;

const TRANSCRIBE: Operation = Operation::new(
    &MINIMAX,
    Dialect::OpenAi,
    Method::Post,
    "minimax.speech.transcribe",
    "/v1/speech_to_text",
)
.bills()
.multipart(MAX_UPLOAD)
.fields(&[
    req("model", FILLED).known(&["asr-1.0"]).doc("The model."),
    opt("response_format", TEXT)
        .known(&["json", "verbose_json", "srt", "vtt"])
        .doc(
            "`json` (default), `verbose_json` with segments, or subtitles as a text: `srt`, `vtt`.",
        ),
    opt("timestamp_level", TEXT)
        .known(&["", "sentence", "word"])
        .doc("What gets times of its own."),
    opt("stream", Kind::Bool).doc("Set by `.stream(…)`."),
    opt("language", text(1, 64))
        .in_header()
        .doc("The language that is spoken, such as `en-US`; a hint."),
    req(
        "file",
        Kind::File(files(50, "wav aiff flac m4a mp3 aac opus ogg")),
    )
    .doc(
        "The sound: wav, aiff, flac, m4a, mp3, aac, opus or ogg of at most 500 seconds and 50 MB.",
    ),
])
.laws(&[refuse(
    "stream",
    "response_format",
    All(&[
        Is("stream", &["true"]),
        Has("response_format"),
        Not(&Is("response_format", &["json"])),
    ]),
    "must be json in a stream",
)])
.answers_text()
.streams(Stream::Transcript)
.returns(&[
    req("text", TEXT).doc("What was said."),
    opt("duration", NUM).doc("Length in seconds."),
    opt("n_speakers", INT).doc("How many people speak; with `verbose_json`."),
    opt("segments", list(&Kind::Object(SEGMENT), 0, usize::MAX))
        .doc("The parts; with `verbose_json`."),
    opt("trace_id", TEXT).doc("The request's trace id."),
])
.doc("Writes down what is said; subtitles come as a text.");

const SEGMENT: &[Field] = &[
    opt("id", INT).doc("Its position."),
    opt("start", NUM).doc("Where it begins, in seconds."),
    opt("end", NUM).doc("Where it ends, in seconds."),
    opt("speaker", Kind::Either(&TEXT, &INT)).doc("Who speaks."),
    opt("text", TEXT).doc("What was said."),
];
