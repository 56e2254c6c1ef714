//! The Worker's own errors: each dialect has its own shape, and reads it as a failure.

use genmedia::error::{Error, Kind};
use genmedia::json::{self, Value, at};
use genmedia::operation::{self, Dialect, Operation};
use genmedia::provider::{self, Head, error_body};

const KINDS: [Kind; 23] = [
    Kind::Aborted,
    Kind::Auth,
    Kind::Balance,
    Kind::Configuration,
    Kind::ContentInput,
    Kind::ContentOutput,
    Kind::Empty,
    Kind::IdleTimeout,
    Kind::Internal,
    Kind::InvalidRequest,
    Kind::Network,
    Kind::NotFound,
    Kind::Overloaded,
    Kind::Permission,
    Kind::Protocol,
    Kind::Quota,
    Kind::RateLimit,
    Kind::Retired,
    Kind::Server,
    Kind::TaskFailed,
    Kind::Timeout,
    Kind::Truncated,
    Kind::Unsupported,
];

const MESSAGE: &str = "the field \"x\" is wrong";

fn is_text(body: &Value, path: &str) -> bool {
    at(body, path).and_then(Value::as_str).is_some()
}

/// Whether a body has the shape of a dialect's errors (`minimax.md` 1.6, `router.md` 4.1).
fn has_shape(dialect: Dialect, asked: u16, status: u16, body: &Value) -> bool {
    let says = |path: &str| {
        at(body, path)
            .and_then(Value::as_str)
            .is_some_and(|text| text.contains(MESSAGE))
    };
    let call = status == asked
        && says("error.message")
        && is_text(body, "error.code")
        && is_text(body, "error.type");
    match dialect {
        Dialect::Anthropic => {
            status == asked
                && at(body, "type") == Some(&"error".into())
                && is_text(body, "error.type")
                && says("error.message")
        }
        Dialect::Native => {
            let code = at(body, "base_resp.status_code").and_then(Value::as_i64);
            status == 200 && code.is_some_and(|code| code != 0) && says("base_resp.status_msg")
        }
        Dialect::OpenAi => {
            status == asked
                && is_text(body, "error.type")
                && says("error.message")
                && at(body, "error.http_code") == Some(&asked.to_string().into())
        }
        Dialect::RouterCall | Dialect::RouterSubmit => call,
        // A refused key is refused before anyone knows what was meant.
        Dialect::RouterAsset | Dialect::RouterTask if asked == 401 => call,
        Dialect::RouterAsset => {
            status == asked && at(body, "success") == Some(&false.into()) && says("message")
        }
        Dialect::RouterTask => {
            status == asked
                && is_text(body, "code")
                && says("message")
                && at(body, "data") == Some(&Value::Null)
        }
    }
}

/// Every row with the dialects that an answer to it may be in.
fn dialects() -> impl Iterator<Item = (&'static Operation, Dialect)> {
    operation::all()
        .flat_map(|row| [row.dialect, row.provider.dialect].map(|dialect| (row, dialect)))
}

#[test]
fn each_dialect_has_its_own_shape() {
    for (row, dialect) in dialects() {
        for kind in KINDS {
            for asked in [400, 401, 402, 403, 404, 405, 413, 429, 500, 502, 504] {
                let error = Error::new(kind, MESSAGE);
                let (status, body) = error_body(dialect, asked, &error);
                let body = json::parse(body.as_bytes()).unwrap();
                let fits = has_shape(dialect, asked, status, &body);
                assert!(
                    fits,
                    "{}: {dialect:?}, {kind:?}, {asked}: {status} {body}",
                    row.id
                );
            }
        }
    }
}

#[test]
fn an_error_of_the_worker_is_read_as_one() {
    for row in operation::all() {
        for kind in KINDS {
            let mut error = Error::new(kind, MESSAGE);
            error.request_id = Some("req-1".into());
            let (status, body) = error_body(row.dialect, 500, &error);
            let head = Head {
                status,
                ..Head::default()
            };
            let read = (row.provider.fault)(row, &head, body.as_bytes());
            let Some(read) = read else {
                panic!("{}: {kind:?} is read as a success: {body}", row.id);
            };
            assert!(
                read.message.contains(MESSAGE),
                "{}: {kind:?}: {}",
                row.id,
                read.message
            );
        }
    }
}

#[test]
fn what_a_caller_acts_on_survives_every_dialect() {
    for row in operation::all() {
        for (kind, asked) in [
            (Kind::Auth, 401),
            (Kind::Balance, 402),
            (Kind::InvalidRequest, 400),
            (Kind::RateLimit, 429),
        ] {
            let (status, body) = error_body(row.dialect, asked, &Error::new(kind, MESSAGE));
            let head = Head {
                status,
                ..Head::default()
            };
            let read = (row.provider.fault)(row, &head, body.as_bytes()).map(|error| error.kind);
            assert_eq!(read, Some(kind), "{}: {status} {body}", row.id);
        }
    }
}

#[test]
fn a_request_id_is_repeated_where_the_dialect_has_a_place() {
    for provider in provider::all() {
        let mut error = Error::new(Kind::InvalidRequest, MESSAGE);
        error.request_id = Some("req-1".into());
        for row in operation::all().filter(|row| row.provider.name == provider.name) {
            let (_, body) = error_body(row.dialect, 400, &error);
            let has_place = row.dialect != Dialect::Native;
            assert_eq!(body.contains("req-1"), has_place, "{}: {body}", row.id);
        }
    }
}
