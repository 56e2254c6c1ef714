//! The router's removal of subtitles from videos (`router.md` 5.5).

use super::provider::task;
use super::task::{CREATED, TASK_ID, VIDEO, follow, read_video};
use crate::operation::{FILLED, LINK, Method, Operation, req};
use crate::task::Task;

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

const TASK: Task = {
    let mut task = follow(
        "router.subtitle_erase.run",
        "Takes the subtitles out of a video and waits for its link.",
        "router.subtitle_erase.query",
        read_video,
    );
    // The same id is read at either place; only one of them may know it at once.
    task.other = Some("router.videos.query");
    task
};

const CREATE: Operation = task(
    Method::Post,
    "router.subtitle_erase.create",
    "/v1/videos/subtitle-erase",
)
.bills()
.fields(&[
    req("model", FILLED)
        .known(&[
            "doubao-video-subtitle-erase-cn",
            "doubao-video-subtitle-erase",
        ])
        .doc("The model: `-cn` in China, without it elsewhere."),
    req("video_url", LINK).doc("Where the video is: a link of `http` or `https`."),
])
.task(&TASK)
.returns(CREATED)
.doc("Starts to take the subtitles out of a video.");

const QUERY: Operation = task(
    Method::Get,
    "router.subtitle_erase.query",
    "/v1/videos/subtitle-erase/{task_id}",
)
.fields(TASK_ID)
.returns(VIDEO)
.doc("Tells where a video stands whose subtitles are taken out.");
