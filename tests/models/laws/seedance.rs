//! Seedance on the video path: S1 to S7, S11, and the rules for all models that it shows best.

use super::{Case, try_all};

const V: &str = "router.videos.create";

const CASES: &[Case] = &[
    // G1: a model of another operation, and one of another service.
    (V, "G1", r#"{"model":"doubao-video-subtitle-erase-cn"}"#),
    (V, "G1?", r#"{"model":"seedance-9","prompt":"a fox"}"#),
    (V, "", r#"{"model":"seedance-2.0","prompt":"a fox"}"#),
    // G2
    (
        V,
        "G2",
        r#"{"model":"seedance-2.0","prompt":"a fox","resolution":"720p"}"#,
    ),
    (
        V,
        "G2",
        r#"{"model":"seedance-2.0","prompt":"a fox","negative_prompt":"b"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"seedance-2.0","prompt":"a fox","metadata":{"resolution":"720p","new":1}}"#,
    ),
    // G3
    (
        V,
        "G3",
        r#"{"model":"seedance-2.0","prompt":"a fox","images":["a.png"]}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"seedance-2.0","prompt":"a fox","images":["data:image/png;base64,AAAA"]}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"seedance-2.0","prompt":"a fox","input_reference":"ftp://a/b"}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"seedance-2.0","prompt":"a fox","metadata":{"reference_video_urls":["a.mp4"]}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"seedance-2.0","prompt":"a fox","images":["https://cdn.example.com/a.png","asset://asset-1"]}"#,
    ),
    // G4
    (
        V,
        "G4",
        r#"{"model":"seedance-2.0","prompt":"a fox","duration":5,"seconds":"6"}"#,
    ),
    (
        V,
        "G4",
        r#"{"model":"seedance-2.0-fast","prompt":"a fox","duration":15,"seconds":"4"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"seedance-2.0","prompt":"a fox","duration":5,"seconds":"5"}"#,
    ),
    // S1
    (V, "S1", r#"{"model":"seedance-2.0"}"#),
    (V, "S1", r#"{"model":"seedance-2.0","duration":5}"#),
    (V, "S1", r#"{"model":"seedance-2.0","images":[]}"#),
    (
        V,
        "",
        r#"{"model":"seedance-2.0","images":["https://cdn.example.com/a.png"]}"#,
    ),
    (
        V,
        "",
        r#"{"model":"seedance-2.0","metadata":{"reference_video_urls":["https://cdn.example.com/a.mp4"]}}"#,
    ),
    // S2
    (
        V,
        "S2",
        r#"{"model":"seedance-2.0","prompt":"a fox","metadata":{"reference_audio_urls":["https://cdn.example.com/a.mp3"]}}"#,
    ),
    (
        V,
        "S2",
        r#"{"model":"ima-pro","prompt":"a fox","metadata":{"reference_audio_urls":["asset://asset-1"]}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"seedance-2.0","prompt":"a fox","input_reference":"https://cdn.example.com/a.png","metadata":{"reference_audio_urls":["https://cdn.example.com/a.mp3"]}}"#,
    ),
    // S3
    (
        V,
        "S3",
        r#"{"model":"seedance-2.0","prompt":"a fox","metadata":{"role_mode":"frame"}}"#,
    ),
    (
        V,
        "S3",
        r#"{"model":"seedance-2.0","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png","https://cdn.example.com/c.png"],"metadata":{"role_mode":"frame"}}"#,
    ),
    (
        V,
        "S3",
        r#"{"model":"seedance-2.0","images":["https://cdn.example.com/a.png"],"metadata":{"role_mode":"frame","reference_video_urls":["https://cdn.example.com/a.mp4"]}}"#,
    ),
    (
        V,
        "S3",
        r#"{"model":"seedance-2.0","images":["https://cdn.example.com/a.png"],"metadata":{"role_mode":"frame","reference_audio_urls":["https://cdn.example.com/a.mp3"]}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"seedance-2.0","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"],"metadata":{"role_mode":"frame"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"seedance-2.0","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"],"input_reference":"https://cdn.example.com/a.png","metadata":{"role_mode":"frame"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"seedance-2.0","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png","https://cdn.example.com/c.png"],"metadata":{"role_mode":"reference","reference_video_urls":["https://cdn.example.com/a.mp4"]}}"#,
    ),
    // S4
    (
        V,
        "S4",
        r#"{"model":"seedance-2.0-fast","prompt":"a fox","metadata":{"resolution":"1080p"}}"#,
    ),
    (
        V,
        "S4",
        r#"{"model":"ima-pro-fast","prompt":"a fox","metadata":{"resolution":"1080p"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"seedance-2.0","prompt":"a fox","metadata":{"resolution":"1080p"}}"#,
    ),
    // S5
    // S6
    (
        V,
        "S6",
        r#"{"model":"seedance-2.0","prompt":"a fox","duration":3}"#,
    ),
    (
        V,
        "S6",
        r#"{"model":"seedance-2.0","prompt":"a fox","duration":16}"#,
    ),
    (
        V,
        "S6",
        r#"{"model":"seedance-2.0","prompt":"a fox","seconds":5}"#,
    ),
    (
        V,
        "S6",
        r#"{"model":"seedance-2.0","prompt":"a fox","seconds":"3"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"seedance-2.0","prompt":"a fox","seconds":"15"}"#,
    ),
    // S7
    (
        V,
        "S7",
        r#"{"model":"seedance-2.0","prompt":"a fox","metadata":{"reference_video_urls":["https://cdn.example.com/a.mp4","https://cdn.example.com/a.mp4","https://cdn.example.com/a.mp4","https://cdn.example.com/a.mp4"]}}"#,
    ),
    (
        V,
        "S7",
        r#"{"model":"seedance-2.0","images":["https://cdn.example.com/a.png"],"metadata":{"reference_audio_urls":[]}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"seedance-2.0","prompt":"a fox","metadata":{"reference_video_urls":["https://cdn.example.com/a.mp4","https://cdn.example.com/a.mp4","https://cdn.example.com/a.mp4"],"reference_audio_urls":["asset://asset-1"]}}"#,
    ),
];

#[test]
fn rules() {
    try_all(CASES);
}

/// A size is always doubtful, so a wrong one breaks its rule twice.
#[test]
fn sizes() {
    let sent = |size: &str| {
        let request = format!(r#"{{"model":"seedance-2.0","prompt":"a fox","size":"{size}"}}"#);
        super::broken("router.videos.create", &request)
    };
    for wrong in ["854x480", "1280*720", "16:9", "720p", "x", "1280x"] {
        assert_eq!(sent(wrong), ["S5", "S5?"], "{wrong}");
    }
    for doubtful in ["1280x720", "848x480", "1080x1920", "2520x1080"] {
        assert_eq!(sent(doubtful), ["S5?"], "{doubtful}");
    }
}

#[test]
fn long_prompts() {
    let sent = |prompt: String| {
        let request = format!(r#"{{"model":"seedance-2.0","prompt":"{prompt}"}}"#);
        super::broken("router.videos.create", &request)
    };
    assert_eq!(sent("word ".repeat(1001)), ["S11?"]);
    assert_eq!(sent("狐".repeat(501)), ["S11?"]);
    assert!(sent("word ".repeat(1000)).is_empty());
    assert!(sent("狐".repeat(500)).is_empty());
}
