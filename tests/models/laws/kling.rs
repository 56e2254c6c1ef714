//! Kling's older models on their four operations: L1 to L5.

use super::{Case, try_all};

const V: &str = "router.videos.create";
const N: &str = "router.video_generations.create";
const T: &str = "router.kling.text_to_video.create";
const I: &str = "router.kling.image_to_video.create";

const CASES: &[Case] = &[
    // L1
    (V, "L1", r#"{"model":"kling-v2-6"}"#),
    (V, "L1", r#"{"model":"kling-v2-master","duration":5}"#),
    (N, "L1", r#"{"model":"kling-v2-6","size":"16:9"}"#),
    (
        V,
        "",
        r#"{"model":"kling-v2-6","image":"https://cdn.example.com/a.png"}"#,
    ),
    (
        N,
        "",
        r#"{"model":"kling-v2-6","images":["https://cdn.example.com/a.png"]}"#,
    ),
    (T, "required", r#"{"model":"kling-v2-6"}"#),
    (T, "length", r#"{"model":"kling-v2-6","prompt":""}"#),
    (
        I,
        "",
        r#"{"model":"kling-v2-6","image":"https://cdn.example.com/a.png"}"#,
    ),
    (I, "required", r#"{"model":"kling-v2-6","prompt":"a fox"}"#),
    // L2
    (
        V,
        "L2",
        r#"{"model":"kling-v2-master","prompt":"a fox","mode":"std"}"#,
    ),
    (
        T,
        "L2",
        r#"{"model":"kling-v2-1-master","prompt":"a fox","mode":"pro"}"#,
    ),
    (
        I,
        "L2",
        r#"{"model":"kling-v2-master","image":"https://cdn.example.com/a.png","mode":"pro"}"#,
    ),
    (
        N,
        "L2",
        r#"{"model":"kling-v2-master","prompt":"a fox","metadata":{"mode":"std"}}"#,
    ),
    (V, "", r#"{"model":"kling-v2-master","prompt":"a fox"}"#),
    (
        V,
        "",
        r#"{"model":"kling-v2-6","prompt":"a fox","mode":"std"}"#,
    ),
    // L3
    (
        V,
        "L3",
        r#"{"model":"kling-v2-6","prompt":"a fox","cfg_scale":1.5}"#,
    ),
    (
        T,
        "L3",
        r#"{"model":"kling-v2-6","prompt":"a fox","cfg_scale":-0.1}"#,
    ),
    (
        N,
        "L3",
        r#"{"model":"kling-v2-6","prompt":"a fox","metadata":{"cfg_scale":2}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v2-6","prompt":"a fox","cfg_scale":1}"#,
    ),
    (
        N,
        "",
        r#"{"model":"kling-v2-6","prompt":"a fox","metadata":{"cfg_scale":0}}"#,
    ),
    // L4
    (
        V,
        "L4",
        r#"{"model":"kling-v2-6","prompt":"a fox","image_tail":"https://cdn.example.com/b.png"}"#,
    ),
    (
        N,
        "L4",
        r#"{"model":"kling-v2-master","prompt":"a fox","metadata":{"image_tail":"https://cdn.example.com/b.png"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v2-6","image":"https://cdn.example.com/a.png","image_tail":"https://cdn.example.com/b.png"}"#,
    ),
    (
        N,
        "",
        r#"{"model":"kling-v2-6","image":"https://cdn.example.com/a.png","metadata":{"image_tail":"https://cdn.example.com/b.png"}}"#,
    ),
    // L5
    (
        V,
        "L5",
        r#"{"model":"kling-v2-6","prompt":"a fox","size":"16:9"}"#,
    ),
    (
        V,
        "L5",
        r#"{"model":"kling-v2-6","images":["https://cdn.example.com/a.png"],"prompt":"a fox"}"#,
    ),
    (
        V,
        "L5",
        r#"{"model":"kling-v2-6","prompt":"a fox","metadata":{"mode":"pro"}}"#,
    ),
    (
        T,
        "L5",
        r#"{"model":"kling-v2-6","prompt":"a fox","size":"16:9"}"#,
    ),
    (
        T,
        "L5",
        r#"{"model":"kling-v2-6","prompt":"a fox","image":"https://cdn.example.com/a.png"}"#,
    ),
    (
        T,
        "L5",
        r#"{"model":"kling-v2-6","prompt":"a fox","image_tail":"https://cdn.example.com/a.png"}"#,
    ),
    (
        I,
        "L5",
        r#"{"model":"kling-v2-6","image":"https://cdn.example.com/a.png","metadata":{"image_tail":"https://cdn.example.com/b.png"}}"#,
    ),
    (
        N,
        "L5",
        r#"{"model":"kling-v2-6","prompt":"a fox","aspect_ratio":"16:9"}"#,
    ),
    (
        N,
        "L5",
        r#"{"model":"kling-v2-6","prompt":"a fox","mode":"std"}"#,
    ),
    (
        N,
        "L5",
        r#"{"model":"kling-v2-master","prompt":"a fox","negative_prompt":"b"}"#,
    ),
    (
        V,
        "L5?",
        r#"{"model":"kling-v2-6","prompt":"a fox","metadata":{"camera_control":{"type":"simple"}}}"#,
    ),
    (
        T,
        "",
        r#"{"model":"kling-v2-6","prompt":"a fox","aspect_ratio":"16:9","camera_control":{"type":"simple","config":{"zoom":1}}}"#,
    ),
    (
        N,
        "",
        r#"{"model":"kling-v2-6","prompt":"a fox","size":"16:9","metadata":{"mode":"pro","camera_control":{"type":"simple"}}}"#,
    ),
    // G1 to G6
    (T, "G1", r#"{"model":"kling-v3-video","prompt":"a fox"}"#),
    (
        I,
        "G1",
        r#"{"model":"viduq1","image":"https://cdn.example.com/a.png"}"#,
    ),
    (N, "G1", r#"{"model":"kling-v3-video","prompt":"a fox"}"#),
    (
        V,
        "G2?",
        r#"{"model":"kling-v2-6","prompt":"a fox","seed":1}"#,
    ),
    (
        N,
        "G2?",
        r#"{"model":"kling-v2-6","prompt":"a fox","resolution":"720p"}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"kling-v2-6","image":"asset://asset-1"}"#,
    ),
    (I, "G3", r#"{"model":"kling-v2-6","image":"a.png"}"#),
    (
        N,
        "G3",
        r#"{"model":"kling-v2-6","image":"https://cdn.example.com/a.png","metadata":{"image_tail":"b.png"}}"#,
    ),
    (
        N,
        "G6",
        r#"{"model":"kling-v2-6","image":"https://cdn.example.com/a.png","images":["https://cdn.example.com/b.png"]}"#,
    ),
    (
        N,
        "G6",
        r#"{"model":"kling-v2-master","prompt":"a fox","image":"https://cdn.example.com/a.png","images":["https://cdn.example.com/b.png"]}"#,
    ),
    (
        V,
        "value",
        r#"{"model":"kling-v2-6","prompt":"a fox","duration":6}"#,
    ),
    (
        N,
        "value",
        r#"{"model":"kling-v2-6","prompt":"a fox","duration":15}"#,
    ),
];

#[test]
fn rules() {
    try_all(CASES);
}
