//! What the pictures of several families share (`router.md` 6.10-6.12).

use crate::field::{Field, Kind, LINK, int, list, opt};
use crate::model::{Port, port};

/// The operation.
pub const IMAGES: &[&str] = &["router.images.create"];

/// One picture to start from.
pub const IMAGE: Field = opt("image", LINK).doc("One picture to start from, as a link.");
/// At most 14 pictures to start from.
pub const UP_TO_14: Field =
    opt("images", list(&LINK, 1, 14)).doc("At most 14 pictures to start from, as links.");
/// Any number of pictures to start from.
pub const MANY: Field =
    opt("images", list(&LINK, 1, usize::MAX)).doc("Pictures to start from, as links.");
/// A seed of Wan.
pub const SEED: Field =
    opt("seed", int(0, 2_147_483_647)).doc("The same seed and request give much the same picture.");
/// Any seed.
pub const ANY_SEED: Field =
    opt("seed", crate::field::INT).doc("The same seed and request give much the same picture.");
/// Whether the service looks for what it must not draw.
pub const UNCHECKED: Field =
    opt("disable_safety_checker", Kind::Bool).doc("Leave out the check for unsafe content.");

/// The prompt.
pub const PROMPT: Port = port("prompt", "prompt");
/// Pictures to start from.
pub const REFERENCES: Port = port("images.reference", "images").item();
