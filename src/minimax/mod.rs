//! MiniMax: its dialects and its rows, a file for each capability (`minimax.md`).

pub mod account;
pub mod batches;
#[cfg(feature = "models")]
pub mod catalogue;
pub mod files;
pub mod image;
pub mod messages;
pub mod models;
pub mod music;
pub mod provider;
pub mod responses;
pub mod sockets;
pub mod speech;
pub mod speech_long;
pub mod text;
pub mod transcribe;
pub mod video;
pub mod video_v2;
pub mod voices;

use crate::provider::Groups;

/// Every row.
pub const GROUPS: Groups = &[
    &text::ROWS,
    &messages::ROWS,
    &responses::ROWS,
    &models::ROWS,
    &speech::ROWS,
    &speech_long::ROWS,
    &transcribe::ROWS,
    &voices::ROWS,
    &image::ROWS,
    &video::ROWS,
    &video_v2::ROWS,
    &music::ROWS,
    &files::ROWS,
    &batches::ROWS,
    &account::ROWS,
];
