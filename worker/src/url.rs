//! Reads the address of a request: its origin, its path as it was encoded, and its query.

/// The parts of a request's address, none of them decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address<'a> {
    /// Scheme, host and port.
    pub origin: &'a str,
    /// The host and port.
    pub host: &'a str,
    /// The path, with its leading slash.
    pub path: &'a str,
    /// What follows the question mark; empty without one.
    pub query: &'a str,
}

impl<'a> Address<'a> {
    /// Splits an address that the runtime has normalised already.
    pub fn split(url: &'a str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, rest) = rest.split_at_checked(end)?;
        let (origin, _) = url.split_at_checked(scheme.len() + 3 + host.len())?;
        let rest = rest.split_once('#').map_or(rest, |(before, _)| before);
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let path = if path.is_empty() { "/" } else { path };
        Some(Self {
            origin,
            host,
            path,
            query,
        })
    }
}

/// Whether a host, with or without a port, is this machine.
pub fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => return rest == "::1]" || rest.starts_with("::1]:"),
        None => host.split_once(':').map_or(host, |(name, _)| name),
    };
    name == "127.0.0.1" || name == "localhost"
}

/// A query that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadQuery {
    /// A parameter is not percent-encoded UTF-8.
    Encoding(String),
    /// A parameter is there twice, and readers disagree on which one counts.
    Twice(String),
}

/// The declared parameters of a query, decoded; all others are left out.
pub fn declared_query<'n>(
    query: &str,
    names: impl Iterator<Item = &'n str>,
) -> Result<Vec<(&'n str, String)>, BadQuery> {
    if query.is_empty() {
        return Ok(Vec::new());
    }
    let mut kept = Vec::new();
    for name in names {
        let mut values = query
            .split('&')
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .filter(|(found, _)| decode(found).as_deref() == Some(name));
        let Some((_, value)) = values.next() else {
            continue;
        };
        if values.next().is_some() {
            return Err(BadQuery::Twice(name.to_string()));
        }
        let value = decode(value).ok_or_else(|| BadQuery::Encoding(name.to_string()))?;
        kept.push((name, value));
    }
    Ok(kept)
}

/// Decodes one name or value of a query.
fn decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => {
                let high = char::from(bytes.next()?).to_digit(16)?;
                let low = char::from(bytes.next()?).to_digit(16)?;
                u8::try_from(high * 16 + low).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(decoded).ok()
}

/// Writes declared parameters as a query, with its question mark; empty when there are none.
pub fn encode_query(pairs: &[(&str, String)]) -> String {
    let mut query = String::new();
    for (name, value) in pairs {
        query.push(if query.is_empty() { '?' } else { '&' });
        encode_into(&mut query, name);
        query.push('=');
        encode_into(&mut query, value);
    }
    query
}

fn encode_into(out: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    let digit = char::from_digit(u32::from(digit), 16).unwrap_or('0');
                    out.push(digit.to_ascii_uppercase());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_split_without_decoding() {
        let address = Address::split("http://127.0.0.1:8787/minimax/v1/a%2fb?x=1&y=%20").unwrap();
        assert_eq!(address.origin, "http://127.0.0.1:8787");
        assert_eq!(address.host, "127.0.0.1:8787");
        assert_eq!(address.path, "/minimax/v1/a%2fb");
        assert_eq!(address.query, "x=1&y=%20");
        let bare = Address::split("https://example.com?a=b").unwrap();
        assert_eq!((bare.path, bare.query), ("/", "a=b"));
        assert_eq!(Address::split("nonsense"), None);
    }

    #[test]
    fn only_this_machine_is_loopback() {
        for host in [
            "127.0.0.1",
            "127.0.0.1:8787",
            "localhost:1",
            "[::1]",
            "[::1]:80",
        ] {
            assert!(is_loopback(host), "{host}");
        }
        for host in [
            "127.0.0.1.evil.example",
            "localhost.evil.example:80",
            "10.0.0.1",
            "[::11]",
        ] {
            assert!(!is_loopback(host), "{host}");
        }
    }

    #[test]
    fn a_query_keeps_declared_names_once() {
        let names = ["task_id", "page"];
        let kept = declared_query("task_id=a+b%2f&host=evil&page=2", names.into_iter()).unwrap();
        assert_eq!(encode_query(&kept), "?task_id=a%20b%2F&page=2");
        assert_eq!(
            declared_query("page=1&p%61ge=2", names.into_iter()),
            Err(BadQuery::Twice("page".to_string()))
        );
        assert_eq!(
            declared_query("page=%ff", names.into_iter()),
            Err(BadQuery::Encoding("page".to_string()))
        );
        assert_eq!(declared_query("", names.into_iter()), Ok(Vec::new()));
    }
}
