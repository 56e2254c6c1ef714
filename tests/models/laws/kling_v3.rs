//! Kling v3: K1 to K7.

use super::{Case, try_all};

const V: &str = "router.videos.create";

const CASES: &[Case] = &[
    // K1
    (V, "K1", r#"{"model":"kling-v3-video"}"#),
    (
        V,
        "K1",
        r#"{"model":"kling-v3-omni-video","duration":5,"sound":"off"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-video","element_list":[{"element_id":1}]}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-omni-video","metadata":{"image_list":["https://cdn.example.com/a.png"]}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-video","multi_prompt":[{"index":1,"prompt":"b","duration":5}]}"#,
    ),
    // K2
    (
        V,
        "K2",
        r#"{"model":"kling-v3-video","prompt":"a fox","sound":"on","element_list":[{"element_id":1}]}"#,
    ),
    (
        V,
        "K2",
        r#"{"model":"kling-v3-video","prompt":"a fox","sound":"on","metadata":{"element_list":[{"element_id":1}]}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-video","prompt":"a fox","sound":"off","element_list":[{"element_id":1}]}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","sound":"on","element_list":[{"element_id":1}]}"#,
    ),
    // K3
    (
        V,
        "K3",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","sound":"on","video_url":"https://cdn.example.com/a.mp4"}"#,
    ),
    (
        V,
        "K3",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","video_list":["https://cdn.example.com/a.mp4"],"metadata":{"sound":"on"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","sound":"off","video_url":"https://cdn.example.com/a.mp4"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","sound":"on","image_list":["https://cdn.example.com/a.png"]}"#,
    ),
    (
        V,
        "K3?",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","video_list":[{"video_url":"https://cdn.example.com/a.mp4","keep_original_sound":"yes"}]}"#,
    ),
    // K4
    (
        V,
        "K4",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","duration":11,"video_url":"https://cdn.example.com/a.mp4"}"#,
    ),
    (
        V,
        "K4",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","seconds":"15","video_list":[{"video_url":"https://cdn.example.com/a.mp4"}]}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","duration":"10","video_url":"https://cdn.example.com/a.mp4"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","duration":15}"#,
    ),
    // K5
    (
        V,
        "K5",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","shot_type":"intelligence"}"#,
    ),
    (
        V,
        "K5",
        r#"{"model":"kling-v3-video","prompt":"a fox","shot_type":"single"}"#,
    ),
    (
        V,
        "K5",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","metadata":{"shot_type":"intelligence"}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-video","prompt":"a fox","shot_type":"intelligence"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","shot_type":"customize"}"#,
    ),
    // K6
    (
        V,
        "K6",
        r#"{"model":"kling-v3-video","prompt":"a fox","sound":true}"#,
    ),
    (
        V,
        "K6",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","sound":"yes"}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-video","prompt":"a fox","sound":"on"}"#,
    ),
    // K7
    (
        V,
        "K7",
        r#"{"model":"kling-v3-video","multi_prompt":[{"index":1},{"index":1},{"index":1},{"index":1},{"index":1},{"index":1},{"index":1}]}"#,
    ),
    (
        V,
        "K7",
        r#"{"model":"kling-v3-omni-video","multi_prompt":[{"prompt":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}]}"#,
    ),
    (
        V,
        "K7?",
        r#"{"model":"kling-v3-video","duration":10,"multi_prompt":[{"index":1,"duration":5},{"index":2,"duration":4}]}"#,
    ),
    (
        V,
        "K7?",
        r#"{"model":"kling-v3-omni-video","duration":"10","multi_prompt":[{"index":1,"duration":3}]}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-video","duration":"10","multi_prompt":[{"index":1,"duration":5},{"index":2,"duration":5}]}"#,
    ),
    // G2 to G6
    (
        V,
        "G2",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","negative_prompt":"b"}"#,
    ),
    (
        V,
        "G2",
        r#"{"model":"kling-v3-video","prompt":"a fox","video_url":"https://cdn.example.com/a.mp4"}"#,
    ),
    (
        V,
        "G2",
        r#"{"model":"kling-v3-video","prompt":"a fox","metadata":{"images":["https://cdn.example.com/a.png"]}}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"kling-v3-video","first_frame_url":"asset://asset-1"}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"kling-v3-omni-video","image_list":[{"image_url":"a.png"}]}"#,
    ),
    (
        V,
        "G3",
        r#"{"model":"kling-v3-video","images":["data:image/png;base64,AA"]}"#,
    ),
    (
        V,
        "G4",
        r#"{"model":"kling-v3-video","prompt":"a fox","duration":5,"seconds":"6"}"#,
    ),
    (
        V,
        "G4",
        r#"{"model":"kling-v3-video","prompt":"a fox","duration":"5","metadata":{"seconds":6}}"#,
    ),
    (
        V,
        "",
        r#"{"model":"kling-v3-video","prompt":"a fox","duration":5,"seconds":"5"}"#,
    ),
    (
        V,
        "G5?",
        r#"{"model":"kling-v3-video","prompt":"a fox","mode":"std","metadata":{"mode":"pro"}}"#,
    ),
    (
        V,
        "G5?",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","video_url":"https://cdn.example.com/a.mp4","metadata":{"video_url":"https://cdn.example.com/a.mp4"}}"#,
    ),
    (
        V,
        "G6",
        r#"{"model":"kling-v3-video","image":"https://cdn.example.com/a.png","images":["https://cdn.example.com/b.png"]}"#,
    ),
    (
        V,
        "G6",
        r#"{"model":"kling-v3-omni-video","image":"https://cdn.example.com/a.png","images":["https://cdn.example.com/b.png"]}"#,
    ),
    (
        V,
        "range",
        r#"{"model":"kling-v3-video","prompt":"a fox","duration":2}"#,
    ),
    (
        V,
        "range",
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","seconds":16}"#,
    ),
];

#[test]
fn rules() {
    try_all(CASES);
}
