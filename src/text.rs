//! Work on texts that the standard library's formatting does with many times the code.

/// The parts as one text.
pub fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
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
    }
}
