//! MiniMax voices: cloned, designed, listed and deleted (`minimax.md` 6).

use super::provider::{BASE, native};
use super::speech::{EXTRA, LANGUAGE_BOOST, MODELS};
use crate::model::When::{All, Has, Like, Not};
use crate::model::refuse;
use crate::operation::{
    Encoding, FILLED, Field, INT, Inline, Kind, MEDIA, Method, Operation, TEXT, list, num, opt,
    req, text,
};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CLONE, DESIGN, LIST, DELETE];

const PROMPT: &[Field] = &[
    req("prompt_audio", Kind::Id { number: true })
        .doc("The file of a sample under 8 seconds, uploaded as `prompt_audio`."),
    req("prompt_text", FILLED).doc("What the sample says."),
];

const CLONE: Operation = native(Method::Post, "minimax.voices.clone", "/v1/voice_clone")
    .bills()
    .fields(&[
        req("file_id", Kind::Id { number: true }).doc(
            "The file of the voice: mp3, m4a or wav of 10 seconds to 5 minutes, uploaded as `voice_clone`.",
        ),
        req("voice_id", text(8, 256)).doc(
            "The new voice's id: 8 to 256 letters, digits, `-` and `_`; a letter first, no sign last.",
        ),
        opt("clone_prompt", Kind::Object(PROMPT)).doc("A short sample that makes it more alike."),
        opt("text", text(0, 1000))
            .doc("What a preview says, at most 1,000 characters; it needs a `model`."),
        opt("model", TEXT).known(MODELS).doc("The model of the preview."),
        LANGUAGE_BOOST,
        opt("text_validation", text(0, 200))
            .doc("What the voice's file says, to be compared; at most 200 characters."),
        opt("accuracy", num(0.0, 1.0)).doc("How alike both must be; default 0.7."),
        opt("need_noise_reduction", Kind::Bool).doc("Take noise out of the file; default false."),
        opt("need_volume_normalization", Kind::Bool).doc("Even its volume out; default false."),
        opt("aigc_watermark", Kind::Bool)
            .doc("Mark the preview as generated; only in the cn region."),
    ])
    .laws(&[
        refuse(
            "identifier",
            "voice_id",
            All(&[Has("voice_id"), Not(&Like("voice_id", &["a*w"]))]),
            "must begin with a letter, hold letters, digits, - and _, and end in no sign",
        ),
        refuse(
            "together",
            "model",
            All(&[Has("text"), Not(&Has("model"))]),
            "is needed together with text",
        ),
    ])
    .echo(&["voice_id"])
    .returns(&[
        req("voice_id", TEXT).doc("The new voice's id, as it was asked for."),
        opt("demo_audio", TEXT).doc("A link to the preview; empty without a `text`."),
        opt("input_sensitive", Kind::Any)
            .doc("Whether the file was found sensitive: a truth, or an object with a `type`."),
        opt("input_sensitive_type", INT).doc("How it is sensitive."),
        opt("extra_info", Kind::Object(EXTRA)).doc("About the preview."),
        BASE,
    ])
    .doc(
        "Makes a voice like that of a file. It is gone after 168 hours unless it is used, and charged when it is.",
    );

const DESIGN: Operation = native(Method::Post, "minimax.voices.design", "/v1/voice_design")
    .bills()
    .fields(&[
        req("prompt", FILLED).doc("What the voice is like."),
        req("preview_text", text(1, 500)).doc("What the preview says, at most 500 characters."),
        opt("voice_id", TEXT).doc("The new voice's id; made up when left out."),
        opt("aigc_watermark", Kind::Bool)
            .doc("Mark the preview as generated; only in the cn region."),
    ])
    .media(&[Inline {
        path: &["trial_audio"],
        encoding: Encoding::Hex,
    }])
    .echo(&["voice_id"])
    .returns(&[
        req("voice_id", TEXT).doc("The new voice's id."),
        opt("trial_audio", MEDIA).doc("The preview."),
        BASE,
    ])
    .doc("Makes a voice from a description. It is gone after 168 hours unless it is used, and charged when it is.");

const LIST: Operation = native(Method::Post, "minimax.voices.list", "/v1/get_voice")
    .fields(&[req("voice_type", FILLED)
        .known(&[
            "system",
            "voice_cloning",
            "voice_generation",
            "music_generation",
            "all",
        ])
        .doc("Which voices.")])
    .returns(&[
        opt("system_voice", list(&Kind::Object(VOICE), 0, usize::MAX))
            .doc("The provider's own voices; may be null."),
        opt("voice_cloning", list(&Kind::Object(VOICE), 0, usize::MAX))
            .doc("Cloned voices, once they have been used; may be null."),
        opt(
            "voice_generation",
            list(&Kind::Object(VOICE), 0, usize::MAX),
        )
        .doc("Designed voices, once they have been used; may be null."),
        opt(
            "music_generation",
            list(&Kind::Object(VOICE), 0, usize::MAX),
        )
        .doc("Voices from music; may be null."),
        BASE,
    ])
    .doc("Lists the voices that the account can use.");

const VOICE: &[Field] = &[
    req("voice_id", TEXT).doc("The voice's id."),
    opt("voice_name", TEXT).doc("Its name, of a voice of the provider's."),
    opt("description", list(&TEXT, 0, usize::MAX)).doc("What it is like; may be null."),
    opt("created_time", TEXT).doc("When it was made, as a date."),
];

const DELETE: Operation = native(Method::Post, "minimax.voices.delete", "/v1/delete_voice")
    .fields(&[
        req("voice_type", FILLED)
            .known(&["voice_cloning", "voice_generation"])
            .doc("How it was made."),
        req("voice_id", FILLED).doc("The voice's id."),
    ])
    .echo(&["voice_id"])
    .returns(&[
        opt("voice_id", TEXT).doc("The deleted voice's id, which cannot be used again."),
        opt("created_time", TEXT).doc("When it was made: a date, or seconds since 1970."),
        BASE,
    ])
    .doc("Deletes a voice that the account made.");
