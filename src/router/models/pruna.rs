//! Pruna (`router.md` 6.11).

use super::ONE_IMAGE_FIELD;
use super::pictures::{ANY_SEED, IMAGE, IMAGES, MANY, PROMPT, REFERENCES, UNCHECKED};
use crate::field::{FILLED, Kind, TEXT, int, one_of, opt, req};
use crate::model::When::{All, Any, Count, Has, Is, Not};
use crate::model::{Body, body, model, port, refuse};

/// The bodies.
pub const BODIES: &[Body] = &[
    body("pruna", "image", IMAGES)
        .models(&[model("prunaai/p-image").price(0.005, 1.0, "image", "")])
        .fields(&[
            req("prompt", FILLED).doc("What to draw."),
            opt("size", TEXT)
                .known(&["1024x1024"])
                .doc("The size in pixels."),
            opt(
                "aspect_ratio",
                one_of(&["1:1", "16:9", "9:16", "3:2", "2:3", "3:4", "4:3", "custom"]),
            )
            .doc("The shape; with `custom`, `width` and `height` say it."),
            opt("width", int(256, 1440)).doc("Width in pixels, with `aspect_ratio` `custom`."),
            opt("height", int(256, 1440)).doc("Height in pixels, with `aspect_ratio` `custom`."),
            ANY_SEED,
            UNCHECKED,
        ])
        .names(&[("width", "I12"), ("height", "I12")])
        .laws(&[refuse(
            "I12",
            "width",
            All(&[
                Any(&[Has("width"), Has("height")]),
                Not(&Is("aspect_ratio", &["custom"])),
            ]),
            "and height go only with aspect_ratio custom",
        )])
        .ports(&[
            PROMPT,
            port("resolution", "size"),
            port("aspectRatio", "aspect_ratio"),
            port("seed", "seed"),
        ]),
    body("pruna", "image", IMAGES)
        .models(&[model("prunaai/p-image-edit")])
        .fields(&[
            req("prompt", FILLED).doc("What to change."),
            IMAGE,
            MANY,
            opt("extra_fields", Kind::Object(&[]))
                .doc("More, as `{input: {images, aspect_ratio, turbo, seed}}`."),
            opt(
                "aspect_ratio",
                one_of(&["1:1", "16:9", "9:16", "3:2", "2:3", "3:4", "4:3"]),
            )
            .doc("The shape."),
            opt("turbo", Kind::Bool).doc("Draw faster."),
            ANY_SEED,
            UNCHECKED,
        ])
        .names(&[("prompt", "I11"), ("link", "G3")])
        .laws(&[
            ONE_IMAGE_FIELD,
            refuse(
                "I11",
                "images",
                Count(
                    &[
                        "image",
                        "images",
                        "extra_fields.input.images",
                        "extra_fields.images",
                    ],
                    0,
                    0,
                ),
                "is required: give a picture in image, images or extra_fields.input.images",
            ),
        ])
        .ports(&[
            PROMPT,
            port("images.source", "images").item(),
            REFERENCES,
            port("aspectRatio", "aspect_ratio"),
            port("seed", "seed"),
        ]),
];
