//! The rules for sounds, Midjourney, portraits and texts: A, J, P and T of `router.md` 10.

use super::try_all;
use genmedia::models::BODIES;
use genmedia::operation;
use std::collections::BTreeSet;

const SPEECH: &str = "router.speech.create";
const MUSIC: &str = "router.music.create";
const IMAGINE: &str = "router.midjourney.submit_imagine";
const BLEND: &str = "router.midjourney.submit_blend";
const CHANGE: &str = "router.midjourney.submit_change";
const MODAL: &str = "router.midjourney.submit_modal";
const ASSET: &str = "router.assets.create";
const CHAT: &str = "router.chat.completions";
const MESSAGES: &str = "router.messages.create";
const EMBED: &str = "router.embeddings.create";

#[test]
fn seed_tts() {
    let long = "x".repeat(10_001);
    let talk = format!(r#"{{"model":"seed-tts-2.0","input":"{long}","voice":"v"}}"#);
    let just = talk.replacen('x', "", 1);
    try_all(&[
        (SPEECH, "A1", r#"{"model":"seed-tts-2.0","voice":"v"}"#),
        (
            SPEECH,
            "A1",
            r#"{"model":"seed-tts-2.0","voice":"v","input":"a","ssml":"<speak>a</speak>"}"#,
        ),
        (SPEECH, "A1", r#"{"model":"seed-tts-2.0","input":"a"}"#),
        (
            SPEECH,
            "A1",
            r#"{"model":"seed-tts-2.0","input":"a","voice":""}"#,
        ),
        (SPEECH, "A1", &talk),
        (SPEECH, "", &just),
        (
            SPEECH,
            "",
            r#"{"model":"seed-tts-2.0","voice":"v","input":"a"}"#,
        ),
        (
            SPEECH,
            "",
            r#"{"model":"seed-tts-2.0","speaker":"v","ssml":"<speak>a</speak>","speed":1.2,"metadata":{"a":1}}"#,
        ),
        (
            SPEECH,
            "G2",
            r#"{"model":"seed-tts-2.0","voice":"v","input":"a","volume":1}"#,
        ),
    ]);
}

#[test]
fn sonic() {
    try_all(&[
        (MUSIC, "A2", r#"{"model":"sonic"}"#),
        (MUSIC, "A2", r#"{"model":"sonic","prompt":""}"#),
        (
            MUSIC,
            "A2",
            r#"{"model":"sonic","prompt":"a","style_weight":1.1}"#,
        ),
        (
            MUSIC,
            "A2",
            r#"{"model":"sonic","prompt":"a","model_version":"sonic-v6"}"#,
        ),
        (
            MUSIC,
            "A2",
            r#"{"model":"sonic","prompt":"a","make_instrumental":"yes"}"#,
        ),
        (
            MUSIC,
            "",
            r#"{"model":"sonic","prompt":"a","style_weight":1,"weirdness_constraint":0,"custom_mode":false,"model_version":"sonic-v5"}"#,
        ),
        (
            MUSIC,
            "A3?",
            r#"{"model":"sonic","prompt":"a","vocal_gender":"female"}"#,
        ),
        (
            MUSIC,
            "A3?",
            r#"{"model":"sonic","prompt":"a","vocal_gender":"F"}"#,
        ),
        (
            MUSIC,
            "",
            r#"{"model":"sonic","prompt":"a","vocal_gender":"f"}"#,
        ),
        (
            MUSIC,
            "G2",
            r#"{"model":"sonic","prompt":"a","lyrics":"la"}"#,
        ),
    ]);
}

#[test]
fn imagining() {
    let words = "cat ears, ".repeat(30);
    let long =
        format!(r#"{{"model":"mj_imagine","prompt":"{words} --p dnnc2d9 --sref 32944651::1"}}"#);
    let other = format!(r#"{{"model":"mj_imagine","prompt":"{words} --sref 3 --p abc --ar 1:1"}}"#);
    let without = long.replace(" --p dnnc2d9", "");
    try_all(&[
        (IMAGINE, "J1", r#"{"model":"mj_imagine"}"#),
        (IMAGINE, "J1", r#"{"model":"mj_imagine","prompt":""}"#),
        (
            IMAGINE,
            "",
            r#"{"model":"mj_imagine","prompt":"a fox --ar 16:9"}"#,
        ),
        (
            IMAGINE,
            "J4",
            r#"{"model":"mj_imagine","prompt":"a fox --iw 0.8"}"#,
        ),
        (
            IMAGINE,
            "J4",
            r#"{"model":"mj_imagine","prompt":"a fox https://a.example/1.png --iw 2"}"#,
        ),
        (
            IMAGINE,
            "",
            r#"{"model":"mj_imagine","prompt":"https://a.example/1.png a fox --iw 0.8"}"#,
        ),
        (
            IMAGINE,
            "J5",
            r#"{"model":"mj_imagine","prompt":"a fox --sw 430"}"#,
        ),
        (
            IMAGINE,
            "J5",
            r#"{"model":"mj_imagine","prompt":"a fox --ar 1:1 --sw 1"}"#,
        ),
        (
            IMAGINE,
            "",
            r#"{"model":"mj_imagine","prompt":"a fox --sref 32944651::1 --sw 430"}"#,
        ),
        (IMAGINE, "J6?", &long),
        (IMAGINE, "J6?", &other),
        (IMAGINE, "", &without),
        (
            IMAGINE,
            "value",
            r#"{"model":"mj_imagine","prompt":"a fox","botType":"NIJI"}"#,
        ),
    ]);
}

#[test]
fn blending() {
    try_all(&[
        (IMAGINE, "J2", r#"{"model":"mj_blend"}"#),
        (
            IMAGINE,
            "J2",
            r#"{"model":"mj_blend","base64Array":["data:image/png;base64,AAAA"]}"#,
        ),
        (
            IMAGINE,
            "J2",
            r#"{"model":"mj_blend","base64Array":["data:image/png;base64,AAAA","https://a.example/1.png"]}"#,
        ),
        (
            IMAGINE,
            "J2",
            r#"{"model":"mj_blend","base64Array":["data:,","data:,","data:,","data:,","data:,","data:,"]}"#,
        ),
        (
            IMAGINE,
            "",
            r#"{"model":"mj_blend","base64Array":["data:image/png;base64,AAAA",{"$blob":0}],"dimensions":"SQUARE"}"#,
        ),
        // The other path has no model: its row keeps J3.
        (BLEND, "J3", "{}"),
        (
            BLEND,
            "J3",
            r#"{"base64Array":["data:image/png;base64,AAAA","https://a.example/1.png"]}"#,
        ),
        (
            BLEND,
            "J3",
            r#"{"base64Array":["https://a.example/1.png",{"$blob":0}]}"#,
        ),
        (
            BLEND,
            "J3",
            r#"{"base64Array":["https://a.example/1.png"]}"#,
        ),
        (
            BLEND,
            "J3",
            r#"{"base64Array":["https://a.example/1","https://a.example/2","https://a.example/3","https://a.example/4","https://a.example/5","https://a.example/6"]}"#,
        ),
        (
            BLEND,
            "",
            r#"{"base64Array":["https://a.example/1.png","http://a.example/2.png"]}"#,
        ),
    ]);
}

#[test]
fn buttons() {
    try_all(&[
        (CHANGE, "J7", r#"{"model":"mj_upscale","taskId":"1"}"#),
        (
            CHANGE,
            "J7",
            r#"{"model":"mj_custom_zoom","taskId":"1","customId":""}"#,
        ),
        (
            CHANGE,
            "",
            r#"{"model":"mj_upscale","taskId":"1","customId":"MJ::JOB::upsample::1::a"}"#,
        ),
        (
            CHANGE,
            "required",
            r#"{"model":"mj_pan","customId":"MJ::JOB::pan_left::1::a"}"#,
        ),
        (
            CHANGE,
            "G1",
            r#"{"model":"mj_remix","taskId":"1","customId":"MJ::RemixModal::a"}"#,
        ),
        (
            MODAL,
            "J7",
            r#"{"model":"mj_remix","taskId":"1","prompt":"a fox"}"#,
        ),
        (
            MODAL,
            "J8",
            r#"{"model":"mj_remix","taskId":"1","customId":"MJ::RemixModal::a"}"#,
        ),
        (
            MODAL,
            "J8",
            r#"{"model":"mj_remix","taskId":"1","customId":"MJ::RemixModal::a","prompt":""}"#,
        ),
        (
            MODAL,
            "",
            r#"{"model":"mj_remix","taskId":"1","customId":"MJ::RemixModal::a","prompt":"a fox","maskBase64":"AAAA"}"#,
        ),
    ]);
}

#[test]
fn portraits() {
    let name = "z".repeat(65);
    let long = format!(
        r#"{{"group_id":"g","url":"https://a.example/1.png","model":"seedance-upload","name":"{name}"}}"#
    );
    let just = long.replacen('z', "", 1);
    let group = format!(r#"{{"name":"{name}"}}"#);
    let fitting = group.replacen('z', "", 1);
    let renamed = format!(r#"{{"id":"1","name":"{name}"}}"#);
    let described = format!(r#"{{"id":"1","description":"{}"}}"#, "z".repeat(301));
    let just_described = described.replacen('z', "", 1);
    try_all(&[
        (ASSET, "P1", &long),
        (ASSET, "", &just),
        (
            ASSET,
            "P1",
            r#"{"group_id":"g","url":"https://a.example/1.png","model":"seedance-upload","asset_type":"image"}"#,
        ),
        (
            ASSET,
            "",
            r#"{"group_id":"g","url":"https://a.example/1.png","model":"seedance-upload","asset_type":"Image"}"#,
        ),
        // What keeps P1 where there is no model, and P2 where it is missing, is the rows themselves.
        ("router.assets.groups.create", "P1", &group),
        ("router.assets.groups.create", "P1", r#"{"name":""}"#),
        ("router.assets.groups.create", "", &fitting),
        ("router.assets.groups.update", "P1", &renamed),
        ("router.assets.groups.update", "P1", &described),
        ("router.assets.groups.update", "", &just_described),
        ("router.assets.update", "P1", &renamed),
        ("router.assets.update", "P1", r#"{"id":"1","name":""}"#),
        ("router.assets.update", "", r#"{"id":"1","name":"a"}"#),
        ("router.assets.list", "P1", r#"{"sort_order":"asc"}"#),
        (
            "router.assets.list",
            "P1",
            r#"{"filters":{"statuses":["active"]}}"#,
        ),
        ("router.assets.list", "P1", r#"{"page_size":101}"#),
        ("router.assets.list", "P1", r#"{"page_number":0}"#),
        (
            "router.assets.groups.list",
            "P1",
            r#"{"sort_by":"GroupId"}"#,
        ),
        ("router.assets.groups.list", "P1", r#"{"page_size":0}"#),
        (
            "router.assets.groups.list",
            "",
            r#"{"sort_by":"UpdateTime","page_size":1}"#,
        ),
        (
            "router.assets.list",
            "",
            r#"{"sort_by":"GroupId","sort_order":"Asc","page_size":100}"#,
        ),
        (
            ASSET,
            "P2",
            r#"{"group_id":"g","url":"https://a.example/1.png"}"#,
        ),
        (
            ASSET,
            "P2",
            r#"{"group_id":"g","url":"https://a.example/1.png","model":null}"#,
        ),
        (
            ASSET,
            "required",
            r#"{"url":"https://a.example/1.png","model":"seedance-upload"}"#,
        ),
        (
            ASSET,
            "P3?",
            r#"{"group_id":"g","url":"https://a.example/1.mp3","model":"seedance-upload","asset_type":"Audio"}"#,
        ),
        (
            ASSET,
            "P3?",
            r#"{"group_id":"g","url":"https://a.example/1.wav","model":"ima-pro-upload","asset_type":"Audio"}"#,
        ),
        (
            ASSET,
            "",
            r#"{"group_id":"g","url":"https://a.example/1.mp4","model":"ima-pro-upload","asset_type":"Video"}"#,
        ),
        (
            ASSET,
            "G3",
            r#"{"group_id":"g","url":"asset://asset-1","model":"seedance-upload"}"#,
        ),
        (
            ASSET,
            "G1",
            r#"{"group_id":"g","url":"https://a.example/1.png","model":"ima-pro"}"#,
        ),
        (
            ASSET,
            "G1?",
            r#"{"group_id":"g","url":"https://a.example/1.png","model":"seedance-upload-eu"}"#,
        ),
    ]);
}

#[test]
fn texts() {
    let said = r#""messages":[{"role":"user","content":"a"}]"#;
    let chat = |model: &str, more: &str| format!(r#"{{"model":"{model}",{said}{more}}}"#);
    let (short, shorter) = (
        chat("MiniMax-M2.5", r#","max_tokens":999"#),
        chat("kimi-for-coding", r#","max_tokens":1"#),
    );
    let (enough, plain) = (
        chat("kimi-for-coding", r#","max_tokens":1000"#),
        chat("gpt-4o", r#","max_tokens":1"#),
    );
    let prose = chat("gemini-2.5-pro", r#","top_p":0.9,"reasoning_effort":"low""#);
    let (elsewhere, stranger) = (chat("glm-5.1", ""), chat("gpt-9", ""));
    let hot = chat("glm-5.1", r#","temperature":1.1"#);
    let dated = chat("claude-opus-4-6", r#","anthropic_version":"2023-06-01""#);
    let none = chat("claude-opus-4-6", r#","max_tokens":0"#);
    let filled = chat(
        "claude-opus-4-6",
        r#","anthropic_version":"bedrock-2023-05-31","max_tokens":1,"temperature":1"#,
    );
    let bare = chat("deepseek-v4-flash", "");
    try_all(&[
        (CHAT, "T1?", &short),
        (CHAT, "T1?", &shorter),
        (CHAT, "", &enough),
        (CHAT, "", &plain),
        (CHAT, "unknown_field?", &prose),
        (CHAT, "G1", &elsewhere),
        (CHAT, "G1?", &stranger),
        (CHAT, "", &bare),
        (MESSAGES, "T2", &hot),
        (MESSAGES, "T2", &none),
        (MESSAGES, "T2?", &dated),
        (MESSAGES, "", &filled),
        (MESSAGES, "", &bare),
        (
            EMBED,
            "T3?",
            r#"{"model":"text-embedding-3-large","input":"a","dimensions":3073}"#,
        ),
        (
            EMBED,
            "T3?",
            r#"{"model":"text-embedding-3-small","input":"a","dimensions":0}"#,
        ),
        (
            EMBED,
            "T3?",
            r#"{"model":"text-embedding-3-small","input":"a","dimensions":1537}"#,
        ),
        (
            EMBED,
            "",
            r#"{"model":"text-embedding-3-large","input":["a"],"dimensions":3072}"#,
        ),
        (
            "router.responses.create",
            "G1",
            r#"{"model":"gpt-4o","input":"a"}"#,
        ),
        (
            "router.responses.create",
            "",
            r#"{"model":"gpt-5.5","input":"a"}"#,
        ),
    ]);
}

/// Where a row suggests models of its own, they are those of the bodies.
#[test]
fn the_rows_name_the_models_of_the_bodies() {
    for id in [
        CHAT,
        "router.responses.create",
        MESSAGES,
        EMBED,
        ASSET,
        CHANGE,
        MODAL,
    ] {
        let of = |body: &&genmedia::model::Body| body.operations.contains(&id);
        let bodies = BODIES.iter().flat_map(|bodies| bodies.iter()).filter(of);
        let listed: BTreeSet<&str> = bodies
            .flat_map(|body| body.models)
            .map(|model| model.id)
            .collect();
        let row = operation::find(id).unwrap();
        let field = row
            .declared
            .iter()
            .find(|field| field.name == "model")
            .unwrap();
        assert_eq!(
            field.known.iter().copied().collect::<BTreeSet<_>>(),
            listed,
            "{id}"
        );
    }
}
