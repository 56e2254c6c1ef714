//! The package's types are those of the rows: `pkg-template/types.d.ts` is rendered here and compared.

#![cfg(feature = "docs")]

#[path = "types/declarations.rs"]
mod declarations;
#[path = "types/events.rs"]
mod events;

use std::fs;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/pkg-template/types.d.ts");

#[test]
fn the_checked_in_types_are_those_of_the_rows() {
    let rendered = declarations::render();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(FILE, &rendered).unwrap();
    }
    let checked_in = fs::read_to_string(FILE).unwrap_or_default();
    let mut lines = checked_in.lines();
    let changed = rendered
        .lines()
        .enumerate()
        .find(|(_, line)| lines.next() != Some(line));
    if let Some((number, line)) = changed {
        panic!(
            "pkg-template/types.d.ts is older than the rows from line {} on, which should be\n{line}\n\
             write it anew: UPDATE=1 cargo test -p genmedia --test types",
            number + 1
        );
    }
    assert_eq!(
        lines.next(),
        None,
        "pkg-template/types.d.ts has more lines than the rows give"
    );
}

#[test]
fn every_operation_has_its_types_and_its_method() {
    let rendered = declarations::render();
    for operation in genmedia::operation::all() {
        let name = declarations::pascal(operation.id);
        let request = ["interface", "type"].map(|kind| format!("export {kind} {name}Request "));
        let found = request.iter().any(|line| rendered.contains(line));
        assert!(found, "{}", operation.id);
        let uses = rendered.matches(&format!("{name}Request")).count();
        assert!(uses >= 2, "{}: nothing takes {name}Request", operation.id);
    }
}

#[test]
fn no_type_is_declared_twice() {
    let rendered = declarations::render();
    let mut names: Vec<&str> = rendered
        .lines()
        .filter_map(|line| line.strip_prefix("export "))
        .filter_map(|line| line.split([' ', '<']).nth(1))
        .collect();
    names.sort_unstable();
    for pair in names.windows(2) {
        assert_ne!(pair[0], pair[1]);
    }
}
