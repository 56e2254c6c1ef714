//! MiniMax model lists, in two dialects (`minimax.md` 4.5).

use super::provider::MINIMAX;
use crate::operation::{
    Dialect, FILLED, Field, INT, Kind, Method, Operation, TEXT, int, list, opt, req,
};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![LIST, LIST_ANTHROPIC];

const LIST: Operation = Operation::new(
    &MINIMAX,
    Dialect::OpenAi,
    Method::Get,
    "minimax.models.list",
    "/v1/models",
)
.returns(&[
    opt("object", TEXT).doc("`list`."),
    req("data", list(&Kind::Object(MODEL), 0, usize::MAX)).doc("The text models."),
])
.doc("Lists the text models, in the OpenAI dialect.");

const MODEL: &[Field] = &[
    req("id", TEXT).doc("The model's name."),
    opt("object", TEXT).doc("`model`."),
    opt("created", INT).doc("When it came, in seconds since 1970."),
    opt("owned_by", TEXT).doc("`minimax`."),
];

const LIST_ANTHROPIC: Operation = Operation::new(
    &MINIMAX,
    Dialect::Anthropic,
    Method::Get,
    "minimax.models.list_anthropic",
    "/anthropic/v1/models",
)
.fields(&[
    opt("limit", int(1, 1000))
        .in_query()
        .doc("The most models of one page."),
    opt("after_id", FILLED)
        .in_query()
        .doc("The model after which the page begins."),
    opt("before_id", FILLED)
        .in_query()
        .doc("The model before which the page ends."),
])
.returns(&[
    req("data", list(&Kind::Object(ANTHROPIC), 0, usize::MAX)).doc("The text models."),
    opt("first_id", TEXT).doc("The first model of the page."),
    opt("has_more", Kind::Bool).doc("Whether another page follows."),
    opt("last_id", TEXT).doc("The last model of the page."),
])
.doc("Lists the text models, in the Anthropic dialect.");

const ANTHROPIC: &[Field] = &[
    req("id", TEXT).doc("The model's name."),
    opt("created_at", TEXT).doc("When it came, as a date and time."),
    opt("display_name", TEXT).doc("Its name for people."),
    opt("type", TEXT).doc("`model`."),
];
