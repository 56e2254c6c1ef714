//! The router gateway: its dialects and its rows, a file for each family (`router.md`).

pub mod account;
pub mod images;
#[cfg(feature = "models")]
pub mod models;
pub mod provider;
pub mod text;
pub mod videos;

use crate::provider::Groups;

/// Every row.
pub const GROUPS: Groups = &[&account::ROWS, &images::ROWS, &text::ROWS, &videos::ROWS];
