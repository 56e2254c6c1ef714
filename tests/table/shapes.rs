//! Walks over the shapes of requests and answers, and disguises of paths.

use genmedia::operation::{Field, Kind};

/// Calls `visit` with every field, however deep, and its path: `messages[].content`.
pub fn each(fields: &[Field], prefix: &str, visit: &mut dyn FnMut(&str, &Field)) {
    each_object(fields, prefix, &mut |path, fields| {
        for field in fields {
            visit(&join(path, field.name), field);
        }
    });
}

/// Calls `visit` with the fields of every object, however deep, and its path.
pub fn each_object(fields: &[Field], path: &str, visit: &mut dyn FnMut(&str, &[Field])) {
    visit(path, fields);
    for field in fields {
        inside(field.kind, &join(path, field.name), visit);
    }
}

fn inside(kind: Kind, path: &str, visit: &mut dyn FnMut(&str, &[Field])) {
    match kind {
        Kind::Either(one, other) => {
            inside(*one, path, visit);
            inside(*other, path, visit);
        }
        Kind::List { of, .. } => inside(*of, &format!("{path}[]"), visit),
        Kind::Object(fields) => each_object(fields, path, visit),
        _ => {}
    }
}

/// Calls `visit` with a kind and those that it is made of, short of the fields of objects.
pub fn each_kind(kind: Kind, visit: &mut dyn FnMut(Kind)) {
    visit(kind);
    match kind {
        Kind::Either(one, other) => {
            each_kind(*one, visit);
            each_kind(*other, visit);
        }
        Kind::List { of, .. } => each_kind(*of, visit),
        _ => {}
    }
}

/// What is described at a path of member names, with `*` for the items of a list.
#[cfg(feature = "docs")]
pub fn at(fields: &[Field], path: &[&str]) -> Option<Kind> {
    let (name, rest) = path.split_first()?;
    let mut kind = fields.iter().find(|field| field.name == *name)?.kind;
    let mut rest = rest;
    while let (Some((&"*", after)), Kind::List { of, .. }) = (rest.split_first(), kind) {
        kind = *of;
        rest = after;
    }
    match (rest, kind) {
        ([], kind) => Some(kind),
        (rest, Kind::Object(fields)) => at(fields, rest),
        _ => None,
    }
}

/// What clients and proxies are known to take for the same path, and a router must not.
pub fn disguises(path: &str) -> Vec<String> {
    const SEPARATORS: [&str; 12] = [
        "%2f", "%2F", "%252f", "//", "/./", "/../", "/%2e/", "/%2e%2e/", "/..;/", "\\", "%5c",
        "/\0/",
    ];
    const ENDS: [&str; 13] = [
        "/", "//", "/.", "/..", ";", ";x=1", "%00", "\0", "?", "#", "%20", " ", "\n",
    ];
    let mut found: Vec<String> = ENDS.iter().map(|end| format!("{path}{end}")).collect();
    for (at, _) in path.match_indices('/') {
        let (before, after) = path.split_at(at);
        let after = after.trim_start_matches('/');
        found.extend(
            SEPARATORS
                .iter()
                .map(|separator| format!("{before}{separator}{after}")),
        );
        if at > 0 {
            found.extend([";", ";x=1", "%00", "\0"].map(|end| format!("{before}{end}/{after}")));
        }
    }
    // A letter of the row's own text in another case, or encoded.
    found.extend(
        path.char_indices()
            .skip(1)
            .take(1)
            .flat_map(|(at, letter)| {
                let (before, after) = path.split_at(at);
                let after: String = after.chars().skip(1).collect();
                let encoded = format!("{before}%{:02x}{after}", u32::from(letter));
                [
                    encoded,
                    format!("{before}{}{after}", letter.to_ascii_uppercase()),
                ]
            }),
    );
    found.push(path.trim_start_matches('/').to_string());
    found.push(format!("/v1/..{path}"));
    found.push(String::new());
    found
}

fn join(path: &str, name: &str) -> String {
    match path {
        "" => name.to_string(),
        path => format!("{path}.{name}"),
    }
}
