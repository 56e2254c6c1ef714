//! Decides which pages may use the Worker, and what a preflight is told.

/// What a request's `Origin` means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin<'a> {
    /// There is none: not a page of another origin.
    Absent,
    /// A page that may read the answer.
    Allowed(&'a str),
    /// A page that may not.
    Denied,
}

/// Headers that a page of another origin may read.
pub const EXPOSED: &str = "accept-ranges, content-disposition, content-range, retry-after, trace-id, x-request-id, \
     x-upstream-request-id";

/// How long a browser may remember a preflight, in seconds.
pub const MAX_AGE: &str = "600";

/// Request headers that a page of another origin may send.
const REQUESTED: [&str; 9] = [
    "accept",
    "authorization",
    "content-type",
    "idempotency-key",
    "language",
    "range",
    "user-agent",
    "x-api-key",
    "x-moderation",
];

/// Prefixes of headers that other people's clients add; they go no further than here.
const CLIENT_PREFIXES: [&str; 2] = ["anthropic-", "x-stainless-"];

/// Compares an `Origin` with the Worker's own and the configured ones, exactly.
pub fn decide<'a>(origin: Option<&'a str>, own: &str, allowed: &[String]) -> Origin<'a> {
    match origin {
        None => Origin::Absent,
        Some("null") => Origin::Denied,
        Some(origin) if origin == own || allowed.iter().any(|one| one == origin) => {
            Origin::Allowed(origin)
        }
        Some(_) => Origin::Denied,
    }
}

/// Reads a comma list of origins; what is not exactly `scheme://host[:port]` is left out.
pub fn origins(list: &str) -> Vec<String> {
    list.split(',')
        .map(str::trim)
        .filter(|origin| is_origin(origin))
        .map(str::to_string)
        .collect()
}

fn is_origin(origin: &str) -> bool {
    let host = origin
        .strip_prefix("https://")
        .or_else(|| origin.strip_prefix("http://"));
    host.is_some_and(|host| {
        !host.is_empty()
            && host
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-.:[]".contains(&byte))
    })
}

/// Of the headers that a preflight asks for, those that may be sent.
pub fn grantable(asked: &str, development: bool) -> String {
    let mut granted = String::new();
    for name in asked.split(',').map(str::trim) {
        let name = name.to_ascii_lowercase();
        let known = REQUESTED.contains(&name.as_str())
            || (development && name == crate::headers::SANDBOX_FAULT)
            || CLIENT_PREFIXES
                .iter()
                .any(|prefix| name.starts_with(prefix));
        let plain = name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if known && plain && granted.len() + name.len() < 1024 {
            if !granted.is_empty() {
                granted.push_str(", ");
            }
            granted.push_str(&name);
        }
    }
    granted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_match_exactly() {
        let allowed = origins("https://good.example, http://localhost:5173");
        let own = "http://127.0.0.1:8787";
        for good in ["https://good.example", "http://localhost:5173", own] {
            assert_eq!(decide(Some(good), own, &allowed), Origin::Allowed(good));
        }
        for bad in [
            "null",
            "",
            "https://good.example.evil.example",
            "https://evilgood.example",
            "http://good.example",
            "https://good.example:444",
            "https://good.example.",
            "https://GOOD.example",
            "https://good.example/",
        ] {
            assert_eq!(decide(Some(bad), own, &allowed), Origin::Denied, "{bad}");
        }
        assert_eq!(decide(None, own, &allowed), Origin::Absent);
    }

    #[test]
    fn the_list_takes_only_origins() {
        assert!(origins("*, null, https://a.example/, //b, https://, ,ftp://c").is_empty());
    }

    #[test]
    fn a_preflight_is_granted_known_headers() {
        assert_eq!(
            grantable("Authorization, X-Evil, x-stainless-lang,cookie", false),
            "authorization, x-stainless-lang"
        );
        assert_eq!(grantable("x-sandbox-fault", false), "");
        assert_eq!(grantable("x-sandbox-fault", true), "x-sandbox-fault");
    }
}
