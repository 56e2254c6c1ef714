//! The router's videos on the OpenAI-like path, for every family (`router.md` 5.5, 6.1-6.9).

use super::provider::task;
use super::task::{CREATED, TASK_ID, VIDEO, follow, read_video};
use crate::operation::{FILLED, INT, Kind, MEDIA, Method, Operation, Rule, TEXT, list, opt, req};
use crate::task::Task;

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY];

const TASK: Task = follow(
    "router.videos.generate",
    "Makes a video and waits for its link.",
    "router.videos.query",
    read_video,
);

const CREATE: Operation = task(Method::Post, "router.videos.create", "/v1/videos")
    .bills()
    .fields(&[
        req("model", FILLED)
            .known(&[
                "seedance-2.0",
                "seedance-2.0-fast",
                "wan2.6-t2v",
                "wan2.6-i2v",
                "wan2.6-i2v-flash",
                "wan2.6-r2v",
                "happyhorse-1.0-t2v",
                "happyhorse-1.0-i2v",
                "kling-v3-video",
                "kling-v3-omni-video",
                "viduq3-pro",
                "viduq3-turbo",
                "pixverse-v6",
                "veo-3.0-generate-001",
                "veo-3.1-fast-generate-001",
                "MiniMax-Hailuo-2.3",
                "MiniMax-Hailuo-02",
            ])
            .doc("The model; it decides which other fields there are."),
        opt("prompt", TEXT).doc("What happens; most models need it unless there is a picture."),
        opt("duration", INT).doc("Length in seconds, as the model takes it."),
        opt("seconds", TEXT).doc("Length in seconds as a text; an alias of some families."),
        opt("size", TEXT).doc("Resolution or ratio, as the model takes it."),
        opt("aspect_ratio", TEXT).doc("The shape, such as `16:9`."),
        opt("image", MEDIA).doc("One picture to start from, as a link."),
        opt("images", list(&MEDIA, 1, usize::MAX)).doc("Pictures to start from, as links."),
        opt("negative_prompt", TEXT).doc("What not to show."),
        opt("metadata", Kind::Any).doc("The family's own fields."),
        opt("x-moderation", TEXT)
            .known(&["enabled"])
            .in_header()
            .doc("`enabled` has the content moderated, of the Seedance models; a header."),
    ])
    .rules(&[Rule::NotBoth("image", "images")])
    .task(&TASK)
    .returns(CREATED)
    .doc("Starts a video.");

const QUERY: Operation = task(Method::Get, "router.videos.query", "/v1/videos/{task_id}")
    .fields(TASK_ID)
    .returns(VIDEO)
    .doc("Tells where a video stands, wherever it was created.");
