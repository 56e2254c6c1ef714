//! Veo (`router.md` 6.8).

use super::{FRAMES_OR_REFERENCES, LAST_NEEDS_FIRST, ONE_IMAGE_FIELD, VIDEOS};
use crate::field::{FILLED, Field, INT, Kind, LINK, TEXT, list, numbers, one_of, opt, req};
use crate::model::When::{All, Any, Count, Differ, Has, Is, Not};
use crate::model::{Body, Law, Port, body, model, port, refuse, warn};

/// The bodies. Neither a length nor a resolution is stated as the default, so a uniform request asks for the smaller
/// ones where it names none.
pub const BODIES: &[Body] = &[
    body("veo", "video", VIDEOS)
        .models(&[model("veo-3.0-generate-001")])
        .fields(&[
            PROMPT,
            IMAGE,
            IMAGES,
            DURATION,
            SECONDS,
            DURATION_SECONDS,
            RESOLUTION,
            RATIO,
            SNAKE_RATIO,
            SIZE,
            opt(
                "metadata",
                Kind::Closed(&[
                    DURATION_SECONDS,
                    RESOLUTION,
                    RATIO,
                    SNAKE_RATIO,
                    NEGATIVE,
                    PERSONS,
                    STORAGE,
                    COMPRESSION,
                    RESIZE,
                    SEED,
                    ROLE_MODE,
                ]),
            )
            .doc("The family's own fields."),
        ])
        .names(&[
            ("duration", "Y1"),
            ("seconds", "Y1"),
            ("durationSeconds", "Y1"),
            ("metadata.durationSeconds", "Y1"),
            ("resolution", "Y2"),
            ("metadata.resolution", "Y2"),
            ("link", "G3"),
        ])
        .laws(&[
            TIME,
            TWICE,
            ONE_IMAGE_FIELD,
            FRAMES,
            warn(
                "Y3",
                "images",
                Has("images"),
                "is listed for veo-3.1-fast-generate-001 only; give image",
            ),
        ])
        .ports(&[
            PROMPT_IN,
            port("images.first_frame", "image"),
            DURATION_IN,
            RESOLUTION_IN,
            RATIO_IN,
            NEGATIVE_IN,
            SEED_IN,
        ])
        .defaults(DEFAULTS),
    body("veo", "video", VIDEOS)
        .models(&[model("veo-3.1-fast-generate-001").price(0.72, 8.0, "second", "1080p")])
        .fields(&[
            PROMPT,
            IMAGE,
            IMAGES,
            DURATION,
            SECONDS,
            DURATION_SECONDS,
            FAST_RESOLUTION,
            RATIO,
            SNAKE_RATIO,
            SIZE,
            opt(
                "metadata",
                Kind::Closed(&[
                    DURATION_SECONDS,
                    FAST_RESOLUTION,
                    RATIO,
                    SNAKE_RATIO,
                    NEGATIVE,
                    PERSONS,
                    STORAGE,
                    COMPRESSION,
                    RESIZE,
                    SEED,
                    ROLE_MODE,
                ]),
            )
            .doc("The family's own fields."),
        ])
        .names(&[
            ("duration", "Y1"),
            ("seconds", "Y1"),
            ("durationSeconds", "Y1"),
            ("metadata.durationSeconds", "Y1"),
            ("link", "G3"),
        ])
        .laws(&[TIME, TWICE, ONE_IMAGE_FIELD, FRAMES])
        .ports(&[
            PROMPT_IN,
            port("images.first_frame", "image").beside("!images.last_frame"),
            port("images.first_frame", "images")
                .item()
                .beside("images.last_frame"),
            port("images.last_frame", "images")
                .item()
                .sets(r#"{"metadata":{"role_mode":"frame"}}"#),
            port("images.reference", "images")
                .item()
                .sets(r#"{"metadata":{"role_mode":"reference"}}"#),
            DURATION_IN,
            RESOLUTION_IN,
            RATIO_IN,
            NEGATIVE_IN,
            SEED_IN,
        ])
        .asks(&[LAST_NEEDS_FIRST, FRAMES_OR_REFERENCES])
        .defaults(DEFAULTS),
];

const DEFAULTS: &str = r#"{"duration":4,"resolution":"720p"}"#;

const PROMPT: Field = req("prompt", FILLED).doc("What happens.");
const IMAGE: Field = opt("image", LINK).doc("The first frame, as a link.");
const IMAGES: Field = opt("images", list(&LINK, 1, 3)).doc(
    "One to 3 references; two are the first and the last frame with `metadata.role_mode` `frame`.",
);
const DURATION: Field = opt("duration", numbers(&[4, 8])).doc("Length in seconds.");
const SECONDS: Field =
    opt("seconds", one_of(&["4", "8"])).doc("An alias of `duration`, as a text.");
const DURATION_SECONDS: Field =
    opt("durationSeconds", numbers(&[4, 8])).doc("An alias of `duration`.");
const RESOLUTION: Field =
    opt("resolution", one_of(&["720p", "1080p"])).doc("The resolution; no 4k here.");
const FAST_RESOLUTION: Field =
    opt("resolution", one_of(&["720p", "1080p", "4k"])).doc("The resolution.");
const RATIO: Field = opt("aspectRatio", one_of(&["16:9", "9:16"])).doc("The shape.");
const SNAKE_RATIO: Field =
    opt("aspect_ratio", one_of(&["16:9", "9:16"])).doc("An alias of `aspectRatio`.");
const SIZE: Field = opt("size", TEXT).doc("Not described; better leave it out.");
const NEGATIVE: Field = opt("negativePrompt", TEXT).doc("What not to show.");
const PERSONS: Field = opt(
    "personGeneration",
    one_of(&["allow_all", "allow_adult", "dont_allow"]),
)
.doc("Which people may be shown.");
const STORAGE: Field = opt("storageUri", TEXT).doc("Where to put the result.");
const COMPRESSION: Field =
    opt("compressionQuality", one_of(&["optimized", "lossless"])).doc("How it is compressed.");
const RESIZE: Field = opt("resizeMode", TEXT).doc("How pictures are fitted.");
const SEED: Field = opt("seed", INT).doc("Repeats a result.");
const ROLE_MODE: Field = opt("role_mode", one_of(&["reference", "frame"]))
    .doc("What two `images` are: references (default), or the first and the last frame.");

const TIME: Law = refuse(
    "G4",
    "durationSeconds",
    Differ(&[
        "duration",
        "seconds",
        "durationSeconds",
        "metadata.durationSeconds",
    ]),
    "differs from the other spellings of the length; give one of them",
);
const TWICE: Law = warn(
    "G5",
    "metadata",
    Any(&[
        twice!("durationSeconds"),
        twice!("resolution"),
        twice!("aspectRatio"),
        twice!("aspect_ratio"),
        All(&[Has("aspectRatio"), Has("aspect_ratio")]),
    ]),
    "or an alias repeats a field of the request, and which of the two counts is not said",
);
const FRAMES: Law = refuse(
    "Y4",
    "metadata.role_mode",
    All(&[
        Is("metadata.role_mode", &["frame"]),
        Not(&Count(&["images"], 2, 2)),
    ]),
    "of `frame` takes exactly two images",
);

const PROMPT_IN: Port = port("prompt", "prompt");
const DURATION_IN: Port = port("duration", "duration");
const RESOLUTION_IN: Port = port("resolution", "resolution");
const RATIO_IN: Port = port("aspectRatio", "aspectRatio");
const NEGATIVE_IN: Port = port("negativePrompt", "metadata.negativePrompt");
const SEED_IN: Port = port("seed", "metadata.seed");
