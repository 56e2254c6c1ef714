//! Vidu on both video paths (`router.md` 6.7).

use super::{BOTH, FRAMES_OR_REFERENCES, LAST_NEEDS_FIRST};
use crate::field::{Field, Kind, LINK, TEXT, int, list, numbers, one_of, opt};
use crate::model::When::{All, Area, Count, Has, Holds, Is, Not};
use crate::model::{Body, Law, Port, body, model, port, refuse, warn};

/// The bodies. The service itself takes 1080p, so a uniform request asks for 720p where it names none.
pub const BODIES: &[Body] = &[
    body("vidu", "video", BOTH)
        .open()
        .models(&[model("viduq1")])
        .fields(&[
            PROMPT,
            opt("duration", numbers(&[5])).doc("Length in seconds: 5."),
            SIZE,
            opt(
                "metadata",
                Kind::Object(
                    &[opt("resolution", one_of(&["1080p"])).doc("The resolution: 1080p.")],
                ),
            )
            .doc("The family's own fields."),
        ])
        .names(NAMES)
        .laws(&[NEEDS_PROMPT, TWO, RATIO_ONLY, OTHER_RATIO])
        .ports(&[PORT_PROMPT, PORT_DURATION, PORT_RATIO, PORT_RESOLUTION]),
    body("vidu", "video", BOTH)
        .open()
        .models(&[model("viduq2")])
        .fields(&[
            PROMPT,
            opt("duration", int(4, 8)).doc("Length in seconds; default 5."),
            SIZE,
            METADATA,
        ])
        .names(NAMES)
        .laws(&[
            NEEDS_PROMPT,
            TWO,
            RATIO_ONLY,
            OTHER_RATIO,
            warn(
                "V2",
                "images",
                Has("images"),
                "is listed for other models only; viduq2 is said to be for texts",
            ),
        ])
        .ports(&[PORT_PROMPT, PORT_DURATION, PORT_RATIO, PORT_RESOLUTION])
        .defaults(DEFAULTS),
    body("vidu", "video", BOTH)
        .open()
        .models(&[model("viduq2-pro"), model("viduq2-turbo")])
        .fields(&[
            PROMPT,
            IMAGES,
            opt("duration", int(4, 8)).doc("Length in seconds; default 5."),
            SIZE,
            METADATA,
        ])
        .names(NAMES)
        .laws(&[
            refuse(
                "V1",
                "images",
                Not(&Has("images")),
                "is required: this model only animates pictures",
            ),
            TWO,
            RATIO_ONLY,
            OTHER_RATIO,
        ])
        .ports(PORTS)
        .asks(ASKS)
        .defaults(DEFAULTS),
    body("vidu", "video", BOTH)
        .open()
        .models(&[model("viduq3-pro"), model("viduq3-turbo")])
        .fields(&[
            PROMPT,
            IMAGES,
            opt("duration", int(1, 16)).doc("Length in seconds; default 5, and billed each."),
            SIZE,
            METADATA,
        ])
        .names(NAMES)
        .laws(&[NEEDS_PROMPT, TWO, RATIO_ONLY, OTHER_RATIO])
        .ports(PORTS)
        .asks(ASKS)
        .defaults(DEFAULTS),
];

const PROMPT: Field = opt("prompt", TEXT).doc("What happens; needed without pictures.");
const IMAGES: Field = opt("images", list(&LINK, 0, usize::MAX))
    .doc("One picture as a reference, or the first and the last frame.");
const SIZE: Field = opt("size", TEXT)
    .known(&["16:9", "9:16", "1:1"])
    .doc("The shape, as a ratio; default `16:9`.");
const METADATA: Field = opt(
    "metadata",
    Kind::Object(&[opt("resolution", one_of(&["540p", "720p", "1080p"])).doc("Default 1080p.")]),
)
.doc("The family's own fields.");

const NAMES: &[(&str, &str)] = &[
    ("duration", "V5"),
    ("metadata.resolution", "V6"),
    ("size", "V7"),
    ("link", "G3"),
];

const DEFAULTS: &str = r#"{"metadata":{"resolution":"720p"}}"#;

const NEEDS_PROMPT: Law = refuse(
    "V3",
    "prompt",
    All(&[Not(&Has("prompt")), Not(&Has("images"))]),
    "is required without pictures",
);
const TWO: Law = refuse(
    "V4",
    "images",
    Count(&["images"], 3, usize::MAX),
    "must be at most two: a reference, or the first and the last frame",
);
const RATIO_ONLY: Law = refuse(
    "V7",
    "size",
    All(&[
        Has("size"),
        Not(&All(&[Holds("size", &[":"]), Area("size", 1, u64::MAX)])),
    ]),
    "must be a ratio such as 16:9; the resolution is metadata.resolution",
);
const OTHER_RATIO: Law = warn(
    "V7",
    "size",
    All(&[
        Holds("size", &[":"]),
        Area("size", 1, u64::MAX),
        Not(&Is("size", &["16:9", "9:16", "1:1"])),
    ]),
    "is none of the ratios that are named: 16:9, 9:16, 1:1",
);

const PORT_PROMPT: Port = port("prompt", "prompt");
const PORT_DURATION: Port = port("duration", "duration");
const PORT_RATIO: Port = port("aspectRatio", "size");
const PORT_RESOLUTION: Port = port("resolution", "metadata.resolution");
const PORTS: &[Port] = &[
    PORT_PROMPT,
    port("images.first_frame", "images").item(),
    port("images.last_frame", "images").item(),
    port("images.reference", "images").item(),
    PORT_DURATION,
    PORT_RATIO,
    PORT_RESOLUTION,
];

/// Two pictures are the first and the last frame, and one alone is a reference.
const ASKS: &[Law] = &[
    LAST_NEEDS_FIRST,
    FRAMES_OR_REFERENCES,
    refuse(
        "roles",
        "images.first_frame",
        All(&[Has("images.first_frame"), Not(&Has("images.last_frame"))]),
        "would be a reference here: give it that role, or a last frame beside it",
    ),
    refuse(
        "roles",
        "images.reference",
        Count(&["images.reference"], 2, usize::MAX),
        "is one picture here: two are taken for the first and the last frame",
    ),
];
