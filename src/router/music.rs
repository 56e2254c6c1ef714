//! The router's music (`router.md` 5.2, 6.13).

use super::provider::task;
use super::task::{CREATED, TASK_ID, follow, read_audio};
use crate::operation::{FILLED, Field, Kind, Method, NUM, Operation, TEXT, list, opt, req};
use crate::task::Task;

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

const TASK: Task = follow(
    "router.music.generate",
    "Makes songs, as a rule two, and waits for their links.",
    "router.music.query",
    read_audio,
);

const CREATE: Operation = task(Method::Post, "router.music.create", "/v1/music/generations")
    .bills()
    .fields(&[req("model", FILLED).doc("The model; it decides which other fields there are.")])
    .task(&TASK)
    .returns(CREATED)
    .doc("Starts songs.");

const QUERY: Operation = task(
    Method::Get,
    "router.music.query",
    "/v1/music/generations/{task_id}",
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
            opt("data", list(&Kind::Object(SONG), 0, usize::MAX))
                .doc("The songs; empty until they are done."),
            opt("amount_usd", NUM).doc("What they cost in US dollars."),
            opt("error", Kind::Any).doc("Why it failed: null, an object or a text."),
        ]),
    )
    .doc("The task."),
])
.doc("Tells where songs stand.");

const SONG: &[Field] = &[
    opt("url", TEXT).doc("Where it can be fetched."),
    opt("audio_url", TEXT).doc("The same under another name; `url` goes first."),
    opt("title", TEXT).doc("What it is called."),
    opt("lyrics", TEXT).doc("What is sung."),
    opt("duration", NUM).doc("Length in seconds."),
    opt("metadata", Kind::Any).doc("More, such as `model_version`."),
];
