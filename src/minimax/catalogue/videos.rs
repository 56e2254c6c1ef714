//! What MiniMax's video models take of the uniform request (`minimax.md` 7.1, 7.4).

use crate::field::{Field, Kind, int, list, numbers, one_of, opt};
use crate::model::When::{All, Any, Count, Has, Is, Not};
use crate::model::{Body, Law, Port, body, model, port, refuse};

/// The bodies.
pub const BODIES: &[Body] = &[
    body("hailuo", "video", V1)
        .uniform_only()
        .models(&[model("MiniMax-Hailuo-2.3")])
        .fields(&[SIX_OR_TEN, LARGE])
        .laws(&[NEEDS_WORDS, SHORT])
        .ports(&[PROMPT, FIRST, DURATION, RESOLUTION]),
    body("hailuo", "video", V1)
        .uniform_only()
        .models(&[model("MiniMax-Hailuo-2.3-Fast")])
        .fields(&[SIX_OR_TEN, LARGE])
        .laws(&[NEEDS_FRAME, SHORT])
        .ports(&[PROMPT, FIRST, DURATION, RESOLUTION]),
    body("hailuo", "video", V1)
        .uniform_only()
        .models(&[model("MiniMax-Hailuo-02")])
        .fields(&[
            SIX_OR_TEN,
            opt("resolution", one_of(&["512P", "768P", "1080P"])),
        ])
        .laws(&[
            NEEDS_WORDS,
            SHORT,
            refuse(
                "together",
                "resolution",
                All(&[
                    Is("resolution", &["512P"]),
                    Any(&[Not(&Has("first_frame_image")), Has("last_frame_image")]),
                ]),
                "of 512p goes only with a first frame, and with no last one",
            ),
        ])
        .ports(&[
            PROMPT,
            FIRST,
            port("images.last_frame", "last_frame_image"),
            DURATION,
            port("resolution", "resolution").words(&["512p=512P", "768p=768P", "1080p=1080P"]),
        ]),
    body("hailuo", "video", V1)
        .uniform_only()
        .models(&[model("T2V-01-Director"), model("T2V-01")])
        .fields(&[SIX, SMALL])
        .laws(&[NEEDS_WORDS])
        .ports(&[PROMPT, DURATION, OLD_RESOLUTION]),
    body("hailuo", "video", V1)
        .uniform_only()
        .models(&[
            model("I2V-01-Director"),
            model("I2V-01-live"),
            model("I2V-01"),
        ])
        .fields(&[SIX, SMALL])
        .laws(&[NEEDS_FRAME])
        .ports(&[PROMPT, FIRST, DURATION, OLD_RESOLUTION]),
    body("hailuo", "video", V1)
        .uniform_only()
        .models(&[model("S2V-01")])
        .fields(&[opt("subject_reference", list(&Kind::Any, 1, 1))])
        .laws(&[refuse(
            "required",
            "subject_reference",
            Not(&Has("subject_reference")),
            "is required: this model shows a subject",
        )])
        .ports(&[
            PROMPT,
            port("images.reference", "subject_reference")
                .item()
                .shape(r#"{"type":"character","image":["$"]}"#),
        ]),
    body("h3", "video", V2)
        .uniform_only()
        .models(&[model("MiniMax-H3")])
        .fields(&[
            opt("duration", int(4, 15)),
            opt("resolution", one_of(&["768P", "2K"])),
            RATIO,
        ])
        .defaults(DEFAULTS)
        .ports(&[
            SCENE,
            FIRST_ITEM,
            LAST_ITEM,
            port("images.reference", "content")
                .item()
                .shape(r#"{"type":"image_url","image_url":{"url":"$"},"role":"reference_image"}"#),
            port("videos.reference", "content")
                .item()
                .shape(r#"{"type":"video_url","video_url":{"url":"$"},"role":"reference_video"}"#),
            port("audios.reference", "content")
                .item()
                .shape(r#"{"type":"audio_url","audio_url":{"url":"$"},"role":"reference_audio"}"#),
            DURATION,
            port("resolution", "resolution").words(&["768p=768P", "2k=2K"]),
            ASPECT,
        ])
        .asks(&[
            SCENE_NEEDED,
            fewer(10, &["images.reference"], "must be at most 9"),
            fewer(4, &["videos.reference"], "must be at most 3"),
            fewer(4, &["audios.reference"], "must be at most 3"),
            fewer(
                13,
                REFERENCES,
                "must be at most 12 together with videos and audios",
            ),
            refuse(
                "not_both",
                "images.reference",
                All(&[
                    Not(&Count(REFERENCES, 0, 0)),
                    Not(&Count(&["images.first_frame", "images.last_frame"], 0, 0)),
                ]),
                "cannot be given together with frames",
            ),
            refuse(
                "together",
                "audios.reference",
                All(&[
                    Has("audios.reference"),
                    Count(&["images.reference", "videos.reference"], 0, 0),
                ]),
                "must have a picture or a video beside it",
            ),
        ]),
    body("h3", "video", V2)
        .uniform_only()
        .models(&[model("MiniMax-H3-Max")])
        .fields(&[
            opt("duration", int(5, 15)),
            opt("resolution", one_of(&["480P", "768P"])),
            RATIO,
        ])
        .defaults(DEFAULTS)
        .ports(&[
            SCENE,
            FIRST_ITEM,
            LAST_ITEM,
            DURATION,
            port("resolution", "resolution").words(&["480p=480P", "768p=768P"]),
            ASPECT,
        ])
        .asks(&[SCENE_NEEDED]),
];

const V1: &[&str] = &["minimax.video.create"];
const V2: &[&str] = &["minimax.video_v2.create"];
/// The service wants both in every request; these cost the least that all its models have.
const DEFAULTS: &str = r#"{"resolution":"768P","duration":5}"#;

const SIX_OR_TEN: Field = opt("duration", numbers(&[6, 10]));
const SIX: Field = opt("duration", numbers(&[6]));
const LARGE: Field = opt("resolution", one_of(&["768P", "1080P"]));
const SMALL: Field = opt("resolution", one_of(&["720P"]));
const RATIO: Field = opt(
    "ratio",
    one_of(&["adaptive", "21:9", "16:9", "4:3", "1:1", "3:4", "9:16"]),
);

const NEEDS_WORDS: Law = refuse(
    "required",
    "prompt",
    All(&[
        Not(&Has("prompt")),
        Not(&Has("first_frame_image")),
        Not(&Has("last_frame_image")),
    ]),
    "is required without frames",
);
const NEEDS_FRAME: Law = refuse(
    "required",
    "first_frame_image",
    Not(&Has("first_frame_image")),
    "is required: this model only animates a picture",
);
const SHORT: Law = refuse(
    "range",
    "duration",
    All(&[Is("resolution", &["1080P"]), Is("duration", &["10"])]),
    "must be 6 in 1080p",
);

const PROMPT: Port = port("prompt", "prompt");
const FIRST: Port = port("images.first_frame", "first_frame_image");
const DURATION: Port = port("duration", "duration");
const RESOLUTION: Port = port("resolution", "resolution").words(&["768p=768P", "1080p=1080P"]);
const OLD_RESOLUTION: Port = port("resolution", "resolution").words(&["720p=720P"]);

const SCENE: Port = port("prompt", "content")
    .item()
    .shape(r#"{"type":"text","text":"$"}"#);
const FIRST_ITEM: Port = port("images.first_frame", "content")
    .item()
    .shape(r#"{"type":"image_url","image_url":{"url":"$"},"role":"first_frame"}"#);
const LAST_ITEM: Port = port("images.last_frame", "content")
    .item()
    .shape(r#"{"type":"image_url","image_url":{"url":"$"},"role":"last_frame"}"#);
const ASPECT: Port = port("aspectRatio", "ratio");
const SCENE_NEEDED: Law = refuse("required", "prompt", Not(&Has("prompt")), "is required");

const REFERENCES: &[&str] = &["images.reference", "videos.reference", "audios.reference"];

/// There may be fewer than so many.
const fn fewer(than: usize, roles: &'static [&'static str], says: &'static str) -> Law {
    let role = match roles.first() {
        Some(role) => role,
        None => "",
    };
    refuse("length", role, Count(roles, than, usize::MAX), says)
}
