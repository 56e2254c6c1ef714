//! MiniMax text: the OpenAI and the Anthropic dialect (`minimax.md` 4).

use super::provider::MINIMAX;
use crate::operation::{
    Dialect, FILLED, Field, INT, Kind, Method, Operation, Stream, TEXT, int, list, num, opt, req,
};

/// The rows.
pub static ROWS: &[Operation] = &[CHAT, MESSAGES];

const MODELS: &[&str] = &[
    "MiniMax-M3",
    "MiniMax-M3.1-Flash-Preview",
    "MiniMax-M2.7",
    "MiniMax-M2.7-highspeed",
    "MiniMax-M2.5",
    "MiniMax-M2.5-highspeed",
    "MiniMax-M2.1",
    "MiniMax-M2.1-highspeed",
    "MiniMax-M2",
];

const TIERS: &[&str] = &["standard", "priority"];
const PARTS: Kind = list(&Kind::Object(PART), 0, usize::MAX);
const CONTENT: Kind = Kind::Either(&TEXT, &PARTS);

const PART: &[Field] = &[
    req("type", FILLED)
        .known(&["text", "image_url", "video_url"])
        .doc("What the part holds."),
    opt("text", TEXT).doc("Text."),
    opt(
        "image_url",
        Kind::Object(&[req("url", Kind::Media).doc("The picture, at most 10 MB.")]),
    )
    .doc("A picture."),
    opt(
        "video_url",
        Kind::Object(&[req("url", Kind::Media).doc("The film, at most 50 MB.")]),
    )
    .doc("A film."),
];

const MESSAGE: &[Field] = &[
    req("role", FILLED)
        .known(&["system", "user", "assistant", "tool"])
        .doc("Who speaks."),
    opt("content", CONTENT).doc("What is said: a text, or parts with pictures and films."),
    opt("name", TEXT).doc("The speaker's name."),
    opt("tool_calls", Kind::Any).doc("The tools that the assistant called."),
    opt("tool_call_id", TEXT).doc("Which call a `tool` message answers."),
    opt("reasoning_content", TEXT).doc("The thinking, sent back as it came."),
];

/// What a chat completion answers with.
pub const COMPLETION: &[Field] = &[
    req("id", TEXT).doc("The answer's id."),
    opt("object", TEXT).doc("`chat.completion`."),
    opt("created", INT).doc("When, in seconds since 1970."),
    opt("model", TEXT).doc("The model that answered."),
    req("choices", list(&Kind::Object(CHOICE), 0, usize::MAX)).doc("The answers."),
    opt("usage", Kind::Object(USAGE)).doc("Tokens used."),
];

const CHOICE: &[Field] = &[
    opt("index", INT).doc("Its position."),
    opt("finish_reason", TEXT)
        .known(&["stop", "length", "content_filter", "tool_calls"])
        .doc("Why it ended."),
    req(
        "message",
        Kind::Object(&[
            req("role", TEXT).doc("`assistant`."),
            opt("content", TEXT).doc("The text."),
            opt("reasoning_content", TEXT).doc("The thinking."),
            opt("tool_calls", list(&Kind::Object(TOOL_CALL), 0, usize::MAX)).doc("Tools to run."),
        ]),
    )
    .doc("The answer."),
];

const TOOL_CALL: &[Field] = &[
    req("id", TEXT).doc("The call's id, which its answer names."),
    req("type", TEXT).doc("`function`."),
    req(
        "function",
        Kind::Object(&[
            req("name", TEXT).doc("The tool."),
            req("arguments", TEXT).doc("Its arguments as JSON text."),
        ]),
    )
    .doc("What to run."),
];

const USAGE: &[Field] = &[
    opt("total_tokens", INT).doc("All tokens."),
    opt("prompt_tokens", INT).doc("Tokens of the request."),
    opt("completion_tokens", INT).doc("Tokens of the answer."),
];

const CHAT: Operation = Operation::new(
    &MINIMAX,
    Dialect::OpenAi,
    Method::Post,
    "minimax.text.chat",
    "/v1/chat/completions",
)
.bills()
.fields(&[
    req("model", FILLED).known(MODELS).doc("The model."),
    req("messages", list(&Kind::Object(MESSAGE), 1, usize::MAX)).doc("The conversation."),
    opt("stream", Kind::Bool).doc("Set by `.stream(…)`."),
    opt(
        "stream_options",
        Kind::Object(&[opt("include_usage", Kind::Bool).doc("Usage in the last chunk.")]),
    )
    .doc("How it streams."),
    opt("max_completion_tokens", int(1, i64::MAX))
        .doc("The most tokens of the answer, thinking included."),
    opt("max_tokens", int(1, i64::MAX)).doc("The older name of `max_completion_tokens`."),
    opt("temperature", num(0.0, 2.0)).doc("Default 1."),
    opt("top_p", num(0.0, 1.0)).doc("Default 0.95 for M3, 0.9 for M2."),
    opt("tools", list(&Kind::Any, 0, usize::MAX)).doc("Tools that the model may call."),
    opt("tool_choice", Kind::Any).doc("`auto` (default) or `none`."),
    opt(
        "thinking",
        Kind::Object(&[req("type", FILLED)
            .known(&["adaptive", "disabled"])
            .doc("The mode.")]),
    )
    .doc("Thinking; default adaptive."),
    opt("reasoning_split", Kind::Bool)
        .doc("Thinking in its own field instead of inside the text; default false."),
    opt("reasoning_effort", TEXT)
        .known(&["low", "medium", "high", "xhigh", "max"])
        .doc("How much to think; only M3.1-Flash."),
    opt("service_tier", TEXT)
        .known(TIERS)
        .doc("`priority` costs half as much again."),
])
.streams(Stream::Chat)
.returns(COMPLETION)
.doc("Answers a conversation, in the OpenAI dialect.");

const BLOCKS: Kind = list(&Kind::Any, 0, usize::MAX);

const MESSAGES: Operation = Operation::new(
    &MINIMAX,
    Dialect::Anthropic,
    Method::Post,
    "minimax.text.messages",
    "/anthropic/v1/messages",
)
.bills()
.fields(&[
    req("model", FILLED).known(MODELS).doc("The model."),
    req(
        "messages",
        list(
            &Kind::Object(&[
                req("role", FILLED)
                    .known(&["user", "assistant"])
                    .doc("Who speaks."),
                req("content", Kind::Either(&TEXT, &BLOCKS)).doc("A text, or blocks."),
            ]),
            1,
            usize::MAX,
        ),
    )
    .doc("The conversation."),
    opt("max_tokens", int(1, i64::MAX)).doc("The most tokens of the answer."),
    opt("system", Kind::Either(&TEXT, &BLOCKS)).doc("Instructions for the whole conversation."),
    opt("stream", Kind::Bool).doc("Set by `.stream(…)`."),
    opt("temperature", num(0.0, 2.0)).doc("How free the answer is."),
    opt("top_p", num(0.0, 1.0)).doc("Nucleus sampling."),
    opt("tools", BLOCKS).doc("Tools, each `{name, description, input_schema}`."),
    opt("tool_choice", Kind::Any).doc("`{type: 'auto'}` (default) or `{type: 'none'}`."),
    opt(
        "thinking",
        Kind::Object(&[req("type", FILLED)
            .known(&["adaptive", "disabled"])
            .doc("The mode.")]),
    )
    .doc("Thinking; default disabled."),
    opt(
        "metadata",
        Kind::Object(&[opt("user_id", TEXT).doc("The end user.")]),
    )
    .doc("About the request."),
    opt("service_tier", TEXT)
        .known(TIERS)
        .doc("`priority` costs half as much again."),
])
.streams(Stream::Messages)
.returns(&[
    req("id", TEXT).doc("The answer's id."),
    opt("type", TEXT).doc("`message`."),
    opt("role", TEXT).doc("`assistant`."),
    opt("model", TEXT).doc("The model that answered."),
    req("content", list(&Kind::Object(BLOCK), 0, usize::MAX)).doc("The blocks of the answer."),
    opt("stop_reason", TEXT)
        .known(&["end_turn", "max_tokens", "tool_use"])
        .doc("Why it ended."),
    opt(
        "usage",
        Kind::Object(&[
            opt("input_tokens", INT).doc("Tokens of the request."),
            opt("output_tokens", INT).doc("Tokens of the answer."),
            opt("cache_creation_input_tokens", INT).doc("Tokens written to the cache."),
            opt("cache_read_input_tokens", INT).doc("Tokens read from the cache."),
        ]),
    )
    .doc("Tokens used."),
])
.doc("Answers a conversation, in the Anthropic dialect.");

const BLOCK: &[Field] = &[
    req("type", TEXT)
        .known(&["text", "thinking", "tool_use"])
        .doc("What the block holds."),
    opt("text", TEXT).doc("Text."),
    opt("thinking", TEXT).doc("Thinking."),
    opt("signature", TEXT).doc("Proof of the thinking, sent back as it came."),
    opt("id", TEXT).doc("A tool call's id."),
    opt("name", TEXT).doc("The tool."),
    opt("input", Kind::Any).doc("The tool's arguments."),
];
