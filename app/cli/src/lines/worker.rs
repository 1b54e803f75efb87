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
    options: LineOptions,
    locale: &'m LocaleBundle,
}

/// Replaces the result of an invalid line.
#[derive(Debug, Serialize)]
struct InvalidLine {
    error: String,
    line: u64,
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    reference: Option<Json>,
}

/// Typical bytes of a result.
const RESULT_BYTES: usize = 3 << 10;

impl<'m> Worker<'m> {
    pub(super) fn new(
        model: &'m Model,
        calculator: &'m ResultCalculator<'m>,
        options: LineOptions,
        locale: &'m LocaleBundle,
    ) -> Self {
        Self {
            reader: LineReader::new(model),
            calculator,
            options,
            locale,
        }
    }

    /// Scores every line of a chunk.
    ///
    /// # Errors
    /// A result that cannot be serialized; none is known.
    pub(super) fn score(&mut self, chunk: &Chunk) -> serde_json::Result<ScoredChunk> {
        let mut scored = ScoredChunk::default();
        match &chunk.content {
            ChunkContent::TooLong { bytes } => {
                let error = self.locale.line_too_long(*bytes, MAX_FILE_SIZE);
                scored.push_error(error, chunk.first_line, None)?;
            }
            ChunkContent::Lines(bytes) => {
                let expected = bytes.len().saturating_mul(2).saturating_add(RESULT_BYTES);
                scored.text.reserve(expected);
                for (line, number) in bytes.split(|&byte| byte == b'\n').zip(chunk.first_line..) {
                    if !line.trim_ascii().is_empty() {
                        self.score_line(line, number, &mut scored)?;
                    }
                }
            }
        }
        Ok(scored)
    }

    fn score_line(
        &mut self,
        line: &[u8],
        number: u64,
        scored: &mut ScoredChunk,
    ) -> serde_json::Result<()> {
        let text = match decode_utf8(line) {
            Ok(text) => text,
            Err(kind) => {
                let error = self.describe(&Problems::single(kind), number);
                return scored.push_error(error, number, None);
            }
        };
        match self.reader.read(text) {
            Ok(parsed) => scored.push(&compute_result(self.calculator, self.options, parsed)),
            Err(problems) => {
                // Lenient, since a repeated key may be what is wrong.
                let tree = Json::parse_leniently(text).ok();
                let reference = tree.as_ref().and_then(|tree| tree.get("ref")).cloned();
                let error = self.describe(&problems.locate(text), number);
                scored.push_error(error, number, reference)
            }
        }
    }

    fn describe(&self, problems: &Problems, line: u64) -> String {
        describe_line_problems(problems, line, self.locale).join("\n")
    }
}

/// Describes the problems of a line, one sentence each.
pub(crate) fn describe_line_problems(
    problems: &Problems,
    line: u64,
    locale: &LocaleBundle,
) -> Vec<String> {
    let describe = |one: &Problem| describe_problem(locale, &locate_in_input(one, line));
    problems.0.iter().map(describe).collect()
}

impl ScoredChunk {
    /// Appends a value as one line of JSON.
    fn push(&mut self, value: &impl Serialize) -> serde_json::Result<()> {
        serde_json::to_writer(&mut self.text, value)?;
        self.text.push(b'\n');
        self.lines = self.lines.saturating_add(1);
        Ok(())
    }

    /// Appends an error instead of a result.
    fn push_error(
        &mut self,
        error: String,
        line: u64,
        reference: Option<Json>,
    ) -> serde_json::Result<()> {
        self.invalid = self.invalid.saturating_add(1);
        self.push(&InvalidLine {
            error,
            line,
            reference,
        })
    }
}

/// The parser counts lines within its text; this replaces them by the line number of the input.
fn locate_in_input(problem: &Problem, number: u64) -> Problem {
    let mut problem = problem.clone();
    let line = usize::try_from(number).unwrap_or(usize::MAX);
    let positions = [problem.kind.position_mut(), problem.position.as_mut()];
    for position in positions.into_iter().flatten() {
        position.line = line;
    }
    problem
}

fn compute_result<'m>(
    calculator: &ResultCalculator<'m>,
    options: LineOptions,
    line: ParsedLine<'_>,
) -> ResultFile<'m> {
    let stance = options.stance.unwrap_or(line.stance);
    let mut result = calculator.result(stance, line.answers, options.draws, options.extent);
    result.reference = line.reference;
    result
}
