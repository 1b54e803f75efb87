//! A reader for tests that returns a few bytes at a time, as a slow pipe does.

use std::io::{self, Read};

/// Returns at most the given number of bytes of the text for each read.
pub(super) struct SlowReader<'a>(pub(super) &'a [u8], pub(super) usize);

impl Read for SlowReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.1.min(buffer.len()).min(self.0.len());
        let (now, later) = self.0.split_at(count);
        buffer[..count].copy_from_slice(now);
        self.0 = later;
        Ok(count)
    }
}
