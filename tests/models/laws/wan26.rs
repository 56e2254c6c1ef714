//! Wan 2.6: W1 to W4.

use super::{Case, try_all};

const V: &str = "router.videos.create";

const CASES: &[Case] = &[
    // W1
    (
        V,
        "W1",
        r#"{"model":"wan2.6-t2v","prompt":"a fox","duration":6}"#,
    ),
    (
        V,
        "W1",
        r#"{"model":"wan2.6-r2v","image":"https://cdn.example.com/a.png","duration":15}"#,
    ),
    (
        V,
        "W1",
        r#"{"model":"wan2.6-i2v","image":"https://cdn.example.com/a.png","seconds":"7"}"#,
    ),
    (
        V,
        "W1",
        r#"{"model":"wan2.6-t2v","prompt":"a fox","metadata":{"duration":4}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"wan2.6-t2v","prompt":"a fox","duration":15}"#,
    ),
    (
        V,
        "",
        r#"{"model":"wan2.6-i2v","image":"https://cdn.example.com/a.png","seconds":10}"#,
    ),
    (
        V,
        "",
        r#"{"model":"wan2.6-r2v","image":"https://cdn.example.com/a.png","seconds":"10"}"#,
    ),
    // W2
    (
        V,
        "W2",
        r#"{"model":"wan2.6-t2v","prompt":"a fox","size":"720p"}"#,
    ),
    (
        V,
        "W2",
        r#"{"model":"wan2.6-i2v-flash","image":"https://cdn.example.com/a.png","size":"1280x720"}"#,
    ),
    (
        V,
        "W2",
        r#"{"model":"wan2.6-r2v","image":"https://cdn.example.com/a.png","metadata":{"resolution":"1080p"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"wan2.6-t2v","prompt":"a fox","size":"720P"}"#,
    ),
    // W3
    (
        V,
        "W3",
        r#"{"model":"wan2.6-i2v","image":"https://cdn.example.com/a.png","aspect_ratio":"16:9"}"#,
    ),
    (
        V,
        "W3",
        r#"{"model":"wan2.6-i2v-flash","image":"https://cdn.example.com/a.png","aspect_ratio":"1:1"}"#,
    ),
    (
        V,
        "W3",
        r#"{"model":"wan2.6-i2v","image":"https://cdn.example.com/a.png","metadata":{"aspect_ratio":"16:9"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"wan2.6-r2v","image":"https://cdn.example.com/a.png","aspect_ratio":"16:9"}"#,
    ),
    // W4
    (V, "W4", r#"{"model":"wan2.6-t2v"}"#),
    (V, "W4", r#"{"model":"wan2.6-t2v","prompt":""}"#),
    (
        V,
        "",
        r#"{"model":"wan2.6-i2v","image":"https://cdn.example.com/a.png"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"wan2.6-i2v","image":"https://cdn.example.com/a.png","prompt":""}"#,
    ),
    (
        V,
        "W4",
        r#"{"model":"wan2.6-i2v","image":"https://cdn.example.com/a.png","prompt":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}"#,
    ),
    (
        V,
        "W4",
        r#"{"model":"wan2.6-t2v","prompt":"狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐狐"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"wan2.6-t2v","prompt":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}"#,
    ),
    // G2
    (
        V,
        "G2",
        r#"{"model":"wan2.6-t2v","prompt":"a fox","image":"https://cdn.example.com/a.png"}"#,
    ),
    (
        V,
        "G2",
        r#"{"model":"wan2.6-i2v","image":"https://cdn.example.com/a.png","audio":true}"#,
    ),
    (
        V,
        "G2",
        r#"{"model":"wan2.6-t2v","prompt":"a fox","metadata":{"seed":1}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"wan2.6-i2v-flash","image":"https://cdn.example.com/a.png","audio":true}"#,
    ),
    // G3
    (
        V,
        "G3",
        r#"{"model":"wan2.6-i2v","image":"asset://asset-1"}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"wan2.6-r2v","reference_video_urls":["data:video/mp4;base64,AA"]}"#,
    ),
    // G4, G5
    (
        V,
        "G4",
        r#"{"model":"wan2.6-t2v","prompt":"a fox","duration":5,"seconds":"10"}"#,
    ),
    (
        V,
        "G4",
        r#"{"model":"wan2.6-t2v","prompt":"a fox","duration":5,"metadata":{"seconds":10}}"#,
    ),
    (
        V,
        "G5?",
        r#"{"model":"wan2.6-t2v","prompt":"a fox","size":"720P","metadata":{"resolution":"1080P"}}"#,
    ),
    (
        V,
        "G5?",
        r#"{"model":"wan2.6-r2v","prompt":"a fox","video_url":"https://cdn.example.com/a.mp4","metadata":{"video_url":"https://cdn.example.com/b.mp4"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"wan2.6-t2v","prompt":"a fox","duration":5,"seconds":"5"}"#,
    ),
    // G6
    (
        V,
        "G6",
        r#"{"model":"wan2.6-i2v","image":"https://cdn.example.com/a.png","images":["https://cdn.example.com/a.png"]}"#,
    ),
    (
        V,
        "G6",
        r#"{"model":"wan2.6-r2v","image":"https://cdn.example.com/a.png","images":["https://cdn.example.com/b.png"]}"#,
    ),
    // A picture or a video is needed.
    (V, "required", r#"{"model":"wan2.6-i2v","prompt":"a fox"}"#),
    (
        V,
        "required",
        r#"{"model":"wan2.6-i2v-flash","prompt":"a fox","reference_video_urls":["https://cdn.example.com/a.mp4"]}"#,
    ),
    (V, "required", r#"{"model":"wan2.6-r2v","prompt":"a fox"}"#),
    (
        V,
        "",
        r#"{"model":"wan2.6-r2v","video_url":"https://cdn.example.com/a.mp4"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"wan2.6-i2v-flash","images":["https://cdn.example.com/a.png"],"reference_video_urls":["https://cdn.example.com/a.mp4"]}"#,
    ),
    (
        V,
        "length",
        r#"{"model":"wan2.6-i2v","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"]}"#,
    ),
];

#[test]
fn rules() {
    try_all(CASES);
}
