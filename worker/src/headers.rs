//! Which headers go to an upstream, which come back, and what every answer carries.

use crate::bindings::{Headers, Name};
use crate::config::{Config, Upstream};

/// The header that asks the sandbox for a fault; passed on only in development.
pub const SANDBOX_FAULT: &str = "x-sandbox-fault";

/// Headers of an upstream's answer that reach the caller; everything else stays here.
const RETURNED: [(Name, Name); 6] = [
    (Name::CONTENT_TYPE, Name::CONTENT_TYPE),
    (Name::CONTENT_ENCODING, Name::CONTENT_ENCODING),
    (Name::CONTENT_DISPOSITION, Name::CONTENT_DISPOSITION),
    (Name::RETRY_AFTER, Name::RETRY_AFTER),
    (Name::TRACE_ID, Name::TRACE_ID),
    (Name::REQUEST_ID, Name::UPSTREAM_REQUEST_ID),
];

/// The content type of a checked body.
pub const JSON: &str = "application/json";

/// Nothing that an upstream sends may run as a page of this origin.
const INERT: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// The headers of a request to an upstream, built from nothing but the listed ones of the caller.
///
/// An answer that is read here must not be compressed: reading would inflate it without a bound.
pub fn to_upstream(
    caller: &Headers,
    config: &Config,
    upstream: &Upstream,
    read_here: bool,
) -> Headers {
    let every = upstream.headers.get_or_init(|| {
        let headers = Headers::new();
        let bearer = ["Bearer ", upstream.key.expose()].concat();
        headers.put(Name::AUTHORIZATION, &bearer);
        headers.put(Name::ACCEPT_ENCODING, "identity");
        headers.put(Name::CONTENT_TYPE, JSON);
        headers
    });
    let headers = Headers::copy(every);
    for name in [Name::ACCEPT, Name::LANGUAGE] {
        if let Some(value) = caller.handle(name).filter(|text| text.length() <= 256) {
            headers.pass(name, &value);
        }
    }
    let compressed = !read_here
        && caller
            .text(Name::ACCEPT_ENCODING)
            .is_some_and(|accepted| accepts_gzip(&accepted));
    if compressed {
        headers.put(Name::ACCEPT_ENCODING, "gzip");
    }
    if config.development
        && let Some(fault) = caller.handle(Name::SANDBOX_FAULT)
    {
        headers.pass(Name::SANDBOX_FAULT, &fault);
    }
    headers
}

/// Copies the listed headers of an upstream's answer, save those that hold the key.
pub fn from_upstream(answer: &Headers, into: &Headers, upstream: &Upstream) {
    for (theirs, ours) in RETURNED {
        if let Some(value) = answer.text(theirs)
            && !value.contains(upstream.key.expose())
        {
            into.put(ours, &value);
        }
    }
}

/// What every answer carries, before anything that depends on the request.
pub fn every_answer() -> Headers {
    thread_local! {
        static EVERY: Headers = {
            let headers = Headers::new();
            headers.put(Name::CACHE_CONTROL, "no-store");
            headers.put(Name::CONTENT_POLICY, INERT);
            headers.put(Name::CONTENT_TYPE_OPTIONS, "nosniff");
            headers.put(Name::REFERRER_POLICY, "no-referrer");
            headers.put(Name::RESOURCE_POLICY, "same-origin");
            headers.put(Name::VARY, "Origin");
            headers
        };
    }
    EVERY.with(Headers::copy)
}

/// Whether an `Accept-Encoding` takes gzip.
fn accepts_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        name.trim().eq_ignore_ascii_case("gzip")
            && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

/// Whether a `Content-Type` is JSON in UTF-8.
pub fn is_json(content_type: &str) -> bool {
    let mut parts = content_type.split(';').map(str::trim);
    let json = parts
        .next()
        .is_some_and(|name| name.eq_ignore_ascii_case("application/json"));
    json && parts.all(|parameter| {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        name.eq_ignore_ascii_case("charset")
            && value.trim_matches('"').eq_ignore_ascii_case("utf-8")
    })
}

/// Whether a `Content-Type` is a form with files, with its boundary.
pub fn is_form(content_type: &str) -> bool {
    let Some((name, parameter)) = content_type.split_once(';') else {
        return false;
    };
    let boundary = parameter
        .trim()
        .split_once('=')
        .filter(|(name, _)| name.eq_ignore_ascii_case("boundary"))
        .map_or("", |(_, value)| value.trim_matches('"'));
    name.trim().eq_ignore_ascii_case("multipart/form-data")
        && (1..=70).contains(&boundary.len())
        && boundary
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"'()+_-./:=?".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_json_in_utf_8() {
        for good in [
            "application/json",
            "Application/JSON; charset=utf-8",
            "application/json;charset=\"UTF-8\"",
        ] {
            assert!(is_json(good), "{good}");
        }
        for bad in [
            "",
            "text/plain",
            "application/json; charset=utf-7",
            "application/json, application/json",
            "application/json, text/plain",
            "application/jsonp",
            "application/x-www-form-urlencoded",
        ] {
            assert!(!is_json(bad), "{bad}");
        }
    }

    #[test]
    fn a_form_has_a_plain_boundary() {
        for good in [
            "multipart/form-data; boundary=----WebKitFormBoundaryAbC123",
            "multipart/form-data; boundary=\"a.b\"",
        ] {
            assert!(is_form(good), "{good}");
        }
        for bad in [
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/mixed; boundary=a",
            "multipart/form-data; boundary=a, multipart/form-data; boundary=b",
            "application/json; boundary=a",
        ] {
            assert!(!is_form(bad), "{bad}");
        }
    }

    #[test]
    fn gzip_is_taken_unless_refused() {
        for yes in ["gzip", "br, GZIP;q=0.5", "deflate,gzip"] {
            assert!(accepts_gzip(yes), "{yes}");
        }
        for no in ["", "br", "gzip;q=0", "identity", "x-gzip"] {
            assert!(!accepts_gzip(no), "{no}");
        }
    }
}
