//! Each rule of `router.md` 10 refuses what it is for, twice, and lets the nearest good request pass.

use super::broken;

/// An operation, the rule that the request breaks (`?` marks a warning; nothing where it passes), and the request.
type Case = (&'static str, &'static str, &'static str);

const V: &str = "router.videos.create";

const CASES: &[Case] = &[
    (V, "S1", r#"{"model":"seedance-2.0"}"#),
    (V, "S1", r#"{"model":"seedance-2.0","duration":5}"#),
    (V, "", r#"{"model":"seedance-2.0","prompt":"a fox"}"#),
];

#[test]
fn rules_refuse_what_they_are_for() {
    let mut wrong = Vec::new();
    for (operation, rule, request) in CASES {
        let found = broken(operation, request);
        let fits = match *rule {
            "" => found.is_empty(),
            rule => found.iter().any(|found| found == rule),
        };
        if !fits {
            wrong.push(format!("{operation} {rule:?} {request}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
