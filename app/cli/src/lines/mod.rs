//! Scores JSON Lines: results in input order, in constant memory.
//!
//! One thread splits the input into [chunks] of whole lines, the workers [score](worker)
//! them, and the main thread writes the results in input order. The queues between them are
//! bounded, so memory stays constant whichever part is slowest.

pub(crate) mod chunks;
mod retry;
#[cfg(test)]
mod slow_reader;
pub(crate) mod utf16;
pub(crate) mod worker;

use std::io::{self, Read, Write};
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use assay_core::{Extent, ResultCalculator, Stance};

use crate::failure::{Failure, print_errors};
use crate::files::InputSource;
use crate::models::{KnownModels, LoadedModel};
use crate::wording::LocaleBundle;
use chunks::{Chunk, Chunks};
use worker::{ScoredChunk, Worker};

/// What to compute for each line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LineOptions {
    /// Stance that overrides the one in the line.
    pub(crate) stance: Option<Stance>,
    /// Number of draws.
    pub(crate) draws: usize,
    /// How much a result contains.
    pub(crate) extent: Extent,
}

/// A chunk for a worker, and the channel for its result.
struct Job {
    chunk: Chunk,
    reply: SyncSender<Scored>,
}

type Scored = serde_json::Result<ScoredChunk>;

/// The calculators of all versions of the questionnaire, shared by the workers.
struct Calculators<'m> {
    present: ResultCalculator<'m>,
    earlier: Vec<ResultCalculator<'m>>,
}

impl<'m> Calculators<'m> {
    fn new(known: &'m KnownModels) -> Self {
        let calculator = |loaded: &'m LoadedModel| ResultCalculator::new(&loaded.model);
        Self {
            present: calculator(&known.present),
            earlier: known.earlier.iter().map(calculator).collect(),
        }
    }
}

/// Chunks queued per worker: enough to keep every worker busy.
const QUEUE: usize = 2;

/// From this number of draws on, lines take long and chunks are smaller.
const MANY_DRAWS: usize = 1_000;

/// Returns the number of workers; `threads` of 0 means one per core.
pub(crate) fn worker_count(threads: usize) -> usize {
    match threads {
        0 => thread::available_parallelism().map_or(1, NonZero::get),
        requested => requested.min(1_024),
    }
}

/// Scores every line of the input with the version of the questionnaire that it names, by default
/// the present one. `threads` of 0 means one worker per core.
pub(crate) fn run(
    known: &KnownModels,
    options: LineOptions,
    source: &InputSource,
    threads: usize,
    locale: &LocaleBundle,
) -> Result<(), Failure> {
    let workers = worker_count(threads);
    let calculators = Calculators::new(known);
    let (job_sender, jobs) = sync_channel::<Job>(QUEUE * workers);
    let (order_sender, order) = sync_channel::<Receiver<Scored>>(QUEUE * workers);
    let jobs = Mutex::new(jobs);
    let input = utf16::Utf8Input::new(source.open(locale)?);
    thread::scope(|scope| {
        let reader = scope.spawn(move || {
            let mut chunks = Chunks::new(input, options.read_size());
            distribute_chunks(&mut chunks, &job_sender, &order_sender)
                .map_err(|error| source.read_failure(&error, locale))
        });
        for _ in 0..workers {
            scope.spawn(|| run_worker(&jobs, Worker::new(&calculators, options, locale)));
        }
        let written = write_results(&order);
        // Closes the queue, which stops the reader if writing failed.
        drop(order);
        let read = reader.join().unwrap_or_else(|panic| resume_unwind(panic));
        let counts = written?;
        read?;
        counts.check_all_valid(source, locale)
    })
}

impl LineOptions {
    /// Bytes per read: fewer if each line takes long.
    fn read_size(&self) -> usize {
        if self.draws >= MANY_DRAWS || self.extent == Extent::Full {
            chunks::SMALL_READ
        } else {
            chunks::LARGE_READ
        }
    }
}

/// Splits the input and distributes the chunks; ends early if the receivers are gone.
fn distribute_chunks(
    chunks: &mut Chunks<impl Read>,
    jobs: &SyncSender<Job>,
    order: &SyncSender<Receiver<Scored>>,
) -> io::Result<()> {
    while let Some(chunk) = chunks.next()? {
        let (reply, scored) = sync_channel(1);
        if order.send(scored).is_err() || jobs.send(Job { chunk, reply }).is_err() {
            break;
        }
    }
    Ok(())
}

fn run_worker(jobs: &Mutex<Receiver<Job>>, mut worker: Worker<'_>) {
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { chunk, reply }) = next else {
            return;
        };
        // The receiver is gone only if writing failed. The worker goes on to empty the queue, so
        // that the reader is never blocked.
        let _ = reply.send(worker.score(&chunk));
    }
}

/// Line counts of a run.
#[derive(Debug, Default)]
struct LineCounts {
    lines: u64,
    invalid: u64,
}

/// Writes the results in the order of the chunks.
fn write_results(order: &Receiver<Receiver<Scored>>) -> Result<LineCounts, Failure> {
    let mut out = io::stdout().lock();
    let mut counts = LineCounts::default();
    for reply in order {
        let Ok(scored) = reply.recv() else { break };
        let scored = scored.map_err(|error| Failure::output(&error.into()))?;
        out.write_all(&scored.text)
            .and_then(|()| out.flush())
            .map_err(|error| Failure::output(&error))?;
        counts.lines = counts.lines.saturating_add(scored.lines);
        counts.invalid = counts.invalid.saturating_add(scored.invalid);
    }
    Ok(counts)
}

impl LineCounts {
    /// An error if any line was not an assessment.
    fn check_all_valid(&self, source: &InputSource, locale: &LocaleBundle) -> Result<(), Failure> {
        if self.invalid == 0 {
            return Ok(());
        }
        let name = source.name(locale);
        print_errors(&[locale.invalid_lines(&name, self.invalid, self.lines)]);
        Err(Failure::Reported)
    }
}
