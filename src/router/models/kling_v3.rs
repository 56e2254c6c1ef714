//! Kling v3 and its omni model (`router.md` 6.6).

use super::{ONE_IMAGE_FIELD, ONE_LENGTH, THREE_TO_FIFTEEN, VIDEOS};
use crate::field::{FILLED, Field, Kind, LINK, TEXT, int, list, one_of, opt, req, text};
use crate::model::When::{All, Any, Each, Has, Is, Not, Sum, Within};
use crate::model::{Body, Law, Port, When, body, model, port, refuse, warn};

/// The bodies. No length is stated as the default, so a uniform request asks for 5 seconds where it names none.
pub const BODIES: &[Body] = &[
    body("kling-v3", "video", VIDEOS)
        .models(&[model("kling-v3-video").price(0.410959, 5.0, "second", "std, 720p")])
        .fields(&[
            PROMPT,
            IMAGE,
            opt("images", list(&LINK, 1, usize::MAX))
                .doc("Pictures: two of them are the first and the last frame unless `metadata.aigc_category` says otherwise."),
            FIRST,
            LAST,
            ELEMENTS,
            opt("camera_control", ANY_OBJECT).doc("How the camera moves."),
            DURATION,
            SECONDS,
            RATIO,
            MODE,
            SOUND,
            NEGATIVE,
            SHOTS,
            MULTI,
            KINDS,
            MASK,
            VOICES,
            opt(
                "metadata",
                Kind::Closed(&[
                    CATEGORY, FIRST, LAST, ELEMENTS, DURATION, SECONDS, RATIO, MODE, SOUND,
                    NEGATIVE, SHOTS, MULTI, KINDS, MASK, VOICES,
                ]),
            )
            .doc(BAG),
        ])
        .names(NAMES)
        .laws(&[
            NEEDS_PROMPT,
            ONE_LENGTH,
            TWICE,
            ONE_IMAGE_FIELD,
            refuse(
                "K2",
                "sound",
                All(&[
                    SOUNDING,
                    Any(&[Has("element_list"), Has("metadata.element_list")]),
                ]),
                "must be off beside element_list",
            ),
            SHOT_TIMES,
        ])
        // Pictures that are no frames cannot be told apart from frames here.
        .ports(&[
            PROMPT_IN,
            port("images.first_frame", "first_frame_url"),
            port("images.last_frame", "last_frame_url"),
            DURATION_IN,
            MODE_IN,
            RATIO_IN,
            SOUND_IN,
            port("negativePrompt", "negative_prompt"),
        ])
        .defaults(DEFAULTS),
    body("kling-v3", "video", VIDEOS)
        .models(&[model("kling-v3-omni-video").price(0.42, 5.0, "second", "std, 720p")])
        .fields(&[
            PROMPT,
            IMAGE,
            opt("images", list(&LINK, 1, usize::MAX)).doc("Pictures."),
            FIRST,
            LAST,
            IMAGE_LIST,
            REFERENCE,
            REFERENCES,
            VIDEO,
            VIDEO_LIST,
            ELEMENTS,
            DURATION,
            SECONDS,
            RATIO,
            MODE,
            SOUND,
            SHOTS,
            MULTI,
            OMNI_KINDS,
            opt(
                "metadata",
                Kind::Closed(&[
                    CATEGORY, FIRST, LAST, IMAGE_LIST, REFERENCE, REFERENCES, VIDEO, VIDEO_LIST,
                    ELEMENTS, DURATION, SECONDS, RATIO, MODE, SOUND, SHOTS, MULTI, OMNI_KINDS,
                ]),
            )
            .doc(BAG),
        ])
        .names(NAMES)
        .laws(&[
            NEEDS_PROMPT,
            ONE_LENGTH,
            TWICE,
            ONE_IMAGE_FIELD,
            refuse(
                "K3",
                "sound",
                All(&[SOUNDING, MOVING]),
                "must be off beside a video",
            ),
            refuse(
                "K4",
                "duration",
                All(&[
                    MOVING,
                    Any(&[
                        Within("duration", 10.5, 15.0),
                        Within("seconds", 10.5, 15.0),
                        Within("metadata.duration", 10.5, 15.0),
                        Within("metadata.seconds", 10.5, 15.0),
                    ]),
                ]),
                "must be at most 10 beside a video",
            ),
            SHOT_TIMES,
            // Its schema takes no value at all (9.3-9); the words are those of the text.
            warn(
                "K3",
                "video_list",
                Any(&[
                    Each("video_list", &Has("keep_original_sound")),
                    Each("metadata.video_list", &Has("keep_original_sound")),
                ]),
                "has keep_original_sound, which the service may refuse",
            ),
        ])
        // An item of the list without a type is a reference.
        .ports(&[
            PROMPT_IN,
            port("images.first_frame", "image_list")
                .item()
                .shape(r#"{"image_url":"$","type":"first_frame"}"#),
            port("images.last_frame", "image_list")
                .item()
                .shape(r#"{"image_url":"$","type":"end_frame"}"#),
            port("images.reference", "image_list")
                .item()
                .shape(r#"{"image_url":"$"}"#),
            port("videos.source", "video_list")
                .item()
                .shape(r#"{"video_url":"$","refer_type":"base"}"#),
            port("videos.reference", "video_list")
                .item()
                .shape(r#"{"video_url":"$","refer_type":"feature"}"#),
            DURATION_IN,
            MODE_IN,
            RATIO_IN,
            SOUND_IN,
        ])
        .defaults(DEFAULTS),
];

const DEFAULTS: &str = r#"{"duration":5}"#;
const BAG: &str =
    "The category, and other places for fields of the same names; better leave those out.";

const ANY_OBJECT: Kind = Kind::Object(&[]);
const LENGTH: Kind = Kind::Either(&int(3, 15), &one_of(THREE_TO_FIFTEEN));

const PROMPT: Field =
    opt("prompt", FILLED).doc("What happens; needed without anything else to show.");
const IMAGE: Field = opt("image", LINK).doc("The picture to start from.");
const FIRST: Field = opt("first_frame_url", LINK).doc("The first frame.");
const LAST: Field = opt("last_frame_url", LINK).doc("The last frame.");
const ELEMENTS: Field = opt(
    "element_list",
    list(
        &Kind::Closed(&[req("element_id", int(1, i64::MAX)).doc("The element's id.")]),
        1,
        usize::MAX,
    ),
)
.doc("Subjects by their ids.");
const DURATION: Field = opt("duration", LENGTH).doc("Length in seconds; no default is stated.");
const SECONDS: Field = opt("seconds", LENGTH).doc("An alias of `duration`.");
const RATIO: Field =
    opt("aspect_ratio", one_of(&["16:9", "9:16", "1:1"])).doc("The shape; default `16:9`.");
const MODE: Field = opt("mode", one_of(&["std", "pro"])).doc("The quality; default `std`.");
const SOUND: Field =
    opt("sound", one_of(&["on", "off"])).doc("Whether it has sound, as a text; default `off`.");
const NEGATIVE: Field = opt("negative_prompt", TEXT).doc("What not to show.");
const SHOTS: Field = opt(
    "multi_prompt",
    list(
        &Kind::Closed(&[
            opt("index", int(1, i64::MAX)).doc("The shot's number, from 1 on."),
            opt("prompt", text(0, 512)).doc("What happens in it, in at most 512 characters."),
            opt("duration", int(1, i64::MAX)).doc("Its length in seconds, at least 1."),
        ]),
        0,
        6,
    ),
)
.doc("Up to 6 shots, whose lengths make up `duration`.");
const MULTI: Field = opt("multi_shot", Kind::Bool).doc("Whether there are several shots.");
const KINDS: Field =
    opt("shot_type", one_of(&["customize", "intelligence"])).doc("Who divides it into shots.");
const OMNI_KINDS: Field =
    opt("shot_type", one_of(&["customize"])).doc("Who divides it into shots.");
const MASK: Field = opt("static_mask", TEXT).doc("What stays still.");
const VOICES: Field =
    opt("voice_list", list(&ANY_OBJECT, 0, usize::MAX)).doc("Voices to speak with.");
const CATEGORY: Field = opt(
    "aigc_category",
    one_of(&[
        "text_to_video",
        "image_to_video",
        "first_last_frame_to_video",
        "reference_image_to_video",
    ]),
)
.doc("What kind of video it is.");
const IMAGE_LIST: Field = opt(
    "image_list",
    list(
        &Kind::Either(
            &LINK,
            &Kind::Closed(&[
                opt("image_url", LINK).doc("The picture."),
                opt("url", LINK).doc("The picture, by another name."),
                opt("type", one_of(&["first_frame", "end_frame"]))
                    .doc("Which frame it is; a reference without it."),
            ]),
        ),
        1,
        usize::MAX,
    ),
)
.doc("Pictures, each as a link or with its type.");
const REFERENCE: Field = opt("reference_image_url", LINK).doc("A reference picture.");
const REFERENCES: Field =
    opt("reference_image_urls", list(&LINK, 1, usize::MAX)).doc("Reference pictures.");
const VIDEO: Field = opt("video_url", LINK).doc("A video; then at most 10 seconds, without sound.");
const VIDEO_LIST: Field = opt(
    "video_list",
    list(
        &Kind::Either(
            &LINK,
            &Kind::Closed(&[
                opt("video_url", LINK).doc("The video."),
                opt("url", LINK).doc("The video, by another name."),
                opt("refer_type", one_of(&["feature", "base"]))
                    .doc("Whether it is followed or changed."),
                opt("keep_original_sound", one_of(&["yes", "no"]))
                    .doc("Whether its sound stays; the service may refuse the field."),
            ]),
        ),
        1,
        usize::MAX,
    ),
)
.doc("Videos; then at most 10 seconds, without sound.");

const NAMES: &[(&str, &str)] = &[
    ("shot_type", "K5"),
    ("metadata.shot_type", "K5"),
    ("sound", "K6"),
    ("metadata.sound", "K6"),
    ("multi_prompt", "K7"),
    ("metadata.multi_prompt", "K7"),
    ("link", "G3"),
];

const SOUNDING: When = Any(&[Is("sound", &["on"]), Is("metadata.sound", &["on"])]);
const MOVING: When = Any(&[
    Has("video_url"),
    Has("video_list"),
    Has("metadata.video_url"),
    Has("metadata.video_list"),
]);

const NEEDS_PROMPT: Law = refuse(
    "K1",
    "prompt",
    Not(&Any(&[
        Has("prompt"),
        Has("image"),
        Has("images"),
        Has("first_frame_url"),
        Has("last_frame_url"),
        Has("image_list"),
        Has("reference_image_url"),
        Has("reference_image_urls"),
        Has("element_list"),
        Has("multi_prompt"),
        Has("metadata.first_frame_url"),
        Has("metadata.last_frame_url"),
        Has("metadata.image_list"),
        Has("metadata.reference_image_url"),
        Has("metadata.reference_image_urls"),
        Has("metadata.element_list"),
        Has("metadata.multi_prompt"),
        MOVING,
    ])),
    "is required without pictures, videos, elements and shots",
);
const TWICE: Law = warn(
    "G5",
    "metadata",
    Any(&[
        twice!("duration"),
        twice!("seconds"),
        twice!("aspect_ratio"),
        twice!("mode"),
        twice!("sound"),
        twice!("negative_prompt"),
        twice!("first_frame_url"),
        twice!("last_frame_url"),
        twice!("image_list"),
        twice!("video_url"),
        twice!("video_list"),
        twice!("reference_image_url"),
        twice!("reference_image_urls"),
        twice!("element_list"),
        twice!("multi_prompt"),
        twice!("shot_type"),
    ]),
    "repeats a field of the request, and which of the two counts is not said",
);
const SHOT_TIMES: Law = warn(
    "K7",
    "multi_prompt",
    All(&[
        Has("multi_prompt"),
        Has("duration"),
        Not(&Sum("multi_prompt", "duration", "duration")),
    ]),
    "has shots whose lengths do not make up duration",
);

const PROMPT_IN: Port = port("prompt", "prompt");
const DURATION_IN: Port = port("duration", "duration");
const MODE_IN: Port = port("resolution", "mode").words(&["720p=std", "1080p=pro"]);
const RATIO_IN: Port = port("aspectRatio", "aspect_ratio");
const SOUND_IN: Port = port("sound", "sound").words(&["true=on", "false=off"]);
