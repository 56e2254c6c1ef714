//! What an operation is: one row of data from which requests, checks, routes and types are made.

pub use crate::field::{
    ANY_FILE, At, FILLED, Field, Files, INT, Kind, LINK, MEDIA, NUM, TEXT, above, files,
    files_under, int, list, num, numbers, one_of, opt, req, text,
};
use crate::model::{self, Law};
use crate::packed::Writer;
pub use crate::packed::{Fields, Member, Shape};
use crate::provider::Provider;
use crate::task::Task;

/// An HTTP method that an upstream operation uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Deletes a task or a resource.
    Delete,
    /// Reads; free and safe to repeat.
    Get,
    /// Creates or runs something.
    Post,
}

impl Method {
    /// The method's name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Delete => "DELETE",
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// How a request's body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// A JSON document.
    Json,
    /// A `multipart/form-data` form with one file.
    Multipart,
    /// No body: everything is in the path and the query.
    None,
}

/// The error dialect that an operation speaks (`minimax.md` 1.6, `router.md` 4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// `{type: "error", error: {type, message}}` with a real HTTP status.
    Anthropic,
    /// HTTP 200 and `base_resp.status_code` other than 0.
    Native,
    /// `{error: {message, type, http_code}}` with a real HTTP status.
    OpenAi,
    /// The router's portraits: `{success: false, message}` (E3).
    RouterAsset,
    /// The router's calls: `{error: {code, message, type}}` (E1).
    RouterCall,
    /// The router's Midjourney submits, which refuse inside HTTP 200: `{code, description}` (E4).
    RouterSubmit,
    /// The router's tasks: `{code, message, data}` (E2).
    RouterTask,
}

/// How media is written inside a JSON answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Base64 text, with or without padding or a data-URL prefix.
    Base64,
    /// Two hexadecimal digits a byte.
    Hex,
}

/// Where media sits inside a JSON answer.
#[derive(Clone, Copy, Debug)]
pub struct Inline {
    /// The member names from the root; `*` stands for every item of a list.
    pub path: &'static [&'static str],
    /// How the bytes are written. A text that starts with `http` is a link instead.
    pub encoding: Encoding,
}

/// What an operation answers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The bytes of a file.
    Bytes,
    /// A JSON document, perhaps with media inside.
    Json,
    /// A JSON document whose media is the result itself.
    Media,
    /// A text, or a JSON document where that was asked for.
    Text,
}

/// How the events of a streamed answer are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Frames of hex audio; the last one repeats the whole clip (`minimax.md` 5.1).
    Audio,
    /// Chat chunks, ended by `[DONE]` or by the whole completion (`minimax.md` 4.1, 4.2, `router.md` 7).
    Chat,
    /// Anthropic message events, ended by `message_stop` (`minimax.md` 4.3).
    Messages,
    /// OpenAI response events, ended by one that holds the whole response (`minimax.md` 4.4).
    Responses,
    /// Pieces of what was heard, ended by `finish` (`minimax.md` 5.5).
    Transcript,
}

/// A declared row as it is kept: its fields and rules packed while compiling.
#[macro_export]
macro_rules! row {
    ($row:expr) => {{
        const ROW: $crate::operation::Operation = $row;
        const BYTES: [u8; ROW.packed_length()] = ROW.pack();
        ROW.packed(&BYTES)
    }};
}

/// The rows of a file: `rows![CREATE, QUERY]`.
#[macro_export]
macro_rules! rows {
    ($($row:expr),* $(,)?) => { &[ $( $crate::row!($row) ),* ] };
}

/// One operation of an upstream: the single declaration that everything else is made from.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// Provider, group and verb, joined by dots: `minimax.image.generate`.
    pub id: &'static str,
    /// Whose operation it is.
    pub provider: &'static Provider,
    /// The HTTP method.
    pub method: Method,
    /// The path below the provider's base URL; captures in braces.
    pub path: &'static str,
    /// How the body is written.
    pub body: Body,
    /// The error dialect it speaks.
    pub dialect: Dialect,
    /// The fields of a request.
    pub fields: Fields,
    /// The fields as the row declares them; in wasm only until they are packed.
    #[cfg(feature = "docs")]
    pub declared: &'static [Field],
    #[cfg(not(feature = "docs"))]
    declared: &'static [Field],
    /// Members that the body has unless the request says otherwise, each with its value as JSON.
    pub defaults: &'static [(&'static str, &'static str)],
    /// The ids of rules that a field's own limits keep, as [`model::Body::names`] has them; in wasm only until they are packed.
    pub names: &'static [(&'static str, &'static str)],
    /// Rules over several fields; in wasm only until they are packed.
    pub laws: &'static [Law],
    /// Both as [`model::rules`] reads them.
    pub rules: &'static [u8],
    /// What it answers with.
    pub answer: Answer,
    /// Media inside a JSON answer.
    pub media: &'static [Inline],
    /// Identifiers in a JSON answer that are numbers on the wire and strings in the API.
    pub ids: &'static [&'static str],
    /// Fields of the request that belong to the answer too, where the upstream does not repeat them.
    pub echo: &'static [&'static str],
    /// How a streamed answer is read; `None` where it cannot stream.
    pub stream: Option<Stream>,
    /// How the task that it creates is followed; `None` where it creates none.
    pub task: Option<&'static Task>,
    /// Whether a repeated request may cost money or create something twice.
    pub bills: bool,
    /// The largest request body in bytes.
    pub max_body: u32,
    /// The fields of a JSON answer, for types.
    #[cfg(feature = "docs")]
    pub returns: &'static [Field],
    /// What it does, in one or two sentences.
    #[cfg(feature = "docs")]
    pub doc: &'static str,
}

/// The largest JSON body that is sent by default: 64 MiB (`minimax.md` 4.1, `router.md` 4).
const MAX_JSON: u32 = 64 * 1024 * 1024;

impl Operation {
    /// A new row; the builders below say what differs from a free JSON call.
    pub const fn new(
        provider: &'static Provider,
        dialect: Dialect,
        method: Method,
        id: &'static str,
        path: &'static str,
    ) -> Self {
        Self {
            id,
            provider,
            method,
            path,
            body: match method {
                Method::Post => Body::Json,
                Method::Delete | Method::Get => Body::None,
            },
            dialect,
            fields: Fields::NONE,
            declared: &[],
            defaults: &[],
            names: &[],
            laws: &[],
            rules: &[],
            answer: Answer::Json,
            media: &[],
            ids: &[],
            echo: &[],
            stream: None,
            task: None,
            bills: false,
            max_body: MAX_JSON,
            #[cfg(feature = "docs")]
            returns: &[],
            #[cfg(feature = "docs")]
            doc: "",
        }
    }

    /// A repeated request may cost money or create something twice.
    pub const fn bills(mut self) -> Self {
        self.bills = true;
        self
    }

    /// The fields of a request.
    pub const fn fields(mut self, fields: &'static [Field]) -> Self {
        self.declared = fields;
        self
    }

    /// How many bytes its fields and rules take when packed.
    pub const fn packed_length(&self) -> usize {
        let mut nowhere = Writer::new(&mut []);
        self.write(&mut nowhere);
        nowhere.at
    }

    /// Its fields and rules as bytes.
    pub const fn pack<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.write(&mut Writer::new(&mut bytes));
        bytes
    }

    const fn write(&self, writer: &mut Writer<'_>) {
        writer.fields(self.declared);
        if !self.names.is_empty() || !self.laws.is_empty() {
            model::write(writer, self.names, self.laws);
        }
    }

    /// The row with its fields and rules packed, as [`row!`](crate::row) has it.
    pub const fn packed(mut self, bytes: &'static [u8]) -> Self {
        if let Some((fields, rules)) = bytes.split_at_checked(crate::packed::length(self.declared))
        {
            self.fields = Fields::new(fields);
            self.rules = rules;
        }
        if cfg!(not(feature = "docs")) {
            self.declared = &[];
            self.names = &[];
            self.laws = &[];
        }
        self
    }

    /// What the body holds, as JSON, where the request leaves it out.
    pub const fn defaults(mut self, defaults: &'static [(&'static str, &'static str)]) -> Self {
        self.defaults = defaults;
        self
    }

    /// The ids of rules that a field's own limits keep, by the field's path or by the limit's own name.
    pub const fn names(mut self, names: &'static [(&'static str, &'static str)]) -> Self {
        self.names = names;
        self
    }

    /// Rules over several fields.
    pub const fn laws(mut self, laws: &'static [Law]) -> Self {
        self.laws = laws;
        self
    }

    /// The body is a form of at most `max` bytes.
    pub const fn multipart(mut self, max: u32) -> Self {
        self.body = Body::Multipart;
        self.max_body = max;
        self
    }

    /// The error dialect, where it differs from the provider's usual one.
    pub const fn dialect(mut self, dialect: Dialect) -> Self {
        self.dialect = dialect;
        self
    }

    /// The answer is the bytes of a file.
    pub const fn answers_bytes(mut self) -> Self {
        self.answer = Answer::Bytes;
        self
    }

    /// The answer's media, found at these places, is the result itself.
    pub const fn answers_media(mut self, media: &'static [Inline]) -> Self {
        self.answer = Answer::Media;
        self.media = media;
        self
    }

    /// The JSON answer may hold media at these places.
    pub const fn media(mut self, media: &'static [Inline]) -> Self {
        self.media = media;
        self
    }

    /// Identifiers in the answer that are numbers on the wire.
    pub const fn ids(mut self, ids: &'static [&'static str]) -> Self {
        self.ids = ids;
        self
    }

    /// The answer is a text where the request asks for one, else JSON.
    pub const fn answers_text(mut self) -> Self {
        self.answer = Answer::Text;
        self
    }

    /// Fields of the request that the answer lacks.
    pub const fn echo(mut self, echo: &'static [&'static str]) -> Self {
        self.echo = echo;
        self
    }

    /// The answer can stream.
    pub const fn streams(mut self, stream: Stream) -> Self {
        self.stream = Some(stream);
        self
    }

    /// The operation creates a task that can be followed to its end.
    pub const fn task(mut self, task: &'static Task) -> Self {
        self.task = Some(task);
        self
    }

    /// The fields of the JSON answer; kept out of wasm.
    pub const fn returns(self, _returns: &'static [Field]) -> Self {
        #[cfg(feature = "docs")]
        let this = {
            let mut this = self;
            this.returns = _returns;
            this
        };
        #[cfg(not(feature = "docs"))]
        let this = self;
        this
    }

    /// Says what the operation does; kept out of wasm.
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

    /// The names that the query may hold.
    pub fn query_names(&self) -> impl Iterator<Item = &'static str> {
        self.fields
            .iter()
            .filter(|field| field.at == At::Query)
            .map(|field| field.name)
    }
}

/// Every operation of every provider.
pub fn all() -> impl Iterator<Item = &'static Operation> {
    crate::provider::operations()
}

/// The operation with this id.
pub fn find(id: &str) -> Option<&'static Operation> {
    all().find(|operation| operation.id == id)
}

/// The operation that `target` names: an id, a task's name, or `POST /minimax/v1/image_generation`, whose captures may be
/// in braces.
pub fn resolve(target: &str) -> Option<&'static Operation> {
    let Some((method, path)) = crate::text::cut(target, b" ") else {
        let task = |operation: &&Operation| operation.task.is_some_and(|t| t.name == target);
        return find(target).or_else(|| all().find(task));
    };
    let path = path.strip_prefix("/").unwrap_or(path);
    let mut found = None;
    for operation in all() {
        let rest = path.strip_prefix(operation.provider.name);
        if let Some(rest) = rest.filter(|_| operation.method.as_str() == method) {
            // More exact than a capture: `/v1/videos/subtitle-erase` is no task id.
            if rest == operation.path {
                return Some(operation);
            }
            if fits(operation.path, rest) {
                found = Some(operation);
            }
        }
    }
    found
}

/// Whether a path is what a template stands for.
fn fits(template: &str, path: &str) -> bool {
    let mut segments = crate::text::parts(path, b"/");
    for part in crate::text::parts(template, b"/") {
        let Some(segment) = segments.next() else {
            return false;
        };
        if segment != part && (capture(part).is_none() || !is_capture(segment)) {
            return false;
        }
    }
    segments.next().is_none()
}

/// What a method and a path below a mount lead to.
#[derive(Debug)]
pub enum Route {
    /// An operation, with what its path captured.
    Found {
        /// The row.
        operation: &'static Operation,
        /// Capture names and their checked values.
        captures: Vec<(&'static str, String)>,
    },
    /// The path is known, with these methods.
    WrongMethod(Vec<&'static str>),
    /// No operation has this path.
    NotFound,
}

/// Finds the operation for a raw method and a raw path below the provider's mount.
///
/// The path is matched as it came, byte for byte: what is not a template's own text must be a capture, and
/// a capture holds only letters, digits and `_ - . :`, so no encoded slash or dot segment can pass.
pub fn route(provider: &str, method: &str, path: &str) -> Route {
    let mut methods = Vec::new();
    // A path without captures is more exact than one with: `/v1/videos/subtitle-erase` is no task id.
    let mut best: Option<(&'static Operation, Vec<(&'static str, String)>)> = None;
    for operation in all().filter(|operation| operation.provider.name == provider) {
        let Some(captures) = captures(operation.path, path) else {
            continue;
        };
        if operation.method.as_str() != method {
            methods.push(operation.method.as_str());
            continue;
        }
        if best
            .as_ref()
            .is_none_or(|(_, found)| captures.len() < found.len())
        {
            best = Some((operation, captures));
        }
    }
    match best {
        Some((operation, captures)) => Route::Found {
            operation,
            captures,
        },
        None if methods.is_empty() => Route::NotFound,
        None => Route::WrongMethod(methods),
    }
}

/// What the template's captures match in `path`; `None` when it does not fit.
fn captures(template: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let mut found = Vec::new();
    let mut segments = crate::text::parts(path, b"/");
    for part in crate::text::parts(template, b"/") {
        let segment = segments.next()?;
        match capture(part) {
            Some(name) if is_capture(segment) => found.push((name, segment.to_string())),
            None if part == segment => {}
            _ => return None,
        }
    }
    segments.next().is_none().then_some(found)
}

/// The name of a capture, where a part of a template is one.
pub fn capture(part: &str) -> Option<&str> {
    part.strip_prefix("{")?.strip_suffix("}")
}

/// Whether a path segment may stand for an identifier.
pub fn is_capture(segment: &str) -> bool {
    (1..=128).contains(&segment.len())
        && segment
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b':'))
        && segment.bytes().any(|b| b != b'.')
}
