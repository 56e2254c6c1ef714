//! What MiniMax's own models take of the uniform request; their rows check the rest (`minimax.md` 4.1, 5.1, 8, 9.1).

pub mod videos;

use super::{speech, text};
use crate::field::{Field, Kind, int, list, one_of, opt};
use crate::model::When::{All, Any, Has, Is, Not};
use crate::model::{Body, Model, Port, body, model, port, refuse, warn};

/// The bodies.
pub const BODIES: &[Body] = &[
    body("minimax-image", "image", &["minimax.image.generate"])
        .uniform_only()
        .models(&[model("image-01")])
        .fields(&[
            opt(
                "aspect_ratio",
                one_of(&["1:1", "16:9", "4:3", "3:2", "2:3", "3:4", "9:16", "21:9"]),
            ),
            COUNT,
            SUBJECT,
        ])
        .ports(&[
            PROMPT,
            SUBJECT_PORT,
            port("aspectRatio", "aspect_ratio"),
            port("resolution", "width").words(&["WxH=W"]),
            port("resolution", "height").words(&["WxH=H"]),
            port("count", "n"),
            port("seed", "seed"),
        ])
        .asks(&[refuse(
            "size",
            "resolution",
            All(&[Has("resolution"), Has("aspectRatio")]),
            "says what aspectRatio says too; give one of the two",
        )]),
    body("minimax-image", "image", &["minimax.image.generate"])
        .uniform_only()
        .models(&[model("image-01-live")])
        .fields(&[
            opt(
                "aspect_ratio",
                one_of(&["1:1", "16:9", "4:3", "3:2", "2:3", "3:4", "9:16"]),
            ),
            COUNT,
            SUBJECT,
        ])
        .laws(&[warn(
            "model",
            "subject_reference",
            Not(&Has("subject_reference")),
            "may be needed: this model is listed for pictures from a subject only",
        )])
        .ports(&[
            PROMPT,
            SUBJECT_PORT,
            port("aspectRatio", "aspect_ratio"),
            port("count", "n"),
            port("seed", "seed"),
            port("style", "style.style_type"),
        ]),
    body("minimax-speech", "speech", &["minimax.speech.synthesize"])
        .uniform_only()
        .models(&listed::<{ speech::MODELS.len() }>(speech::MODELS))
        .fields(&[opt(
            "audio_setting",
            Kind::Object(&[opt(
                "format",
                one_of(&["mp3", "pcm", "flac", "wav", "pcmu_raw", "pcmu_wav", "opus"]),
            )]),
        )])
        .ports(&[
            port("prompt", "text"),
            port("voice", "voice_setting.voice_id"),
            port("speed", "voice_setting.speed"),
            FORMAT,
        ]),
    body("minimax-music", "music", &["minimax.music.generate"])
        .uniform_only()
        .models(&[
            closed("music-3.0"),
            closed("music-2.6"),
            closed("music-2.6-free"),
            closed("music-2.5+"),
            closed("music-2.5"),
            closed("music-2.0"),
            closed("music-1.5"),
        ])
        .fields(&[SOUND])
        .ports(&[
            PROMPT,
            port("lyrics", "lyrics"),
            port("instrumental", "is_instrumental"),
            FORMAT,
        ])
        .asks(&[refuse(
            "required",
            "lyrics",
            Not(&Any(&[
                Has("lyrics"),
                Is("instrumental", &["true"]),
                Is("extra.lyrics_optimizer", &["true"]),
            ])),
            "is required unless instrumental is true; extra: {lyrics_optimizer: true} has the words written",
        )]),
    body("minimax-music", "music", &["minimax.music.generate"])
        .uniform_only()
        .models(&[closed("music-cover"), closed("music-cover-free")])
        .fields(&[SOUND])
        .ports(&[
            PROMPT,
            port("audios.reference", "audio_url"),
            port("lyrics", "lyrics"),
            FORMAT,
        ]),
    body("minimax", "chat", &["minimax.text.chat"])
        .uniform_only()
        .models(&listed::<{ text::MODELS.len() }>(text::MODELS))
        .ports(&[
            port("messages", "messages"),
            port("prompt", "messages")
                .item()
                .shape(r#"{"role":"user","content":"$"}"#),
            port("maxTokens", "max_completion_tokens"),
            port("temperature", "temperature"),
            port("tools", "tools"),
        ]),
];

const PROMPT: Port = port("prompt", "prompt");
const FORMAT: Port = port("format", "audio_setting.format");
const COUNT: Field = opt("n", int(1, 9));
const SUBJECT: Field = opt("subject_reference", list(&Kind::Any, 1, 1));
const SUBJECT_PORT: Port = port("images.reference", "subject_reference")
    .item()
    .shape(r#"{"type":"character","image_file":"$"}"#);
const SOUND: Field = opt(
    "audio_setting",
    Kind::Object(&[opt("format", one_of(&["mp3", "wav", "pcm"]))]),
);

/// A model that accounts made after 2026-08-20 cannot use.
const fn closed(id: &'static str) -> Model {
    model(id).status("closed")
}

/// Models by their ids.
const fn listed<const N: usize>(ids: &[&'static str]) -> [Model; N] {
    let mut models = [model(""); N];
    let (mut rest, mut ids): (&mut [Model], _) = (&mut models, ids);
    while let (Some((place, others)), Some((id, more))) =
        (rest.split_first_mut(), ids.split_first())
    {
        *place = model(id);
        (rest, ids) = (others, more);
    }
    models
}
