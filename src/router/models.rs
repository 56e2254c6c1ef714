//! What each of the router's models takes, a file for each family (`router.md` 6, 10 and 11), and what they share.
//!
//! The video models fetch their pictures, videos and sounds from links: bytes and data URLs are refused (G3, G7).

use crate::model::When::{All, Any, Differ, Has, Not};
use crate::model::{Law, refuse};

/// A field given both at the top and in `metadata`.
macro_rules! twice {
    ($name:literal) => {
        crate::model::When::All(&[
            crate::model::When::Has($name),
            crate::model::When::Has(concat!("metadata.", $name)),
        ])
    };
}

mod pictures;

pub mod assets;
pub mod gemini_images;
pub mod gpt_image;
pub mod hailuo;
pub mod happyhorse;
pub mod kling;
pub mod kling_v3;
pub mod language;
pub mod midjourney;
pub mod pixverse;
pub mod pruna;
pub mod seed_tts;
pub mod seedance;
pub mod seedance_contents;
pub mod seedream;
pub mod sonic;
pub mod subtitle_erase;
pub mod veo;
pub mod vidu;
pub mod wan26;
pub mod wan_images;

/// The path that takes the models of every family.
const VIDEOS: &[&str] = &["router.videos.create"];

/// The path and the generic one beside it.
const BOTH: &[&str] = &["router.videos.create", "router.video_generations.create"];

const THREE_TO_FIFTEEN: &[&str] = &[
    "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
];

/// For families that take the length under two names, at the top and in `metadata`.
const ONE_LENGTH: Law = refuse(
    "G4",
    "seconds",
    Differ(&[
        "duration",
        "seconds",
        "metadata.duration",
        "metadata.seconds",
    ]),
    "differs from duration; give one of them",
);

const ONE_IMAGE_FIELD: Law = refuse(
    "G6",
    "images",
    All(&[Has("image"), Has("images")]),
    "cannot be given together with image; leave one of them out",
);

/// For families that tell frames by their place in a list.
const LAST_NEEDS_FIRST: Law = refuse(
    "roles",
    "images.last_frame",
    All(&[Has("images.last_frame"), Not(&Has("images.first_frame"))]),
    "needs a first frame beside it",
);

/// For families whose one list of pictures is either of frames or of references.
const FRAMES_OR_REFERENCES: Law = refuse(
    "roles",
    "images.reference",
    All(&[
        Has("images.reference"),
        Any(&[Has("images.first_frame"), Has("images.last_frame")]),
    ]),
    "does not go with frames: this model takes frames or references",
);
