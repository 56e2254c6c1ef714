//! The fields of a row as the core carries them: dense bytes, made while compiling and read while walking.
//!
//! Rows are declared as [`Field`]s, whose pointers and padding would be a tenth of the package. What is kept of
//! them here is, for each field: a byte of kind and place, the name, and the limits as numbers of varying length.

mod write;

pub use write::{Writer, length};

use crate::field::{At, Files};

/// The fields of a request or of an object, in the order they are declared.
#[derive(Clone, Copy, Debug)]
pub struct Fields(&'static [u8]);

/// A field, as it is read back.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// The name on the wire.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Where it goes.
    pub at: At,
    /// Whether a request without it is refused.
    pub required: bool,
}

/// What a field holds: a [`Kind`], as it is read back.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Any JSON value.
    Any,
    /// Bytes as plain base64 text.
    Base64(Files),
    /// `true` or `false`.
    Bool,
    /// One of two shapes.
    Either(Inner, Inner),
    /// A file, sent as a part of a form.
    File(Files),
    /// An identifier, which the wire wants as an integer where `number` is set.
    Id {
        /// Whether the wire wants an integer.
        number: bool,
    },
    /// A whole number.
    Int {
        /// The smallest value.
        min: i64,
        /// The largest value.
        max: i64,
    },
    /// A list.
    List {
        /// What its items hold.
        of: Inner,
        /// The fewest items.
        min: usize,
        /// The most items.
        max: usize,
    },
    /// A picture, sound or film.
    Media(Files),
    /// A number.
    Num {
        /// The smallest value.
        min: f64,
        /// The largest value.
        max: f64,
        /// Whether `min` itself is refused.
        above: bool,
    },
    /// One of these whole numbers, as texts in lines.
    Numbers(&'static str),
    /// An object with these members and no others.
    Closed(Fields),
    /// An object with known members.
    Object(Fields),
    /// One of these texts, in lines.
    OneOf(&'static str),
    /// A text.
    Text {
        /// The fewest characters.
        min: usize,
        /// The most characters.
        max: usize,
    },
    /// A link that begins with one of these words.
    Url(&'static str),
}

/// A shape inside another.
#[derive(Clone, Copy, Debug)]
pub struct Inner(&'static [u8]);

const ANY: u8 = 0;
const BASE64: u8 = 1;
const BOOL: u8 = 2;
const EITHER: u8 = 3;
const FILE: u8 = 4;
const ID: u8 = 5;
const NUMBER_ID: u8 = 6;
const INT: u8 = 7;
const LIST: u8 = 8;
const MEDIA: u8 = 9;
const NUM: u8 = 10;
const ABOVE: u8 = 11;
const OBJECT: u8 = 12;
const TEXT: u8 = 13;
const ONE_OF: u8 = 14;
const NUMBERS: u8 = 15;
const URL: u8 = 128;
const CLOSED: u8 = 129;
/// The bits of a field's first byte that tell its kind.
const TAG: u8 = 128 | 15;
/// The bit of a field's first byte that says that it must be there.
const REQUIRED: u8 = 16;
/// Where a field's first byte tells the place, in two bits.
const PLACE: u32 = 5;

impl Fields {
    /// No fields.
    pub const NONE: Self = Self(&[]);

    /// The fields in bytes that a [`Writer`] has written.
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    /// The fields, one after the other.
    pub fn iter(self) -> Reader {
        Reader(self.0)
    }

    /// The field with this name.
    pub fn find(self, name: &str) -> Option<Member> {
        self.iter().find(|field| field.name == name)
    }
}

impl IntoIterator for Fields {
    type Item = Member;
    type IntoIter = Reader;

    fn into_iter(self) -> Reader {
        self.iter()
    }
}

impl Inner {
    /// The shape itself.
    pub fn shape(self) -> Shape {
        let mut reader = Reader(self.0);
        let tag = reader.byte();
        reader.shape(tag)
    }
}

/// Reads packed fields.
#[derive(Clone, Debug)]
pub struct Reader(&'static [u8]);

impl Reader {
    /// Reads bytes that a [`Writer`] has written.
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    /// Whether everything has been read.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One byte.
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        *first
    }

    /// Seven bits a byte, the lowest first.
    /// A number, seven bits a byte.
    pub fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 127) << (shift & 63);
            shift += 7;
            if byte < 128 {
                return number;
            }
        }
    }

    /// A count; any number where it is the largest.
    pub fn limit_of(&mut self) -> usize {
        (self.number() as usize).wrapping_sub(1)
    }

    fn limit(&mut self) -> i64 {
        let number = self.number().wrapping_sub(2);
        (number >> 1) as i64 ^ -((number & 1) as i64)
    }

    /// A number of at most two decimals.
    pub fn float(&mut self) -> f64 {
        match self.limit() {
            i64::MIN => f64::MIN,
            i64::MAX => f64::MAX,
            hundredths => hundredths as f64 / 100.0,
        }
    }

    /// Bytes of a length that is written before them.
    pub fn block(&mut self) -> &'static [u8] {
        let length = self.number() as usize;
        let (block, rest) = self.0.split_at_checked(length).unwrap_or_default();
        self.0 = rest;
        block
    }

    /// A text.
    pub fn text(&mut self) -> &'static str {
        std::str::from_utf8(self.block()).unwrap_or_default()
    }

    fn files(&mut self) -> Files {
        Files {
            max: (self.number() as u32).wrapping_sub(1),
            types: self.text(),
        }
    }

    fn shape(&mut self, tag: u8) -> Shape {
        match tag & TAG {
            BASE64 => Shape::Base64(self.files()),
            BOOL => Shape::Bool,
            EITHER => Shape::Either(Inner(self.block()), Inner(self.block())),
            FILE => Shape::File(self.files()),
            tag @ (ID | NUMBER_ID) => Shape::Id {
                number: tag == NUMBER_ID,
            },
            INT => Shape::Int {
                min: self.limit(),
                max: self.limit(),
            },
            LIST => Shape::List {
                min: self.limit_of(),
                max: self.limit_of(),
                of: Inner(self.block()),
            },
            MEDIA => Shape::Media(self.files()),
            tag @ (NUM | ABOVE) => Shape::Num {
                min: self.float(),
                max: self.float(),
                above: tag == ABOVE,
            },
            NUMBERS => Shape::Numbers(self.text()),
            OBJECT => Shape::Object(Fields(self.block())),
            CLOSED => Shape::Closed(Fields(self.block())),
            ONE_OF => Shape::OneOf(self.text()),
            TEXT => Shape::Text {
                min: self.limit_of(),
                max: self.limit_of(),
            },
            URL => Shape::Url(self.text()),
            _ => Shape::Any,
        }
    }
}

impl Iterator for Reader {
    type Item = Member;

    fn next(&mut self) -> Option<Member> {
        if self.0.is_empty() {
            return None;
        }
        let first = self.byte();
        let name = self.text();
        Some(Member {
            name,
            shape: self.shape(first),
            at: match first >> PLACE & 3 {
                0 => At::Body,
                1 => At::Header,
                2 => At::Path,
                _ => At::Query,
            },
            required: first & REQUIRED != 0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{Field, Kind};
    use crate::operation;

    /// Writes what is read back as the declared form would be.
    fn told(shape: Shape) -> String {
        match shape {
            Shape::Either(one, other) => {
                format!("Either({}, {})", told(one.shape()), told(other.shape()))
            }
            Shape::List { of, min, max } => {
                format!(
                    "List {{ of: {}, min: {min}, max: {max} }}",
                    told(of.shape())
                )
            }
            Shape::Object(fields) => format!("Object({})", listed(fields)),
            Shape::Closed(fields) => format!("Closed({})", listed(fields)),
            plain => format!("{plain:?}"),
        }
    }

    fn listed(fields: Fields) -> String {
        let told = |field: Member| {
            let Member {
                name, at, required, ..
            } = field;
            format!("{name} {at:?} {required} {}", told(field.shape))
        };
        fields.iter().map(told).collect::<Vec<_>>().join("; ")
    }

    fn declared(fields: &[Field]) -> String {
        fn kind_of(kind: Kind) -> String {
            match kind {
                Kind::Either(one, other) => {
                    format!("Either({}, {})", kind_of(*one), kind_of(*other))
                }
                Kind::List { of, min, max } => {
                    format!("List {{ of: {}, min: {min}, max: {max} }}", kind_of(*of))
                }
                Kind::Object(fields) => format!("Object({})", declared(fields)),
                Kind::Closed(fields) => format!("Closed({})", declared(fields)),
                Kind::OneOf(texts) => format!("OneOf({:?})", texts.join("\n")),
                Kind::Numbers(numbers) => {
                    let texts: Vec<String> = numbers.iter().map(i64::to_string).collect();
                    format!("Numbers({:?})", texts.join("\n"))
                }
                plain => format!("{plain:?}"),
            }
        }
        let told = |field: &Field| {
            let Field {
                name, at, required, ..
            } = field;
            format!("{name} {at:?} {required} {}", kind_of(field.kind))
        };
        fields.iter().map(told).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn what_is_read_back_is_what_was_declared() {
        let mut rows = 0;
        for row in operation::all() {
            assert_eq!(listed(row.fields), declared(row.declared), "{}", row.id);
            rows += usize::from(!row.declared.is_empty());
        }
        assert!(rows > 40);
    }

    #[test]
    fn limits_of_any_size_come_back() {
        const FIELDS: &[Field] = &[
            operation::opt("a", operation::int(i64::MIN, i64::MAX)),
            operation::opt("b", operation::int(-1, 0)),
            operation::opt("c", operation::int(i64::MIN + 1, i64::MAX - 1)),
            operation::opt("d", operation::text(usize::MAX - 1, usize::MAX)),
            operation::opt("e", operation::num(-0.07, 1e9)),
            operation::opt("f", operation::NUM),
            operation::opt("g", Kind::Numbers(&[-10, 0, 9, 100])),
            operation::req("h", Kind::OneOf(&["720P", "", "1:1"])),
            operation::req("i", Kind::Url("https://")).in_query(),
            operation::req("j", Kind::Numbers(&[])).in_path(),
        ];
        const BYTES: [u8; length(FIELDS)] = {
            let mut bytes = [0; length(FIELDS)];
            Writer::new(&mut bytes).fields(FIELDS);
            bytes
        };
        assert_eq!(listed(Fields::new(&BYTES)), declared(FIELDS));
    }
}
