//! What vectors do, compared with plain loops over tables: the same checks natively and in a browser, where the vectors are.

use genmedia::bytes;
use genmedia::media;
use genmedia::operation::Encoding;

const BOTH: [Encoding; 2] = [Encoding::Hex, Encoding::Base64];
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const NIBBLES: &[u8] = b"0123456789abcdefABCDEF";

/// The value of each byte that is a digit.
fn table(encoding: Encoding) -> [Option<u32>; 256] {
    let digits = match encoding {
        Encoding::Hex => NIBBLES,
        Encoding::Base64 => LETTERS,
    };
    let mut table = [None; 256];
    for (value, digit) in (0..).zip(digits) {
        let value = match encoding {
            Encoding::Hex if value > 15 => value - 6,
            _ => value,
        };
        table[usize::from(*digit)] = Some(value);
    }
    table
}

/// The bytes, or how the message of the error ends.
pub fn plainly(text: &[u8], encoding: Encoding) -> Result<Vec<u8>, String> {
    let table = table(encoding);
    let hex = encoding == Encoding::Hex;
    if hex && !text.len().is_multiple_of(2) {
        return Err(format!("an odd number of digits ({})", text.len()));
    }
    let mut digits = Vec::new();
    // Backslashes that JSON allows do not count.
    let mut escapes = 0;
    for (at, byte) in text.iter().enumerate() {
        match (table[usize::from(*byte)], byte) {
            (Some(value), _) => digits.push(Some(value)),
            (_, b'=') if !hex => digits.push(None),
            (_, b'\r' | b'\n' | b'\t' | b' ') if !hex => {}
            (_, b'\\') if !hex && text.get(at + 1) == Some(&b'/') => escapes += 1,
            _ => return Err(format!("a wrong digit at offset {}", at - escapes)),
        }
    }
    if hex {
        let byte = |pair: &[Option<u32>]| (pair[0].unwrap() * 16 + pair[1].unwrap()) as u8;
        return Ok(digits.chunks(2).map(byte).collect());
    }
    let padding = digits.iter().rev().take_while(|one| one.is_none()).count();
    let values: Vec<u32> = digits.iter().copied().flatten().collect();
    let padded = padding > 0;
    if values.len() + padding != digits.len()
        || values.len() % 4 == 1
        || padding > 2
        || padded && digits.len() % 4 != 0
    {
        return Err("the middle of a group".to_string());
    }
    let bits = values
        .iter()
        .flat_map(|value| (0..6).rev().map(move |bit| value >> bit & 1));
    let bits: Vec<u32> = bits.collect();
    let byte = |bits: &[u32]| bits.iter().fold(0, |byte, bit| byte << 1 | bit) as u8;
    Ok(bits.chunks_exact(8).map(byte).collect())
}

/// Decodes the text and the plain way too.
pub fn same(text: &[u8], encoding: Encoding) {
    let mut place = text.to_vec();
    let told = media::decode(&mut place, encoding);
    let shown = || format!("{encoding:?} of {}", text.escape_ascii());
    match (told, plainly(text, encoding)) {
        (Ok(length), Ok(bytes)) => assert!(place[..length] == bytes, "{}", shown()),
        (Err(error), Err(end)) => assert!(error.message.ends_with(&end), "{error}: {}", shown()),
        (told, plain) => panic!("{told:?}, not {plain:?}: {}", shown()),
    }
}

/// As many digits, all of them in turn.
fn digits(length: usize, encoding: Encoding) -> Vec<u8> {
    let digits = match encoding {
        Encoding::Hex => NIBBLES,
        Encoding::Base64 => LETTERS,
    };
    let digit = |at: usize| digits[(at * 7 + at / 64 * 5) % digits.len()];
    (0..length).map(digit).collect()
}

/// Every number of digits, with every padding of base64.
pub fn every_length() {
    for length in 0..=200 {
        for encoding in BOTH {
            let mut text = digits(length, encoding);
            same(&text, encoding);
            for _ in 0..4 {
                text.push(b'=');
                same(&text, encoding);
            }
        }
    }
}

/// What is no digit, or is none there, at every place of a text that ends behind its last block.
pub fn every_wrong_place() {
    for encoding in BOTH {
        let text = digits(212, encoding);
        for at in 0..text.len() {
            for wrong in *b"=*g_\0\xff\\ \n" {
                let mut text = text.clone();
                text[at] = wrong;
                same(&text, encoding);
                let last = text.len() - 1;
                text[last] = b'!';
                same(&text, encoding);
            }
        }
    }
}

/// Every byte in every lane of a block, and behind the blocks.
pub fn every_byte() {
    for encoding in BOTH {
        let text = digits(100, encoding);
        for byte in 0..=u8::MAX {
            for at in (0..64).chain(96..100) {
                let mut text = text.clone();
                text[at] = byte;
                same(&text, encoding);
            }
        }
    }
}

/// More than anything is cut into.
pub fn large() {
    for encoding in BOTH {
        let mut text = digits((1 << 20) + 4, encoding);
        same(&text, encoding);
        let late = text.len() - 100;
        text[late] = b'!';
        same(&text, encoding);
    }
}

/// Each of two bytes at every place, before and behind the other.
pub fn every_place_of_a_byte() {
    for length in 0..70 {
        assert_eq!(bytes::find_either(b'"', b'\\', &vec![b'a'; length]), None);
        for at in 0..length {
            let mut text = vec![0xa2; length];
            text[length - 1] = b'"';
            text[at] = b'\\';
            assert_eq!(bytes::find(b'\\', &text), Some(at));
            assert_eq!(bytes::find_either(b'"', b'\\', &text), Some(at));
            assert_eq!(bytes::find_either(b'\\', b'"', &text), Some(at));
        }
    }
}
