//! Hex digits, decoded over themselves in one pass.

use super::{wrong, wrong_digit};
use crate::error::Error;
use crate::text;
use std::cell::Cell;

/// Decodes the digits and gives the number of bytes.
pub(super) fn decode(text: &mut [u8]) -> Result<usize, Error> {
    let length = text.len() / 2;
    if !text.len().is_multiple_of(2) {
        return Err(wrong(text!(
            "the hex media has an odd number of digits (",
            text::digits(text.len() as u64),
            ")"
        )));
    }
    let done = blocks::decode(text);
    // Cells, as each byte is written before the digits that are still to be read.
    let cells = Cell::from_mut(text).as_slice_of_cells();
    let (pairs, _) = cells.as_chunks::<2>();
    let pairs = pairs.get(done..).unwrap_or_default();
    let outs = cells.get(done..).unwrap_or_default();
    for (at, ([high, low], out)) in pairs.iter().zip(outs).enumerate() {
        match (digit(high), digit(low)) {
            (Some(high), Some(low)) => out.set((high << 4 | low) as u8),
            (high, _) => {
                let at = 2 * (done + at) + usize::from(high.is_some());
                return Err(wrong_digit("hex", at));
            }
        }
    }
    Ok(length)
}

fn digit(cell: &Cell<u8>) -> Option<u32> {
    char::from(cell.get()).to_digit(16)
}

#[cfg(target_feature = "simd128")]
mod blocks {
    use crate::bytes;
    use core::arch::wasm32::{
        i8x16_add, i8x16_sub, i16x8_mul, i16x8_splat, u8x16_add_sat, u8x16_min, u8x16_narrow_i16x8,
        u8x16_splat, u8x16_sub_sat, u16x8_shr, v128, v128_and, v128_any_true, v128_or,
    };
    use std::cell::Cell;

    /// Decodes whole blocks up to the first with a wrong digit, and gives the number of bytes.
    pub fn decode(text: &mut [u8]) -> usize {
        let (vectors, _) = text.as_chunks_mut::<16>();
        let cells = Cell::from_mut(vectors).as_slice_of_cells();
        let (groups, _) = cells.as_chunks::<4>();
        let (outs, _) = cells.as_chunks::<2>();
        let mut done = 0;
        // Of four vectors: of two, half of the time is the loop's own.
        for ([a, b, c, d], [one, two]) in groups.iter().zip(outs) {
            let (a, b) = (values(a), values(b));
            let (c, d) = (values(c), values(d));
            let all = v128_or(v128_or(a, b), v128_or(c, d));
            if v128_any_true(v128_and(all, u8x16_splat(0xf0))) {
                break;
            }
            one.set(joined(a, b));
            two.set(joined(c, d));
            done += 32;
        }
        done
    }

    /// The values of digits; 16 or more for what is none.
    #[inline(always)]
    fn values(digits: &Cell<[u8; 16]>) -> v128 {
        let digits = bytes::vector(digits.get());
        // `0` to `9` come to be the last values but six, and wrap round to 0; nothing else comes below 16.
        let decimal = i8x16_add(digits, u8x16_splat(255 - b'9'));
        let decimal = i8x16_sub(u8x16_sub_sat(decimal, u8x16_splat(6)), u8x16_splat(240));
        let letter = i8x16_sub(v128_and(digits, u8x16_splat(!32)), u8x16_splat(b'A'));
        u8x16_min(decimal, u8x16_add_sat(letter, u8x16_splat(10)))
    }

    /// The bytes that pairs of values stand for.
    #[inline(always)]
    fn joined(first: v128, second: v128) -> [u8; 16] {
        // The first of a pair is the low byte: it comes to stand left of the second.
        let pairs = |values| u16x8_shr(i16x8_mul(values, i16x8_splat(0x1001)), 8);
        bytes::block(u8x16_narrow_i16x8(pairs(first), pairs(second)))
    }
}

#[cfg(not(target_feature = "simd128"))]
mod blocks {
    pub fn decode(_text: &mut [u8]) -> usize {
        0
    }
}
