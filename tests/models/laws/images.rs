//! The rules for pictures, I1 to I12 of `router.md` 10, and the general ones as far as they concern pictures.

use super::try_all;

const I: &str = "router.images.create";

#[test]
fn gemini() {
    let fifteen = vec![r#""https://a.example/1.png""#; 15].join(",");
    let many =
        format!(r#"{{"model":"gemini-2.5-flash-image","prompt":"a fox","images":[{fifteen}]}}"#);
    let fewer = many.replacen(r#""https://a.example/1.png","#, "", 1);
    try_all(&[
        (
            I,
            "I1",
            r#"{"model":"gemini-3-pro-image-preview","prompt":"a fox","size":"512px"}"#,
        ),
        (
            I,
            "I1",
            r#"{"model":"gemini-2.5-flash-image","prompt":"a fox","size":"2k"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"gemini-2.5-flash-image","prompt":"a fox","size":"512px"}"#,
        ),
        (
            I,
            "I1",
            r#"{"model":"gemini-3-pro-image-preview","prompt":"a fox","aspect_ratio":"1:8"}"#,
        ),
        (
            I,
            "I1",
            r#"{"model":"gemini-2.5-flash-image","prompt":"a fox","aspect_ratio":"16x9"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"gemini-3.1-flash-image-preview","prompt":"a fox","aspect_ratio":"1:8"}"#,
        ),
        (I, "I1", &many),
        (I, "", &fewer),
        (I, "required", r#"{"model":"gemini-2.5-flash-image"}"#),
        (
            I,
            "length",
            r#"{"model":"gemini-2.5-flash-image","prompt":""}"#,
        ),
        (
            I,
            "",
            r#"{"model":"gemini-2.5-flash-image","prompt":"a fox"}"#,
        ),
    ]);
}

#[test]
fn gpt_image() {
    try_all(&[
        (
            I,
            "I2",
            r#"{"model":"gpt-image-2","prompt":"a fox","output_compression":80}"#,
        ),
        (
            I,
            "I2",
            r#"{"model":"gpt-image-2","prompt":"a fox","output_compression":0,"output_format":"png"}"#,
        ),
        (
            I,
            "I2",
            r#"{"model":"gpt-image-2","prompt":"a fox","output_compression":101,"output_format":"webp"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"gpt-image-2","prompt":"a fox","output_compression":100}"#,
        ),
        (
            I,
            "",
            r#"{"model":"gpt-image-2","prompt":"a fox","output_compression":80,"output_format":"jpeg"}"#,
        ),
        (
            I,
            "I3",
            r#"{"model":"gpt-image-2","prompt":"a fox","mask":"https://a.example/m.png"}"#,
        ),
        (
            I,
            "I3",
            r#"{"model":"gpt-image-2","prompt":"a fox","mask":"https://a.example/m.png","n":1}"#,
        ),
        (
            I,
            "",
            r#"{"model":"gpt-image-2","prompt":"a fox","mask":"https://a.example/m.png","image":"http://a.example/1.png"}"#,
        ),
        (
            I,
            "G7?",
            r#"{"model":"gpt-image-2","prompt":"a fox","image":"data:image/png;base64,AAAA"}"#,
        ),
        (
            I,
            "G7?",
            r#"{"model":"gpt-image-2","prompt":"a fox","images":["https://a.example/1.png",{"$blob":0}]}"#,
        ),
        (
            I,
            "",
            r#"{"model":"gpt-image-2","prompt":"a fox","images":["https://a.example/1.png"],"n":2,"quality":"any"}"#,
        ),
    ]);
}

#[test]
fn seedream() {
    let long = "x".repeat(601);
    let talk = format!(r#"{{"model":"seedream-5-0-260128","prompt":"{long}"}}"#);
    let just = talk.replacen('x', "", 1);
    try_all(&[
        (I, "I4", &talk),
        (I, "", &just),
        (
            I,
            "I4",
            r#"{"model":"seedream-5-0-260128","prompt":"a fox","size":"4K"}"#,
        ),
        (
            I,
            "I4",
            r#"{"model":"doubao-seedream-4-5-251128","prompt":"a fox","size":"3K"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"doubao-seedream-4-5-251128","prompt":"a fox","size":"4K"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"doubao-seedream-5-0-lite-260128","prompt":"a fox","size":"4704x2016"}"#,
        ),
        (I, "I4", r#"{"model":"doubao-seedream-4-5-251128"}"#),
        (
            I,
            "I4",
            r#"{"model":"doubao-seedream-4-5-251128","prompt":"a fox","images":[]}"#,
        ),
        (
            I,
            "G2",
            r#"{"model":"doubao-seedream-4-5-251128","prompt":"a fox","output_format":"png"}"#,
        ),
        (
            I,
            "G2",
            r#"{"model":"seedream-5-0-260128","prompt":"a fox","optimize_prompt_options":{"model":"standard"}}"#,
        ),
        (
            I,
            "",
            r#"{"model":"seedream-5-0-260128","prompt":"a fox","optimize_prompt_options":{"mode":"standard"}}"#,
        ),
    ]);
}

#[test]
fn wan_27() {
    try_all(&[
        (
            I,
            "I5",
            r#"{"model":"wan2.7-image","prompt":"a fox","size":"4K"}"#,
        ),
        (
            I,
            "I5",
            r#"{"model":"wan2.7-image","prompt":"a fox","size":"2049*2048"}"#,
        ),
        (
            I,
            "I5",
            r#"{"model":"wan2.7-image","prompt":"a fox","size":"767*768"}"#,
        ),
        (
            I,
            "I5",
            r#"{"model":"wan2.7-image","prompt":"a fox","size":"2400*299"}"#,
        ),
        (
            I,
            "I5",
            r#"{"model":"wan2.7-image","prompt":"a fox","size":"1024x1024"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.7-image","prompt":"a fox","size":"2048*2048"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.7-image","prompt":"a fox","size":"768*768"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.7-image","prompt":"a fox","size":"2400*300"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.7-image","prompt":"a fox","size":"2K","images":["https://a.example/1.png"]}"#,
        ),
        (
            I,
            "I6",
            r#"{"model":"wan2.7-image-pro","prompt":"a fox","size":"4096*4097"}"#,
        ),
        (
            I,
            "I6",
            r#"{"model":"wan2.7-image-pro","prompt":"a fox","size":"8K"}"#,
        ),
        (
            I,
            "I6",
            r#"{"model":"wan2.7-image-pro","prompt":"a fox","size":"4K","image":"https://a.example/1.png"}"#,
        ),
        (
            I,
            "I6",
            r#"{"model":"wan2.7-image-pro","prompt":"a fox","size":"4096*4096","enable_sequential":true}"#,
        ),
        (
            I,
            "I6?",
            r#"{"model":"wan2.7-image-pro","prompt":"a fox","size":"100*100"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.7-image-pro","prompt":"a fox","size":"4096*4096","enable_sequential":false}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.7-image-pro","prompt":"a fox","size":"2048*2048","image":"https://a.example/1.png"}"#,
        ),
        (
            I,
            "I7",
            r#"{"model":"wan2.7-image","prompt":"a fox","enable_sequential":true,"thinking_mode":false}"#,
        ),
        (
            I,
            "I7",
            r##"{"model":"wan2.7-image-pro","prompt":"a fox","enable_sequential":true,"color_palette":[{"hex":"#C2D1E6","ratio":"50.00%"},{"hex":"#F4D06F","ratio":"30.00%"},{"hex":"#7FA99B","ratio":"20.00%"}]}"##,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.7-image","prompt":"a fox","enable_sequential":true}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.7-image","prompt":"a fox","enable_sequential":false,"thinking_mode":true}"#,
        ),
        (
            I,
            "G2",
            r#"{"model":"wan2.7-image","prompt":"a fox","enableSequential":true}"#,
        ),
    ]);
}

#[test]
fn boxes_and_colours() {
    try_all(&[
        (
            I,
            "I8",
            r#"{"model":"wan2.7-image","prompt":"a fox","bbox_list":[[[0,0,12,12]]]}"#,
        ),
        (
            I,
            "I8",
            r#"{"model":"wan2.7-image","prompt":"a fox","bbox_list":[[[0,0,12,12]]],"images":["https://a.example/1.png","https://a.example/2.png"]}"#,
        ),
        (
            I,
            "I8",
            r#"{"model":"wan2.7-image-pro","prompt":"a fox","bbox_list":[[[0,0,12,12]],[]],"image":"https://a.example/1.png"}"#,
        ),
        (
            I,
            "I8",
            r#"{"model":"wan2.7-image","prompt":"a fox","bbox_list":[[[0,0,12]]],"image":"https://a.example/1.png"}"#,
        ),
        (
            I,
            "I8",
            r#"{"model":"wan2.7-image","prompt":"a fox","bbox_list":[[[0,0,1,1],[0,0,2,2],[0,0,3,3]]],"image":"https://a.example/1.png"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.7-image","prompt":"a fox","bbox_list":[[[0,0,12,12]]],"image":"https://a.example/1.png"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.7-image","prompt":"a fox","bbox_list":[[[0,0,1,1],[0,0,2,2]],[]],"images":["https://a.example/1.png","https://a.example/2.png"]}"#,
        ),
        (
            I,
            "I9",
            r##"{"model":"wan2.7-image","prompt":"a fox","color_palette":[{"hex":"#C2D1E6","ratio":"50.00%"},{"hex":"#F4D06F","ratio":"50.00%"}]}"##,
        ),
        (
            I,
            "I9",
            r##"{"model":"wan2.7-image","prompt":"a fox","color_palette":[{"hex":"#C2D1E6","ratio":"50.00%"},{"hex":"#F4D06F","ratio":"30.00%"},{"hex":"#7FA99B","ratio":"19.99%"}]}"##,
        ),
        (
            I,
            "I9",
            r##"{"model":"wan2.7-image","prompt":"a fox","color_palette":[{"hex":"#C2D1E6","ratio":"100.50%"},{"hex":"#F4D06F","ratio":"0.00%"},{"hex":"#7FA99B","ratio":"0.00%"}]}"##,
        ),
        (
            I,
            "I9",
            r##"{"model":"wan2.7-image","prompt":"a fox","color_palette":[{"hex":"red","ratio":"50.00%"},{"hex":"#F4D06F","ratio":"30.00%"},{"hex":"#7FA99B","ratio":"20.00%"}]}"##,
        ),
        (
            I,
            "I9",
            r##"{"model":"wan2.7-image","prompt":"a fox","color_palette":[{"hex":"#C2D1E6","ratio":"90.00%"},{"hex":"#F4D06F","ratio":"05.00%"},{"hex":"#7FA99B","ratio":"5.00%"}]}"##,
        ),
        (
            I,
            "",
            r##"{"model":"wan2.7-image-pro","prompt":"a fox","color_palette":[{"hex":"#C2D1E6","ratio":"33.33%"},{"hex":"#F4D06F","ratio":"33.33%"},{"hex":"#7fa99b","ratio":"33.34%"}]}"##,
        ),
        (
            I,
            "",
            r##"{"model":"wan2.7-image-pro","prompt":"a fox","color_palette":[{"hex":"#C2D1E6","ratio":"100.00%"},{"hex":"#F4D06F","ratio":"0.00%"},{"hex":"#7FA99B","ratio":"0.00%"}]}"##,
        ),
    ]);
}

#[test]
fn wan_26() {
    try_all(&[
        (
            I,
            "I10",
            r#"{"model":"wan2.6-t2i","prompt":"a fox","image":"https://a.example/1.png"}"#,
        ),
        (
            I,
            "I10",
            r#"{"model":"wan2.6-t2i","prompt":"a fox","images":["https://a.example/1.png"]}"#,
        ),
        (
            I,
            "I10",
            r#"{"model":"wan2.6-t2i","prompt":"a fox","size":"1280x1280"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.6-t2i","prompt":"a fox","size":"1280*1280"}"#,
        ),
        (I, "I10", r#"{"model":"wan2.6-image","prompt":"a fox"}"#),
        (
            I,
            "I10",
            r#"{"model":"wan2.6-image","prompt":"a fox","image":"https://a.example/1.png","size":"2K"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.6-image","prompt":"a fox","image":"https://a.example/1.png"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.6-image","prompt":"a fox","images":["https://a.example/1.png"],"negative_prompt":"dogs","seed":0}"#,
        ),
        (
            I,
            "range",
            r#"{"model":"wan2.6-t2i","prompt":"a fox","seed":2147483648}"#,
        ),
    ]);
}

#[test]
fn pruna() {
    try_all(&[
        (
            I,
            "I11",
            r#"{"model":"prunaai/p-image-edit","prompt":"a fox"}"#,
        ),
        (
            I,
            "I11",
            r#"{"model":"prunaai/p-image-edit","prompt":"a fox","extra_fields":{"input":{"turbo":true}}}"#,
        ),
        (
            I,
            "I11",
            r#"{"model":"prunaai/p-image-edit","prompt":"","image":"https://a.example/1.png"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"prunaai/p-image-edit","prompt":"a fox","image":"https://a.example/1.png"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"prunaai/p-image-edit","prompt":"a fox","extra_fields":{"input":{"images":["https://a.example/1.png"]}}}"#,
        ),
        (
            I,
            "I12",
            r#"{"model":"prunaai/p-image","prompt":"a fox","width":512,"height":512}"#,
        ),
        (
            I,
            "I12",
            r#"{"model":"prunaai/p-image","prompt":"a fox","height":512,"aspect_ratio":"1:1"}"#,
        ),
        (
            I,
            "I12",
            r#"{"model":"prunaai/p-image","prompt":"a fox","width":255,"height":1440,"aspect_ratio":"custom"}"#,
        ),
        (
            I,
            "I12",
            r#"{"model":"prunaai/p-image","prompt":"a fox","width":256,"height":1441,"aspect_ratio":"custom"}"#,
        ),
        (
            I,
            "",
            r#"{"model":"prunaai/p-image","prompt":"a fox","width":256,"height":1440,"aspect_ratio":"custom"}"#,
        ),
    ]);
}

#[test]
fn what_holds_for_all_pictures() {
    try_all(&[
        (I, "G1", r#"{"model":"viduq3-pro","prompt":"a fox"}"#),
        (I, "G1", r#"{"model":"seedance-2.0","prompt":"a fox"}"#),
        (
            I,
            "G1",
            r#"{"model":"gemini-3-pro-preview","prompt":"a fox"}"#,
        ),
        (I, "G1?", r#"{"model":"gpt-image-3","prompt":"a fox"}"#),
        (
            "router.videos.create",
            "G1",
            r#"{"model":"gpt-image-2","prompt":"a fox"}"#,
        ),
        (
            I,
            "G2",
            r#"{"model":"gemini-2.5-flash-image","prompt":"a fox","negative_prompt":"dogs"}"#,
        ),
        (
            I,
            "G2",
            r#"{"model":"prunaai/p-image","prompt":"a fox","image":"https://a.example/1.png"}"#,
        ),
        (
            I,
            "G3",
            r#"{"model":"gemini-2.5-flash-image","prompt":"a fox","image":"data:image/png;base64,AAAA"}"#,
        ),
        (
            I,
            "G3",
            r#"{"model":"wan2.7-image","prompt":"a fox","images":["asset://asset-1"]}"#,
        ),
        (
            I,
            "",
            r#"{"model":"wan2.7-image","prompt":"a fox","images":["http://a.example/1.png"]}"#,
        ),
        (
            I,
            "G6",
            r#"{"model":"gemini-2.5-flash-image","prompt":"a fox","image":"https://a.example/1.png","images":["https://a.example/2.png"]}"#,
        ),
        (
            I,
            "G6",
            r#"{"model":"gpt-image-2","prompt":"a fox","image":"https://a.example/1.png","images":["https://a.example/2.png"]}"#,
        ),
    ]);
}
