//! MiniMax: its dialects and its rows, a file for each capability (`minimax.md`).

pub mod files;
pub mod image;
pub mod provider;
pub mod speech;
pub mod text;
pub mod video;

use crate::provider::Groups;

/// Every row.
pub const GROUPS: Groups = &[
    &text::ROWS,
    &speech::ROWS,
    &image::ROWS,
    &video::ROWS,
    &files::ROWS,
];
