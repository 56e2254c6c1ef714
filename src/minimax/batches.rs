//! MiniMax batches, which no current document of the provider's names: unstable (`minimax.md` 11).

use super::provider::{BASE, native};
use crate::json::{Value, at, text_at};
use crate::operation::{FILLED, Field, INT, Kind, Method, Operation, TEXT, int, list, opt, req};
use crate::task::{Cancel, DEADLINE_MS, Output, Task, Update};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE, RETRIEVE, CANCEL, LIST];

const ID: Field = req("batch_id", Kind::Id { number: false })
    .in_path()
    .doc("The batch's id.");

const BATCH: &[Field] = &[
    opt("id", Kind::Id { number: false }).doc("The batch's id."),
    opt("object", TEXT).doc("`batch`."),
    opt("endpoint", TEXT).doc("What its requests call."),
    opt("input_file_id", Kind::Id { number: false }).doc("The file of its requests."),
    opt("completion_window", TEXT).doc("How long it may take."),
    opt("status", TEXT)
        .known(&[
            "validating",
            "in_progress",
            "finalizing",
            "completed",
            "failed",
            "expired",
            "cancelling",
            "cancelled",
        ])
        .doc("Where it stands."),
    opt("output_file_id", Kind::Id { number: false })
        .doc("The file of the answers, a JSON line each: `files.retrieveContent` gives it."),
    opt("error_file_id", Kind::Id { number: false })
        .doc("The file of the requests that failed, a JSON line each."),
    opt("created_at", INT).doc("When it was made, in seconds since 1970."),
    opt(
        "request_counts",
        Kind::Object(&[
            opt("total", INT).doc("All requests."),
            opt("completed", INT).doc("Those that are answered."),
            opt("failed", INT).doc("Those that failed."),
        ]),
    )
    .doc("How many requests it has."),
    BASE,
];

const IDS: &[&str] = &["id", "input_file_id", "output_file_id", "error_file_id"];

const CREATE: Operation = native(Method::Post, "minimax.batches.create", "/v1/batches")
    .bills()
    .fields(&[
        req("input_file_id", Kind::Id { number: false }).doc(
            "The file of the requests, uploaded as `batch`: a JSON line each, `{custom_id, method, url, body}`.",
        ),
        opt("callback_url", TEXT).doc("Where status pushes go."),
    ])
    .task(&Task {
        name: "minimax.batches.run",
        doc: crate::field::told("Runs a file of requests and waits for the file of answers. Unstable: the provider documents it no more."),
        id: &["id", "batch_id"],
        poll: "minimax.batches.retrieve",
        poll_field: "batch_id",
        other: None,
        read,
        then: None,
        cancel: Some(Cancel {
            operation: "minimax.batches.cancel",
            field: "batch_id",
            running: true,
            read: |answer: &Value| {
                let status = text_at(answer, "status").unwrap_or_default();
                matches!(status, "cancelling" | "cancelled")
            },
        }),
        first_ms: 10_000,
        slowest_ms: 60_000,
        deadline_ms: 4 * DEADLINE_MS,
    })
    .ids(IDS)
    .returns(BATCH)
    .doc("Starts a batch of requests. Unstable: the provider documents it no more.");

const RETRIEVE: Operation = native(
    Method::Get,
    "minimax.batches.retrieve",
    "/v1/batches/{batch_id}",
)
.fields(&[ID])
.ids(IDS)
.returns(BATCH)
.doc("Tells where a batch stands. Unstable: the provider documents it no more.");

const CANCEL: Operation = native(
    Method::Post,
    "minimax.batches.cancel",
    "/v1/batches/{batch_id}/cancel",
)
.fields(&[ID])
.ids(IDS)
.returns(BATCH)
.doc("Stops a batch. Unstable: the provider documents it no more.");

const LIST: Operation = native(Method::Get, "minimax.batches.list", "/v1/batches")
    .fields(&[
        opt("after", FILLED)
            .in_query()
            .doc("The batch after which the page begins."),
        opt("limit", int(1, 100))
            .in_query()
            .doc("The most batches of one page."),
    ])
    .ids(&[
        "data.*.id",
        "data.*.input_file_id",
        "data.*.output_file_id",
        "data.*.error_file_id",
    ])
    .returns(&[
        opt("object", TEXT).doc("`list`."),
        opt("data", list(&Kind::Object(BATCH), 0, usize::MAX)).doc("The batches; may be null."),
        opt("has_more", Kind::Bool).doc("Whether another page follows."),
        opt("first_id", TEXT).doc("The first batch of the page."),
        opt("last_id", TEXT).doc("The last batch of the page."),
        BASE,
    ])
    .doc("Lists the account's batches. Unstable: the provider documents it no more.");

/// The result of a batch is a file of answers, one of failures, or both.
fn read(answer: &Value) -> Update {
    let mut update = Update::new(text_at(answer, "status").unwrap_or_default());
    let count = |path: &str| at(answer, path).and_then(Value::as_i64);
    let (total, done) = (
        count("request_counts.total"),
        count("request_counts.completed"),
    );
    if let (Some(total @ 1..), Some(done)) = (total, done) {
        let ended = done.saturating_add(count("request_counts.failed").unwrap_or(0));
        let ended = ended.clamp(0, total);
        let hundred = ended.checked_mul(100).map(|ended| ended / total);
        update.percent = Some(hundred.unwrap_or_else(|| ended / (total / 100)));
    }
    for (kind, name) in [("file", "output_file_id"), ("errors", "error_file_id")] {
        let file = text_at(answer, name);
        update.push(file.map(|file| Output::of_file(kind, file.to_string())));
    }
    update.usage = at(answer, "request_counts").cloned().unwrap_or_default();
    update
}
