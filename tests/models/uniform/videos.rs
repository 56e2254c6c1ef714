//! The uniform request for videos in the words of each family.

use super::{Refused, Written};

const WRITTEN: &[Written] = &[
    (
        r#"{"model":"seedance-2.0","prompt":"a fox","images":[{"role":"reference","image":"https://cdn.example.com/a.png"},{"image":"https://cdn.example.com/b.png"},{"role":"reference","image":"https://cdn.example.com/c.png"}],"videos":[{"video":"https://cdn.example.com/a.mp4"}],"audios":[{"audio":"https://cdn.example.com/a.mp3"}],"duration":10,"resolution":"1080p","aspectRatio":"21:9","sound":true}"#,
        r#"{"model":"seedance-2.0","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png","https://cdn.example.com/c.png"],"duration":10,"metadata":{"role_mode":"reference","reference_video_urls":["https://cdn.example.com/a.mp4"],"reference_audio_urls":["https://cdn.example.com/a.mp3"],"resolution":"1080p","aspect_ratio":"21:9","audio":true}}"#,
    ),
    // The last frame is named before the first one, and no resolution.
    (
        r#"{"model":"seedance-2.0","images":[{"role":"last_frame","image":"https://cdn.example.com/b.png"},{"role":"first_frame","image":"https://cdn.example.com/a.png"}]}"#,
        r#"{"model":"seedance-2.0","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"],"metadata":{"role_mode":"frame","resolution":"720p"}}"#,
    ),
    (
        r#"{"model":"seedance-2.0-fast","prompt":"a fox","images":[{"role":"reference","image":"https://cdn.example.com/a.png"},{"image":"https://cdn.example.com/b.png"},{"role":"reference","image":"https://cdn.example.com/c.png"}],"videos":[{"video":"https://cdn.example.com/a.mp4"}],"audios":[{"audio":"https://cdn.example.com/a.mp3"}],"duration":10,"resolution":"480p","aspectRatio":"21:9","sound":true}"#,
        r#"{"model":"seedance-2.0-fast","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png","https://cdn.example.com/c.png"],"duration":10,"metadata":{"role_mode":"reference","reference_video_urls":["https://cdn.example.com/a.mp4"],"reference_audio_urls":["https://cdn.example.com/a.mp3"],"resolution":"480p","aspect_ratio":"21:9","audio":true}}"#,
    ),
    (
        r#"{"model":"seedance-2.0-fast","images":[{"role":"last_frame","image":"https://cdn.example.com/b.png"},{"role":"first_frame","image":"https://cdn.example.com/a.png"}]}"#,
        r#"{"model":"seedance-2.0-fast","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"],"metadata":{"role_mode":"frame","resolution":"720p"}}"#,
    ),
    (
        r#"{"model":"seedance-2.0","prompt":"a fox"}"#,
        r#"{"model":"seedance-2.0","prompt":"a fox","metadata":{"resolution":"720p"}}"#,
    ),
    (
        r#"{"model":"seedance-2.0","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}]}"#,
        r#"{"model":"seedance-2.0","images":["https://cdn.example.com/a.png"],"metadata":{"role_mode":"frame","resolution":"720p"}}"#,
    ),
    (
        r#"{"model":"wan2.6-t2v","prompt":"a fox","duration":15,"resolution":"1080p","aspectRatio":"4:3","negativePrompt":"rain","seed":7}"#,
        r#"{"model":"wan2.6-t2v","prompt":"a fox","duration":15,"size":"1080P","aspect_ratio":"4:3","negative_prompt":"rain","seed":7}"#,
    ),
    (
        r#"{"model":"wan2.6-t2v","prompt":"a fox"}"#,
        r#"{"model":"wan2.6-t2v","prompt":"a fox","size":"720P"}"#,
    ),
    (
        r#"{"model":"wan2.6-i2v","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"duration":5,"resolution":"720p","negativePrompt":"rain","seed":7}"#,
        r#"{"model":"wan2.6-i2v","prompt":"a fox","image":"https://cdn.example.com/a.png","duration":5,"size":"720P","negative_prompt":"rain","seed":7}"#,
    ),
    (
        r#"{"model":"wan2.6-i2v-flash","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"videos":[{"role":"reference","video":"https://cdn.example.com/a.mp4"},{"role":"reference","video":"https://cdn.example.com/b.mp4"}],"duration":10,"resolution":"1080p","sound":true,"negativePrompt":"rain","seed":7}"#,
        r#"{"model":"wan2.6-i2v-flash","prompt":"a fox","image":"https://cdn.example.com/a.png","reference_video_urls":["https://cdn.example.com/a.mp4","https://cdn.example.com/b.mp4"],"duration":10,"size":"1080P","audio":true,"negative_prompt":"rain","seed":7}"#,
    ),
    (
        r#"{"model":"wan2.6-r2v","prompt":"a fox","images":[{"role":"reference","image":"https://cdn.example.com/a.png"}],"videos":[{"role":"reference","video":"https://cdn.example.com/a.mp4"}],"duration":10,"resolution":"1080p","aspectRatio":"1:1","negativePrompt":"rain","seed":7}"#,
        r#"{"model":"wan2.6-r2v","prompt":"a fox","images":["https://cdn.example.com/a.png"],"reference_video_urls":["https://cdn.example.com/a.mp4"],"duration":10,"size":"1080P","aspect_ratio":"1:1","negative_prompt":"rain","seed":7}"#,
    ),
    (
        r#"{"model":"happyhorse-1.0-t2v","prompt":"a fox","duration":3,"resolution":"1080p","aspectRatio":"3:4","seed":7}"#,
        r#"{"model":"happyhorse-1.0-t2v","prompt":"a fox","duration":3,"size":"1080P","aspect_ratio":"3:4","seed":7}"#,
    ),
    (
        r#"{"model":"happyhorse-1.0-i2v","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"duration":15,"resolution":"720p","seed":7}"#,
        r#"{"model":"happyhorse-1.0-i2v","prompt":"a fox","first_frame_url":"https://cdn.example.com/a.png","duration":15,"size":"720P","seed":7}"#,
    ),
    (
        r#"{"model":"happyhorse-1.0-i2v","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}]}"#,
        r#"{"model":"happyhorse-1.0-i2v","first_frame_url":"https://cdn.example.com/a.png","size":"720P"}"#,
    ),
    (
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox","images":[{"role":"reference","image":"https://cdn.example.com/a.png"},{"role":"reference","image":"https://cdn.example.com/b.png"}],"duration":8,"resolution":"1080p","aspectRatio":"9:16","seed":7}"#,
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox","reference_image_urls":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"],"duration":8,"size":"1080P","aspect_ratio":"9:16","seed":7}"#,
    ),
    (
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","videos":[{"role":"source","video":"https://cdn.example.com/a.mp4"}],"images":[{"role":"reference","image":"https://cdn.example.com/a.png"}],"resolution":"1080p","seed":7,"extra":{"audio_setting":"origin"}}"#,
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","video_url":"https://cdn.example.com/a.mp4","reference_image_urls":["https://cdn.example.com/a.png"],"size":"1080P","seed":7,"audio_setting":"origin"}"#,
    ),
    (
        r#"{"model":"kling-v1","prompt":"a fox","images":[{"role":"last_frame","image":"https://cdn.example.com/b.png"},{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"duration":10,"resolution":"1080p","aspectRatio":"9:16","negativePrompt":"rain"}"#,
        r#"{"model":"kling-v1","prompt":"a fox","image":"https://cdn.example.com/a.png","image_tail":"https://cdn.example.com/b.png","duration":10,"mode":"pro","aspect_ratio":"9:16","negative_prompt":"rain"}"#,
    ),
    (
        r#"{"model":"kling-v1","prompt":"a fox"}"#,
        r#"{"model":"kling-v1","prompt":"a fox","aspect_ratio":"16:9"}"#,
    ),
    (
        r#"{"model":"kling-v2-master","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"},{"role":"last_frame","image":"https://cdn.example.com/b.png"}],"duration":5,"aspectRatio":"1:1","negativePrompt":"rain"}"#,
        r#"{"model":"kling-v2-master","prompt":"a fox","image":"https://cdn.example.com/a.png","image_tail":"https://cdn.example.com/b.png","duration":5,"aspect_ratio":"1:1","negative_prompt":"rain"}"#,
    ),
    (
        r#"{"model":"kling-v3-video","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"},{"role":"last_frame","image":"https://cdn.example.com/b.png"}],"duration":15,"resolution":"720p","aspectRatio":"9:16","sound":true,"negativePrompt":"rain"}"#,
        r#"{"model":"kling-v3-video","prompt":"a fox","first_frame_url":"https://cdn.example.com/a.png","last_frame_url":"https://cdn.example.com/b.png","duration":15,"mode":"std","aspect_ratio":"9:16","sound":"on","negative_prompt":"rain"}"#,
    ),
    (
        r#"{"model":"kling-v3-video","prompt":"a fox","sound":false}"#,
        r#"{"model":"kling-v3-video","prompt":"a fox","duration":5,"sound":"off"}"#,
    ),
    (
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","images":[{"role":"reference","image":"https://cdn.example.com/c.png"},{"role":"first_frame","image":"https://cdn.example.com/a.png"},{"role":"last_frame","image":"https://cdn.example.com/b.png"}],"duration":8,"resolution":"1080p","aspectRatio":"1:1","sound":true}"#,
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","image_list":[{"image_url":"https://cdn.example.com/a.png","type":"first_frame"},{"image_url":"https://cdn.example.com/b.png","type":"end_frame"},{"image_url":"https://cdn.example.com/c.png"}],"duration":8,"mode":"pro","aspect_ratio":"1:1","sound":"on"}"#,
    ),
    (
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","videos":[{"role":"reference","video":"https://cdn.example.com/b.mp4"},{"role":"source","video":"https://cdn.example.com/a.mp4"}]}"#,
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","video_list":[{"video_url":"https://cdn.example.com/a.mp4","refer_type":"base"},{"video_url":"https://cdn.example.com/b.mp4","refer_type":"feature"}],"duration":5}"#,
    ),
    (
        r#"{"model":"viduq1","prompt":"a fox","duration":5,"resolution":"1080p","aspectRatio":"1:1"}"#,
        r#"{"model":"viduq1","prompt":"a fox","duration":5,"size":"1:1","metadata":{"resolution":"1080p"}}"#,
    ),
    (
        r#"{"model":"viduq1","prompt":"a fox"}"#,
        r#"{"model":"viduq1","prompt":"a fox"}"#,
    ),
    (
        r#"{"model":"viduq2","prompt":"a fox","duration":8,"resolution":"540p","aspectRatio":"9:16"}"#,
        r#"{"model":"viduq2","prompt":"a fox","duration":8,"size":"9:16","metadata":{"resolution":"540p"}}"#,
    ),
    (
        r#"{"model":"viduq2-pro","prompt":"a fox","images":[{"role":"last_frame","image":"https://cdn.example.com/b.png"},{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"duration":4,"resolution":"1080p","aspectRatio":"16:9"}"#,
        r#"{"model":"viduq2-pro","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"],"duration":4,"size":"16:9","metadata":{"resolution":"1080p"}}"#,
    ),
    (
        r#"{"model":"viduq2-pro","images":[{"role":"reference","image":"https://cdn.example.com/a.png"}]}"#,
        r#"{"model":"viduq2-pro","images":["https://cdn.example.com/a.png"],"metadata":{"resolution":"720p"}}"#,
    ),
    (
        r#"{"model":"viduq3-pro","prompt":"a fox","images":[{"role":"last_frame","image":"https://cdn.example.com/b.png"},{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"duration":16,"resolution":"1080p","aspectRatio":"16:9"}"#,
        r#"{"model":"viduq3-pro","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"],"duration":16,"size":"16:9","metadata":{"resolution":"1080p"}}"#,
    ),
    (
        r#"{"model":"viduq3-pro","images":[{"role":"reference","image":"https://cdn.example.com/a.png"}]}"#,
        r#"{"model":"viduq3-pro","images":["https://cdn.example.com/a.png"],"metadata":{"resolution":"720p"}}"#,
    ),
    (
        r#"{"model":"pixverse-c1","prompt":"a fox","duration":8,"aspectRatio":"9:16","resolution":"1080p","sound":true,"negativePrompt":"rain"}"#,
        r#"{"model":"pixverse-c1","prompt":"a fox","duration":8,"size":"9:16","quality":"1080p","metadata":{"audio":true,"negative_prompt":"rain"}}"#,
    ),
    (
        r#"{"model":"veo-3.0-generate-001","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"duration":8,"resolution":"1080p","aspectRatio":"9:16","negativePrompt":"rain","seed":7}"#,
        r#"{"model":"veo-3.0-generate-001","prompt":"a fox","image":"https://cdn.example.com/a.png","duration":8,"resolution":"1080p","aspectRatio":"9:16","metadata":{"negativePrompt":"rain","seed":7}}"#,
    ),
    (
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"duration":8,"resolution":"4k","aspectRatio":"9:16","negativePrompt":"rain","seed":7}"#,
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","image":"https://cdn.example.com/a.png","duration":8,"resolution":"4k","aspectRatio":"9:16","metadata":{"negativePrompt":"rain","seed":7}}"#,
    ),
    (
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":[{"role":"last_frame","image":"https://cdn.example.com/b.png"},{"role":"first_frame","image":"https://cdn.example.com/a.png"}]}"#,
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"],"duration":4,"resolution":"720p","metadata":{"role_mode":"frame"}}"#,
    ),
    (
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":[{"image":"https://cdn.example.com/a.png"},{"image":"https://cdn.example.com/b.png"}]}"#,
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":["https://cdn.example.com/a.png","https://cdn.example.com/b.png"],"duration":4,"resolution":"720p","metadata":{"role_mode":"reference"}}"#,
    ),
    (
        r#"{"model":"MiniMax-Hailuo-02","provider":"router","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"duration":6,"resolution":"1080p"}"#,
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","duration":6,"size":"1080p","metadata":{"first_frame_image":"https://cdn.example.com/a.png"}}"#,
    ),
    (
        r#"{"model":"MiniMax-Hailuo-2.3","provider":"router","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"duration":6,"resolution":"1080p"}"#,
        r#"{"model":"MiniMax-Hailuo-2.3","prompt":"a fox","duration":6,"size":"1080p","metadata":{"first_frame_image":"https://cdn.example.com/a.png"}}"#,
    ),
    (
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","provider":"router","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"duration":6,"resolution":"1080p"}"#,
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","prompt":"a fox","duration":6,"size":"1080p","metadata":{"first_frame_image":"https://cdn.example.com/a.png"}}"#,
    ),
    (
        r#"{"model":"MiniMax-Hailuo-02","provider":"router","prompt":"a fox","duration":10}"#,
        r#"{"model":"MiniMax-Hailuo-02","prompt":"a fox","duration":10,"size":"768p"}"#,
    ),
    (
        r#"{"model":"doubao-video-subtitle-erase-cn","videos":[{"role":"source","video":"https://cdn.example.com/a.mp4"}]}"#,
        r#"{"model":"doubao-video-subtitle-erase-cn","video_url":"https://cdn.example.com/a.mp4"}"#,
    ),
];

const REFUSED: &[Refused] = &[
    (
        r#"{"model":"seedance-2.0","prompt":"a fox","images":[{"role":"last_frame","image":"https://cdn.example.com/b.png"}]}"#,
        "images[0]",
        "roles",
        &["needs a first frame"],
    ),
    (
        r#"{"model":"seedance-2.0","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"},{"role":"reference","image":"https://cdn.example.com/b.png"}]}"#,
        "images[1]",
        "roles",
        &["frames or references"],
    ),
    (
        r#"{"model":"seedance-2.0","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"},{"role":"first_frame","image":"https://cdn.example.com/b.png"}]}"#,
        "images[1]",
        "count",
        &["takes one"],
    ),
    (
        r#"{"model":"seedance-2.0","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"videos":[{"video":"https://cdn.example.com/a.mp4"}]}"#,
        "videos[0]",
        "S3",
        &[],
    ),
    (
        r#"{"model":"seedance-2.0","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}],"audios":[{"audio":"https://cdn.example.com/a.mp3"}]}"#,
        "audios[0]",
        "S3",
        &[],
    ),
    (
        r#"{"model":"seedance-2.0","prompt":"a fox","audios":[{"audio":"https://cdn.example.com/a.mp3"}]}"#,
        "audios[0]",
        "S2",
        &[],
    ),
    (
        r#"{"model":"seedance-2.0","prompt":"a fox","seed":1}"#,
        "seed",
        "unsupported",
        &["it takes model, prompt, images.first_frame"],
    ),
    (
        r#"{"model":"seedance-2.0-fast","prompt":"a fox","resolution":"1080p"}"#,
        "resolution",
        "S4",
        &["480p, 720p"],
    ),
    (
        r#"{"model":"seedance-2.0","prompt":"a fox","duration":3}"#,
        "duration",
        "S6",
        &["from 4 to 15"],
    ),
    (
        r#"{"model":"seedance-2.0","prompt":"a fox","images":[{"image":"https://cdn.example.com/a.png"},{"image":"b.png"}]}"#,
        "images[1]",
        "G3",
        &["https://"],
    ),
    (
        r#"{"model":"seedance-2.0","prompt":"a fox","images":[{"image":"https://cdn.example.com/a.png"},{"role":"mask","image":"https://cdn.example.com/b.png"}]}"#,
        "images[1]",
        "unsupported",
        &["images.reference"],
    ),
    (
        r#"{"model":"wan2.6-t2v","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}]}"#,
        "images[0]",
        "unsupported",
        &["it takes model, prompt, duration"],
    ),
    (
        r#"{"model":"wan2.6-t2v","prompt":"a fox","resolution":"480p"}"#,
        "resolution",
        "value",
        &["720p, 1080p"],
    ),
    (
        r#"{"model":"wan2.6-t2v","prompt":"a fox","duration":6}"#,
        "duration",
        "W1",
        &["5, 10, 15"],
    ),
    (
        r#"{"model":"wan2.6-i2v","prompt":"a fox","aspectRatio":"16:9"}"#,
        "aspectRatio",
        "unsupported",
        &["images.first_frame"],
    ),
    (
        r#"{"model":"wan2.6-i2v","prompt":"a fox"}"#,
        "images.first_frame",
        "required",
        &[],
    ),
    (
        r#"{"model":"wan2.6-r2v","prompt":"a fox","images":[{"image":"https://cdn.example.com/a.png"},{"image":"https://cdn.example.com/b.png"}]}"#,
        "images[0]",
        "length",
        &["1 item"],
    ),
    (
        r#"{"model":"wan2.6-i2v-flash","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"},{"role":"first_frame","image":"https://cdn.example.com/b.png"}]}"#,
        "images[1]",
        "count",
        &[],
    ),
    (
        r#"{"model":"happyhorse-1.0-i2v","prompt":"a fox"}"#,
        "images.first_frame",
        "H1",
        &[],
    ),
    (
        r#"{"model":"happyhorse-1.0-r2v","prompt":"a fox"}"#,
        "images.reference",
        "H2",
        &[],
    ),
    (
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","videos":[{"video":"https://cdn.example.com/a.mp4"}]}"#,
        "videos[0]",
        "unsupported",
        &["videos.source"],
    ),
    (
        r#"{"model":"happyhorse-1.0-video-edit","prompt":"a fox","videos":[{"role":"source","video":"https://cdn.example.com/a.mp4"}],"duration":5}"#,
        "duration",
        "unsupported",
        &[],
    ),
    (
        r#"{"model":"kling-v2-master","prompt":"a fox","resolution":"720p"}"#,
        "resolution",
        "unsupported",
        &["aspectRatio"],
    ),
    (
        r#"{"model":"kling-v1","prompt":"a fox","images":[{"role":"last_frame","image":"https://cdn.example.com/b.png"}]}"#,
        "images[0]",
        "L4",
        &[],
    ),
    (
        r#"{"model":"kling-v1","prompt":"a fox","images":[{"image":"https://cdn.example.com/b.png"}]}"#,
        "images[0]",
        "unsupported",
        &["images.first_frame"],
    ),
    (
        r#"{"model":"kling-v1","prompt":"a fox","resolution":"4k"}"#,
        "resolution",
        "value",
        &["720p, 1080p"],
    ),
    (r#"{"model":"kling-v1","duration":5}"#, "prompt", "L1", &[]),
    (
        r#"{"model":"kling-v3-video","prompt":"a fox","images":[{"image":"https://cdn.example.com/a.png"}]}"#,
        "images[0]",
        "unsupported",
        &["images.first_frame, images.last_frame"],
    ),
    (
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","videos":[{"video":"https://cdn.example.com/a.mp4"}],"sound":true}"#,
        "sound",
        "K3",
        &[],
    ),
    (
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","videos":[{"video":"https://cdn.example.com/a.mp4"}],"duration":12}"#,
        "duration",
        "K4",
        &[],
    ),
    (
        r#"{"model":"kling-v3-omni-video","prompt":"a fox","negativePrompt":"rain"}"#,
        "negativePrompt",
        "unsupported",
        &[],
    ),
    (
        r#"{"model":"viduq3-pro","prompt":"a fox","images":[{"image":"https://cdn.example.com/a.png"},{"image":"https://cdn.example.com/b.png"}]}"#,
        "images[0]",
        "roles",
        &["two are taken"],
    ),
    (
        r#"{"model":"viduq3-pro","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}]}"#,
        "images[0]",
        "roles",
        &["last frame beside it"],
    ),
    (
        r#"{"model":"viduq2-pro","prompt":"a fox"}"#,
        "images.first_frame",
        "V1",
        &[],
    ),
    (
        r#"{"model":"viduq1","prompt":"a fox","resolution":"720p"}"#,
        "resolution",
        "V6",
        &["1080p"],
    ),
    (
        r#"{"model":"viduq2","prompt":"a fox","images":[{"image":"https://cdn.example.com/a.png"}]}"#,
        "images[0]",
        "unsupported",
        &[],
    ),
    (
        r#"{"model":"viduq3-pro","prompt":"a fox","sound":true}"#,
        "sound",
        "unsupported",
        &[],
    ),
    (
        r#"{"model":"pixverse-v6","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"}]}"#,
        "images[0]",
        "unsupported",
        &[],
    ),
    (
        r#"{"model":"pixverse-v6","prompt":"a fox","aspectRatio":"4:3"}"#,
        "aspectRatio",
        "X1",
        &["16:9, 9:16, 1:1"],
    ),
    (
        r#"{"model":"veo-3.0-generate-001","prompt":"a fox","resolution":"4k"}"#,
        "resolution",
        "Y2",
        &[],
    ),
    (
        r#"{"model":"veo-3.0-generate-001","prompt":"a fox","images":[{"image":"https://cdn.example.com/a.png"}]}"#,
        "images[0]",
        "unsupported",
        &[],
    ),
    (
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","duration":5}"#,
        "duration",
        "Y1",
        &["4, 8"],
    ),
    (
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":[{"role":"last_frame","image":"https://cdn.example.com/a.png"}]}"#,
        "images[0]",
        "roles",
        &[],
    ),
    (
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":[{"role":"first_frame","image":"https://cdn.example.com/a.png"},{"image":"https://cdn.example.com/b.png"}]}"#,
        "images[1]",
        "roles",
        &[],
    ),
    (
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","images":[{"image":"https://cdn.example.com/a.png"},{"image":"https://cdn.example.com/a.png"},{"image":"https://cdn.example.com/a.png"},{"image":"https://cdn.example.com/a.png"}]}"#,
        "images[0]",
        "length",
        &["1 to 3"],
    ),
    (
        r#"{"model":"veo-3.1-fast-generate-001","prompt":"a fox","sound":true}"#,
        "sound",
        "unsupported",
        &[],
    ),
    (
        r#"{"model":"MiniMax-Hailuo-2.3-Fast","provider":"router","prompt":"a fox"}"#,
        "images.first_frame",
        "M1",
        &[],
    ),
    (
        r#"{"model":"MiniMax-Hailuo-2.3","provider":"router","prompt":"a fox","resolution":"512p"}"#,
        "resolution",
        "M2",
        &["768p"],
    ),
    (
        r#"{"model":"MiniMax-Hailuo-02","provider":"router","prompt":"a fox","resolution":"1080p","duration":10}"#,
        "duration",
        "M3",
        &[],
    ),
    (
        r#"{"model":"doubao-video-subtitle-erase-cn","prompt":"a fox","videos":[{"role":"source","video":"https://cdn.example.com/a.mp4"}]}"#,
        "prompt",
        "unsupported",
        &["videos.source"],
    ),
];

#[test]
fn every_model_is_asked_in_its_own_words() {
    super::written("router", "video", WRITTEN);
}

#[test]
fn what_a_model_cannot_do_is_refused_at_its_member() {
    super::refused("video", REFUSED);
}
