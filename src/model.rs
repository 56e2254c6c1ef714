//! What models take: the request of each family, the rules that save money, and how the uniform request is spelled in it.
//!
//! A [`Body`] is the single declaration of a request that some models of an operation share (`router.md` 6 and 10). The
//! rules of an operation's own row are written and judged in the same way. Bodies are packed into one run of bytes, which
//! the Worker holds and the package loads when it is first needed.

mod judge;
mod pack;

pub use judge::{ask, check, entry, install, judge, rules};
pub use pack::{length, pack, write};

use crate::field::{Field, Files};
use crate::packed::{Fields, Reader};

/// A request that some models of an operation share.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    /// The family's name: `seedance`.
    pub family: &'static str,
    /// What the models make: `video`, `image`, `speech`, `music`, `chat`, or another word where there is no uniform request.
    pub kind: &'static str,
    /// The operations that take it; the uniform request goes to the first.
    pub operations: &'static [&'static str],
    /// The models.
    pub models: &'static [Model],
    /// Whether members that are not declared are refused.
    pub closed: bool,
    /// Whether only the uniform request is checked against it: the operation's own row checks the others.
    pub uniform_only: bool,
    /// The members, `model` left out; none where the operation's own row says them all.
    pub fields: &'static [Field],
    /// The ids of rules that a field's own limits keep, by the field's path or by the limit's own name, such as `link`.
    /// The last that fits counts.
    pub names: &'static [(&'static str, &'static str)],
    /// Rules over several fields.
    pub laws: &'static [Law],
    /// How the members of the uniform request are written.
    pub ports: &'static [Port],
    /// Rules over the uniform request itself, in which the items of a list stand by their role: `images.last_frame`.
    pub asks: &'static [Law],
    /// JSON that a uniform request begins with, where the service's own default is dear or unknown.
    pub defaults: &'static str,
}

/// A body with nothing but a family, a kind and its operations.
pub const fn body(
    family: &'static str,
    kind: &'static str,
    operations: &'static [&'static str],
) -> Body {
    Body {
        family,
        kind,
        operations,
        models: &[],
        closed: true,
        uniform_only: false,
        fields: &[],
        names: &[],
        laws: &[],
        ports: &[],
        asks: &[],
        defaults: "",
    }
}

impl Body {
    /// Another kind than its group has.
    pub const fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// The models that take it.
    pub const fn models(mut self, models: &'static [Model]) -> Self {
        self.models = models;
        self
    }

    /// Members that are not declared pass.
    pub const fn open(mut self) -> Self {
        self.closed = false;
        self
    }

    /// Only the uniform request is checked against it.
    pub const fn uniform_only(mut self) -> Self {
        self.uniform_only = true;
        self.closed = false;
        self
    }

    /// The members, `model` left out.
    pub const fn fields(mut self, fields: &'static [Field]) -> Self {
        self.fields = fields;
        self
    }

    /// The ids of rules that a field's own limits keep, by the field's path.
    pub const fn names(mut self, names: &'static [(&'static str, &'static str)]) -> Self {
        self.names = names;
        self
    }

    /// Rules over several fields.
    pub const fn laws(mut self, laws: &'static [Law]) -> Self {
        self.laws = laws;
        self
    }

    /// How the members of the uniform request are written.
    pub const fn ports(mut self, ports: &'static [Port]) -> Self {
        self.ports = ports;
        self
    }

    /// Rules over the uniform request itself.
    pub const fn asks(mut self, asks: &'static [Law]) -> Self {
        self.asks = asks;
        self
    }

    /// JSON that a uniform request begins with.
    pub const fn defaults(mut self, json: &'static str) -> Self {
        self.defaults = json;
        self
    }
}

/// A model by its id.
#[derive(Clone, Copy, Debug)]
pub struct Model {
    /// The id on the wire.
    pub id: &'static str,
    /// `deprecated`, `closed`, or nothing.
    pub status: &'static str,
    /// An example of what a call costs; none where no document shows one.
    pub price: Option<Price>,
}

/// An example of what a call costs, as a document shows it (`router.md` 11.5): for sanity, not a promise.
#[derive(Clone, Copy, Debug)]
pub struct Price {
    /// US dollars.
    pub usd: f64,
    /// How much of what it counts, such as 5 seconds; 1 for a call.
    pub amount: f64,
    /// What it counts: `second`, `character`, `image`, `call`.
    pub unit: &'static str,
    /// Under which conditions: `720P`.
    pub note: &'static str,
}

/// When the examples of prices were read.
pub const PRICES_OF: &str = "2026-11";

/// A model.
pub const fn model(id: &'static str) -> Model {
    Model {
        id,
        status: "",
        price: None,
    }
}

impl Model {
    /// The model still answers and should not be chosen any more.
    pub const fn deprecated(mut self) -> Self {
        self.status = "deprecated";
        self
    }

    /// The model is closed to new accounts, or offered in prose only.
    pub const fn status(mut self, status: &'static str) -> Self {
        self.status = status;
        self
    }

    /// What an example cost: `usd` for `amount` of `unit`s.
    pub const fn price(
        mut self,
        usd: f64,
        amount: f64,
        unit: &'static str,
        note: &'static str,
    ) -> Self {
        self.price = Some(Price {
            usd,
            amount,
            unit,
            note,
        });
        self
    }
}

/// A rule over several fields of a request.
#[derive(Clone, Copy, Debug)]
pub struct Law {
    /// The rule's id: `S2` (`router.md` 10).
    pub id: &'static str,
    /// Whether a request that breaks it is refused; else it is only warned of.
    pub refuse: bool,
    /// The field that the problem is reported at; `[]` stands for the first item that meets the condition, an [`When::Each`].
    pub at: &'static str,
    /// What makes a request wrong.
    pub when: When,
    /// What is wrong, as the end of a sentence that begins with the field.
    pub says: &'static str,
}

/// A rule: requests for which `when` holds are refused.
pub const fn refuse(id: &'static str, at: &'static str, when: When, says: &'static str) -> Law {
    Law {
        id,
        refuse: true,
        at,
        when,
        says,
    }
}

/// A doubt: requests for which `when` holds pass with a warning.
pub const fn warn(id: &'static str, at: &'static str, when: When, says: &'static str) -> Law {
    Law {
        id,
        refuse: false,
        at,
        when,
        says,
    }
}

/// A condition on a request. Paths are member names joined by dots from the root, or from the item inside [`When::Each`];
/// an empty path is the value itself. A member that is null, an empty text or an empty list is not given.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// All of them hold.
    All(&'static [When]),
    /// One of them holds.
    Any(&'static [When]),
    /// It does not hold.
    Not(&'static When),
    /// The member is given.
    Has(&'static str),
    /// The member is a text, number or boolean that is written as one of these words.
    Is(&'static str, &'static [&'static str]),
    /// The members hold so many things together, a list as many as it has items.
    Count(&'static [&'static str], usize, usize),
    /// The two members hold equally many things.
    Even(&'static str, &'static str),
    /// The member is a number, or the text of one, from the first to the second.
    Within(&'static str, f64, f64),
    /// The text begins with one of these words.
    Starts(&'static str, &'static [&'static str]),
    /// The text holds one of these words.
    Holds(&'static str, &'static [&'static str]),
    /// The text is written like one of these patterns, in which `9` is a digit, `h` a hexadecimal one, `a` a letter, `w`
    /// a letter or a digit, and `*` any number of letters, digits, `-` and `_`.
    Like(&'static str, &'static [&'static str]),
    /// The text has more characters than this.
    Longer(&'static str, usize),
    /// The text has more words than this; a Chinese character counts as two.
    Wordy(&'static str, usize),
    /// An item of the list meets the condition.
    Each(&'static str, &'static When),
    /// So many items of the list meet the condition.
    Tally(&'static str, &'static When, usize, usize),
    /// Those of the members that are given are not all the same number.
    Differ(&'static [&'static str]),
    /// The text is two whole numbers with a sign between, such as `1280x720`, whose reduced ratio is one of these.
    Ratio(&'static str, &'static [&'static str]),
    /// The text is two whole numbers with a sign between, whose product lies between these.
    Area(&'static str, u64, u64),
    /// The text is two whole numbers with a sign between, one more than so many times the other.
    Thin(&'static str, u64),
    /// The member is a number that leaves a remainder when it is divided by this.
    Remainder(&'static str, u64),
    /// The member is a file whose type is known, and is one of these; any where there are none. As in
    /// [`crate::field::Files::types`].
    Type(&'static str, &'static str),
    /// The numbers, which may be texts with a percent sign, of this member of the list's items make up the other
    /// member, or the number that is written there instead of a path.
    Sum(&'static str, &'static str, &'static str),
}

/// The size at a path is known, and more than such files may have.
pub const fn over(size: &'static str, files: Files) -> When {
    When::Within(size, files.max as f64 + 1.0, f64::MAX)
}

/// How a member of the uniform request is written for a family.
#[derive(Clone, Copy, Debug)]
pub struct Port {
    /// The member: `duration`, or a list and a role, as in `images.first_frame`.
    pub from: &'static str,
    /// Where its value goes; a list there takes each value as an item where `item` is set.
    pub to: &'static str,
    /// Whether the value is an item of a list.
    pub item: bool,
    /// Values that are written differently, each as `ours=theirs`; others are refused. `WxH` stands for any two whole
    /// numbers, as in `WxH=W*H`.
    pub words: &'static [&'static str],
    /// JSON in which the text `$` stands for the value; empty where the value goes there as it is.
    pub shape: &'static str,
    /// JSON that is merged into the request as well.
    pub sets: &'static str,
    /// The member that has to be given too for the port to be used; with a `!` before it, must not be.
    pub beside: &'static str,
}

/// A member that goes to a place as it is.
pub const fn port(from: &'static str, to: &'static str) -> Port {
    Port {
        from,
        to,
        item: false,
        words: &[],
        shape: "",
        sets: "",
        beside: "",
    }
}

impl Port {
    /// The value is an item of the list there.
    pub const fn item(mut self) -> Self {
        self.item = true;
        self
    }

    /// Values that are written differently, each as `ours=theirs`.
    pub const fn words(mut self, words: &'static [&'static str]) -> Self {
        self.words = words;
        self
    }

    /// JSON in which the text `$` stands for the value.
    pub const fn shape(mut self, json: &'static str) -> Self {
        self.shape = json;
        self
    }

    /// JSON that is merged into the request as well.
    pub const fn sets(mut self, json: &'static str) -> Self {
        self.sets = json;
        self
    }

    /// The member that has to be given too; with a `!` before it, must not be.
    pub const fn beside(mut self, member: &'static str) -> Self {
        self.beside = member;
        self
    }
}

/// A body, as it is read back.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The family's name.
    pub family: &'static str,
    /// What its models make.
    pub kind: &'static str,
    /// The operations that take it, in lines.
    pub operations: &'static str,
    /// The models, in lines.
    pub models: &'static str,
    /// Whether undeclared members are refused.
    pub closed: bool,
    /// Whether only uniform requests are checked.
    pub uniform_only: bool,
    /// The members.
    pub fields: Fields,
    rules: &'static [u8],
    /// How the uniform request is written, to be read by [`crate::uniform`].
    pub ports: Reader,
    asks: &'static [u8],
    /// What a uniform request begins with.
    pub defaults: &'static str,
}
