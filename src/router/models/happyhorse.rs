//! HappyHorse 1.0, a model for each way to make a video (`router.md` 6.4).

use super::{ONE_IMAGE_FIELD, ONE_LENGTH, THREE_TO_FIFTEEN, VIDEOS};
use crate::field::{Field, Kind, LINK, int, list, one_of, opt, req, text};
use crate::model::When::{All, Any, Count, Has, Is, Not, Tally};
use crate::model::{Body, Law, Port, When, body, model, port, refuse, warn};

/// The bodies. The service itself takes 1080P, so a uniform request asks for 720P where it names none.
pub const BODIES: &[Body] = &[
    body("happyhorse-1.0", "video", VIDEOS)
        .models(&[model("happyhorse-1.0-t2v").price(0.986301, 8.0, "second", "720P")])
        .fields(&[
            req("prompt", text(1, 800)).doc("What happens, in at most 800 characters."),
            DURATION,
            SECONDS,
            SIZE,
            RATIO,
            SEED,
            opt(
                "metadata",
                Kind::Closed(&[DURATION, SECONDS, RESOLUTION, SIZE, RATIO, SEED]),
            )
            .doc(BAG),
        ])
        .names(NAMES)
        .laws(&[ONE_LENGTH, TWICE])
        .ports(&[PROMPT_IN, DURATION_IN, SIZE_IN, RATIO_IN, SEED_IN])
        .defaults(DEFAULTS),
    body("happyhorse-1.0", "video", VIDEOS)
        .models(&[model("happyhorse-1.0-i2v").price(0.986301, 8.0, "second", "720P")])
        .fields(&[
            opt("prompt", text(1, 800)).doc("What happens, in at most 800 characters."),
            opt("image", LINK).doc("The picture; one of its spellings."),
            opt("images", list(&LINK, 1, 1)).doc("The one picture, in a list."),
            FIRST,
            FIRST_MEDIA,
            DURATION,
            SECONDS,
            SIZE,
            SEED,
            opt(
                "metadata",
                Kind::Closed(&[
                    DURATION,
                    SECONDS,
                    RESOLUTION,
                    SIZE,
                    SEED,
                    FIRST,
                    FIRST_MEDIA,
                ]),
            )
            .doc(BAG),
        ])
        .names(SHAPELESS_NAMES)
        .laws(&[
            ONE_LENGTH,
            TWICE,
            refuse(
                "H1",
                "first_frame_url",
                Not(&Count(
                    &[
                        "image",
                        "images",
                        "first_frame_url",
                        "media",
                        "metadata.first_frame_url",
                        "metadata.media",
                    ],
                    1,
                    1,
                )),
                "is needed exactly once, over all its spellings",
            ),
        ])
        .ports(&[
            PROMPT_IN,
            port("images.first_frame", "first_frame_url"),
            DURATION_IN,
            SIZE_IN,
            SEED_IN,
        ])
        .defaults(DEFAULTS),
    body("happyhorse-1.0", "video", VIDEOS)
        .models(&[model("happyhorse-1.0-r2v").price(0.986301, 8.0, "second", "720P")])
        .fields(&[
            LONG_PROMPT,
            opt("image", LINK).doc("One reference picture."),
            opt("images", list(&LINK, 1, 9)).doc("Reference pictures, at most 9."),
            opt("reference_image_urls", list(&LINK, 1, 9)).doc("Reference pictures, at most 9."),
            REFERENCE_MEDIA,
            DURATION,
            SECONDS,
            SIZE,
            RATIO,
            SEED,
            opt(
                "metadata",
                Kind::Closed(&[
                    DURATION,
                    SECONDS,
                    RESOLUTION,
                    SIZE,
                    RATIO,
                    SEED,
                    ONE_REFERENCE,
                    opt("reference_image_urls", list(&LINK, 1, 9))
                        .doc("Reference pictures, at most 9."),
                    REFERENCE_MEDIA,
                ]),
            )
            .doc(BAG),
        ])
        .names(NAMES)
        .laws(&[
            ONE_LENGTH,
            TWICE,
            ONE_IMAGE_FIELD,
            refuse(
                "H2",
                "reference_image_urls",
                Any(&[
                    Count(REFERENCES, 0, 0),
                    Count(ALL_REFERENCES, 10, usize::MAX),
                ]),
                "must be 1 to 9 pictures, over all spellings",
            ),
        ])
        .ports(&[
            PROMPT_IN,
            REFERENCES_IN,
            DURATION_IN,
            SIZE_IN,
            RATIO_IN,
            SEED_IN,
        ])
        .defaults(DEFAULTS),
    body("happyhorse-1.0", "video", VIDEOS)
        .models(&[model("happyhorse-1.0-video-edit").price(0.739726, 6.0, "second", "720P")])
        .fields(&[
            LONG_PROMPT,
            SOURCE,
            FIVE_REFERENCES,
            EDIT_MEDIA,
            SIZE,
            AUDIO,
            SEED,
            opt(
                "metadata",
                Kind::Closed(&[
                    RESOLUTION,
                    SIZE,
                    AUDIO,
                    SEED,
                    SOURCE,
                    ONE_REFERENCE,
                    FIVE_REFERENCES,
                    EDIT_MEDIA,
                ]),
            )
            .doc(BAG),
        ])
        .names(EDIT_NAMES)
        .laws(&[
            TWICE,
            refuse(
                "H3",
                "video_url",
                Any(&[
                    Not(&Any(&[LINKED, MEDIA])),
                    All(&[LINKED, MEDIA]),
                    twice!("video_url"),
                    twice!("media"),
                    All(&[Has("media"), Not(&Tally("media", &VIDEO, 1, 1))]),
                    All(&[
                        Has("metadata.media"),
                        Not(&Tally("metadata.media", &VIDEO, 1, 1)),
                    ]),
                ]),
                "is needed exactly once: as video_url, or as the one item of media that is a video",
            ),
            refuse(
                "H3",
                "reference_image_urls",
                Any(&[
                    All(&[Not(&MEDIA), Count(EDIT_PICTURES, 6, usize::MAX)]),
                    // One item of the list is the video.
                    All(&[MEDIA, Count(EDIT_PICTURES, 7, usize::MAX)]),
                ]),
                "must be at most 5 pictures, over all spellings",
            ),
        ])
        .ports(&[
            PROMPT_IN,
            port("videos.source", "video_url"),
            REFERENCES_IN,
            SIZE_IN,
            SEED_IN,
        ])
        .defaults(DEFAULTS),
];

const DEFAULTS: &str = r#"{"size":"720P"}"#;
const BAG: &str = "Other places for fields of the same names; better leave it out.";

const LONG_PROMPT: Field =
    req("prompt", text(1, 2500)).doc("What happens, in at most 2,500 characters.");
const DURATION: Field = opt("duration", int(3, 15)).doc("Length in seconds; default 5.");
const SECONDS: Field = opt(
    "seconds",
    Kind::Either(&int(3, 15), &one_of(THREE_TO_FIFTEEN)),
)
.doc("An alias of `duration`.");
const SIZE: Field = opt("size", one_of(&["720P", "1080P"])).doc("The resolution; default `1080P`.");
const RESOLUTION: Field =
    opt("resolution", one_of(&["720P", "1080P"])).doc("The resolution again.");
const RATIO: Field = opt(
    "aspect_ratio",
    one_of(&["16:9", "9:16", "1:1", "4:3", "3:4"]),
)
.doc("The shape; default `16:9`.");
const SEED: Field = opt("seed", int(0, 2_147_483_647)).doc("Repeats a result.");
const AUDIO: Field = opt("audio_setting", one_of(&["auto", "origin"]))
    .doc("The sound: as the service likes it (default), or the source's own.");

const FIRST: Field = opt("first_frame_url", LINK).doc("The picture, as the first frame.");
const FIRST_MEDIA: Field = opt(
    "media",
    list(
        &Kind::Closed(&[
            opt("type", one_of(&["first_frame"])).doc("What the picture is."),
            req("url", LINK).doc("The picture."),
        ]),
        1,
        1,
    ),
)
.doc("The one picture, with its type.");
const REFERENCE_MEDIA: Field = opt(
    "media",
    list(
        &Kind::Closed(&[
            opt("type", one_of(&["reference_image"])).doc("What the picture is."),
            req("url", LINK).doc("The picture."),
        ]),
        1,
        9,
    ),
)
.doc("Reference pictures with their type, at most 9.");
const ONE_REFERENCE: Field =
    opt("reference_image_url", LINK).doc("One more reference picture; not enough by itself.");
const SOURCE: Field = opt("video_url", LINK).doc("The video to edit; this or `media`.");
const FIVE_REFERENCES: Field =
    opt("reference_image_urls", list(&LINK, 1, 5)).doc("Reference pictures, at most 5.");
const EDIT_MEDIA: Field = opt(
    "media",
    list(
        &Kind::Closed(&[
            req("type", one_of(&["video", "reference_image"])).doc("What the item is."),
            req("url", LINK).doc("The video or picture."),
        ]),
        1,
        6,
    ),
)
.doc("The video to edit and at most 5 reference pictures, in one list; this or `video_url`.");

/// The video as a link of its own, or in a list.
const LINKED: When = Any(&[Has("video_url"), Has("metadata.video_url")]);
const MEDIA: When = Any(&[Has("media"), Has("metadata.media")]);
const VIDEO: When = Is("type", &["video"]);

const REFERENCES: &[&str] = &[
    "image",
    "images",
    "reference_image_urls",
    "media",
    "metadata.reference_image_urls",
    "metadata.media",
];
const ALL_REFERENCES: &[&str] = &[
    "image",
    "images",
    "reference_image_urls",
    "media",
    "metadata.reference_image_url",
    "metadata.reference_image_urls",
    "metadata.media",
];
const EDIT_PICTURES: &[&str] = &[
    "reference_image_urls",
    "media",
    "metadata.reference_image_url",
    "metadata.reference_image_urls",
    "metadata.media",
];

const NAMES: &[(&str, &str)] = &[
    ("size", "W2"),
    ("metadata.size", "W2"),
    ("metadata.resolution", "W2"),
    ("watermark", "H4"),
    ("metadata.watermark", "H4"),
    ("link", "G3"),
];
const SHAPELESS_NAMES: &[(&str, &str)] = &[
    ("size", "W2"),
    ("metadata.size", "W2"),
    ("metadata.resolution", "W2"),
    ("aspect_ratio", "W3"),
    ("metadata.aspect_ratio", "W3"),
    ("watermark", "H4"),
    ("metadata.watermark", "H4"),
    ("link", "G3"),
];
const EDIT_NAMES: &[(&str, &str)] = &[
    ("size", "W2"),
    ("metadata.size", "W2"),
    ("metadata.resolution", "W2"),
    ("aspect_ratio", "W3"),
    ("metadata.aspect_ratio", "W3"),
    ("duration", "H3"),
    ("seconds", "H3"),
    ("metadata.duration", "H3"),
    ("metadata.seconds", "H3"),
    ("watermark", "H4"),
    ("metadata.watermark", "H4"),
    ("link", "G3"),
];

const TWICE: Law = warn(
    "G5",
    "metadata",
    Any(&[
        twice!("size"),
        twice!("duration"),
        twice!("seconds"),
        twice!("aspect_ratio"),
        twice!("audio_setting"),
        twice!("seed"),
        All(&[Has("size"), Has("metadata.resolution")]),
    ]),
    "repeats a field of the request, and which of the two counts is not said",
);

const PROMPT_IN: Port = port("prompt", "prompt");
const REFERENCES_IN: Port = port("images.reference", "reference_image_urls").item();
const DURATION_IN: Port = port("duration", "duration");
const SIZE_IN: Port = port("resolution", "size").words(&["720p=720P", "1080p=1080P"]);
const RATIO_IN: Port = port("aspectRatio", "aspect_ratio");
const SEED_IN: Port = port("seed", "seed");
