//! The start of a message as one text: what the entry gathers in JavaScript crosses once instead of header by header.

/// Headers of a request that decide whether it may come in and how it is sent on, by their place.
pub const ASKED: [&str; 11] = [
    "origin",
    "authorization",
    "x-api-key",
    "content-type",
    "content-encoding",
    "content-length",
    "accept",
    "accept-encoding",
    "language",
    "x-moderation",
    "x-sandbox-fault",
];

/// Headers of an upstream's answer, by their place.
pub const TOLD: [&str; 7] = [
    "content-type",
    "content-encoding",
    "content-length",
    "content-disposition",
    "retry-after",
    "trace-id",
    "x-request-id",
];

/// More header bytes than this are refused, whatever the platform takes.
const MAX_BYTES: u32 = 16 * 1024;
/// More headers than this likewise.
const MAX_COUNT: u32 = 200;

/// Gathered headers by their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered<'a, const N: usize> {
    names: &'static [&'static str; N],
    values: [Option<&'a str>; N],
}

impl<'a, const N: usize> Gathered<'a, N> {
    /// Reads one line a header: empty without it, else an equals sign and its value.
    pub fn read(names: &'static [&'static str; N], text: &'a str) -> Option<Self> {
        let mut values = [None; N];
        let mut lines = text.split('\n');
        for value in &mut values {
            *value = lines.next()?.strip_prefix('=');
        }
        Some(Self { names, values })
    }

    /// The value of a header that is gathered.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        let at = self.names.iter().position(|known| *known == name)?;
        self.values.get(at).copied().flatten()
    }
}

/// The start of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// The method as it came.
    pub method: &'a str,
    /// The whole address.
    pub url: &'a str,
    /// The headers that decide about it.
    pub headers: Gathered<'a, 11>,
}

impl<'a> Asked<'a> {
    /// Reads what the entry gathered: method, address and headers, one line each.
    pub fn read(text: &'a str) -> Option<Self> {
        let (method, rest) = text.split_once('\n')?;
        let (url, rest) = rest.split_once('\n')?;
        Some(Self {
            method,
            url,
            headers: Gathered::read(&ASKED, rest)?,
        })
    }
}

/// Whether a request has more headers, or longer ones, than any honest caller sends.
pub fn is_flood(count: u32, bytes: u32) -> bool {
    count > MAX_COUNT || bytes > MAX_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_header_is_not_an_absent_one() {
        let asked =
            Asked::read("POST\nhttps://a.example/x\n=null\n\n=\n\n\n=12\n\n\n\n\n").unwrap();
        assert_eq!((asked.method, asked.url), ("POST", "https://a.example/x"));
        assert_eq!(asked.headers.get("origin"), Some("null"));
        assert_eq!(asked.headers.get("authorization"), None);
        assert_eq!(asked.headers.get("x-api-key"), Some(""));
        assert_eq!(asked.headers.get("content-length"), Some("12"));
        assert_eq!(asked.headers.get("cookie"), None);
        assert_eq!(Asked::read("POST\nhttps://a.example/x\n=a"), None);
        assert_eq!(Asked::read("POST"), None);
    }

    #[test]
    fn a_flood_is_many_or_long() {
        for (count, bytes, flood) in [(200, 16_384, false), (201, 1, true), (1, 16_385, true)] {
            assert_eq!(is_flood(count, bytes), flood);
        }
    }
}
