//! HappyHorse 1.0: H1 to H4, W2 and W3.

use super::{Case, try_all};

const V: &str = "router.videos.create";

const CASES: &[Case] = &[
    // W2, W3
    (
        V,
        "W2",
        r#"{"model":"happyhorse-1.0-t2v","prompt":"a fox","size":"720p"}"#,
    ),
    (
        V,
        "W2",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","video_url":"https://cdn.example.com/a.mp4","metadata":{"size":"1080p"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"happyhorse-1.0-t2v","prompt":"a fox","size":"1080P"}"#,
    ),
    (
        V,
        "W3",
        r#"{"model":"happyhorse-1.0-i2v","image":"https://cdn.example.com/a.png","aspect_ratio":"16:9"}"#,
    ),
    (
        V,
        "W3",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","video_url":"https://cdn.example.com/a.mp4","aspect_ratio":"1:1"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox","image":"https://cdn.example.com/a.png","aspect_ratio":"1:1"}"#,
    ),
    // H1
    (
        V,
        "H1",
        r#"{"model":"happyhorse-1.0-i2v","prompt":"a fox"}"#,
    ),
    (
        V,
        "H1",
        r#"{"model":"happyhorse-1.0-i2v","image":"https://cdn.example.com/a.png","first_frame_url":"https://cdn.example.com/b.png"}"#,
    ),
    (
        V,
        "H1",
        r#"{"model":"happyhorse-1.0-i2v","image":"https://cdn.example.com/a.png","metadata":{"media":[{"url":"https://cdn.example.com/b.png"}]}}"#,
    ),
    (
        V,
        "H1",
        r#"{"model":"happyhorse-1.0-i2v","image":"https://cdn.example.com/a.png","images":["https://cdn.example.com/a.png"]}"#,
    ),
    (
        V,
        "",
        r#"{"model":"happyhorse-1.0-i2v","metadata":{"first_frame_url":"https://cdn.example.com/a.png"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"happyhorse-1.0-i2v","media":[{"type":"first_frame","url":"https://cdn.example.com/a.png"}]}"#,
    ),
    // H2
    (
        V,
        "H2",
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox"}"#,
    ),
    (
        V,
        "H2",
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox","metadata":{"reference_image_url":"https://cdn.example.com/a.png"}}"#,
    ),
    (
        V,
        "H2",
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png"],"reference_image_urls":["https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png"]}"#,
    ),
    (
        V,
        "H2",
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png"],"metadata":{"reference_image_url":"https://cdn.example.com/a.png"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png"],"reference_image_urls":["https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png"]}"#,
    ),
    (
        V,
        "",
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox","metadata":{"media":[{"type":"reference_image","url":"https://cdn.example.com/a.png"}]}}"#,
    ),
    // H3
    (
        V,
        "H3",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox"}"#,
    ),
    (
        V,
        "H3",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","reference_image_urls":["https://cdn.example.com/a.png"]}"#,
    ),
    (
        V,
        "H3",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","video_url":"https://cdn.example.com/a.mp4","media":[{"type":"reference_image","url":"https://cdn.example.com/a.png"}]}"#,
    ),
    (
        V,
        "H3",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","media":[{"type":"reference_image","url":"https://cdn.example.com/a.png"}]}"#,
    ),
    (
        V,
        "H3",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","media":[{"type":"video","url":"https://cdn.example.com/a.mp4"},{"type":"video","url":"https://cdn.example.com/a.mp4"}]}"#,
    ),
    (
        V,
        "H3",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","video_url":"https://cdn.example.com/a.mp4","metadata":{"video_url":"https://cdn.example.com/a.mp4"}}"#,
    ),
    (
        V,
        "H3",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","video_url":"https://cdn.example.com/a.mp4","duration":5}"#,
    ),
    (
        V,
        "H3",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","video_url":"https://cdn.example.com/a.mp4","metadata":{"seconds":5}}"#,
    ),
    (
        V,
        "H3",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","video_url":"https://cdn.example.com/a.mp4","reference_image_urls":["https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png"],"metadata":{"reference_image_urls":["https://cdn.example.com/a.png","https://cdn.example.com/a.png"]}}"#,
    ),
    (
        V,
        "H3",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","media":[{"type":"video","url":"https://cdn.example.com/a.mp4"},{"type":"reference_image","url":"https://cdn.example.com/a.png"},{"type":"reference_image","url":"https://cdn.example.com/a.png"},{"type":"reference_image","url":"https://cdn.example.com/a.png"}],"reference_image_urls":["https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png"]}"#,
    ),
    (
        V,
        "",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","video_url":"https://cdn.example.com/a.mp4","reference_image_urls":["https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png","https://cdn.example.com/a.png"]}"#,
    ),
    (
        V,
        "",
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","media":[{"type":"video","url":"https://cdn.example.com/a.mp4"},{"type":"reference_image","url":"https://cdn.example.com/a.png"},{"type":"reference_image","url":"https://cdn.example.com/a.png"},{"type":"reference_image","url":"https://cdn.example.com/a.png"},{"type":"reference_image","url":"https://cdn.example.com/a.png"},{"type":"reference_image","url":"https://cdn.example.com/a.png"}]}"#,
    ),
    // H4
    (
        V,
        "H4",
        r#"{"model":"happyhorse-1.0-t2v","prompt":"a fox","watermark":false}"#,
    ),
    (
        V,
        "H4",
        r#"{"model":"happyhorse-1.0-i2v","image":"https://cdn.example.com/a.png","watermark":true}"#,
    ),
    (
        V,
        "H4",
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox","image":"https://cdn.example.com/a.png","metadata":{"watermark":true}}"#,
    ),
    (
        V,
        "G2",
        r#"{"model":"happyhorse-1.0-t2v","prompt":"a fox","negative_prompt":"b"}"#,
    ),
    // G3 to G6
    (
        V,
        "G3",
        r#"{"model":"happyhorse-1.0-i2v","image":"asset://asset-1"}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox","media":[{"url":"a.png"}]}"#,
    ),
    (
        V,
        "G4",
        r#"{"model":"happyhorse-1.0-t2v","prompt":"a fox","duration":5,"seconds":"6"}"#,
    ),
    (
        V,
        "G4",
        r#"{"model":"happyhorse-1.0-t2v","prompt":"a fox","seconds":5,"metadata":{"duration":6}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"happyhorse-1.0-t2v","prompt":"a fox","duration":15,"seconds":"15"}"#,
    ),
    (
        V,
        "G5?",
        r#"{"model":"happyhorse-1.0-t2v","prompt":"a fox","seed":1,"metadata":{"seed":1}}"#,
    ),
    (
        V,
        "G5?",
        r#"{"model":"happyhorse-1.0-t2v","prompt":"a fox","size":"720P","metadata":{"size":"720P"}}"#,
    ),
    (
        V,
        "G6",
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox","image":"https://cdn.example.com/a.png","images":["https://cdn.example.com/b.png"]}"#,
    ),
    // Prompts
    (V, "required", r#"{"model":"happyhorse-1.0-t2v"}"#),
    (
        V,
        "required",
        r#"{"model":"happyhorse-1.0-video-edit","video_url":"https://cdn.example.com/a.mp4"}"#,
    ),
    (
        V,
        "length",
        r#"{"model":"happyhorse-1.0-t2v","prompt":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"happyhorse-1.0-r2v","prompt":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","image":"https://cdn.example.com/a.png"}"#,
    ),
];

#[test]
fn rules() {
    try_all(CASES);
}
