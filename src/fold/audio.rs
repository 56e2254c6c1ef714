//! Frames of hex audio (`minimax.md` 5.1, 9.1).

use super::{CODE_PATH, ERROR_PATH, Flow, Fold, TYPE_PATH, View};
use crate::error::Error;
use crate::media;
use crate::operation::Encoding;
use crate::scan::{Found, Span, Token};

/// Where the members stand that count, in the order of their numbers below.
pub(super) const PATHS: [&[&str]; 9] = [
    CODE_PATH,
    ERROR_PATH,
    TYPE_PATH,
    &["data", "audio"],
    &["data", "status"],
    &["extra_info"],
    &["trace_id"],
    &["data", "subtitle_file"],
    &["extra_info", "music_size"],
];

impl Fold {
    /// Takes a frame; the one with status 2 repeats the whole clip.
    pub(super) fn audio(&mut self, found: &Found<'_>, data: &[u8]) -> Result<Flow, Error> {
        let [audio, status, extra, trace, subtitles, size] = [3, 4, 5, 6, 7, 8];
        let last = found.int(status) == Some(2);
        let audio = found.of(audio, Token::Text);
        let audio = audio.filter(|span| !span.range.is_empty());
        if self.view == View::Events {
            let json = match audio {
                Some(span) => {
                    let mut rest = data.get(..span.range.start).unwrap_or_default().to_vec();
                    rest.extend_from_slice(data.get(span.range.end..).unwrap_or_default());
                    rest
                }
                None => data.to_vec(),
            };
            self.keep_event(&json);
        }
        let repeats = |span: &Span| {
            // Whether music ends in a repetition too is told nowhere, but by its size in bytes.
            let size = found.int(size).and_then(|size| size.try_into().ok());
            let together = self.heard + span.range.len() / 2;
            last && self.heard > 0 && size.is_none_or(|size: usize| together > size / 2 * 3)
        };
        if let Some(span) = audio
            && !repeats(span)
        {
            let from = self.batch.bytes.len();
            self.batch.bytes.extend_from_slice(span.of(data));
            let hex = self.batch.bytes.get_mut(from..).unwrap_or_default();
            let decoded = media::decode(hex, Encoding::Hex);
            let length = *decoded.as_ref().unwrap_or(&0);
            self.batch.bytes.truncate(from + length);
            decoded?;
            self.heard += length;
            if self.view != View::Bytes {
                self.batch.bytes.truncate(from);
            }
        }
        self.note("extra_info", found, extra);
        self.note("trace_id", found, trace);
        self.note("subtitle_file", found, subtitles);
        Ok(if last { Flow::Over } else { Flow::More })
    }
}
