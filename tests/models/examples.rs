//! Every request example of the router's own document passes its check.

use super::check;
use genmedia::operation::{self, Route};
use std::fs;
use yaml_rust2::{Yaml, YamlLoader};

/// Beside the repository, where every checkout has it.
const DOCUMENT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../shared/contracts/router.openapi.yaml"
);

/// Examples that the document itself declares to be wrong, with the rule that refuses them.
const REFUSED: &[(&str, &str)] = &[("C01c_invalid_size_854x480", "S5")];

fn json(value: &Yaml) -> serde_json::Value {
    match value {
        Yaml::Real(text) => serde_json::from_str(text).unwrap_or_default(),
        Yaml::Integer(number) => (*number).into(),
        Yaml::String(text) => text.as_str().into(),
        Yaml::Boolean(value) => (*value).into(),
        Yaml::Array(items) => items.iter().map(json).collect(),
        Yaml::Hash(members) => members
            .iter()
            .map(|(name, value)| (name.as_str().unwrap_or_default().to_string(), json(value)))
            .collect(),
        _ => serde_json::Value::Null,
    }
}

#[test]
fn every_example_of_the_document_passes() {
    let text = fs::read_to_string(DOCUMENT)
        .expect("shared/contracts/router.openapi.yaml lies beside the repository");
    let document = &YamlLoader::load_from_str(&text).unwrap()[0];
    let (mut seen, mut wrong) = (0, Vec::new());
    for (path, item) in document["paths"].as_hash().unwrap() {
        for (method, spec) in item.as_hash().unwrap() {
            let examples = &spec["requestBody"]["content"]["application/json"]["examples"];
            let (path, method) = (path.as_str().unwrap(), method.as_str().unwrap());
            for (name, example) in examples.as_hash().into_iter().flatten() {
                seen += 1;
                let name = name.as_str().unwrap();
                let method = method.to_uppercase();
                let Route::Found { operation, .. } = operation::route("router", &method, path)
                else {
                    panic!("no row for {method} {path}");
                };
                let request = json(&example["value"]).to_string();
                let report = check(operation.id, &request);
                let expected = REFUSED
                    .iter()
                    .find(|(n, _)| *n == name)
                    .map(|(_, rule)| *rule);
                let found = report.errors.first().map(|problem| problem.rule);
                if found != expected {
                    wrong.push(format!(
                        "{} {name}: {:?}\n  {request}",
                        operation.id, report.errors
                    ));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {seen}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert_eq!(seen, 188);
}
