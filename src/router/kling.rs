//! The router's older Kling videos on Kling's own paths (`router.md` 5.5, 6.5).

use super::provider::task;
use super::task::{CREATED, TASK_ID, VIDEO_TASK, follow_video};
use crate::operation::{FILLED, Field, MEDIA, Method, Operation, opt, req};
use crate::task::Task;

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE_TEXT, QUERY_TEXT, CREATE_IMAGE, QUERY_IMAGE];

const TEXT_TASK: Task = follow_video(
    "router.kling.text_to_video.generate",
    "Makes a video from a text and waits for its link.",
    "router.kling.text_to_video.query",
);

const IMAGE_TASK: Task = follow_video(
    "router.kling.image_to_video.generate",
    "Makes a video from a picture and waits for its link.",
    "router.kling.image_to_video.query",
);

const MODEL: Field = req("model", FILLED).doc("The model.");

/// What all models share; `models/` has the rest.
const CREATE_TEXT: Operation = task(
    Method::Post,
    "router.kling.text_to_video.create",
    "/kling/v1/videos/text2video",
)
.bills()
.fields(&[MODEL, req("prompt", FILLED).doc("What happens.")])
.task(&TEXT_TASK)
.returns(CREATED)
.doc("Starts a video from a text.");

const QUERY_TEXT: Operation = task(
    Method::Get,
    "router.kling.text_to_video.query",
    "/kling/v1/videos/text2video/{task_id}",
)
.fields(TASK_ID)
.returns(VIDEO_TASK)
.doc("Tells where a video of Kling's paths stands; `router.videos.query` tells more of it.");

const CREATE_IMAGE: Operation = task(
    Method::Post,
    "router.kling.image_to_video.create",
    "/kling/v1/videos/image2video",
)
.bills()
.fields(&[
    MODEL,
    req("image", MEDIA).doc("The first frame, as a link."),
    opt("image_tail", MEDIA).doc("The last frame, as a link."),
])
.task(&IMAGE_TASK)
.returns(CREATED)
.doc("Starts a video from a picture.");

const QUERY_IMAGE: Operation = task(
    Method::Get,
    "router.kling.image_to_video.query",
    "/kling/v1/videos/image2video/{task_id}",
)
.fields(TASK_ID)
.returns(VIDEO_TASK)
.doc("Tells where a video from a picture stands; `router.videos.query` tells more of it.");
