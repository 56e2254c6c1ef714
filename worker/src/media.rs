//! Generated media from its own host, for pages that the host does not let read it: no key goes there, and the
//! bytes pass untouched.

use crate::bindings::{self, Headers, Name};
use crate::exchange::{Answered, Exchange};
use crate::headers;
use crate::identity;
use crate::reply::{Refusal, Voice};
use crate::url::{self, Address, BadQuery};
use genmedia::error::{Error, Kind};
use genmedia::provider;
use js_sys::futures::JsFuture;
use wasm_bindgen::{JsCast, JsValue};

/// Addresses with signatures are long, but not longer.
const MAX_URL: usize = 8192;

/// Headers of a media host's answer that reach the caller.
const RETURNED: [&str; 6] = [
    "accept-ranges",
    "content-encoding",
    "content-length",
    "content-range",
    "etag",
    "last-modified",
];

/// Hosts from which media may be fetched.
#[derive(Clone, Debug, Default)]
pub struct Hosts {
    names: Vec<String>,
    origins: Vec<String>,
}

impl Hosts {
    /// Reads a comma list of host names, `*.` standing for any names before the rest; `origins` are taken besides,
    /// as they are.
    pub fn new(list: &str, origins: Vec<String>) -> Self {
        let names = list.split(',').map(|name| name.trim().to_ascii_lowercase());
        let names = names.filter(|name| is_name(name.strip_prefix("*.").unwrap_or(name)));
        Self {
            names: names.collect(),
            origins,
        }
    }

    /// Whether media may be fetched from an address: no user, no port, no IP address, nothing but HTTPS.
    pub fn allow(&self, url: &str) -> bool {
        let plain = url.len() <= MAX_URL
            && url
                .bytes()
                .all(|byte| byte.is_ascii_graphic() && !b"\\#\"<>^`{|}".contains(&byte));
        let Some(address) = Address::split(url).filter(|_| plain) else {
            return false;
        };
        if self.origins.iter().any(|one| one == address.origin) {
            return true;
        }
        let host = address.host;
        let named = |name: &String| match name.strip_prefix('*') {
            Some(end) => host.len() > end.len() && host.ends_with(end),
            None => host == name,
        };
        url.starts_with("https://") && is_name(host) && self.names.iter().any(named)
    }
}

/// Whether a text is a host name whose last label cannot belong to an IP address.
fn is_name(host: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.')
        && host.split('.').all(label)
        && last.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Answers with the media at the address in the query.
pub async fn serve(exchange: &Exchange, method: &str, query: &str) -> Answered {
    match method {
        "OPTIONS" => return exchange.options("GET, OPTIONS"),
        "GET" => {}
        _ => return exchange.refuse(Refusal::wrong_method("GET, OPTIONS")),
    }
    if identity::caller(exchange).is_none() {
        return exchange.refuse(identity::unknown());
    }
    match fetch(exchange, query).await {
        Ok(answer) => hand_on(exchange, &answer),
        Err(refusal) => exchange.refuse(refusal),
    }
}

async fn fetch(exchange: &Exchange, query: &str) -> Result<web_sys::Response, Refusal> {
    let url = address(query)?;
    if !exchange.config().media.allow(&url) {
        let message = "url: is not an HTTPS address of a media host that this Worker knows; its operator can \
                       add the host to MEDIA_HOSTS.";
        return Err(Refusal::new(403, Kind::Permission, message));
    }
    let headers = Headers::new();
    headers.put(Name::ACCEPT, "*/*");
    // Ranges and lengths are those of the file itself.
    headers.put(Name::ACCEPT_ENCODING, "identity");
    if let Some(range) = exchange.headers().text(Name::RANGE) {
        if !is_range(&range) {
            let message = "Only one range of bytes can be asked for.";
            return Err(Refusal::invalid(416, message));
        }
        headers.put(Name::RANGE, &range);
    }
    let init = web_sys::RequestInit::new();
    init.set_headers(headers.as_ref());
    // Where a redirect leads nobody has checked.
    init.set_redirect(web_sys::RequestRedirect::Manual);
    init.set_signal(Some(&exchange.request().signal()));
    let unreachable = || {
        let message = "The media host could not be reached; try again later.";
        Refusal::new(502, Kind::Network, message)
    };
    let promise = bindings::fetch(&url, &init).map_err(|_| unreachable())?;
    let answer = JsFuture::from(promise).await.map_err(|_| unreachable())?;
    answer.dyn_into().map_err(|_| unreachable())
}

/// The one address of a query.
fn address(query: &str) -> Result<String, Refusal> {
    let said = |message: &str| Refusal::of(400, Error::invalid("url", message));
    let mut found = url::declared_query(query, ["url"].into_iter()).map_err(|bad| match bad {
        BadQuery::Encoding(_) => said("url: is not percent-encoded UTF-8"),
        BadQuery::Twice(_) => said("url: is in the query twice"),
    })?;
    let url = found.pop().map(|(_, url)| url).unwrap_or_default();
    if url.is_empty() {
        return Err(said(
            "url: is needed: the percent-encoded address of the media",
        ));
    }
    Ok(url)
}

fn hand_on(exchange: &Exchange, answer: &web_sys::Response) -> Answered {
    let status = answer.status();
    let theirs: Headers = answer.headers().unchecked_into();
    if !matches!(status, 200 | 206) {
        if let Some(body) = answer.body() {
            // Nobody waits for the end of the cancelling.
            drop(body.cancel());
        }
        return fail(exchange, status, &theirs);
    }
    let ours = headers::every_answer();
    for name in RETURNED {
        if let Some(value) = theirs.read(name) {
            // A value that no header can hold is left out.
            drop(ours.fill(name, &value));
        }
    }
    let content_type = theirs.text(Name::CONTENT_TYPE).unwrap_or_default();
    if is_media(&content_type) {
        ours.put(Name::CONTENT_TYPE, &content_type);
    } else {
        ours.put(Name::CONTENT_TYPE, "application/octet-stream");
        ours.put(Name::CONTENT_DISPOSITION, "attachment");
    }
    let body = answer.body().map_or(JsValue::NULL, JsValue::from);
    exchange.answer(status, &ours, &body)
}

/// Says that a host answered with a failure, whose text stays here.
fn fail(exchange: &Exchange, status: u16, theirs: &Headers) -> Answered {
    let refusal = if (400..600).contains(&status) {
        let message = format!("The media host refused (HTTP {status}); its link may have expired.");
        Refusal::new(status, provider::by_status(status).kind, &message)
    } else {
        let message =
            "The media host answered with a redirect, or not with media; that is not followed.";
        Refusal::new(502, Kind::Protocol, message)
    };
    // The caller's own token is good: only the link is not.
    let refusal = match refusal.status {
        401 => Refusal {
            status: 403,
            ..refusal
        },
        _ => refusal,
    };
    let (status, body) = exchange.say(Voice::Own, &refusal);
    let ours = headers::every_answer();
    ours.put(Name::CONTENT_TYPE, headers::JSON);
    if let Some(wait) = theirs.text(Name::RETRY_AFTER) {
        ours.put(Name::RETRY_AFTER, &wait);
    }
    exchange.answer(status, &ours, &body.into())
}

/// Whether a type is media that no browser runs.
fn is_media(content_type: &str) -> bool {
    let name = content_type.split(';').next().unwrap_or_default().trim();
    let name = name.to_ascii_lowercase();
    let media = ["audio/", "image/", "video/"];
    media.iter().any(|kind| name.starts_with(kind))
        && !name.contains("svg")
        && !name.contains("xml")
}

/// Whether a `Range` asks for one range of bytes.
fn is_range(range: &str) -> bool {
    let Some((first, last)) = range.strip_prefix("bytes=").and_then(|r| r.split_once('-')) else {
        return false;
    };
    let number = |text: &str| text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit());
    number(first) && number(last) && !(first.is_empty() && last.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_media_hosts_are_asked() {
        let hosts = Hosts::new(
            "cdn.example.com, *.media.example, *, localhost, 10.0.0.1, *.1, CDN.UPPER.example",
            vec!["http://127.0.0.1:1".to_string()],
        );
        for good in [
            "https://cdn.example.com/a/b.mp4?sig=%2F+&x=1",
            "https://a.media.example/",
            "https://a.b.media.example/x",
            "http://127.0.0.1:1/_sandbox/media/1",
        ] {
            assert!(hosts.allow(good), "{good}");
        }
        for bad in [
            "",
            "cdn.example.com",
            "http://cdn.example.com/x",
            "ftp://cdn.example.com/x",
            "https://cdn.example.com:443/x",
            "https://cdn.example.com:8443/x",
            "https://user@cdn.example.com/x",
            "https://cdn.example.com@evil.example/x",
            "https://evil.example/https://cdn.example.com/",
            "https://evil.example?cdn.example.com",
            "https://cdn.example.com.evil.example/",
            "https://xcdn.example.com/",
            "https://cdn.example.com./",
            "https://CDN.example.com/",
            "https://media.example/",
            "https://.media.example/",
            "https://evilmedia.example/",
            "https://10.0.0.1/",
            "https://[::1]/",
            "https://169.254.169.254/",
            "https://0x7f.1/",
            "https://2130706433/",
            "https://localhost/",
            "https://cdn.example.com\\@evil.example/",
            "https://cdn.example.com/a b",
            "https://cdn.example.com/#x",
            "https://cdn.example.com/\r\nx: y",
            "https://cdn.example.com/\u{e9}",
            "http://127.0.0.1:12/x",
            "http://127.0.0.1:1@evil.example/x",
        ] {
            assert!(!hosts.allow(bad), "{bad}");
        }
        let long = format!("https://cdn.example.com/{}", "x".repeat(MAX_URL));
        assert!(!hosts.allow(&long));
    }

    #[test]
    fn one_range_is_one() {
        for good in ["bytes=0-", "bytes=0-99", "bytes=-500"] {
            assert!(is_range(good), "{good}");
        }
        for bad in [
            "",
            "bytes=-",
            "bytes=0-1,3-4",
            "items=0-1",
            "bytes=a-b",
            "bytes=0-1 ",
        ] {
            assert!(!is_range(bad), "{bad}");
        }
    }

    #[test]
    fn media_is_what_no_browser_runs() {
        for good in ["video/mp4", "Audio/MPEG", "image/png; x=y"] {
            assert!(is_media(good), "{good}");
        }
        for bad in [
            "",
            "text/html",
            "image/svg+xml",
            "application/pdf",
            "videos",
        ] {
            assert!(!is_media(bad), "{bad}");
        }
    }
}
