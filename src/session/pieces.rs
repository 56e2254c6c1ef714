//! The part of a session that sends text: pieces in their order, cut to what one event may hold.

use super::{Action, Phase, Session};
use crate::json;
use crate::scan;

/// The first wait after the service had no room; doubled with each further one, up to sixteen times as long.
const ROOM_MS: u64 = 500;
/// The texts of a piece that are kept for being sent again.
const MAX_KEPT: usize = 64;

/// What one `say` speaks.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) id: u32,
    /// What has not been sent.
    pub(super) text: String,
    /// No more text will come.
    pub(super) whole: bool,
    /// Some of it has been sent.
    pub(super) told: bool,
    /// An answer to what was sent is to come.
    pub(super) in_flight: bool,
    /// The flush that ends it has been sent.
    pub(super) closing: bool,
    /// It was cancelled: its sound is dropped.
    pub(super) muted: bool,
    /// The last texts that were sent.
    pub(super) sent: Vec<String>,
    /// Texts that the service had no room for.
    pub(super) again: Vec<String>,
}

impl Piece {
    pub(super) fn new(id: u32) -> Self {
        Self {
            id,
            text: String::new(),
            whole: false,
            told: false,
            in_flight: false,
            closing: false,
            muted: false,
            sent: Vec::new(),
            again: Vec::new(),
        }
    }

    /// Nothing more of it is sent or handed on.
    pub(super) fn mute(&mut self) {
        self.muted = true;
        self.whole = true;
        self.text.clear();
        self.again.clear();
    }

    fn is_blank(&self) -> bool {
        let blank = |letter| letter <= ' ' || letter == '\u{a0}' || letter == '\u{3000}';
        self.text.chars().all(blank)
    }

    /// Whether there is nothing left to send.
    pub(super) fn is_spent(&self) -> bool {
        self.whole && self.again.is_empty() && self.is_blank()
    }

    /// The next text to send, at most `max` characters of it; `sentences` waits for the end of one.
    fn next(&mut self, max: usize, sentences: bool) -> Option<String> {
        if !self.again.is_empty() {
            return Some(self.again.remove(0));
        }
        // Alone, a space would be dropped, and the words around it would become one.
        if self.is_blank() {
            return None;
        }
        let mut at = split_at(&self.text, max);
        if sentences && !self.whole && at == self.text.len() {
            at = sentence_end(&self.text)?;
        }
        let rest = self.text.split_off(at.min(self.text.len()));
        Some(std::mem::replace(&mut self.text, rest))
    }
}

impl Session {
    /// Sends what can be sent now.
    pub(super) fn pump(&mut self) {
        while self.phase == Phase::Ready && !self.asleep && !self.cancelling {
            let bidi = self.socket.bidi;
            let Some(piece) = self.pieces.first_mut() else {
                if self.finish {
                    self.say("task_finish");
                    self.phase = Phase::Finishing;
                }
                return;
            };
            if piece.in_flight && (!bidi || piece.closing) {
                return;
            }
            if let Some(text) = piece.next(self.socket.max_text, !bidi) {
                piece.told = true;
                piece.in_flight = true;
                if piece.sent.len() == MAX_KEPT {
                    piece.sent.remove(0);
                }
                let quoted = json::to_string(&text.as_str().into());
                piece.sent.push(text);
                self.told = true;
                let frame = crate::text!("{\"event\":\"task_continue\",\"text\":", quoted, "}");
                self.queue.push(Action::Send(frame));
            } else if !piece.whole {
                return;
            } else if bidi && piece.in_flight {
                piece.closing = true;
                self.closing += 1;
                self.say("task_flush");
            } else {
                self.drop_piece();
            }
        }
    }

    /// The piece that was spoken has ended.
    pub(super) fn drop_piece(&mut self) {
        if !self.pieces.is_empty() {
            let piece = self.pieces.remove(0);
            if !piece.told && !piece.muted {
                self.emit("skipped", piece.id, "", "");
            }
            self.ended(piece.id, piece.muted);
        }
    }

    /// The service had no room for the last text that was sent: it goes again after a while.
    pub(super) fn send_again(&mut self) -> bool {
        let Some(piece) = self.pieces.first_mut() else {
            return true;
        };
        if let Some(text) = piece.sent.pop().filter(|_| !piece.muted) {
            // Once there is no room, the texts behind have none either: the last ones are those that are missing.
            piece.again.insert(0, text);
        }
        piece.closing = false;
        if !self.asleep {
            self.asleep = true;
            let wait = ROOM_MS << self.full.min(4);
            self.full += 1;
            self.queue.push(Action::Sleep(wait));
        }
        self.full <= MAX_FULL
    }
}

/// How often in a row the service may have no room: more than a minute in all.
const MAX_FULL: u32 = 12;

/// Marks after which a text can be cut in two, best first: sentences, clauses, words.
const CUTS: [&str; 3] = ["。！？…；!?.;\n", "，、：,:", " \t"];

/// Where to cut a text so that its first part has at most `max` characters; its length when it is no longer.
pub fn split_at(text: &str, max: usize) -> usize {
    let Some((limit, _)) = text.char_indices().nth(max) else {
        return text.len();
    };
    let (part, _) = text.split_at_checked(limit).unwrap_or((text, ""));
    CUTS.iter()
        .find_map(|marks| after_last(part, marks))
        .unwrap_or(limit)
}

/// Where the last whole sentence of a text ends.
fn sentence_end(text: &str) -> Option<usize> {
    CUTS.first().and_then(|marks| after_last(text, marks))
}

/// The place behind the last of some marks.
fn after_last(text: &str, marks: &str) -> Option<usize> {
    let mut found = None;
    for (at, letter) in text.char_indices() {
        let next = at + letter.len_utf8();
        if scan::contains(marks, text.get(at..next)?) {
            found = Some(next);
        }
    }
    found
}
