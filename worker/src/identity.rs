//! Says who is calling, from the one credential that a request presents.

use crate::bindings::Name;
use crate::config::Config;
use crate::exchange::Exchange;
use crate::reply::Refusal;
use crate::token;
use genmedia::error::Kind;
use sha2::{Digest, Sha256};
use std::fmt;
use subtle::ConstantTimeEq;

/// More callers than one isolate meets in ten minutes; the one that was away longest makes room.
const MAX_KNOWN: usize = 256;

/// Tokens that were verified already, by their hashes: a guess costs the same whether its start is right or not.
#[derive(Default)]
pub struct Known(Vec<([u8; 32], token::Verified)>);

impl Known {
    fn find(&mut self, hash: &[u8; 32], now: u64) -> Option<String> {
        let at = self.0.iter().rposition(|(one, _)| one.ct_eq(hash).into())?;
        let entry = self.0.remove(at);
        let subject = (now < entry.1.until).then(|| entry.1.subject.clone())?;
        self.0.push(entry);
        Some(subject)
    }

    fn add(&mut self, hash: [u8; 32], verified: token::Verified) {
        if self.0.len() >= MAX_KNOWN {
            self.0.remove(0);
        }
        self.0.push((hash, verified));
    }
}

impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// The subject on whose behalf a request comes.
pub fn caller(exchange: &Exchange) -> Option<String> {
    let headers = exchange.headers();
    let authorization = headers.text(Name::AUTHORIZATION);
    let api_key = match authorization {
        Some(_) => None,
        None => headers.text(Name::X_API_KEY),
    };
    known(
        exchange.config(),
        authorization.as_deref(),
        api_key.as_deref(),
    )
}

/// The refusal of a request from nobody who is known.
pub fn unknown() -> Refusal {
    let message = "A session token is needed, as a bearer in Authorization or in x-api-key; get one from the \
                   operator of this Worker.";
    Refusal::new(401, Kind::Auth, message)
}

/// The credential of a request: `Authorization` wins over `x-api-key`.
pub fn presented<'a>(authorization: Option<&'a str>, api_key: Option<&'a str>) -> Option<&'a str> {
    let credential = match authorization {
        Some(header) => {
            let (scheme, credential) = header.split_once(' ')?;
            scheme
                .eq_ignore_ascii_case("bearer")
                .then_some(credential)?
        }
        None => api_key?,
    };
    let credential = credential.trim_matches(' ');
    let plain = credential
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b',');
    (!credential.is_empty() && plain).then_some(credential)
}

/// The subject that a credential stands for at a time in seconds since 1970.
pub fn subject(config: &Config, credential: &str, now: u64) -> Option<String> {
    if let Some(token) = &config.dev_token
        && token::same_secret(token.expose(), credential)
    {
        return Some("development".to_string());
    }
    let secret = config.token_secret.as_ref()?;
    let hash = Sha256::digest(credential).into();
    let known = config.known.borrow_mut().find(&hash, now);
    known.or_else(|| {
        let verified = token::verify(secret.expose(), credential, now)?;
        let subject = verified.subject.clone();
        config.known.borrow_mut().add(hash, verified);
        Some(subject)
    })
}

/// The subject for whom the headers of a request speak.
pub fn known(
    config: &Config,
    authorization: Option<&str>,
    api_key: Option<&str>,
) -> Option<String> {
    subject(config, presented(authorization, api_key)?, crate::now())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_credential_is_presented() {
        assert_eq!(presented(Some("Bearer a"), Some("b")), Some("a"));
        assert_eq!(presented(Some("bearer  a "), None), Some("a"));
        assert_eq!(presented(None, Some("b")), Some("b"));
        for bad in [
            "",
            "Bearer",
            "Bearer ",
            "Basic a",
            "a",
            "Bearer a, Bearer b",
            "Bearer a b",
        ] {
            assert_eq!(presented(Some(bad), Some("b")), None, "{bad}");
        }
        assert_eq!(presented(None, Some("")), None);
        assert_eq!(presented(None, None), None);
    }

    #[test]
    fn a_development_token_needs_development_mode() {
        let config = |mode: &'static str| {
            Config::new(&[], move |name| match name {
                "MODE" => Some(mode.to_string()),
                "DEV_TOKEN" => Some("dev".to_string()),
                "TOKEN_SECRET" => Some("a secret of at least thirty-two bytes".to_string()),
                _ => None,
            })
        };
        assert_eq!(
            subject(&config("development"), "dev", 0).as_deref(),
            Some("development")
        );
        assert_eq!(subject(&config(""), "dev", 0), None);
        let secret = config("").token_secret.unwrap();
        let minted = token::mint(secret.expose(), "u1", 1000).unwrap();
        assert_eq!(
            subject(&config(""), &minted.token, 1000).as_deref(),
            Some("u1")
        );
        assert_eq!(subject(&config("development"), "other", 1000), None);
    }
}
