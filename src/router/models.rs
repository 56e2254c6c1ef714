//! What each of the router's models takes, a file for each family (`router.md` 6, 10 and 11).

pub mod seedance;
pub mod vidu;
