//! Splits a stream into chunks that end at line ends.

use std::io::{self, Read};

use assay_core::json::MAX_FILE_SIZE;

use super::retry;

/// Usual bytes per read: about sixty full assessments.
pub(crate) const LARGE_READ: usize = 64 << 10;

/// Bytes per read if each line takes long to score.
pub(crate) const SMALL_READ: usize = 8 << 10;

/// Consecutive lines of the input.
#[derive(Debug)]
pub(crate) struct Chunk {
    /// Number of the first line, counted from 1.
    pub(crate) first_line: u64,
    pub(crate) content: ChunkContent,
}

/// The content of a chunk.
#[derive(Debug)]
pub(crate) enum ChunkContent {
    /// Whole lines. Only the last line of the input may lack its line end.
    Lines(Vec<u8>),
    /// One line longer than any assessment; its bytes are discarded.
    TooLong {
        /// Length of the line.
        bytes: u64,
    },
}

/// Iterates over the chunks of an input. Holds one chunk and at most one incomplete line.
pub(crate) struct Chunks<R> {
    input: R,
    size: usize,
    /// Start of the incomplete line.
    rest: Vec<u8>,
    /// Number of the incomplete line.
    line: u64,
    /// Bytes of the incomplete line that were discarded because it is too long.
    too_long: Option<u64>,
}

impl<R: Read> Chunks<R> {
    pub(crate) fn new(input: R, size: usize) -> Self {
        Self {
            input,
            size,
            rest: Vec::new(),
            line: 1,
            too_long: None,
        }
    }

    /// The next chunk. Reads no further than needed to complete one line.
    pub(crate) fn next(&mut self) -> io::Result<Option<Chunk>> {
        // Whole lines can be buffered only after a line that was too long.
        if let Some(end) = last_line_end(&self.rest) {
            return Ok(Some(self.lines(end)));
        }
        loop {
            let start = self.rest.len();
            let count = self.read()?;
            if count == 0 {
                return Ok(self.take_last());
            }
            let fresh = self.rest.get(start..).unwrap_or_default();
            if let Some(gone) = self.too_long {
                let end = fresh.iter().position(|&byte| byte == b'\n');
                let more = end.unwrap_or(fresh.len());
                let bytes = gone.saturating_add(more as u64);
                self.too_long = Some(bytes);
                if end.is_some() {
                    self.rest.drain(..=start.saturating_add(more));
                    return Ok(Some(self.take_too_long(bytes)));
                }
                self.rest.clear();
            } else if let Some(end) = last_line_end(fresh) {
                return Ok(Some(self.lines(start.saturating_add(end))));
            } else if self.rest.len() > MAX_FILE_SIZE {
                self.too_long = Some(self.rest.len() as u64);
                self.rest.clear();
            }
        }
    }

    /// Reads more bytes into the buffer and returns their number.
    fn read(&mut self) -> io::Result<usize> {
        let start = self.rest.len();
        self.rest.resize(start.saturating_add(self.size), 0);
        let space = self.rest.get_mut(start..).unwrap_or_default();
        let count = retry::read(&mut self.input, space);
        let kept = start.saturating_add(*count.as_ref().unwrap_or(&0));
        self.rest.truncate(kept);
        count
    }

    /// Takes the first `end` bytes as a chunk.
    fn lines(&mut self, end: usize) -> Chunk {
        let mut rest = Vec::with_capacity(self.size.saturating_mul(2));
        rest.extend_from_slice(self.rest.get(end..).unwrap_or_default());
        let mut lines = std::mem::replace(&mut self.rest, rest);
        lines.truncate(end);
        let count = lines.iter().filter(|&&byte| byte == b'\n').count() as u64;
        let first = self.line;
        self.line = first.saturating_add(count);
        Chunk {
            first_line: first,
            content: ChunkContent::Lines(lines),
        }
    }

    fn take_too_long(&mut self, bytes: u64) -> Chunk {
        self.too_long = None;
        let first = self.line;
        self.line = first.saturating_add(1);
        Chunk {
            first_line: first,
            content: ChunkContent::TooLong { bytes },
        }
    }

    /// The remaining bytes at the end of the input.
    fn take_last(&mut self) -> Option<Chunk> {
        if let Some(bytes) = self.too_long {
            return Some(self.take_too_long(bytes));
        }
        let end = self.rest.len();
        (end > 0).then(|| self.lines(end))
    }
}

/// End of the last complete line.
fn last_line_end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.iter().rposition(|&byte| byte == b'\n')?;
    Some(last.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::{ChunkContent, Chunks, MAX_FILE_SIZE};
    use crate::lines::slow_reader::SlowReader;

    fn chunks(text: &[u8], step: usize, size: usize) -> Vec<(u64, Option<String>)> {
        let mut chunks = Chunks::new(SlowReader(text, step), size);
        let mut found = Vec::new();
        while let Some(chunk) = chunks.next().unwrap() {
            let what = match chunk.content {
                ChunkContent::Lines(bytes) => Some(String::from_utf8(bytes).unwrap()),
                ChunkContent::TooLong { .. } => None,
            };
            found.push((chunk.first_line, what));
        }
        found
    }

    #[test]
    fn lines_stay_whole_however_they_arrive() {
        let text = "one\ntwo\n\nfour and more\nfive";
        for step in 1..30 {
            for size in 1..30 {
                let found = chunks(text.as_bytes(), step, size);
                let mut line = 1;
                let mut all = String::new();
                for (first, lines) in found {
                    let lines = lines.unwrap();
                    assert_eq!(first, line);
                    assert!(lines.ends_with('\n') || lines.ends_with("five"), "{lines}");
                    line += lines.matches('\n').count() as u64;
                    all.push_str(&lines);
                }
                assert_eq!(all, text);
            }
        }
    }

    #[test]
    fn a_line_without_end_is_not_kept_and_the_next_one_is() {
        let mut text = b"a\n".to_vec();
        text.extend(vec![b'x'; MAX_FILE_SIZE + 100_000]);
        text.extend(b"\nb\nc\n");
        let found = chunks(&text, usize::MAX, super::LARGE_READ);
        assert_eq!(found.iter().filter(|(_, what)| what.is_none()).count(), 1);
        let place = found.iter().position(|(_, what)| what.is_none()).unwrap();
        assert_eq!(found[place].0, 2);
        let after: String = found[place + 1..]
            .iter()
            .filter_map(|(_, what)| what.clone())
            .collect();
        assert_eq!((found[place + 1].0, after.as_str()), (3, "b\nc\n"));
    }

    #[test]
    fn an_endless_line_at_the_end_is_told_too() {
        let text = vec![b'x'; MAX_FILE_SIZE + 100_000];
        assert_eq!(chunks(&text, usize::MAX, super::LARGE_READ), [(1, None)]);
    }
}
