//! Scoring the lines of a chunk.

use assay_core::json::MAX_FILE_SIZE;
use assay_core::{
    Json, LineReader, Model, ParsedLine, Problem, Problems, ResultCalculator, ResultFile,
    decode_utf8,
};
use assay_locale::describe_problem;
use serde::Serialize;

use super::LineOptions;
use super::chunks::{Chunk, ChunkContent};
use crate::wording::LocaleBundle;

/// What became of a chunk.
#[derive(Debug, Default)]
pub(super) struct ScoredChunk {
    /// A line of JSON for each line that is not empty.
    pub(super) text: Vec<u8>,
    /// How many lines are not empty.
    pub(super) lines: u64,
    /// How many of them are no assessments.
    pub(super) invalid: u64,
}

/// Scores one chunk after the other.
pub(super) struct Worker<'m> {
    reader: LineReader<'m>,
    calculator: &'m ResultCalculator<'m>,
    wanted: LineOptions,
    speech: &'m LocaleBundle,
}

/// Stands in the place of a result that cannot be computed.
#[derive(Debug, Serialize)]
struct BadLine {
    error: String,
    line: u64,
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    reference: Option<Json>,
}

/// A result takes about so many bytes.
const RESULT: usize = 3 << 10;

impl<'m> Worker<'m> {
    pub(super) fn new(
        model: &'m Model,
        calculator: &'m ResultCalculator<'m>,
        wanted: LineOptions,
        speech: &'m LocaleBundle,
    ) -> Self {
        Self {
            reader: LineReader::new(model),
            calculator,
            wanted,
            speech,
        }
    }

    /// Scores every line of a chunk.
    pub(super) fn score(&mut self, chunk: &Chunk) -> ScoredChunk {
        let mut done = ScoredChunk::default();
        match &chunk.content {
            ChunkContent::TooLong { bytes } => {
                let error = self.speech.line_too_long(*bytes, MAX_FILE_SIZE);
                refuse(error, chunk.first_line, None, &mut done);
            }
            ChunkContent::Lines(bytes) => {
                done.text
                    .reserve(bytes.len().saturating_mul(2).saturating_add(RESULT));
                for (line, number) in bytes.split(|&byte| byte == b'\n').zip(chunk.first_line..) {
                    if !line.trim_ascii().is_empty() {
                        self.line(line, number, &mut done);
                    }
                }
            }
        }
        done
    }

    fn line(&mut self, line: &[u8], number: u64, done: &mut ScoredChunk) {
        let text = match decode_utf8(line) {
            Ok(text) => text,
            Err(kind) => {
                return refuse(
                    self.say(&Problems::single(kind), number),
                    number,
                    None,
                    done,
                );
            }
        };
        match self.reader.read(text) {
            Ok(given) => {
                let result = result(self.calculator, self.wanted, given);
                push(&mut done.text, &result);
                done.lines = done.lines.saturating_add(1);
            }
            Err(problems) => {
                // It may be a key given twice that is wrong.
                let tree = Json::parse_leniently(text).ok();
                let reference = tree.as_ref().and_then(|tree| tree.get("ref")).cloned();
                let problems = problems.locate(text);
                refuse(self.say(&problems, number), number, reference, done);
            }
        }
    }

    /// What is wrong with a line, a sentence for each thing.
    fn say(&self, problems: &Problems, line: u64) -> String {
        let say = |one: &Problem| describe_problem(self.speech, &in_input(one, line));
        let sentences: Vec<String> = problems.0.iter().map(say).collect();
        sentences.join("\n")
    }
}

/// Puts an error in the place of a result.
fn refuse(error: String, line: u64, reference: Option<Json>, done: &mut ScoredChunk) {
    let bad = BadLine {
        error,
        line,
        reference,
    };
    push(&mut done.text, &bad);
    done.lines = done.lines.saturating_add(1);
    done.invalid = done.invalid.saturating_add(1);
}

/// A line of the parser's is the first and only one of its text; its reader counts those of the
/// input.
fn in_input(problem: &Problem, number: u64) -> Problem {
    let mut problem = problem.clone();
    let line = usize::try_from(number).unwrap_or(usize::MAX);
    let positions = [problem.kind.position_mut(), problem.position.as_mut()];
    for position in positions.into_iter().flatten() {
        position.line = line;
    }
    problem
}

fn result<'m>(
    calculator: &ResultCalculator<'m>,
    wanted: LineOptions,
    given: ParsedLine<'_>,
) -> ResultFile<'m> {
    let stance = wanted.stance.unwrap_or(given.stance);
    let mut result = calculator.result(stance, given.answers, wanted.draws, wanted.extent);
    result.reference = given.reference;
    result
}

/// Writes a value on a line of its own.
fn push(text: &mut Vec<u8>, value: &impl Serialize) {
    // Writing numbers and texts into memory has no way to fail.
    let _ = serde_json::to_writer(&mut *text, value);
    text.push(b'\n');
}
