//! MiniMax's speech sockets (`minimax.md` 5.2, 5.3): one start, two ways to go on.

use super::provider::native;
use super::speech::{
    AUDIO_SETTING, LANGUAGE_BOOST, MODEL, PRONUNCIATION_DICT, SOCKET_VOICE, SUBTITLE_ENABLE,
    SUBTITLE_TYPE, TIMBRE_WEIGHTS, VOICE_MODIFY,
};
use crate::operation::{Body, Field, Kind, Method, Operation, TEXT, opt, req};
use crate::socket::Socket;

/// One page allows 10,000 characters, the other fewer than that (`minimax.md` 17 #41).
const MAX_TEXT: usize = 9_999;

/// The sockets; the one that can do more comes first.
pub static SOCKETS: &[Socket] = &[
    Socket {
        row: crate::row!(speaks("/ws/v1/t2a_v2_bidi")),
        bidi: true,
        max_text: MAX_TEXT,
    },
    Socket {
        row: crate::row!(speaks("/ws/v1/t2a_v2")),
        bidi: false,
        max_text: MAX_TEXT,
    },
];

/// What a session starts with.
const START: &[Field] = &[
    MODEL,
    req("voice_setting", Kind::Object(SOCKET_VOICE)).doc("The voice and how it speaks."),
    AUDIO_SETTING,
    PRONUNCIATION_DICT,
    TIMBRE_WEIGHTS,
    LANGUAGE_BOOST,
    VOICE_MODIFY,
    SUBTITLE_ENABLE,
    SUBTITLE_TYPE,
    opt("continuous_sound", Kind::Bool)
        .doc("Leave the splitting of the text to the model; models 2.8 only; default false."),
    opt("session_id", TEXT).doc("A name for the session, which its events repeat."),
];

/// A socket that speaks; the fields go into the event that starts the task.
const fn speaks(path: &'static str) -> Operation {
    let mut row = native(Method::Get, "minimax.speech.connect", path)
        .bills()
        .fields(START)
        .doc("Opens a session that speaks what it is told while it is being told.");
    row.body = Body::Json;
    row
}
