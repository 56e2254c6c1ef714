//! MiniMax as a provider: its three error dialects read into one error, and written back (`minimax.md` 1.6, 2).

use crate::error::{Billed, Error, Kind};
use crate::json;
use crate::json::Value;
use crate::operation::{Answer, Dialect, Field, INT, Kind as Of, Method, Operation, TEXT, opt};
use crate::provider::{Head, Provider, by_status, unreadable};
use crate::scan::{self, Token};
use crate::text;
use crate::text::{digits, signed};

/// The provider.
pub static MINIMAX: Provider = Provider {
    name: "minimax",
    doc: crate::field::told("MiniMax: text, speech, voices, images, video, music and files."),
    dialect: Dialect::Native,
    fault,
};

/// A row of the native dialect.
pub const fn native(method: Method, id: &'static str, path: &'static str) -> Operation {
    Operation::new(&MINIMAX, Dialect::Native, method, id, path)
}

/// How a native answer says that it went well.
pub const BASE: Field = opt(
    "base_resp",
    Of::Object(&[
        opt("status_code", INT).doc("0 where all went well."),
        opt("status_msg", TEXT).doc("`success`."),
    ]),
)
.doc("The provider's own status.");

/// An internal code, what it means and what to do (`minimax.md` 2).
struct Code {
    code: i64,
    kind: Kind,
    advice: &'static str,
}

const fn code(code: i64, kind: Kind, advice: &'static str) -> Code {
    Code { code, kind, advice }
}

const REGION: &str =
    "the key was refused; a key of another region looks the same: check key and region";
const BUSY: &str = "too many requests; wait before repeating";
const FAILED: &str = "the service failed; repeat later";

/// Every code of the contract. Codes that are not here keep their number, with the kind of their status.
const CODES: &[Code] = &[
    code(1000, Kind::Server, FAILED),
    code(1001, Kind::Timeout, "the service did not finish in time"),
    code(1002, Kind::RateLimit, BUSY),
    code(1004, Kind::Auth, REGION),
    code(
        1008,
        Kind::Balance,
        "the account has no balance left; top it up",
    ),
    code(1013, Kind::Server, FAILED),
    code(1024, Kind::Server, FAILED),
    code(
        1026,
        Kind::ContentInput,
        "the input was refused for its content; change it",
    ),
    code(
        1027,
        Kind::ContentOutput,
        "the output was withheld for its content; change the prompt",
    ),
    code(
        1028,
        Kind::Quota,
        "the day's quota is used up; it starts anew with the next day",
    ),
    code(
        1030,
        Kind::Quota,
        "the quota is used up; wait for its next window",
    ),
    code(1033, Kind::Server, FAILED),
    code(
        1039,
        Kind::RateLimit,
        "too many tokens a minute; wait, or ask for fewer",
    ),
    code(
        1041,
        Kind::RateLimit,
        "too many calls at once; wait for one to end",
    ),
    code(
        1042,
        Kind::InvalidRequest,
        "too many invisible or illegal characters in the text",
    ),
    code(
        1043,
        Kind::InvalidRequest,
        "the sample does not match its text; check both",
    ),
    code(
        1044,
        Kind::InvalidRequest,
        "the prompt audio does not match its text; check both",
    ),
    code(2013, Kind::InvalidRequest, "a parameter is wrong"),
    code(
        20132,
        Kind::InvalidRequest,
        "the samples or the voice_id are wrong",
    ),
    code(
        2037,
        Kind::InvalidRequest,
        "the voice sample must last from 10 seconds to 5 minutes",
    ),
    code(
        2038,
        Kind::Permission,
        "voice cloning is off for this account; verify its identity",
    ),
    code(
        2039,
        Kind::InvalidRequest,
        "the voice_id exists already; choose another",
    ),
    code(
        2042,
        Kind::Permission,
        "the account has no access to this voice_id",
    ),
    code(
        2045,
        Kind::RateLimit,
        "the traffic grew too fast; ramp up slowly",
    ),
    code(
        2048,
        Kind::InvalidRequest,
        "the prompt audio must be shorter than 8 seconds",
    ),
    code(2049, Kind::Auth, REGION),
    code(
        2056,
        Kind::Quota,
        "the plan's quota is used up; wait for the next 5-hour window",
    ),
    code(
        2061,
        Kind::Permission,
        "the plan does not include this model",
    ),
    code(
        2201,
        Kind::IdleTimeout,
        "the session was closed after two minutes without text; connect again",
    ),
    code(
        2202,
        Kind::Protocol,
        "the service did not expect this event",
    ),
    code(2203, Kind::InvalidRequest, "the text was skipped"),
    code(2204, Kind::InvalidRequest, "the text was skipped"),
    code(
        2205,
        Kind::RateLimit,
        "too much text is waiting to be spoken",
    ),
    code(
        2206,
        Kind::Protocol,
        "the service did not expect this event",
    ),
];

/// Reads an answer, or one event of a stream, as a failure.
fn fault(operation: &Operation, head: &Head, body: &[u8]) -> Option<Error> {
    const PATHS: [&[&str]; 11] = [
        &["base_resp", "status_code"],
        &["base_resp", "status_msg"],
        &["type"],
        &["error", "type"],
        &["error", "message"],
        &["error"],
        &["request_id"],
        &["trace_id"],
        &["response", "error", "message"],
        &["code"],
        &["message"],
    ];
    let file = operation.answer == Answer::Bytes && head.is_success();
    let Some(found) = scan::find(body, &PATHS) else {
        // Whatever is not JSON is the file itself, or the text that was asked for.
        let text = operation.answer == Answer::Text && head.is_success() && head.is_text();
        return (!file && !text).then(|| unreadable(head, body));
    };
    let [status, message, kind, error_type, error_message] = [0, 1, 2, 3, 4];
    let [error, request, trace, response_error, code, sentence] = [5, 6, 7, 8, 9, 10];
    // Another gateway in front of MiniMax says it in an envelope of its own (`router.md` 14).
    let enveloped = found.of(sentence, Token::Text).is_some();
    let (status, message) = match found.span(status) {
        None if enveloped => (found.int(code).filter(|code| *code != 200), sentence),
        _ => (found.int(status), message),
    };
    let status = status.filter(|code| *code != 0);
    // The event of a response that failed holds the error one level deeper.
    let error_message = match found.span(error_message) {
        Some(_) => error_message,
        None => response_error,
    };
    let named = found.span(error_message).is_some() || found.raw(kind) == b"error";
    let mut fault = if let Some(status) = status {
        let mut fault = by_code(status, found.text(message), head);
        if delivers(body) {
            fault.billed = Billed::Unknown;
        }
        fault
    } else if !file && (found.is_set(error) || named) {
        let message = found.text(error_message).or_else(|| found.text(error));
        let kind = found.text(error_type).unwrap_or_default();
        by_type(&kind, message.unwrap_or_default(), head)
    } else if head.is_success() {
        return None;
    } else {
        by_status(head.status)
    };
    fault.request_id = found.text(request).or_else(|| found.text(trace));
    Some(fault)
}

/// Whether an answer that names a failure holds what was asked for all the same, so that it may be charged.
fn delivers(body: &[u8]) -> bool {
    const WORK: [&[&str]; 17] = [
        &["choices"],
        &["content"],
        &["data", "audio"],
        &["data", "audio_url"],
        &["data", "image_base64"],
        &["data", "image_urls"],
        &["data", "task_id"],
        &["demo_audio"],
        &["file"],
        &["input_file_id"],
        &["lyrics"],
        &["organic"],
        &["output"],
        &["task_id"],
        &["text"],
        &["trial_audio"],
        &["vectors"],
    ];
    let mut found = false;
    // More than `[]` or `{}`.
    scan::walk(body, &WORK, &mut |_, span| {
        found |= span.token != Token::Null && span.range.len() > 2;
    });
    found
}

/// The error of an internal code; unknown ones keep number and message.
fn by_code(number: i64, message: Option<String>, head: &Head) -> Error {
    let known = CODES.iter().find(|known| known.code == number);
    let mut error = match known {
        Some(known) => Error::new(known.kind, known.advice),
        None if head.is_success() => Error::new(Kind::Server, "the service refused the request"),
        None => by_status(head.status),
    };
    if known.is_none() && head.is_success() {
        // Nothing is known about repeating it.
        error.retryable = false;
        error.billed = Billed::Unknown;
    }
    if let Some(message) = message.filter(|message| !message.is_empty()) {
        error.message = text!(error.message, ": ", message);
    }
    error.code = Some(signed(number));
    error.status = (head.status != 0).then_some(head.status);
    error.retry_after_ms = head.retry_after_ms.or_else(|| window_ms(number));
    error
}

/// How long a limit stands at most, for answers that do not say it themselves.
const fn window_ms(number: i64) -> Option<u64> {
    match number {
        // Limits of tokens a minute and of growth fall slowly.
        1039 | 2045 => Some(5_000),
        1028 => Some(24 * 3_600_000),
        2056 => Some(5 * 3_600_000),
        _ => None,
    }
}

/// The error of a task that failed, which tells its code as a text.
pub fn task_error(error: Option<&Value>) -> Error {
    let error = error.unwrap_or(&Value::Null);
    let message = json::text_at(error, "message");
    let code = json::text_at(error, "code");
    let number = code.and_then(text::number);
    let known = number.filter(|number| CODES.iter().any(|known| known.code == *number));
    let mut failed = match known {
        Some(number) => by_code(number, message.map(str::to_string), &Head::default()),
        None => {
            let nothing = "the task failed; the provider gives no reason";
            Error::new(Kind::TaskFailed, message.unwrap_or(nothing))
        }
    };
    failed.code = code.map(str::to_string);
    failed.retryable = false;
    failed
}

/// The error of the OpenAI and Anthropic dialects: the code at the message's end, else type and status.
fn by_type(kind: &str, message: String, head: &Head) -> Error {
    if let Some(number) = trailing_code(&message) {
        return by_code(number, Some(message), head);
    }
    let known = match kind {
        "authentication_error" | "authorized_error" => Some(Kind::Auth),
        "billing_error" | "insufficient_balance_error" => Some(Kind::Balance),
        "bad_request_error" | "invalid_request_error" | "request_too_large" => {
            Some(Kind::InvalidRequest)
        }
        "unprocessable_entity_error" => Some(Kind::ContentInput),
        "permission_error" => Some(Kind::Permission),
        "not_found_error" => Some(Kind::NotFound),
        "rate_limit_error" => Some(Kind::RateLimit),
        "overloaded_error" => Some(Kind::Overloaded),
        "api_error" | "server_error" => Some(Kind::Server),
        _ => None,
    };
    let mut error = match known {
        Some(known) => Error::new(known, message),
        None if head.is_success() => Error::new(Kind::Server, message),
        None => {
            let mut error = by_status(head.status);
            if !message.is_empty() {
                error.message = message;
            }
            error
        }
    };
    error.code = (!kind.is_empty()).then(|| kind.to_string());
    error.status = (head.status != 0).then_some(head.status);
    error
}

/// The internal code in parentheses at the end of a message: `login fail … (1004)`.
fn trailing_code(message: &str) -> Option<i64> {
    let digits = message.trim_ascii_end().strip_suffix(")")?;
    let digits = text::parts(digits, b"(").last()?;
    let length = digits.len();
    ((4..=5).contains(&length) && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text::number(digits))
        .flatten()
}

/// Says an error as MiniMax would, for the Worker's own answers.
pub fn refusal(dialect: Dialect, status: u16, error: &Error) -> (u16, Value) {
    let id = error.request_id.clone();
    let message = || text!(error.message, " (", signed(internal(error.kind)), ")");
    let (status, error) = match dialect {
        Dialect::Native
        | Dialect::RouterAsset
        | Dialect::RouterCall
        | Dialect::RouterSubmit
        | Dialect::RouterTask => {
            let code = internal(error.kind);
            let refusal = json!({ "status_code": code, "status_msg": &error.message });
            return (200, json!({ "base_resp": refusal }));
        }
        Dialect::OpenAi => {
            let kind = openai_type(error.kind);
            let code = digits(status.into());
            let param = error.param.clone();
            let error = json!({
                "type": kind, "message": message(), "http_code": code, "param": param,
            });
            (status, error)
        }
        Dialect::Anthropic => {
            let kind = anthropic_type(error.kind);
            (status, json!({ "type": kind, "message": message() }))
        }
    };
    (
        status,
        json!({ "type": "error", "error": error, "request_id": id }),
    )
}

fn internal(kind: Kind) -> i64 {
    match kind {
        Kind::Auth | Kind::Permission => 1004,
        Kind::Balance => 1008,
        Kind::ContentInput => 1026,
        Kind::ContentOutput => 1027,
        Kind::InvalidRequest | Kind::NotFound | Kind::Unsupported => 2013,
        Kind::Quota => 2056,
        Kind::RateLimit => 1002,
        Kind::Timeout | Kind::IdleTimeout => 1001,
        _ => 1000,
    }
}

fn openai_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Auth | Kind::Permission => "authorized_error",
        Kind::Balance => "insufficient_balance_error",
        Kind::ContentInput | Kind::ContentOutput => "unprocessable_entity_error",
        Kind::InvalidRequest | Kind::NotFound | Kind::Unsupported => "bad_request_error",
        Kind::Overloaded => "overloaded_error",
        Kind::Quota | Kind::RateLimit => "rate_limit_error",
        _ => "server_error",
    }
}

fn anthropic_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Auth => "authentication_error",
        Kind::Balance => "billing_error",
        Kind::ContentInput | Kind::ContentOutput | Kind::InvalidRequest | Kind::Unsupported => {
            "invalid_request_error"
        }
        Kind::NotFound => "not_found_error",
        Kind::Overloaded => "overloaded_error",
        Kind::Permission => "permission_error",
        Kind::Quota | Kind::RateLimit => "rate_limit_error",
        _ => "api_error",
    }
}
