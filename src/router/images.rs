//! The router's pictures: one path for every family, answered by a task (`router.md` 5.4, 6.10-6.12).

use super::provider::task;
use super::task::{CREATED, TASK_ID, follow, read_image};
use crate::operation::{FILLED, Kind, MEDIA, Method, NUM, Operation, TEXT, list, opt, req};
use crate::task::Task;

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

const TASK: Task = {
    let mut task = follow(
        "router.images.generate",
        "Draws a picture and waits for its link.",
        "router.images.query",
        read_image,
    );
    task.first_ms = 2_000;
    task.slowest_ms = 10_000;
    task
};

const CREATE: Operation = task(
    Method::Post,
    "router.images.create",
    "/v1/images/generations",
)
.bills()
// What else there is depends on the model.
.fields(&[
    req("model", FILLED).doc("The model; it decides which other fields there are."),
    opt("image", MEDIA).doc("One picture to start from, as a link."),
    opt("images", list(&MEDIA, 1, usize::MAX)).doc("Pictures to start from, as links."),
    opt("mask", MEDIA).doc("Where to draw."),
])
.task(&TASK)
.returns(CREATED)
.doc("Starts a picture.");

const QUERY: Operation = task(
    Method::Get,
    "router.images.query",
    "/v1/images/generations/{task_id}",
)
.fields(TASK_ID)
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
            opt("metadata", Kind::Any).doc("More; may be null."),
            opt("amount_usd", NUM).doc("What it cost in US dollars."),
            opt("usage", Kind::Any).doc("What it used, in tokens and pictures."),
        ]),
    )
    .doc("The task."),
])
.doc("Tells where a picture stands.");
