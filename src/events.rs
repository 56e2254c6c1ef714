//! Server-sent events, fed with bytes: any chunking of a stream gives the same events, in linear time.

use crate::bytes;
use std::ops::Range;

/// One event of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event<'a> {
    /// The event's name; empty when it has none.
    pub name: &'a [u8],
    /// Its data; lines are joined by a line feed.
    pub data: &'a [u8],
}

/// A decoder of one stream.
#[derive(Debug, Default)]
pub struct Decoder {
    /// What has arrived and belongs to no finished event.
    buffer: Vec<u8>,
    /// How far line ends have been looked for.
    scanned: usize,
    /// Where the current line starts.
    line: usize,
    /// The last line ended in a carriage return, so that a line feed may follow.
    after_return: bool,
    /// Whether anything has arrived yet; a byte order mark may only stand at the very start.
    started: bool,
    name: Option<Range<usize>>,
    data: Data,
}

/// The data lines of the event being read.
#[derive(Debug, Default)]
enum Data {
    #[default]
    None,
    /// One line, still in the buffer.
    Line(Range<usize>),
    /// Several lines, joined.
    Lines(Vec<u8>),
}

impl Decoder {
    /// Takes bytes as they arrive and calls `each` with every event that they complete.
    pub fn feed(&mut self, chunk: &[u8], each: &mut dyn FnMut(Event<'_>)) {
        self.buffer.extend_from_slice(chunk);
        if !self.started && !self.skip_mark() {
            return;
        }
        while let Some(found) = bytes::find_either(
            b'\n',
            b'\r',
            self.buffer.get(self.scanned..).unwrap_or_default(),
        ) {
            let end = self.scanned + found;
            let feed = self.buffer.get(end) == Some(&b'\n');
            if feed && self.after_return && end == self.line {
                self.after_return = false;
                self.line = end + 1;
                self.scanned = self.line;
                continue;
            }
            self.end_line(end, each);
            self.after_return = !feed;
            self.line = end + 1;
            self.scanned = self.line;
        }
        self.scanned = self.buffer.len();
        self.compact();
    }

    /// Takes the end of the stream: an event that lacks only its blank line is still told.
    pub fn end(&mut self, each: &mut dyn FnMut(Event<'_>)) {
        if self.line < self.buffer.len() {
            self.end_line(self.buffer.len(), each);
        }
        self.dispatch(each);
        *self = Self::default();
    }

    /// Skips a byte order mark; false while it cannot be told yet.
    fn skip_mark(&mut self) -> bool {
        const MARK: &[u8] = "\u{feff}".as_bytes();
        if self.buffer.len() < MARK.len() && MARK.starts_with(&self.buffer) {
            return false;
        }
        if self.buffer.starts_with(MARK) {
            self.line = MARK.len();
            self.scanned = MARK.len();
        }
        self.started = true;
        true
    }

    fn end_line(&mut self, end: usize, each: &mut dyn FnMut(Event<'_>)) {
        let line = self.buffer.get(self.line..end).unwrap_or_default();
        if line.is_empty() {
            self.dispatch(each);
            return;
        }
        let (field, mut value) = match bytes::find(b':', line) {
            Some(colon) => (colon, self.line + colon + 1..end),
            None => (line.len(), end..end),
        };
        if self.buffer.get(value.start) == Some(&b' ') && !value.is_empty() {
            value.start += 1;
        }
        match line.get(..field).unwrap_or_default() {
            b"data" => self.push_data(value),
            b"event" => self.name = Some(value),
            _ => {}
        }
    }

    fn push_data(&mut self, line: Range<usize>) {
        let bytes = |range: Range<usize>| self.buffer.get(range).unwrap_or_default();
        self.data = match std::mem::take(&mut self.data) {
            Data::None => Data::Line(line),
            Data::Line(first) => {
                let mut lines = bytes(first).to_vec();
                lines.push(b'\n');
                lines.extend_from_slice(bytes(line));
                Data::Lines(lines)
            }
            Data::Lines(mut lines) => {
                lines.push(b'\n');
                lines.extend_from_slice(bytes(line));
                Data::Lines(lines)
            }
        };
    }

    fn dispatch(&mut self, each: &mut dyn FnMut(Event<'_>)) {
        let name = self.name.take();
        let data = std::mem::take(&mut self.data);
        let name = name
            .and_then(|range| self.buffer.get(range))
            .unwrap_or_default();
        let data = match &data {
            Data::None => return,
            Data::Line(range) => self.buffer.get(range.clone()).unwrap_or_default(),
            Data::Lines(lines) => lines,
        };
        each(Event { name, data });
    }

    /// Drops what finished events no longer need, moving each byte once.
    fn compact(&mut self) {
        let mut keep = self.line;
        if let Some(name) = &self.name {
            keep = keep.min(name.start);
        }
        if let Data::Line(line) = &self.data {
            keep = keep.min(line.start);
        }
        // A long event keeps its start here; moving only when half is free keeps the whole linear.
        if keep == 0 || keep < self.buffer.len() - keep {
            return;
        }
        self.buffer.drain(..keep);
        self.line -= keep;
        self.scanned -= keep;
        if let Some(name) = &mut self.name {
            *name = name.start - keep..name.end - keep;
        }
        if let Data::Line(line) = &mut self.data {
            *line = line.start - keep..line.end - keep;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Owned = (String, String);

    fn read(chunks: &[&[u8]]) -> Vec<Owned> {
        let mut events = Vec::new();
        let mut each = |event: Event<'_>| {
            events.push((
                String::from_utf8(event.name.to_vec()).unwrap(),
                String::from_utf8(event.data.to_vec()).unwrap(),
            ));
        };
        let mut decoder = Decoder::default();
        for chunk in chunks {
            decoder.feed(chunk, &mut each);
        }
        decoder.end(&mut each);
        events
    }

    fn event(name: &str, data: &str) -> Owned {
        (name.to_string(), data.to_string())
    }

    const STREAM: &str = "\u{feff}: a comment\r\nevent: start\r\ndata: {\"a\":\"é\"}\r\n\r\ndata:no space\rdata\rdata:  two\r\rid: 7\nevent: only a name\n\ndata: last";

    #[test]
    fn every_split_gives_the_same_events() {
        let expected = [
            event("start", "{\"a\":\"é\"}"),
            event("", "no space\n\n two"),
            event("", "last"),
        ];
        let bytes = STREAM.as_bytes();
        assert_eq!(read(&[bytes]), expected);
        for at in 0..=bytes.len() {
            let (a, b) = bytes.split_at(at);
            assert_eq!(read(&[a, b]), expected, "split at {at}");
        }
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(read(&single), expected);
    }

    #[test]
    fn a_name_does_not_outlive_its_event() {
        assert_eq!(read(&[b"event: x\n\ndata: 1\n\n"]), [event("", "1")]);
    }

    #[test]
    fn the_buffer_does_not_grow_with_the_stream() {
        let mut decoder = Decoder::default();
        let mut count = 0;
        for _ in 0..10_000 {
            decoder.feed(b"data: {\"some\":\"event\"}\n\n", &mut |_| count += 1);
        }
        assert_eq!(count, 10_000);
        assert!(decoder.buffer.capacity() < 1024);
    }
}
