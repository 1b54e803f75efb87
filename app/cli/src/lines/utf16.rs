//! Reads a UTF-16 stream with a byte order mark as UTF-8.

use std::io::{self, Read};

use super::retry;

/// Bytes per read.
const CHUNK: usize = 32 << 10;

/// Stands for an unpaired surrogate. Not valid UTF-8, so the line is refused.
const INVALID_BYTE: u8 = 0xff;

/// An input as UTF-8, converted if its byte order mark declares UTF-16.
pub(crate) struct Utf8Input<R> {
    input: R,
    encoding: Encoding,
    /// Converted bytes; those from `ready_start` on are not yet returned.
    ready: Vec<u8>,
    ready_start: usize,
}

enum Encoding {
    /// Nothing has been read yet.
    Unknown,
    /// Passed through unchanged.
    Utf8,
    Utf16(Utf16),
}

struct Utf16 {
    unit: fn([u8; 2]) -> u16,
    /// The first byte of an incomplete unit.
    pending_byte: Option<u8>,
    /// The first unit of an incomplete surrogate pair.
    pending_surrogate: Option<u16>,
}

impl<R: Read> Utf8Input<R> {
    pub(crate) fn new(input: R) -> Self {
        Self {
            input,
            encoding: Encoding::Unknown,
            ready: Vec::new(),
            ready_start: 0,
        }
    }

    /// Reads the byte order mark.
    fn detect_encoding(&mut self) -> io::Result<()> {
        let mut mark = [0; 2];
        let mut count = 0;
        while let Some(space) = mark.get_mut(count..).filter(|space| !space.is_empty()) {
            match retry::read(&mut self.input, space)? {
                0 => break,
                more => count = count.saturating_add(more),
            }
        }
        let utf16 = |unit| {
            Encoding::Utf16(Utf16 {
                unit,
                pending_byte: None,
                pending_surrogate: None,
            })
        };
        self.encoding = match mark.get(..count).unwrap_or_default() {
            [0xff, 0xfe] => utf16(u16::from_le_bytes),
            [0xfe, 0xff] => utf16(u16::from_be_bytes),
            other => {
                self.ready.extend_from_slice(other);
                Encoding::Utf8
            }
        };
        Ok(())
    }

    /// Copies converted bytes to the caller.
    fn copy_ready(&mut self, space: &mut [u8]) -> usize {
        let ready = self.ready.get(self.ready_start..).unwrap_or_default();
        let count = ready.len().min(space.len());
        for (to, from) in space.iter_mut().zip(ready) {
            *to = *from;
        }
        self.ready_start = self.ready_start.saturating_add(count);
        if self.ready_start == self.ready.len() {
            self.ready.clear();
            self.ready_start = 0;
        }
        count
    }
}

impl<R: Read> Read for Utf8Input<R> {
    fn read(&mut self, space: &mut [u8]) -> io::Result<usize> {
        if matches!(self.encoding, Encoding::Unknown) {
            self.detect_encoding()?;
        }
        loop {
            if !self.ready.is_empty() || space.is_empty() {
                return Ok(self.copy_ready(space));
            }
            let Encoding::Utf16(utf16) = &mut self.encoding else {
                return self.input.read(space);
            };
            let mut bytes = vec![0; CHUNK];
            let count = self.input.read(&mut bytes)?;
            if count == 0 {
                utf16.finish(&mut self.ready);
                if self.ready.is_empty() {
                    return Ok(0);
                }
                continue;
            }
            utf16.convert(bytes.get(..count).unwrap_or_default(), &mut self.ready);
        }
    }
}

impl Utf16 {
    fn convert(&mut self, bytes: &[u8], text: &mut Vec<u8>) {
        for &byte in bytes {
            match self.pending_byte.take() {
                None => self.pending_byte = Some(byte),
                Some(first) => self.push_unit((self.unit)([first, byte]), text),
            }
        }
    }

    fn push_unit(&mut self, unit: u16, text: &mut Vec<u8>) {
        let is_low = (0xdc00..=0xdfff).contains(&unit);
        let is_high = (0xd800..=0xdbff).contains(&unit);
        let units = match self.pending_surrogate.take() {
            Some(high) if is_low => vec![high, unit],
            Some(_) => {
                text.push(INVALID_BYTE);
                vec![unit]
            }
            None => vec![unit],
        };
        if is_high {
            self.pending_surrogate = Some(unit);
            return;
        }
        for letter in char::decode_utf16(units) {
            match letter {
                Ok(letter) => text.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
                Err(_) => text.push(INVALID_BYTE),
            }
        }
    }

    /// Reports an incomplete unit or pair at the end.
    fn finish(&mut self, text: &mut Vec<u8>) {
        let odd = self.pending_byte.take().is_some();
        if self.pending_surrogate.take().is_some() || odd {
            text.push(INVALID_BYTE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{INVALID_BYTE, Utf8Input};
    use crate::lines::slow_reader::SlowReader;
    use std::io::Read;

    fn read(bytes: &[u8], step: usize) -> Vec<u8> {
        let mut found = Vec::new();
        let mut input = Utf8Input::new(SlowReader(bytes, step));
        input.read_to_end(&mut found).unwrap();
        found
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(bytes).collect()
    }

    #[test]
    fn a_mark_decides_however_the_bytes_arrive() {
        let text = "{\"a\": \"明 𠮷\"}\n{}\n";
        for step in [1, 2, 3, 5, 1000] {
            assert_eq!(read(text.as_bytes(), step), text.as_bytes());
            for bytes in [utf16(text, u16::to_le_bytes), utf16(text, u16::to_be_bytes)] {
                assert_eq!(read(&bytes, step), text.as_bytes());
            }
        }
        assert_eq!(read(b"", 1), b"");
        assert_eq!(read(b"\xff", 1), b"\xff");
    }

    #[test]
    fn half_a_character_is_no_utf_8() {
        let mut cut = utf16("ab", u16::to_le_bytes);
        cut.push(b'c');
        assert_eq!(read(&cut, 2), [b'a', b'b', INVALID_BYTE]);
        let alone = [0xfe, 0xff, 0xd8, 0x00, 0x00, b'c', 0xdc, 0x00];
        assert_eq!(read(&alone, 3), [INVALID_BYTE, b'c', INVALID_BYTE]);
    }
}
