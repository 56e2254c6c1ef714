//! The router gateway: its dialects and its rows, a file for each family (`router.md`).

pub mod account;
pub mod assets;
pub mod contents;
pub mod embeddings;
pub mod generations;
pub mod images;
pub mod kling;
pub mod messages;
pub mod midjourney;
#[cfg(feature = "models")]
pub mod models;
pub mod music;
pub mod provider;
pub mod responses;
pub mod speech;
pub mod subtitle_erase;
pub mod task;
pub mod text;
pub mod videos;

use crate::provider::Groups;

/// Every row.
pub const GROUPS: Groups = &[
    &account::ROWS,
    &images::ROWS,
    &text::ROWS,
    &responses::ROWS,
    &messages::ROWS,
    &embeddings::ROWS,
    &videos::ROWS,
    &generations::ROWS,
    &kling::ROWS,
    &contents::ROWS,
    &subtitle_erase::ROWS,
    &music::ROWS,
    &speech::ROWS,
    &assets::ROWS,
    &midjourney::ROWS,
];
