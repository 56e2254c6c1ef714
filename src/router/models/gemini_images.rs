//! Gemini's pictures (`router.md` 6.10).

use super::ONE_IMAGE_FIELD;
use super::pictures::{IMAGE, IMAGES, PROMPT, REFERENCES, UP_TO_14};
use crate::field::{Field, one_of, opt, req, text};
use crate::model::{Body, Port, body, model, port};

/// The bodies.
pub const BODIES: &[Body] = &[
    body("gemini", "image", IMAGES)
        .models(&[
            model("gemini-2.5-flash-image"),
            model("gemini-3.1-flash-image-preview"),
        ])
        .fields(&[
            WORDS,
            opt(
                "aspect_ratio",
                one_of(&[
                    "1:1", "1:4", "1:8", "2:3", "3:2", "3:4", "4:1", "4:3", "4:5", "5:4", "8:1",
                    "9:16", "16:9", "21:9",
                ]),
            )
            .doc("The shape."),
            opt("size", one_of(&["512px", "1K", "2K", "4K"])).doc("The size; default 1K."),
            IMAGE,
            UP_TO_14,
        ])
        .names(NAMES)
        .laws(&[ONE_IMAGE_FIELD])
        .ports(PORTS),
    body("gemini", "image", IMAGES)
        .models(&[model("gemini-3-pro-image-preview")])
        .fields(&[
            WORDS,
            opt(
                "aspect_ratio",
                one_of(&[
                    "1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9",
                ]),
            )
            .doc("The shape."),
            opt("size", one_of(&["1K", "2K", "4K"])).doc("The size; default 1K."),
            IMAGE,
            UP_TO_14,
        ])
        .names(NAMES)
        .laws(&[ONE_IMAGE_FIELD])
        .ports(PORTS),
];

const WORDS: Field = req("prompt", text(1, 10_000)).doc("What to draw, at most 10,000 characters.");

const NAMES: &[(&str, &str)] = &[
    ("size", "I1"),
    ("aspect_ratio", "I1"),
    ("images", "I1"),
    ("link", "G3"),
];

const PORTS: &[Port] = &[
    PROMPT,
    REFERENCES,
    port("resolution", "size"),
    port("aspectRatio", "aspect_ratio"),
];
