//! What MiniMax's rows refuse before anything is sent: out of range, missing, contradictory; and what they let pass.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "minimax/files.rs"]
mod files;

use genmedia::json;
use genmedia::{check, operation};

/// The first problem of a request, as `path: rule`; empty where there is none.
fn first(id: &str, request: &str) -> String {
    let request = json::parse(request.as_bytes()).unwrap();
    let report = check::check(operation::find(id).unwrap(), &request);
    let problem = report.errors.first();
    problem.map_or(String::new(), |p| format!("{}: {}", p.path, p.rule))
}

fn all(id: &str, cases: &[(&str, &str)]) {
    for (request, expected) in cases {
        assert_eq!(first(id, request), *expected, "{id} {request}");
    }
}

#[test]
fn chats() {
    let head = r#""model":"MiniMax-M3","messages":[{"role":"user","content":"a"}]"#;
    let with = |more: &str| format!("{{{head},{more}}}");
    for (id, more, expected) in [
        ("minimax.text.chat", r#""temperature":2"#, ""),
        (
            "minimax.text.chat",
            r#""temperature":2.1"#,
            "temperature: range",
        ),
        (
            "minimax.text.chat",
            r#""max_tokens":1,"max_completion_tokens":1"#,
            "max_tokens: not_both",
        ),
        ("minimax.text.native", r#""temperature":1"#, ""),
        (
            "minimax.text.native",
            r#""temperature":0"#,
            "temperature: range",
        ),
        ("minimax.text.native", r#""top_p":0"#, "top_p: range"),
    ] {
        assert_eq!(first(id, &with(more)), expected, "{id} {more}");
    }
    all(
        "minimax.text.native",
        &[
            (r#"{"model":"M2-her","messages":[]}"#, "messages: length"),
            (
                r#"{"model":"a","messages":[{"role":"user","content":"a"},{"role":"tool","content":"b"}]}"#,
                "messages[1].tool_call_id: together",
            ),
            (
                r#"{"model":"a","messages":[{"role":"tool","tool_call_id":"c","content":"b"}]}"#,
                "",
            ),
            (
                r#"{"model":"a","messages":[{"role":"user","content":[{"type":"video_url","video_url":{"url":"https://a.test/b.mp4","fps":9}}]}]}"#,
                "messages[0].content[0].video_url.fps: range",
            ),
        ],
    );
    all(
        "minimax.text.respond",
        &[
            (r#"{"model":"a","input":"b"}"#, ""),
            (
                r#"{"model":"a","input":[{"role":"user","content":"b"}]}"#,
                "",
            ),
            (r#"{"model":"a","input":""}"#, "input: length"),
            (
                r#"{"model":"a","input":"b","temperature":0}"#,
                "temperature: range",
            ),
        ],
    );
}

#[test]
fn long_speech_and_transcripts() {
    all(
        "minimax.speech.create_long",
        &[
            (
                r#"{"model":"a","voice_setting":{"voice_id":"v"},"text":"b"}"#,
                "",
            ),
            (
                r#"{"model":"a","voice_setting":{"voice_id":"v"},"text_file_id":"9007199254740993"}"#,
                "",
            ),
            (
                r#"{"model":"a","voice_setting":{"voice_id":"v"}}"#,
                "text: required",
            ),
            (
                r#"{"model":"a","voice_setting":{"voice_id":"v"},"text":"b","text_file_id":"1"}"#,
                "text_file_id: not_both",
            ),
            (
                r#"{"model":"a","voice_setting":{},"text":"b"}"#,
                "voice_setting.voice_id: required",
            ),
            (
                r#"{"model":"a","voice_setting":{"voice_id":"v"},"text_file_id":"file-1"}"#,
                "text_file_id: type",
            ),
        ],
    );
    all(
        "minimax.speech.transcribe",
        &[
            (
                r#"{"model":"a","file":{"$blob":0},"stream":true,"response_format":"json"}"#,
                "",
            ),
            (r#"{"model":"a","file":{"$blob":0},"stream":true}"#, ""),
            (
                r#"{"model":"a","file":{"$blob":0},"stream":true,"response_format":"srt"}"#,
                "response_format: stream",
            ),
            (
                r#"{"model":"a","file":"https://a.test/b.mp3"}"#,
                "file: type",
            ),
        ],
    );
}

#[test]
fn voices() {
    all(
        "minimax.voices.clone",
        &[
            (r#"{"file_id":"1","voice_id":"Narrator-01"}"#, ""),
            (r#"{"file_id":"1","voice_id":"short"}"#, "voice_id: length"),
            (
                r#"{"file_id":"1","voice_id":"1narrator"}"#,
                "voice_id: identifier",
            ),
            (
                r#"{"file_id":"1","voice_id":"narrator_"}"#,
                "voice_id: identifier",
            ),
            (
                r#"{"file_id":"1","voice_id":"nar rator"}"#,
                "voice_id: identifier",
            ),
            (
                r#"{"file_id":"1","voice_id":"narrator-"}"#,
                "voice_id: identifier",
            ),
            (
                r#"{"file_id":"1","voice_id":"Erzähler-1"}"#,
                "voice_id: identifier",
            ),
            (r#"{"file_id":"1","voice_id":"N--__--1"}"#, ""),
            (
                r#"{"file_id":"1","voice_id":"Narrator-01","text":"a"}"#,
                "model: together",
            ),
            (
                r#"{"file_id":"1","voice_id":"Narrator-01","text":"a","model":"b"}"#,
                "",
            ),
            (
                r#"{"file_id":"1","voice_id":"Narrator-01","accuracy":1.1}"#,
                "accuracy: range",
            ),
            (
                r#"{"file_id":"1","voice_id":"Narrator-01","clone_prompt":{"prompt_audio":"1"}}"#,
                "clone_prompt.prompt_text: required",
            ),
        ],
    );
}

#[test]
fn pictures() {
    let with = |more: &str| format!(r#"{{"model":"image-01","prompt":"a"{more}}}"#);
    for (more, expected) in [
        (r#","width":512,"height":2048"#, ""),
        (r#","aspect_ratio":"1:1""#, ""),
        (r#","width":512"#, "height: together"),
        (r#","height":512"#, "width: together"),
        (
            r#","aspect_ratio":"1:1","width":512,"height":512"#,
            "width: not_both",
        ),
        (r#","width":516,"height":512"#, "width: multiple_of_8"),
        (r#","width":512,"height":2047"#, "height: multiple_of_8"),
        (r#","width":512.0,"height":520.0"#, ""),
    ] {
        let request = with(more);
        assert_eq!(
            first("minimax.image.generate", &request),
            expected,
            "{request}"
        );
    }
}

#[test]
fn videos_of_the_first_version() {
    let frame = |name: &str| format!(r#""{name}":"https://a.test/b.png""#);
    let subject = r#""subject_reference":[{"type":"character","image":["https://a.test/b.png"]}]"#;
    for (members, expected) in [
        (subject.to_string(), ""),
        (frame("first_frame_image"), ""),
        (
            format!("{},{subject}", frame("first_frame_image")),
            "subject_reference: not_both",
        ),
        (
            format!("{},{subject}", frame("last_frame_image")),
            "subject_reference: not_both",
        ),
    ] {
        let request = format!(r#"{{"model":"S2V-01",{members}}}"#);
        assert_eq!(
            first("minimax.video.create", &request),
            expected,
            "{request}"
        );
    }
}

#[test]
fn what_is_said_of_a_field_is_not_said_again() {
    let row = operation::find("minimax.video_v2.create").unwrap();
    let request = json::parse(br#"{"model":"MiniMax-H3-Max","duration":3}"#).unwrap();
    let report = check::check(row, &request);
    let told: Vec<String> = report
        .errors
        .iter()
        .map(|p| format!("{}: {} {}", p.path, p.rule, p.message))
        .collect();
    assert_eq!(
        told,
        [
            "content: required is required",
            "resolution: required is required",
            "duration: range must be from 4 to 15"
        ]
    );
}

#[test]
fn videos_of_the_second_version() {
    let text = r#"{"type":"text","text":"a"}"#;
    let item = |kind: &str, role: &str| {
        format!(r#"{{"type":"{kind}","{kind}":{{"url":"https://a.test/b"}},"role":"{role}"}}"#)
    };
    let first_frame = item("image_url", "first_frame");
    let picture = item("image_url", "reference_image");
    let film = item("video_url", "reference_video");
    let sound = item("audio_url", "reference_audio");
    let request = |model: &str, content: &[&str], more: &str| {
        let content = content.join(",");
        format!(
            r#"{{"model":"{model}","content":[{content}],"resolution":"768P","duration":4{more}}}"#
        )
    };
    let ratio = r#","ratio":"16:9""#;
    for (model, content, more, expected) in [
        ("MiniMax-H3", vec![text], ratio, ""),
        ("MiniMax-H3", vec![text], "", "ratio: required"),
        (
            "MiniMax-H3",
            vec![text],
            r#","ratio":"adaptive""#,
            "ratio: adaptive",
        ),
        ("MiniMax-H3", vec![text, &first_frame], "", ""),
        ("MiniMax-H3", vec![&first_frame], "", "content: required"),
        (
            "MiniMax-H3",
            vec![text, &first_frame, &first_frame],
            "",
            "content: length",
        ),
        (
            "MiniMax-H3",
            vec![text, &first_frame, &picture],
            "",
            "content: not_both",
        ),
        ("MiniMax-H3", vec![text, &sound], "", "content: together"),
        ("MiniMax-H3", vec![text, &sound, &film], "", ""),
        (
            "MiniMax-H3",
            vec![text, &film, &film, &film, &film],
            "",
            "content: length",
        ),
        (
            "MiniMax-H3",
            [vec![text], vec![&*picture; 9]].concat(),
            "",
            "",
        ),
        (
            "MiniMax-H3",
            [vec![text], vec![&*picture; 10]].concat(),
            "",
            "content: length",
        ),
        (
            "MiniMax-H3",
            [
                vec![text],
                vec![&*picture; 9],
                vec![&*film; 3],
                vec![&*sound],
            ]
            .concat(),
            "",
            "content: length",
        ),
        ("MiniMax-H3-Max", vec![text, &picture], "", "content: model"),
        ("MiniMax-H3-Max", vec![text], ratio, "duration: range"),
        ("MiniMax-H4", vec![text, &picture], "", ""),
        ("MiniMax-H3", vec![], "", "content: length"),
    ] {
        let request = request(model, &content, more);
        assert_eq!(
            first("minimax.video_v2.create", &request),
            expected,
            "{request}"
        );
    }
    let base = item("video_url", "base_video");
    for (request, expected) in [
        (
            r#"{"model":"MiniMax-H3","source_task_id":"1"}"#.to_string(),
            "",
        ),
        (
            r#"{"model":"MiniMax-H3"}"#.to_string(),
            "source_task_id: required",
        ),
        (format!(r#"{{"model":"a","content":[{base}]}}"#), ""),
        (
            format!(r#"{{"model":"a","content":[{picture}]}}"#),
            "content: length",
        ),
        (
            format!(r#"{{"model":"a","source_task_id":"1","content":[{base}]}}"#),
            "content: not_both",
        ),
    ] {
        assert_eq!(
            first("minimax.video_v2.regenerate", &request),
            expected,
            "{request}"
        );
    }
}

#[test]
fn music() {
    all(
        "minimax.music.generate",
        &[
            (r#"{"model":"music-3.0","lyrics":"la"}"#, ""),
            (
                r#"{"model":"music-3.0","prompt":"folk"}"#,
                "lyrics: required",
            ),
            (
                r#"{"model":"music-3.0","prompt":"folk","lyrics_optimizer":true}"#,
                "",
            ),
            (
                r#"{"model":"music-3.0","prompt":"folk","is_instrumental":true}"#,
                "",
            ),
            (
                r#"{"model":"music-3.0","is_instrumental":true}"#,
                "prompt: required",
            ),
            (
                r#"{"model":"music-3.0","lyrics":"la","stream":true,"output_format":"url"}"#,
                "output_format: stream",
            ),
            (
                r#"{"model":"music-cover","prompt":"a slow waltz"}"#,
                "audio_url: required",
            ),
            (
                r#"{"model":"music-cover","prompt":"waltz","audio_url":"https://a.test/b"}"#,
                "prompt: length",
            ),
            (
                r#"{"model":"music-cover","prompt":"a slow waltz","audio_url":"https://a.test/b"}"#,
                "",
            ),
            (
                r#"{"model":"music-cover","prompt":"a slow waltz","audio_url":"a","audio_base64":"AAEC"}"#,
                "audio_base64: not_both",
            ),
            (
                r#"{"model":"music-cover","prompt":"a slow waltz","audio_base64":"AAEC","cover_feature_id":"a","lyrics":"la la la la"}"#,
                "cover_feature_id: not_both",
            ),
            (
                r#"{"model":"music-cover","prompt":"a slow waltz","cover_feature_id":"a"}"#,
                "lyrics: together",
            ),
            (
                r#"{"model":"music-cover","prompt":"a slow waltz","cover_feature_id":"a","lyrics":"la"}"#,
                "lyrics: length",
            ),
        ],
    );
    all(
        "minimax.music.preprocess_cover",
        &[
            (r#"{"model":"music-cover"}"#, "audio_url: required"),
            (r#"{"model":"music-cover","audio_base64":{"$blob":0}}"#, ""),
            (
                r#"{"model":"music-cover","audio_url":"a","audio_base64":"AAEC"}"#,
                "audio_base64: not_both",
            ),
        ],
    );
}
