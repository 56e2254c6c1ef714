//! Finds the provider's key in what an upstream answered, in every spelling that an echo may use.

use base64_simd::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use memchr::memmem::Finder;

/// What finds the key: plain, percent-encoded, hexadecimal, or inside base64 at any offset.
pub fn finders(key: &str) -> Vec<Finder<'static>> {
    let mut all = spellings(key);
    all.sort_unstable();
    all.dedup();
    let found = all.iter().map(|text| Finder::new(text).into_owned());
    found.collect()
}

/// Whether bytes hold the key in any spelling.
pub fn holds(bytes: &[u8], finders: &[Finder<'static>]) -> bool {
    finders.iter().any(|finder| finder.find(bytes).is_some())
}

fn spellings(key: &str) -> Vec<String> {
    let hex: String = key.bytes().map(|byte| format!("{byte:02x}")).collect();
    let percent = |every: bool, upper: bool| -> String {
        key.bytes()
            .map(
                |byte| match (every || !byte.is_ascii_alphanumeric(), upper) {
                    (false, _) => char::from(byte).to_string(),
                    (true, true) => format!("%{byte:02X}"),
                    (true, false) => format!("%{byte:02x}"),
                },
            )
            .collect()
    };
    let mut all = vec![
        key.to_string(),
        key.chars().rev().collect(),
        key.replace('/', "\\/"),
        hex.to_ascii_uppercase(),
        hex,
        percent(false, true),
        percent(false, false),
        percent(true, true),
        percent(true, false),
    ];
    for lead in 0..3_usize {
        let mut padded = vec![0_u8; lead];
        padded.extend_from_slice(key.as_bytes());
        // The first and last digits also depend on the neighbours of the key.
        let whole = padded.len() * 4 / 3;
        let first = (lead * 4).div_ceil(3);
        for text in [
            STANDARD_NO_PAD.encode_to_string(&padded),
            URL_SAFE_NO_PAD.encode_to_string(&padded),
        ] {
            if let Some(inner) = text.get(first..whole.min(text.len())) {
                all.push(inner.to_string());
            }
        }
    }
    // A very short spelling would match innocent answers.
    all.retain(|spelling| spelling.len() >= 6 || spelling == key);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "sk-api-canary/9+Z";

    #[test]
    fn every_spelling_is_found() {
        let hex: String = KEY.bytes().map(|byte| format!("{byte:02X}")).collect();
        let mut echoes = vec![
            format!("key {KEY} is wrong"),
            "%73%6b%2d%61%70%69%2d%63%61%6e%61%72%79%2f%39%2b%5a".to_string(),
            "sk%2Dapi%2Dcanary%2F9%2BZ".to_string(),
            r"sk-api-canary\/9+Z".to_string(),
            hex,
        ];
        for lead in ["", "a", "ab", "Bearer "] {
            echoes.push(STANDARD_NO_PAD.encode_to_string(format!("{lead}{KEY} tail")));
            echoes.push(URL_SAFE_NO_PAD.encode_to_string(format!("{lead}{KEY}")));
        }
        for echo in echoes {
            assert!(holds(echo.as_bytes(), &finders(KEY)), "{echo}");
        }
    }

    #[test]
    fn other_text_is_not() {
        for text in ["", "sk-api-", "{\"error\":{\"message\":\"login fail\"}}"] {
            assert!(!holds(text.as_bytes(), &finders(KEY)), "{text}");
        }
    }
}
