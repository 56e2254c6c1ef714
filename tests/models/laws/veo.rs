//! Veo: Y1 to Y4.

use super::{Case, try_all};

const V: &str = "router.videos.create";
const N: &str = "router.video_generations.create";

const CASES: &[Case] = &[
    // Y1
    (
        V,
        "Y1",
        r#"{"model":"veo-3.0-generate-001","prompt":"a fox","duration":5}"#,
    ),
    (
        V,
        "Y1",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","seconds":8}"#,
    ),
    (
        V,
        "Y1",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","durationSeconds":6}"#,
    ),
    (
        V,
        "Y1",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","metadata":{"durationSeconds":10}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","seconds":"8"}"#,
    ),
    // Y2
    (
        V,
        "Y2",
        r#"{"model":"veo-3.0-generate-001","prompt":"a fox","resolution":"4k"}"#,
    ),
    (
        V,
        "Y2",
        r#"{"model":"veo-3.0-generate-001","prompt":"a fox","metadata":{"resolution":"4k"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","resolution":"4k"}"#,
    ),
    // Y3
    (
        V,
        "Y3?",
        r#"{"model":"veo-3.0-generate-001","prompt":"a fox","images":["https://cdn.example.com/a.png"]}"#,
    ),
    (
        V,
        "Y3?",
        r#"{"model":"veo-3.0-generate-001","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"]}"#,
    ),
    (
        V,
        "",
        r#"{"model":"veo-3.0-generate-001","prompt":"a fox","image":"https://cdn.example.com/a.png"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":["https://cdn.example.com/a.png"]}"#,
    ),
    // Y4
    (
        V,
        "Y4",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","metadata":{"role_mode":"frame"}}"#,
    ),
    (
        V,
        "Y4",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":["https://cdn.example.com/a.png"],"metadata":{"role_mode":"frame"}}"#,
    ),
    (
        V,
        "Y4",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png","https://cdn.example.com/c.png"],"metadata":{"role_mode":"frame"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"],"metadata":{"role_mode":"frame"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png","https://cdn.example.com/c.png"],"metadata":{"role_mode":"reference"}}"#,
    ),
    // G1 to G6
    (
        N,
        "G1",
        r#"{"model":"veo-3.0-generate-001","prompt":"a fox"}"#,
    ),
    (
        V,
        "G2",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","reference_image_urls":["https://cdn.example.com/a.png"]}"#,
    ),
    (
        V,
        "G2",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","metadata":{"audio":true}}"#,
    ),
    (
        V,
        "G2",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","seed":1}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","image":"asset://asset-1"}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":["a.png"]}"#,
    ),
    (
        V,
        "G4",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","duration":4,"seconds":"8"}"#,
    ),
    (
        V,
        "G4",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","duration":4,"metadata":{"durationSeconds":8}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","duration":8,"durationSeconds":8}"#,
    ),
    (
        V,
        "G5?",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","resolution":"720p","metadata":{"resolution":"1080p"}}"#,
    ),
    (
        V,
        "G5?",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","aspectRatio":"16:9","aspect_ratio":"9:16"}"#,
    ),
    (
        V,
        "G6",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","image":"https://cdn.example.com/a.png","images":["https://cdn.example.com/b.png"]}"#,
    ),
    (
        V,
        "G6",
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","image":"https://cdn.example.com/a.png","images":["https://cdn.example.com/b.png","https://cdn.example.com/c.png"]}"#,
    ),
];

#[test]
fn rules() {
    try_all(CASES);
}
