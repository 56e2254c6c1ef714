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

fn plan(kind: &str, request: &str) -> Option<Plan> {
    uniform::plan(kind, &json::parse(request.as_bytes()).ok()?).ok()
}

/// The value; null where the text is not JSON, which no case expects.
fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// The body that a uniform request for the model is written by.
fn body_of(kind: &str, request: &Value) -> Option<&'static Body> {
    let model = request.get("model")?.as_str()?;
    let provider = request.get("provider").and_then(Value::as_str);
    let mut bodies = BODIES.iter().flat_map(|bodies| bodies.iter());
    bodies.find(|body| {
        let first = body.operations.first().copied().unwrap_or_default();
        body.kind == kind
            && first.starts_with(provider.unwrap_or_default())
            && body.models.iter().any(|known| known.id == model)
    })
}

/// The members of a uniform request, the items of its lists by their role.
fn members(request: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (name, value) in request.as_object().into_iter().flatten() {
        match value.as_array() {
            Some(items) if ["images", "videos", "audios"].contains(&name.as_str()) => {
                for item in items {
                    let role = item.get("role").and_then(Value::as_str);
                    found.insert(format!("{name}.{}", role.unwrap_or("reference")));
                }
            }
            _ => {
                found.insert(name.clone());
            }
        }
    }
    found
}

/// The request for another model.
fn named(request: &Value, model: &str) -> Value {
    let mut request = request.clone();
    if let Some(members) = request.as_object_mut() {
        members.insert("model".to_string(), model.into());
    }
    request
}

/// Tries every request of a table for all models of its body, without an error and to the letter; and tells which
/// models of the kind have no request, and which of their members none of theirs uses.
pub fn written(kind: &str, cases: &[Written]) {
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for (text, wire) in cases {
        let request = read(text);
        let Some(body) = body_of(kind, &request) else {
            wrong.push(format!("no body is for {text}"));
            continue;
        };
        for model in body.models {
            let asked = named(&request, model.id);
            let fits = plan(kind, &asked.to_string()).is_some_and(|plan| {
                body.operations.first() == Some(&plan.operation.id)
                    && plan.report.errors.is_empty()
                    && plan.report.warnings.is_empty()
                    && read(&plan.request.to_string()) == named(&read(wire), model.id)
            });
            if !fits {
                let plan = plan(kind, &asked.to_string());
                wrong.push(format!("{asked}\n  {wire}\n  {plan:?}"));
            }
            for member in members(&asked) {
                seen.insert((body.operations.first(), model.id, member));
            }
        }
    }
    for body in BODIES.iter().flat_map(|bodies| bodies.iter()) {
        for model in body.models.iter().filter(|_| body.kind == kind) {
            for port in body.ports {
                let first = body.operations.first();
                if !seen.contains(&(first, model.id, port.from.to_string())) {
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
        let errors = plan(kind, request).map_or_else(Vec::new, |plan| plan.report.errors);
        let fits = errors.first().is_some_and(|problem| {
            problem.path == *path
                && problem.rule == *rule
                && words.iter().all(|word| problem.message.contains(word))
        });
        if !fits {
            wrong.push(format!("{request}\n  {errors:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
