//! Sonic's music (`router.md` 6.13).

use crate::field::{Kind, TEXT, num, one_of, opt, req, text};
use crate::model::When::{All, Has, Is, Not};
use crate::model::{Body, body, model, port, warn};

/// The bodies.
pub const BODIES: &[Body] = &[body("sonic", "music", &["router.music.create"])
    .models(&[model("sonic").price(0.15, 1.0, "call", "two songs")])
    .fields(&[
        req("prompt", text(1, 5000)).doc("What the song is to be; at most 5,000 characters."),
        opt(
            "model_version",
            one_of(&[
                "sonic-v3-5",
                "sonic-v4",
                "sonic-v4-5",
                "sonic-v4-5-plus",
                "sonic-v5",
            ]),
        )
        .doc("The model's version; default `sonic-v4`."),
        opt("custom_mode", Kind::Bool)
            .doc("The mode in which details are one's own; default true."),
        opt("auto_lyrics", Kind::Bool).doc("Have the words written; default false."),
        opt("gpt_description_prompt", text(0, 400))
            .doc("A description of the song, at most 400 characters."),
        opt("make_instrumental", Kind::Bool).doc("Without singing; default false."),
        opt("title", text(0, 120)).doc("The title, at most 120 characters."),
        opt("tags", text(0, 1000)).doc("Styles, at most 1,000 characters."),
        opt("negative_tags", TEXT).doc("Styles to keep away from."),
        opt("vocal_gender", TEXT)
            .known(&["m", "f"])
            .doc("Who sings."),
        opt("style_weight", num(0.0, 1.0)).doc("How closely it keeps to the styles, from 0 to 1."),
        opt("weirdness_constraint", num(0.0, 1.0)).doc("How odd it may get, from 0 to 1."),
    ])
    .names(&[
        ("required", "A2"),
        ("length", "A2"),
        ("range", "A2"),
        ("value", "A2"),
        ("type", "A2"),
    ])
    .laws(&[warn(
        "A3",
        "vocal_gender",
        All(&[Has("vocal_gender"), Not(&Is("vocal_gender", &["m", "f"]))]),
        "is m or f as a rule",
    )])
    .ports(&[
        port("prompt", "prompt"),
        port("negativePrompt", "negative_tags"),
        port("instrumental", "make_instrumental"),
        port("title", "title"),
        port("style", "tags"),
    ])];
