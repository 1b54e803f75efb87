//! CRC-32 as in zip, PNG and zlib (reflected polynomial 0xEDB88320).
//!
//! It finds every change within 32 bits in a row, so any one or two neighbouring characters of a
//! link, and lets one in 4,295 million other changes pass.

/// The checksum of some bytes.
pub(super) fn crc32<'a>(bytes: impl IntoIterator<Item = &'a u8>) -> u32 {
    !bytes.into_iter().fold(!0, |mut state, &byte| {
        state ^= u32::from(byte);
        for _ in 0..8 {
            let carry = state & 1;
            state = (state >> 1) ^ (0xEDB8_8320 * carry);
        }
        state
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn gives_the_published_check_value() {
        assert_eq!(super::crc32(b"123456789"), 0xCBF4_3926);
    }
}
