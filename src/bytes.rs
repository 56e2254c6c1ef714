//! Finding a byte and making room for many: loops that a size-first build would run byte by byte.

#[cfg(target_feature = "simd128")]
use core::arch::wasm32::{
    i8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, u64x2_extract_lane, v128, v128_or,
};

/// Bytes of a vector.
const LANES: usize = 16;

/// Sixteen bytes as a vector: one load.
#[cfg(target_feature = "simd128")]
#[inline(always)]
pub(crate) fn vector(bytes: [u8; LANES]) -> v128 {
    let number = u128::from_le_bytes(bytes);
    u64x2(number as u64, (number >> 64) as u64)
}

/// A vector as its bytes: one store.
#[cfg(target_feature = "simd128")]
#[inline(always)]
pub(crate) fn block(vector: v128) -> [u8; LANES] {
    let low = u128::from(u64x2_extract_lane::<0>(vector));
    (low | u128::from(u64x2_extract_lane::<1>(vector)) << 64).to_le_bytes()
}

/// Where a byte stands first.
pub fn find(byte: u8, bytes: &[u8]) -> Option<usize> {
    find_either(byte, byte, bytes)
}

/// Where one of two bytes stands first.
// Never inlined: whoever reads text asks for it.
#[inline(never)]
pub fn find_either(one: u8, other: u8, bytes: &[u8]) -> Option<usize> {
    let (blocks, rest) = bytes.as_chunks::<LANES>();
    for (at, block) in blocks.iter().enumerate() {
        let found = found_in(one, other, block);
        if found != 0 {
            return Some(at * LANES + found.trailing_zeros() as usize);
        }
    }
    let at = rest
        .iter()
        .position(|byte| *byte == one || *byte == other)?;
    Some(bytes.len() - rest.len() + at)
}

/// A bit for each place of a block where one of the bytes stands.
#[cfg(target_feature = "simd128")]
#[inline(always)]
fn found_in(one: u8, other: u8, block: &[u8; LANES]) -> u16 {
    let block = vector(*block);
    let ones = u8x16_eq(block, u8x16_splat(one));
    i8x16_bitmask(v128_or(ones, u8x16_eq(block, u8x16_splat(other))))
}

/// A bit for each place of a block where one of the bytes stands.
#[cfg(not(target_feature = "simd128"))]
fn found_in(one: u8, other: u8, block: &[u8; LANES]) -> u16 {
    let bit = |byte: &u8| u16::from(*byte == one || *byte == other);
    block
        .iter()
        .rev()
        .fold(0, |bits, byte| bits << 1 | bit(byte))
}

/// Makes bytes longer for something to be written there; what stands there before is not told.
pub fn lengthen(bytes: &mut Vec<u8>, by: usize) {
    let full = bytes.len() + by;
    bytes.reserve(by);
    bytes.resize(full.min(bytes.len().max(LANES)), 0);
    while bytes.len() < full {
        let more = bytes.len().min(full - bytes.len());
        bytes.extend_from_within(..more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_made_behind_what_is_there() {
        for start in [0, 1, 15, 100] {
            for by in [0, 1, 16, 17, 1000] {
                let mut bytes = vec![7; start];
                lengthen(&mut bytes, by);
                assert_eq!(bytes.len(), start + by);
                assert!(bytes.iter().take(start).all(|byte| *byte == 7));
            }
        }
    }
}
