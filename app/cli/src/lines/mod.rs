//! Scores JSON Lines: results in input order, in constant memory.
//!
//! One thread splits the input into [chunks](chunks) of whole lines, the workers [score](worker)
//! them, and the main thread writes the results in input order. The queues between them are
//! bounded, so memory stays constant whichever part is slowest.

mod chunks;
mod utf16;
mod worker;

use std::io::{self, Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use assay_core::{Extent, Model, ResultCalculator, Stance};

use crate::failure::{Failure, print_errors};
use crate::files::InputSource;
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
    answer: SyncSender<ScoredChunk>,
}

/// Chunks queued per worker: enough to keep every worker busy.
const QUEUE: usize = 2;

/// From this number of draws on, lines take long and chunks are smaller.
const MANY_DRAWS: usize = 1_000;

/// Scores every line of the input. `threads` of 0 means one worker per core.
pub(crate) fn run(
    model: &Model,
    wanted: LineOptions,
    source: &InputSource,
    threads: usize,
    speech: &LocaleBundle,
) -> Result<(), Failure> {
    let workers = match threads {
        0 => thread::available_parallelism().map_or(1, NonZero::get),
        given => given.min(1_024),
    };
    let slow = wanted.draws >= MANY_DRAWS || wanted.extent == Extent::Full;
    let size = if slow {
        chunks::SMALL_READ
    } else {
        chunks::LARGE_READ
    };
    let calculator = ResultCalculator::new(model);
    let (send_job, jobs) = sync_channel::<Job>(QUEUE * workers);
    let (send_order, order) = sync_channel::<Receiver<ScoredChunk>>(QUEUE * workers);
    let jobs = Mutex::new(jobs);
    let input = utf16::Utf8Input::new(source.open(speech)?);
    thread::scope(|scope| {
        let reader = scope.spawn(move || {
            let mut chunks = Chunks::new(input, size);
            read(&mut chunks, &send_job, &send_order)
                .map_err(|error| source.read_failure(&error, speech))
        });
        for _ in 0..workers {
            scope.spawn(|| work(&jobs, Worker::new(model, &calculator, wanted, speech)));
        }
        let written = write(&order);
        // Closes the queue, which stops the reader if writing failed.
        drop(order);
        let read = reader.join().unwrap_or(Ok(()));
        let counted = written?;
        read?;
        counted.verdict(source, speech)
    })
}

/// Splits the input and distributes the chunks; ends early if the receivers are gone.
fn read(
    chunks: &mut Chunks<impl Read>,
    jobs: &SyncSender<Job>,
    order: &SyncSender<Receiver<ScoredChunk>>,
) -> io::Result<()> {
    while let Some(chunk) = chunks.next()? {
        let (answer, answered) = sync_channel(1);
        if order.send(answered).is_err() || jobs.send(Job { chunk, answer }).is_err() {
            break;
        }
    }
    Ok(())
}

fn work(jobs: &Mutex<Receiver<Job>>, mut worker: Worker<'_>) {
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { chunk, answer }) = next else {
            return;
        };
        // The receiver is gone only if writing failed; then the reader stops as well.
        let _ = answer.send(worker.score(&chunk));
    }
}

/// Line counts of a run.
#[derive(Debug, Default)]
struct Counted {
    lines: u64,
    bad: u64,
}

/// Writes the results in the order of the chunks.
fn write(order: &Receiver<Receiver<ScoredChunk>>) -> Result<Counted, Failure> {
    let mut out = io::stdout().lock();
    let mut counted = Counted::default();
    for answered in order {
        let Ok(done) = answered.recv() else { break };
        out.write_all(&done.text)
            .and_then(|()| out.flush())
            .map_err(|error| Failure::output(&error))?;
        counted.lines = counted.lines.saturating_add(done.lines);
        counted.bad = counted.bad.saturating_add(done.invalid);
    }
    Ok(counted)
}

impl Counted {
    /// An error if any line was not an assessment.
    fn verdict(&self, source: &InputSource, speech: &LocaleBundle) -> Result<(), Failure> {
        if self.bad == 0 {
            return Ok(());
        }
        let name = source.name(speech);
        print_errors(&[speech.invalid_lines(&name, self.bad, self.lines)]);
        Err(Failure::Reported)
    }
}
