//! Frames of hex audio (`minimax.md` 5.1, 9.1).

use super::{Flow, Fold, View, not_json};
use crate::error::Error;
use crate::media;
use crate::operation::Encoding;
use crate::scan::{self, Span, Token};

impl Fold {
    /// Takes a frame; the one with status 2 repeats the whole clip.
    pub(super) fn audio(&mut self, data: &[u8]) -> Result<Flow, Error> {
        const PATHS: [&[&str]; 8] = [
            &["data", "audio"],
            &["data", "status"],
            &["base_resp", "status_code"],
            &["error"],
            &["extra_info"],
            &["trace_id"],
            &["data", "subtitle_file"],
            &["extra_info", "music_size"],
        ];
        let [audio, status, code, error, extra, trace, subtitles, size] =
            scan::find(data, &PATHS).ok_or_else(not_json)?;
        let failed = code.is_some_and(|code| code.int(data) != Some(0));
        if failed || error.is_some_and(|error| error.token != Token::Null) {
            return Ok(Flow::Fault);
        }
        let last = status.and_then(|status| status.int(data)) == Some(2);
        let audio = audio.filter(|span| span.token == Token::Text && !span.range.is_empty());
        if self.view == View::Events {
            let json = match &audio {
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
            let size = size.and_then(|size| size.int(data)?.try_into().ok());
            let together = self.heard + span.range.len() / 2;
            last && self.heard > 0 && size.is_none_or(|size: usize| together > size / 2 * 3)
        };
        if let Some(span) = audio
            && !repeats(&span)
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
        self.note("extra_info", extra.as_ref(), data);
        self.note("trace_id", trace.as_ref(), data);
        self.note("subtitle_file", subtitles.as_ref(), data);
        Ok(if last { Flow::Over } else { Flow::More })
    }
}
