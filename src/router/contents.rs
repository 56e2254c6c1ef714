//! The router's Seedance videos in the form of a list of contents (`router.md` 5.5, 6.2).

use super::provider::task;
use super::task::{CREATED, TASK_ID, VIDEO, follow, read_video};
use crate::operation::{FILLED, Kind, Method, Operation, list, req};
use crate::task::Task;

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

const TASK: Task = follow(
    "router.contents.generate",
    "Makes a video of contents and waits for its link.",
    "router.contents.query",
    read_video,
);

/// What all models share; `models/` has the rest.
const CREATE: Operation = task(
    Method::Post,
    "router.contents.create",
    "/api/v1/contents/generations/tasks",
)
.bills()
.fields(&[
    req("model", FILLED).doc("The model."),
    req("content", list(&Kind::Any, 1, usize::MAX))
        .doc("A text, frames, or what the video refers to."),
])
.task(&TASK)
.returns(CREATED)
.doc("Starts a Seedance video from a list of texts, pictures, videos and sounds.");

const QUERY: Operation = task(
    Method::Get,
    "router.contents.query",
    "/api/v1/contents/generations/tasks/{task_id}",
)
.fields(TASK_ID)
.returns(VIDEO)
.doc("Tells where a video of contents stands.");
