//! The router's pictures: one path for every family, answered by a task (`router.md` 5.4, 6.10-6.12).

use super::provider::{task, task_error};
use crate::json::{Value, at, number_at, text_at};
use crate::operation::{
    FILLED, INT, Kind, MEDIA, Method, NUM, Operation, Rule, TEXT, list, opt, req,
};
use crate::task::{DEADLINE_MS, Output, State, Task, Update};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

const CREATE: Operation = task(
    Method::Post,
    "router.images.create",
    "/v1/images/generations",
)
.bills()
.fields(&[
    req("model", FILLED)
        .known(&[
            "gemini-2.5-flash-image",
            "gemini-3.1-flash-image-preview",
            "gemini-3-pro-image-preview",
            "gpt-image-2",
            "doubao-seedream-4-5-251128",
            "doubao-seedream-5-0-lite-260128",
            "seedream-5-0-260128",
            "wan2.6-t2i",
            "wan2.6-image",
            "wan2.7-image",
            "wan2.7-image-pro",
            "prunaai/p-image",
            "prunaai/p-image-edit",
        ])
        .doc("The model; it decides which other fields there are."),
    req("prompt", FILLED).doc("What to draw."),
    opt("size", TEXT).doc("`1K`, `2K`, `4K`, or pixels, as the model takes it."),
    opt("aspect_ratio", TEXT).doc("The shape, such as `16:9`."),
    opt("image", MEDIA).doc("One picture to start from, as a link."),
    opt("images", list(&MEDIA, 1, 14)).doc("Pictures to start from, as links."),
    opt("n", INT).doc("How many; only `gpt-image-2`."),
    opt("seed", INT).doc("The same seed and request give the same picture."),
    opt("negative_prompt", TEXT).doc("What not to draw; only Wan 2.6."),
    opt("output_format", TEXT).doc("`png`, `jpeg` or `webp`, as the model takes it."),
])
.rules(&[Rule::NotBoth("image", "images")])
.task(&Task {
    name: "router.images.generate",
    doc: "Draws a picture and waits for its link.",
    id: &[&["id"], &["task_id"]],
    poll: "router.images.query",
    poll_field: "task_id",
    read,
    then: None,
    cancel: None,
    first_ms: 2_000,
    slowest_ms: 10_000,
    deadline_ms: DEADLINE_MS,
})
.returns(CREATED)
.doc("Starts a picture.");

/// What a create call of the router answers with (shape T of `router.md` 5).
pub const CREATED: &[crate::operation::Field] = &[
    opt("id", Kind::Id { number: false }).doc("The task's id."),
    opt("task_id", Kind::Id { number: false }).doc("The task's id again."),
    opt("object", TEXT).doc("What is made."),
    opt("model", TEXT).doc("The model."),
    opt("status", TEXT).doc("Where it stands."),
    opt("progress", NUM).doc("From 0 to 100."),
    opt("created_at", INT).doc("When, in seconds since 1970."),
];

const QUERY: Operation = task(
    Method::Get,
    "router.images.query",
    "/v1/images/generations/{task_id}",
)
.fields(&[req("task_id", Kind::Id { number: false })
    .in_path()
    .doc("The task's id.")])
.returns(&[
    opt("code", TEXT).doc("`success` when the look-up worked, whatever became of the task."),
    opt(
        "data",
        Kind::Object(&[
            opt("task_id", Kind::Id { number: false }).doc("The task's id."),
            opt("status", TEXT)
                .known(&["queued", "processing", "succeeded", "failed"])
                .doc("Where it stands."),
            opt("format", TEXT).doc("The picture's format."),
            opt("url", TEXT).doc("Its link; empty until it is done."),
            opt("error", Kind::Any).doc("Why it failed: null, an object or a text."),
            opt("amount_usd", NUM).doc("What it cost."),
            opt("usage", Kind::Any).doc("What it used."),
        ]),
    )
    .doc("The task."),
])
.doc("Tells where a picture stands.");

/// The envelope's `code` describes the look-up; the task is in `data` (`router.md` 3.2).
fn read(answer: &Value) -> Update {
    let data = at(answer, &["data"]).unwrap_or(&Value::Null);
    let mut update = Update::new(&text_at(data, &["status"]).unwrap_or_default());
    match update.state {
        State::Succeeded => {
            let url = text_at(data, &["url"]).unwrap_or_default();
            let mut output = Output::new("image", &url);
            if let Some(output) = &mut output {
                let format = text_at(data, &["format"]).unwrap_or_default();
                let declared = crate::media::mime_of(&format).map(str::to_string);
                output.mime = declared.or_else(|| output.mime.take());
                output.expires_in = Some(super::videos::MONTH);
            }
            update.push(output);
        }
        State::Failed => update.error = Some(task_error(data.get("error"), None)),
        _ => {}
    }
    update.cost = number_at(data, &["amount_usd"]);
    update.usage = at(data, &["usage"]).cloned().unwrap_or_default();
    update
}
