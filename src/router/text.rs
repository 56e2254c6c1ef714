//! The router's language models (`router.md` 5.8, 6.15, 7).

use super::provider::call;
use crate::minimax::text::COMPLETION;
use crate::operation::{FILLED, Kind, Method, Operation, Stream, TEXT, int, list, num, opt, req};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![COMPLETIONS];

/// Those of the schema, then those that only the page's table has (`router.md` 11.4).
const MODELS: &[&str] = &[
    "gpt-4.1",
    "gpt-4.1-mini",
    "gpt-4.1-nano",
    "gpt-4o",
    "gpt-4o-mini",
    "gpt-5",
    "gpt-5-mini",
    "gpt-5.1",
    "gpt-5.4-mini",
    "MiniMax-Text-01",
    "MiniMax-M1",
    "MiniMax-M2",
    "MiniMax-M2.1",
    "MiniMax-M2.1-highspeed",
    "MiniMax-M2.5",
    "MiniMax-M2.5-highspeed",
    "claude-sonnet-4-5-20250929",
    "claude-sonnet-4-6",
    "claude-haiku-4-5-20251001",
    "claude-opus-4-5-20251101",
    "claude-opus-4-6",
    "claude-opus-4-7",
    "kimi-for-coding",
    "deepseek-v4-pro",
    "deepseek-v4-flash",
    "seed-sc-260215",
    "gpt-5.2",
    "gpt-5.3-codex",
    "gemini-3.1-pro-preview",
    "gemini-3-pro-preview",
    "gemini-3-flash-preview",
    "gemini-3-pro-image-preview",
    "gemini-2.5-pro",
    "gemini-2.5-flash",
    "gemini-2.5-flash-lite",
    "gemini-2.5-flash-image",
    "gemini-2.0-flash",
    "g3-pro-image-preview",
    "g2.5-flash-image",
    "claude-3-haiku-20240307",
    "claude-3-5-haiku-20241022",
    "claude-sonnet-4-20250514",
    "claude-opus-4-1-20250805",
    "seed-1-8-251228",
    "seed-2-0-mini-260215",
    "seed-1-6-flash-250715",
    "seed-1-6-250915",
    "gpt-oss-120b-250805",
];

const COMPLETIONS: Operation = call(
    Method::Post,
    "router.chat.completions",
    "/v1/chat/completions",
)
.bills()
.fields(&[
    req("model", FILLED)
        .known(MODELS)
        .doc("The model; reasoning models want at least 1,000 `max_tokens`."),
    req(
        "messages",
        list(
            &Kind::Object(&[
                req("role", FILLED)
                    .known(&["system", "developer", "user", "assistant", "tool"])
                    .doc("Who speaks."),
                opt("content", Kind::Any).doc("A text, or parts."),
                opt("tool_calls", Kind::Any).doc("The tools that the assistant called."),
                opt("tool_call_id", TEXT).doc("Which call a `tool` message answers."),
            ]),
            1,
            usize::MAX,
        ),
    )
    .doc("The conversation."),
    opt("stream", Kind::Bool).doc("Set by `.stream(…)`."),
    opt("stream_options", Kind::Any).doc("`{include_usage: true}` puts usage in the last chunk."),
    opt("temperature", num(0.0, 2.0)).doc("Default 1."),
    opt("top_p", num(0.0, 1.0)).doc("Nucleus sampling."),
    opt("max_tokens", int(1, i64::MAX)).doc("The most tokens of the answer."),
    opt("tools", list(&Kind::Any, 0, usize::MAX)).doc("Tools that the model may call."),
    opt("tool_choice", Kind::Any).doc("`none`, `auto`, `required`, or one function."),
    opt("response_format", Kind::Any).doc("The form of the answer."),
    opt("stop", Kind::Any).doc("Where to stop."),
])
.streams(Stream::Chat)
.returns(COMPLETION)
.doc("Answers a conversation, in the OpenAI dialect.");
