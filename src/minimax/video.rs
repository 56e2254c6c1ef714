//! MiniMax video, first version: one path of four shapes, and templates (`minimax.md` 7.1 to 7.3).

use super::files;
use super::provider::{BASE, native};
use crate::json::{Value, text_at};
use crate::model::When::{All, Any, Has};
use crate::model::refuse;
use crate::operation::{
    FILLED, Field, INT, Kind, Method, Operation, TEXT, files_under, int, list, opt, req, text,
};
use crate::task::{DEADLINE_MS, Output, State, Task, Update};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY, CREATE_FROM_TEMPLATE, QUERY_TEMPLATE];

/// A picture of either kind of task.
const PICTURE: Kind = Kind::Media(files_under(20, "jpg png webp"));

const SUBJECT: &[Field] = &[
    req("type", FILLED)
        .known(&["character"])
        .doc("What the picture shows."),
    req("image", list(&PICTURE, 1, 1)).doc("One picture of the subject."),
];

const CREATE: Operation = native(Method::Post, "minimax.video.create", "/v1/video_generation")
    .bills()
    .fields(&[
        req("model", FILLED)
            .known(&[
                "MiniMax-Hailuo-2.3",
                "MiniMax-Hailuo-2.3-Fast",
                "MiniMax-Hailuo-02",
                "T2V-01-Director",
                "T2V-01",
                "I2V-01-Director",
                "I2V-01-live",
                "I2V-01",
                "S2V-01",
            ])
            .doc("The model; with the frames it decides which of the four shapes the request has."),
        opt("prompt", text(0, 2000)).doc(
            "What happens, at most 2,000 characters; camera moves in brackets, as `[Push in]`.",
        ),
        opt("first_frame_image", PICTURE).doc(
            "The first frame: JPEG, PNG or WebP under 20 MB, as a link, a data URL or a file.",
        ),
        opt("last_frame_image", PICTURE).doc("The last frame; only `MiniMax-Hailuo-02`."),
        opt("subject_reference", list(&Kind::Object(SUBJECT), 1, 1))
            .doc("Who the video shows; only `S2V-01`."),
        opt("duration", int(1, 60)).doc("Length in seconds: 6 (default), or 10 below 1080P."),
        opt("resolution", TEXT)
            .known(&["512P", "720P", "768P", "1080P"])
            .doc("Default 768P for Hailuo models, 720P for older ones."),
        opt("prompt_optimizer", Kind::Bool)
            .doc("Let the service improve the prompt; default true."),
        opt("fast_pretreatment", Kind::Bool)
            .doc("Improve the prompt faster; Hailuo models only; default false."),
        opt("callback_url", TEXT).doc("Where status pushes go."),
        opt("aigc_watermark", Kind::Bool)
            .doc("Mark the video as generated; only in the cn region."),
    ])
    .laws(&[refuse(
        "not_both",
        "subject_reference",
        All(&[
            Has("subject_reference"),
            Any(&[Has("first_frame_image"), Has("last_frame_image")]),
        ]),
        "cannot be given together with first_frame_image or last_frame_image; leave one of them out",
    )])
    .task(&Task {
        name: "minimax.video.generate",
        doc: crate::field::told("Makes a video and waits for its link."),
        id: &["task_id", "data.task_id"],
        poll: "minimax.video.query",
        poll_field: "task_id",
        other: None,
        read,
        then: Some(files::LINK),
        cancel: None,
        first_ms: 5_000,
        slowest_ms: 10_000,
        deadline_ms: DEADLINE_MS,
    })
    .ids(&["task_id"])
    .returns(&[req("task_id", Kind::Id { number: false }).doc("The task's id.")])
    .doc("Starts a video from text, a first frame, first and last frame, or a subject.");

const QUERY: Operation = native(
    Method::Get,
    "minimax.video.query",
    "/v1/query/video_generation",
)
.fields(&[req("task_id", Kind::Id { number: false })
    .in_query()
    .doc("The task's id.")])
.ids(&["task_id", "file_id"])
.returns(&[
    opt("task_id", Kind::Id { number: false }).doc("The task's id."),
    opt("status", TEXT)
        .known(&["Preparing", "Queueing", "Processing", "Success", "Fail"])
        .doc("Where it stands."),
    opt("file_id", Kind::Id { number: false }).doc("The result's file; empty until it is done."),
    opt("video_width", INT).doc("Width in pixels."),
    opt("video_height", INT).doc("Height in pixels."),
])
.doc("Tells where a video task stands.");

/// The progress of a v1 task is only its word; its result is a file.
fn read(answer: &Value) -> Update {
    let status = text_at(answer, "status").unwrap_or_default();
    let mut update = Update::new(status);
    update.percent = match status.to_ascii_lowercase().as_str() {
        "preparing" => Some(10),
        "queueing" => Some(20),
        "processing" => Some(50),
        _ => None,
    };
    update.file = text_at(answer, "file_id").map(str::to_string);
    update
}

const CREATE_FROM_TEMPLATE: Operation = native(
    Method::Post,
    "minimax.video.create_from_template",
    "/v1/video_template_generation",
)
.bills()
.fields(&[
    req("template_id", Kind::Id { number: false })
        .doc("The template; it decides which inputs there are."),
    opt(
        "text_inputs",
        list(
            &Kind::Object(&[req("value", TEXT).doc("The text.")]),
            0,
            usize::MAX,
        ),
    )
    .doc("The texts that the template asks for, in its order."),
    opt(
        "media_inputs",
        list(
            &Kind::Object(&[req("value", PICTURE)
                .doc("JPEG, PNG or WebP under 20 MB, as a link, a data URL or a file.")]),
            0,
            usize::MAX,
        ),
    )
    .doc("The pictures that the template asks for, in its order."),
    opt("callback_url", TEXT).doc("Where status pushes go."),
])
.task(&Task {
    name: "minimax.video.from_template",
    doc: crate::field::told("Makes a video from a template and waits for its link."),
    id: &["task_id", "data.task_id"],
    poll: "minimax.video.query_template",
    poll_field: "task_id",
    other: None,
    read: read_template,
    then: None,
    cancel: None,
    first_ms: 5_000,
    slowest_ms: 10_000,
    deadline_ms: DEADLINE_MS,
})
.ids(&["task_id"])
.returns(&[
    req("task_id", Kind::Id { number: false }).doc("The task's id."),
    BASE,
])
.doc("Starts a video from a template.");

const QUERY_TEMPLATE: Operation = native(
    Method::Get,
    "minimax.video.query_template",
    "/v1/query/video_template_generation",
)
.fields(&[req("task_id", Kind::Id { number: false })
    .in_query()
    .doc("The task's id.")])
.ids(&["task_id"])
.returns(&[
    opt("task_id", Kind::Id { number: false }).doc("The task's id."),
    opt("status", TEXT)
        .known(&["Preparing", "Processing", "Success", "Fail"])
        .doc("Where it stands."),
    opt("video_url", TEXT).doc("The video's link, for nine hours; empty until it is done."),
    BASE,
])
.doc("Tells where a video from a template stands.");

/// The answer holds the link itself.
fn read_template(answer: &Value) -> Update {
    let mut update = read(answer);
    if update.state == State::Succeeded {
        let url = text_at(answer, "video_url").unwrap_or_default();
        let mut video = Output::video(url);
        if let Some(video) = &mut video {
            video.expires_in = Some(9 * 3600);
        }
        update.push(video);
    }
    update
}
