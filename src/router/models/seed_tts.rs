//! Seed TTS (`router.md` 6.14).

use crate::field::{FILLED, Kind, NUM, TEXT, opt, text};
use crate::model::When::{Count, Not};
use crate::model::{Body, body, model, port, refuse};

/// The bodies.
pub const BODIES: &[Body] = &[body("seed-tts", "speech", &["router.speech.create"])
    .models(&[model("seed-tts-2.0").price(0.003, 80.0, "character", "")])
    .fields(&[
        opt("input", SPOKEN).doc("What to say, at most 10,000 characters."),
        opt("text", SPOKEN).doc("The same as `input`."),
        opt("prompt", SPOKEN).doc("The same as `input`."),
        opt("ssml", SPOKEN).doc("What to say, in SSML, at most 10,000 characters."),
        opt("voice", FILLED)
            .known(&["zh_female_shuangkuaisisi_uranus"])
            .doc("The voice; this or `speaker` is needed."),
        opt("speaker", FILLED)
            .known(&["zh_female_shuangkuaisisi_uranus"])
            .doc("The same as `voice`."),
        opt("response_format", TEXT)
            .known(&["mp3"])
            .doc("The format; default mp3."),
        opt("speed", NUM).doc("How fast: 1 is as it is."),
        opt("metadata", Kind::Object(&[])).doc("More."),
    ])
    .names(&[
        ("input", "A1"),
        ("text", "A1"),
        ("prompt", "A1"),
        ("ssml", "A1"),
        ("voice", "A1"),
        ("speaker", "A1"),
    ])
    .laws(&[
        refuse(
            "A1",
            "input",
            Not(&Count(&["input", "text", "prompt", "ssml"], 1, 1)),
            "is required: give exactly one of input, text, prompt and ssml",
        ),
        refuse(
            "A1",
            "voice",
            Count(&["voice", "speaker"], 0, 0),
            "is required: give voice or speaker",
        ),
    ])
    .ports(&[
        port("prompt", "input"),
        port("voice", "voice"),
        port("speed", "speed"),
        port("format", "response_format"),
    ])];

/// A text to be spoken, under any of its names.
const SPOKEN: Kind = text(1, 10_000);
