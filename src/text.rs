//! Work on texts that the standard library's formatting does with many times the code.

/// The parts as one text.
pub fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// Adds a word to a list in a sentence, behind what ends in a space or behind another word.
pub fn add(sentence: &mut String, word: &str) {
    if !sentence.ends_with(" ") {
        sentence.push_str(", ");
    }
    sentence.push_str(word);
}

/// The digits of a number.
pub fn digits(number: u64) -> String {
    let mut text = String::new();
    write_digits(&mut text, number);
    text
}

/// The digits of a number that may be negative.
pub fn signed(number: i64) -> String {
    let mut text = String::new();
    if number < 0 {
        text.push('-');
    }
    write_digits(&mut text, number.unsigned_abs());
    text
}

fn write_digits(text: &mut String, number: u64) {
    if number > 9 {
        write_digits(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// Whether a path goes on with another step, or not at all: `[0]`, `.name`.
pub fn ends_step(rest: &str) -> bool {
    matches!(rest.as_bytes(), [] | [b'[' | b'.', ..])
}

/// The whole number that a text of digits stands for, where it fits.
pub fn whole(text: &str) -> Option<u64> {
    let mut number = 0_u64;
    for digit in text.bytes() {
        let digit = digit.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(digit.into())?;
    }
    (!text.is_empty()).then_some(number)
}

/// The whole number that digits stand for, perhaps after a sign, where it fits.
pub fn number(text: &str) -> Option<i64> {
    match text.as_bytes() {
        [b'-', ..] => 0_i64.checked_sub_unsigned(whole(text.get(1..)?)?),
        [b'+', ..] => i64::try_from(whole(text.get(1..)?)?).ok(),
        _ => i64::try_from(whole(text)?).ok(),
    }
}

/// Whether a byte is one of the signs. Plainer than the standard library's search, which is for long lists.
fn is_one(byte: u8, signs: &[u8]) -> bool {
    let mut found = false;
    for sign in signs {
        found |= *sign == byte;
    }
    found
}

/// What stands before and after the first of some signs, which are ASCII.
pub fn cut<'t>(text: &'t str, signs: &[u8]) -> Option<(&'t str, &'t str)> {
    let at = text.bytes().position(|byte| is_one(byte, signs))?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The parts of a text between some signs, which are ASCII.
pub fn parts<'t>(text: &'t str, signs: &'static [u8]) -> Parts<'t> {
    Parts {
        rest: Some(text),
        signs,
    }
}

/// What [`parts`] gives.
#[derive(Clone, Debug)]
pub struct Parts<'t> {
    rest: Option<&'t str>,
    signs: &'static [u8],
}

impl<'t> Iterator for Parts<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let rest = self.rest?;
        let Some((part, after)) = cut(rest, self.signs) else {
            return self.rest.take();
        };
        self.rest = Some(after);
        Some(part)
    }
}

/// How many characters a text has.
pub fn length(text: &str) -> usize {
    let starts = |byte: &&u8| **byte & 0xc0 != 0x80;
    text.as_bytes().iter().filter(starts).count()
}

/// Writes texts one after the other: `text!("at ", place)` is a [`String`].
#[macro_export]
macro_rules! text {
    ($($part:expr),+ $(,)?) => {
        $crate::text::joined(&[ $( ::core::convert::AsRef::<str>::as_ref(&$part) ),+ ])
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_numbers_are_written_as_formatting_does() {
        for number in [0, 9, 10, 1_234_567, u64::MAX] {
            assert_eq!(digits(number), number.to_string());
        }
        for number in [0, -1, i64::MIN, i64::MAX] {
            assert_eq!(signed(number), number.to_string());
        }
        assert_eq!(text!("a", String::from("b"), &"c"), "abc");
        assert_eq!(length("aé😀"), 3);
        assert_eq!(whole("18446744073709551615"), Some(u64::MAX));
        for wrong in ["", "-1", "+1", " 1", "1.0", "18446744073709551616"] {
            assert_eq!(whole(wrong), None, "{wrong}");
        }
        assert_eq!(number("-12"), Some(-12));
        assert_eq!(number("+9223372036854775807"), Some(i64::MAX));
        assert_eq!(number("9223372036854775808"), None);
        assert_eq!(number("-9223372036854775808"), Some(i64::MIN));
        assert_eq!(number("-9223372036854775809"), None);
        assert_eq!(cut("a:1x2", b"x:"), Some(("a", "1x2")));
        assert_eq!(cut("é=1=2", b"="), Some(("é", "1=2")));
        assert_eq!(cut("é", b"="), None);
        for text in ["", "a", "a,b", ",é,"] {
            assert!(parts(text, b",").eq(text.split(',')), "{text}");
        }
    }
}
