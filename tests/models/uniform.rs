//! A uniform request becomes exactly the request that the family wants, for every model: a table for each kind.

#[path = "uniform/videos.rs"]
mod videos;

use genmedia::json;
use genmedia::model::Body;
use genmedia::models::BODIES;
use genmedia::uniform::{self, Plan};
use serde_json::Value;
use std::collections::BTreeSet;

/// A uniform request and what is sent for it.
pub type Written = (&'static str, &'static str);

/// A uniform request, the member that its refusal names, the rule, and words of the message.
pub type Refused = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

fn plan(kind: &str, request: &str) -> Plan {
    let request = json::parse(request.as_bytes()).unwrap();
    uniform::plan(kind, &request).unwrap()
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The body that a uniform request for the model is written by.
fn body_of(kind: &str, model: &str) -> &'static Body {
    let mut bodies = BODIES.iter().flat_map(|bodies| bodies.iter());
    bodies
        .find(|body| body.kind == kind && body.models.iter().any(|known| known.id == model))
        .unwrap_or_else(|| panic!("no body has {model}"))
}

/// The members of a uniform request, the items of its lists by their role.
fn members(request: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (name, value) in request.as_object().unwrap() {
        match value.as_array() {
            Some(items) if ["images", "videos", "audios"].contains(&name.as_str()) => {
                for item in items {
                    let role = item["role"].as_str().unwrap_or("reference");
                    found.insert(format!("{name}.{role}"));
                }
            }
            _ => {
                found.insert(name.clone());
            }
        }
    }
    found
}

/// Tries every request of a table for all models of its body, without an error and to the letter; and tells which
/// models of the kind have no request, and which of their members none of theirs uses.
pub fn written(kind: &str, cases: &[Written]) {
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for (request, wire) in cases {
        let (request, wire) = (read(request), read(wire));
        let body = body_of(kind, request["model"].as_str().unwrap());
        for model in body.models {
            let (mut asked, mut expected) = (request.clone(), wire.clone());
            asked["model"] = model.id.into();
            expected["model"] = model.id.into();
            let plan = plan(kind, &asked.to_string());
            let sent = read(&plan.request.to_string());
            let fits = plan.operation.id == body.operations[0]
                && plan.report.errors.is_empty()
                && plan.report.warnings.is_empty()
                && sent == expected;
            if !fits {
                wrong.push(format!("{asked}\n  {sent}\n  {:?}", plan.report));
            }
            for member in members(&asked) {
                seen.insert((model.id, member));
            }
        }
    }
    for body in BODIES.iter().flat_map(|bodies| bodies.iter()) {
        for model in body.models.iter().filter(|_| body.kind == kind) {
            for port in body.ports {
                if !seen.contains(&(model.id, port.from.to_string())) {
                    wrong.push(format!("{}: no request with {}", model.id, port.from));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Tries requests that are refused at a member of their own.
pub fn refused(kind: &str, cases: &[Refused]) {
    let mut wrong = Vec::new();
    for (request, path, rule, words) in cases {
        let report = plan(kind, request).report;
        let fits = report.errors.first().is_some_and(|problem| {
            problem.path == *path
                && problem.rule == *rule
                && words.iter().all(|word| problem.message.contains(word))
        });
        if !fits {
            wrong.push(format!("{request}\n  {:?}", report.errors));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
