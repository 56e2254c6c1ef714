//! The router as a provider: its error shapes E1 to E5 read into one error, and written back (`router.md` 4).

use crate::error::{Billed, Error, Kind};
use crate::json;
use crate::json::{Value, text_at};
use crate::operation::{Answer, Dialect, Method, Operation};
use crate::provider::{Head, Provider, by_status, unreadable};
use crate::scan;

/// The provider.
pub static ROUTER: Provider = Provider {
    name: "router",
    doc: crate::field::told("The router gateway: 119 models of 20 families behind one key."),
    dialect: Dialect::RouterCall,
    fault,
};

/// A row whose errors have the shape of tasks (E2).
pub const fn task(method: Method, id: &'static str, path: &'static str) -> Operation {
    Operation::new(&ROUTER, Dialect::RouterTask, method, id, path)
}

/// A row whose errors have the shape of calls (E1).
pub const fn call(method: Method, id: &'static str, path: &'static str) -> Operation {
    Operation::new(&ROUTER, Dialect::RouterCall, method, id, path)
}

/// A row of the library of portraits, whose errors are E3. All of them are posts.
pub const fn asset(id: &'static str, path: &'static str) -> Operation {
    Operation::new(&ROUTER, Dialect::RouterAsset, Method::Post, id, path)
}

/// Reads an answer, or one event of a stream, as a failure.
fn fault(operation: &Operation, head: &Head, body: &[u8]) -> Option<Error> {
    const PATHS: [&[&str]; 12] = [
        &["error"],
        &["error", "message"],
        &["error", "code"],
        &["code"],
        &["message"],
        &["success"],
        &["description"],
        &["request_id"],
        &["error", "type"],
        &["result"],
        &["response", "error", "message"],
        &["response", "error", "code"],
    ];
    let Some(found) = scan::find(body, &PATHS) else {
        // Whatever is not JSON is the file itself.
        let file = operation.answer == Answer::Bytes && head.is_success();
        return (!file).then(|| unreadable(head, body));
    };
    let [error, nested, nested_code, code, message] = [0, 1, 2, 3, 4];
    let [success, description, request, nested_type, result] = [5, 6, 7, 8, 9];
    // The event of a response that failed holds the error one level deeper.
    let (error, nested, nested_code) = match found.is_set(10) {
        true => (10, 10, 11),
        false => (error, nested, nested_code),
    };
    // A task object carries its own `error`; on HTTP 200 the task reader judges it.
    let is_task = operation.dialect == Dialect::RouterTask && head.is_success();
    let is_error = found.is_set(error);
    let refused = found.raw(success) == b"false";
    let odd_code = found.word(code).filter(|code| match code.as_str() {
        "success" | "1" => false,
        "0" => operation.dialect == Dialect::RouterSubmit,
        // The same request was made before, or waits for its turn: either has its task (`router.md` 15).
        "21" | "22" => found.word(result).is_none(),
        _ => true,
    });
    if head.is_success() && (!is_error || is_task) && !refused && odd_code.is_none() {
        return None;
    }
    let (number, sentence) = if is_error && !is_task {
        let code = found.word(nested_code).or_else(|| found.word(nested_type));
        (code, found.text(nested).or_else(|| found.text(error)))
    } else {
        let sentence = found.text(message).or_else(|| found.text(description));
        (found.word(code), sentence)
    };
    let mut fault = classify(number, sentence, head, operation);
    fault.request_id = found.text(request);
    Some(fault)
}

/// Words in a message that tell more than its code: the code `"500"` stands for almost anything.
const PATTERNS: &[(&str, Kind)] = &[
    ("pixel", Kind::InvalidRequest),
    ("duration must", Kind::InvalidRequest),
    ("duration of", Kind::InvalidRequest),
    ("must be", Kind::InvalidRequest),
    ("InvalidParameter", Kind::InvalidRequest),
    ("invalid params", Kind::InvalidRequest),
    ("does not support", Kind::InvalidRequest),
    ("is required", Kind::InvalidRequest),
    ("601300", Kind::InvalidRequest),
    ("moderation", Kind::ContentInput),
    ("暂不支持人像", Kind::ContentInput),
    ("sensitive", Kind::ContentInput),
    ("banned", Kind::ContentInput),
    ("is not configured", Kind::Configuration),
    ("not configured for", Kind::Configuration),
    ("configuration is unavailable", Kind::Configuration),
    ("insufficient", Kind::Balance),
    ("quota_not_enough", Kind::Balance),
    ("quota", Kind::Quota),
];

/// HTTP 401 first, then the words, then the code, then the status (`router.md` 3.4).
fn classify(
    code: Option<String>,
    message: Option<String>,
    head: &Head,
    operation: &Operation,
) -> Error {
    let message = message.unwrap_or_default();
    let submits = operation.dialect == Dialect::RouterSubmit && head.is_success();
    let by_words = || {
        PATTERNS
            .iter()
            .find(|(words, _)| scan::contains(&message, words))
            .map(|(_, kind)| *kind)
    };
    let by_code = || {
        Some(match code.as_deref()? {
            "invalid_request"
            | "missing_model"
            | "invalid_model_endpoint"
            | "2013"
            | "invalid_request_error" => Kind::InvalidRequest,
            "task_not_exist" | "model_not_found" => Kind::NotFound,
            "get_task_failed" | "500" => Kind::Server,
            "MODERATION_FAILED" | "sensitive_words_detected" => Kind::ContentInput,
            "model_price_not_configured" => Kind::Configuration,
            "insufficient_user_quota" => Kind::Balance,
            "access_denied" => Kind::Permission,
            // What a submit refuses is not done, whatever the reason.
            "23" if submits => Kind::RateLimit,
            "24" if submits => Kind::ContentInput,
            code if submits && code.bytes().all(|b| b.is_ascii_digit()) => Kind::InvalidRequest,
            _ => return None,
        })
    };
    let plain = by_status(head.status);
    let known = by_words().or_else(by_code);
    let kind = match head.status {
        401 | 402 | 404 | 429 => plain.kind,
        200..300 => known.unwrap_or(Kind::Server),
        _ => known.unwrap_or(plain.kind),
    };
    let text = if message.is_empty() {
        plain.message.clone()
    } else {
        message
    };
    let mut error = Error::new(kind, text).status(head.status);
    error.code = code.filter(|code| !code.is_empty());
    // Inside a success, a failure that is not known says nothing about repeating it.
    error.retryable &= known.is_some() || !head.is_success();
    if operation.bills && !kind.refused() {
        // A failure after the request was taken: the task may exist and be billed.
        error.billed = Billed::Unknown;
    }
    error
}

/// The error of a task that failed (E5): an object, a text, or nothing at all. `usual` is its code without one.
pub fn task_error(error: Option<&Value>, fallback: Option<&str>, usual: &str) -> Error {
    let error = error.unwrap_or(&Value::Null);
    let message = text_at(error, "message")
        .or_else(|| error.as_str())
        .or(fallback)
        .unwrap_or("the task failed; the provider gives no reason");
    let code = text_at(error, "code").unwrap_or(usual);
    let kind = match code {
        "MODERATION_FAILED" => Kind::ContentInput,
        _ => PATTERNS
            .iter()
            .find(|(words, _)| scan::contains(message, words))
            .map_or(Kind::TaskFailed, |(_, kind)| *kind),
    };
    let mut error = Error::new(kind, message).code(code);
    error.retryable = false;
    error
}

/// Says an error as the router would, for the Worker's own answers.
pub fn refusal(dialect: Dialect, status: u16, error: &Error) -> (u16, Value) {
    let code = match error.kind {
        Kind::InvalidRequest | Kind::Unsupported => "invalid_request",
        Kind::Auth => "",
        kind => kind.as_str(),
    };
    let (id, message) = (error.request_id.clone(), &error.message);
    let body = match dialect {
        Dialect::RouterTask if status != 401 => {
            json!({ "code": code, "message": message, "data": Value::Null, "request_id": id })
        }
        Dialect::RouterAsset if status != 401 => {
            json!({ "success": false, "message": message, "request_id": id })
        }
        _ => {
            let param = error.param.clone();
            let kind = "new_api_error";
            let refusal = json!({ "code": code, "message": message, "type": kind, "param": param });
            json!({ "error": refusal, "request_id": id })
        }
    };
    (status, body)
}
