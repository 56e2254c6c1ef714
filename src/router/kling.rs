//! The router's older Kling videos on Kling's own paths (`router.md` 5.5, 6.5).

use super::provider::task;
use super::task::{CREATED, TASK_ID, VIDEO_TASK, follow_video};
use crate::operation::{FILLED, Field, Kind, MEDIA, Method, Operation, TEXT, int, num, opt, req};
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

const MODEL: Field = req("model", FILLED)
    .known(&[
        "kling-v1",
        "kling-v1-6",
        "kling-v2-master",
        "kling-v2-1-master",
        "kling-v2-5-turbo",
        "kling-v2-6",
        "kling-video-o1",
    ])
    .doc("The model.");
const NEGATIVE: Field = opt("negative_prompt", TEXT).doc("What not to show.");
const MODE: Field = opt("mode", TEXT)
    .known(&["std", "pro"])
    .doc("How good it gets; default `std`. The master models take none.");
const DURATION: Field = opt("duration", int(5, 10))
    .known(&["5", "10"])
    .doc("Length in seconds: 5 (default) or 10.");
const RATIO: Field = opt("aspect_ratio", TEXT)
    .known(&["1:1", "16:9", "9:16"])
    .doc("The shape; default `1:1`.");
const CFG: Field =
    opt("cfg_scale", num(0.0, 1.0)).doc("How closely it follows the prompt; default 0.5.");
const CAMERA: Field = opt(
    "camera_control",
    Kind::Object(&[
        opt("type", TEXT).doc("The kind of movement."),
        opt("config", Kind::Any)
            .doc("`{horizontal, vertical, pan, tilt, roll, zoom}`, of a movement of one's own."),
    ]),
)
.doc("How the camera moves.");

const CREATE_TEXT: Operation = task(
    Method::Post,
    "router.kling.text_to_video.create",
    "/kling/v1/videos/text2video",
)
.bills()
.fields(&[
    MODEL,
    req("prompt", FILLED).doc("What happens."),
    NEGATIVE,
    MODE,
    DURATION,
    RATIO,
    CFG,
    CAMERA,
])
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
    opt("prompt", TEXT).doc("What happens."),
    NEGATIVE,
    MODE,
    DURATION,
    RATIO,
    CFG,
    CAMERA,
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
