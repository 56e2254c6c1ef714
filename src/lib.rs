//! The core of genmedia: every operation of both upstreams as data, and the one machine that runs them.
//!
//! It does no I/O. There is no clock, no network, no randomness and no async in it: a [`call::Call`] hands
//! out actions and is told what happened. A page, a server, the Worker and the tests each drive the same
//! machine. The module `web` (feature `web`) is the only part that touches a JavaScript host.

pub mod bytes;
pub mod call;
pub mod check;
pub mod error;
pub mod events;
pub mod field;
pub mod fold;
pub mod json;
pub mod media;
pub mod minimax;
pub mod model;
#[cfg(feature = "models")]
pub mod models;
pub mod operation;
pub mod packed;
pub mod provider;
pub mod request;
pub mod router;
pub mod scan;
pub mod session;
pub mod socket;
pub mod task;
pub mod text;
pub mod uniform;

#[cfg(all(feature = "web", target_arch = "wasm32"))]
pub mod web;
