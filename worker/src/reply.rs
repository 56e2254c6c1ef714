//! The shapes in which the Worker refuses: each upstream's own below its mount, one of ours elsewhere.

use genmedia::error::{Billed, Error, Kind};
use genmedia::json;
use genmedia::operation::{Dialect, Operation};
use genmedia::provider::{self, Provider};

/// Why a request ends here, and how that is said in plain HTTP.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// What went wrong and what to do.
    pub error: Box<Error>,
    /// The methods that would be right, for 405.
    pub allow: Option<String>,
}

impl Refusal {
    /// A refusal for an error.
    pub fn of(status: u16, error: Error) -> Self {
        Self {
            status,
            error: Box::new(error),
            allow: None,
        }
    }

    /// A refusal of a kind.
    pub fn new(status: u16, kind: Kind, message: &str) -> Self {
        Self::of(status, Error::new(kind, message))
    }

    /// A request that is wrong in itself.
    pub fn invalid(status: u16, message: &str) -> Self {
        Self::new(status, Kind::InvalidRequest, message)
    }

    /// A method that the path does not have.
    pub fn wrong_method(allow: &str) -> Self {
        let mut refusal = Self::invalid(405, &format!("This address takes {allow} only."));
        refusal.allow = Some(allow.to_string());
        refusal
    }

    /// A request that was sent and whose fate is unknown.
    pub fn after_sending(mut self, operation: &Operation) -> Self {
        if operation.bills {
            self.error.billed = Billed::Unknown;
        }
        self
    }
}

/// In whose words a refusal is said.
#[derive(Clone, Copy, Debug)]
pub enum Voice {
    /// Outside the mounts.
    Own,
    /// Below a provider's mount, in one of its dialects.
    Of(Dialect),
}

impl Voice {
    /// The voice of the rows whose paths have the most leading segments in common with this one, where
    /// they agree on a dialect: below `/anthropic/` every client expects the same shape.
    pub fn nearest(provider: &Provider, path: &str) -> Self {
        let shared = |operation: &Operation| {
            let pairs = operation.path.split('/').zip(path.split('/'));
            pairs.take_while(|(one, other)| one == other).count()
        };
        let (mut most, mut dialect) = (0, None);
        for operation in provider::operations().filter(|o| o.provider.name == provider.name) {
            let score = shared(operation);
            if score > most {
                (most, dialect) = (score, Some(operation.dialect));
            } else if score == most && dialect != Some(operation.dialect) {
                dialect = None;
            }
        }
        Self::Of(dialect.unwrap_or(provider.dialect))
    }

    /// The status and the JSON body of a refusal.
    pub fn say(self, refusal: &Refusal, request_id: &str) -> (u16, String) {
        let mut error = refusal.error.clone();
        error.request_id = Some(request_id.to_string());
        match self {
            Self::Own => {
                let error = json!({
                    "kind": error.kind.as_str(),
                    "message": &error.message,
                    "request_id": request_id,
                });
                let body = json!({ "error": error });
                (refusal.status, json::to_string(&body))
            }
            Self::Of(dialect) => {
                let (status, body) = provider::error_body(dialect, refusal.status, &error);
                // A wrong field is said as the dialect says it, be it inside HTTP 200; the Worker's own
                // refusals (identity, route, size, configuration) keep a status that any client sees.
                let status = if refusal.status == 400 {
                    status
                } else {
                    refusal.status
                };
                (status, body)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_the_mounts_there_is_one_shape() {
        let refusal = Refusal::wrong_method("GET");
        let (status, body) = Voice::Own.say(&refusal, "r1");
        assert_eq!(status, 405);
        let body = json::parse(body.as_bytes()).unwrap();
        let at = |path| json::text_at(&body, path);
        assert_eq!(at("error.kind"), Some("invalid_request"));
        assert_eq!(at("error.request_id"), Some("r1"));
    }

    #[test]
    fn a_mount_speaks_the_dialect_of_the_nearest_rows() {
        let minimax = provider::find("minimax").unwrap();
        let of = |path| match Voice::nearest(minimax, path) {
            Voice::Of(dialect) => dialect,
            Voice::Own => panic!("no voice"),
        };
        assert_eq!(of("/anthropic/v1/unknown"), Dialect::Anthropic);
        assert_eq!(of("/v1/image_generation"), Dialect::Native);
        assert_eq!(of("/v1/chat/other"), Dialect::OpenAi);
        assert_eq!(of("/v1/unknown"), minimax.dialect);
        assert_eq!(of("/"), minimax.dialect);
    }

    #[test]
    fn the_workers_own_refusals_keep_their_status() {
        for operation in provider::operations() {
            let voice = Voice::Of(operation.dialect);
            for status in [401, 403, 404, 405, 411, 413, 415, 502, 503] {
                let refusal = Refusal::invalid(status, "no");
                assert_eq!(voice.say(&refusal, "r").0, status, "{}", operation.id);
            }
        }
    }
}
