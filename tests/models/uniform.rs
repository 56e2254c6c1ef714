//! A uniform request becomes exactly the request that the family wants, for every model: a table for each kind.

#[path = "uniform/images.rs"]
mod images;
#[path = "uniform/minimax.rs"]
mod minimax;
#[path = "uniform/others.rs"]
mod others;
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
pub type Refused<'a> = (&'a str, &'static str, &'static str, &'static [&'static str]);

fn plan(kind: &str, request: &str) -> Option<Plan> {
    uniform::plan(kind, &json::parse(request.as_bytes()).ok()?).ok()
}

/// The value; null where the text is not JSON, which no case expects.
fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// Whether the body is for what this provider makes of the kind.
fn is_of(body: &Body, provider: &str, kind: &str) -> bool {
    let of = |id: &&str| id.split('.').next() == Some(provider);
    body.kind == kind && body.operations.first().is_some_and(of)
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

/// The request with another text as one of its members.
fn with(request: &Value, member: &str, text: &str) -> Value {
    let mut request = request.clone();
    if let Some(members) = request.as_object_mut() {
        members.insert(member.to_string(), text.into());
    }
    request
}

/// Tries every request of a table for all models of its body, without an error and to the letter; and tells which
/// models of the provider and kind have no request, and which of their members none of theirs uses.
pub fn written(provider: &str, kind: &str, cases: &[Written]) {
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    let bodies = || {
        let all = BODIES.iter().flat_map(|bodies| bodies.iter());
        all.filter(|body| is_of(body, provider, kind))
    };
    for (text, wire) in cases {
        let request = with(&read(text), "provider", provider);
        let model = request.get("model").and_then(Value::as_str);
        let is_known = |body: &&Body| body.models.iter().any(|known| Some(known.id) == model);
        let Some(body) = bodies().find(is_known) else {
            wrong.push(format!("no body is for {text}"));
            continue;
        };
        for model in body.models {
            let asked = with(&request, "model", model.id);
            let found = plan(kind, &asked.to_string());
            let fits = found.as_ref().is_some_and(|plan| {
                body.operations.first() == Some(&plan.operation.id)
                    && plan.report.errors.is_empty()
                    && plan.report.warnings.is_empty()
                    && read(&plan.request.to_string()) == with(&read(wire), "model", model.id)
            });
            if !fits {
                wrong.push(format!("{asked}\n  {wire}\n  {found:?}"));
            }
            for member in members(&asked) {
                seen.insert((model.id, member));
            }
        }
    }
    for body in bodies() {
        for model in body.models {
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
pub fn refused(kind: &str, cases: &[Refused<'_>]) {
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

/// Tries requests for which there is no model.
pub fn unknown(kind: &str, requests: &[&str]) {
    for request in requests {
        let error = json::parse(request.as_bytes())
            .ok()
            .and_then(|request| uniform::plan(kind, &request).err());
        let fits = error.is_some_and(|error| {
            error.kind == genmedia::error::Kind::Unsupported
                && error.param.as_deref() == Some("model")
        });
        assert!(fits, "{request}");
    }
}
