//! MiniMax chat, in the OpenAI and in its own dialect, and embeddings (`minimax.md` 4.1, 4.2, 4.6).

use super::provider::{BASE, MINIMAX, native};
use crate::model::When::{All, Each, Has, Is, Not};
use crate::model::{Law, refuse};
use crate::operation::{
    Dialect, FILLED, Field, INT, Kind, Method, NUM, Operation, Stream, TEXT, above, files, int,
    list, num, opt, req, text,
};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CHAT, NATIVE, EMBED];

/// The models of every text surface.
pub const MODELS: &[&str] = &[
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

/// What a call may be served as.
pub const TIERS: &[&str] = &["standard", "priority"];
const PARTS: Kind = list(&Kind::Object(PART), 0, usize::MAX);
const CONTENT: Kind = Kind::Either(&TEXT, &PARTS);

const PART: &[Field] = &[
    req("type", FILLED)
        .known(&["text", "image_url", "video_url"])
        .doc("What the part holds."),
    opt("text", TEXT).doc("Text."),
    opt(
        "image_url",
        Kind::Object(&[
            req("url", Kind::Media(files(10, "jpg png gif webp"))).doc(
                "The picture: JPEG, PNG, GIF or WebP of at most 10 MB, as a link, a data URL, a file or \
                 `mm_file://` and a file's id.",
            ),
            DETAIL,
            LONG_SIDE,
        ]),
    )
    .doc("A picture."),
    opt(
        "video_url",
        Kind::Object(&[
            req("url", Kind::Media(files(50, "mp4 avi mov mkv"))).doc(
                "The film: MP4, AVI, MOV or MKV of at most 50 MB, or of 512 MB as `mm_file://` and a file's id.",
            ),
            DETAIL,
            opt("fps", num(0.2, 5.0)).doc("How many pictures of a second are looked at; default 1."),
            LONG_SIDE,
        ]),
    )
    .doc("A film."),
];

const DETAIL: Field = opt("detail", TEXT)
    .known(&["low", "default", "high"])
    .doc("How closely it is looked at.");
const LONG_SIDE: Field =
    opt("max_long_side_pixel", int(1, i64::MAX)).doc("Shrink the longer side to so many pixels.");

const MESSAGE: &[Field] = &[
    req("role", FILLED)
        .known(&[
            "system",
            "user",
            "assistant",
            "tool",
            "user_system",
            "group",
            "sample_message_user",
            "sample_message_ai",
        ])
        .doc("Who speaks."),
    opt("content", CONTENT).doc("What is said: a text, or parts with pictures and films."),
    opt("name", TEXT).doc("The speaker's name."),
    opt("tool_calls", Kind::Any).doc("The tools that the assistant called."),
    opt("tool_call_id", TEXT).doc("Which call a `tool` message answers."),
    opt("reasoning_content", TEXT).doc("The thinking, sent back as it came."),
    opt("reasoning_details", Kind::Any).doc("The thinking in parts, sent back as it came."),
];

/// What a chat completion answers with.
pub const COMPLETION: &[Field] = &[
    req("id", TEXT).doc("The answer's id."),
    opt("object", TEXT).doc("`chat.completion`."),
    opt("created", INT).doc("When, in seconds since 1970."),
    opt("model", TEXT).doc("The model that answered."),
    req("choices", list(&Kind::Object(CHOICE), 0, usize::MAX)).doc("The answers."),
    opt("usage", Kind::Object(USAGE)).doc("Tokens used."),
    opt("input_sensitive", Kind::Bool).doc("Whether the request was found sensitive."),
    opt("input_sensitive_type", INT).doc(SENSITIVE),
    opt("output_sensitive", Kind::Bool).doc("Whether the answer was found sensitive."),
    opt("output_sensitive_type", INT).doc(SENSITIVE),
    opt("output_sensitive_int", INT).doc("The same as a number."),
    BASE,
];

const SENSITIVE: &str =
    "1 severe, 2 sexual, 3 advertising, 4 prohibited, 5 abuse, 6 violence, 7 something else.";

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
            opt("name", TEXT).doc("`MiniMax AI`."),
            opt("audio_content", TEXT).doc("Empty."),
            opt("reasoning_content", TEXT).doc("The thinking."),
            opt(
                "reasoning_details",
                list(&Kind::Object(REASONING), 0, usize::MAX),
            )
            .doc("The thinking in parts."),
            opt("tool_calls", list(&Kind::Object(TOOL_CALL), 0, usize::MAX)).doc("Tools to run."),
        ]),
    )
    .doc("The answer."),
];

const REASONING: &[Field] = &[
    opt("type", TEXT).doc("`reasoning.text`."),
    opt("id", TEXT).doc("The part's id."),
    opt("format", TEXT).doc("The format's name."),
    opt("index", INT).doc("Its position."),
    opt("text", TEXT).doc("The thinking."),
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
    opt("total_characters", INT).doc("Characters, where they are counted."),
    opt(
        "prompt_tokens_details",
        Kind::Object(&[opt("cached_tokens", INT).doc("Tokens read from the cache.")]),
    )
    .doc("More about the request."),
    opt(
        "completion_tokens_details",
        Kind::Object(&[opt("reasoning_tokens", INT).doc("Tokens of thinking.")]),
    )
    .doc("More about the answer."),
];

const TOOLS: Field = opt("tools", list(&Kind::Any, 0, usize::MAX))
    .doc("Tools that the model may call, each `{type: 'function', function: {name, description, parameters}}`.");
const OPTIONS: Field = opt(
    "stream_options",
    Kind::Object(&[opt("include_usage", Kind::Bool).doc("Usage in the last chunk.")]),
)
.doc("How it streams.");
const STREAM: Field = opt("stream", Kind::Bool).doc("Set by `.stream(…)`.");
const OLD_MAX: Field =
    opt("max_tokens", int(1, i64::MAX)).doc("The older name of `max_completion_tokens`.");

const LAWS: &[Law] = &[
    refuse(
        "not_both",
        "max_tokens",
        All(&[Has("max_completion_tokens"), Has("max_tokens")]),
        "cannot be given together with max_completion_tokens; leave one of them out",
    ),
    refuse(
        "together",
        "messages[].tool_call_id",
        Each(
            "messages",
            &All(&[Is("role", &["tool"]), Not(&Has("tool_call_id"))]),
        ),
        "is needed with the role tool",
    ),
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
    STREAM,
    OPTIONS,
    opt("max_completion_tokens", int(1, i64::MAX))
        .doc("The most tokens of the answer, thinking included."),
    OLD_MAX,
    opt("temperature", num(0.0, 2.0)).doc("Default 1."),
    opt("top_p", num(0.0, 1.0)).doc("Default 0.95 for M3, 0.9 for M2."),
    TOOLS,
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
.laws(LAWS)
.streams(Stream::Chat)
.returns(COMPLETION)
.doc("Answers a conversation, in the OpenAI dialect.");

const FORMAT: &[Field] = &[
    req("type", FILLED)
        .known(&["json_schema"])
        .doc("The format."),
    opt(
        "json_schema",
        Kind::Object(&[
            req("name", text(1, 64)).doc("A name of letters, digits, `-` and `_`."),
            opt("description", TEXT).doc("What the answer is for."),
            req("schema", Kind::Any).doc("The JSON schema."),
        ]),
    )
    .doc("The schema that the answer keeps to."),
];

const NATIVE: Operation = native(
    Method::Post,
    "minimax.text.native",
    "/v1/text/chatcompletion_v2",
)
.bills()
.fields(&[
    req("model", FILLED)
        .known(&[
            "MiniMax-M3",
            "MiniMax-M2.7",
            "MiniMax-M2.7-highspeed",
            "MiniMax-M2.5",
            "MiniMax-M2.5-highspeed",
            "MiniMax-M2.1",
            "MiniMax-M2",
            "M2-her",
            "MiniMax-M1",
            "MiniMax-Text-01",
        ])
        .doc("The model; `M2-her` plays roles."),
    req("messages", list(&Kind::Object(MESSAGE), 1, usize::MAX)).doc("The conversation."),
    STREAM,
    OPTIONS,
    opt("max_completion_tokens", int(1, i64::MAX)).doc(
        "The most tokens of the answer; default 10,240 for M2, 8,192 for M1, 2,048 for others.",
    ),
    OLD_MAX,
    opt("temperature", above(0.0, 1.0)).doc("How free the answer is."),
    opt("top_p", above(0.0, 1.0)).doc("Default 0.95."),
    TOOLS,
    opt("tool_choice", Kind::Any).doc("`auto` (default) or `none`."),
    opt("response_format", Kind::Object(FORMAT))
        .doc("The shape of the answer; only `MiniMax-Text-01`."),
])
.laws(LAWS)
.streams(Stream::Chat)
.returns(COMPLETION)
.doc("Answers a conversation, in the provider's own dialect.");

const EMBED: Operation = native(Method::Post, "minimax.text.embed", "/v1/embeddings")
    .bills()
    .fields(&[
        req("model", FILLED).known(&["embo-01"]).doc("The model."),
        req("texts", list(&TEXT, 1, usize::MAX)).doc("The texts."),
        req("type", FILLED)
            .known(&["db", "query"])
            .doc("`db` for texts to be found, `query` for those that look for them."),
    ])
    .returns(&[
        opt("vectors", list(&NUMBERS, 0, usize::MAX)).doc("A vector for each text; may be null."),
        opt("total_tokens", INT).doc("Tokens used."),
        BASE,
    ])
    .doc("Turns texts into vectors. No longer in the provider's documentation.");

const NUMBERS: Kind = list(&NUM, 0, usize::MAX);
