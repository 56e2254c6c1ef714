//! Pixverse on both video paths (`router.md` 6.8).
//!
//! A picture is a `metadata.img_id`, a number of Pixverse's own that no operation of the router gives, so a uniform
//! request has no picture here.

use super::BOTH;
use crate::field::{FILLED, INT, Kind, TEXT, one_of, opt, req};
use crate::model::When::{All, Has, Not, Within};
use crate::model::{Body, body, model, port, warn};

/// The bodies.
pub const BODIES: &[Body] = &[body("pixverse", "video", BOTH)
    .models(&[model("pixverse-c1"), model("pixverse-v6")])
    .fields(&[
        req("prompt", FILLED).doc("What happens."),
        opt("duration", INT).doc("Length in seconds; default 5, and no limits are stated."),
        opt("size", one_of(&["16:9", "9:16", "1:1"])).doc("The shape; default `16:9`."),
        opt("quality", one_of(&["360p", "540p", "720p", "1080p"]))
            .doc("The resolution; default `720p`."),
        opt(
            "metadata",
            Kind::Object(&[
                opt("img_id", INT).doc("A picture, by Pixverse's own number of it."),
                opt("audio", Kind::Bool).doc("Whether it has sound."),
                opt("generate_audio_switch", Kind::Bool)
                    .doc("Whether it has sound, by another name."),
                opt("negative_prompt", TEXT).doc("What not to show."),
            ]),
        )
        .doc("The family's own fields."),
    ])
    .names(&[("prompt", "X1"), ("size", "X1"), ("quality", "X1")])
    .laws(&[warn(
        "X2",
        "duration",
        All(&[Has("duration"), Not(&Within("duration", 1.0, 15.0))]),
        "is outside 1 to 15 seconds; no limits are stated",
    )])
    .ports(&[
        port("prompt", "prompt"),
        port("duration", "duration"),
        port("aspectRatio", "size"),
        port("resolution", "quality"),
        port("sound", "metadata.audio"),
        port("negativePrompt", "metadata.negative_prompt"),
    ])];
