//! MiniMax speech (`minimax.md` 5).

use super::provider::{BASE, native};
use crate::model::When::{All, Is};
use crate::model::{Law, refuse};
use crate::operation::{
    Encoding, FILLED, Field, INT, Inline, Kind, Method, NUM, Operation, Stream, TEXT, above, int,
    list, num, opt, req, text,
};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![SYNTHESIZE];

/// The models of every speech surface.
pub(super) const MODELS: &[&str] = &[
    "speech-2.8-hd",
    "speech-2.8-turbo",
    "speech-2.6-hd",
    "speech-2.6-turbo",
    "speech-02-hd",
    "speech-02-turbo",
    "speech-01-hd",
    "speech-01-turbo",
];

const LANGUAGES: &[&str] = &[
    "auto",
    "Chinese",
    "Chinese,Yue",
    "English",
    "Arabic",
    "Russian",
    "Spanish",
    "French",
    "Portuguese",
    "German",
    "Turkish",
    "Dutch",
    "Ukrainian",
    "Vietnamese",
    "Indonesian",
    "Japanese",
    "Italian",
    "Korean",
    "Thai",
    "Polish",
    "Romanian",
    "Greek",
    "Czech",
    "Finnish",
    "Hindi",
    "Bulgarian",
    "Danish",
    "Hebrew",
    "Malay",
    "Persian",
    "Slovak",
    "Swedish",
    "Croatian",
    "Filipino",
    "Hungarian",
    "Norwegian",
    "Slovenian",
    "Catalan",
    "Nynorsk",
    "Tamil",
    "Afrikaans",
];

/// How fast it speaks.
pub(super) const SPEED: Field = opt("speed", num(0.5, 2.0)).doc("Speed; default 1.");
/// How loud.
pub(super) const VOLUME: Field = opt("vol", above(0.0, 10.0)).doc("Volume; default 1.");
/// How high.
pub(super) const PITCH: Field = opt("pitch", int(-12, 12)).doc("Pitch in half tones; default 0.");
/// With what feeling.
pub(super) const EMOTION: Field = opt("emotion", TEXT)
    .known(&[
        "happy",
        "sad",
        "angry",
        "fearful",
        "disgusted",
        "surprised",
        "calm",
        "fluent",
        "whisper",
    ])
    .doc("The feeling; chosen by the service when left out.");
const LATEX: Field =
    opt("latex_read", Kind::Bool).doc("Read formulas between `$$`; Chinese only; default false.");

const VOICE: &[Field] = &[
    opt("voice_id", TEXT).doc("The voice; empty when `timbre_weights` mixes some."),
    SPEED,
    VOLUME,
    PITCH,
    EMOTION,
    opt("text_normalization", Kind::Bool).doc("Read numbers and dates as words; default false."),
    LATEX,
];

/// The voice where the text comes through a socket.
pub(super) const SOCKET_VOICE: &[Field] = &[
    req("voice_id", TEXT).doc("The voice; empty when `timbre_weights` mixes some."),
    SPEED,
    VOLUME,
    PITCH,
    EMOTION,
    opt("english_normalization", Kind::Bool)
        .doc("Read numbers in English text as words; default false."),
    LATEX,
];

const AUDIO: &[Field] = &[
    opt("sample_rate", INT)
        .known(&["8000", "16000", "22050", "24000", "32000", "44100"])
        .doc("Samples a second; default 32000."),
    opt("bitrate", INT)
        .known(&["32000", "64000", "128000", "256000"])
        .doc("Bits a second of mp3; default 128000."),
    opt("format", TEXT)
        .known(&["mp3", "pcm", "flac", "wav", "pcmu_raw", "pcmu_wav", "opus"])
        .doc("The format; default mp3."),
    opt("channel", int(1, 2)).doc("1 (default) or 2 channels."),
    opt("force_cbr", Kind::Bool).doc("Constant bit rate for streamed mp3; default false."),
];

const TIMBRE: &[Field] = &[
    req("voice_id", FILLED).doc("A voice."),
    req("weight", int(1, 100)).doc("How much of it."),
];

const MODIFY: &[Field] = &[
    opt("pitch", int(-100, 100)).doc("Deeper to brighter."),
    opt("intensity", int(-100, 100)).doc("Stronger to softer."),
    opt("timbre", int(-100, 100)).doc("Fuller to crisper."),
    opt("sound_effects", TEXT)
        .known(&[
            "spacious_echo",
            "auditorium_echo",
            "lofi_telephone",
            "robotic",
        ])
        .doc("An effect."),
];

/// The model of every speech surface.
pub(super) const MODEL: Field = req("model", FILLED).known(MODELS).doc("The model.");
/// The format of the sound.
pub(super) const AUDIO_SETTING: Field =
    opt("audio_setting", Kind::Object(AUDIO)).doc("The format of the sound.");
/// How words are read.
pub(super) const PRONUNCIATION_DICT: Field = opt(
    "pronunciation_dict",
    Kind::Object(&[
        opt("tone", list(&TEXT, 0, usize::MAX)).doc("Replacements, each `original/spoken`.")
    ]),
)
.doc("How words are read.");
/// A mix of voices.
pub(super) const TIMBRE_WEIGHTS: Field =
    opt("timbre_weights", list(&Kind::Object(TIMBRE), 0, 4)).doc("Up to four voices, mixed.");
/// The language.
pub(super) const LANGUAGE_BOOST: Field = opt("language_boost", TEXT)
    .known(LANGUAGES)
    .doc("The language to favour.");
/// Changes to the voice.
pub(super) const VOICE_MODIFY: Field =
    opt("voice_modify", Kind::Object(MODIFY)).doc("Changes to the voice.");
/// Whether there are subtitles.
pub(super) const SUBTITLE_ENABLE: Field =
    opt("subtitle_enable", Kind::Bool).doc("Make subtitles; default false.");
/// Which subtitles.
pub(super) const SUBTITLE_TYPE: Field = opt("subtitle_type", TEXT)
    .known(&["sentence", "word", "word_streaming"])
    .doc("What a subtitle covers; default sentence.");

/// What a finished synthesis tells about its sound.
pub const EXTRA: &[Field] = &[
    opt("audio_length", INT).doc("Length in milliseconds."),
    opt("audio_sample_rate", INT).doc("Samples a second."),
    opt("audio_size", INT).doc("Size in bytes."),
    opt("bitrate", INT).doc("Bits a second."),
    opt("word_count", INT).doc("Words read."),
    opt("invisible_character_ratio", NUM).doc("Share of characters that cannot be read."),
    opt("usage_characters", INT).doc("Characters that count for the bill."),
    opt("audio_format", TEXT).doc("The format."),
    opt("audio_channel", INT).doc("Channels."),
];

/// Where a sound is in an answer: a link or hex digits.
pub(super) const SOUND: &[Inline] = &[
    Inline {
        path: &["data", "audio_url"],
        encoding: Encoding::Hex,
    },
    Inline {
        path: &["data", "audio"],
        encoding: Encoding::Hex,
    },
];

/// A stream carries hex only.
pub const NO_LINK_IN_A_STREAM: Law = refuse(
    "stream",
    "output_format",
    All(&[Is("stream", &["true"]), Is("output_format", &["url"])]),
    "must be hex in a stream",
);

const SYNTHESIZE: Operation = native(Method::Post, "minimax.speech.synthesize", "/v1/t2a_v2")
    .bills()
    .fields(&[
        MODEL,
        req("text", text(1, 10_000)).doc(
            "What to say, under 10,000 characters; a line break is a paragraph, `<#0.5#>` a pause.",
        ),
        opt("stream", Kind::Bool).doc("Set by `.stream(…)`."),
        opt(
            "stream_options",
            Kind::Object(&[opt("exclude_aggregated_audio", Kind::Bool)
                .doc("Leave the whole clip out of the last frame; default false.")]),
        )
        .doc("How it streams."),
        opt("voice_setting", Kind::Object(VOICE)).doc("The voice and how it speaks."),
        AUDIO_SETTING,
        PRONUNCIATION_DICT,
        TIMBRE_WEIGHTS,
        LANGUAGE_BOOST,
        VOICE_MODIFY,
        SUBTITLE_ENABLE,
        SUBTITLE_TYPE,
        opt("output_format", TEXT).known(&["hex", "url"]).doc(
            "`hex` (default) gives the bytes, `url` a link for 24 hours; no link in a stream.",
        ),
        opt("aigc_watermark", Kind::Bool)
            .doc("Mark the sound as generated; only in the cn region."),
    ])
    .laws(&[NO_LINK_IN_A_STREAM])
    .answers_media(SOUND)
    .streams(Stream::Audio)
    .returns(&[
        opt(
            "data",
            Kind::Object(&[
                opt("status", INT).doc("2 when done."),
                opt("subtitle_file", TEXT).doc("A link to the subtitles; times in milliseconds."),
            ]),
        )
        .doc("What is left of the answer beside the sound."),
        opt("extra_info", Kind::Object(EXTRA)).doc("About the sound."),
        opt("trace_id", TEXT).doc("The request's trace id."),
        BASE,
    ])
    .doc("Speaks a text.");
