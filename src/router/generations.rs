//! The router's videos on the generic path: MiniMax, older Kling, Vidu and Pixverse (`router.md` 5.5, 6.5, 6.7-6.9).

use super::provider::task;
use super::task::{CREATED, TASK_ID, VIDEO_TASK, follow_video};
use crate::operation::{FILLED, Kind, MEDIA, Method, Operation, list, opt, req};
use crate::task::Task;

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

const TASK: Task = follow_video(
    "router.video_generations.generate",
    "Makes a video on the generic path and waits for its link.",
    "router.video_generations.query",
);

/// What all models share; `models/` has what each of them takes.
const CREATE: Operation = task(
    Method::Post,
    "router.video_generations.create",
    "/v1/video/generations",
)
.bills()
.fields(&[
    req("model", FILLED).doc("The model; it decides which other fields there are."),
    opt("prompt", Kind::Any).doc("What happens."),
    opt("image", MEDIA).doc("One picture, as a link."),
    opt("images", list(&MEDIA, 0, usize::MAX)).doc("Pictures, as links."),
    opt("metadata", Kind::Any).doc("The family's own fields."),
])
.task(&TASK)
.returns(CREATED)
.doc("Starts a video on the generic path.");

const QUERY: Operation = task(
    Method::Get,
    "router.video_generations.query",
    "/v1/video/generations/{task_id}",
)
.fields(TASK_ID)
.returns(VIDEO_TASK)
.doc("Tells where a video of the generic path stands; `router.videos.query` tells more of it.");
