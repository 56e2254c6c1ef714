//! The router's speech, which is a task and no sound at once (`router.md` 5.3, 6.14).

use super::provider::task;
use super::task::{CREATED, TASK_ID, follow, read_audio};
use crate::operation::{FILLED, Kind, Method, NUM, Operation, TEXT, opt, req};
use crate::task::Task;

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

const TASK: Task = {
    let mut task = follow(
        "router.speech.generate",
        "Speaks a text and waits for the sound's link.",
        "router.speech.query",
        read_audio,
    );
    task.first_ms = 2_000;
    task.slowest_ms = 10_000;
    task
};

const CREATE: Operation = task(Method::Post, "router.speech.create", "/v1/audio/speech")
    .bills()
    .fields(&[req("model", FILLED).doc("The model; it decides which other fields there are.")])
    .task(&TASK)
    .returns(CREATED)
    .doc("Starts to speak a text.");

const QUERY: Operation = task(
    Method::Get,
    "router.speech.query",
    "/v1/audio/speech/{task_id}",
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
            opt("format", TEXT).doc("The sound's format."),
            opt("url", TEXT).doc("Its link; empty until it is done."),
            opt("amount_usd", NUM).doc("What it cost in US dollars."),
            opt("usage", Kind::Any).doc("`{count}`: the characters that were spoken; may be null."),
            opt("error", Kind::Any).doc("Why it failed: null, an object or a text."),
        ]),
    )
    .doc("The task."),
])
.doc("Tells where speech stands.");
