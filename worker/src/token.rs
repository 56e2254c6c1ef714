//! Short-lived caller tokens: minting and verifying HS256 JWTs of one fixed form.

use base64_simd::URL_SAFE_NO_PAD as BASE64;
use genmedia::json;
use genmedia::json::Value;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// The only audience of these tokens.
const AUDIENCE: &str = "genmedia-worker";
/// The longest life of a token in seconds.
pub const LIFETIME: u64 = 600;
/// How far another machine's clock may be off, in seconds.
const SKEW: u64 = 60;
/// A token is a few hundred characters; longer ones are not looked at.
const MAX_TOKEN: usize = 2048;
/// The longest subject in characters.
const MAX_SUBJECT: usize = 128;
/// HS256 is as strong as its secret; shorter ones can be guessed offline.
const MIN_SECRET: usize = 32;
/// `{"alg":"HS256","typ":"JWT"}`, as minted here.
const HEADER: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";

type Signature = Hmac<Sha256>;

/// A minted token and when it ends, in seconds since 1970.
#[derive(Clone)]
pub struct Minted {
    /// The token.
    pub token: String,
    /// The first second in which it is no longer good.
    pub expires_at: u64,
}

/// A token that was verified: whose it is, and when it ends for good, in seconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Whom it stands for.
    pub subject: String,
    /// The first second in which it is no longer taken.
    pub until: u64,
}

/// Whether a subject can go into a token.
pub fn is_subject(subject: &str) -> bool {
    (1..=MAX_SUBJECT).contains(&subject.len())
        && subject
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"_.:@-".contains(&byte))
}

/// Mints a token for a subject; `None` when the secret is too short.
pub fn mint(secret: &str, subject: &str, now: u64) -> Option<Minted> {
    let expires_at = now.checked_add(LIFETIME)?;
    let claims = json!({ "aud": AUDIENCE, "exp": expires_at, "iat": now, "sub": subject });
    let signed = format!(
        "{HEADER}.{}",
        BASE64.encode_to_string(json::to_string(&claims))
    );
    let signature = BASE64.encode_to_string(sign(secret, &signed)?.finalize().into_bytes());
    Some(Minted {
        token: format!("{signed}.{signature}"),
        expires_at,
    })
}

/// A token that is genuine and good now.
pub fn verify(secret: &str, token: &str, now: u64) -> Option<Verified> {
    if token.len() > MAX_TOKEN {
        return None;
    }
    let (signed, signature) = token.rsplit_once('.')?;
    let (header, claims) = signed.split_once('.')?;
    let tag = decode(signature)?;
    sign(secret, signed)?.verify_slice(&tag).ok()?;
    if header != HEADER && !is_plain_header(&decode(header)?) {
        return None;
    }
    let claims = json::parse(&decode(claims)?).ok()?;
    let time = |name: &str| claims.get(name).and_then(Value::as_u64);
    let (issued, expires) = (time("iat")?, time("exp")?);
    let begins = match claims.get("nbf") {
        None => issued,
        Some(value) => value.as_u64()?,
    };
    let timely = issued.max(begins) <= now.saturating_add(SKEW)
        && expires.saturating_add(SKEW) > now
        && expires > issued
        && expires - issued <= LIFETIME;
    let ours = claims.get("aud").and_then(Value::as_str) == Some(AUDIENCE);
    let subject = claims.get("sub").and_then(Value::as_str)?;
    (timely && ours && is_subject(subject)).then(|| Verified {
        subject: subject.to_string(),
        until: expires.saturating_add(SKEW),
    })
}

/// Compares two secrets in a time that tells nothing about them, their lengths included.
pub fn same_secret(one: &str, other: &str) -> bool {
    let (one, other) = (Sha256::digest(one), Sha256::digest(other));
    one.as_slice().ct_eq(other.as_slice()).into()
}

fn sign(secret: &str, text: &str) -> Option<Signature> {
    if secret.len() < MIN_SECRET {
        return None;
    }
    let mut signature = Signature::new_from_slice(secret.as_bytes()).ok()?;
    signature.update(text.as_bytes());
    Some(signature)
}

/// Only the algorithm and the type: keys, critical extensions and addresses in a header are refused.
fn is_plain_header(header: &[u8]) -> bool {
    let Ok(Value::Object(members)) = json::parse(header) else {
        return false;
    };
    members.get("alg").and_then(Value::as_str) == Some("HS256")
        && members
            .iter()
            .all(|(name, value)| name == "alg" || (name == "typ" && value.as_str() == Some("JWT")))
}

/// Decodes the one canonical form: no padding, no stray bits in the last digit.
fn decode(text: &str) -> Option<Vec<u8>> {
    let bytes = BASE64.decode_to_vec(text).ok()?;
    (BASE64.encode_to_string(&bytes) == text).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "a secret of at least thirty-two bytes";
    const NOW: u64 = 1_800_000_000;

    fn signed(header: &str, claims: &str) -> String {
        let text = format!(
            "{}.{}",
            BASE64.encode_to_string(header),
            BASE64.encode_to_string(claims)
        );
        let tag = sign(SECRET, &text).unwrap().finalize().into_bytes();
        format!("{text}.{}", BASE64.encode_to_string(tag))
    }

    fn claims(iat: u64, exp: u64) -> String {
        format!(r#"{{"sub":"u1","aud":"{AUDIENCE}","iat":{iat},"exp":{exp}}}"#)
    }

    #[test]
    fn a_minted_token_is_good_until_it_ends() {
        let minted = mint(SECRET, "user:1@a.b", NOW).unwrap();
        assert_eq!(minted.expires_at, NOW + LIFETIME);
        for at in [NOW - SKEW, NOW, NOW + LIFETIME + SKEW - 1] {
            assert_eq!(
                verify(SECRET, &minted.token, at),
                Some(Verified {
                    subject: "user:1@a.b".to_string(),
                    until: NOW + LIFETIME + SKEW,
                })
            );
        }
        for at in [NOW - SKEW - 1, NOW + LIFETIME + SKEW] {
            assert_eq!(verify(SECRET, &minted.token, at), None);
        }
        assert_eq!(
            verify("another secret of thirty-two bytes", &minted.token, NOW),
            None
        );
    }

    #[test]
    fn the_header_of_other_minters_is_read() {
        for header in [
            r#"{"alg":"HS256"}"#,
            r#"{"typ":"JWT","alg":"HS256"}"#,
            r#"{ "alg": "HS256", "typ": "JWT" }"#,
        ] {
            let token = signed(header, &claims(NOW, NOW + 600));
            assert!(verify(SECRET, &token, NOW).is_some(), "{header}");
        }
        for header in [
            r#"{"alg":"none"}"#,
            r#"{"alg":"hs256"}"#,
            r#"{"alg":"RS256"}"#,
            r#"{"typ":"JWT"}"#,
            r#"{"alg":"HS256","crit":["exp"]}"#,
            r#"{"alg":"HS256","jku":"https://evil.example/keys"}"#,
            r#"{"alg":"HS256","kid":"../../dev/null"}"#,
            r#"{"alg":"HS256","jwk":{}}"#,
            r#"{"alg":"HS256","typ":"at+jwt"}"#,
            "[]",
        ] {
            let token = signed(header, &claims(NOW, NOW + 600));
            assert_eq!(verify(SECRET, &token, NOW), None, "{header}");
        }
    }

    #[test]
    fn claims_outside_their_limits_are_refused() {
        let good = claims(NOW, NOW + 600);
        for bad in [
            claims(NOW, NOW + 601),
            claims(NOW + 61, NOW + 100),
            claims(NOW - 660, NOW - 60),
            claims(NOW, NOW),
            good.replace("u1", ""),
            good.replace("u1", "a b"),
            good.replace("genmedia-worker", "other"),
            good.replace(r#""u1""#, "7"),
            good.replace("}", &format!(r#","nbf":{}}}"#, NOW + 61)),
            good.replace("}", r#","nbf":"soon"}"#),
            good.replace(&format!("{NOW}"), "1e99"),
            "null".to_string(),
        ] {
            let token = signed(r#"{"alg":"HS256"}"#, &bad);
            assert_eq!(verify(SECRET, &token, NOW), None, "{bad}");
        }
    }

    #[test]
    fn a_signature_has_one_spelling() {
        let token = mint(SECRET, "u1", NOW).unwrap().token;
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let last = signature.chars().last().unwrap();
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let at = alphabet.find(last).unwrap();
        // The last digit of 43 holds two bits that count for nothing.
        let stray = alphabet.chars().nth(at + 1).unwrap();
        let twin = format!("{signed}.{}{stray}", signature.split_at(42).0);
        for bad in [
            twin,
            format!("{token}="),
            format!("{token}."),
            format!("{signed}."),
            format!("{signed}.{}", signature.split_at(20).0),
            format!(" {token}"),
            token.replace('.', ".."),
            String::new(),
            "..".to_string(),
            "x".repeat(MAX_TOKEN + 1),
        ] {
            assert_eq!(verify(SECRET, &bad, NOW), None, "{bad}");
        }
    }

    #[test]
    fn a_short_secret_mints_nothing() {
        assert!(mint("short", "u1", NOW).is_none());
    }

    #[test]
    fn secrets_are_compared_whole() {
        assert!(same_secret("abc", "abc"));
        assert!(!same_secret("abc", "abcd"));
        assert!(!same_secret("abc", "abd"));
    }
}
