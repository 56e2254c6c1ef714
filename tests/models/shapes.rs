//! What holds for every body, whatever it is for.

use genmedia::model;
use genmedia::models::BODIES;
use genmedia::operation;
use std::collections::BTreeSet;

#[test]
fn every_body_is_for_operations_and_models_that_there_are() {
    let mut seen = BTreeSet::new();
    for body in BODIES.iter().flat_map(|bodies| bodies.iter()) {
        assert!(
            !body.operations.is_empty() && !body.models.is_empty(),
            "{}",
            body.family
        );
        for id in body.operations {
            assert!(operation::find(id).is_some(), "{id}");
            for model in body.models {
                assert!(
                    seen.insert((body.kind, id, model.id)),
                    "{id} has {} twice",
                    model.id
                );
            }
        }
    }
}

#[test]
fn what_is_packed_is_found_again() {
    for body in BODIES.iter().flat_map(|bodies| bodies.iter()) {
        for model in body.models {
            let provider = body.operations[0].split('.').next().unwrap();
            let entry = model::entry(body.kind, model.id, provider).unwrap();
            assert_eq!(entry.family, body.family, "{}", model.id);
        }
    }
}
