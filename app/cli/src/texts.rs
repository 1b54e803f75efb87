//! Reads a questionnaire's wording in one language, inline or from a file beside it.

use std::path::{Path, PathBuf};

use assay_core::{Model, Problem, Problems, TextSource, Texts};

use crate::failure::Failure;
use crate::files::InputSource;
use crate::wording::LocaleBundle;

/// Usable wording.
pub(crate) struct ReadTexts {
    pub(crate) texts: Texts,
    /// Warnings for its author.
    pub(crate) warnings: Vec<String>,
}

/// Why there is no usable wording in a language.
pub(crate) enum TextsError {
    /// The questionnaire has none, or the named file does not exist.
    Missing(String),
    /// The wording is faulty: one line for each fault.
    Faulty(Vec<String>),
}

/// Reads the wording in one language of the questionnaire in `file`, whose content is `text`.
pub(crate) fn read_texts(
    model: &Model,
    file: &Path,
    text: &str,
    tag: &str,
    speech: &LocaleBundle,
) -> Result<ReadTexts, TextsError> {
    match model.text_source(tag) {
        Some(TextSource::File(name)) => read_beside(model, file, name, tag, speech),
        Some(TextSource::Inline(json)) => {
            let source = InputSource::new(file);
            let parsed = Texts::from_json(model, json)
                .map_err(|problems| located(problems.0, text, Some(tag)))
                .map(|checked| (checked.value, located(checked.warnings, text, Some(tag))));
            told(parsed, &source, speech)
        }
        None => Err(TextsError::Faulty(Vec::new())),
    }
}

fn read_beside(
    model: &Model,
    file: &Path,
    name: &str,
    tag: &str,
    speech: &LocaleBundle,
) -> Result<ReadTexts, TextsError> {
    let path = beside(file, name, speech)?;
    if !path.exists() {
        return Err(TextsError::Missing(
            speech.missing_texts_file(file, tag, &path),
        ));
    }
    let source = InputSource::new(&path);
    let text = source.read_text(speech).map_err(faulty)?;
    let parsed = Texts::parse(model, &text)
        .map_err(|problems| located(problems.0, &text, None))
        .map(|checked| (checked.value, located(checked.warnings, &text, None)));
    told(parsed, &source, speech)
}

fn told(
    parsed: Result<(Texts, Vec<Problem>), Vec<Problem>>,
    source: &InputSource,
    speech: &LocaleBundle,
) -> Result<ReadTexts, TextsError> {
    match parsed {
        Ok((texts, warnings)) => {
            let odd = source.describe_all(&warnings, speech);
            Ok(ReadTexts {
                texts,
                warnings: odd,
            })
        }
        Err(problems) => Err(TextsError::Faulty(source.describe_all(&problems, speech))),
    }
}

/// Adds positions to problems. For inline wording, places are prefixed with the language.
fn located(mut problems: Vec<Problem>, text: &str, inside: Option<&str>) -> Vec<Problem> {
    for problem in &mut problems {
        if let Some(tag) = inside {
            let dot = if problem.place.starts_with('[') {
                ""
            } else {
                "."
            };
            problem.place = format!("texts.{tag}{dot}{}", problem.place);
        }
    }
    Problems(problems).locate(text).0
}

fn faulty(failure: Failure) -> TextsError {
    match failure {
        Failure::Input(lines) => TextsError::Faulty(lines),
        other => TextsError::Faulty(vec![other.to_string()]),
    }
}

/// The path of a wording file: a plain file name in the folder of the questionnaire.
fn beside(file: &Path, name: &str, speech: &LocaleBundle) -> Result<PathBuf, TextsError> {
    let plain = Path::new(name).file_name();
    if plain.is_some_and(|plain| plain == name) {
        return Ok(file.with_file_name(name));
    }
    Err(TextsError::Faulty(vec![speech.not_beside(file, name)]))
}
