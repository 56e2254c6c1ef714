//! The one error of every operation: what went wrong, what to do, and whether it may have cost money.

use crate::json::Writer;
use std::fmt;
use std::ops::{Deref, DerefMut};

/// What kind of failure it is; callers branch on this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The caller stopped the call.
    Aborted,
    /// The key or token is missing, wrong, or of another region.
    Auth,
    /// The account has no money left.
    Balance,
    /// The client is set up in a way that cannot work.
    Configuration,
    /// The input was refused for its content.
    ContentInput,
    /// The output was withheld for its content.
    ContentOutput,
    /// A stream ended properly but held nothing.
    Empty,
    /// Nothing arrived for too long in the middle of an answer.
    IdleTimeout,
    /// A broken invariant of this library.
    Internal,
    /// The request is wrong; the field is in `param` where it is known.
    InvalidRequest,
    /// The connection could not be made or broke.
    Network,
    /// There is no such task, file, voice or model.
    NotFound,
    /// The service is overloaded.
    Overloaded,
    /// The account may not do this.
    Permission,
    /// The answer could not be read.
    Protocol,
    /// A quota of the plan is used up until its window ends.
    Quota,
    /// Too many requests; wait and repeat.
    RateLimit,
    /// The upstream no longer offers this.
    Retired,
    /// The service failed.
    Server,
    /// The task ended without a result.
    TaskFailed,
    /// No answer came in time.
    Timeout,
    /// A stream or body ended before its end.
    Truncated,
    /// The operation cannot do this.
    Unsupported,
}

impl Kind {
    /// The stable name of the kind.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Aborted => "aborted",
            Self::Auth => "auth",
            Self::Balance => "balance",
            Self::Configuration => "configuration",
            Self::ContentInput => "content_input",
            Self::ContentOutput => "content_output",
            Self::Empty => "empty",
            Self::IdleTimeout => "idle_timeout",
            Self::Internal => "internal",
            Self::InvalidRequest => "invalid_request",
            Self::Network => "network",
            Self::NotFound => "not_found",
            Self::Overloaded => "overloaded",
            Self::Permission => "permission",
            Self::Protocol => "protocol",
            Self::Quota => "quota",
            Self::RateLimit => "rate_limit",
            Self::Retired => "retired",
            Self::Server => "server",
            Self::TaskFailed => "task_failed",
            Self::Timeout => "timeout",
            Self::Truncated => "truncated",
            Self::Unsupported => "unsupported",
        }
    }

    /// Whether an answer of this kind proves that the request was refused before anything was done.
    pub const fn refused(self) -> bool {
        matches!(
            self,
            Self::Auth
                | Self::Balance
                | Self::Configuration
                | Self::ContentInput
                | Self::InvalidRequest
                | Self::NotFound
                | Self::Permission
                | Self::Quota
                | Self::RateLimit
                | Self::Retired
                | Self::Unsupported
        )
    }

    /// Whether the same request may succeed later without a change.
    pub const fn transient(self) -> bool {
        matches!(
            self,
            Self::IdleTimeout
                | Self::Network
                | Self::Overloaded
                | Self::RateLimit
                | Self::Server
                | Self::Timeout
                | Self::Truncated
        )
    }
}

/// Whether the failed call may have cost money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Billed {
    /// Nothing was accepted.
    #[default]
    No,
    /// It cannot be known; look at the account before repeating.
    Unknown,
    /// The upstream accepted the work.
    Yes,
}

impl Billed {
    /// The stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Unknown => "unknown",
            Self::Yes => "yes",
        }
    }
}

/// A failure of a call. Its text never holds a key, a token or the caller's data.
///
/// The details are in a box: failures are rare, and every `?` moves what it may have to carry.
#[derive(Clone, Debug)]
pub struct Error(Box<Details>);

/// All that is known of a failure.
#[derive(Clone, Debug)]
pub struct Details {
    /// What kind of failure it is.
    pub kind: Kind,
    /// What happened and what to do.
    pub message: String,
    /// The HTTP status, where an answer came.
    pub status: Option<u16>,
    /// The upstream's own code.
    pub code: Option<String>,
    /// The field that is wrong.
    pub param: Option<String>,
    /// The upstream's id of the request.
    pub request_id: Option<String>,
    /// How long to wait before repeating, in milliseconds.
    pub retry_after_ms: Option<u64>,
    /// Whether the same request may succeed later.
    pub retryable: bool,
    /// Whether it may have cost money.
    pub billed: Billed,
    /// The task that was accepted before the failure, as the JSON of its job handle.
    pub job: Option<String>,
    /// The id of that task.
    pub job_id: Option<String>,
    /// The text that had arrived before the failure.
    pub partial: Option<String>,
    /// The operation that failed.
    pub operation: Option<&'static str>,
}

impl Error {
    /// An error of a kind, with what its kind says of repeating.
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self::of(kind, message.into())
    }

    fn of(kind: Kind, message: String) -> Self {
        Self(Box::new(Details {
            kind,
            message,
            status: None,
            code: None,
            param: None,
            request_id: None,
            retry_after_ms: None,
            retryable: kind.transient(),
            billed: Billed::No,
            job: None,
            job_id: None,
            partial: None,
            operation: None,
        }))
    }

    /// A request refused before sending, for the field at `param`.
    pub fn invalid(param: impl Into<String>, message: impl Into<String>) -> Self {
        let mut error = Self::new(Kind::InvalidRequest, message);
        error.param = Some(param.into());
        error
    }

    /// Adds the HTTP status.
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Adds the upstream's code.
    pub fn code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// The error as the JSON object that callers get.
    pub fn to_json(&self) -> String {
        self.behind("")
    }

    /// The same behind other text.
    pub fn behind(&self, text: &str) -> String {
        let mut told = Writer::after(text);
        told.text("kind", Some(self.kind.as_str()));
        told.text("message", Some(&self.message));
        told.number("status", self.status.map(u64::from));
        told.text("code", self.code.as_deref());
        told.text("param", self.param.as_deref());
        told.text("requestId", self.request_id.as_deref());
        told.number("retryAfterMs", self.retry_after_ms);
        told.truth("retryable", self.retryable);
        told.text("billed", Some(self.billed.as_str()));
        told.text("job", self.job.as_deref());
        told.text("jobId", self.job_id.as_deref());
        told.text("operation", self.operation);
        if self.partial.is_some() {
            let mut partial = Writer::default();
            partial.text("text", self.partial.as_deref());
            told.raw("partial", &partial.end());
        }
        told.end()
    }
}

impl Deref for Error {
    type Target = Details;

    fn deref(&self) -> &Details {
        &self.0
    }
}

impl DerefMut for Error {
    fn deref_mut(&mut self) -> &mut Details {
        &mut self.0
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
