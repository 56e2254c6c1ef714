//! MiniMax pictures (`minimax.md` 8).

use super::provider::native;
use crate::model::When::{All, Has, Not, Remainder};
use crate::model::{Law, refuse};
use crate::operation::{
    Encoding, FILLED, Field, INT, Inline, Kind, MEDIA, Method, Operation, TEXT, files_under, int,
    list, num, opt, req, text,
};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![GENERATE];

const SUBJECT: &[Field] = &[
    req("type", FILLED)
        .known(&["character"])
        .doc("What the picture shows."),
    req("image_file", Kind::Media(files_under(10, "jpg png")))
        .doc("The picture: JPEG or PNG under 10 MB, as a link, a data URL or a file."),
];

const STYLE: &[Field] = &[
    opt("style_type", TEXT).doc("The style's name."),
    opt("style_weight", num(0.0, 1.0)).doc("How strongly it counts."),
];

const fn in_eights(side: &'static str) -> Law {
    let says = "must be a multiple of 8";
    refuse("multiple_of_8", side, Remainder(side, 8), says)
}

const GENERATE: Operation = native(
    Method::Post,
    "minimax.image.generate",
    "/v1/image_generation",
)
.bills()
.fields(&[
    req("model", FILLED)
        .known(&["image-01", "image-01-live"])
        .doc("The model; `image-01-live` draws from a subject reference."),
    req("prompt", text(1, 1500)).doc("What to draw, at most 1,500 characters."),
    opt("subject_reference", list(&Kind::Object(SUBJECT), 1, 1))
        .doc("A person that the picture is to show; one item."),
    opt("aspect_ratio", TEXT)
        .known(&["1:1", "16:9", "4:3", "3:2", "2:3", "3:4", "9:16", "21:9"])
        .doc("The shape; default `1:1`. `21:9` only with `image-01`."),
    opt("width", int(512, 2048))
        .doc("Width in pixels, a multiple of 8, together with `height`; only with `image-01`."),
    opt("height", int(512, 2048))
        .doc("Height in pixels, a multiple of 8, together with `width`; only with `image-01`."),
    opt("response_format", TEXT)
        .known(&["url", "base64"])
        .doc("`url` (default) gives links for 24 hours, `base64` the bytes."),
    opt("seed", INT).doc("The same seed and request give the same picture; default random."),
    opt("n", int(1, 9)).doc("How many pictures; default 1."),
    opt("prompt_optimizer", Kind::Bool).doc("Let the service improve the prompt; default false."),
    opt("aigc_watermark", Kind::Bool).doc("Mark the picture as generated; only in the cn region."),
    opt("style", Kind::Object(STYLE)).doc("A style for `image-01-live`."),
])
.laws(&[
    refuse(
        "together",
        "height",
        All(&[Has("width"), Not(&Has("height"))]),
        "is needed together with width",
    ),
    refuse(
        "together",
        "width",
        All(&[Has("height"), Not(&Has("width"))]),
        "is needed together with height",
    ),
    refuse(
        "not_both",
        "width",
        All(&[Has("aspect_ratio"), Has("width")]),
        "cannot be given together with aspect_ratio; leave one of them out",
    ),
    in_eights("width"),
    in_eights("height"),
])
.media(&[Inline {
    path: &["data", "image_base64", "*"],
    encoding: Encoding::Base64,
}])
.returns(&[
    req("id", TEXT).doc("The request's id."),
    opt(
        "data",
        Kind::Object(&[
            opt("image_urls", list(&TEXT, 0, 9)).doc("Links, good for 24 hours."),
            opt("image_base64", list(&MEDIA, 0, 9)).doc("The pictures themselves."),
        ]),
    )
    .doc("The pictures; null when all were withheld."),
    opt(
        "metadata",
        Kind::Object(&[
            opt("success_count", Kind::Either(&INT, &TEXT)).doc("How many were made."),
            opt("failed_count", Kind::Either(&INT, &TEXT)).doc("How many were withheld."),
        ]),
    )
    .doc("Counts, as numbers or as texts."),
])
.doc("Draws pictures from a prompt, and from a subject's picture.");
