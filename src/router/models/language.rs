//! The language models of each dialect, whose rows say all that they take (`router.md` 6.15, 11.4). The uniform
//! request goes to chat completions, and to another dialect for the models that only that one has.

use crate::model::When::{All, Has, Is, Not, Within};
use crate::model::{Body, Law, Model, Port, body, model, port, warn};

/// The bodies.
pub const BODIES: &[Body] = &[
    chat("gpt", &[
        model("gpt-4.1"),
        model("gpt-4.1-mini"),
        model("gpt-4.1-nano"),
        model("gpt-4o"),
        model("gpt-4o-mini"),
        model("gpt-5"),
        model("gpt-5-mini"),
        model("gpt-5.1"),
        model("gpt-5.4-mini"),
        prose("gpt-5.2"),
        prose("gpt-5.3-codex"),
        prose("gpt-oss-120b-250805"),
    ]),
    chat("claude", &[
        model("claude-sonnet-4-5-20250929"),
        model("claude-sonnet-4-6"),
        model("claude-haiku-4-5-20251001"),
        model("claude-opus-4-5-20251101"),
        model("claude-opus-4-6"),
        model("claude-opus-4-7"),
        prose("claude-3-haiku-20240307"),
        prose("claude-3-5-haiku-20241022"),
        prose("claude-sonnet-4-20250514"),
        prose("claude-opus-4-1-20250805"),
    ]),
    chat("gemini", &[
        prose("gemini-3.1-pro-preview"),
        prose("gemini-3-pro-preview"),
        prose("gemini-3-flash-preview"),
        prose("gemini-3-pro-image-preview"),
        prose("gemini-2.5-pro"),
        prose("gemini-2.5-flash"),
        prose("gemini-2.5-flash-lite"),
        prose("gemini-2.5-flash-image"),
        prose("gemini-2.0-flash"),
        prose("g3-pro-image-preview"),
        prose("g2.5-flash-image"),
    ]),
    chat("deepseek", &[
        model("deepseek-v4-pro"),
        model("deepseek-v4-flash"),
    ]),
    chat("seed", &[
        model("seed-sc-260215"),
        prose("seed-1-8-251228"),
        prose("seed-2-0-mini-260215"),
        prose("seed-1-6-flash-250715"),
        prose("seed-1-6-250915"),
    ]),
    chat("minimax", &[model("MiniMax-Text-01"), model("MiniMax-M1")]),
    thinking("minimax", &[
        model("MiniMax-M2"),
        model("MiniMax-M2.1"),
        model("MiniMax-M2.1-highspeed"),
        model("MiniMax-M2.5"),
        model("MiniMax-M2.5-highspeed"),
    ]),
    thinking("kimi", &[model("kimi-for-coding")]),
    body("gpt", "responses", &["router.responses.create"])
        .open()
        .models(&[model("gpt-5.2"), model("gpt-5.3-codex")]),
    body("gpt", "chat", &["router.responses.create"])
        .open()
        .models(&[model("gpt-5.4"), model("gpt-5.5")])
        .ports(&[
            port("prompt", "input"),
            port("maxTokens", "max_output_tokens"),
            TEMPERATURE,
        ]),
    messages("claude", &[
        model("claude-sonnet-4-5-20250929"),
        model("claude-sonnet-4-6"),
        model("claude-haiku-4-5-20251001"),
        model("claude-opus-4-5-20251101"),
        model("claude-opus-4-6"),
        model("claude-opus-4-7"),
    ]),
    messages("glm", &[model("glm-5.1")])
        .kind("chat")
        .ports(&[CONVERSATION, WORDS, ROOM, TEMPERATURE]),
    messages("deepseek", &[model("deepseek-v4-flash")]),
    body("text-embedding", "embedding", &["router.embeddings.create"])
        .open()
        .models(&[model("text-embedding-3-large")])
        .laws(&[warn(
            "T3",
            "dimensions",
            All(&[Has("dimensions"), Not(&Within("dimensions", 1.0, 3072.0))]),
            "should be from 1 to 3072",
        )]),
    body("text-embedding", "embedding", &["router.embeddings.create"])
        .open()
        .models(&[model("text-embedding-3-small")])
        .laws(&[warn(
            "T3",
            "dimensions",
            All(&[Has("dimensions"), Not(&Within("dimensions", 1.0, 1536.0))]),
            "should be from 1 to 1536: the document allows 3072 for both models, this one may not have as many",
        )]),
];

/// A model that only the document's tables have.
const fn prose(id: &'static str) -> Model {
    model(id).status("prose")
}

const fn chat(family: &'static str, models: &'static [Model]) -> Body {
    body(family, "chat", &["router.chat.completions"])
        .open()
        .models(models)
        .ports(PORTS)
}

/// Models whose thinking counts as tokens of the answer.
const fn thinking(family: &'static str, models: &'static [Model]) -> Body {
    chat(family, models).laws(ROOM_TO_THINK)
}

const ROOM_TO_THINK: &[Law] = &[warn(
    "T1",
    "max_tokens",
    Within("max_tokens", 0.0, 999.0),
    "should be 1,000 and more, or the thinking may leave nothing for the answer",
)];

const fn messages(family: &'static str, models: &'static [Model]) -> Body {
    body(family, "messages", &["router.messages.create"])
        .open()
        .models(models)
        .names(&[
            ("anthropic_version", "T2"),
            ("max_tokens", "T2"),
            ("temperature", "T2"),
        ])
        .laws(VERSION)
}

const VERSION: &[Law] = &[warn(
    "T2",
    "anthropic_version",
    All(&[
        Has("anthropic_version"),
        Not(&Is("anthropic_version", &["bedrock-2023-05-31"])),
    ]),
    "is only known as bedrock-2023-05-31, which is sent where it is left out",
)];

const PORTS: &[Port] = &[
    CONVERSATION,
    WORDS,
    ROOM,
    TEMPERATURE,
    port("tools", "tools"),
];
const CONVERSATION: Port = port("messages", "messages");
const WORDS: Port = port("prompt", "messages")
    .item()
    .shape(r#"{"role":"user","content":"$"}"#);
const ROOM: Port = port("maxTokens", "max_tokens");
const TEMPERATURE: Port = port("temperature", "temperature");
