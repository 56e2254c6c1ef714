//! Each rule of `router.md` 10 refuses what it is for, twice, and lets the nearest good request pass: a table for each
//! family.

use super::broken;

/// An operation, the rule that the request breaks (`?` marks a warning; nothing where it passes), and the request.
pub type Case = (&'static str, &'static str, &'static str);

/// Tries the cases of a table; a bad request breaks its rule and no other.
pub fn try_all(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (operation, rule, request) in cases {
        let found = broken(operation, request);
        let fits = match *rule {
            "" => found.is_empty(),
            rule => !found.is_empty() && found.iter().all(|found| found == rule),
        };
        if !fits {
            wrong.push(format!("{operation} {rule:?} {request}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const V: &str = "router.videos.create";

#[test]
fn seedance() {
    try_all(&[
        (V, "S1", r#"{"model":"seedance-2.0"}"#),
        (V, "S1", r#"{"model":"seedance-2.0","duration":5}"#),
        (V, "", r#"{"model":"seedance-2.0","prompt":"a fox"}"#),
    ]);
}
