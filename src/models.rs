//! The bodies of every model of both providers, and their bytes.

use crate::model::{Body, length, pack};
use crate::router::models as router;

/// Every body, a list for each family.
pub static BODIES: &[&[Body]] = ALL;

const ALL: &[&[Body]] = &[
    router::seedance::BODIES,
    router::seedance_contents::BODIES,
    router::wan26::BODIES,
    router::happyhorse::BODIES,
    router::kling::BODIES,
    router::kling_v3::BODIES,
    router::vidu::BODIES,
    router::pixverse::BODIES,
    router::veo::BODIES,
    router::hailuo::BODIES,
    router::subtitle_erase::BODIES,
];

static BYTES: [u8; length(ALL)] = pack(ALL);

/// The bodies as a check reads them.
pub static PACKED: &[u8] = &BYTES;

/// The bodies that say what an operation takes; none where its row says everything.
pub fn bodies_of(operation: &str) -> impl Iterator<Item = &'static Body> {
    BODIES
        .iter()
        .flat_map(|bodies| bodies.iter())
        .filter(move |body| {
            let says = !body.uniform_only && !body.fields.is_empty();
            says && body.operations.contains(&operation)
        })
}
