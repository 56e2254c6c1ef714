//! The uniform request for pictures of the router in the words of each family.

use super::{Refused, Written, refused, unknown, written};

const IMAGE: &[Written] = &[
    (
        r#"{"model":"gemini-2.5-flash-image","prompt":"a fox","images":["https://a.example/1.png",{"role":"reference","image":"https://a.example/2.png"}],"resolution":"512px","aspectRatio":"8:1"}"#,
        r#"{"model":"gemini-2.5-flash-image","prompt":"a fox","images":["https://a.example/1.png","https://a.example/2.png"],"size":"512px","aspect_ratio":"8:1"}"#,
    ),
    (
        r#"{"model":"gemini-3-pro-image-preview","prompt":"a fox","images":["https://a.example/1.png"],"resolution":"4K","aspectRatio":"21:9"}"#,
        r#"{"model":"gemini-3-pro-image-preview","prompt":"a fox","images":["https://a.example/1.png"],"size":"4K","aspect_ratio":"21:9"}"#,
    ),
    (
        r#"{"model":"gpt-image-2","prompt":"a fox","images":[{"role":"source","image":"https://a.example/1.png"},{"role":"mask","image":"https://a.example/m.png"}],"resolution":"1024x1024","count":2,"format":"webp","extra":{"quality":"high"}}"#,
        r#"{"model":"gpt-image-2","prompt":"a fox","images":["https://a.example/1.png"],"mask":"https://a.example/m.png","size":"1024x1024","n":2,"output_format":"webp","quality":"high"}"#,
    ),
    (
        r#"{"model":"doubao-seedream-4-5-251128","prompt":"a fox","images":["https://a.example/1.png"],"resolution":"3024x1296"}"#,
        r#"{"model":"doubao-seedream-4-5-251128","prompt":"a fox","images":["https://a.example/1.png"],"size":"3024x1296"}"#,
    ),
    (
        r#"{"model":"doubao-seedream-5-0-lite-260128","prompt":"a fox","images":["https://a.example/1.png"],"resolution":"3K","format":"jpeg"}"#,
        r#"{"model":"doubao-seedream-5-0-lite-260128","prompt":"a fox","images":["https://a.example/1.png"],"size":"3K","output_format":"jpeg"}"#,
    ),
    (
        r#"{"model":"wan2.6-t2i","prompt":"a fox","resolution":"800x1200","negativePrompt":"dogs","seed":7}"#,
        r#"{"model":"wan2.6-t2i","prompt":"a fox","size":"800*1200","negative_prompt":"dogs","seed":7}"#,
    ),
    (
        r#"{"model":"wan2.6-image","prompt":"a fox","images":["https://a.example/1.png"],"aspectRatio":"21:9","negativePrompt":"dogs","seed":7}"#,
        r#"{"model":"wan2.6-image","prompt":"a fox","images":["https://a.example/1.png"],"size":"1344*576","negative_prompt":"dogs","seed":7}"#,
    ),
    (
        r#"{"model":"wan2.7-image","prompt":"a fox","images":["https://a.example/1.png"],"resolution":"1024x768","seed":7}"#,
        r#"{"model":"wan2.7-image","prompt":"a fox","images":["https://a.example/1.png"],"size":"1024*768","seed":7}"#,
    ),
    (
        r#"{"model":"wan2.7-image-pro","prompt":"a fox","resolution":"4K","seed":7}"#,
        r#"{"model":"wan2.7-image-pro","prompt":"a fox","size":"4K","seed":7}"#,
    ),
    (
        r#"{"model":"prunaai/p-image","prompt":"a fox","resolution":"1024x1024","aspectRatio":"3:2","seed":7}"#,
        r#"{"model":"prunaai/p-image","prompt":"a fox","size":"1024x1024","aspect_ratio":"3:2","seed":7}"#,
    ),
    (
        r#"{"model":"prunaai/p-image-edit","prompt":"a fox","images":[{"role":"source","image":"https://a.example/1.png"},"https://a.example/2.png"],"aspectRatio":"3:2","seed":7}"#,
        r#"{"model":"prunaai/p-image-edit","prompt":"a fox","images":["https://a.example/1.png","https://a.example/2.png"],"aspect_ratio":"3:2","seed":7}"#,
    ),
    (
        r#"{"model":"gpt-image-2","prompt":"a fox","images":["https://a.example/1.png","http://a.example/2.png"]}"#,
        r#"{"model":"gpt-image-2","prompt":"a fox","images":["https://a.example/1.png","http://a.example/2.png"]}"#,
    ),
    (
        r#"{"model":"wan2.6-t2i","prompt":"a fox","aspectRatio":"2:3"}"#,
        r#"{"model":"wan2.6-t2i","prompt":"a fox","size":"800*1200"}"#,
    ),
    (
        r#"{"model":"wan2.6-image","prompt":"a fox","images":["https://a.example/1.png"],"resolution":"720x1280"}"#,
        r#"{"model":"wan2.6-image","prompt":"a fox","images":["https://a.example/1.png"],"size":"720*1280"}"#,
    ),
    (
        r#"{"model":"wan2.7-image-pro","prompt":"a fox","images":["https://a.example/1.png"],"resolution":"2K"}"#,
        r#"{"model":"wan2.7-image-pro","prompt":"a fox","images":["https://a.example/1.png"],"size":"2K"}"#,
    ),
    (
        r#"{"model":"mj_imagine","aspectRatio":"16:9","prompt":"a fox","extra":{"botType":"NIJI_JOURNEY"}}"#,
        r#"{"model":"mj_imagine","prompt":"a fox --ar 16:9","botType":"NIJI_JOURNEY"}"#,
    ),
    (
        r#"{"model":"mj_blend","prompt":"a fox","images":["data:image/png;base64,AAAA",{"role":"reference","image":{"$blob":0}}],"aspectRatio":"1:1"}"#,
        r#"{"model":"mj_blend","prompt":"a fox","base64Array":["data:image/png;base64,AAAA",{"$blob":0}],"dimensions":"SQUARE"}"#,
    ),
];

const NO_IMAGE: &[Refused] = &[
    (
        r#"{"model":"gemini-2.5-flash-image","prompt":"a fox","negativePrompt":"dogs"}"#,
        "negativePrompt",
        "unsupported",
        &["model, prompt, images.reference, resolution, aspectRatio"],
    ),
    (
        r#"{"model":"gemini-3-pro-image-preview","prompt":"a fox","resolution":"512px"}"#,
        "resolution",
        "I1",
        &["1K, 2K, 4K"],
    ),
    (
        r#"{"model":"seedream-5-0-260128","prompt":"a fox","resolution":"4K"}"#,
        "resolution",
        "I4",
        &["2K, 3K"],
    ),
    (
        r#"{"model":"seedream-5-0-260128","prompt":"a fox","aspectRatio":"1:1"}"#,
        "aspectRatio",
        "unsupported",
        &["resolution, format"],
    ),
    (
        r#"{"model":"wan2.6-t2i","prompt":"a fox","images":["https://a.example/1.png"]}"#,
        "images[0]",
        "unsupported",
        &["resolution, aspectRatio"],
    ),
    (
        r#"{"model":"wan2.6-t2i","prompt":"a fox","resolution":"1024x1024"}"#,
        "resolution",
        "value",
        &["1280x1280, 800x1200"],
    ),
    (
        r#"{"model":"wan2.6-t2i","prompt":"a fox","resolution":"1280x720","aspectRatio":"16:9"}"#,
        "aspectRatio",
        "size",
        &["one of the two"],
    ),
    (
        r#"{"model":"wan2.6-image","prompt":"a fox"}"#,
        "images.reference",
        "I10",
        &["only changes pictures"],
    ),
    (
        r#"{"model":"wan2.7-image","prompt":"a fox","resolution":"4K"}"#,
        "resolution",
        "value",
        &["1K, 2K, WxH"],
    ),
    (
        r#"{"model":"wan2.7-image","prompt":"a fox","resolution":"4096x4096"}"#,
        "resolution",
        "I5",
        &["4,194,304"],
    ),
    (
        r#"{"model":"wan2.7-image-pro","prompt":"a fox","resolution":"4K","images":["https://a.example/1.png"]}"#,
        "resolution",
        "I6",
        &["2K"],
    ),
    (
        r#"{"model":"gpt-image-2","prompt":"a fox","images":[{"role":"mask","image":"https://a.example/m.png"}]}"#,
        "images[0]",
        "I3",
        &["needs a picture"],
    ),
    (
        r#"{"model":"gpt-image-2","prompt":"a fox","format":"gif"}"#,
        "format",
        "I2",
        &["png, jpeg, webp"],
    ),
    (
        r#"{"model":"gemini-2.5-flash-image","prompt":"a fox","images":["https://a.example/1.png",{"$blob":0}]}"#,
        "images[1]",
        "I1",
        &[],
    ),
    (
        r#"{"model":"mj_imagine","aspectRatio":"16:9"}"#,
        "prompt",
        "J1",
        &["required"],
    ),
    (
        r#"{"model":"mj_imagine","prompt":"a fox","seed":7}"#,
        "seed",
        "unsupported",
        &["prompt, aspectRatio"],
    ),
    (
        r#"{"model":"mj_imagine","prompt":"a fox --iw 2"}"#,
        "prompt",
        "J4",
        &["link"],
    ),
    (
        r#"{"model":"mj_blend","images":["data:,","data:,"],"aspectRatio":"16:9"}"#,
        "aspectRatio",
        "value",
        &["1:1, portrait, landscape"],
    ),
    (
        r#"{"model":"mj_blend","images":["data:,"]}"#,
        "images[0]",
        "J2",
        &["2 to 5"],
    ),
    (
        r#"{"model":"mj_blend","prompt":"a fox"}"#,
        "images.reference",
        "J2",
        &["required"],
    ),
];

#[test]
fn image() {
    written("router", "image", IMAGE);
    refused("image", NO_IMAGE);
    unknown(
        "image",
        &[
            r#"{"model":"mj_upscale","prompt":"a fox"}"#,
            r#"{"model":"gemini-3-pro-preview","prompt":"a fox"}"#,
        ],
    );
}
