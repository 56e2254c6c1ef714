//! What a provider is: its rows, how it says that something failed, and how the Worker says so in its words.

use crate::error::{Billed, Error, Kind};
use crate::operation::{Dialect, Operation};
use crate::text;
use crate::text::digits;
use std::fmt;
use std::slice::Iter;

/// The start of an answer, as the host saw it.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// The HTTP status.
    pub status: u16,
    /// Header names in lower case, and their values.
    pub headers: Vec<(String, String)>,
    /// How long `Retry-After` asks to wait; the host, which has a clock, reads seconds and dates alike.
    pub retry_after_ms: Option<u64>,
    /// The host's clock when it came, in milliseconds since 1970.
    pub now_ms: u64,
}

impl Head {
    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether the status is 2xx.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Whether the answer is of this content type.
    pub fn is_type(&self, mime: &str) -> bool {
        self.header("content-type")
            .and_then(|value| text::parts(value, b";").next())
            .is_some_and(|value| value.trim_ascii().eq_ignore_ascii_case(mime))
    }

    /// Whether the content type is one of text, and not of a page.
    pub fn is_text(&self) -> bool {
        let mime = self.header("content-type").unwrap_or_default();
        mime.starts_with("text/") && !self.is_type("text/html")
    }

    /// The upstream's id of the request, where a header tells it.
    pub fn request_id(&self) -> Option<String> {
        ["x-request-id", "trace-id", "request-id"]
            .iter()
            .find_map(|name| self.header(name))
            .map(str::to_string)
    }
}

/// An upstream: its rows and its dialects.
pub struct Provider {
    /// The name in ids and the Worker's mount.
    pub name: &'static str,
    /// What it offers, in a sentence.
    pub doc: &'static str,
    /// The dialect of an error that belongs to no row.
    pub dialect: Dialect,
    /// Reads a whole answer, or one event of a stream, as a failure; `None` when it is none.
    pub fault: fn(&Operation, &Head, &[u8]) -> Option<Error>,
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// The rows of a provider, a slice for each capability or family.
pub type Groups = &'static [&'static &'static [Operation]];

/// Every provider with its rows. A new one is its own folder and a line here.
static PROVIDERS: &[(&Provider, Groups)] = &[
    (&crate::minimax::provider::MINIMAX, crate::minimax::GROUPS),
    (&crate::router::provider::ROUTER, crate::router::GROUPS),
];

/// Every provider.
pub fn all() -> impl Iterator<Item = &'static Provider> {
    PROVIDERS.iter().map(|(provider, _)| *provider)
}

/// The provider with this name.
pub fn find(name: &str) -> Option<&'static Provider> {
    all().find(|provider| provider.name == name)
}

/// Every row of every provider.
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    Rows {
        providers: PROVIDERS.iter(),
        groups: [].iter(),
        rows: [].iter(),
    }
}

/// Rows, group by group. The standard library's flattening is several times the code.
struct Rows {
    providers: Iter<'static, (&'static Provider, Groups)>,
    groups: Iter<'static, &'static &'static [Operation]>,
    rows: Iter<'static, Operation>,
}

impl Iterator for Rows {
    type Item = &'static Operation;

    fn next(&mut self) -> Option<&'static Operation> {
        loop {
            if let Some(row) = self.rows.next() {
                return Some(row);
            }
            match self.groups.next() {
                Some(group) => self.rows = group.iter(),
                None => self.groups = self.providers.next()?.1.iter(),
            }
        }
    }
}

/// An error in a dialect, for answers that the Worker gives itself.
///
/// `status` is what plain HTTP would say; a dialect that reports inside HTTP 200 gives 200.
pub fn error_body(dialect: Dialect, status: u16, error: &Error) -> (u16, String) {
    let (status, body) = match dialect {
        Dialect::Anthropic | Dialect::Native | Dialect::OpenAi => {
            crate::minimax::provider::refusal(dialect, status, error)
        }
        Dialect::RouterAsset
        | Dialect::RouterCall
        | Dialect::RouterSubmit
        | Dialect::RouterTask => crate::router::provider::refusal(dialect, status, error),
    };
    (status, crate::json::to_string(&body))
}

/// The error that a status alone stands for, when the body tells nothing readable.
pub fn by_status(status: u16) -> Error {
    let (kind, message) = match status {
        400 | 405 | 409 | 411 | 413 | 414 | 415 | 422 | 431 => {
            (Kind::InvalidRequest, "the request was refused")
        }
        401 => (
            Kind::Auth,
            "the key or token was refused; check it and the account's region",
        ),
        402 => (Kind::Balance, "the account has no balance left; top it up"),
        403 => (Kind::Permission, "the account may not do this"),
        404 => (Kind::NotFound, "there is no such resource or path"),
        408 | 504 => (Kind::Timeout, "the service did not answer in time"),
        410 => (Kind::Retired, "the service no longer offers this"),
        429 => (Kind::RateLimit, "too many requests; wait before repeating"),
        503 | 529 => (Kind::Overloaded, "the service is overloaded; repeat later"),
        500..=599 => (Kind::Server, "the service failed"),
        300..=399 => (Kind::Protocol, "the service answered with a redirect"),
        _ => (Kind::Protocol, "the answer could not be read"),
    };
    Error::new(kind, text!(message, " (HTTP ", digits(status.into()), ")")).status(status)
}

/// The error for an answer that should have been JSON and is not.
pub fn unreadable(head: &Head, body: &[u8]) -> Error {
    if !head.is_success() {
        return by_status(head.status);
    }
    let text = body.trim_ascii();
    let what = match text {
        [] => "the answer is empty",
        [b'<', ..] => "the answer is an HTML page; check the base URL",
        [b'{' | b'[', ..] => "the answer was cut off",
        _ => "the answer is not JSON; check the base URL",
    };
    let mut error = Error::new(Kind::Protocol, what).status(head.status);
    if matches!(text, [b'{' | b'[', ..]) {
        error.kind = Kind::Truncated;
        error.retryable = true;
    }
    // A success status came with it, so the work may well have been done.
    error.billed = Billed::Unknown;
    error
}
