//! Midjourney (`router.md` 5.7). Whether a `customId` is among the last buttons of its task (J7) only the task can tell:
//! that one is given is all that is checked here.

use crate::field::{Field, MEDIA, TEXT, list, one_of, opt};
use crate::model::When::{All, Each, Has, Holds, Longer, Not, Starts};
use crate::model::{Body, body, model, port, refuse, warn};

/// The bodies.
pub const BODIES: &[Body] = &[
    body("midjourney", "image", IMAGINE)
        .open()
        .models(&[model("mj_imagine")])
        .fields(&[
            opt("prompt", TEXT)
                .doc("What to draw, with Midjourney's own options such as `--ar 16:9`."),
            BOT,
            STATE,
        ])
        .laws(&[
            refuse("J1", "prompt", Not(&Has("prompt")), "is required"),
            refuse(
                "J4",
                "prompt",
                All(&[
                    Holds("prompt", &["--iw"]),
                    Not(&Starts("prompt", &["https://", "http://"])),
                ]),
                "must begin with a picture's link where it has --iw",
            ),
            refuse(
                "J5",
                "prompt",
                All(&[
                    Holds("prompt", &["--sw"]),
                    Not(&Holds("prompt", &["--sref"])),
                ]),
                "must have --sref where it has --sw",
            ),
            warn(
                "J6",
                "prompt",
                All(&[
                    Longer("prompt", 300),
                    Holds("prompt", &["--p "]),
                    Holds("prompt", &["--sref"]),
                ]),
                "may fail: a long text does not go well with --p and --sref together",
            ),
        ])
        .ports(&[
            port("prompt", "prompt"),
            port("aspectRatio", "prompt").shape(" --ar $"),
        ]),
    body("midjourney", "image", IMAGINE)
        .open()
        .models(&[model("mj_blend")])
        .fields(&[
            opt("base64Array", list(&MEDIA, 2, 5))
                .doc("From 2 to 5 pictures, as data URLs or files; no links."),
            opt("dimensions", one_of(&["PORTRAIT", "SQUARE", "LANDSCAPE"])).doc("The shape."),
            opt("prompt", TEXT).doc("What to draw of them."),
            BOT,
            STATE,
        ])
        .names(&[("base64Array", "J2")])
        .laws(&[
            refuse(
                "J2",
                "base64Array",
                Not(&Has("base64Array")),
                "is required: from 2 to 5 pictures, as data URLs or files",
            ),
            refuse(
                "J2",
                "base64Array",
                Each(
                    "base64Array",
                    &Starts("", &["https://", "http://", "asset://", "mm_file://"]),
                ),
                "must be data URLs or files; router.midjourney.submit_blend takes links",
            ),
        ])
        .ports(&[
            port("prompt", "prompt"),
            port("images.reference", "base64Array").item(),
            port("aspectRatio", "dimensions").words(&[
                "1:1=SQUARE",
                "portrait=PORTRAIT",
                "landscape=LANDSCAPE",
            ]),
        ]),
    body(
        "midjourney",
        "image_change",
        &["router.midjourney.submit_change"],
    )
    .open()
    .models(&[
        model("mj_upscale"),
        model("mj_variation"),
        model("mj_low_variation"),
        model("mj_high_variation"),
        model("mj_reroll"),
        model("mj_zoom"),
        model("mj_custom_zoom"),
        model("mj_pan"),
    ])
    .names(&[("customId", "J7")]),
    body(
        "midjourney",
        "image_change",
        &["router.midjourney.submit_modal"],
    )
    .open()
    .models(&[model("mj_remix")])
    .names(&[("customId", "J7"), ("prompt", "J8")]),
];

const IMAGINE: &[&str] = &["router.midjourney.submit_imagine"];

const BOT: Field = opt("botType", one_of(&["MID_JOURNEY", "NIJI_JOURNEY"]))
    .doc("Who draws; default `MID_JOURNEY`.");
const STATE: Field = opt("state", TEXT).doc("The caller's own words; the task repeats them.");
