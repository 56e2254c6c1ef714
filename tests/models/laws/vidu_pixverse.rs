//! Vidu and Pixverse on both video paths: V1 to V7, X1 and X2.

use super::{Case, try_all};

const V: &str = "router.videos.create";
const N: &str = "router.video_generations.create";

const CASES: &[Case] = &[
    // V1, V2
    (V, "V1", r#"{"model":"viduq2-pro","prompt":"a fox"}"#),
    (
        V,
        "V1",
        r#"{"model":"viduq2-turbo","prompt":"a fox","images":[]}"#,
    ),
    (N, "V1", r#"{"model":"viduq2-pro","prompt":"a fox"}"#),
    (
        V,
        "",
        r#"{"model":"viduq2-pro","images":["https://cdn.example.com/a.png"]}"#,
    ),
    (V, "", r#"{"model":"viduq3-pro","prompt":"a fox"}"#),
    (
        V,
        "V2?",
        r#"{"model":"viduq2","prompt":"a fox","images":["https://cdn.example.com/a.png"]}"#,
    ),
    (
        N,
        "V2?",
        r#"{"model":"viduq2","images":["https://cdn.example.com/a.png"]}"#,
    ),
    (V, "", r#"{"model":"viduq2","prompt":"a fox"}"#),
    // V3
    (V, "V3", r#"{"model":"viduq1"}"#),
    (V, "V3", r#"{"model":"viduq3-turbo","duration":5}"#),
    (N, "V3", r#"{"model":"viduq2"}"#),
    (
        V,
        "",
        r#"{"model":"viduq3-pro","images":["https://cdn.example.com/a.png"]}"#,
    ),
    // V4
    (
        V,
        "V4",
        r#"{"model":"viduq3-pro","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png","https://cdn.example.com/c.png"]}"#,
    ),
    (
        N,
        "V4",
        r#"{"model":"viduq2-turbo","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png","https://cdn.example.com/c.png"]}"#,
    ),
    (
        V,
        "",
        r#"{"model":"viduq3-pro","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"]}"#,
    ),
    // V5
    (
        V,
        "V5",
        r#"{"model":"viduq1","prompt":"a fox","duration":4}"#,
    ),
    (
        V,
        "V5",
        r#"{"model":"viduq2","prompt":"a fox","duration":9}"#,
    ),
    (
        V,
        "V5",
        r#"{"model":"viduq2-pro","images":["https://cdn.example.com/a.png"],"duration":3}"#,
    ),
    (
        V,
        "V5",
        r#"{"model":"viduq3-pro","prompt":"a fox","duration":17}"#,
    ),
    (
        V,
        "V5",
        r#"{"model":"viduq3-pro","prompt":"a fox","duration":0}"#,
    ),
    (V, "", r#"{"model":"viduq1","prompt":"a fox","duration":5}"#),
    (V, "", r#"{"model":"viduq2","prompt":"a fox","duration":8}"#),
    (
        V,
        "",
        r#"{"model":"viduq3-turbo","prompt":"a fox","duration":16}"#,
    ),
    // V6
    (
        V,
        "V6",
        r#"{"model":"viduq1","prompt":"a fox","metadata":{"resolution":"720p"}}"#,
    ),
    (
        N,
        "V6",
        r#"{"model":"viduq1","prompt":"a fox","metadata":{"resolution":"540p"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"viduq1","prompt":"a fox","metadata":{"resolution":"1080p"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"viduq2","prompt":"a fox","metadata":{"resolution":"540p"}}"#,
    ),
    // V7
    (
        V,
        "V7",
        r#"{"model":"viduq3-pro","prompt":"a fox","size":"720p"}"#,
    ),
    (
        V,
        "V7",
        r#"{"model":"viduq1","prompt":"a fox","size":"1280x720"}"#,
    ),
    (
        V,
        "V7",
        r#"{"model":"viduq3-pro","prompt":"a fox","size":":"}"#,
    ),
    (
        V,
        "V7?",
        r#"{"model":"viduq3-pro","prompt":"a fox","size":"4:3"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"viduq3-pro","prompt":"a fox","size":"9:16"}"#,
    ),
    // G2, G3
    (
        V,
        "G2?",
        r#"{"model":"viduq3-pro","prompt":"a fox","aspect_ratio":"16:9"}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"viduq3-pro","images":["asset://asset-1"]}"#,
    ),
    (V, "G3", r#"{"model":"viduq2-pro","images":["a.png"]}"#),
    // Pixverse
    (V, "X1", r#"{"model":"pixverse-c1"}"#),
    (V, "X1", r#"{"model":"pixverse-v6","prompt":""}"#),
    (
        V,
        "X1",
        r#"{"model":"pixverse-v6","prompt":"a fox","size":"4:3"}"#,
    ),
    (
        N,
        "X1",
        r#"{"model":"pixverse-c1","prompt":"a fox","quality":"480p"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"pixverse-v6","prompt":"a fox","size":"1:1","quality":"360p"}"#,
    ),
    (
        V,
        "X2?",
        r#"{"model":"pixverse-c1","prompt":"a fox","duration":16}"#,
    ),
    (
        N,
        "X2?",
        r#"{"model":"pixverse-c1","prompt":"a fox","duration":0}"#,
    ),
    (
        V,
        "",
        r#"{"model":"pixverse-c1","prompt":"a fox","duration":15}"#,
    ),
    (
        V,
        "G2",
        r#"{"model":"pixverse-c1","prompt":"a fox","image":"https://cdn.example.com/a.png"}"#,
    ),
    (
        V,
        "G2",
        r#"{"model":"pixverse-c1","prompt":"a fox","negative_prompt":"b"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"pixverse-c1","prompt":"a fox","metadata":{"img_id":1,"negative_prompt":"b"}}"#,
    ),
];

#[test]
fn rules() {
    try_all(CASES);
}
