//! What the router's tasks have in common: their create answers, and one reader for the looks at all of them
//! (`router.md` 2, 3, 15).

use super::provider::task_error;
use crate::json::{Value, at, number_at, text_at};
use crate::media::mime_of;
use crate::operation::{Field, INT, Kind, NUM, TEXT, list, opt, req};
use crate::scan;
use crate::task::{DEADLINE_MS, Output, State, Task, Update};

/// Results are kept about thirty days; the document promises nothing (`router.md` 3.1).
pub const MONTH: u64 = 30 * 24 * 3600;

/// The captured id of a look.
pub const TASK_ID: &[Field] = &[req("task_id", Kind::Id { number: false })
    .in_path()
    .doc("The task's id.")];

/// What a create call of the router answers with (shape T of `router.md` 5).
pub const CREATED: &[Field] = &[
    opt("id", Kind::Id { number: false }).doc("The task's id."),
    opt("task_id", Kind::Id { number: false }).doc("The task's id again."),
    opt("object", TEXT).doc("What is made."),
    opt("model", TEXT).doc("The model."),
    opt("status", TEXT).doc("Where it stands."),
    opt("progress", NUM).doc("From 0 to 100."),
    opt("created_at", INT).doc("When, in seconds since 1970."),
];

/// What a look at a video answers with (shape V of `router.md` 5).
pub const VIDEO: &[Field] = &[
    opt("id", Kind::Id { number: false }).doc("The task's id."),
    opt("task_id", Kind::Id { number: false }).doc("The task's id again."),
    opt("object", TEXT).doc("`video`."),
    opt("model", TEXT).doc("The model."),
    opt("status", TEXT)
        .known(&[
            "",
            "queued",
            "in_progress",
            "running",
            "completed",
            "succeeded",
            "failed",
        ])
        .doc("Where it stands; which words are used depends on where the task is read."),
    opt("progress", NUM).doc("From 0 to 100."),
    opt("created_at", INT).doc("When it began, in seconds since 1970."),
    opt("completed_at", INT).doc("When it ended, in seconds since 1970."),
    opt("amount_usd", NUM).doc("What it cost in US dollars, once that is settled."),
    opt("results", list(&Kind::Object(RESULT), 0, usize::MAX)).doc("The results; may be null."),
    opt("metadata", Kind::Any).doc("More; its `url` holds a sentence when the task failed."),
    opt("usage", Kind::Any).doc("What it used; each model counts in its own way."),
    opt("error", Kind::Any).doc("Why it failed: null, an object or a text."),
];

/// What a look at a video on the generic path and on Kling's answers with (shape G of `router.md` 5).
pub const VIDEO_TASK: &[Field] = &[
    opt("id", Kind::Id { number: false }).doc("The task's id."),
    opt("task_id", Kind::Id { number: false }).doc("The task's id again."),
    opt("object", TEXT).doc("`video`."),
    opt("model", TEXT).doc("The model."),
    opt("status", TEXT)
        .known(&["", "in_progress", "completed", "failed"])
        .doc("Where it stands; empty while it waits."),
    opt("progress", NUM).doc("From 0 to 100."),
    opt("created_at", INT).doc("When it began, in seconds since 1970."),
    opt("completed_at", INT).doc("When it ended, in seconds since 1970."),
    opt(
        "metadata",
        Kind::Object(&[opt("url", TEXT).doc("Where it can be fetched.")]),
    )
    .doc("What came of it; may be null."),
    opt("error", Kind::Any).doc("Why it failed; often missing."),
];

const RESULT: &[Field] = &[
    opt("url", TEXT).doc("Where it can be fetched."),
    opt("size", INT).doc("Its size in bytes."),
    opt("content_type", TEXT).doc("`video`, which is no MIME type."),
    opt("width", INT).doc("Width in pixels."),
    opt("height", INT).doc("Height in pixels."),
    opt("duration", NUM).doc("Length in seconds."),
];

/// How a task of a family is followed. Its id is the answer's `id`, else its `task_id`.
pub const fn follow(
    name: &'static str,
    doc: &'static str,
    poll: &'static str,
    read: fn(&Value) -> Update,
) -> Task {
    Task {
        name,
        doc: crate::field::told(doc),
        id: &["id", "task_id"],
        poll,
        poll_field: "task_id",
        other: None,
        read,
        then: None,
        cancel: None,
        first_ms: 5_000,
        slowest_ms: 15_000,
        deadline_ms: DEADLINE_MS,
    }
}

/// How a video is followed that `GET /v1/videos/{id}` tells the most of, and its own look where that does not know
/// it (`router.md` 3.3).
pub const fn follow_video(name: &'static str, doc: &'static str, own: &'static str) -> Task {
    let mut task = follow(name, doc, "router.videos.query", read_video);
    task.other = Some(own);
    task
}

/// Reads a look at a video.
pub fn read_video(answer: &Value) -> Update {
    read(answer, "video", "mp4")
}

/// Reads a look at a sound.
pub fn read_audio(answer: &Value) -> Update {
    read(answer, "audio", "mp3")
}

/// Reads a look at a picture.
pub fn read_image(answer: &Value) -> Update {
    read(answer, "image", "")
}

/// Every family's answer: of each member at most one family has a meaning (`router.md` 3.2).
///
/// Outputs count only from a task that succeeded, and only when they are links; `usual` is the format of one whose
/// link does not tell it.
fn read(answer: &Value, kind: &'static str, usual: &str) -> Update {
    // The envelope's `code` describes the look-up; the task is in `data`.
    let task = match answer.get("data") {
        Some(inner @ Value::Object(_)) => inner,
        _ => answer,
    };
    let word = |path: &'static str| text_at(task, path);
    let status = word("status").unwrap_or_else(|| match task.get("status") {
        // An old form of pictures answers at once, without any task (`router.md` 5.9).
        None if matches!(task.get("data"), Some(Value::Array(_))) => "succeeded",
        _ => "",
    });
    let mut update = Update::new(status);
    update.percent = percent(task);
    let aside = word("metadata.url");
    match update.state {
        State::Succeeded => {
            for results in [task.items("results"), task.items("data")] {
                for result in results {
                    update.push(output(result, kind));
                }
            }
            for link in [word("url"), aside, word("result_url"), word("fail_reason")] {
                update.push(link.and_then(|link| Output::new(kind, link)));
            }
            let declared = word("format");
            for output in &mut update.outputs {
                let declared = declared.and_then(mime_of);
                let mime = declared.map(str::to_string).or_else(|| output.mime.take());
                output.mime = mime.or_else(|| mime_of(usual).map(str::to_string));
                // What came with the answer does not go away.
                output.expires_in = (!output.url.starts_with("data:")).then_some(MONTH);
            }
        }
        State::Failed => {
            let sentence = aside.filter(|text| Output::new(kind, text).is_none());
            let sentence = sentence.or_else(|| word("fail_reason"));
            update.error = Some(task_error(task.get("error"), sentence, "task_failed"));
        }
        _ => {}
    }
    update.cost = number_at(task, "amount_usd");
    update.usage = at(task, "usage").cloned().unwrap_or_default();
    update
}

/// A progress from 0 to 100, as a number or as `45%`.
pub fn percent(task: &Value) -> Option<i64> {
    let text = text_at(task, "progress")?;
    let whole = crate::text::parts(text, b".%").next()?;
    crate::text::number(whole).map(|percent| percent.clamp(0, 100))
}

/// A picture that came itself, in the old form of answers (`router.md` 5.9), as a data URL.
fn inline(kind: &'static str, data: &str) -> Option<Output> {
    let kind_of_file = match data.get(..4)? {
        "/9j/" => "jpeg",
        "UklG" => "webp",
        _ => "png",
    };
    Output::new(
        kind,
        &crate::text!("data:image/", kind_of_file, ";base64,", data),
    )
}

/// An item of a list of results: a video, a song, or a picture.
fn output(result: &Value, kind: &'static str) -> Option<Output> {
    let word = |name: &'static str| text_at(result, name);
    let link = |name: &'static str| Output::new(kind, word(name)?);
    let mut output = link("url")
        .or_else(|| link("audio_url"))
        .or_else(|| inline(kind, word("b64_json")?))?;
    let number = |name: &str| result.get(name).and_then(Value::as_u64);
    output.width = number("width");
    output.height = number("height");
    output.size = number("size");
    output.duration = number_at(result, "duration");
    output.title = word("title").map(str::to_string);
    output.lyrics = word("lyrics").map(str::to_string);
    // `content_type` is often the word "video"; only a real MIME type counts.
    if let Some(mime) = word("content_type").filter(|mime| scan::contains(mime, "/")) {
        output.mime = Some(mime.to_string());
    }
    Some(output)
}
