//! Every row says what it does, takes and gives, for the types.

use super::shapes;
use genmedia::operation::{self, Answer, Kind};
use genmedia::provider;
use std::collections::BTreeSet;

#[test]
fn everything_is_documented() {
    let is_sentence = |doc: &str| doc.trim() == doc && doc.len() > 1 && doc.ends_with('.');
    for provider in provider::all() {
        assert!(
            is_sentence(provider.doc),
            "{}: {:?}",
            provider.name,
            provider.doc
        );
    }
    for row in operation::all() {
        assert!(is_sentence(row.doc), "{}: {:?}", row.id, row.doc);
        if let Some(task) = row.task {
            assert!(is_sentence(task.doc), "{}: {:?}", task.name, task.doc);
        }
        for fields in [row.declared, row.returns] {
            shapes::each(fields, "", &mut |path, field| {
                assert!(
                    is_sentence(field.doc),
                    "{}: {path}: {:?}",
                    row.id,
                    field.doc
                );
            });
        }
    }
}

#[test]
fn answers_are_described() {
    for row in operation::all() {
        match row.answer {
            Answer::Bytes => assert!(row.returns.is_empty(), "{}: bytes have no fields", row.id),
            Answer::Json | Answer::Media | Answer::Text => {
                assert!(!row.returns.is_empty(), "{}", row.id)
            }
        }
        for path in row.ids {
            let steps: Vec<&str> = path.split('.').collect();
            let found = shapes::at(row.returns, &steps);
            let fits = matches!(found, Some(Kind::Id { .. }));
            assert!(
                fits,
                "{}: {path:?} is an id, and described as {found:?}",
                row.id
            );
        }
        for media in row.media.iter().filter(|_| row.answer == Answer::Json) {
            let found = shapes::at(row.returns, media.path);
            let fits = matches!(found, Some(Kind::Media(_)));
            assert!(
                fits,
                "{}: {:?} is media, and described as {found:?}",
                row.id, media.path
            );
        }
        shapes::each(row.returns, "", &mut |path, field| {
            let number = matches!(field.kind, Kind::Id { number: true });
            let listed = row.ids.iter().any(|id| id.replace(".*", "[]") == path);
            assert!(
                !number || listed,
                "{}: {path} is a number on the wire; name it in `ids`",
                row.id
            );
        });
    }
}

#[test]
fn known_values_fit_their_field() {
    for row in operation::all() {
        for fields in [row.declared, row.returns] {
            shapes::each(fields, "", &mut |path, field| {
                let unique: BTreeSet<_> = field.known.iter().collect();
                assert_eq!(
                    unique.len(),
                    field.known.len(),
                    "{}: {path}: {:?}",
                    row.id,
                    field.known
                );
                for known in field.known {
                    let mut fits = false;
                    shapes::each_kind(field.kind, &mut |kind| {
                        fits |= match kind {
                            Kind::Int { min, max } => known
                                .parse()
                                .is_ok_and(|number: i64| (min..=max).contains(&number)),
                            Kind::Num { min, max, .. } => known
                                .parse()
                                .is_ok_and(|number: f64| (min..=max).contains(&number)),
                            Kind::Text { min, max } => (min..=max).contains(&known.chars().count()),
                            _ => false,
                        };
                    });
                    assert!(fits, "{}: {path} cannot be {known:?}", row.id);
                }
            });
        }
    }
}
