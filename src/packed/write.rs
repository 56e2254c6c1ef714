//! Writes fields as bytes, while compiling.

use super::{
    ABOVE, ANY, BASE64, BOOL, CLOSED, EITHER, FILE, ID, INT, LIST, MEDIA, NUM, NUMBER_ID, NUMBERS,
    OBJECT, ONE_OF, PLACE, REQUIRED, TEXT, URL,
};
use crate::field::{At, Field, Kind};

/// How many bytes the fields take.
pub const fn length(fields: &[Field]) -> usize {
    let mut nowhere = Writer::new(&mut []);
    nowhere.fields(fields);
    nowhere.at
}

/// Writes fields, or only counts where there is no room.
pub struct Writer<'o> {
    /// Where the bytes go.
    pub out: &'o mut [u8],
    /// How many there are.
    pub at: usize,
}

impl<'o> Writer<'o> {
    /// Writes from the beginning of `out`.
    pub const fn new(out: &'o mut [u8]) -> Self {
        Self { out, at: 0 }
    }

    /// One byte.
    pub const fn byte(&mut self, byte: u8) {
        if let Some((_, rest)) = self.out.split_at_mut_checked(self.at)
            && let Some(place) = rest.first_mut()
        {
            *place = byte;
        }
        self.at += 1;
    }

    /// A number, seven bits a byte.
    pub const fn number(&mut self, mut number: u64) {
        while number > 127 {
            self.byte(number as u8 & 127 | 128);
            number >>= 7;
        }
        self.byte(number as u8);
    }

    /// One more than the count, so that "any number" is a single nought.
    pub const fn count(&mut self, count: usize) {
        self.number(match count {
            usize::MAX => 0,
            count => count as u64 + 1,
        });
    }

    /// The sign in the lowest bit, and both extremes as small numbers.
    const fn limit(&mut self, limit: i64) {
        let number = (limit << 1 ^ limit >> 63) as u64;
        self.number(number.wrapping_add(2));
    }

    /// A number of at most two decimals.
    pub const fn float(&mut self, limit: f64) {
        let hundredths = (limit * 100.0) as i64;
        let exact = hundredths as f64 / 100.0 == limit || limit == f64::MIN || limit == f64::MAX;
        assert!(exact, "limits of numbers have at most two decimals");
        self.limit(hundredths);
    }

    /// Bytes as they are.
    pub const fn bytes(&mut self, bytes: &[u8]) {
        if let Some((_, rest)) = self.out.split_at_mut_checked(self.at)
            && let Some((place, _)) = rest.split_at_mut_checked(bytes.len())
        {
            place.copy_from_slice(bytes);
        }
        self.at += bytes.len();
    }

    /// A text with its length before it.
    pub const fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes(text.as_bytes());
    }

    /// Begins a part whose length stands before it; [`Self::end`] takes what this gives.
    pub const fn begin(&mut self) -> usize {
        self.byte(0);
        self.at
    }

    /// Ends a part. One pass writes all of it: measuring each part first would double the work with every part in a part.
    pub const fn end(&mut self, start: usize) {
        let length = self.at - start;
        let mut more = 0;
        let mut rest = length >> 7;
        while rest > 0 {
            more += 1;
            rest >>= 7;
        }
        if more > 0
            && let Some((_, part)) = self.out.split_at_mut_checked(start)
            && let Some((part, _)) = part.split_at_mut_checked(length + more)
        {
            part.rotate_right(more);
        }
        self.at = start - 1;
        self.number(length as u64);
        self.at += length;
    }

    /// Texts as one text of lines.
    pub const fn lines(&mut self, texts: &[&str]) {
        let start = self.begin();
        let mut rest = texts;
        while let Some((text, more)) = rest.split_first() {
            self.line(text, more.is_empty());
            rest = more;
        }
        self.end(start);
    }

    /// A line of a text; the last one has no end.
    pub const fn line(&mut self, text: &str, last: bool) {
        let mut letters = text.as_bytes();
        self.bytes(letters);
        while let Some((letter, rest)) = letters.split_first() {
            assert!(*letter != b'\n', "a text in a list has one line");
            letters = rest;
        }
        if !last {
            self.byte(b'\n');
        }
    }

    /// Fields, one after the other.
    pub const fn fields(&mut self, mut fields: &[Field]) {
        while let Some((field, rest)) = fields.split_first() {
            let place = match field.at {
                At::Body => 0,
                At::Header => 1,
                At::Path => 2,
                At::Query => 3_u8,
            };
            let required = if field.required { REQUIRED } else { 0 };
            self.byte(tag(&field.kind) | required | place << PLACE);
            self.text(field.name);
            self.limits(&field.kind);
            fields = rest;
        }
    }

    /// What follows the tag of a kind.
    const fn limits(&mut self, kind: &Kind) {
        match kind {
            Kind::Either(one, other) => {
                self.inner(one);
                self.inner(other);
            }
            Kind::Int { min, max } => {
                self.limit(*min);
                self.limit(*max);
            }
            Kind::List { of, min, max } => {
                self.count(*min);
                self.count(*max);
                self.inner(of);
            }
            Kind::Num { min, max, .. } => {
                self.float(*min);
                self.float(*max);
            }
            Kind::Numbers(numbers) => {
                let start = self.begin();
                self.digits(numbers);
                self.end(start);
            }
            Kind::Closed(fields) | Kind::Object(fields) => {
                let start = self.begin();
                self.fields(fields);
                self.end(start);
            }
            Kind::OneOf(texts) => self.lines(texts),
            Kind::Text { min, max } => {
                self.count(*min);
                self.count(*max);
            }
            Kind::Base64(files) | Kind::File(files) | Kind::Media(files) => {
                self.number(files.max.wrapping_add(1) as u64);
                self.text(files.types);
            }
            Kind::Url(words) => self.text(words),
            Kind::Any | Kind::Bool | Kind::Id { .. } => {}
        }
    }

    /// Whole numbers as their digits, a line each.
    const fn digits(&mut self, mut numbers: &[i64]) {
        while let Some((number, rest)) = numbers.split_first() {
            if *number < 0 {
                self.byte(b'-');
            }
            let mut unit = 1;
            while unit <= number.unsigned_abs() / 10 {
                unit *= 10;
            }
            while unit > 0 {
                self.byte(b'0' + (number.unsigned_abs() / unit % 10) as u8);
                unit /= 10;
            }
            if !rest.is_empty() {
                self.byte(b'\n');
            }
            numbers = rest;
        }
    }

    const fn inner(&mut self, kind: &Kind) {
        let start = self.begin();
        self.byte(tag(kind));
        self.limits(kind);
        self.end(start);
    }
}

const fn tag(kind: &Kind) -> u8 {
    match kind {
        Kind::Any => ANY,
        Kind::Base64(_) => BASE64,
        Kind::Bool => BOOL,
        Kind::Either(..) => EITHER,
        Kind::File(_) => FILE,
        Kind::Id { number: false } => ID,
        Kind::Id { number: true } => NUMBER_ID,
        Kind::Int { .. } => INT,
        Kind::List { .. } => LIST,
        Kind::Media(_) => MEDIA,
        Kind::Num { above: false, .. } => NUM,
        Kind::Num { above: true, .. } => ABOVE,
        Kind::Numbers(_) => NUMBERS,
        Kind::Object(_) => OBJECT,
        Kind::Closed(_) => CLOSED,
        Kind::OneOf(_) => ONE_OF,
        Kind::Url(_) => URL,
        Kind::Text { .. } => TEXT,
    }
}
