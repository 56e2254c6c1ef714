//! Seedance on the contents path, whose pictures, videos and sounds are items with roles (`router.md` 6.2).
//!
//! What is stated of the files behind the links cannot be told before they are sent.

use crate::field::{FILLED, Field, Kind, int, list, one_of, opt, req};
use crate::model::When::{All, Any, Each, Has, Is, Not, Tally};
use crate::model::{Body, Law, When, body, model, refuse, warn};

/// The bodies. A uniform request goes to the video path instead, which takes the same models.
pub const BODIES: &[Body] = &[
    body("seedance", "video", CONTENTS)
        .models(&[
            model("seedance-2.0").price(1.007748, 10.0, "second", "720p"),
            model("seedance-2.0-cn"),
        ])
        .fields(&[
            CONTENT,
            opt("resolution", one_of(&["480p", "720p", "1080p"])).doc("The resolution."),
            RATIO,
            DURATION,
            SOUND,
            SEED,
            LAST_FRAME,
        ])
        .names(NAMES)
        .laws(LAWS),
    body("seedance", "video", CONTENTS)
        .models(&[model("seedance-2.0-fast"), model("seedance-2.0-fast-cn")])
        .fields(&[
            CONTENT,
            opt("resolution", one_of(&["480p", "720p"])).doc("The resolution; no 1080p here."),
            RATIO,
            DURATION,
            SOUND,
            SEED,
            LAST_FRAME,
        ])
        .names(NAMES)
        .laws(LAWS),
];

const CONTENTS: &[&str] = &["router.contents.create"];

const SOURCE: Kind = Kind::Closed(&[
    req("url", Kind::Url("https://")).doc("An `https://` link; assets are not taken here.")
]);

const CONTENT: Field = req("content", list(&ITEM, 1, usize::MAX))
    .doc("What to make it from: a text, frames, or references; frames and references do not mix.");
const ITEM: Kind = Kind::Closed(&[
    req(
        "type",
        one_of(&["text", "image_url", "video_url", "audio_url"]),
    )
    .doc("What the item is; the member of this name holds it."),
    opt("text", FILLED).doc("What happens."),
    opt("image_url", SOURCE).doc("A picture."),
    opt("video_url", SOURCE).doc("A video to follow."),
    opt("audio_url", SOURCE).doc("A sound to use."),
    opt(
        "role",
        one_of(&[
            "first_frame",
            "last_frame",
            "reference_image",
            "reference_video",
            "reference_audio",
        ]),
    )
    .doc("What it is there for; none for a text."),
]);
const RATIO: Field = opt(
    "ratio",
    one_of(&["16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "adaptive"]),
)
.doc("The shape.");
const DURATION: Field = opt("duration", int(4, 15)).doc("Length in seconds; default 5.");
const SOUND: Field = opt("generate_audio", Kind::Bool).doc("Whether it has sound; default true.");
const SEED: Field = opt("seed", int(-1, 4_294_967_295)).doc("Repeats a result; -1 is random.");
const LAST_FRAME: Field = opt("return_last_frame", Kind::Bool)
    .doc("Whether the last frame is returned as a picture; default false.");

const NAMES: &[(&str, &str)] = &[("resolution", "S4"), ("link", "G3")];

/// An item of this type that does not hold what it says, or holds more.
macro_rules! other_than {
    ($own:literal, $one:literal, $two:literal, $three:literal) => {
        All(&[
            Is("type", &[$own]),
            Any(&[Not(&Has($own)), Has($one), Has($two), Has($three)]),
        ])
    };
}

const FIRST: When = Is("role", &["first_frame"]);
const LAST: When = Is("role", &["last_frame"]);
const TEXT: When = Is("type", &["text"]);
const PICTURE: When = Is("type", &["image_url"]);
const VIDEO: When = Is("type", &["video_url"]);
const AUDIO: When = Is("type", &["audio_url"]);
const FRAME: When = Is("role", &["first_frame", "last_frame"]);
const SEEN: When = Is("type", &["image_url", "video_url"]);
/// A reference; videos and sounds are nothing else.
const REFERENCE: When = Any(&[Is("role", &["reference_image"]), VIDEO, AUDIO]);

const LAWS: &[Law] = &[
    refuse(
        "C1",
        "content",
        Each(
            "content",
            &Any(&[
                other_than!("text", "image_url", "video_url", "audio_url"),
                other_than!("image_url", "text", "video_url", "audio_url"),
                other_than!("video_url", "text", "image_url", "audio_url"),
                other_than!("audio_url", "text", "image_url", "video_url"),
            ]),
        ),
        "has an item that does not hold exactly what its type names",
    ),
    refuse(
        "C2",
        "content",
        Each(
            "content",
            &All(&[
                Has("role"),
                Any(&[
                    TEXT,
                    All(&[PICTURE, Not(&FRAME), Not(&Is("role", &["reference_image"]))]),
                    All(&[VIDEO, Not(&Is("role", &["reference_video"]))]),
                    All(&[AUDIO, Not(&Is("role", &["reference_audio"]))]),
                ]),
            ]),
        ),
        "has an item whose role is not one of its type",
    ),
    warn(
        "C2",
        "content",
        Each("content", &All(&[PICTURE, Not(&Has("role"))])),
        "has a picture without a role: say whether it is a frame or a reference",
    ),
    refuse(
        "C3",
        "content",
        All(&[Each("content", &FRAME), Each("content", &REFERENCE)]),
        "mixes frames with references",
    ),
    refuse(
        "C3",
        "content",
        Any(&[
            Tally("content", &FIRST, 2, usize::MAX),
            Tally("content", &LAST, 2, usize::MAX),
        ]),
        "has more than one first or last frame",
    ),
    refuse(
        "C3",
        "content",
        All(&[Each("content", &LAST), Not(&Each("content", &FIRST))]),
        "has a last frame without a first one",
    ),
    refuse(
        "C4",
        "generate_audio",
        All(&[Is("generate_audio", &["false"]), Each("content", &AUDIO)]),
        "cannot be false beside a reference sound",
    ),
    refuse(
        "C5",
        "content",
        All(&[Not(&Each("content", &SEEN)), Not(&Each("content", &TEXT))]),
        "needs a text where there is no picture and no video",
    ),
    refuse(
        "C5",
        "content",
        All(&[Each("content", &AUDIO), Not(&Each("content", &SEEN))]),
        "has a sound, which needs a picture or a video beside it",
    ),
    warn(
        "C5",
        "content",
        Tally("content", &TEXT, 2, usize::MAX),
        "has several texts, where the service asks for one",
    ),
];
