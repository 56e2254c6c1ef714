//! The bodies of every model of both providers, and their bytes.

use crate::minimax::catalogue as minimax;
use crate::model::{Body, length, pack};
use crate::router::models as router;

/// Every body, a list for each family.
pub static BODIES: &[&[Body]] = ALL;

/// A model that both providers offer is the first one's, unless the request names a provider.
const ALL: &[&[Body]] = &[
    minimax::videos::BODIES,
    minimax::BODIES,
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
    router::gemini_images::BODIES,
    router::gpt_image::BODIES,
    router::seedream::BODIES,
    router::wan_images::BODIES,
    router::pruna::BODIES,
    router::midjourney::BODIES,
    router::sonic::BODIES,
    router::seed_tts::BODIES,
    router::language::BODIES,
    router::assets::BODIES,
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
