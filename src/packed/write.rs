//! Writes fields as bytes, while compiling.

use super::{
    ABOVE, ANY, BASE64, BOOL, CLOSED, EITHER, FILE, ID, INT, LIST, MEDIA, NUM, NUMBER_ID, NUMBERS,
    OBJECT, ONE_OF, PLACE, REQUIRED, TEXT, URL,
};
use crate::field::{At, Field, Kind};

/// How many bytes the fields take.
pub const fn length(fields: &[Field]) -> usize {
    let mut nowhere = Writer {
        out: &mut [],
        at: 0,
    };
    nowhere.fields(fields);
    nowhere.at
}

/// The fields as bytes; `N` is what [`length`] says.
pub const fn pack<const N: usize>(fields: &[Field]) -> [u8; N] {
    let mut bytes = [0; N];
    let mut writer = Writer {
        out: &mut bytes,
        at: 0,
    };
    writer.fields(fields);
    bytes
}

/// Writes fields, or only counts where there is no room.
pub struct Writer<'o> {
    /// Where the bytes go.
    pub out: &'o mut [u8],
    /// How many there are.
    pub at: usize,
}

impl Writer<'_> {
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

    /// A text with its length before it.
    pub const fn text(&mut self, text: &str) {
        let mut letters = text.as_bytes();
        self.number(letters.len() as u64);
        while let Some((letter, rest)) = letters.split_first() {
            self.byte(*letter);
            letters = rest;
        }
    }

    /// Texts as one text of lines.
    pub const fn lines(&mut self, texts: &[&str]) {
        let mut length = texts.len().saturating_sub(1);
        let mut rest = texts;
        while let Some((text, more)) = rest.split_first() {
            length += text.len();
            rest = more;
        }
        self.number(length as u64);
        let mut rest = texts;
        while let Some((text, more)) = rest.split_first() {
            let mut letters = text.as_bytes();
            while let Some((letter, others)) = letters.split_first() {
                assert!(*letter != b'\n', "a text in a list has one line");
                self.byte(*letter);
                letters = others;
            }
            if !more.is_empty() {
                self.byte(b'\n');
            }
            rest = more;
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
                let mut nowhere = Writer {
                    out: &mut [],
                    at: 0,
                };
                nowhere.digits(numbers);
                self.number(nowhere.at as u64);
                self.digits(numbers);
            }
            Kind::Closed(fields) | Kind::Object(fields) => {
                self.number(length(fields) as u64);
                self.fields(fields);
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
        let mut nowhere = Writer {
            out: &mut [],
            at: 1,
        };
        nowhere.limits(kind);
        self.number(nowhere.at as u64);
        self.byte(tag(kind));
        self.limits(kind);
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
