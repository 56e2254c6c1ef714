//! MiniMax Hailuo on both video paths: M1 to M5.

use super::{Case, try_all};

const V: &str = "router.videos.create";
const N: &str = "router.video_generations.create";
const T: &str = "router.kling.text_to_video.create";

const CASES: &[Case] = &[
    // M1
    (
        V,
        "M1",
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","prompt":"a fox"}"#,
    ),
    (
        N,
        "M1",
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","prompt":"a fox","size":"768p","metadata":{}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","metadata":{"first_frame_image":"https://cdn.example.com/a.png"}}"#,
    ),
    // M2
    (
        V,
        "M2",
        r#"{"model":"MiniMax-Hailuo-2.3","prompt":"a fox","size":"512p"}"#,
    ),
    (
        N,
        "M2",
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","size":"512p","metadata":{"first_frame_image":"https://cdn.example.com/a.png"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","size":"512p"}"#,
    ),
    // M3
    (
        V,
        "M3",
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","size":"1080p","duration":10}"#,
    ),
    (
        N,
        "M3",
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","size":"1080p","duration":10,"metadata":{"first_frame_image":"https://cdn.example.com/a.png"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"MiniMax-Hailuo-2.3","prompt":"a fox","size":"1080p","duration":6}"#,
    ),
    (
        V,
        "",
        r#"{"model":"MiniMax-Hailuo-2.3","prompt":"a fox","size":"1080p"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"MiniMax-Hailuo-2.3","prompt":"a fox","size":"768p","duration":10}"#,
    ),
    // M4
    (
        V,
        "M4?",
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","duration":10}"#,
    ),
    (
        N,
        "M4?",
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","duration":10,"metadata":{"first_frame_image":"https://cdn.example.com/a.png"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","duration":6}"#,
    ),
    // M5
    (V, "M5", r#"{"model":"MiniMax-Hailuo-02"}"#),
    (N, "M5", r#"{"model":"MiniMax-Hailuo-2.3","size":"768p"}"#),
    (
        V,
        "",
        r#"{"model":"MiniMax-Hailuo-2.3","metadata":{"first_frame_image":"https://cdn.example.com/a.png"}}"#,
    ),
    // G1 to G3
    (T, "G1", r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox"}"#),
    (
        V,
        "G2",
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","first_frame_image":"https://cdn.example.com/a.png"}"#,
    ),
    (
        N,
        "G2",
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","image":"https://cdn.example.com/a.png"}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","metadata":{"first_frame_image":"a.png"}}"#,
    ),
    (
        N,
        "G3",
        r#"{"model":"MiniMax-Hailuo-2.3","metadata":{"first_frame_image":"asset://asset-1"}}"#,
    ),
    (
        V,
        "value",
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","size":"720p"}"#,
    ),
    (
        V,
        "value",
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","size":"768P"}"#,
    ),
];

#[test]
fn rules() {
    try_all(CASES);
}
