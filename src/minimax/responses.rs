//! MiniMax responses: the newer OpenAI dialect (`minimax.md` 4.4).

use super::provider::MINIMAX;
use super::text::{MODELS, TIERS};
use crate::operation::{
    Dialect, FILLED, Field, INT, Kind, MEDIA, Method, NUM, Operation, Stream, TEXT, above, int,
    list, num, opt, req,
};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![RESPOND, COUNT_INPUT_TOKENS];

const ITEMS: Kind = list(&Kind::Object(ITEM), 1, usize::MAX);
const PARTS: Kind = list(&Kind::Object(PART), 0, usize::MAX);

const ITEM: &[Field] = &[
    opt("type", TEXT)
        .known(&[
            "message",
            "function_call",
            "function_call_output",
            "reasoning",
        ])
        .doc("What the item is; default `message`."),
    opt("role", TEXT)
        .known(&["user", "assistant", "system", "developer"])
        .doc("Who speaks, of a message."),
    opt("content", Kind::Either(&TEXT, &PARTS)).doc("What is said: a text, or parts."),
    opt("id", TEXT).doc("The item's id, sent back as it came."),
    opt("call_id", TEXT).doc("The id of a function's call, which its output repeats."),
    opt("name", TEXT).doc("The function that is called."),
    opt("arguments", TEXT).doc("Its arguments as JSON text."),
    opt("output", Kind::Any).doc("What the function gave."),
    opt("summary", Kind::Any).doc("Thinking, sent back as it came."),
];

const PART: &[Field] = &[
    req("type", FILLED)
        .known(&["input_text", "input_image", "output_text"])
        .doc("What the part holds."),
    opt("text", TEXT).doc("Text."),
    opt("image_url", MEDIA).doc("A picture: a link, a data URL or a file."),
    opt("detail", TEXT)
        .known(&["low", "default", "high"])
        .doc("How closely it is looked at."),
];

const MODEL: Field = req("model", FILLED).known(MODELS).doc("The model.");
const INPUT: Field = req("input", Kind::Either(&FILLED, &ITEMS))
    .doc("A text, or the items of a conversation; there is no stored one to go on from.");
const INSTRUCTIONS: Field =
    opt("instructions", TEXT).doc("Instructions for the whole conversation.");
const TOOLS: Field = opt("tools", list(&Kind::Any, 0, usize::MAX))
    .doc("Functions, each `{type: 'function', name, description, parameters}`.");
const CHOICE: Field = opt("tool_choice", Kind::Any).doc("`auto` (default) or `none`.");
const REASONING: Field = opt(
    "reasoning",
    Kind::Object(&[opt("effort", TEXT)
        .known(&["none", "minimal", "low", "medium", "high"])
        .doc("Default `none`; anything else switches thinking on.")]),
)
.doc("Thinking.");
const FORMAT: Field = opt(
    "text",
    Kind::Object(&[opt("format", Kind::Any).doc("`{type: 'text'}`.")]),
)
.doc("The form of the answer.");

const RESPOND: Operation = Operation::new(
    &MINIMAX,
    Dialect::OpenAi,
    Method::Post,
    "minimax.text.respond",
    "/v1/responses",
)
.bills()
.fields(&[
    MODEL,
    INPUT,
    INSTRUCTIONS,
    opt("max_output_tokens", int(1, i64::MAX)).doc("The most tokens of the answer."),
    opt("temperature", above(0.0, 1.0)).doc("How free the answer is."),
    opt("top_p", num(0.0, 1.0)).doc("Nucleus sampling."),
    opt("stream", Kind::Bool).doc("Set by `.stream(…)`."),
    TOOLS,
    CHOICE,
    opt("metadata", Kind::Any).doc("The caller's own notes on the request."),
    opt("prompt_cache_key", TEXT).doc("Requests with the same key share a cache."),
    FORMAT,
    REASONING,
    opt("service_tier", TEXT)
        .known(TIERS)
        .doc("`priority` costs half as much again."),
])
.streams(Stream::Responses)
.returns(RESPONSE)
.doc("Answers a conversation, in the responses dialect.");

/// What a conversation answers with in the responses dialect.
pub const RESPONSE: &[Field] = &[
    req("id", TEXT).doc("The answer's id."),
    opt("object", TEXT).doc("`response`."),
    opt("created_at", NUM).doc("When, in seconds since 1970."),
    opt("status", TEXT)
        .known(&["completed", "incomplete", "failed"])
        .doc("How it ended."),
    opt("model", TEXT).doc("The model that answered."),
    opt("output", list(&Kind::Object(OUTPUT), 0, usize::MAX)).doc("The items of the answer."),
    opt("output_text", TEXT).doc("The text of the answer."),
    opt("usage", Kind::Object(USAGE)).doc("Tokens used."),
    opt("error", Kind::Any).doc("Why it failed; null where it did not."),
    opt(
        "incomplete_details",
        Kind::Object(&[opt("reason", TEXT).doc("The limit that it met.")]),
    )
    .doc("Why it is not whole; null where it is."),
    opt("parallel_tool_calls", Kind::Bool).doc("Whether several functions may be called at once."),
    opt("store", Kind::Bool).doc("Whether it is kept; it never is."),
    opt("truncation", TEXT).doc("What happens to a conversation that is too long."),
];

const OUTPUT: &[Field] = &[
    req("type", TEXT)
        .known(&["message", "reasoning", "function_call"])
        .doc("What the item is."),
    opt("id", TEXT).doc("The item's id."),
    opt("role", TEXT).doc("`assistant`, of a message."),
    opt("status", TEXT).doc("How it ended."),
    opt(
        "content",
        list(
            &Kind::Object(&[
                req("type", TEXT)
                    .known(&["output_text"])
                    .doc("What the part holds."),
                opt("text", TEXT).doc("Text."),
            ]),
            0,
            usize::MAX,
        ),
    )
    .doc("The parts of a message."),
    opt("summary", Kind::Any).doc("Thinking."),
    opt("call_id", TEXT).doc("The id of a function's call, which its output repeats."),
    opt("name", TEXT).doc("The function to call."),
    opt("arguments", TEXT).doc("Its arguments as JSON text."),
];

const USAGE: &[Field] = &[
    opt("input_tokens", INT).doc("Tokens of the request."),
    opt(
        "input_tokens_details",
        Kind::Object(&[opt("cached_tokens", INT).doc("Tokens read from the cache.")]),
    )
    .doc("More about the request."),
    opt("output_tokens", INT).doc("Tokens of the answer."),
    opt(
        "output_tokens_details",
        Kind::Object(&[opt("reasoning_tokens", INT).doc("Tokens of thinking.")]),
    )
    .doc("More about the answer."),
    opt("total_tokens", INT).doc("All tokens."),
];

const COUNT_INPUT_TOKENS: Operation = Operation::new(
    &MINIMAX,
    Dialect::OpenAi,
    Method::Post,
    "minimax.text.count_input_tokens",
    "/v1/responses/input_tokens",
)
.fields(&[MODEL, INPUT, INSTRUCTIONS, TOOLS, CHOICE, FORMAT, REASONING])
.returns(&[
    opt("object", TEXT).doc("`response.input_tokens`."),
    req("input_tokens", INT).doc("About how many tokens the request has."),
])
.doc("Estimates the tokens of a request without running it.");
