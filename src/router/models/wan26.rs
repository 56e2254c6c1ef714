//! Wan 2.6, a model for each way to make a video (`router.md` 6.3).

use super::{ONE_IMAGE_FIELD, ONE_LENGTH, VIDEOS};
use crate::field::{Field, Kind, LINK, int, list, numbers, one_of, opt, req, text};
use crate::model::When::{All, Any, Has, Not};
use crate::model::{Body, Law, Port, body, model, port, refuse, warn};

/// The bodies. The service itself takes 1080P, so a uniform request asks for 720P where it names none.
pub const BODIES: &[Body] = &[
    body("wan2.6", "video", VIDEOS)
        .models(&[model("wan2.6-t2v").price(0.43006, 5.0, "second", "720P")])
        .fields(&[
            req("prompt", text(1, 800)).doc("What happens, in at most 800 characters."),
            DURATION,
            SECONDS,
            SIZE,
            RATIO,
            NEGATIVE,
            EXTEND,
            SEED,
            SHOTS,
            opt(
                "metadata",
                Kind::Closed(&[RESOLUTION, SIZE, DURATION, SECONDS, RATIO]),
            )
            .doc(BAG),
        ])
        .names(NAMES)
        .laws(&[ONE_LENGTH, TWICE])
        .ports(&[
            PROMPT_IN,
            DURATION_IN,
            SIZE_IN,
            RATIO_IN,
            NEGATIVE_IN,
            SEED_IN,
        ])
        .defaults(DEFAULTS),
    body("wan2.6", "video", VIDEOS)
        .models(&[model("wan2.6-i2v")])
        .fields(&[
            PROMPT,
            IMAGE,
            IMAGES,
            DURATION,
            SECONDS,
            SIZE,
            NEGATIVE,
            EXTEND,
            SEED,
            SHOTS,
            TEMPLATE,
            opt(
                "metadata",
                Kind::Closed(&[RESOLUTION, SIZE, DURATION, SECONDS]),
            )
            .doc(BAG),
        ])
        .names(FROM_PICTURE_NAMES)
        .laws(&[ONE_LENGTH, TWICE, NEEDS_PICTURE, ONE_IMAGE_FIELD])
        .ports(&[
            PROMPT_IN,
            FIRST_IN,
            DURATION_IN,
            SIZE_IN,
            NEGATIVE_IN,
            SEED_IN,
        ])
        .defaults(DEFAULTS),
    body("wan2.6", "video", VIDEOS)
        .models(&[model("wan2.6-i2v-flash")])
        .fields(&[
            PROMPT,
            IMAGE,
            IMAGES,
            REFERENCES,
            DURATION,
            SECONDS,
            SIZE,
            SOUND,
            NEGATIVE,
            EXTEND,
            SEED,
            SHOTS,
            TEMPLATE,
            opt(
                "metadata",
                Kind::Closed(&[RESOLUTION, SIZE, DURATION, SECONDS, SOUND, REFERENCES]),
            )
            .doc(BAG),
        ])
        .names(FROM_PICTURE_NAMES)
        .laws(&[ONE_LENGTH, TWICE, NEEDS_PICTURE, ONE_IMAGE_FIELD])
        .ports(&[
            PROMPT_IN,
            FIRST_IN,
            VIDEOS_IN,
            DURATION_IN,
            SIZE_IN,
            port("sound", "audio"),
            NEGATIVE_IN,
            SEED_IN,
        ])
        .defaults(DEFAULTS),
    body("wan2.6", "video", VIDEOS)
        .models(&[model("wan2.6-r2v")])
        .fields(&[
            PROMPT,
            IMAGE,
            IMAGES,
            REFERENCES,
            VIDEO,
            SHORT_DURATION,
            SHORT_SECONDS,
            SIZE,
            RATIO,
            NEGATIVE,
            EXTEND,
            SEED,
            SHOTS,
            opt(
                "metadata",
                Kind::Closed(&[
                    RESOLUTION,
                    SIZE,
                    SHORT_DURATION,
                    SHORT_SECONDS,
                    RATIO,
                    REFERENCES,
                    VIDEO,
                ]),
            )
            .doc(BAG),
        ])
        .names(NAMES)
        .laws(&[
            ONE_LENGTH,
            TWICE,
            ONE_IMAGE_FIELD,
            refuse(
                "required",
                "images",
                Not(&Any(&[
                    Has("image"),
                    Has("images"),
                    Has("reference_video_urls"),
                    Has("video_url"),
                ])),
                "is required: give image, images, reference_video_urls or video_url",
            ),
        ])
        .ports(&[
            PROMPT_IN,
            port("images.reference", "images").item(),
            VIDEOS_IN,
            DURATION_IN,
            SIZE_IN,
            RATIO_IN,
            NEGATIVE_IN,
            SEED_IN,
        ])
        .defaults(DEFAULTS),
];

const DEFAULTS: &str = r#"{"size":"720P"}"#;
const BAG: &str = "Other places for fields of the same names; better leave it out.";

const PROMPT: Field = opt("prompt", text(0, 800)).doc("What happens, in at most 800 characters.");
const IMAGE: Field = opt("image", LINK).doc("The picture; this or `images`.");
const IMAGES: Field = opt("images", list(&LINK, 1, 1)).doc("The one picture; this or `image`.");
const REFERENCES: Field =
    opt("reference_video_urls", list(&LINK, 1, 3)).doc("One to 3 videos to follow.");
const VIDEO: Field = opt("video_url", LINK).doc("A video to follow.");
const DURATION: Field = opt("duration", numbers(&[5, 10, 15])).doc("Length in seconds; default 5.");
const SHORT_DURATION: Field =
    opt("duration", numbers(&[5, 10])).doc("Length in seconds; default 5.");
const SECONDS: Field = opt(
    "seconds",
    Kind::Either(&numbers(&[5, 10, 15]), &one_of(&["5", "10", "15"])),
)
.doc("An alias of `duration`.");
const SHORT_SECONDS: Field = opt(
    "seconds",
    Kind::Either(&numbers(&[5, 10]), &one_of(&["5", "10"])),
)
.doc("An alias of `duration`.");
const SIZE: Field = opt("size", one_of(&["720P", "1080P"])).doc("The resolution; default `1080P`.");
const RESOLUTION: Field =
    opt("resolution", one_of(&["720P", "1080P"])).doc("The resolution again.");
const RATIO: Field = opt(
    "aspect_ratio",
    one_of(&["16:9", "9:16", "4:3", "3:4", "1:1"]),
)
.doc("The shape; default `16:9`.");
const SOUND: Field = opt("audio", Kind::Bool).doc("Whether it has sound; default false.");
const NEGATIVE: Field =
    opt("negative_prompt", text(0, 800)).doc("What not to show, in at most 800 characters.");
const EXTEND: Field =
    opt("prompt_extend", Kind::Bool).doc("Whether the prompt is written out; default false.");
const SEED: Field = opt("seed", int(0, 2_147_483_647)).doc("Repeats a result.");
const SHOTS: Field = opt("shot_type", one_of(&["single", "multi"])).doc("One shot or several.");
const TEMPLATE: Field = opt("template", text(0, 100)).doc("The name of an effect.");

const NAMES: &[(&str, &str)] = &[
    ("duration", "W1"),
    ("seconds", "W1"),
    ("metadata.duration", "W1"),
    ("metadata.seconds", "W1"),
    ("size", "W2"),
    ("metadata.size", "W2"),
    ("metadata.resolution", "W2"),
    ("prompt", "W4"),
    ("link", "G3"),
];
const FROM_PICTURE_NAMES: &[(&str, &str)] = &[
    ("duration", "W1"),
    ("seconds", "W1"),
    ("metadata.duration", "W1"),
    ("metadata.seconds", "W1"),
    ("size", "W2"),
    ("metadata.size", "W2"),
    ("metadata.resolution", "W2"),
    ("aspect_ratio", "W3"),
    ("metadata.aspect_ratio", "W3"),
    ("prompt", "W4"),
    ("link", "G3"),
];

const TWICE: Law = warn(
    "G5",
    "metadata",
    Any(&[
        twice!("size"),
        twice!("duration"),
        twice!("seconds"),
        twice!("aspect_ratio"),
        twice!("audio"),
        twice!("reference_video_urls"),
        twice!("video_url"),
        All(&[Has("size"), Has("metadata.resolution")]),
    ]),
    "repeats a field of the request, and which of the two counts is not said",
);
const NEEDS_PICTURE: Law = refuse(
    "required",
    "image",
    Not(&Any(&[Has("image"), Has("images")])),
    "is required: give image or images",
);

const PROMPT_IN: Port = port("prompt", "prompt");
const FIRST_IN: Port = port("images.first_frame", "image");
const VIDEOS_IN: Port = port("videos.reference", "reference_video_urls").item();
const DURATION_IN: Port = port("duration", "duration");
const SIZE_IN: Port = port("resolution", "size").words(&["720p=720P", "1080p=1080P"]);
const RATIO_IN: Port = port("aspectRatio", "aspect_ratio");
const NEGATIVE_IN: Port = port("negativePrompt", "negative_prompt");
const SEED_IN: Port = port("seed", "seed");
