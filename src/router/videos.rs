//! The router's videos on the OpenAI-like path, for every family (`router.md` 5.5, 6.1-6.9).

use super::provider::task;
use super::task::{CREATED, TASK_ID, VIDEO, follow, read_video};
use crate::operation::{FILLED, Kind, MEDIA, Method, Operation, TEXT, list, opt, req};
use crate::task::Task;

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

const TASK: Task = follow(
    "router.videos.generate",
    "Makes a video and waits for its link.",
    "router.videos.query",
    read_video,
);

/// What all models share; `models/` has what each of them takes.
const CREATE: Operation = task(Method::Post, "router.videos.create", "/v1/videos")
    .bills()
    .fields(&[
        req("model", FILLED).doc("The model; it decides which other fields there are."),
        opt("prompt", Kind::Any).doc("What happens."),
        opt("image", MEDIA).doc("One picture, as a link."),
        opt("images", list(&MEDIA, 0, usize::MAX)).doc("Pictures, as links."),
        opt("metadata", Kind::Any).doc("The family's own fields."),
        opt("x-moderation", TEXT)
            .known(&["enabled"])
            .in_header()
            .doc("`enabled` has the content moderated, of the Seedance models; a header."),
    ])
    .task(&TASK)
    .returns(CREATED)
    .doc("Starts a video.");

const QUERY: Operation = task(Method::Get, "router.videos.query", "/v1/videos/{task_id}")
    .fields(TASK_ID)
    .returns(VIDEO)
    .doc("Tells where a video stands, wherever it was created.");
