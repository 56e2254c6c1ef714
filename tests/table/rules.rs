//! Walks over the conditions of rules, and finds what they name.

use genmedia::model::When;
use genmedia::operation::{Field, Kind};

/// Calls `visit` with every path that a condition names, from the root of the request.
pub fn each_path(when: &When, root: &str, visit: &mut dyn FnMut(&str)) {
    let join = |path: &str| match (root, path) {
        ("", path) => path.to_string(),
        (root, "") => root.to_string(),
        (root, path) => format!("{root}.{path}"),
    };
    match when {
        When::All(parts) | When::Any(parts) => {
            for part in *parts {
                each_path(part, root, visit);
            }
        }
        When::Not(part) => each_path(part, root, visit),
        When::Each(list, part) | When::Tally(list, part, ..) => {
            visit(&join(list));
            each_path(part, &join(list), visit);
        }
        When::Count(paths, ..) | When::Differ(paths) => {
            paths.iter().for_each(|path| visit(&join(path)));
        }
        When::Even(one, other) => [one, other].iter().for_each(|path| visit(&join(path))),
        When::Sum(list, member, _) => visit(&join(&format!("{list}.{member}"))),
        When::Has(path)
        | When::Is(path, _)
        | When::Within(path, ..)
        | When::Starts(path, _)
        | When::Holds(path, _)
        | When::Like(path, _)
        | When::Longer(path, _)
        | When::Wordy(path, _)
        | When::Ratio(path, _)
        | When::Area(path, ..)
        | When::Thin(path, _)
        | When::Remainder(path, _)
        | When::Type(path, _) => visit(&join(path)),
    }
}

/// Whether there is a field at a path of names with dots between, which goes through the items of lists.
pub fn names(fields: &[Field], path: &str) -> bool {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let field = fields.iter().find(|field| field.name == name);
    field.is_some_and(|field| rest.is_empty() || inside(field.kind, rest))
}

fn inside(kind: Kind, path: &str) -> bool {
    match kind {
        Kind::Either(one, other) => inside(*one, path) || inside(*other, path),
        // What the host tells of a file.
        Kind::File(_) => path == "size",
        Kind::List { of, .. } => inside(*of, path),
        Kind::Object(fields) | Kind::Closed(fields) => names(fields, path),
        _ => false,
    }
}
