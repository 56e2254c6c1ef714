//! The uniform request for MiniMax's own models, and for those that both providers offer.

use super::{Refused, Written, refused, unknown, written};

const VIDEO: &[Written] = &[
    (
        r#"{"model":"MiniMax-Hailuo-2.3","prompt":"a fox","images":[{"role":"first_frame","image":"https://a.example/1.png"}],"duration":10,"resolution":"768p","extra":{"prompt_optimizer":false}}"#,
        r#"{"model":"MiniMax-Hailuo-2.3","prompt":"a fox","first_frame_image":"https://a.example/1.png","duration":10,"resolution":"768P","prompt_optimizer":false}"#,
    ),
    (
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","prompt":"a fox","images":[{"role":"first_frame","image":{"$blob":0}}],"duration":6,"resolution":"1080p"}"#,
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","prompt":"a fox","first_frame_image":{"$blob":0},"duration":6,"resolution":"1080P"}"#,
    ),
    (
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","images":[{"role":"last_frame","image":"https://a.example/2.png"},{"role":"first_frame","image":"https://a.example/1.png"}],"duration":10,"resolution":"768p"}"#,
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","first_frame_image":"https://a.example/1.png","last_frame_image":"https://a.example/2.png","duration":10,"resolution":"768P"}"#,
    ),
    (
        r#"{"model":"MiniMax-Hailuo-02","images":[{"role":"first_frame","image":"https://a.example/1.png"}],"resolution":"512p"}"#,
        r#"{"model":"MiniMax-Hailuo-02","first_frame_image":"https://a.example/1.png","resolution":"512P"}"#,
    ),
    (
        r#"{"model":"T2V-01","prompt":"a fox","duration":6,"resolution":"720p"}"#,
        r#"{"model":"T2V-01","prompt":"a fox","duration":6,"resolution":"720P"}"#,
    ),
    (
        r#"{"model":"I2V-01","prompt":"a fox","images":[{"role":"first_frame","image":"https://a.example/1.png"}],"duration":6,"resolution":"720p"}"#,
        r#"{"model":"I2V-01","prompt":"a fox","first_frame_image":"https://a.example/1.png","duration":6,"resolution":"720P"}"#,
    ),
    (
        r#"{"model":"S2V-01","prompt":"a fox","images":["https://a.example/1.png"]}"#,
        r#"{"model":"S2V-01","prompt":"a fox","subject_reference":[{"type":"character","image":["https://a.example/1.png"]}]}"#,
    ),
    (
        r#"{"model":"MiniMax-H3","images":["https://a.example/1.png"],"videos":[{"role":"reference","video":"https://a.example/1.mp4"}],"audios":[{"role":"reference","audio":"https://a.example/1.mp3"}],"prompt":"a fox","duration":4,"resolution":"2k","aspectRatio":"21:9"}"#,
        r#"{"model":"MiniMax-H3","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://a.example/1.png"},"role":"reference_image"},{"type":"video_url","video_url":{"url":"https://a.example/1.mp4"},"role":"reference_video"},{"type":"audio_url","audio_url":{"url":"https://a.example/1.mp3"},"role":"reference_audio"}],"duration":4,"resolution":"2K","ratio":"21:9"}"#,
    ),
    (
        r#"{"model":"MiniMax-H3-Max","prompt":"a fox","images":[{"role":"first_frame","image":"https://a.example/1.png"},{"role":"last_frame","image":"https://a.example/2.png"}],"duration":15,"resolution":"480p"}"#,
        r#"{"model":"MiniMax-H3-Max","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://a.example/1.png"},"role":"first_frame"},{"type":"image_url","image_url":{"url":"https://a.example/2.png"},"role":"last_frame"}],"duration":15,"resolution":"480P"}"#,
    ),
    (
        r#"{"model":"MiniMax-H3","prompt":"a fox","aspectRatio":"16:9"}"#,
        r#"{"model":"MiniMax-H3","content":[{"type":"text","text":"a fox"}],"duration":5,"resolution":"768P","ratio":"16:9"}"#,
    ),
    (
        r#"{"model":"MiniMax-H3","prompt":"a fox","images":[{"role":"last_frame","image":"https://a.example/2.png"},{"role":"first_frame","image":"https://a.example/1.png"}],"resolution":"768p"}"#,
        r#"{"model":"MiniMax-H3","content":[{"type":"text","text":"a fox"},{"type":"image_url","image_url":{"url":"https://a.example/1.png"},"role":"first_frame"},{"type":"image_url","image_url":{"url":"https://a.example/2.png"},"role":"last_frame"}],"resolution":"768P","duration":5}"#,
    ),
    (
        r#"{"model":"MiniMax-H3-Max","prompt":"a fox","aspectRatio":"9:16"}"#,
        r#"{"model":"MiniMax-H3-Max","content":[{"type":"text","text":"a fox"}],"ratio":"9:16","resolution":"768P","duration":5}"#,
    ),
];

const NO_VIDEO: &[Refused] = &[
    (
        r#"{"model":"MiniMax-Hailuo-2.3","duration":6}"#,
        "prompt",
        "required",
        &["without frames"],
    ),
    (
        r#"{"model":"MiniMax-Hailuo-2.3","prompt":"a fox","duration":10,"resolution":"1080p"}"#,
        "duration",
        "range",
        &["6"],
    ),
    (
        r#"{"model":"MiniMax-Hailuo-2.3","prompt":"a fox","duration":8}"#,
        "duration",
        "value",
        &["6, 10"],
    ),
    (
        r#"{"model":"MiniMax-Hailuo-2.3","prompt":"a fox","resolution":"512p"}"#,
        "resolution",
        "value",
        &["768p, 1080p"],
    ),
    (
        r#"{"model":"MiniMax-Hailuo-2.3","prompt":"a fox","images":["https://a.example/1.png"]}"#,
        "images[0]",
        "unsupported",
        &["images.first_frame"],
    ),
    (
        r#"{"model":"MiniMax-Hailuo-2.3","prompt":"a fox","sound":true}"#,
        "sound",
        "unsupported",
        &["resolution"],
    ),
    (
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","prompt":"a fox"}"#,
        "images.first_frame",
        "required",
        &["only animates"],
    ),
    (
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","resolution":"512p"}"#,
        "resolution",
        "together",
        &["first frame"],
    ),
    (
        r#"{"model":"T2V-01","prompt":"a fox","duration":10}"#,
        "duration",
        "value",
        &["6"],
    ),
    (
        r#"{"model":"I2V-01","prompt":"a fox"}"#,
        "images.first_frame",
        "required",
        &["required"],
    ),
    (
        r#"{"model":"S2V-01","prompt":"a fox"}"#,
        "images.reference",
        "required",
        &["subject"],
    ),
    (
        r#"{"model":"S2V-01","prompt":"a fox","images":["https://a.example/1.png"],"duration":6}"#,
        "duration",
        "unsupported",
        &["images.reference"],
    ),
    (
        r#"{"model":"MiniMax-H3","prompt":"a fox"}"#,
        "aspectRatio",
        "required",
        &["only text"],
    ),
    (
        r#"{"model":"MiniMax-H3","images":["https://a.example/1.png"]}"#,
        "prompt",
        "required",
        &["required"],
    ),
    (
        r#"{"model":"MiniMax-H3","prompt":"a fox","aspectRatio":"1:1","duration":3}"#,
        "duration",
        "range",
        &["4 to 15"],
    ),
    (
        r#"{"model":"MiniMax-H3-Max","prompt":"a fox","aspectRatio":"1:1","duration":4}"#,
        "duration",
        "range",
        &["5 to 15"],
    ),
    (
        r#"{"model":"MiniMax-H3-Max","prompt":"a fox","aspectRatio":"1:1","resolution":"2k"}"#,
        "resolution",
        "value",
        &["480p, 768p"],
    ),
    (
        r#"{"model":"MiniMax-H3-Max","prompt":"a fox","images":["https://a.example/1.png"]}"#,
        "images[0]",
        "unsupported",
        &["images.last_frame"],
    ),
    (
        r#"{"model":"MiniMax-H3","prompt":"a fox","images":["https://a.example/1.png",{"role":"first_frame","image":"https://a.example/2.png"}]}"#,
        "images[0]",
        "not_both",
        &["frames"],
    ),
    (
        r#"{"model":"MiniMax-H3","prompt":"a fox","audios":[{"role":"reference","audio":"https://a.example/1.mp3"}]}"#,
        "audios[0]",
        "together",
        &["beside"],
    ),
];

#[test]
fn video() {
    written("minimax", "video", VIDEO);
    refused("video", NO_VIDEO);
}

const IMAGE: &[Written] = &[
    (
        r#"{"model":"image-01","prompt":"a fox","images":["https://a.example/1.png"],"aspectRatio":"21:9","count":9,"seed":7}"#,
        r#"{"model":"image-01","prompt":"a fox","subject_reference":[{"type":"character","image_file":"https://a.example/1.png"}],"aspect_ratio":"21:9","n":9,"seed":7}"#,
    ),
    (
        r#"{"model":"image-01","prompt":"a fox","resolution":"1024x512"}"#,
        r#"{"model":"image-01","prompt":"a fox","width":1024,"height":512}"#,
    ),
    (
        r#"{"model":"image-01-live","prompt":"a fox","images":["https://a.example/1.png"],"aspectRatio":"16:9","count":1,"seed":7,"style":"comic"}"#,
        r#"{"model":"image-01-live","prompt":"a fox","subject_reference":[{"type":"character","image_file":"https://a.example/1.png"}],"aspect_ratio":"16:9","n":1,"seed":7,"style":{"style_type":"comic"}}"#,
    ),
];

const NO_IMAGE: &[Refused] = &[
    (
        r#"{"model":"image-01","prompt":"a fox","count":10}"#,
        "count",
        "range",
        &["1 to 9"],
    ),
    (
        r#"{"model":"image-01","prompt":"a fox","resolution":"2K"}"#,
        "resolution",
        "value",
        &["WxH"],
    ),
    (
        r#"{"model":"image-01","prompt":"a fox","resolution":"1024x504"}"#,
        "resolution",
        "range",
        &["512"],
    ),
    (
        r#"{"model":"image-01","prompt":"a fox","resolution":"1024x513"}"#,
        "resolution",
        "multiple_of_8",
        &["8"],
    ),
    (
        r#"{"model":"image-01","prompt":"a fox","resolution":"1024x512","aspectRatio":"2:1"}"#,
        "resolution",
        "size",
        &["one of the two"],
    ),
    (
        r#"{"model":"image-01-live","prompt":"a fox","images":["https://a.example/1.png"],"aspectRatio":"21:9"}"#,
        "aspectRatio",
        "value",
        &["9:16"],
    ),
    (
        r#"{"model":"image-01","prompt":"a fox","images":["https://a.example/1.png","https://a.example/2.png"]}"#,
        "images[0]",
        "length",
        &["exactly 1"],
    ),
    (
        r#"{"model":"image-01","prompt":"a fox","negativePrompt":"dogs"}"#,
        "negativePrompt",
        "unsupported",
        &["aspectRatio, resolution, count, seed"],
    ),
];

#[test]
fn image() {
    written("minimax", "image", IMAGE);
    refused("image", NO_IMAGE);
}

const SPEECH: &[Written] = &[(
    r#"{"model":"speech-2.8-hd","prompt":"Hello.","voice":"v","speed":0.5,"format":"flac"}"#,
    r#"{"model":"speech-2.8-hd","text":"Hello.","voice_setting":{"voice_id":"v","speed":0.5},"audio_setting":{"format":"flac"}}"#,
)];

const NO_SPEECH: &[Refused] = &[
    (
        r#"{"model":"speech-2.8-hd","prompt":"Hello.","speed":3}"#,
        "speed",
        "range",
        &["2"],
    ),
    (
        r#"{"model":"speech-2.8-hd","prompt":"Hello.","format":"ogg"}"#,
        "format",
        "value",
        &["mp3, pcm"],
    ),
];

#[test]
fn speech() {
    written("minimax", "speech", SPEECH);
    refused("speech", NO_SPEECH);
}

const MUSIC: &[Written] = &[
    (
        r#"{"model":"music-2.6","prompt":"folk","lyrics":"la la","format":"wav"}"#,
        r#"{"model":"music-2.6","prompt":"folk","lyrics":"la la","audio_setting":{"format":"wav"}}"#,
    ),
    (
        r#"{"model":"music-3.0","prompt":"folk","instrumental":true}"#,
        r#"{"model":"music-3.0","prompt":"folk","is_instrumental":true}"#,
    ),
    (
        r#"{"model":"music-3.0","prompt":"folk","extra":{"lyrics_optimizer":true}}"#,
        r#"{"model":"music-3.0","prompt":"folk","lyrics_optimizer":true}"#,
    ),
    (
        r#"{"model":"music-cover","prompt":"folk with a fiddle","lyrics":"la la la la la","audios":[{"role":"reference","audio":"https://a.example/1.mp3"}],"format":"mp3"}"#,
        r#"{"model":"music-cover","prompt":"folk with a fiddle","lyrics":"la la la la la","audio_url":"https://a.example/1.mp3","audio_setting":{"format":"mp3"}}"#,
    ),
];

const NO_MUSIC: &[Refused] = &[
    (
        r#"{"model":"music-2.6","prompt":"folk"}"#,
        "lyrics",
        "required",
        &["instrumental"],
    ),
    (
        r#"{"model":"music-2.6","instrumental":true}"#,
        "prompt",
        "required",
        &["instrumental"],
    ),
    (
        r#"{"model":"music-cover","prompt":"folk with a fiddle"}"#,
        "audios.reference",
        "required",
        &["cover"],
    ),
    (
        r#"{"model":"music-2.6","prompt":"folk","lyrics":"la","title":"Fox"}"#,
        "title",
        "unsupported",
        &["prompt, lyrics, instrumental, format"],
    ),
];

#[test]
fn music() {
    written("minimax", "music", MUSIC);
    refused("music", NO_MUSIC);
}

const CHAT: &[Written] = &[
    (
        r#"{"model":"MiniMax-M3","messages":[{"role":"user","content":"Hello."}],"maxTokens":100,"temperature":0.5,"tools":[{"type":"function"}]}"#,
        r#"{"model":"MiniMax-M3","messages":[{"role":"user","content":"Hello."}],"max_completion_tokens":100,"temperature":0.5,"tools":[{"type":"function"}]}"#,
    ),
    (
        r#"{"model":"MiniMax-M2","prompt":"a"}"#,
        r#"{"model":"MiniMax-M2","messages":[{"role":"user","content":"a"}]}"#,
    ),
];

const NO_CHAT: &[Refused] = &[(
    r#"{"model":"MiniMax-M3","prompt":"a","temperature":3}"#,
    "temperature",
    "range",
    &["2"],
)];

#[test]
fn chat() {
    written("minimax", "chat", CHAT);
    refused("chat", NO_CHAT);
}

#[test]
fn too_many_pictures() {
    let ten = [r#""https://a.example/1.png""#; 10].join(",");
    let many = format!(
        r#"{{"model":"MiniMax-H3","prompt":"a fox","aspectRatio":"1:1","images":[{ten}]}}"#
    );
    refused("video", &[(&many, "images[0]", "length", &["at most 9"])]);
}

#[test]
fn a_model_that_both_providers_offer() {
    let chat = |more: &str| format!(r#"{{"model":"MiniMax-M2","prompt":"a"{more}}}"#);
    for (more, operation) in [
        ("", "minimax.text.chat"),
        (r#","provider":"minimax""#, "minimax.text.chat"),
        (r#","provider":"router""#, "router.chat.completions"),
    ] {
        let plan = super::plan("chat", &chat(more)).map(|plan| plan.operation.id);
        assert_eq!(plan, Some(operation), "{more}");
    }
    unknown(
        "chat",
        &[r#"{"model":"MiniMax-M3","provider":"router","prompt":"a"}"#],
    );
    unknown(
        "image",
        &[
            r#"{"model":"gpt-image-2","provider":"minimax","prompt":"a fox"}"#,
            r#"{"model":"gpt-image-2","provider":"rout","prompt":"a fox"}"#,
            r#"{"model":"no such model","prompt":"a fox"}"#,
        ],
    );
    unknown("video", &[r#"{"model":"image-01","prompt":"a fox"}"#]);
}
