//! GPT Image (`router.md` 6.11).

use super::ONE_IMAGE_FIELD;
use super::pictures::{IMAGES, PROMPT, REFERENCES};
use crate::field::{FILLED, MEDIA, TEXT, int, list, one_of, opt, req};
use crate::model::When::{All, Any, Count, Each, Has, Is, Not, Starts, Within};
use crate::model::{Body, body, model, port, refuse, warn};

/// The bodies.
pub const BODIES: &[Body] = &[body("gpt-image", "image", IMAGES)
    .models(&[model("gpt-image-2").price(0.084, 1.0, "image", "")])
    .fields(&[
        req("prompt", FILLED).doc("What to draw."),
        opt("size", TEXT)
            .known(&["1024x1024", "1536x1024"])
            .doc("The size in pixels; any text passes."),
        opt("quality", TEXT)
            .known(&["high"])
            .doc("How carefully it is drawn; any text passes."),
        opt("background", TEXT)
            .known(&["transparent"])
            .doc("The background; any text passes."),
        opt("input_fidelity", TEXT)
            .known(&["high"])
            .doc("How closely it keeps to the pictures; any text passes."),
        opt("moderation", TEXT)
            .known(&["low"])
            .doc("How strictly it is moderated; any text passes."),
        opt("image", MEDIA).doc("One picture to start from, better as a link."),
        opt("images", list(&MEDIA, 1, usize::MAX)).doc("Pictures to start from, better as links."),
        opt("mask", MEDIA).doc("Where to draw; needs a picture."),
        opt("n", int(0, i64::MAX)).doc("How many pictures."),
        opt("output_format", one_of(&["png", "jpeg", "webp"])).doc("The format; default png."),
        opt("output_compression", int(0, 100)).doc(
            "How much jpeg and webp are compressed; default 100, which is the only one for png.",
        ),
    ])
    .names(&[("output_compression", "I2"), ("output_format", "I2")])
    .laws(&[
        ONE_IMAGE_FIELD,
        refuse(
            "I2",
            "output_compression",
            All(&[
                Has("output_compression"),
                Not(&Within("output_compression", 100.0, 100.0)),
                Not(&Is("output_format", &["jpeg", "webp"])),
            ]),
            "must be 100 or left out for png, which is the default format",
        ),
        refuse(
            "I3",
            "mask",
            All(&[Has("mask"), Count(&["image", "images"], 0, 0)]),
            "needs a picture beside it",
        ),
        warn(
            "G7",
            "images",
            Any(&[
                All(&[Has("image"), Not(&Starts("image", WEB))]),
                Each("images", &Not(&Starts("", WEB))),
                All(&[Has("mask"), Not(&Starts("mask", WEB))]),
            ]),
            "may have to be links: no document says that this model takes the data itself",
        ),
    ])
    .ports(&[
        PROMPT,
        port("images.source", "images").item(),
        REFERENCES,
        port("images.mask", "mask"),
        port("resolution", "size"),
        port("count", "n"),
        port("format", "output_format"),
    ])];

const WEB: &[&str] = &["https://", "http://"];
