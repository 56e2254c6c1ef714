//! The router's language models in the newer OpenAI dialect (`router.md` 5.8, 6.15, 7).

use super::provider::call;
use crate::minimax::responses::RESPONSE;
use crate::operation::{FILLED, Kind, Method, Operation, Stream, TEXT, int, list, num, opt, req};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE];

const CREATE: Operation = call(Method::Post, "router.responses.create", "/v1/responses")
    .bills()
    .fields(&[
        req("model", FILLED)
            .known(&["gpt-5.2", "gpt-5.3-codex", "gpt-5.4", "gpt-5.5"])
            .doc("The model."),
        req(
            "input",
            Kind::Either(&FILLED, &list(&Kind::Any, 1, usize::MAX)),
        )
        .doc("A text; the items of a conversation are not documented, and pass."),
        opt("instructions", TEXT).doc("Instructions for the whole conversation."),
        opt("max_output_tokens", int(1, i64::MAX)).doc("The most tokens of the answer."),
        opt("temperature", num(0.0, 2.0)).doc("How free the answer is."),
        opt("top_p", num(0.0, 1.0)).doc("Nucleus sampling."),
        opt("stream", Kind::Bool).doc("Set by `.stream(…)`."),
        opt("tools", list(&Kind::Any, 0, usize::MAX)).doc("Tools that the model may call."),
        opt("tool_choice", Kind::Any).doc("`none`, `auto`, `required`, or one function."),
        opt("reasoning", Kind::Any).doc("Thinking, such as `{effort: 'low'}`."),
        opt("text", Kind::Any).doc("The form of the answer."),
    ])
    .streams(Stream::Responses)
    .returns(RESPONSE)
    .doc("Answers a text or a conversation, in the responses dialect.");
