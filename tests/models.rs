//! What each model takes: the document's own examples pass, and every rule refuses what it is for.

#![cfg(feature = "models")]

#[path = "models/catalogue.rs"]
mod catalogue;
#[path = "models/examples.rs"]
mod examples;
#[path = "models/laws.rs"]
mod laws;
#[path = "models/shapes.rs"]
mod shapes;
#[path = "models/uniform.rs"]
mod uniform;

use genmedia::check::{self, Report};
use genmedia::json;
use genmedia::operation;

/// Checks a request, written as JSON, against an operation.
fn check(id: &str, request: &str) -> Report {
    let row = operation::resolve(id);
    let value = json::parse(request.as_bytes());
    assert!(row.is_some() && value.is_ok(), "{id} {request}");
    row.zip(value.ok())
        .map(|(row, value)| check::check(row, &value))
        .unwrap_or_default()
}

/// The ids of the rules that a request breaks, the warnings with a `?`.
fn broken(id: &str, request: &str) -> Vec<String> {
    let report = check(id, request);
    let errors = report.errors.iter().map(|p| p.rule.to_string());
    let warnings = report.warnings.iter().map(|p| format!("{}?", p.rule));
    errors.chain(warnings).collect()
}
