//! The router's language models (`router.md` 5.8, 6.15, 7).

use super::provider::call;
use crate::minimax::text::COMPLETION;
use crate::operation::{FILLED, Kind, Method, Operation, Stream, TEXT, int, list, num, opt, req};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![COMPLETIONS];

const COMPLETIONS: Operation = call(
    Method::Post,
    "router.chat.completions",
    "/v1/chat/completions",
)
.bills()
.fields(&[
    req("model", FILLED)
        .known(&[
            "gpt-5.5",
            "gpt-5.4",
            "gpt-5.2",
            "gemini-3-pro-preview",
            "MiniMax-M2.5",
            "MiniMax-M2.1",
            "kimi-for-coding",
        ])
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
