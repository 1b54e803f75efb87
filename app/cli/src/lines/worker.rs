//! Scoring the lines of a chunk.

use assay_core::json::FILE_SIZE;
use assay_core::{
    Calculator, Given, Json, LineReader, Model, Problem, Problems, ResultFile, decode_utf8,
};
use assay_locale::problem;
use serde::Serialize;

use super::Wanted;
use super::chunks::{Chunk, What};
use crate::wording::Speech;

/// What became of a chunk.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// A line of JSON for each line that is not empty.
    pub(super) text: Vec<u8>,
    /// How many lines are not empty.
    pub(super) lines: u64,
    /// How many of them are no assessments.
    pub(super) bad: u64,
}

/// Scores one chunk after the other.
pub(super) struct Worker<'m> {
    reader: LineReader<'m>,
    calculator: &'m Calculator<'m>,
    wanted: Wanted,
    speech: &'m Speech,
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
        calculator: &'m Calculator<'m>,
        wanted: Wanted,
        speech: &'m Speech,
    ) -> Self {
        Self {
            reader: LineReader::new(model),
            calculator,
            wanted,
            speech,
        }
    }

    /// Scores every line of a chunk.
    pub(super) fn score(&mut self, chunk: &Chunk) -> Done {
        let mut done = Done::default();
        match &chunk.what {
            What::TooLong { bytes } => {
                let error = self.speech.line_too_long(*bytes, FILE_SIZE);
                refuse(error, chunk.first, None, &mut done);
            }
            What::Lines(bytes) => {
                done.text
                    .reserve(bytes.len().saturating_mul(2).saturating_add(RESULT));
                for (line, number) in bytes.split(|&byte| byte == b'\n').zip(chunk.first..) {
                    if !line.trim_ascii().is_empty() {
                        self.line(line, number, &mut done);
                    }
                }
            }
        }
        done
    }

    fn line(&mut self, line: &[u8], number: u64, done: &mut Done) {
        let text = match decode_utf8(line) {
            Ok(text) => text,
            Err(kind) => {
                return refuse(self.say(&Problems::one(kind), number), number, None, done);
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
        let say = |one: &Problem| problem(self.speech, &in_input(one, line));
        let sentences: Vec<String> = problems.0.iter().map(say).collect();
        sentences.join("\n")
    }
}

/// Puts an error in the place of a result.
fn refuse(error: String, line: u64, reference: Option<Json>, done: &mut Done) {
    let bad = BadLine {
        error,
        line,
        reference,
    };
    push(&mut done.text, &bad);
    done.lines = done.lines.saturating_add(1);
    done.bad = done.bad.saturating_add(1);
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

fn result<'m>(calculator: &Calculator<'m>, wanted: Wanted, given: Given<'_>) -> ResultFile<'m> {
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
