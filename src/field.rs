//! The words that rows are written in: what the fields of requests and answers hold.

/// Where a field of a request goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// A member of the JSON body, or a part of the form.
    Body,
    /// A header.
    Header,
    /// A capture of the path.
    Path,
    /// A parameter of the query.
    Query,
}

/// What a field holds. Limits are inclusive; text is counted in characters.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any JSON value, passed on as it is.
    Any,
    /// Bytes as plain base64 text: the text itself, or a file that is sent so.
    Base64(Files),
    /// `true` or `false`.
    Bool,
    /// An object with these members and no others.
    Closed(&'static [Field]),
    /// One of two shapes, such as a text or a list of parts.
    Either(&'static Kind, &'static Kind),
    /// A file, sent as a part of a form.
    File(Files),
    /// An identifier: a string in the API, an exact integer on the wire where `number` is set.
    Id {
        /// Whether the wire wants an integer, which may be beyond 2^53.
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
        of: &'static Kind,
        /// The fewest items.
        min: usize,
        /// The most items.
        max: usize,
    },
    /// A picture, sound or film: a URL, a data URL, or a file that is sent as a data URL.
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
    /// One of these whole numbers.
    Numbers(&'static [i64]),
    /// An object with known members; unknown ones pass.
    Object(&'static [Field]),
    /// One of these texts, and no other.
    OneOf(&'static [&'static str]),
    /// A text.
    Text {
        /// The fewest characters.
        min: usize,
        /// The most characters.
        max: usize,
    },
    /// A link that the service fetches itself, beginning with one of these words with spaces between: `https:// asset://`.
    Url(&'static str),
}

/// The files that a field takes, as far as their size and type are known before they are sent.
#[derive(Clone, Copy, Debug)]
pub struct Files {
    /// The most bytes; any number where it is the largest.
    pub max: u32,
    /// How the names of files of these types end, with spaces between; every type where there are none.
    pub types: &'static str,
}

/// Files of any size and type.
pub const ANY_FILE: Files = Files {
    max: u32::MAX,
    types: "",
};
/// Media of any size and type.
pub const MEDIA: Kind = Kind::Media(ANY_FILE);

/// Files of at most so many megabytes. They are of 2^20 bytes, so that nothing is refused for the other meaning.
pub const fn files(megabytes: u32, types: &'static str) -> Files {
    let max = megabytes << 20;
    Files { max, types }
}

/// Files of less than so many megabytes.
pub const fn files_under(megabytes: u32, types: &'static str) -> Files {
    let max = (megabytes << 20) - 1;
    Files { max, types }
}

/// A link of the web.
pub const LINK: Kind = Kind::Url("https:// http://");

/// A text of any length.
pub const TEXT: Kind = Kind::Text {
    min: 0,
    max: usize::MAX,
};
/// A text with at least one character.
pub const FILLED: Kind = Kind::Text {
    min: 1,
    max: usize::MAX,
};
/// Any whole number.
pub const INT: Kind = Kind::Int {
    min: i64::MIN,
    max: i64::MAX,
};
/// Any number.
pub const NUM: Kind = Kind::Num {
    min: f64::MIN,
    max: f64::MAX,
    above: false,
};

/// A text of `min` to `max` characters.
pub const fn text(min: usize, max: usize) -> Kind {
    Kind::Text { min, max }
}

/// A whole number from `min` to `max`.
pub const fn int(min: i64, max: i64) -> Kind {
    Kind::Int { min, max }
}

/// A number from `min` to `max`.
pub const fn num(min: f64, max: f64) -> Kind {
    Kind::Num {
        min,
        max,
        above: false,
    }
}

/// A number greater than `min`, up to `max`.
pub const fn above(min: f64, max: f64) -> Kind {
    Kind::Num {
        min,
        max,
        above: true,
    }
}

/// One of these texts.
pub const fn one_of(values: &'static [&'static str]) -> Kind {
    Kind::OneOf(values)
}

/// One of these whole numbers.
pub const fn numbers(values: &'static [i64]) -> Kind {
    Kind::Numbers(values)
}

/// A list of `min` to `max` items.
pub const fn list(of: &'static Kind, min: usize, max: usize) -> Kind {
    Kind::List { of, min, max }
}

/// A field of a request or of an answer.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Where it goes.
    pub at: At,
    /// Whether a request without it is refused, or an answer always has it.
    pub required: bool,
    /// Known values: suggestions in the types, never a refusal.
    #[cfg(feature = "docs")]
    pub known: &'static [&'static str],
    /// What it means, with unit and default.
    #[cfg(feature = "docs")]
    pub doc: &'static str,
}

/// What is said of a task or a provider; kept out of wasm.
pub const fn told(doc: &'static str) -> &'static str {
    if cfg!(feature = "docs") { doc } else { "" }
}

/// An optional field of the body.
pub const fn opt(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        at: At::Body,
        required: false,
        #[cfg(feature = "docs")]
        known: &[],
        #[cfg(feature = "docs")]
        doc: "",
    }
}

/// A required field of the body.
pub const fn req(name: &'static str, kind: Kind) -> Field {
    let mut field = opt(name, kind);
    field.required = true;
    field
}

impl Field {
    /// Says what the field means; kept out of wasm.
    pub const fn doc(self, _doc: &'static str) -> Self {
        #[cfg(feature = "docs")]
        let this = {
            let mut this = self;
            this.doc = _doc;
            this
        };
        #[cfg(not(feature = "docs"))]
        let this = self;
        this
    }

    /// Names the values known today; kept out of wasm.
    pub const fn known(self, _known: &'static [&'static str]) -> Self {
        #[cfg(feature = "docs")]
        let this = {
            let mut this = self;
            this.known = _known;
            this
        };
        #[cfg(not(feature = "docs"))]
        let this = self;
        this
    }

    /// Sends the field as a header of its name.
    pub const fn in_header(mut self) -> Self {
        self.at = At::Header;
        self
    }

    /// Puts the field into the path.
    pub const fn in_path(mut self) -> Self {
        self.at = At::Path;
        self
    }

    /// Puts the field into the query.
    pub const fn in_query(mut self) -> Self {
        self.at = At::Query;
        self
    }
}
