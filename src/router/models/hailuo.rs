//! MiniMax Hailuo on both of the router's video paths (`router.md` 6.9).

use super::BOTH;
use crate::field::{FILLED, Field, Kind, LINK, numbers, one_of, opt};
use crate::model::When::{All, Has, Is, Not};
use crate::model::{Body, Law, Port, body, model, port, refuse, warn};

/// The bodies. One path states no default for the size, so a uniform request always has one (M4).
pub const BODIES: &[Body] = &[
    body("hailuo", "video", BOTH)
        .models(&[model("MiniMax-Hailuo-02")])
        .fields(&[
            PROMPT,
            DURATION,
            opt("size", one_of(&["512p", "768p", "1080p"]))
                .doc("The resolution; `1080p` of 6 seconds only. Better always give it."),
            METADATA,
        ])
        .names(&[("link", "G3")])
        .laws(&[NEEDS_PROMPT, LONG, SIZELESS])
        .ports(PORTS)
        .defaults(DEFAULTS),
    body("hailuo", "video", BOTH)
        .models(&[model("MiniMax-Hailuo-2.3")])
        .fields(&[PROMPT, DURATION, SIZE, METADATA])
        .names(NAMES)
        .laws(&[NEEDS_PROMPT, LONG, SIZELESS])
        .ports(PORTS)
        .defaults(DEFAULTS),
    body("hailuo", "video", BOTH)
        .models(&[model("MiniMax-Hailuo-2.3-Fast")])
        .fields(&[PROMPT, DURATION, SIZE, METADATA])
        .names(NAMES)
        .laws(&[
            refuse(
                "M1",
                "metadata.first_frame_image",
                Not(&Has("metadata.first_frame_image")),
                "is required: this model only animates a picture",
            ),
            LONG,
            SIZELESS,
        ])
        .ports(PORTS)
        .defaults(DEFAULTS),
];

const DEFAULTS: &str = r#"{"size":"768p"}"#;

const PROMPT: Field = opt("prompt", FILLED).doc("What happens; needed without a first frame.");
const DURATION: Field = opt("duration", numbers(&[6, 10])).doc("Length in seconds; default 6.");
const SIZE: Field = opt("size", one_of(&["768p", "1080p"]))
    .doc("The resolution; `1080p` of 6 seconds only. Better always give it.");
const METADATA: Field = opt(
    "metadata",
    Kind::Object(&[opt("first_frame_image", LINK).doc("The first frame, as a link.")]),
)
.doc("The family's own fields.");

const NAMES: &[(&str, &str)] = &[("size", "M2"), ("link", "G3")];

const NEEDS_PROMPT: Law = refuse(
    "M5",
    "prompt",
    All(&[Not(&Has("prompt")), Not(&Has("metadata.first_frame_image"))]),
    "is required without a first frame",
);
const LONG: Law = refuse(
    "M3",
    "duration",
    All(&[
        Is("size", &["1080p"]),
        Has("duration"),
        Not(&Is("duration", &["6"])),
    ]),
    "must be 6 at 1080p",
);
const SIZELESS: Law = warn(
    "M4",
    "size",
    All(&[Not(&Has("size")), Is("duration", &["10"])]),
    "is better given: without it 10 seconds may be refused",
);

const PORTS: &[Port] = &[
    port("prompt", "prompt"),
    port("images.first_frame", "metadata.first_frame_image"),
    port("duration", "duration"),
    port("resolution", "size"),
];
