//! The part of a session that reads what the service sends.

use super::{Action, Emit, Phase, Session};
use crate::error::{Error, Kind};
use crate::json;
use crate::media;
use crate::operation::Encoding;
use crate::provider::Head;
use crate::scan::{self, Span, Token};

/// The first of the codes that concern one text alone: it holds nothing to speak, or (2204) is too long.
const FIRST_SOFT: i64 = 2203;
/// The last of them: there is no room for the text at the moment.
const FULL: i64 = 2205;

impl Session {
    pub(super) fn on_frame(&mut self, mut frame: Vec<u8>) {
        const PATHS: [&[&str]; 8] = [
            &["event"],
            &["base_resp", "status_code"],
            &["trace_id"],
            &["session_id"],
            &["data", "audio"],
            &["data", "subtitle"],
            &["is_final"],
            &["extra_info"],
        ];
        let Some(found) = scan::find(&frame, &PATHS) else {
            let message = "the service sent a frame that is not JSON";
            self.fail(Error::new(Kind::Protocol, message));
            return;
        };
        let [event, code, trace, session] = [0, 1, 2, 3];
        let [audio, subtitle, is_final, extra] = [4, 5, 6, 7];
        if let Some(trace) = found.text(trace) {
            self.trace = Some(trace);
        }
        let event = found.text(event).unwrap_or_default();
        let code = found.int(code).unwrap_or(0);
        if code != 0 || event == "task_failed" || event == "task_error" {
            self.on_fault(code, &frame);
            return;
        }
        match event.as_str() {
            "connected_success" if self.phase == Phase::Opening => self.start(),
            "task_started" if self.phase == Phase::Starting => {
                self.phase = Phase::Ready;
                let id = json::to_string(&found.text(session).into());
                self.emit("started", 0, "session_id", &id);
            }
            "task_finished" => self.on_finished(),
            "task_canceled" | "task_cancelled" => self.on_cancelled(),
            "task_flushed" => self.on_flushed(),
            "sentence_start" | "sentence_end" => {
                let raw = std::str::from_utf8(&frame).unwrap_or("null");
                self.about_piece(&event, "raw", raw);
            }
            _ => {
                // Frames of sound may come without a name.
                let json = |path| {
                    found.of(path, Token::Object)?;
                    Some(std::str::from_utf8(found.raw(path)).ok()?.to_string())
                };
                let subtitle = json(subtitle);
                let extra = json(extra);
                let last = found.raw(is_final) == b"true";
                if let Some(audio) = found.of(audio, Token::Text).cloned()
                    && let Err(error) = self.on_audio(&mut frame, &audio)
                {
                    self.fail(error);
                    return;
                }
                if let Some(subtitle) = subtitle {
                    self.about_piece("subtitle", "subtitle", &subtitle);
                }
                if last {
                    self.on_final(extra);
                }
            }
        }
        self.pump();
    }

    /// An event about the piece that is being spoken, unless it was cancelled.
    fn about_piece(&mut self, kind: &str, name: &str, value: &str) {
        let front = self.pieces.first().filter(|piece| !piece.muted);
        if let Some(id) = front.map(|piece| piece.id) {
            self.emit(kind, id, name, value);
        }
    }

    /// Decodes the sound where it lies and hands the frame on as its bytes.
    fn on_audio(&mut self, frame: &mut Vec<u8>, span: &Span) -> Result<(), Error> {
        let digits = frame.get_mut(span.range.clone()).unwrap_or_default();
        let length = media::decode(digits, Encoding::Hex)?;
        if length == 0 {
            return Ok(());
        }
        self.heard = true;
        self.full = 0;
        let front = self.pieces.first().filter(|piece| !piece.muted);
        if let Some(piece) = front.map(|piece| piece.id) {
            let start = span.range.start;
            let mut bytes = std::mem::take(frame);
            bytes.copy_within(start..start + length, 0);
            bytes.truncate(length);
            let audio = Emit::Audio { piece, bytes };
            self.queue.push(Action::Emit(audio));
        }
        Ok(())
    }

    /// All sound of one text has come.
    fn on_final(&mut self, extra: Option<String>) {
        if let Some(extra) = extra {
            self.about_piece("usage", "extra_info", &extra);
        }
        if self.socket.bidi {
            return;
        }
        if let Some(piece) = self.pieces.first_mut() {
            piece.in_flight = false;
        }
    }

    fn on_flushed(&mut self) {
        // What was flushed before a cancel is settled by the answer to that.
        if self.cancelling {
            return;
        }
        if self.asked > 0 {
            self.asked -= 1;
            self.emit("flushed", 0, "", "");
            return;
        }
        self.closing = self.closing.saturating_sub(1);
        let spoken = |piece: &&super::Piece| piece.closing && piece.is_spent();
        if self.closing == 0 && self.pieces.first().filter(spoken).is_some() {
            self.drop_piece();
        }
    }

    fn on_cancelled(&mut self) {
        if !self.cancelling {
            return;
        }
        self.cancelling = false;
        self.closing = 0;
        for _ in 0..std::mem::take(&mut self.asked) {
            self.emit("flushed", 0, "", "");
        }
        if self.pieces.first().is_some_and(|piece| piece.muted) {
            self.drop_piece();
        }
    }

    fn on_finished(&mut self) {
        if self.pieces.is_empty() {
            self.over(Action::Done);
        } else {
            let message = "the service ended the session before everything was spoken";
            self.fail(Error::new(Kind::Truncated, message));
        }
    }

    /// A failure: soft ones concern one text, all others end the session.
    fn on_fault(&mut self, code: i64, frame: &[u8]) {
        let head = Head {
            status: 200,
            ..Head::default()
        };
        let row = &self.socket.row;
        let error = (row.provider.fault)(row, &head, frame)
            .unwrap_or_else(|| Error::new(Kind::Server, "the service failed the session"));
        if self.phase != Phase::Ready || !(FIRST_SOFT..=FULL).contains(&code) {
            self.fail(error);
            return;
        }
        let full = code == FULL;
        let kind = if full { "delayed" } else { "skipped" };
        self.about_piece(kind, "error", &error.to_json());
        if let Some(piece) = self.pieces.first_mut() {
            piece.in_flight &= self.socket.bidi;
        }
        if !full {
            self.pump();
        } else if !self.send_again() {
            self.fail(error);
        }
    }
}
