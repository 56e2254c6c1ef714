//! The uniform request for speech, music and chat of the router.

use super::{Refused, Written, refused, written};

const SPEECH: &[Written] = &[(
    r#"{"model":"seed-tts-2.0","prompt":"Hello.","voice":"zh_female_shuangkuaisisi_uranus","speed":1.5,"format":"mp3"}"#,
    r#"{"model":"seed-tts-2.0","input":"Hello.","voice":"zh_female_shuangkuaisisi_uranus","speed":1.5,"response_format":"mp3"}"#,
)];

const NO_SPEECH: &[Refused] = &[
    (
        r#"{"model":"seed-tts-2.0","prompt":"Hello."}"#,
        "voice",
        "A1",
        &["required"],
    ),
    (
        r#"{"model":"seed-tts-2.0","voice":"v"}"#,
        "prompt",
        "A1",
        &["required"],
    ),
    (
        r#"{"model":"seed-tts-2.0","prompt":"Hello.","voice":"v","style":"sad"}"#,
        "style",
        "unsupported",
        &["prompt, voice, speed, format"],
    ),
];

#[test]
fn speech() {
    written("router", "speech", SPEECH);
    refused("speech", NO_SPEECH);
}

const MUSIC: &[Written] = &[(
    r#"{"model":"sonic","prompt":"a song","negativePrompt":"jazz","instrumental":false,"title":"Fox","style":"folk"}"#,
    r#"{"model":"sonic","prompt":"a song","negative_tags":"jazz","make_instrumental":false,"title":"Fox","tags":"folk"}"#,
)];

const NO_MUSIC: &[Refused] = &[
    (
        r#"{"model":"sonic","prompt":"a song","lyrics":"la la"}"#,
        "lyrics",
        "unsupported",
        &["prompt, negativePrompt, instrumental, title, style"],
    ),
    (
        r#"{"model":"sonic","style":"folk"}"#,
        "prompt",
        "A2",
        &["required"],
    ),
];

#[test]
fn music() {
    written("router", "music", MUSIC);
    refused("music", NO_MUSIC);
}

const CHAT: &[Written] = &[
    (
        r#"{"model":"gpt-4.1","messages":[{"role":"system","content":"Be brief."}],"prompt":"Hello.","maxTokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
        r#"{"model":"gpt-4.1","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello."}],"max_tokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
    ),
    (
        r#"{"model":"claude-opus-4-7","messages":[{"role":"system","content":"Be brief."}],"prompt":"Hello.","maxTokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
        r#"{"model":"claude-opus-4-7","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello."}],"max_tokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
    ),
    (
        r#"{"model":"gemini-2.5-pro","messages":[{"role":"system","content":"Be brief."}],"prompt":"Hello.","maxTokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
        r#"{"model":"gemini-2.5-pro","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello."}],"max_tokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
    ),
    (
        r#"{"model":"deepseek-v4-pro","messages":[{"role":"system","content":"Be brief."}],"prompt":"Hello.","maxTokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
        r#"{"model":"deepseek-v4-pro","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello."}],"max_tokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
    ),
    (
        r#"{"model":"seed-sc-260215","messages":[{"role":"system","content":"Be brief."}],"prompt":"Hello.","maxTokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
        r#"{"model":"seed-sc-260215","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello."}],"max_tokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
    ),
    (
        r#"{"model":"MiniMax-M1","messages":[{"role":"system","content":"Be brief."}],"prompt":"Hello.","maxTokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
        r#"{"model":"MiniMax-M1","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello."}],"max_tokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
    ),
    (
        r#"{"model":"MiniMax-M2","messages":[{"role":"system","content":"Be brief."}],"prompt":"Hello.","maxTokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
        r#"{"model":"MiniMax-M2","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello."}],"max_tokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
    ),
    (
        r#"{"model":"kimi-for-coding","messages":[{"role":"system","content":"Be brief."}],"prompt":"Hello.","maxTokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
        r#"{"model":"kimi-for-coding","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello."}],"max_tokens":2000,"temperature":0.5,"tools":[{"type":"function"}]}"#,
    ),
    (
        r#"{"model":"gpt-5.5","prompt":"Hello.","maxTokens":2000,"temperature":0.5}"#,
        r#"{"model":"gpt-5.5","input":"Hello.","max_output_tokens":2000,"temperature":0.5}"#,
    ),
    (
        r#"{"model":"glm-5.1","messages":[{"role":"user","content":"Hi."},{"role":"assistant","content":"Hi."}],"prompt":"Hello.","maxTokens":2000,"temperature":0.5}"#,
        r#"{"model":"glm-5.1","messages":[{"role":"user","content":"Hi."},{"role":"assistant","content":"Hi."},{"role":"user","content":"Hello."}],"max_tokens":2000,"temperature":0.5}"#,
    ),
];

const NO_CHAT: &[Refused] = &[
    (
        r#"{"model":"gpt-4.1"}"#,
        "messages",
        "required",
        &["required"],
    ),
    (
        r#"{"model":"gpt-4.1","prompt":"a","temperature":3}"#,
        "temperature",
        "range",
        &["2"],
    ),
    (
        r#"{"model":"gpt-4.1","prompt":"a","maxTokens":0}"#,
        "maxTokens",
        "range",
        &["1"],
    ),
    (
        r#"{"model":"gpt-4.1","prompt":"a","seed":1}"#,
        "seed",
        "unsupported",
        &["messages, prompt, maxTokens, temperature, tools"],
    ),
    (
        r#"{"model":"gpt-5.5","messages":[{"role":"user","content":"Hi."}]}"#,
        "messages",
        "unsupported",
        &["prompt, maxTokens, temperature"],
    ),
    (
        r#"{"model":"glm-5.1","prompt":"a","temperature":1.5}"#,
        "temperature",
        "T2",
        &["1"],
    ),
];

#[test]
fn chat() {
    written("router", "chat", CHAT);
    refused("chat", NO_CHAT);
}
