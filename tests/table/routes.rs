//! Every path leads to its row, and no disguise of it to any.

use super::{placeholders, shapes};
use genmedia::operation::{self, At, Operation, Route};
use genmedia::request;

/// A path of the row with a sample for every capture.
fn sample(row: &Operation) -> (String, Vec<(&'static str, String)>) {
    let captures: Vec<(&'static str, String)> = row
        .declared
        .iter()
        .filter(|field| field.at == At::Path)
        .map(|field| (field.name, "a-1_b.c:2".to_string()))
        .collect();
    let path = request::expand(row, &captures).unwrap_or_default();
    (path, captures)
}

#[test]
fn a_path_leads_to_its_row() {
    for row in operation::all() {
        let (path, expected) = sample(row);
        let Route::Found {
            operation,
            captures,
        } = operation::route(row.provider.name, row.method.as_str(), &path)
        else {
            panic!("{}: {} {path} is not routed", row.id, row.method.as_str());
        };
        assert_eq!(operation.id, row.id, "{path}");
        assert_eq!(captures, expected, "{path}");
    }
}

#[test]
fn other_methods_of_a_path_are_told() {
    for row in operation::all() {
        let (path, _) = sample(row);
        for method in ["OPTIONS", "HEAD", "PATCH", "get", ""] {
            let route = operation::route(row.provider.name, method, &path);
            let Route::WrongMethod(methods) = route else {
                panic!("{}: {method:?} {path} gives {route:?}", row.id);
            };
            assert!(
                methods.contains(&row.method.as_str()),
                "{}: {methods:?}",
                row.id
            );
        }
    }
}

#[test]
fn no_disguise_of_a_path_is_routed() {
    for row in operation::all() {
        let (path, _) = sample(row);
        for disguised in shapes::disguises(&path) {
            let route = operation::route(row.provider.name, row.method.as_str(), &disguised);
            assert!(
                matches!(route, Route::NotFound),
                "{}: {disguised:?} gives {route:?}",
                row.id
            );
        }
    }
}

#[test]
fn no_path_is_routed_below_another_provider() {
    for row in operation::all() {
        let (path, _) = sample(row);
        for name in ["", "Minimax", "..", "unknown"] {
            let route = operation::route(name, row.method.as_str(), &path);
            assert!(
                matches!(route, Route::NotFound),
                "{}: {name:?} gives {route:?}",
                row.id
            );
        }
    }
}

#[test]
fn captures_are_identifiers_or_nothing_is_routed() {
    let long = "a".repeat(129);
    let bad = [
        "", ".", "..", "...", "a b", "a%20b", "a;b", "a\0", "é", "a\\b", "a?b", "a#b", "a@b", &long,
    ];
    for row in operation::all() {
        for name in placeholders(row.path) {
            for value in bad {
                let path = row.path.replace(&format!("{{{name}}}"), value);
                let route = operation::route(row.provider.name, row.method.as_str(), &path);
                assert!(
                    !matches!(route, Route::Found { .. }),
                    "{}: {path:?}",
                    row.id
                );
                let expanded = request::expand(row, &[(name, value.to_string())]);
                assert_eq!(expanded, None, "{}: {value:?}", row.id);
            }
        }
    }
}

#[test]
fn targets_lead_to_their_row() {
    for row in operation::all() {
        let (path, _) = sample(row);
        let (method, provider) = (row.method.as_str(), row.provider.name);
        let mut targets = vec![
            row.id.to_string(),
            format!("{method} /{provider}{path}"),
            format!("{method} /{provider}{}", row.path),
        ];
        targets.extend(row.task.map(|task| task.name.to_string()));
        for target in targets {
            let found = operation::resolve(&target).map(|row| row.id);
            assert_eq!(found, Some(row.id), "{target}");
        }
        assert!(
            operation::find(row.id).is_some_and(|found| std::ptr::eq(found, row)),
            "{}",
            row.id
        );
    }
}
