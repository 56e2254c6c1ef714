//! What a socket is: one declaration from which its opening, its check, its route and its types are made.

use crate::operation::Operation;

/// A WebSocket of an upstream that speaks what it is told.
#[derive(Clone, Copy, Debug)]
pub struct Socket {
    /// Its id, its path, and the fields of the event that starts its task.
    pub row: Operation,
    /// Whether it takes text in any pieces, can be cancelled and flushed, and tells of sentences.
    pub bidi: bool,
    /// The most characters of one event's text.
    pub max_text: usize,
}

/// The sockets of every provider.
static SOCKETS: &[Socket] = crate::minimax::sockets::SOCKETS;

/// Every socket.
pub fn all() -> impl Iterator<Item = &'static Socket> {
    SOCKETS.iter()
}

/// The socket with this id, of the wanted kind where there are both.
pub fn find(id: &str, bidi: bool) -> Option<&'static Socket> {
    let of = |bidi| all().find(move |socket| socket.row.id == id && socket.bidi == bidi);
    of(bidi).or_else(|| of(!bidi))
}

/// The socket at a path below a provider's mount.
pub fn route(provider: &str, path: &str) -> Option<&'static Socket> {
    all().find(|socket| socket.row.provider.name == provider && socket.row.path == path)
}
