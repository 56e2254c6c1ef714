//! Finds values inside JSON text by path in one pass, without building a tree: the base of the byte lane.

use crate::bytes;
use crate::json::{FIRST, Value};
use std::ops::Range;

/// What kind of JSON value a span holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// `true` or `false`.
    Bool,
    /// A list.
    List,
    /// `null`.
    Null,
    /// A number.
    Number,
    /// An object.
    Object,
    /// A text; its span lies between the quotes.
    Text,
}

/// Where a value lies in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The bytes of the value; of a text, without its quotes.
    pub range: Range<usize>,
    /// What it is.
    pub token: Token,
}

impl Span {
    /// The value's bytes.
    pub fn of<'t>(&self, text: &'t [u8]) -> &'t [u8] {
        text.get(self.range.clone()).unwrap_or_default()
    }

    /// The text that the value stands for; `None` when it is not a text.
    pub fn text(&self, source: &[u8]) -> Option<String> {
        if self.token != Token::Text {
            return None;
        }
        let raw = self.of(source);
        if bytes::find(b'\\', raw).is_none() {
            return std::str::from_utf8(raw).ok().map(str::to_string);
        }
        let quoted = self.range.start.checked_sub(1)?..self.range.end.checked_add(1)?;
        crate::json::unquote(source.get(quoted)?)
    }

    /// The text or the digits of the value, when not empty.
    pub fn word(&self, source: &[u8]) -> Option<String> {
        match self.token {
            Token::Text => self.text(source).filter(|text| !text.is_empty()),
            Token::Number => std::str::from_utf8(self.of(source))
                .ok()
                .map(str::to_string),
            _ => None,
        }
    }

    /// The whole number that the value holds, as a number or as a text.
    pub fn int(&self, source: &[u8]) -> Option<i64> {
        crate::text::number(&self.word(source)?)
    }
}

/// Whether a text holds some words: a plain look, as the standard library's search is many times the code.
pub fn contains(text: &str, words: &str) -> bool {
    let mut places = text.as_bytes().windows(words.len().max(1));
    places.any(|place| place == words.as_bytes())
}

/// The most paths of one walk: a bit each.
pub const MAX_PATHS: usize = 32;
/// Lengths of names that are told apart before the names are.
const LENGTHS: usize = 16;
/// Most names and many texts are shorter; looking for their end is not worth the call of a search.
const SHORT: usize = 16;
/// Deeper nesting is refused, as the JSON parser does.
const MAX_DEPTH: usize = 128;

/// The most paths of one [`find`].
pub const MAX_FOUND: usize = 13;

/// What was found: for each path its first span, asked for by the path's place.
#[derive(Debug)]
pub struct Found<'t> {
    text: &'t [u8],
    spans: [Option<Span>; MAX_FOUND],
}

/// The first span at each path; `None` when the text is not one whole JSON value.
pub fn find<'t>(text: &'t [u8], paths: &[&[&str]]) -> Option<Found<'t>> {
    debug_assert!(paths.len() <= MAX_FOUND, "too many paths for one look");
    let mut spans = [const { None }; MAX_FOUND];
    walk(text, paths, &mut |index, span| {
        if let Some(slot @ None) = spans.get_mut(index) {
            *slot = Some(span);
        }
    })?;
    Some(Found { text, spans })
}

// Never inlined: each reader of events asks a dozen times.
impl<'t> Found<'t> {
    /// Where the value lies.
    #[inline(never)]
    pub fn span(&self, path: usize) -> Option<&Span> {
        self.spans.get(path)?.as_ref()
    }

    /// Where the value lies, when it is of this kind.
    #[inline(never)]
    pub fn of(&self, path: usize, token: Token) -> Option<&Span> {
        self.span(path).filter(|span| span.token == token)
    }

    /// The value's bytes; none where there is no value.
    #[inline(never)]
    pub fn raw(&self, path: usize) -> &'t [u8] {
        self.span(path).map_or(&[], |span| span.of(self.text))
    }

    /// Whether there is a value other than null.
    #[inline(never)]
    pub fn is_set(&self, path: usize) -> bool {
        self.span(path)
            .is_some_and(|span| span.token != Token::Null)
    }

    /// The text that the value stands for.
    #[inline(never)]
    pub fn text(&self, path: usize) -> Option<String> {
        self.span(path)?.text(self.text)
    }

    /// The text or the digits of the value, when not empty.
    #[inline(never)]
    pub fn word(&self, path: usize) -> Option<String> {
        self.span(path)?.word(self.text)
    }

    /// The whole number that the value holds.
    #[inline(never)]
    pub fn int(&self, path: usize) -> Option<i64> {
        self.span(path)?.int(self.text)
    }

    /// The value itself, unless it is null.
    #[inline(never)]
    pub fn value(&self, path: usize) -> Option<Value> {
        let span = self.span(path)?;
        match span.token {
            Token::Null => None,
            Token::Text => span.text(self.text).map(Value::String),
            _ => crate::json::parse(span.of(self.text)).ok(),
        }
    }
}

/// Calls `found` with the index of the path and the span of every value that a path leads to.
///
/// A step is a member name, `0` for the first item of a list, or `*` for every item of a list. At most [`MAX_PATHS`] paths.
/// `None` when the text is not one whole JSON value; spans found before that have been told.
pub fn walk(text: &[u8], paths: &[&[&str]], found: &mut dyn FnMut(usize, Span)) -> Option<()> {
    let count = paths.len().min(MAX_PATHS);
    let mask = if count == MAX_PATHS {
        u32::MAX
    } else {
        (1 << count) - 1
    };
    let mut by_length = [0; LENGTHS];
    for (index, path) in paths.iter().take(count).enumerate() {
        let length = path.first().map_or(0, |step| step.len());
        if let Some(bits) = by_length.get_mut(length % LENGTHS) {
            *bits |= 1 << index;
        }
    }
    let mut walker = Walker {
        text,
        at: 0,
        paths,
        by_length,
        found,
    };
    walker.value(mask, 0)?;
    walker.space();
    (walker.at == text.len()).then_some(())
}

/// Its small steps are always inlined: at a size-first level they would be calls, and half of the time.
struct Walker<'t, 'p> {
    text: &'t [u8],
    at: usize,
    paths: &'p [&'p [&'p str]],
    /// The paths by the length of their first step: most members of a document fit none.
    by_length: [u32; LENGTHS],
    found: &'p mut dyn FnMut(usize, Span),
}

impl Walker<'_, '_> {
    #[inline(always)]
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    #[inline(always)]
    fn space(&mut self) {
        // Compact text has none, which one look tells.
        let mut at = self.at;
        while matches!(self.text.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            at += 1;
        }
        self.at = at;
    }

    #[inline(always)]
    fn expect(&mut self, byte: u8) -> Option<()> {
        self.space();
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Reads one value; bits of `mask` are the paths that still fit, `depth` steps in.
    fn value(&mut self, mask: u32, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        self.space();
        let start = self.at;
        let deeper = match mask {
            0 => 0,
            _ => self.select(mask, |path| path.len() > depth),
        };
        let token = match self.peek()? {
            b'"' => {
                let range = self.string()?;
                self.report(mask & !deeper, range, Token::Text);
                return Some(());
            }
            b'{' if deeper != 0 => {
                self.members(deeper, depth)?;
                Token::Object
            }
            b'[' if deeper != 0 => {
                self.items(deeper, depth)?;
                Token::List
            }
            b'{' => {
                self.skip_container()?;
                Token::Object
            }
            b'[' => {
                self.skip_container()?;
                Token::List
            }
            _ => self.literal()?,
        };
        self.report(mask & !deeper, start..self.at, token);
        Some(())
    }

    fn report(&mut self, mut done: u32, range: Range<usize>, token: Token) {
        while done != 0 {
            let index = done.trailing_zeros();
            done &= done - 1;
            let span = Span {
                range: range.clone(),
                token,
            };
            (self.found)(index as usize, span);
        }
    }

    #[inline(always)]
    fn select(&self, mut mask: u32, keep: impl Fn(&[&str]) -> bool) -> u32 {
        let mut selected = 0;
        while mask != 0 {
            let bit = mask & mask.wrapping_neg();
            mask &= mask - 1;
            let path = self.paths.get(bit.trailing_zeros() as usize);
            if path.is_some_and(|path| keep(path)) {
                selected |= bit;
            }
        }
        selected
    }

    fn members(&mut self, mask: u32, depth: usize) -> Option<()> {
        self.at += 1;
        self.space();
        if self.peek()? == b'}' {
            self.at += 1;
            return Some(());
        }
        loop {
            self.space();
            let key = self.string()?;
            self.expect(b':')?;
            let key = self.text.get(key)?;
            let likely = match depth {
                0 => {
                    mask & self
                        .by_length
                        .get(key.len() % LENGTHS)
                        .copied()
                        .unwrap_or(0)
                }
                _ => mask,
            };
            let fits = self.select(likely, |path| {
                path.get(depth)
                    .is_some_and(|step| same(step.as_bytes(), key))
            });
            self.value(fits, depth + 1)?;
            self.space();
            let next = self.peek()?;
            self.at += 1;
            match next {
                b',' => {}
                b'}' => return Some(()),
                _ => return None,
            }
        }
    }

    fn items(&mut self, mask: u32, depth: usize) -> Option<()> {
        self.at += 1;
        self.space();
        if self.peek()? == b']' {
            self.at += 1;
            return Some(());
        }
        let mut index = 0_usize;
        loop {
            let fits = self.select(mask, |path| {
                path.get(depth).is_some_and(|step| match step.as_bytes() {
                    [b'*'] => true,
                    _ => index == 0 && same(step.as_bytes(), FIRST.as_bytes()),
                })
            });
            self.value(fits, depth + 1)?;
            index += 1;
            self.space();
            let next = self.peek()?;
            self.at += 1;
            match next {
                b',' => {}
                b']' => return Some(()),
                _ => return None,
            }
        }
    }

    /// Reads a text and gives the range between its quotes.
    #[inline(always)]
    fn string(&mut self) -> Option<Range<usize>> {
        if self.peek()? != b'"' {
            return None;
        }
        let start = self.at + 1;
        let mut at = start;
        while at < start + SHORT {
            match self.text.get(at)? {
                b'"' => {
                    self.at = at + 1;
                    return Some(start..at);
                }
                b'\\' => break,
                _ => at += 1,
            }
        }
        loop {
            at += bytes::find_either(b'"', b'\\', self.text.get(at..)?)?;
            if self.text.get(at) == Some(&b'"') {
                self.at = at + 1;
                return Some(start..at);
            }
            at += 2;
        }
    }

    fn skip_container(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Some(());
            }
        }
    }

    #[inline(always)]
    fn literal(&mut self) -> Option<Token> {
        let start = self.at;
        let mut at = start;
        while matches!(
            self.text.get(at),
            Some(b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'+' | b'.')
        ) {
            at += 1;
        }
        self.at = at;
        match self.text.get(start..self.at)? {
            b"null" => Some(Token::Null),
            b"true" | b"false" => Some(Token::Bool),
            [b'-' | b'0'..=b'9', ..] => Some(Token::Number),
            _ => None,
        }
    }
}

/// Whether two names are the same, without the call that comparing slices is.
#[inline(always)]
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a == b)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br#" {"a":{"b":[{"c":"x\"y"},{"c":"z"}],"skip":{"c":"no","d":[1,{"}":"]"}]}},"n": -12.5e3,"t":true,"e":null,"s":""} "#;

    #[test]
    fn finds_values_by_path() {
        let paths: [&[&str]; 7] = [
            &["a", "b", "0", "c"],
            &["a", "none"],
            &["n"],
            &["t"],
            &["e"],
            &["s"],
            &["missing"],
        ];
        let found = find(BODY, &paths).unwrap();
        let [first, second, number, truth, null, empty, missing] =
            [0, 1, 2, 3, 4, 5, 6].map(|path| found.span(path).cloned());
        assert_eq!(first.unwrap().text(BODY).unwrap(), "x\"y");
        assert!(second.is_none());
        assert_eq!(number.unwrap().of(BODY), b"-12.5e3");
        assert_eq!(truth.unwrap().token, Token::Bool);
        assert_eq!(null.unwrap().token, Token::Null);
        assert_eq!(empty.unwrap().text(BODY).unwrap(), "");
        assert!(missing.is_none());
    }

    #[test]
    fn a_star_stands_for_every_item() {
        let mut texts = Vec::new();
        walk(BODY, &[&["a", "b", "*", "c"]], &mut |_, span| {
            texts.push(span.text(BODY).unwrap());
        })
        .unwrap();
        assert_eq!(texts, ["x\"y", "z"]);
    }

    #[test]
    fn cut_or_trailing_text_is_not_json() {
        let whole = BODY.trim_ascii();
        for end in 0..whole.len() {
            assert!(find(&whole[..end], &[&["n"]]).is_none(), "cut at {end}");
        }
        assert!(find(b"{} x", &[&["n"]]).is_none());
        assert!(find(b"<html>", &[&["n"]]).is_none());
    }

    #[test]
    fn deep_nesting_ends() {
        let deep = [vec![b'['; 100_000], vec![b']'; 100_000]].concat();
        assert!(find(&deep, &[&["0", "0"]]).is_some());
        let star: Vec<&str> = vec!["*"; 200];
        assert!(find(&deep, &[&star]).is_none());
    }
}
