//! The router's videos on the OpenAI-like path, for every family (`router.md` 5.5, 6.1-6.9).

use super::images::CREATED;
use super::provider::{task, task_error};
use crate::json::{Value, at, number_at, text_at};
use crate::operation::{FILLED, INT, Kind, MEDIA, Method, NUM, Operation, TEXT, list, opt, req};
use crate::task::{DEADLINE_MS, Output, State, Task, Update};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

/// Results are kept about thirty days; the document promises nothing (`router.md` 3.1).
pub const MONTH: u64 = 30 * 24 * 3600;

const CREATE: Operation = task(Method::Post, "router.videos.create", "/v1/videos")
    .bills()
    .fields(&[
        req("model", FILLED)
            .known(&[
                "seedance-2.0",
                "seedance-2.0-fast",
                "wan2.6-t2v",
                "wan2.6-i2v",
                "wan2.6-i2v-flash",
                "wan2.6-r2v",
                "happyhorse-1.0-t2v",
                "happyhorse-1.0-i2v",
                "kling-v3-video",
                "kling-v3-omni-video",
                "viduq3-pro",
                "viduq3-turbo",
                "pixverse-v6",
                "veo-3.0-generate-001",
                "veo-3.1-fast-generate-001",
                "MiniMax-Hailuo-2.3",
                "MiniMax-Hailuo-02",
            ])
            .doc("The model; it decides which other fields there are."),
        opt("prompt", TEXT).doc("What happens; most models need it unless there is a picture."),
        opt("duration", INT).doc("Length in seconds, as the model takes it."),
        opt("seconds", TEXT).doc("Length in seconds as a text; an alias of some families."),
        opt("size", TEXT).doc("Resolution or ratio, as the model takes it."),
        opt("aspect_ratio", TEXT).doc("The shape, such as `16:9`."),
        opt("image", MEDIA).doc("One picture to start from, as a link."),
        opt("images", list(&MEDIA, 1, usize::MAX)).doc("Pictures to start from, as links."),
        opt("negative_prompt", TEXT).doc("What not to show."),
        opt("metadata", Kind::Any).doc("The family's own fields."),
    ])
    .rules(&[crate::operation::Rule::NotBoth("image", "images")])
    .task(&Task {
        name: "router.videos.generate",
        doc: "Makes a video and waits for its link.",
        id: &[&["id"], &["task_id"]],
        poll: "router.videos.query",
        poll_field: "task_id",
        read,
        then: None,
        cancel: None,
        first_ms: 5_000,
        slowest_ms: 15_000,
        deadline_ms: DEADLINE_MS,
    })
    .returns(CREATED)
    .doc("Starts a video.");

const QUERY: Operation = task(Method::Get, "router.videos.query", "/v1/videos/{task_id}")
    .fields(&[req("task_id", Kind::Id { number: false })
        .in_path()
        .doc("The task's id.")])
    .returns(&[
        opt("id", Kind::Id { number: false }).doc("The task's id."),
        opt("task_id", Kind::Id { number: false }).doc("The task's id again."),
        opt("model", TEXT).doc("The model."),
        opt("status", TEXT)
            .known(&["", "queued", "in_progress", "completed", "failed"])
            .doc("Where it stands."),
        opt("progress", NUM).doc("From 0 to 100."),
        opt("created_at", INT).doc("When it began, in seconds since 1970."),
        opt("completed_at", INT).doc("When it ended, in seconds since 1970."),
        opt("amount_usd", NUM).doc("What it cost, once that is settled."),
        opt("results", Kind::Any).doc("The results, each with `url`; may be null."),
        opt("metadata", Kind::Any).doc("More; its `url` holds a sentence when the task failed."),
        opt("usage", Kind::Any).doc("What it used."),
        opt("error", Kind::Any).doc("Why it failed."),
    ])
    .doc("Tells where a video stands.");

/// Outputs count only from a task that succeeded, and only when they are links (`router.md` 2.3).
fn read(answer: &Value) -> Update {
    let mut update = Update::new(&text_at(answer, &["status"]).unwrap_or_default());
    let percent = at(answer, &["progress"]).and_then(Value::as_f64);
    update.percent = percent.map(|percent| percent.clamp(0.0, 100.0) as i64);
    let aside = text_at(answer, &["metadata", "url"]);
    match update.state {
        State::Succeeded => {
            let results = at(answer, &["results"]).and_then(Value::as_array);
            for result in results.into_iter().flatten() {
                update.push(output(result));
            }
            update.push(aside.and_then(|url| video(&url)));
        }
        State::Failed => {
            let sentence = aside.filter(|text| Output::new("video", text).is_none());
            update.error = Some(task_error(answer.get("error"), sentence));
        }
        _ => {}
    }
    update.cost = number_at(answer, &["amount_usd"]);
    update.usage = at(answer, &["usage"]).cloned().unwrap_or_default();
    update
}

fn video(url: &str) -> Option<Output> {
    let mut output = Output::new("video", url)?;
    output.mime.get_or_insert_with(|| "video/mp4".to_string());
    output.expires_in = Some(MONTH);
    Some(output)
}

fn output(result: &Value) -> Option<Output> {
    let mut output = video(&text_at(result, &["url"])?)?;
    let number = |name: &str| result.get(name).and_then(Value::as_u64);
    output.width = number("width");
    output.height = number("height");
    output.size = number("size");
    output.duration = number_at(result, &["duration"]);
    // `content_type` is often the word "video"; only a real MIME type counts.
    if let Some(mime) = text_at(result, &["content_type"]).filter(|mime| mime.contains('/')) {
        output.mime = Some(mime);
    }
    Some(output)
}
