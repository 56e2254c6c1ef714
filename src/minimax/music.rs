//! MiniMax music and lyrics, closed to new accounts since 2026-08-20 (`minimax.md` 9).

use super::provider::{BASE, native};
use super::speech::NO_LINK_IN_A_STREAM;
use crate::model::When::{All, Any, Count, Has, Is, Longer, Not, Starts};
use crate::model::{Law, When, refuse};
use crate::operation::{
    FILLED, Field, INT, Kind, Method, NUM, Operation, Stream, TEXT, files, opt, req, text,
};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![GENERATE, WRITE_LYRICS, PREPROCESS_COVER];

const AUDIO: &[Field] = &[
    opt("sample_rate", INT)
        .known(&["16000", "24000", "32000", "44100"])
        .doc("Samples a second."),
    opt("bitrate", INT)
        .known(&["32000", "64000", "128000", "256000"])
        .doc("Bits a second."),
    opt("format", TEXT)
        .known(&["mp3", "wav", "pcm"])
        .doc("The format."),
];

const AUDIO_URL: Field = opt("audio_url", FILLED)
    .doc("A link to the song to cover: 6 seconds to 6 minutes, at most 50 MB.");
const AUDIO_BASE64: Field = opt("audio_base64", Kind::Base64(files(50, "")))
    .doc("The song itself: base64 text, or a file.");

const SOUNDS: &[&str] = &["audio_url", "audio_base64"];
const NOT_BOTH_SOUNDS: Law = refuse(
    "not_both",
    "audio_base64",
    Count(SOUNDS, 2, 2),
    "cannot be given together with audio_url; leave one of them out",
);
const COVER: When = Starts("model", &["music-cover"]);
const SONG: When = All(&[Has("model"), Not(&COVER)]);
const INSTRUMENTAL: When = Is("is_instrumental", &["true"]);

const GENERATE: Operation = native(Method::Post, "minimax.music.generate", "/v1/music_generation")
    .bills()
    .fields(&[
        req("model", FILLED)
            .known(&[
                "music-3.0",
                "music-2.6",
                "music-cover",
                "music-2.6-free",
                "music-cover-free",
                "music-2.5+",
                "music-2.5",
                "music-2.0",
                "music-1.5",
            ])
            .doc("The model; `music-cover` sings a song anew."),
        opt("prompt", text(0, 2000)).doc(
            "Style and mood, at most 2,000 characters; needed for instrumentals, and for covers with 10 to 300.",
        ),
        opt("lyrics", text(0, 3500)).doc(
            "The words, at most 3,500 characters, with tags such as `[Verse]` and `[Chorus]`; for covers 10 to 1,000.",
        ),
        opt("stream", Kind::Bool).doc("Set by `.stream(…)`."),
        opt("output_format", TEXT).known(&["hex", "url"]).doc(
            "`hex` (default) gives the bytes, `url` a link for 24 hours; no link in a stream.",
        ),
        opt("audio_setting", Kind::Object(AUDIO)).doc("The format of the sound."),
        opt("lyrics_optimizer", Kind::Bool)
            .doc("Let the service write the words from the prompt; default false."),
        opt("is_instrumental", Kind::Bool).doc("Without singing; default false."),
        AUDIO_URL,
        AUDIO_BASE64,
        opt("cover_feature_id", FILLED)
            .doc("The song to cover as `preprocessCover` gave it; it needs `lyrics`."),
        opt("aigc_watermark", Kind::Bool)
            .doc("Mark the sound as generated; only in the cn region."),
    ])
    .laws(&[
        NOT_BOTH_SOUNDS,
        refuse(
            "not_both",
            "cover_feature_id",
            All(&[Has("cover_feature_id"), Not(&Count(SOUNDS, 0, 0))]),
            "cannot be given together with audio_url or audio_base64; leave one of them out",
        ),
        NO_LINK_IN_A_STREAM,
        refuse(
            "required",
            "audio_url",
            All(&[COVER, Not(&Has("cover_feature_id")), Count(SOUNDS, 0, 0)]),
            "is required for a cover: give audio_url, audio_base64 or cover_feature_id",
        ),
        refuse(
            "length",
            "prompt",
            All(&[
                COVER,
                Any(&[Not(&Longer("prompt", 9)), Longer("prompt", 300)]),
            ]),
            "must have 10 to 300 characters for a cover",
        ),
        refuse(
            "together",
            "lyrics",
            All(&[COVER, Has("cover_feature_id"), Not(&Has("lyrics"))]),
            "is needed together with cover_feature_id",
        ),
        refuse(
            "length",
            "lyrics",
            All(&[
                COVER,
                Has("lyrics"),
                Any(&[Not(&Longer("lyrics", 9)), Longer("lyrics", 1000)]),
            ]),
            "must have 10 to 1000 characters for a cover",
        ),
        refuse(
            "required",
            "prompt",
            All(&[SONG, INSTRUMENTAL, Not(&Has("prompt"))]),
            "is required for an instrumental",
        ),
        refuse(
            "required",
            "lyrics",
            All(&[
                SONG,
                Not(&INSTRUMENTAL),
                Not(&Is("lyrics_optimizer", &["true"])),
                Not(&Has("lyrics")),
            ]),
            "is required unless is_instrumental or lyrics_optimizer is true",
        ),
    ])
    .answers_media(super::speech::SOUND)
    .streams(Stream::Audio)
    .returns(&[
        opt(
            "data",
            Kind::Object(&[opt("status", INT).doc("2 when done.")]),
        )
        .doc("What is left of the answer beside the sound."),
        opt(
            "extra_info",
            Kind::Object(&[
                opt("music_duration", INT).doc("Length in milliseconds."),
                opt("music_sample_rate", INT).doc("Samples a second."),
                opt("music_channel", INT).doc("Channels."),
                opt("bitrate", INT).doc("Bits a second."),
                opt("music_size", INT).doc("Size in bytes."),
            ]),
        )
        .doc("About the sound."),
        opt("analysis_info", Kind::Any).doc("Null."),
        opt("trace_id", TEXT).doc("The request's trace id."),
        BASE,
    ])
    .doc(
        "Makes a song, or sings one anew. It takes minutes, and is closed to accounts made after 2026-08-20.",
    );

const WRITE_LYRICS: Operation = native(
    Method::Post,
    "minimax.music.write_lyrics",
    "/v1/lyrics_generation",
)
.bills()
.fields(&[
    req("mode", FILLED)
        .known(&["write_full_song", "edit"])
        .doc("Write a song, or edit `lyrics`."),
    opt("prompt", text(0, 2000)).doc("What the song is about, at most 2,000 characters."),
    opt("lyrics", text(0, 3500)).doc("The words to edit, at most 3,500 characters."),
    opt("title", TEXT).doc("The song's title; made up when left out."),
])
.returns(&[
    opt("song_title", TEXT).doc("The title."),
    opt("style_tags", TEXT).doc("Styles, separated by commas."),
    opt("lyrics", TEXT).doc("The words, with tags such as `[Verse]`."),
    BASE,
])
.doc("Writes or edits the words of a song. Closed to accounts made after 2026-08-20.");

const PREPROCESS_COVER: Operation = native(
    Method::Post,
    "minimax.music.preprocess_cover",
    "/v1/music_cover_preprocess",
)
.fields(&[
    req("model", FILLED).known(&["music-cover"]).doc("The model."),
    AUDIO_URL,
    AUDIO_BASE64,
])
.laws(&[
    refuse(
        "required",
        "audio_url",
        Count(SOUNDS, 0, 0),
        "is required: give audio_url or audio_base64",
    ),
    NOT_BOTH_SOUNDS,
])
.returns(&[
    req("cover_feature_id", TEXT).doc("The song for `generate`, for 24 hours; the same song gives the same."),
    opt("formatted_lyrics", TEXT).doc("Its words."),
    opt("structure_result", TEXT)
        .doc("Its parts as JSON text: `{num_segments, segments: [{start, end, label}]}`."),
    opt("audio_duration", NUM).doc("Length in seconds."),
    opt("trace_id", TEXT).doc("The request's trace id."),
    BASE,
])
.doc("Takes a song apart, so that its words can be changed before it is covered. Closed to accounts made after 2026-08-20.");
