//! Counts JSON Lines, one company a line, on all cores and in memory that does not depend on the
//! number of lines. Addition is exact, so any worker may count any line.

use std::io::Read;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use assay_core::cohort::{Cohort, CohortError};
use assay_core::json::MAX_FILE_SIZE;
use assay_core::{Model, Problems, decode_utf8};

use super::counter::{CountScope, Counter};
use super::named_failure;
use crate::failure::{Failure, print_errors};
use crate::files::InputSource;
use crate::lines::chunks::{Chunk, ChunkContent, Chunks, LARGE_READ};
use crate::lines::utf16::Utf8Input;
use crate::lines::worker::describe_line_problems;
use crate::lines::worker_count;
use crate::wording::LocaleBundle;

/// Chunks queued per worker.
const QUEUE: usize = 2;

/// The maximum number of invalid lines that are described.
const MAX_DESCRIBED: usize = 20;

/// The cohort of the valid lines.
pub(crate) struct CountedLines {
    pub(crate) cohort: Cohort,
    /// Whether every line was valid. If not, that has been reported.
    pub(crate) is_complete: bool,
}

/// Counts the lines of all sources. `threads` of 0 means one worker per core.
///
/// # Errors
/// A source that cannot be read; more companies than can be counted.
pub(crate) fn count_lines(
    scope: CountScope<'_>,
    sources: &[InputSource],
    threads: usize,
    locale: &LocaleBundle,
) -> Result<CountedLines, Failure> {
    let workers = worker_count(threads);
    let mut counted = CountedLines {
        cohort: Cohort::empty(scope.model),
        is_complete: true,
    };
    for source in sources {
        let tally = count_source(scope, source, workers, locale)?;
        let name = source.name(locale);
        let added = counted.cohort.add(&tally.cohort);
        added.map_err(|error| named_failure(&name, &error, locale))?;
        counted.is_complete &= tally.invalid == 0;
        tally.report(&name, locale);
    }
    Ok(counted)
}

fn count_source(
    scope: CountScope<'_>,
    source: &InputSource,
    workers: usize,
    locale: &LocaleBundle,
) -> Result<Tally, Failure> {
    let (sender, chunks) = sync_channel::<Chunk>(QUEUE * workers);
    let chunks = Mutex::new(chunks);
    let input = Utf8Input::new(source.open(locale)?);
    thread::scope(|threads| {
        let counting: Vec<_> = (0..workers)
            .map(|_| threads.spawn(|| count_chunks(scope, &chunks, locale)))
            .collect();
        let read = distribute(&mut Chunks::new(input, LARGE_READ), sender);
        let mut sum = Tally::empty(scope.model);
        for worker in counting {
            let tally = worker.join().unwrap_or_else(|panic| resume_unwind(panic));
            let added = tally.and_then(|tally| sum.add(tally));
            added.map_err(|error| named_failure(&source.name(locale), &error, locale))?;
        }
        read.map_err(|error| source.read_failure(&error, locale))?;
        Ok(sum)
    })
}

/// Sends the chunks to the workers.
fn distribute(chunks: &mut Chunks<impl Read>, sender: SyncSender<Chunk>) -> std::io::Result<()> {
    while let Some(chunk) = chunks.next()? {
        // Cannot fail, because the receiver outlives this function.
        drop(sender.send(chunk));
    }
    Ok(())
}

fn count_chunks(
    scope: CountScope<'_>,
    chunks: &Mutex<Receiver<Chunk>>,
    locale: &LocaleBundle,
) -> Result<Tally, CohortError> {
    let mut counter = Counter::new(scope);
    let mut tally = Tally::empty(scope.model);
    let mut failed = Ok(());
    loop {
        let next = chunks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(chunk) = next else {
            tally.cohort = counter.into_cohort();
            return failed.map(|()| tally);
        };
        // After an error the queue is still emptied, so that the reader is never blocked.
        if failed.is_ok() {
            failed = count_chunk(&mut counter, &chunk, &mut tally, locale);
        }
    }
}

fn count_chunk(
    counter: &mut Counter<'_>,
    chunk: &Chunk,
    tally: &mut Tally,
    locale: &LocaleBundle,
) -> Result<(), CohortError> {
    let lines = match &chunk.content {
        ChunkContent::TooLong { bytes } => {
            tally.lines = tally.lines.saturating_add(1);
            let sentence = locale.line_too_long(*bytes, MAX_FILE_SIZE);
            tally.push_invalid(chunk.first_line, || vec![sentence]);
            return Ok(());
        }
        ChunkContent::Lines(bytes) => bytes.split(|&byte| byte == b'\n'),
    };
    for (line, number) in lines.zip(chunk.first_line..) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        tally.lines = tally.lines.saturating_add(1);
        let text = decode_utf8(line).map_err(|kind| CohortError::File(Problems::single(kind)));
        match text.and_then(|text| counter.count(text)) {
            Ok(()) => {}
            Err(CohortError::File(problems)) => {
                tally.push_invalid(number, || describe_line_problems(&problems, number, locale))
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The counts of some lines.
struct Tally {
    cohort: Cohort,
    lines: u64,
    invalid: u64,
    /// Numbers and sentences of the first invalid lines.
    described: Vec<(u64, Vec<String>)>,
}

impl Tally {
    fn empty(model: &Model) -> Self {
        Self {
            cohort: Cohort::empty(model),
            lines: 0,
            invalid: 0,
            described: Vec::new(),
        }
    }

    /// Records an invalid line. A worker receives lines in ascending order, so its first ones are
    /// those with the smallest numbers.
    fn push_invalid(&mut self, line: u64, describe: impl FnOnce() -> Vec<String>) {
        self.invalid = self.invalid.saturating_add(1);
        if self.described.len() < MAX_DESCRIBED {
            self.described.push((line, describe()));
        }
    }

    fn add(&mut self, other: Self) -> Result<(), CohortError> {
        self.lines = self.lines.saturating_add(other.lines);
        self.invalid = self.invalid.saturating_add(other.invalid);
        self.described.extend(other.described);
        self.cohort.add(&other.cohort)
    }

    /// Prints the first invalid lines and the number of all.
    fn report(mut self, name: &str, locale: &LocaleBundle) {
        if self.invalid == 0 {
            return;
        }
        self.described.sort();
        self.described.truncate(MAX_DESCRIBED);
        let mut lines = Vec::new();
        for (number, sentences) in &self.described {
            let sentences = sentences.iter();
            let name = locale.line_name(name, *number);
            lines.extend(sentences.map(|one| format!("{name}: {one}")));
        }
        lines.push(locale.uncounted_lines(name, self.invalid, self.lines));
        print_errors(&lines);
    }
}
