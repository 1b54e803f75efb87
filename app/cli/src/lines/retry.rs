//! Reads that a signal may interrupt.

use std::io::{self, Read};

/// Reads once, as [`Read::read`], and again where a signal interrupted it.
pub(super) fn read(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match input.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}
