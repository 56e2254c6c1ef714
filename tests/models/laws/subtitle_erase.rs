//! Taking subtitles out: B1.

use super::{Case, try_all};

const E: &str = "router.subtitle_erase.create";

const CASES: &[Case] = &[
    // B1
    (E, "B1", r#"{"model":"doubao-video-subtitle-erase-cn"}"#),
    (
        E,
        "B1",
        r#"{"model":"doubao-video-subtitle-erase","video_url":"a.mp4"}"#,
    ),
    (
        E,
        "B1",
        r#"{"model":"doubao-video-subtitle-erase","video_url":"asset://asset-1"}"#,
    ),
    (
        E,
        "",
        r#"{"model":"doubao-video-subtitle-erase-cn","video_url":"https://cdn.example.com/a.mp4"}"#,
    ),
    (
        E,
        "",
        r#"{"model":"doubao-video-subtitle-erase","video_url":"http://example.com/a.mp4"}"#,
    ),
    // G1, G2
    (
        E,
        "G1",
        r#"{"model":"seedance-2.0","video_url":"https://cdn.example.com/a.mp4"}"#,
    ),
    (
        E,
        "G1",
        r#"{"model":"wan2.6-t2v","video_url":"https://cdn.example.com/a.mp4"}"#,
    ),
    (
        E,
        "G2",
        r#"{"model":"doubao-video-subtitle-erase-cn","video_url":"https://cdn.example.com/a.mp4","prompt":"a fox"}"#,
    ),
];

#[test]
fn rules() {
    try_all(CASES);
}
