//! Replays every recorded case: whole, cut in two at every byte, and byte by byte; all must come to the same.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

#[path = "support/case.rs"]
mod case;
#[path = "support/host.rs"]
mod host;

use case::Case;
use genmedia::call::Call;
use genmedia::fold::View;
use genmedia::json;
use genmedia::operation::{self, Answer, Dialect, Operation};
use genmedia::task::Job;
use genmedia::{check, provider};
use host::{Cut, Trace, drive};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The names in a directory, in order.
fn names(path: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn directory(operation: &Operation) -> PathBuf {
    let id = operation.id;
    let rest = id.strip_prefix(operation.provider.name).unwrap();
    fixtures().join(operation.provider.name).join(&rest[1..])
}

fn word(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Anthropic => "every-anthropic",
        Dialect::Native => "every-native",
        Dialect::OpenAi => "every-openai",
        Dialect::RouterAsset => "every-asset",
        Dialect::RouterCall => "every-call",
        Dialect::RouterSubmit => "every-submit",
        Dialect::RouterTask => "every-task",
    }
}

fn run(operation: &'static Operation, case: &Case, cut: Cut) -> Trace {
    if let Some(id) = &case.job {
        let job = Job {
            operation: operation.id.to_string(),
            id: id.clone(),
        };
        let mut call = Call::resume(job, case.settings.clone()).unwrap();
        return drive(&mut call, &case.replies, cut);
    }
    let request = json::parse(case.request.to_string().as_bytes()).unwrap();
    let params = check::params(operation, request).unwrap();
    let mut call = Call::new(operation, params, case.settings.clone()).unwrap();
    drive(&mut call, &case.replies, cut)
}

/// Checks the case whole; then every other way to cut its answers must do exactly the same.
fn replay(operation: &'static Operation, case: &Case) {
    let whole = run(operation, case, Cut::Whole);
    case.check(&whole);
    let longest = case.replies.iter().map(|reply| reply.body.len()).max();
    for at in 1..longest.unwrap_or(0) {
        assert_eq!(run(operation, case, Cut::At(at)), whole, "cut at {at}");
    }
    assert_eq!(run(operation, case, Cut::Each), whole, "byte by byte");
}

/// Runs each case on its own, so that one report tells of all that fail.
fn each(cases: impl IntoIterator<Item = (String, &'static Operation, Case)>) {
    let mut count = 0;
    let mut failed = Vec::new();
    for (name, operation, case) in cases {
        count += 1;
        println!("{name}");
        let run = std::panic::AssertUnwindSafe(|| replay(operation, &case));
        if std::panic::catch_unwind(run).is_err() {
            failed.push(name);
        }
    }
    assert!(count > 0, "no case was found");
    assert!(failed.is_empty(), "{} failed: {failed:#?}", failed.len());
}

#[test]
fn every_recorded_case() {
    each(operation::all().flat_map(|operation| {
        let dir = directory(operation);
        names(&dir).into_iter().map(move |name| {
            let case = Case::new(case::read(&dir.join(&name)));
            (format!("{} {name}", operation.id), operation, case)
        })
    }));
}

/// Failures that any row of a dialect can meet, answered to the request of the row's `ok` case.
#[test]
fn every_row_meets_the_failures_of_its_dialect() {
    each(operation::all().flat_map(|operation| {
        let ok = Case::new(case::read(&directory(operation).join("ok.json")));
        let provider = fixtures().join(operation.provider.name);
        let dirs = [
            fixtures().join("every"),
            provider.join("every"),
            provider.join(word(operation.dialect)),
        ];
        dirs.into_iter()
            .filter(|dir| dir.exists())
            .flat_map(move |dir| names(&dir).into_iter().map(move |name| dir.join(name)))
            .flat_map(move |path| failures(operation, &ok, &path))
    }));
}

/// The failure at `path` as cases of a row: plain, and where a stream was asked for.
fn failures(
    operation: &'static Operation,
    ok: &Case,
    path: &Path,
) -> Vec<(String, &'static Operation, Case)> {
    let file = case::read(path);
    let Some(Value::Object(answer)) = file.get("answer") else {
        panic!("{}: no answer", path.display());
    };
    let success = answer.get("status").is_none_or(|status| status == 200);
    // Whatever is not JSON and no failure is the file itself.
    if operation.answer == Answer::Bytes && success && !answer.contains_key("json") {
        return Vec::new();
    }
    let mut fail = file["fail"].clone();
    if !operation.bills {
        fail["billed"] = "no".into();
    }
    let name = format!("{} {}", operation.id, path.display());
    let plain = ok.answered(answer.clone(), fail);
    let mut cases = vec![(name.clone(), operation, plain.clone())];
    if operation.stream.is_some() && (!success || answer.contains_key("json")) {
        let mut streamed = plain;
        streamed.settings.stream = Some(View::Text);
        streamed.ask_for_a_stream();
        cases.push((format!("{name}, streamed"), operation, streamed));
    }
    cases
}

#[test]
fn every_directory_belongs_to_a_row() {
    let mut providers: Vec<String> = provider::all().map(|p| p.name.to_string()).collect();
    providers.push("every".to_string());
    for name in names(&fixtures()) {
        assert!(providers.contains(&name), "{name} is no provider");
    }
    for provider in provider::all() {
        for name in names(&fixtures().join(provider.name)) {
            let id = format!("{}.{name}", provider.name);
            let mut rows = operation::all().filter(|o| o.provider.name == provider.name);
            let shared = name == "every" || rows.any(|row| word(row.dialect) == name);
            assert!(shared || operation::find(&id).is_some(), "{id} is no row");
        }
    }
}
