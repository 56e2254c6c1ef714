//! The router's videos on the generic path: MiniMax, older Kling, Vidu and Pixverse (`router.md` 5.5, 6.5, 6.7-6.9).

use super::provider::task;
use super::task::{CREATED, TASK_ID, VIDEO_TASK, follow_video};
use crate::operation::{FILLED, INT, Kind, MEDIA, Method, Operation, Rule, TEXT, list, opt, req};
use crate::task::Task;

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

const TASK: Task = follow_video(
    "router.video_generations.generate",
    "Makes a video on the generic path and waits for its link.",
    "router.video_generations.query",
);

const CREATE: Operation = task(
    Method::Post,
    "router.video_generations.create",
    "/v1/video/generations",
)
.bills()
.fields(&[
    req("model", FILLED)
        .known(&[
            "MiniMax-Hailuo-02",
            "MiniMax-Hailuo-2.3",
            "MiniMax-Hailuo-2.3-Fast",
            "kling-v1",
            "kling-v1-6",
            "kling-v2-master",
            "kling-v2-1-master",
            "kling-v2-5-turbo",
            "kling-v2-6",
            "kling-video-o1",
            "viduq1",
            "viduq2",
            "viduq2-pro",
            "viduq2-turbo",
            "viduq3-pro",
            "viduq3-turbo",
            "pixverse-c1",
            "pixverse-v6",
        ])
        .doc("The model; it decides which other fields there are."),
    opt("prompt", TEXT).doc("What happens; most models need it unless there is a picture."),
    opt("duration", INT).doc("Length in seconds, as the model takes it."),
    opt("size", TEXT).doc("The shape, such as `16:9`; of MiniMax the resolution, such as `768p`."),
    opt("quality", TEXT)
        .known(&["360p", "540p", "720p", "1080p"])
        .doc("The resolution, of Pixverse."),
    opt("image", MEDIA).doc("One picture to start from, as a link; of Kling."),
    opt("images", list(&MEDIA, 1, usize::MAX)).doc("Pictures to start from, as links."),
    opt("metadata", Kind::Any).doc("The family's own fields."),
])
.rules(&[Rule::NotBoth("image", "images")])
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
