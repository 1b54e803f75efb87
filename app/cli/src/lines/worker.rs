//! Scores the lines of a chunk.

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

/// The results of a chunk.
#[derive(Debug, Default)]
pub(super) struct ScoredChunk {
    /// One line of JSON for each non-empty line.
    pub(super) text: Vec<u8>,
    /// Number of non-empty lines.
    pub(super) lines: u64,
    /// Number of lines that are not assessments.
    pub(super) invalid: u64,
}

/// Scores chunks, one after the other.
pub(super) struct Worker<'m> {
    reader: LineReader<'m>,
    calculator: &'m ResultCalculator<'m>,
    wanted: LineOptions,
    speech: &'m LocaleBundle,
}

/// Replaces the result of an invalid line.
#[derive(Debug, Serialize)]
struct BadLine {
    error: String,
    line: u64,
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    reference: Option<Json>,
}

/// Typical bytes of a result.
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
                // Lenient, since a repeated key may be what is wrong.
                let tree = Json::parse_leniently(text).ok();
                let reference = tree.as_ref().and_then(|tree| tree.get("ref")).cloned();
                let problems = problems.locate(text);
                refuse(self.say(&problems, number), number, reference, done);
            }
        }
    }

    /// Describes the problems of a line, one sentence each.
    fn say(&self, problems: &Problems, line: u64) -> String {
        let say = |one: &Problem| describe_problem(self.speech, &in_input(one, line));
        let sentences: Vec<String> = problems.0.iter().map(say).collect();
        sentences.join("\n")
    }
}

/// Writes an error instead of a result.
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

/// The parser counts lines within its text; this replaces them by the line number of the input.
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

/// Writes a value as one line of JSON.
fn push(text: &mut Vec<u8>, value: &impl Serialize) {
    // Serializing numbers and texts into memory cannot fail.
    let _ = serde_json::to_writer(&mut *text, value);
    text.push(b'\n');
}
