//! The router's language models in the Anthropic dialect, whose version is in the body (`router.md` 5.8, 6.15, 7).

use super::provider::call;
use crate::minimax::messages::MESSAGE;
use crate::operation::{FILLED, Kind, Method, Operation, Stream, TEXT, int, list, num, opt, req};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE];

const PARTS: Kind = list(&Kind::Any, 0, usize::MAX);

const CREATE: Operation = call(Method::Post, "router.messages.create", "/v1/messages")
    .bills()
    .fields(&[
        req("model", FILLED)
            .known(&[
                "claude-sonnet-4-5-20250929",
                "claude-sonnet-4-6",
                "claude-haiku-4-5-20251001",
                "claude-opus-4-5-20251101",
                "claude-opus-4-6",
                "claude-opus-4-7",
                "glm-5.1",
                "deepseek-v4-flash",
            ])
            .doc("The model."),
        req(
            "messages",
            list(
                &Kind::Object(&[
                    req("role", FILLED)
                        .known(&["user", "assistant"])
                        .doc("Who speaks."),
                    req("content", Kind::Either(&TEXT, &PARTS))
                        .doc("A text; blocks are not documented, and pass."),
                ]),
                1,
                usize::MAX,
            ),
        )
        .doc("The conversation."),
        opt("anthropic_version", FILLED)
            .known(&["bedrock-2023-05-31"])
            .doc("The dialect's version, which is sent in any case; default `bedrock-2023-05-31`."),
        opt("max_tokens", int(1, i64::MAX))
            .doc("The most tokens of the answer; 4,096 are asked for without it."),
        opt("system", Kind::Either(&TEXT, &PARTS)).doc("Instructions for the whole conversation."),
        opt("temperature", num(0.0, 1.0)).doc("How free the answer is; default 1."),
        opt("top_p", num(0.0, 1.0)).doc("Nucleus sampling."),
        opt("stream", Kind::Bool).doc("Set by `.stream(…)`."),
        opt("stop_sequences", list(&TEXT, 0, usize::MAX)).doc("Where to stop."),
        opt("tools", list(&Kind::Any, 0, usize::MAX))
            .doc("Tools, each `{name, description, input_schema}`."),
        opt("tool_choice", Kind::Any).doc("`{type: 'auto'}`, `{type: 'any'}`, or one tool."),
        opt("thinking", Kind::Any).doc("Thinking."),
    ])
    .defaults(&[
        ("anthropic_version", "\"bedrock-2023-05-31\""),
        ("max_tokens", "4096"),
    ])
    .streams(Stream::Messages)
    .returns(MESSAGE)
    .doc("Answers a conversation, in the Anthropic dialect.");
