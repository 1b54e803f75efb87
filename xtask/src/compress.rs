//! Compression with brotli.

/// Compresses with brotli at a quality of 0 to 11.
#[must_use]
pub(crate) fn compress(content: &[u8], quality: u32) -> Vec<u8> {
    let settings = brotli::enc::BrotliEncoderParams {
        quality: i32::try_from(quality).unwrap_or(11),
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    // Reading from a slice and writing to a vector cannot fail.
    let _ = brotli::BrotliCompress(&mut &*content, &mut out, &settings);
    out
}

#[cfg(test)]
mod tests {
    use super::compress;

    #[test]
    fn compressing_makes_repetition_small() {
        assert!(compress(&[b'a'; 10_000], 11).len() < 50);
    }
}
