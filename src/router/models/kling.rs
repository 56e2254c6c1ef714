//! Kling's older models, on three paths with two shapes of one request (`router.md` 6.5).
//!
//! Their schemas are open, so a field of the other shape would pass there, do nothing, and be paid for (L5).
//! Whether the pictures behind the links are readable and of a sane size cannot be told before they are sent.

use super::{ONE_IMAGE_FIELD, VIDEOS};
use crate::field::{FILLED, Field, Kind, LINK, TEXT, list, num, numbers, one_of, opt, req};
use crate::model::When::{All, Any, Has, Not};
use crate::model::{Body, Law, Model, Port, body, model, port, refuse, warn};

/// A field of the other shape, and what it is called in this one.
macro_rules! elsewhere {
    ($name:literal, $here:literal) => {
        refuse(
            "L5",
            $name,
            Has($name),
            concat!("is of the other path's request; here it is ", $here),
        )
    };
}

/// The laws of the paths whose fields are all at the top, with more.
macro_rules! flat {
    ($($more:expr),*) => {
        &[
            elsewhere!("size", "aspect_ratio"),
            elsewhere!("images", "image"),
            elsewhere!("metadata.mode", "mode"),
            elsewhere!("metadata.image_tail", "image_tail"),
            elsewhere!("metadata.cfg_scale", "cfg_scale"),
            elsewhere!("metadata.negative_prompt", "negative_prompt"),
            CAMERA_ASIDE,
            $($more),*
        ]
    };
}

/// The laws of the path whose fields are mostly in `metadata`, with more.
macro_rules! generic {
    ($($more:expr),*) => {
        &[
            elsewhere!("aspect_ratio", "size"),
            elsewhere!("mode", "metadata.mode"),
            elsewhere!("image_tail", "metadata.image_tail"),
            elsewhere!("cfg_scale", "metadata.cfg_scale"),
            elsewhere!("negative_prompt", "metadata.negative_prompt"),
            elsewhere!("camera_control", "metadata.camera_control"),
            ONE_IMAGE_FIELD,
            NEEDS_PROMPT,
            GENERIC_TAIL,
            $($more),*
        ]
    };
}

/// The bodies. The service itself takes 1:1, so a uniform request asks for 16:9 where it names no ratio (L6).
pub const BODIES: &[Body] = &[
    body("kling", "video", VIDEOS)
        .open()
        .models(MODELS)
        .fields(&[
            PROMPT, FIRST, LAST, DURATION, RATIO, MODE, NEGATIVE, SCALE, CAMERA,
        ])
        .names(NAMES)
        .laws(flat!(NEEDS_PROMPT, TAIL))
        .ports(&[
            PROMPT_IN,
            FIRST_IN,
            LAST_IN,
            DURATION_IN,
            port("resolution", "mode").words(&["720p=std", "1080p=pro"]),
            RATIO_IN,
            NEGATIVE_IN,
        ])
        .defaults(DEFAULTS),
    body("kling", "video", VIDEOS)
        .open()
        .models(MASTERS)
        .fields(&[
            PROMPT, FIRST, LAST, DURATION, RATIO, NEGATIVE, SCALE, CAMERA,
        ])
        .names(NAMES)
        .laws(flat!(NEEDS_PROMPT, TAIL, NO_MODE))
        .ports(&[
            PROMPT_IN,
            FIRST_IN,
            LAST_IN,
            DURATION_IN,
            RATIO_IN,
            NEGATIVE_IN,
        ])
        .defaults(DEFAULTS),
    body("kling", "video", FROM_TEXT)
        .open()
        .models(MODELS)
        .fields(&[
            REQUIRED_PROMPT,
            DURATION,
            RATIO,
            MODE,
            NEGATIVE,
            SCALE,
            CAMERA,
        ])
        .names(NAMES)
        .laws(flat!(NO_PICTURE, NO_TAIL)),
    body("kling", "video", FROM_TEXT)
        .open()
        .models(MASTERS)
        .fields(&[REQUIRED_PROMPT, DURATION, RATIO, NEGATIVE, SCALE, CAMERA])
        .names(NAMES)
        .laws(flat!(NO_PICTURE, NO_TAIL, NO_MODE)),
    body("kling", "video", FROM_IMAGE)
        .open()
        .models(MODELS)
        .fields(&[
            PROMPT,
            REQUIRED_FIRST,
            LAST,
            DURATION,
            RATIO,
            MODE,
            NEGATIVE,
            SCALE,
            CAMERA,
        ])
        .names(NAMES)
        .laws(flat!()),
    body("kling", "video", FROM_IMAGE)
        .open()
        .models(MASTERS)
        .fields(&[
            PROMPT,
            REQUIRED_FIRST,
            LAST,
            DURATION,
            RATIO,
            NEGATIVE,
            SCALE,
            CAMERA,
        ])
        .names(NAMES)
        .laws(flat!(NO_MODE)),
    body("kling", "video", GENERIC)
        .open()
        .models(MODELS)
        .fields(&[
            PROMPT,
            FIRST,
            PICTURES,
            DURATION,
            SIZE,
            opt(
                "metadata",
                Kind::Object(&[MODE, LAST, NEGATIVE, SCALE, CAMERA]),
            )
            .doc("The family's own fields."),
        ])
        .names(NAMES)
        .laws(generic!()),
    body("kling", "video", GENERIC)
        .open()
        .models(MASTERS)
        .fields(&[
            PROMPT,
            FIRST,
            PICTURES,
            DURATION,
            SIZE,
            opt("metadata", Kind::Object(&[LAST, NEGATIVE, SCALE, CAMERA]))
                .doc("The family's own fields."),
        ])
        .names(NAMES)
        .laws(generic!(NO_MODE)),
];

const MODELS: &[Model] = &[
    model("kling-v1"),
    model("kling-v1-6"),
    model("kling-v2-5-turbo"),
    model("kling-v2-6"),
    model("kling-video-o1"),
];
const MASTERS: &[Model] = &[model("kling-v2-master"), model("kling-v2-1-master")];

const FROM_TEXT: &[&str] = &["router.kling.text_to_video.create"];
const FROM_IMAGE: &[&str] = &["router.kling.image_to_video.create"];
const GENERIC: &[&str] = &["router.video_generations.create"];

const DEFAULTS: &str = r#"{"aspect_ratio":"16:9"}"#;

const PROMPT: Field = opt("prompt", TEXT).doc("What happens; needed without a picture.");
const REQUIRED_PROMPT: Field = req("prompt", FILLED).doc("What happens.");
const FIRST: Field = opt("image", LINK).doc("The first frame, as a link.");
const REQUIRED_FIRST: Field = req("image", LINK).doc("The first frame, as a link.");
const PICTURES: Field =
    opt("images", list(&LINK, 0, usize::MAX)).doc("Pictures, as links; this or `image`.");
const LAST: Field = opt("image_tail", LINK).doc("The last frame, as a link; beside a first one.");
const DURATION: Field = opt("duration", numbers(&[5, 10])).doc("Length in seconds; default 5.");
const RATIO: Field = opt("aspect_ratio", one_of(&["1:1", "16:9", "9:16"]))
    .doc("The shape; default `1:1`, so better always give it.");
const SIZE: Field = opt("size", one_of(&["1:1", "16:9", "9:16"]))
    .doc("The shape; default `1:1`, so better always give it.");
const MODE: Field = opt("mode", one_of(&["std", "pro"])).doc("The quality; default `std`.");
const NEGATIVE: Field = opt("negative_prompt", TEXT).doc("What not to show.");
const SCALE: Field =
    opt("cfg_scale", num(0.0, 1.0)).doc("How closely to follow the prompt; default 0.5.");
const CAMERA: Field = opt(
    "camera_control",
    Kind::Object(&[
        opt("type", TEXT).doc("The kind of movement."),
        opt("config", Kind::Object(&[]))
            .doc("How far it moves: `horizontal`, `vertical`, `pan`, `tilt`, `roll`, `zoom`."),
    ]),
)
.doc("How the camera moves.");

const NAMES: &[(&str, &str)] = &[
    ("cfg_scale", "L3"),
    ("metadata.cfg_scale", "L3"),
    ("link", "G3"),
];

const NEEDS_PROMPT: Law = refuse(
    "L1",
    "prompt",
    All(&[Not(&Has("prompt")), Not(&Has("image")), Not(&Has("images"))]),
    "is required without a picture",
);
const NO_MODE: Law = refuse(
    "L2",
    "mode",
    Any(&[Has("mode"), Has("metadata.mode")]),
    "is nothing that the master models take",
);
const TAIL: Law = refuse(
    "L4",
    "image_tail",
    All(&[Has("image_tail"), Not(&Has("image"))]),
    "needs a first frame beside it: image",
);
const CAMERA_ASIDE: Law = warn(
    "L5",
    "metadata.camera_control",
    Has("metadata.camera_control"),
    "is said to go here, and declared at the top: better give camera_control there",
);
const NO_PICTURE: Law = refuse("L5", "image", Has("image"), FROM_TEXT_ONLY);
const NO_TAIL: Law = refuse("L5", "image_tail", Has("image_tail"), FROM_TEXT_ONLY);
const FROM_TEXT_ONLY: &str =
    "is nothing that this path takes; use router.kling.image_to_video.create";
const GENERIC_TAIL: Law = refuse(
    "L4",
    "metadata.image_tail",
    All(&[
        Has("metadata.image_tail"),
        Not(&Has("image")),
        Not(&Has("images")),
    ]),
    "needs a first frame beside it: image",
);
const PROMPT_IN: Port = port("prompt", "prompt");
const FIRST_IN: Port = port("images.first_frame", "image");
const LAST_IN: Port = port("images.last_frame", "image_tail");
const DURATION_IN: Port = port("duration", "duration");
const RATIO_IN: Port = port("aspectRatio", "aspect_ratio");
const NEGATIVE_IN: Port = port("negativePrompt", "negative_prompt");
