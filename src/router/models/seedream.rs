//! Seedream (`router.md` 6.11).

use super::ONE_IMAGE_FIELD;
use super::pictures::{IMAGE, IMAGES, PROMPT, REFERENCES, UP_TO_14};
use crate::field::{Field, Kind, one_of, opt, req, text};
use crate::model::{Body, Port, body, model, port};

/// The bodies.
pub const BODIES: &[Body] = &[
    body("seedream", "image", IMAGES)
        .models(&[model("doubao-seedream-4-5-251128")])
        .fields(&[
            WORDS,
            opt(
                "size",
                one_of(&[
                    "2K",
                    "4K",
                    "2048x2048",
                    "2304x1728",
                    "1728x2304",
                    "2560x1440",
                    "1440x2560",
                    "2496x1664",
                    "1664x2496",
                    "3024x1296",
                ]),
            )
            .doc("The size; default 2K."),
            IMAGE,
            UP_TO_14,
        ])
        .names(NAMES)
        .laws(&[ONE_IMAGE_FIELD])
        .ports(&[PROMPT, REFERENCES, SIZE]),
    body("seedream", "image", IMAGES)
        .models(&[
            model("doubao-seedream-5-0-lite-260128").price(0.14, 1.0, "image", ""),
            model("seedream-5-0-260128"),
        ])
        .fields(&[
            WORDS,
            opt(
                "size",
                one_of(&[
                    "2K",
                    "3K",
                    "2048x2048",
                    "2304x1728",
                    "1728x2304",
                    "2848x1600",
                    "1600x2848",
                    "2496x1664",
                    "1664x2496",
                    "3136x1344",
                    "3072x3072",
                    "3456x2592",
                    "2592x3456",
                    "4096x2304",
                    "2304x4096",
                    "2496x3744",
                    "3744x2496",
                    "4704x2016",
                ]),
            )
            .doc("The size."),
            IMAGE,
            UP_TO_14,
            opt("output_format", one_of(&["jpeg", "png"])).doc("The format."),
            opt(
                "optimize_prompt_options",
                Kind::Closed(&[opt("mode", one_of(&["standard"])).doc("How.")]),
            )
            .doc("Have the prompt improved."),
        ])
        .names(NAMES)
        .laws(&[ONE_IMAGE_FIELD])
        .ports(&[PROMPT, REFERENCES, SIZE, port("format", "output_format")]),
];

const WORDS: Field = req("prompt", text(1, 600)).doc("What to draw, at most 600 characters.");
const SIZE: Port = port("resolution", "size");

const NAMES: &[(&str, &str)] = &[
    ("prompt", "I4"),
    ("size", "I4"),
    ("images", "I4"),
    ("link", "G3"),
];
