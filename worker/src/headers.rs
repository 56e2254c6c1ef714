//! Which headers go to an upstream, which come back, and what every answer carries.

use crate::bindings::{Headers, Name};
use crate::config::{Config, Upstream};
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::fmt;

/// The header that asks the sandbox for a fault; passed on only in development.
pub const SANDBOX_FAULT: &str = "x-sandbox-fault";

/// Headers of an upstream's answer that reach the caller; everything else stays here.
const RETURNED: [(&str, &str); 6] = [
    ("content-type", "content-type"),
    ("content-encoding", "content-encoding"),
    ("content-disposition", "content-disposition"),
    ("retry-after", "retry-after"),
    ("trace-id", "trace-id"),
    ("x-request-id", "x-upstream-request-id"),
];

/// The content type of a checked body.
pub const JSON: &str = "application/json";

/// Nothing that an upstream sends may run as a page of this origin.
const INERT: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// Header names and values.
pub type Pairs<'a> = Vec<(&'static str, Cow<'a, str>)>;

/// Headers that are made once and filled in for each message: whatever takes them makes its own copy.
#[derive(Default)]
pub struct Template {
    headers: OnceCell<Headers>,
    filled: RefCell<Vec<(&'static str, String)>>,
}

impl Template {
    /// The headers that never change and, of those that do, these and no others.
    fn fill(&self, constant: impl FnOnce() -> Headers, wanted: &Pairs<'_>) -> &Headers {
        let headers = self.headers.get_or_init(constant);
        let mut filled = self.filled.borrow_mut();
        filled.retain(|(name, _)| {
            let kept = wanted.iter().any(|(one, _)| one == name);
            if !kept {
                headers.clear(name);
            }
            kept
        });
        for (name, value) in wanted {
            let at = filled.iter().position(|(one, _)| one == name);
            if at
                .and_then(|at| filled.get(at))
                .is_some_and(|(_, old)| old == value)
            {
                continue;
            }
            at.map(|at| filled.swap_remove(at));
            // A value that no header can hold is left out.
            match headers.fill(name, value) {
                Ok(()) => filled.push((name, value.to_string())),
                Err(_) => headers.clear(name),
            }
        }
        headers
    }
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Of a caller's headers those that go to an upstream, and what the answer may be packed in.
///
/// An answer that is read here must not be compressed: reading would inflate it without a bound.
pub fn wanted<'a>(
    config: &Config,
    caller: impl Fn(&str) -> Option<Cow<'a, str>>,
    read_here: bool,
) -> Pairs<'a> {
    let mut wanted: Pairs<'a> = Vec::with_capacity(4);
    for name in ["accept", "language", "x-moderation"] {
        if let Some(value) = caller(name).filter(|text| text.len() <= 256) {
            wanted.push((name, value));
        }
    }
    let packed =
        !read_here && caller("accept-encoding").is_some_and(|accepted| accepts_gzip(&accepted));
    let encoding = if packed { "gzip" } else { "identity" };
    wanted.push(("accept-encoding", encoding.into()));
    if config.development
        && let Some(fault) = caller(SANDBOX_FAULT)
    {
        wanted.push((SANDBOX_FAULT, fault));
    }
    wanted
}

/// The headers of a request to an upstream, built from nothing but the listed ones of the caller.
pub fn to_upstream(
    caller: &Headers,
    config: &Config,
    upstream: &Upstream,
    read_here: bool,
) -> Headers {
    let caller = |name: &str| caller.read(name).map(Cow::Owned);
    Headers::copy(filled(upstream, &wanted(config, caller, read_here)))
}

/// An upstream's own headers with these: to be copied at once.
pub fn filled<'u>(upstream: &'u Upstream, wanted: &Pairs<'_>) -> &'u Headers {
    let constant = || {
        let headers = Headers::new();
        let bearer = ["Bearer ", upstream.key.expose()].concat();
        headers.put(Name::AUTHORIZATION, &bearer);
        headers.put(Name::CONTENT_TYPE, JSON);
        headers
    };
    upstream.headers.fill(constant, wanted)
}

/// The listed headers of an upstream's answer, save those that hold the key.
pub fn returned<'a>(theirs: impl Fn(&str) -> Option<Cow<'a, str>>, key: &str) -> Pairs<'a> {
    RETURNED
        .into_iter()
        .filter_map(|(name, ours)| Some((ours, theirs(name)?)))
        .filter(|(_, value)| !value.contains(key))
        .collect()
}

/// Copies the listed headers of an upstream's answer, save those that hold the key.
pub fn from_upstream(answer: &Headers, into: &Headers, upstream: &Upstream) {
    let theirs = |name: &str| answer.read(name).map(Cow::Owned);
    for (name, value) in returned(theirs, upstream.key.expose()) {
        // A value that no header can hold is left out.
        drop(into.fill(name, &value));
    }
}

/// What every answer carries, before anything that depends on the request.
pub fn every_answer() -> Headers {
    thread_local! {
        static EVERY: Headers = constant_headers();
    }
    EVERY.with(Headers::copy)
}

/// The same with more: to be copied at once.
pub fn with_every_answer<T>(more: &Pairs<'_>, use_them: impl FnOnce(&Headers) -> T) -> T {
    thread_local! {
        static EVERY: Template = Template::default();
    }
    EVERY.with(|every| use_them(every.fill(constant_headers, more)))
}

fn constant_headers() -> Headers {
    let headers = Headers::new();
    headers.put(Name::CACHE_CONTROL, "no-store");
    headers.put(Name::CONTENT_POLICY, INERT);
    headers.put(Name::CONTENT_TYPE_OPTIONS, "nosniff");
    headers.put(Name::REFERRER_POLICY, "no-referrer");
    headers.put(Name::RESOURCE_POLICY, "same-origin");
    headers.put(Name::VARY, "Origin");
    headers
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
