//! Base64 in the standard alphabet: decoded over itself in one pass, and written.

use super::{wrong, wrong_digit};
use crate::bytes;
use crate::error::Error;
use std::cell::Cell;

/// Each stands for its place.
const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Decodes the digits and gives the number of bytes. Padding may be left out, white space may stand anywhere, and
/// a slash may be written as JSON allows: `\/`. Wrong digits are counted without such backslashes.
pub(super) fn decode(text: &mut [u8]) -> Result<usize, Error> {
    let kept = unescape(text);
    let text = text.get_mut(..kept).unwrap_or_default();
    let done = blocks::decode(text);
    // Cells, as each byte is written before the digits that are still to be read.
    let cells = Cell::from_mut(text).as_slice_of_cells();
    let mut rest = cells.get(done..).unwrap_or_default();
    let mut length = done / 4 * 3;
    let (mut bits, mut count, mut padding, mut whole) = (0, 0, 0, true);
    while let [cell, after @ ..] = rest {
        let at = cells.len() - rest.len();
        rest = after;
        let byte = cell.get();
        let Some(digit) = bytes::find(byte, DIGITS) else {
            match byte {
                b'=' => padding += 2,
                b'\r' | b'\n' | b'\t' | b' ' => {}
                _ => return Err(wrong_digit("base64", at)),
            }
            continue;
        };
        whole &= padding == 0;
        bits = bits << 6 | digit as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            if let Some(out) = cells.get(length) {
                out.set((bits >> count) as u8);
                length += 1;
            }
        }
    }
    // Two bits are left for each digit that lacks; six are those of a digit alone.
    if whole && count != 6 && (padding == 0 || padding == count) {
        return Ok(length);
    }
    Err(wrong(
        "the base64 media ends in the middle of a group".to_string(),
    ))
}

/// Drops the backslash of every `\/`, moving what stands between two of them at once, and gives the new length.
fn unescape(text: &mut [u8]) -> usize {
    let (mut kept, mut from) = (0, 0);
    while let Some(rest) = text.get(from..) {
        let at = bytes::find(b'\\', rest).map_or(text.len(), |at| from + at);
        if kept < from {
            text.copy_within(from..at, kept);
        }
        kept += at - from;
        if at == text.len() {
            break;
        }
        // One before anything else is kept, and found to be no digit.
        from = at + 1;
        if text.get(from) != Some(&b'/') {
            if let Some(place) = text.get_mut(kept) {
                *place = b'\\';
            }
            kept += 1;
        }
    }
    kept
}

/// Writes bytes as digits, with padding.
pub(super) fn write(bytes: &[u8], text: &mut String) {
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let digit = bits >> (18 - 6 * at) & 63;
            text.push(char::from(match DIGITS.get(digit as usize) {
                Some(digit) if at <= group.len() => *digit,
                _ => b'=',
            }));
        }
    }
}

#[cfg(target_feature = "simd128")]
mod blocks {
    use core::arch::wasm32::{
        i8x16, i8x16_add, i8x16_eq, i8x16_shuffle, i8x16_splat, i8x16_swizzle, i16x8, i16x8_shl,
        i16x8_splat, i32x4_dot_i16x8, u8x16_shr, u8x16_splat, u16x8_shr, u32x4_extract_lane, u64x2,
        v128, v128_and, v128_any_true, v128_or,
    };
    use std::cell::Cell;

    /// Decodes whole blocks up to the first with anything but digits, and gives the number of digits.
    pub fn decode(text: &mut [u8]) -> usize {
        let (words, _) = text.as_chunks_mut::<4>();
        let cells = Cell::from_mut(words).as_slice_of_cells();
        let (groups, _) = cells.as_chunks::<4>();
        let (outs, _) = cells.as_chunks::<3>();
        let mut done = 0;
        for ([a, b, c, d], [one, two, three]) in groups.iter().zip(outs) {
            let digits = u64x2(number(a, b), number(c, d));
            let kinds = u8x16_shr(digits, 4);
            if v128_any_true(strange(digits, kinds)) {
                break;
            }
            let bytes = joined(values(digits, kinds));
            one.set(u32x4_extract_lane::<0>(bytes).to_le_bytes());
            two.set(u32x4_extract_lane::<1>(bytes).to_le_bytes());
            three.set(u32x4_extract_lane::<2>(bytes).to_le_bytes());
            done += 16;
        }
        done
    }

    /// One load, of both.
    #[inline(always)]
    fn number(low: &Cell<[u8; 4]>, high: &Cell<[u8; 4]>) -> u64 {
        let number = |word: &Cell<[u8; 4]>| u64::from(u32::from_le_bytes(word.get()));
        number(low) | number(high) << 32
    }

    /// Not zero where there is no digit: each half of a byte has the bits of what it is wrong for.
    #[inline(always)]
    fn strange(digits: v128, kinds: v128) -> v128 {
        let low = i8x16(
            0x15, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13, 0x1a, 0x1b, 0x1b,
            0x1b, 0x1a,
        );
        let high = i8x16(
            0x10, 0x10, 0x01, 0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10,
            0x10, 0x10,
        );
        let low = i8x16_swizzle(low, v128_and(digits, u8x16_splat(15)));
        v128_and(low, i8x16_swizzle(high, kinds))
    }

    /// What digits stand for: by the upper half of the byte, but the slash is among digits of another kind.
    #[inline(always)]
    fn values(digits: v128, kinds: v128) -> v128 {
        let moves = i8x16(0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0);
        let kinds = i8x16_add(i8x16_eq(digits, i8x16_splat(b'/' as i8)), kinds);
        i8x16_add(digits, i8x16_swizzle(moves, kinds))
    }

    /// The twelve bytes that sixteen values stand for, and four empty ones.
    #[inline(always)]
    fn joined(values: v128) -> v128 {
        let left = v128_and(i16x8_shl(values, 6), i16x8_splat(0xfc0));
        let pairs = v128_or(left, u16x8_shr(values, 8));
        let groups = i32x4_dot_i16x8(pairs, i16x8(4096, 1, 4096, 1, 4096, 1, 4096, 1));
        // Three bytes of each number, the last first.
        i8x16_shuffle::<2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 3, 7, 11, 15>(groups, groups)
    }
}

#[cfg(not(target_feature = "simd128"))]
mod blocks {
    pub fn decode(_text: &mut [u8]) -> usize {
        0
    }
}
