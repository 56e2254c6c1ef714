//! Taking subtitles out of a video (`router.md` 5.5).

use crate::field::{LINK, req};
use crate::model::{Body, body, model, port};

/// The bodies. The schema lists the domestic model alone; the text and the answers have both (9.3-6).
pub const BODIES: &[Body] = &[
    body("subtitle-erase", "video", &["router.subtitle_erase.create"])
        .models(&[
            model("doubao-video-subtitle-erase-cn"),
            model("doubao-video-subtitle-erase"),
        ])
        .fields(&[req("video_url", LINK).doc("The video, as a link.")])
        .names(&[("video_url", "B1")])
        .ports(&[port("videos.source", "video_url")]),
];
