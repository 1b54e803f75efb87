//! Scores the lines of a chunk.

use assay_core::json::MAX_FILE_SIZE;
use assay_core::{
    Json, LineReader, Model, ModelRef, Problem, Problems, ResultCalculator, ResultFile, decode_utf8,
};
use assay_locale::describe_problem;
use serde::{Deserialize, Serialize};

use super::chunks::{Chunk, ChunkContent};
use super::{Calculators, LineOptions};
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
    present: LineScorer<'m>,
    earlier: Vec<LineScorer<'m>>,
    /// The position in `earlier` of the version that the last line named. It is tried first, since most
    /// files are of one version.
    last_earlier: Option<usize>,
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
        calculators: &'m Calculators<'m>,
        options: LineOptions,
        locale: &'m LocaleBundle,
    ) -> Self {
        Self {
            present: LineScorer::new(&calculators.present, options),
            earlier: calculators
                .earlier
                .iter()
                .map(|calculator| LineScorer::new(calculator, options))
                .collect(),
            last_earlier: None,
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
        match self.compute_result(text) {
            Ok(result) => scored.push(&result),
            Err(problems) => {
                // Lenient, since a repeated key may be what is wrong.
                let tree = Json::parse_leniently(text).ok();
                let reference = tree.as_ref().and_then(|tree| tree.get("ref")).cloned();
                let error = self.describe(&problems.locate(text), number);
                scored.push_error(error, number, reference)
            }
        }
    }

    /// The result of a line, by the version of the questionnaire that it names.
    fn compute_result(&mut self, text: &str) -> Result<ResultFile<'m>, Problems> {
        let last = self.last_earlier.and_then(|at| self.earlier.get_mut(at));
        if let Some(scorer) = last.filter(|scorer| names_model(text, scorer.model))
            && let Ok(result) = scorer.compute_result(text)
        {
            return Ok(result);
        }
        let refused = match self.present.compute_result(text) {
            Ok(result) => {
                self.last_earlier = None;
                return Ok(result);
            }
            Err(problems) => problems,
        };
        let named = refused.other_model();
        let mut scorers = self.earlier.iter_mut().enumerate();
        let found = scorers.find(|(_, scorer)| named == Some(&ModelRef::of_model(scorer.model)));
        let Some((at, scorer)) = found else {
            return Err(refused);
        };
        self.last_earlier = Some(at);
        scorer.compute_result(text)
    }

    /// Describes the problems of a line, one sentence each.
    fn describe(&self, problems: &Problems, line: u64) -> String {
        describe_line_problems(problems, line, self.locale).join("\n")
    }
}

/// The field of an assessment that names the questionnaire.
#[derive(Deserialize)]
struct NamedModel<'t> {
    #[serde(borrow)]
    model: IdAndVersion<'t>,
}

#[derive(Deserialize)]
struct IdAndVersion<'t> {
    id: &'t str,
    version: &'t str,
}

/// Whether a line names a version of a questionnaire. False in doubt, for example if the line is not JSON.
/// Builds no tree, since it reads every line of a file of an earlier version.
fn names_model(text: &str, model: &Model) -> bool {
    serde_json::from_str(text).is_ok_and(|NamedModel { model: named }| {
        named.id == model.id() && named.version == model.version()
    })
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

/// Scores lines by one version of the questionnaire.
struct LineScorer<'m> {
    model: &'m Model,
    reader: LineReader<'m>,
    calculator: &'m ResultCalculator<'m>,
    options: LineOptions,
}

impl<'m> LineScorer<'m> {
    fn new(calculator: &'m ResultCalculator<'m>, options: LineOptions) -> Self {
        let model = calculator.model();
        Self {
            model,
            reader: LineReader::new(model),
            calculator,
            options,
        }
    }

    fn compute_result(&mut self, text: &str) -> Result<ResultFile<'m>, Problems> {
        let options = self.options;
        let line = self.reader.read(text)?;
        let stance = options.stance.unwrap_or(line.stance);
        let mut result = self.calculator.result_towards(
            stance,
            line.answers,
            &line.targets,
            options.draws,
            options.extent,
        );
        result.reference = line.reference;
        Ok(result)
    }
}
