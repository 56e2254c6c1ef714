//! Seedance on the video path, with its older names, and on the contents path (`router.md` 6.1, 6.2).
//!
//! The router takes links only, so what is stated of the files themselves cannot be told before they are sent: their
//! type, size, sides, length and frame rate (S7, S8), the size of the whole (S9), the state of an asset (S10).

use super::{FRAMES_OR_REFERENCES, LAST_NEEDS_FIRST, VIDEOS};
use crate::field::Field;
use crate::field::{FILLED, Kind, int, list, one_of, opt};
use crate::model::When::{All, Any, Count, Differ, Has, Holds, Is, Not, Ratio, Wordy};
use crate::model::{Body, Law, Port, body, model, port, refuse, warn};
use crate::operation::TEXT;

/// The bodies.
pub const BODIES: &[Body] = &[
    body("seedance", "video", VIDEOS)
        .models(&[
            model("seedance-2.0").price(2.2743, 10.0, "second", "720p"),
            model("seedance-2.0-cn"),
            model("ima-pro").deprecated(),
        ])
        .fields(FIELDS)
        .names(NAMES)
        .laws(LAWS)
        .ports(PORTS)
        .asks(ASKS)
        .defaults(DEFAULTS),
    body("seedance", "video", VIDEOS)
        .models(&[
            model("seedance-2.0-fast").price(1.13715, 5.0, "second", "720p"),
            model("seedance-2.0-fast-cn"),
            model("ima-pro-fast").deprecated(),
        ])
        .fields(FAST_FIELDS)
        .names(NAMES)
        .laws(LAWS)
        .ports(PORTS)
        .asks(ASKS)
        .defaults(DEFAULTS),
];

/// The service does not say which resolution it takes by itself.
const DEFAULTS: &str = r#"{"metadata":{"resolution":"720p"}}"#;

/// What the service fetches: a link, or a portrait asset.
const SOURCE: Kind = Kind::Url("https:// http:// asset://");
const SOURCES: Kind = list(&SOURCE, 1, 3);

const PROMPT: Field =
    opt("prompt", FILLED).doc("What happens; needed without pictures and reference videos.");
const IMAGES: Field = opt("images", list(&SOURCE, 0, usize::MAX))
    .doc("Links or `asset://` references: references, or the first and last frame with `metadata.role_mode` `frame`.");
const INPUT_REFERENCE: Field =
    opt("input_reference", SOURCE).doc("One picture, used where `images` is absent.");
const DURATION: Field = opt("duration", int(4, 15)).doc("Length in seconds; default 5.");
const SECONDS: Field = opt(
    "seconds",
    one_of(&[
        "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
    ]),
)
.doc("Length in seconds as a text; an alias of `duration`.");
const SIZE: Field = opt("size", TEXT)
    .doc("Pixels, as `1280x720`; better leave it out and give `metadata.resolution` and `metadata.aspect_ratio`.");

const FIELDS: &[Field] = &[
    PROMPT,
    IMAGES,
    INPUT_REFERENCE,
    DURATION,
    SECONDS,
    SIZE,
    opt(
        "metadata",
        Kind::Object(&[
            RATIO, RESOLUTION, AUDIO, ROLE_MODE, VIDEOS_IN, AUDIOS_IN, TOOLS,
        ]),
    )
    .doc("The family's own fields."),
];

const FAST_FIELDS: &[Field] = &[
    PROMPT,
    IMAGES,
    INPUT_REFERENCE,
    DURATION,
    SECONDS,
    SIZE,
    opt(
        "metadata",
        Kind::Object(&[
            RATIO,
            FAST_RESOLUTION,
            AUDIO,
            ROLE_MODE,
            VIDEOS_IN,
            AUDIOS_IN,
            TOOLS,
        ]),
    )
    .doc("The family's own fields."),
];

const RATIO: Field = opt(
    "aspect_ratio",
    one_of(&["16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "adaptive"]),
)
.doc("The shape.");
const RESOLUTION: Field =
    opt("resolution", one_of(&["480p", "720p", "1080p"])).doc("The resolution.");
const FAST_RESOLUTION: Field =
    opt("resolution", one_of(&["480p", "720p"])).doc("The resolution; no 1080p here.");
const AUDIO: Field = opt("audio", Kind::Either(&Kind::Bool, &TEXT)).doc("Whether it has sound.");
const ROLE_MODE: Field = opt("role_mode", one_of(&["reference", "frame"]))
    .doc("What `images` are: references (default), or the first and the last frame.");
const VIDEOS_IN: Field = opt("reference_video_urls", SOURCES)
    .doc("Videos to follow, 2 to 15 seconds each and 15 together.");
const AUDIOS_IN: Field = opt("reference_audio_urls", SOURCES)
    .doc("Sounds to use, 2 to 15 seconds each and 15 together.");
const TOOLS: Field = opt("mcp_list", Kind::Any).doc("Tools, each as `{tool_name}`.");

const NAMES: &[(&str, &str)] = &[
    ("duration", "S6"),
    ("seconds", "S6"),
    ("metadata.resolution", "S4"),
    ("metadata.reference_video_urls", "S7"),
    ("metadata.reference_audio_urls", "S7"),
    ("link", "G3"),
];

const PICTURES: &[&str] = &["images", "input_reference"];
const MOVING: &str = "metadata.reference_video_urls";
const SOUNDING: &str = "metadata.reference_audio_urls";

const LAWS: &[Law] = &[
    refuse(
        "S1",
        "prompt",
        All(&[
            Not(&Has("prompt")),
            Count(PICTURES, 0, 0),
            Not(&Has(MOVING)),
        ]),
        "is required without pictures and reference videos",
    ),
    refuse(
        "S2",
        SOUNDING,
        All(&[Has(SOUNDING), Count(PICTURES, 0, 0), Not(&Has(MOVING))]),
        "needs at least one picture or reference video beside it",
    ),
    refuse(
        "S3",
        "metadata.role_mode",
        All(&[
            Is("metadata.role_mode", &["frame"]),
            Any(&[
                Not(&Count(PICTURES, 1, usize::MAX)),
                Count(&["images"], 3, usize::MAX),
                Has(MOVING),
                Has(SOUNDING),
            ]),
        ]),
        "of `frame` takes one or two pictures and no reference video or sound",
    ),
    refuse(
        "S5",
        "size",
        All(&[
            Has("size"),
            Not(&Is("size", &["848x480"])),
            Not(&All(&[
                Holds("size", &["x"]),
                Ratio("size", &["16:9", "9:16", "1:1", "4:3", "3:4", "7:3"]),
            ])),
        ]),
        "must be WIDTHxHEIGHT of exactly a supported ratio; better give metadata.resolution and metadata.aspect_ratio",
    ),
    warn(
        "S5",
        "size",
        Has("size"),
        "is doubtful: give metadata.resolution and metadata.aspect_ratio instead",
    ),
    refuse(
        "G4",
        "seconds",
        Differ(&["duration", "seconds"]),
        "differs from duration; give one of the two",
    ),
    warn(
        "S11",
        "prompt",
        Wordy("prompt", 1000),
        "is longer than the service reads: about 500 Chinese characters or 1,000 English words",
    ),
];

const PORTS: &[Port] = &[
    port("prompt", "prompt"),
    port("images.first_frame", "images")
        .item()
        .sets(r#"{"metadata":{"role_mode":"frame"}}"#),
    port("images.last_frame", "images")
        .item()
        .sets(r#"{"metadata":{"role_mode":"frame"}}"#),
    port("images.reference", "images")
        .item()
        .sets(r#"{"metadata":{"role_mode":"reference"}}"#),
    port("videos.reference", MOVING).item(),
    port("audios.reference", SOUNDING).item(),
    port("duration", "duration"),
    port("resolution", "metadata.resolution"),
    port("aspectRatio", "metadata.aspect_ratio"),
    port("sound", "metadata.audio"),
];

/// The pictures are one list, whose meaning is set for all of it.
const ASKS: &[Law] = &[
    LAST_NEEDS_FIRST,
    FRAMES_OR_REFERENCES,
    refuse(
        "S3",
        "videos.reference",
        All(&[Has("images.first_frame"), Has("videos.reference")]),
        "goes with reference pictures only, not with a first frame",
    ),
    refuse(
        "S3",
        "audios.reference",
        All(&[Has("images.first_frame"), Has("audios.reference")]),
        "goes with reference pictures or videos only, not with a first frame",
    ),
];
