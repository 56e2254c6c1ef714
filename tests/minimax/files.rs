//! Files that are refused before they are sent: too large, or of a type that the field does not take.

use super::*;

const MB: u64 = 1 << 20;

/// A file as the host tells of it.
fn file(size: u64, mime: &str, name: &str) -> String {
    format!(r#"{{"$blob":0,"size":{size},"type":"{mime}","name":"{name}"}}"#)
}

/// A file of the largest size and of each type that a field takes; then one byte more, and a type that it does not take.
fn takes(
    id: &str,
    path: &str,
    request: &dyn Fn(&str) -> String,
    max: u64,
    types: &[&str],
    other: &str,
) {
    for name in types {
        let name = format!("a.{name}");
        assert_eq!(
            first(id, &request(&file(max, "", &name))),
            "",
            "{id} {name}"
        );
    }
    let size = format!("{path}: file_size");
    let good = format!("a.{}", types.first().unwrap_or(&"bin"));
    assert_eq!(first(id, &request(&file(max + 1, "", &good))), size);
    assert_eq!(
        first(id, &request(&file(max + 1, "", ""))),
        size,
        "of no known type"
    );
    if !types.is_empty() {
        let wrong = format!("{path}: file_type");
        assert_eq!(first(id, &request(&file(1, "", other))), wrong);
        // What the browser says of the file counts more than its name.
        let mime = genmedia::media::mime_of(other).unwrap();
        assert_eq!(first(id, &request(&file(1, mime, &good))), wrong);
    }
    // A stream tells nothing.
    assert_eq!(first(id, &request(r#"{"$blob":0}"#)), "");
    assert_eq!(
        first(
            id,
            &request(&file(max, "application/octet-stream", "a.unknown"))
        ),
        ""
    );
}

#[test]
fn files_by_purpose() {
    let upload = |purpose: &str, file: &str| format!(r#"{{"purpose":"{purpose}","file":{file}}}"#);
    let id = "minimax.files.upload";
    for purpose in ["voice_clone", "prompt_audio"] {
        let request = |file: &str| upload(purpose, file);
        takes(
            id,
            "file",
            &request,
            20 * MB,
            &["mp3", "m4a", "wav", "MP3"],
            "a.flac",
        );
        for (mime, name) in [
            ("audio/x-m4a", "a"),
            ("audio/mp4", "a.m4a"),
            ("audio/x-wav", ""),
        ] {
            assert_eq!(first(id, &request(&file(1, mime, name))), "", "{mime}");
        }
    }
    let request = |file: &str| upload("t2a_async_input", file);
    takes(id, "file", &request, 512 * MB, &["txt", "zip"], "a.mp3");
    for purpose in ["video_understanding", "retrieval", "batch", "of tomorrow"] {
        takes(id, "file", &|file| upload(purpose, file), 512 * MB, &[], "");
    }
    for (max, types, other) in [
        (
            30,
            &["png", "jpeg", "jpg", "webp", "heic", "heif"][..],
            "a.gif",
        ),
        (50, &["mp4", "mov"], "a.webm"),
        (15, &["mp3", "wav"], "a.m4a"),
    ] {
        let request = |file: &str| upload("video_generation_input", file);
        for name in types {
            let name = format!("a.{name}");
            assert_eq!(
                first(id, &request(&file(max * MB, "", &name))),
                "",
                "{name}"
            );
            assert_eq!(
                first(id, &request(&file(max * MB + 1, "", &name))),
                "file: file_size"
            );
        }
        assert_eq!(first(id, &request(&file(1, "", other))), "file: file_type");
    }
    let request = |size: u64| upload("video_generation_input", &file(size, "", "a.unknown"));
    assert_eq!(first(id, &request(50 * MB)), "");
    assert_eq!(first(id, &request(50 * MB + 1)), "file: file_size");
    // What holds for every file comes first.
    let request = json::parse(upload("voice_clone", &file(513 * MB, "", "a.mp3")).as_bytes());
    let report = check::check(operation::find(id).unwrap(), &request.unwrap());
    let message = &report.errors.first().unwrap().message;
    assert!(message.contains("536870912 bytes"), "{message}");
}

#[test]
fn what_a_purpose_takes_is_told() {
    let request = r#"{"purpose":"video_generation_input","file":{"$blob":0,"type":"text/plain"}}"#;
    let request = json::parse(request.as_bytes()).unwrap();
    let report = check::check(operation::find("minimax.files.upload").unwrap(), &request);
    let message = &report.errors.first().unwrap().message;
    for part in ["video_generation_input", "jpg", "heif", "wav", "mov"] {
        assert!(message.contains(part), "{part}: {message}");
    }
}

#[test]
fn files_that_are_sent_along() {
    let video = |members: &str| format!(r#"{{"model":"MiniMax-Hailuo-02",{members}}}"#);
    let id = "minimax.video.create";
    let pictures = ["jpg", "jpeg", "png", "webp"];
    let under = |megabytes: u64| megabytes * MB - 1;
    for name in ["first_frame_image", "last_frame_image"] {
        let request = |file: &str| video(&format!(r#""{name}":{file}"#));
        takes(id, name, &request, under(20), &pictures, "a.gif");
    }
    let request = |file: &str| {
        video(&format!(
            r#""subject_reference":[{{"type":"character","image":[{file}]}}]"#
        ))
    };
    takes(
        id,
        "subject_reference[0].image[0]",
        &request,
        under(20),
        &pictures,
        "a.heic",
    );
    let request =
        |file: &str| format!(r#"{{"template_id":"1","media_inputs":[{{"value":{file}}}]}}"#);
    takes(
        "minimax.video.create_from_template",
        "media_inputs[0].value",
        &request,
        under(20),
        &pictures,
        "a.mp4",
    );

    let request = |file: &str| {
        format!(
            r#"{{"model":"image-01","prompt":"a","subject_reference":[{{"type":"character","image_file":{file}}}]}}"#
        )
    };
    takes(
        "minimax.image.generate",
        "subject_reference[0].image_file",
        &request,
        under(10),
        &["jpg", "jpeg", "png"],
        "a.webp",
    );

    for (kind, role, max, types, other) in [
        (
            "image_url",
            "reference_image",
            30,
            &["jpg", "png", "webp", "heic", "heif"][..],
            "a.gif",
        ),
        (
            "video_url",
            "reference_video",
            50,
            &["mp4", "mov"],
            "a.webm",
        ),
        ("audio_url", "reference_audio", 15, &["wav", "mp3"], "a.ogg"),
    ] {
        let request = |file: &str| {
            let film = r#"{"type":"video_url","video_url":{"url":"https://a.test/b"},"role":"reference_video"}"#;
            let item = format!(r#"{{"type":"{kind}","{kind}":{{"url":{file}}},"role":"{role}"}}"#);
            format!(
                r#"{{"model":"MiniMax-H3","content":[{{"type":"text","text":"a"}},{item},{film}],"resolution":"768P","duration":6}}"#
            )
        };
        takes(
            "minimax.video_v2.create",
            &format!("content[1].{kind}.url"),
            &request,
            max * MB,
            types,
            other,
        );
    }

    let request = |file: &str| format!(r#"{{"model":"asr-1.0","file":{file}}}"#);
    let sounds = ["wav", "aiff", "flac", "m4a", "mp3", "aac", "opus", "ogg"];
    takes(
        "minimax.speech.transcribe",
        "file",
        &request,
        50 * MB,
        &sounds,
        "a.txt",
    );

    for (kind, max, types, other) in [
        (
            "image_url",
            10,
            &["jpg", "png", "gif", "webp"][..],
            "a.heic",
        ),
        ("video_url", 50, &["mp4", "avi", "mov", "mkv"], "a.webm"),
    ] {
        let request = |file: &str| {
            format!(
                r#"{{"model":"a","messages":[{{"role":"user","content":[{{"type":"{kind}","{kind}":{{"url":{file}}}}}]}}]}}"#
            )
        };
        takes(
            "minimax.text.chat",
            &format!("messages[0].content[0].{kind}.url"),
            &request,
            max * MB,
            types,
            other,
        );
    }
    let request = |file: &str| format!(r#"{{"prompt":"a","image_url":{file}}}"#);
    takes(
        "minimax.tools.describe_image",
        "image_url",
        &request,
        50 * MB,
        &["jpg", "png", "webp"],
        "a.gif",
    );
    let request = |file: &str| format!(r#"{{"model":"music-cover","audio_base64":{file}}}"#);
    takes(
        "minimax.music.preprocess_cover",
        "audio_base64",
        &request,
        50 * MB,
        &[],
        "",
    );
}

#[test]
fn a_voice_is_cloned_from_uploaded_files_alone() {
    let mp3 = file(1, "audio/mpeg", "a.mp3");
    all(
        "minimax.voices.clone",
        &[
            (
                &format!(r#"{{"file_id":{mp3},"voice_id":"Narrator-01"}}"#),
                "file_id: type",
            ),
            (
                &format!(
                    r#"{{"file_id":"1","voice_id":"Narrator-01","clone_prompt":{{"prompt_audio":{mp3},"prompt_text":"a"}}}}"#
                ),
                "clone_prompt.prompt_audio: type",
            ),
        ],
    );
}

#[test]
fn a_field_without_limits_takes_any_file() {
    let source = file(5_000_000_000, "image/gif", "a.gif");
    let source = format!(r#"{{"type":"image","source":{{"type":"base64","data":{source}}}}}"#);
    let request = format!(
        r#"{{"model":"a","max_tokens":1,"messages":[{{"role":"user","content":[{source}]}}]}}"#
    );
    assert_eq!(first("minimax.text.messages", &request), "");
}
