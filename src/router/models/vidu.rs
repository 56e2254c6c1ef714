//! Vidu on both video paths (`router.md` 6.7).

use crate::field::{Field, Kind, LINK, int, list, numbers, one_of, opt};
use crate::model::When::{Has, Not};
use crate::model::{Body, Port, body, model, port, refuse, warn};
use crate::operation::TEXT;

/// The bodies.
pub const BODIES: &[Body] = &[
    body("vidu", "video", ROUTES)
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
        .laws(&[refuse(
            "V3",
            "prompt",
            Not(&Has("prompt")),
            "is required without pictures",
        )])
        .ports(&[PORT_PROMPT, PORT_DURATION, PORT_RATIO, PORT_RESOLUTION]),
    body("vidu", "video", ROUTES)
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
            refuse(
                "V3",
                "prompt",
                Not(&Has("prompt")),
                "is required without pictures",
            ),
            warn(
                "V2",
                "images",
                Has("images"),
                "is listed for other models only; viduq2 is said to be for texts",
            ),
        ])
        .ports(&[PORT_PROMPT, PORT_DURATION, PORT_RATIO, PORT_RESOLUTION]),
    body("vidu", "video", ROUTES)
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
        .laws(&[refuse(
            "V1",
            "images",
            Not(&Has("images")),
            "is required: this model only animates pictures",
        )])
        .ports(PORTS),
    body("vidu", "video", ROUTES)
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
        .laws(&[refuse(
            "V3",
            "prompt",
            crate::model::When::All(&[Not(&Has("prompt")), Not(&Has("images"))]),
            "is required without pictures",
        )])
        .ports(PORTS),
];

const ROUTES: &[&str] = &["router.videos.create"];

const PROMPT: Field = opt("prompt", TEXT).doc("What happens; needed without pictures.");
const IMAGES: Field = opt("images", list(&LINK, 1, 2))
    .doc("One picture as a reference, or the first and the last frame.");
const SIZE: Field = opt("size", one_of(&["16:9", "9:16", "1:1"])).doc("The shape; default `16:9`.");
const METADATA: Field = opt(
    "metadata",
    Kind::Object(&[opt("resolution", one_of(&["540p", "720p", "1080p"])).doc("Default 1080p.")]),
)
.doc("The family's own fields.");

const NAMES: &[(&str, &str)] = &[
    ("images", "V4"),
    ("duration", "V5"),
    ("metadata.resolution", "V6"),
    ("size", "V7"),
];

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
