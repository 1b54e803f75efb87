//! Reads and writes the fields of a payload.
//!
//! Each value has one encoding. A reader returns `None` for any other encoding and for missing
//! bytes.

/// Collects the fields of a payload.
#[derive(Debug, Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Writes a variable-length integer: seven bits per byte, the lowest first; the highest bit
    /// marks that another byte follows.
    pub(super) fn count(&mut self, count: usize) {
        let mut rest = count;
        while rest >= 128 {
            self.0.push((rest & 127) as u8 | 128);
            rest >>= 7;
        }
        self.0.push(rest as u8);
    }

    /// Writes the length in bytes, then UTF-8.
    pub(super) fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes(text.as_bytes());
    }

    /// Writes eight bytes, little-endian; -0 is written as 0.
    pub(super) fn real(&mut self, real: f64) {
        self.bytes(&(real + 0.0).to_le_bytes());
    }
}

/// The unread part of a payload.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) rest: &'a [u8],
    /// Whether a field was longer than the rest.
    pub(super) is_exhausted: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            is_exhausted: false,
        }
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.bytes(1)?.first().copied()
    }

    pub(super) fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let Some((bytes, rest)) = self.rest.split_at_checked(count) else {
            self.is_exhausted = true;
            return None;
        };
        self.rest = rest;
        Some(bytes)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.bytes(N)?.try_into().ok()
    }

    /// Reads a variable-length integer of at most four bytes in its shortest form.
    pub(super) fn count(&mut self) -> Option<usize> {
        let mut count = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            count |= usize::from(byte & 127).wrapping_shl(shift);
            if byte < 128 {
                return (byte > 0 || shift == 0).then_some(count);
            }
        }
        None
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = self.count()?;
        std::str::from_utf8(self.bytes(length)?).ok()
    }

    /// Returns `Some` if nothing is left.
    pub(super) fn end(self) -> Option<()> {
        self.rest.is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Writer};

    #[test]
    fn counts_come_back() {
        for count in [0, 1, 127, 128, 300, 16_383, 16_384, 65_535, (1 << 28) - 1] {
            let mut writer = Writer::default();
            writer.count(count);
            let mut reader = Reader::new(&writer.0);
            assert_eq!(reader.count(), Some(count));
            assert_eq!(reader.end(), Some(()));
        }
    }

    #[test]
    fn counts_longer_than_needed_are_refused() {
        for bytes in [&[0x80, 0x00][..], &[0x81, 0x80, 0x00], &[0xff; 5], &[0x80]] {
            assert_eq!(Reader::new(bytes).count(), None);
        }
    }

    #[test]
    fn a_length_beyond_the_end_is_refused() {
        assert_eq!(Reader::new(b"\x05abcd").text(), None);
        assert_eq!(Reader::new(b"\x01\xff").text(), None);
    }
}
