//! Each rule of `router.md` 10 refuses what it is for, twice, and lets the nearest good request pass: a table for each
//! family.

#[path = "laws/hailuo.rs"]
mod hailuo;
#[path = "laws/happyhorse.rs"]
mod happyhorse;
#[path = "laws/images.rs"]
mod images;
#[path = "laws/kling.rs"]
mod kling;
#[path = "laws/kling_v3.rs"]
mod kling_v3;
#[path = "laws/others.rs"]
mod others;
#[path = "laws/seedance.rs"]
mod seedance;
#[path = "laws/seedance_contents.rs"]
mod seedance_contents;
#[path = "laws/subtitle_erase.rs"]
mod subtitle_erase;
#[path = "laws/veo.rs"]
mod veo;
#[path = "laws/vidu_pixverse.rs"]
mod vidu_pixverse;
#[path = "laws/wan26.rs"]
mod wan26;

use super::broken;

/// An operation, the rule that the request breaks (`?` marks a warning; nothing where it passes), and the request.
pub type Case<'a> = (&'static str, &'static str, &'a str);

/// Tries the cases of a table; a bad request breaks its rule and no other.
pub fn try_all(cases: &[Case<'_>]) {
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
