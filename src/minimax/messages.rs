//! MiniMax messages: the Anthropic dialect (`minimax.md` 4.3).

use super::provider::MINIMAX;
use super::text::{MODELS, TIERS};
use crate::operation::{
    ANY_FILE, Dialect, FILLED, Field, INT, Kind, MEDIA, Method, Operation, Stream, TEXT, int, list,
    num, opt, req,
};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![MESSAGES, COUNT_TOKENS];

const BLOCKS: Kind = list(&Kind::Object(PART), 0, usize::MAX);

/// A block of a request; kinds that are not known pass.
const PART: &[Field] = &[
    req("type", FILLED)
        .known(&[
            "text",
            "image",
            "video",
            "tool_use",
            "tool_result",
            "thinking",
            "mid_conv_system",
        ])
        .doc("What the block holds; `mid_conv_system` is an instruction in the middle."),
    opt("text", TEXT).doc("Text."),
    opt("source", Kind::Object(SOURCE)).doc("Where a picture or film comes from."),
    opt("id", TEXT).doc("A tool call's id."),
    opt("name", TEXT).doc("The tool."),
    opt("input", Kind::Any).doc("The tool's arguments."),
    opt("tool_use_id", TEXT).doc("Which call a `tool_result` answers."),
    opt("content", Kind::Any).doc("What the tool gave: a text, or blocks."),
    opt("is_error", Kind::Bool).doc("Whether the tool failed."),
    opt("thinking", TEXT).doc("Thinking, sent back as it came."),
    opt("signature", TEXT).doc("Its proof, sent back as it came."),
    opt("cache_control", Kind::Any)
        .doc("`{type: 'ephemeral'}` keeps what comes before in the cache."),
];

const SOURCE: &[Field] = &[
    req("type", FILLED)
        .known(&["base64", "url"])
        .doc("How it is given."),
    opt("media_type", TEXT).doc("The MIME type of `data`."),
    opt("data", Kind::Base64(ANY_FILE)).doc("The bytes: base64 text, or a file."),
    opt("url", MEDIA).doc("A link, or `mm_file://` and a file's id."),
    opt("detail", TEXT)
        .known(&["low", "default", "high"])
        .doc("How closely it is looked at."),
    opt("fps", num(0.2, 5.0)).doc("How many pictures of a film's second are looked at; default 1."),
    opt("max_long_side_pixel", int(1, i64::MAX)).doc("Shrink the longer side to so many pixels."),
];

const MODEL: Field = req("model", FILLED).known(MODELS).doc("The model.");
const CONVERSATION: Field = req(
    "messages",
    list(
        &Kind::Object(&[
            req("role", FILLED)
                .known(&[
                    "user",
                    "assistant",
                    "user_system",
                    "group",
                    "sample_message_user",
                    "sample_message_ai",
                ])
                .doc("Who speaks."),
            req("content", Kind::Either(&TEXT, &BLOCKS)).doc("A text, or blocks."),
        ]),
        1,
        usize::MAX,
    ),
)
.doc("The conversation.");
const SYSTEM: Field =
    opt("system", Kind::Either(&TEXT, &BLOCKS)).doc("Instructions for the whole conversation.");
const TOOLS: Field = opt("tools", list(&Kind::Any, 0, usize::MAX))
    .doc("Tools, each `{name, description, input_schema}`.");

const MESSAGES: Operation = Operation::new(
    &MINIMAX,
    Dialect::Anthropic,
    Method::Post,
    "minimax.text.messages",
    "/anthropic/v1/messages",
)
.bills()
.fields(&[
    MODEL,
    CONVERSATION,
    opt("max_tokens", int(1, i64::MAX)).doc("The most tokens of the answer."),
    SYSTEM,
    opt("stream", Kind::Bool).doc("Set by `.stream(…)`."),
    opt("temperature", num(0.0, 2.0)).doc("How free the answer is."),
    opt("top_p", num(0.0, 1.0)).doc("Nucleus sampling."),
    TOOLS,
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
.returns(MESSAGE)
.doc("Answers a conversation, in the Anthropic dialect.");

/// What a conversation answers with in the Anthropic dialect.
pub const MESSAGE: &[Field] = &[
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
];

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

const COUNT_TOKENS: Operation = Operation::new(
    &MINIMAX,
    Dialect::Anthropic,
    Method::Post,
    "minimax.text.count_tokens",
    "/anthropic/v1/messages/count_tokens",
)
.fields(&[MODEL, CONVERSATION, SYSTEM, TOOLS])
.returns(&[req("input_tokens", INT).doc("How many tokens the request has.")])
.doc("Counts the tokens of a request without running it; only for `MiniMax-M3`.");
