//! The channels of the portrait library, which the service calls models (`router.md` 5.6, 6.16).

use crate::model::When::Is;
use crate::model::{Body, body, model, warn};

/// The bodies.
pub const BODIES: &[Body] = &[body("portrait", "asset", &["router.assets.create"])
    .open()
    .models(&[
        model("ima-pro-upload"),
        model("ima-pro-upload-cn"),
        model("seedance-upload"),
        model("seedance-upload-cn"),
    ])
    .laws(&[warn(
        "P3",
        "asset_type",
        Is("asset_type", &["Audio"]),
        "is of use only from 2 to 15 seconds: the library takes and bills some that videos refuse",
    )])];
