//! The router's Seedance videos in the form of a list of contents (`router.md` 5.5, 6.2).

use super::provider::task;
use super::task::{CREATED, TASK_ID, VIDEO, follow, read_video};
use crate::operation::{FILLED, Field, Kind, Method, Operation, TEXT, int, list, opt, req};
use crate::task::Task;

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

const TASK: Task = follow(
    "router.contents.generate",
    "Makes a video of contents and waits for its link.",
    "router.contents.query",
    read_video,
);

const ITEM: &[Field] = &[
    req("type", FILLED)
        .known(&["text", "image_url", "video_url", "audio_url"])
        .doc("What the item holds; the member of that name has it."),
    opt("text", FILLED).doc("What happens."),
    opt("image_url", Kind::Object(LINK)).doc("A picture."),
    opt("video_url", Kind::Object(LINK)).doc("A video."),
    opt("audio_url", Kind::Object(LINK)).doc("A sound."),
    opt("role", TEXT)
        .known(&[
            "first_frame",
            "last_frame",
            "reference_image",
            "reference_video",
            "reference_audio",
        ])
        .doc("What it is for; frames and references are not mixed, and a text has none."),
];

const LINK: &[Field] = &[req("url", Kind::Url("https://")).doc("Where it is: a link of `https`.")];

const CREATE: Operation = task(
    Method::Post,
    "router.contents.create",
    "/api/v1/contents/generations/tasks",
)
.bills()
.fields(&[
    req("model", FILLED)
        .known(&[
            "seedance-2.0",
            "seedance-2.0-fast",
            "seedance-2.0-cn",
            "seedance-2.0-fast-cn",
        ])
        .doc("The model."),
    req("content", list(&Kind::Object(ITEM), 1, usize::MAX))
        .doc("A text, frames, or what the video refers to."),
    opt("return_last_frame", Kind::Bool).doc("Give the last frame too; default false."),
    opt("generate_audio", Kind::Bool)
        .doc("Make sound; default true. Without it there may be no `reference_audio`."),
    opt("resolution", TEXT)
        .known(&["480p", "720p", "1080p"])
        .doc("The resolution; the fast models have no 1080p."),
    opt("ratio", TEXT)
        .known(&["16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "adaptive"])
        .doc("The shape."),
    opt("duration", int(4, 15)).doc("Length in seconds, from 4 to 15; default 5."),
    opt("seed", int(-1, 4_294_967_295))
        .doc("The same seed and request give the same video; -1 (default) takes any."),
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
