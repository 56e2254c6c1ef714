//! Seedance on the contents path: C1 to C5.

use super::{Case, try_all};

const C: &str = "router.contents.create";

const CASES: &[Case] = &[
    // G1
    (
        C,
        "G1",
        r#"{"model":"ima-pro","content":[{"type":"text","text":"a fox"}]}"#,
    ),
    (
        C,
        "G1",
        r#"{"model":"veo-3.0-generate-001","content":[{"type":"text","text":"a fox"}]}"#,
    ),
    (
        C,
        "",
        r#"{"model":"seedance-2.0-cn","content":[{"type":"text","text":"a fox"}]}"#,
    ),
    // G2, G3
    (
        C,
        "G2",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"}],"metadata":{}}"#,
    ),
    (
        C,
        "G2",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox","name":"x"}]}"#,
    ),
    (
        C,
        "G3",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"asset://asset-1"},"role":"first_frame"}]}"#,
    ),
    (
        C,
        "G3",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"http://a/b.png"},"role":"first_frame"}]}"#,
    ),
    // S4
    (
        C,
        "S4",
        r#"{"model":"seedance-2.0-fast","content":[{"type":"text","text":"a fox"}],"resolution":"1080p"}"#,
    ),
    (
        C,
        "S4",
        r#"{"model":"seedance-2.0-fast-cn","content":[{"type":"text","text":"a fox"}],"resolution":"1080p"}"#,
    ),
    (
        C,
        "",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"}],"resolution":"1080p"}"#,
    ),
    // C1
    (
        C,
        "C1",
        r#"{"model":"seedance-2.0","content":[{"type":"text","image_url":{"url":"https://cdn.example.com/a.png"}}]}"#,
    ),
    (
        C,
        "C1",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox","image_url":{"url":"https://cdn.example.com/a.png"}}]}"#,
    ),
    (
        C,
        "C1",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","role":"first_frame"}]}"#,
    ),
    (
        C,
        "C1",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"video_url","video_url":{"url":"https://cdn.example.com/a.mp4"},"role":"reference_video","text":"b"}]}"#,
    ),
    (
        C,
        "",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"video_url","video_url":{"url":"https://cdn.example.com/a.mp4"},"role":"reference_video"}]}"#,
    ),
    // C2
    (
        C,
        "C2",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox","role":"first_frame"}]}"#,
    ),
    (
        C,
        "C2",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"reference_video"}]}"#,
    ),
    (
        C,
        "C2",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"video_url","video_url":{"url":"https://cdn.example.com/a.mp4"},"role":"reference_image"}]}"#,
    ),
    (
        C,
        "C2",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"reference_image"},{"type":"audio_url","audio_url":{"url":"https://cdn.example.com/a.mp3"},"role":"reference_video"}]}"#,
    ),
    (
        C,
        "C2?",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"}}]}"#,
    ),
    (
        C,
        "",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"reference_image"},{"type":"video_url","video_url":{"url":"https://cdn.example.com/a.mp4"},"role":"reference_video"},{"type":"audio_url","audio_url":{"url":"https://cdn.example.com/a.mp3"},"role":"reference_audio"}]}"#,
    ),
    // C3
    (
        C,
        "C3",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"first_frame"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"reference_image"}]}"#,
    ),
    (
        C,
        "C3",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"first_frame"},{"type":"video_url","video_url":{"url":"https://cdn.example.com/a.mp4"},"role":"reference_video"}]}"#,
    ),
    (
        C,
        "C3",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"first_frame"},{"type":"audio_url","audio_url":{"url":"https://cdn.example.com/a.mp3"},"role":"reference_audio"}]}"#,
    ),
    (
        C,
        "C3",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"first_frame"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/b.png"},"role":"first_frame"}]}"#,
    ),
    (
        C,
        "C3",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"first_frame"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"last_frame"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/b.png"},"role":"last_frame"}]}"#,
    ),
    (
        C,
        "C3",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"last_frame"}]}"#,
    ),
    (
        C,
        "",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"first_frame"},{"type":"image_url","image_url":{"url":"https://cdn.example.com/b.png"},"role":"last_frame"}]}"#,
    ),
    // C4
    (
        C,
        "C4",
        r#"{"model":"seedance-2.0","content":[{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"reference_image"},{"type":"audio_url","audio_url":{"url":"https://cdn.example.com/a.mp3"},"role":"reference_audio"}],"generate_audio":false}"#,
    ),
    (
        C,
        "C4",
        r#"{"model":"seedance-2.0-fast","content":[{"type":"text","text":"a fox"},{"type":"video_url","video_url":{"url":"https://cdn.example.com/a.mp4"},"role":"reference_video"},{"type":"audio_url","audio_url":{"url":"https://cdn.example.com/a.mp3"},"role":"reference_audio"}],"generate_audio":false}"#,
    ),
    (
        C,
        "",
        r#"{"model":"seedance-2.0","content":[{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"reference_image"},{"type":"audio_url","audio_url":{"url":"https://cdn.example.com/a.mp3"},"role":"reference_audio"}],"generate_audio":true}"#,
    ),
    (
        C,
        "",
        r#"{"model":"seedance-2.0","content":[{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"reference_image"}],"generate_audio":false}"#,
    ),
    // C5
    (
        C,
        "C5",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"audio_url","audio_url":{"url":"https://cdn.example.com/a.mp3"},"role":"reference_audio"}]}"#,
    ),
    (
        C,
        "C5",
        r#"{"model":"seedance-2.0-fast","content":[{"type":"text","text":"a fox"},{"type":"audio_url","audio_url":{"url":"https://cdn.example.com/a.mp3"},"role":"reference_audio"},{"type":"audio_url","audio_url":{"url":"https://cdn.example.com/a.mp3"},"role":"reference_audio"}]}"#,
    ),
    (
        C,
        "C5",
        r#"{"model":"seedance-2.0","content":[{"type":"audio_url","audio_url":{"url":"https://cdn.example.com/a.mp3"},"role":"reference_audio"}]}"#,
    ),
    (
        C,
        "",
        r#"{"model":"seedance-2.0","content":[{"type":"image_url","image_url":{"url":"https://cdn.example.com/a.png"},"role":"first_frame"}]}"#,
    ),
    (
        C,
        "C5?",
        r#"{"model":"seedance-2.0","content":[{"type":"text","text":"a fox"},{"type":"text","text":"a hen"}]}"#,
    ),
];

#[test]
fn rules() {
    try_all(CASES);
}
