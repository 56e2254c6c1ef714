//! MiniMax video, second version: H3 with frames or references (`minimax.md` 7.4, 7.5).

use super::provider::{MINIMAX, task_error};
use crate::json::{Value, at, number_at, text_at};
use crate::model::When::{All, Any, Count, Each, Has, Is, Not, Tally, Within};
use crate::model::{Law, When, refuse};
use crate::operation::{
    Dialect, FILLED, Field, Files, INT, Kind, Method, Operation, TEXT, files, int, list, opt, req,
    text,
};
use crate::task::{Cancel, DEADLINE_MS, Output, State, Task, Update};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, QUERY, LIST, DELETE, REGENERATE, ENRICH];

const fn row(method: Method, id: &'static str, path: &'static str) -> Operation {
    Operation::new(&MINIMAX, Dialect::OpenAi, method, id, path)
}

/// The pictures of a video.
pub const PICTURE: Files = files(30, "jpg png webp heic heif");
/// The films of a video.
pub const FILM: Files = files(50, "mp4 mov");
/// The sounds of a video.
pub const SOUND: Files = files(15, "wav mp3");

const ITEM: &[Field] = &[
    req("type", FILLED)
        .known(&["text", "image_url", "video_url", "audio_url"])
        .doc("What the item holds."),
    opt("text", text(0, 7000)).doc("What happens, at most 7,000 characters."),
    opt(
        "image_url",
        Kind::Object(&[req("url", Kind::Media(PICTURE)).doc(
            "JPEG, PNG, WebP or HEIC of at most 30 MB and 256 to 5,760 pixels: a link, a data URL, a file, \
             or `mm_file://` and a file's id.",
        )]),
    )
    .doc("A picture."),
    opt(
        "video_url",
        Kind::Object(&[req("url", Kind::Media(FILM)).doc(
            "MP4 or MOV of at most 50 MB and 2 to 15 seconds; all films together at most 15 seconds.",
        )]),
    )
    .doc("A film."),
    opt(
        "audio_url",
        Kind::Object(&[
            req("url", Kind::Media(SOUND)).doc("WAV or MP3 of at most 15 MB; a data URL as `audio/mp3`.")
        ]),
    )
    .doc("A sound."),
    opt("role", TEXT)
        .known(&[
            "first_frame",
            "last_frame",
            "reference_image",
            "reference_video",
            "reference_audio",
            "base_video",
        ])
        .doc("What a picture, film or sound is for."),
];

const CONTENT: Kind = list(&Kind::Object(ITEM), 1, usize::MAX);
const RATIO: Field = opt("ratio", TEXT)
    .known(&["adaptive", "21:9", "16:9", "4:3", "1:1", "3:4", "9:16"])
    .doc("The shape; needed, and not `adaptive`, where there is only text.");
const DURATION: Kind = int(4, 15);
const CALLBACK: Field = opt("callback_url", TEXT).doc("Where status pushes go.");
const WATERMARK: Field = opt("aigc_watermark", Kind::Bool).doc("Mark the video as generated.");
const CREATED: &[Field] = &[req("task_id", Kind::Id { number: false }).doc("The task's id.")];

/// How every task of this version is followed.
const fn follow(name: &'static str, doc: &'static str) -> Task {
    Task {
        name,
        doc: crate::field::told(doc),
        id: &["task_id", "data.task_id"],
        poll: "minimax.video_v2.query",
        poll_field: "task_id",
        other: None,
        read,
        then: None,
        cancel: Some(Cancel {
            operation: "minimax.video_v2.delete",
            field: "task_id",
            running: false,
            read: |answer: &Value| text_at(answer, "action") == Some("cancelled"),
        }),
        first_ms: 5_000,
        slowest_ms: 10_000,
        deadline_ms: DEADLINE_MS,
    }
}

const A_TEXT: Law = refuse(
    "required",
    "content",
    Not(&Each("content", &Has("text"))),
    "must hold a text that is not empty",
);
const NOT_TOO_MANY: Law = refuse(
    "length",
    "content",
    Any(&[
        Tally("content", &Is("role", &["first_frame"]), 2, usize::MAX),
        Tally("content", &Is("role", &["last_frame"]), 2, usize::MAX),
        Tally("content", &Is("role", &["reference_image"]), 10, usize::MAX),
        Tally("content", &Is("role", &["reference_video"]), 4, usize::MAX),
        Tally("content", &Is("role", &["reference_audio"]), 4, usize::MAX),
        Tally("content", &Is("role", REFERENCE), 13, usize::MAX),
    ]),
    "must have at most 1 first_frame, 1 last_frame, 9 reference_image, 3 reference_video and 3 reference_audio, \
     and 12 references in all",
);
const ONE_KIND: Law = refuse(
    "not_both",
    "content",
    All(&[
        Each("content", &Is("role", &["first_frame", "last_frame"])),
        REFERENCES,
    ]),
    "must have frames or references, not both",
);
const SOUND_BESIDE: Law = refuse(
    "together",
    "content",
    All(&[
        Each("content", &Is("role", &["reference_audio"])),
        Not(&Each(
            "content",
            &Is("role", &["reference_image", "reference_video"]),
        )),
    ]),
    "must have a picture or a film beside a sound",
);
const REFERENCE: &[&str] = &["reference_image", "reference_video", "reference_audio"];
const REFERENCES: When = Each("content", &Is("role", REFERENCE));
const ONLY_TEXT: When = All(&[
    Each("content", &TYPED_TEXT),
    Not(&Each("content", &Not(&TYPED_TEXT))),
]);
const TYPED_TEXT: When = Is("type", &["text"]);
const MAX: When = Is("model", &["MiniMax-H3-Max"]);

const CREATE: Operation = row(
    Method::Post,
    "minimax.video_v2.create",
    "/v2/video_generation",
)
.bills()
.fields(&[
    req("model", FILLED)
        .known(&["MiniMax-H3", "MiniMax-H3-Max"])
        .doc("The model; `MiniMax-H3-Max` takes no references."),
    req("content", CONTENT).doc(
        "A text, and frames or references: at most 9 pictures, 3 films and 3 sounds, 12 files in all.",
    ),
    req("resolution", FILLED)
        .known(&["480P", "768P", "2K"])
        .doc("768P or 2K; 480P or 768P with `MiniMax-H3-Max`."),
    req("duration", DURATION).doc("Length in seconds, 4 to 15; from 5 with `MiniMax-H3-Max`."),
    RATIO,
    CALLBACK,
    WATERMARK,
])
.laws(&[
    A_TEXT,
    NOT_TOO_MANY,
    ONE_KIND,
    SOUND_BESIDE,
    refuse(
        "required",
        "ratio",
        All(&[ONLY_TEXT, Not(&Has("ratio"))]),
        "is required where there is only text",
    ),
    refuse(
        "adaptive",
        "ratio",
        All(&[ONLY_TEXT, Is("ratio", &["adaptive"])]),
        "must name a shape where there is only text",
    ),
    refuse(
        "model",
        "content",
        All(&[MAX, REFERENCES]),
        "must have no references with MiniMax-H3-Max",
    ),
    refuse(
        "range",
        "duration",
        All(&[MAX, Within("duration", 0.0, 4.0)]),
        "must be from 5 to 15 with MiniMax-H3-Max",
    ),
])
.task(&follow(
    "minimax.video_v2.generate",
    "Makes a video and waits for its link.",
))
.ids(&["task_id"])
.returns(CREATED)
.doc("Starts a video from text, frames, or references.");

const QUERY: Operation = row(
    Method::Get,
    "minimax.video_v2.query",
    "/v2/query/video_generation/{task_id}",
)
.fields(&[req("task_id", Kind::Id { number: false })
    .in_path()
    .doc("The task's id.")])
.ids(&["task.id"])
.returns(&[req("task", Kind::Object(TASK)).doc("The task.")])
.doc("Tells where a task of the last 7 days stands, with a fresh link when it is done.");

const TASK: &[Field] = &[
    req("id", Kind::Id { number: false }).doc("The task's id."),
    opt("model", TEXT).doc("The model."),
    opt("status", TEXT)
        .known(&[
            "queued",
            "running",
            "succeeded",
            "failed",
            "cancelled",
            "expired",
        ])
        .doc("Where it stands."),
    opt(
        "error",
        Kind::Object(&[
            opt("code", TEXT).doc("The provider's code, as text."),
            opt("message", TEXT).doc("Why."),
        ]),
    )
    .doc("Why it failed; null where it did not."),
    opt("created_at", INT).doc("When it was made, in seconds since 1970."),
    opt("updated_at", INT).doc("When it last changed, in seconds since 1970."),
    opt(
        "content",
        Kind::Object(&[
            opt("url", TEXT).doc("The video's link, for a limited time."),
            opt("prompt", TEXT).doc("The better prompt, where one was asked for."),
        ]),
    )
    .doc("The result; null until it is done."),
    opt("resolution", TEXT).doc("The resolution."),
    opt("duration", INT).doc("Length in seconds."),
    opt("ratio", TEXT).doc("The shape."),
    opt("usage", Kind::Object(USAGE)).doc("What it used."),
    opt("task_type", TEXT)
        .known(&["generation", "h3_context_ir", "regeneration"])
        .doc("What it does."),
    opt("modality", TEXT).doc("What it was made from."),
];

const USAGE: &[Field] = &[
    opt("total_seconds", INT).doc("All seconds that count."),
    opt("input_seconds", INT).doc("Seconds of films that were given."),
    opt("output_seconds", INT).doc("Seconds of the result."),
    opt("input_image_count", INT).doc("Pictures that were given."),
    opt("input_audio_seconds", INT).doc("Seconds of sounds that were given."),
    opt("total_tokens", INT).doc("All tokens."),
    opt("prompt_tokens", INT).doc("Tokens of the text."),
    opt("completion_tokens", INT).doc("Tokens of the result."),
];

const LIST: Operation = row(
    Method::Get,
    "minimax.video_v2.list",
    "/v2/query/video_generation",
)
.fields(&[
    opt("page_num", int(1, i64::MAX))
        .in_query()
        .doc("The page, from 1."),
    opt("page_size", int(1, i64::MAX))
        .in_query()
        .doc("The most tasks of a page."),
    opt("filter.status", TEXT)
        .known(&["queued", "running", "succeeded", "failed", "cancelled"])
        .in_query()
        .doc("Only tasks that stand there."),
    opt("filter.task_ids", TEXT)
        .in_query()
        .doc("Only these tasks."),
    opt("filter.model", TEXT)
        .in_query()
        .doc("Only tasks of this model."),
    opt("filter.task_type", TEXT)
        .known(&["generation", "h3_context_ir", "regeneration"])
        .in_query()
        .doc("Only tasks that do this."),
])
.ids(&["items.*.id"])
.returns(&[
    opt("items", list(&Kind::Object(TASK), 0, usize::MAX)).doc("The tasks; may be null."),
    opt("total", INT).doc("How many tasks there are on all pages."),
])
.doc("Lists the account's tasks of the last 7 days.");

const DELETE: Operation = row(
    Method::Delete,
    "minimax.video_v2.delete",
    "/v2/video_generation/{task_id}",
)
.fields(&[req("task_id", Kind::Id { number: false })
    .in_path()
    .doc("The task's id.")])
.ids(&["task_id"])
.returns(&[
    opt("task_id", Kind::Id { number: false }).doc("The task's id."),
    opt("action", TEXT)
        .known(&["cancelled", "deleted"])
        .doc("`cancelled` where it was queued, `deleted` where it had ended."),
    opt("status", TEXT).doc("Where it stands."),
])
.doc("Cancels a queued task, or deletes one that has ended; one that runs cannot be stopped.");

const REGENERATE: Operation = row(
    Method::Post,
    "minimax.video_v2.regenerate",
    "/v2/video_regeneration",
)
.bills()
.fields(&[
    req("model", FILLED)
        .known(&["MiniMax-H3"])
        .doc("The model."),
    opt("source_task_id", Kind::Id { number: false }).doc("The task whose video is made anew."),
    opt("content", CONTENT).doc("The video to make anew, as one item with the role `base_video`."),
    opt("resolution", TEXT)
        .known(&["2K"])
        .doc("The resolution."),
    CALLBACK,
    WATERMARK,
])
.laws(&[
    refuse(
        "required",
        "source_task_id",
        Count(&["source_task_id", "content"], 0, 0),
        "is required: give source_task_id or content",
    ),
    refuse(
        "not_both",
        "content",
        All(&[Has("source_task_id"), Has("content")]),
        "cannot be given together with source_task_id; leave one of them out",
    ),
    refuse(
        "length",
        "content",
        All(&[
            Has("content"),
            Not(&Tally("content", &Is("role", &["base_video"]), 1, 1)),
        ]),
        "must hold exactly one item of the role base_video",
    ),
])
.task(&follow(
    "minimax.video_v2.regenerate_video",
    "Makes a video anew in 2K and waits for its link.",
))
.ids(&["task_id"])
.returns(CREATED)
.doc("Starts to make an earlier video anew, in 2K.");

const ENRICH: Operation = row(Method::Post, "minimax.video_v2.enrich", "/v2/h3_context_ir")
    .bills()
    .fields(&[
        req("model", FILLED)
            .known(&["MiniMax-H3"])
            .doc("The model."),
        req("content", CONTENT).doc("What the video would be made from."),
        opt("duration", DURATION).doc("Length of the video in seconds, 4 to 15."),
        RATIO,
        CALLBACK,
    ])
    .laws(&[A_TEXT, NOT_TOO_MANY, ONE_KIND, SOUND_BESIDE])
    .task(&follow(
        "minimax.video_v2.enrich_prompt",
        "Writes a better prompt for a video and waits for it.",
    ))
    .ids(&["task_id"])
    .returns(CREATED)
    .doc("Starts to write a better prompt for a video.");

/// The result is a link or, of an enriched prompt, a text.
fn read(answer: &Value) -> Update {
    let task = at(answer, "task").unwrap_or(answer);
    let mut update = Update::new(text_at(task, "status").unwrap_or_default());
    match update.state {
        State::Succeeded => {
            let url = text_at(task, "content.url").unwrap_or_default();
            let mut video = Output::video(url);
            if let Some(video) = &mut video {
                video.duration = number_at(task, "duration");
            }
            update.push(video);
            let prompt = text_at(task, "content.prompt");
            update.push(prompt.map(|prompt| Output::of_text(prompt.to_string())));
        }
        State::Failed => update.error = Some(task_error(task.get("error"))),
        _ => {}
    }
    update.usage = at(task, "usage").cloned().unwrap_or_default();
    update
}
