//! Wan's pictures (`router.md` 6.12).

use super::ONE_IMAGE_FIELD;
use super::pictures::{IMAGE, IMAGES, MANY, PROMPT, REFERENCES, SEED, UP_TO_14};
use crate::field::{FILLED, Field, INT, Kind, TEXT, list, one_of, opt, req, text};
use crate::model::When::{
    All, Any, Area, Count, Each, Even, Has, Holds, Is, Like, Not, Starts, Sum, Thin,
};
use crate::model::{Body, Law, Port, body, model, port, refuse, warn};

/// The bodies.
pub const BODIES: &[Body] = &[
    body("wan", "image", IMAGES)
        .models(&[model("wan2.6-t2i")])
        .fields(&[WORDS, SIZE, NEGATIVE, EXTEND, SEED])
        .names(&[
            ("size", "I10"),
            ("image", "I10"),
            ("images", "I10"),
            ("link", "G3"),
        ])
        .ports(&[PROMPT, SIZES, RATIOS, NEGATIVE_PORT, SEED_PORT])
        .asks(ASKS),
    body("wan", "image", IMAGES)
        .models(&[model("wan2.6-image")])
        .fields(&[WORDS, IMAGE, MANY, SIZE, NEGATIVE, EXTEND, SEED])
        .names(&[("size", "I10"), ("link", "G3")])
        .laws(&[
ONE_IMAGE_FIELD,
            refuse(
                "I10",
                "images",
                Count(PICTURES, 0, 0),
                "is required: this model only changes pictures; give image or images",
            ),
        ])
        .ports(&[PROMPT, REFERENCES, SIZES, RATIOS, NEGATIVE_PORT, SEED_PORT])
        .asks(ASKS),
    body("wan", "image", IMAGES)
        .models(&[model("wan2.7-image")])
        .fields(&[
            PLAIN_WORDS,
            IMAGE,
            UP_TO_14,
            opt("size", TEXT).known(&["1K", "2K"])
                .doc("1K, 2K, or pixels as `WIDTH*HEIGHT`: from 589,824 to 4,194,304 of them, of a ratio from 1:8 to 8:1."),
            SEQUENTIAL,
            SEED,
            THINKING,
            BOXES,
            PALETTE,
        ])
        .names(NAMES)
        .laws(&[
ONE_IMAGE_FIELD,
            refuse(
                "I5",
                "size",
                All(&[
                    Has("size"),
                    Not(&Is("size", &["1K", "2K"])),
                    Not(&All(&[
                        Holds("size", &["*"]),
                        Area("size", 589_824, 4_194_304),
                        Not(&Thin("size", 8)),
                    ])),
                ]),
                "must be 1K, 2K, or WIDTH*HEIGHT of 589,824 to 4,194,304 pixels and a ratio from 1:8 to 8:1",
            ),
            ALONE,
            BOXES_NEED_PICTURES,
            BOXES_FOR_EACH,
            COLOURS,
            SHARES,
        ])
        .ports(&[
            PROMPT,
            REFERENCES,
            port("resolution", "size").words(&["1K=1K", "2K=2K", "WxH=W*H"]),
            SEED_PORT,
        ]),
    body("wan", "image", IMAGES)
        .models(&[model("wan2.7-image-pro").price(0.22, 2.0, "image", "")])
        .fields(&[
            PLAIN_WORDS,
            IMAGE,
            UP_TO_14,
            opt("size", TEXT).known(&["1K", "2K", "4K"])
                .doc("1K, 2K, 4K, or pixels as `WIDTH*HEIGHT`; 4K and more than 4,194,304 pixels only from text, one picture at a time."),
            SEQUENTIAL,
            SEED,
            THINKING,
            BOXES,
            PALETTE,
        ])
        .names(NAMES)
        .laws(&[
ONE_IMAGE_FIELD,
            refuse(
                "I6",
                "size",
                All(&[
                    Has("size"),
                    Not(&Is("size", &["1K", "2K", "4K"])),
                    Not(&All(&[Holds("size", &["*"]), Area("size", 0, 16_777_216)])),
                ]),
                "must be 1K, 2K, 4K, or WIDTH*HEIGHT of at most 16,777,216 pixels",
            ),
            refuse(
                "I6",
                "size",
                All(&[
                    Any(&[
                        Is("size", &["4K"]),
                        Area("size", 4_194_305, 16_777_216),
                    ]),
                    Any(&[
                        Not(&Count(PICTURES, 0, 0)),
                        Is("enable_sequential", &["true"]),
                    ]),
                ]),
                "must be at most 2K or 4,194,304 pixels with pictures and with enable_sequential",
            ),
            warn(
                "I6",
                "size",
                Any(&[Area("size", 0, 589_823), Thin("size", 8)]),
                "may be refused: wan2.7-image takes 589,824 pixels and more, of a ratio from 1:8 to 8:1",
            ),
            ALONE,
            BOXES_NEED_PICTURES,
            BOXES_FOR_EACH,
            COLOURS,
            SHARES,
        ])
        .ports(&[
            PROMPT,
            REFERENCES,
            port("resolution", "size").words(&["1K=1K", "2K=2K", "4K=4K", "WxH=W*H"]),
            SEED_PORT,
        ]),
];

const PICTURES: &[&str] = &["image", "images"];

const WORDS: Field = req("prompt", text(1, 2000)).doc("What to draw, at most 2,000 characters.");
const PLAIN_WORDS: Field = req("prompt", FILLED).doc("What to draw.");
const SIZE: Field = opt(
    "size",
    one_of(&[
        "1280*1280",
        "800*1200",
        "1200*800",
        "960*1280",
        "1280*960",
        "720*1280",
        "1280*720",
        "1344*576",
    ]),
)
.doc("The size in pixels; default `1280*1280`.");
const NEGATIVE: Field =
    opt("negative_prompt", text(0, 500)).doc("What not to draw, at most 500 characters.");
const EXTEND: Field =
    opt("prompt_extend", Kind::Bool).doc("Have the prompt made longer; default false.");

const SEQUENTIAL: Field = opt("enable_sequential", Kind::Bool)
    .doc("Draw a series; neither `thinking_mode` nor `color_palette` goes with it.");
const THINKING: Field = opt("thinking_mode", Kind::Bool).doc("Think before drawing.");
const BOXES: Field = opt("bbox_list", list(&list(&list(&INT, 4, 4), 0, 2), 0, 9))
    .doc("For each picture, at most two boxes to draw in, each `[x1, y1, x2, y2]`.");
const PALETTE: Field = opt(
    "color_palette",
    list(
        &Kind::Closed(&[
            req("hex", TEXT).doc("The colour, as `#C2D1E6`."),
            req("ratio", TEXT).doc("Its share, as `50.00%`."),
        ]),
        3,
        10,
    ),
)
.doc("From 3 to 10 colours, whose shares make up 100.00%.");

const NAMES: &[(&str, &str)] = &[("bbox_list", "I8"), ("color_palette", "I9"), ("link", "G3")];

const ALONE: Law = refuse(
    "I7",
    "enable_sequential",
    All(&[
        Is("enable_sequential", &["true"]),
        Any(&[Has("thinking_mode"), Has("color_palette")]),
    ]),
    "does not go with thinking_mode and color_palette; leave them out, even where they are false",
);
const BOXES_NEED_PICTURES: Law = refuse(
    "I8",
    "bbox_list",
    All(&[Has("bbox_list"), Count(PICTURES, 0, 0)]),
    "needs pictures",
);
const BOXES_FOR_EACH: Law = refuse(
    "I8",
    "bbox_list",
    All(&[
        Has("bbox_list"),
        Any(&[
            All(&[Has("images"), Not(&Even("bbox_list", "images"))]),
            All(&[Has("image"), Not(&Count(&["bbox_list"], 1, 1))]),
        ]),
    ]),
    "must have an item for each picture",
);
const COLOURS: Law = refuse(
    "I9",
    "color_palette",
    Each(
        "color_palette",
        &Any(&[
            Not(&Like("hex", &["#hhhhhh"])),
            Not(&Like("ratio", &["9.99%", "99.99%", "100.00%"])),
            All(&[Starts("ratio", &["0"]), Like("ratio", &["99.99%"])]),
        ]),
    ),
    "must have colours such as #C2D1E6, and shares such as 50.00% of at most 100.00%",
);
const SHARES: Law = refuse(
    "I9",
    "color_palette",
    All(&[
        Has("color_palette"),
        Not(&Sum("color_palette", "ratio", "100")),
    ]),
    "must have shares that make up 100.00%",
);

const SEED_PORT: Port = port("seed", "seed");
const NEGATIVE_PORT: Port = port("negativePrompt", "negative_prompt");
const SIZES: Port = port("resolution", "size").words(&[
    "1280x1280=1280*1280",
    "800x1200=800*1200",
    "1200x800=1200*800",
    "960x1280=960*1280",
    "1280x960=1280*960",
    "720x1280=720*1280",
    "1280x720=1280*720",
    "1344x576=1344*576",
]);
const RATIOS: Port = port("aspectRatio", "size").words(&[
    "1:1=1280*1280",
    "2:3=800*1200",
    "3:2=1200*800",
    "3:4=960*1280",
    "4:3=1280*960",
    "9:16=720*1280",
    "16:9=1280*720",
    "21:9=1344*576",
]);
const ASKS: &[Law] = &[refuse(
    "size",
    "aspectRatio",
    All(&[Has("resolution"), Has("aspectRatio")]),
    "says what resolution says too; give one of the two",
)];
