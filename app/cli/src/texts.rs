//! Reads a questionnaire's wording in one language, inline or from a file beside it.

use std::path::{Path, PathBuf};

use assay_core::{Model, Problems, TextSource, Texts, WithWarnings};

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
    locale: &LocaleBundle,
) -> Result<ReadTexts, TextsError> {
    match model.text_source(tag) {
        Some(TextSource::File(name)) => read_texts_file(model, file, name, tag, locale),
        Some(TextSource::Inline(json)) => {
            let locate = |found: Problems| found.under(&format!("texts.{tag}")).locate(text);
            let parsed = Texts::from_json(model, json);
            describe_parsed(parsed, &InputSource::new(file), locate, locale)
        }
        None => Err(TextsError::Faulty(Vec::new())),
    }
}

fn read_texts_file(
    model: &Model,
    file: &Path,
    name: &str,
    tag: &str,
    locale: &LocaleBundle,
) -> Result<ReadTexts, TextsError> {
    let path = texts_path(file, name, locale)?;
    if !path.exists() {
        let missing = locale.missing_texts_file(file, tag, &path);
        return Err(TextsError::Missing(missing));
    }
    let source = InputSource::new(&path);
    let text = source.read_text(locale).map_err(unreadable_texts)?;
    let locate = |found: Problems| found.locate(&text);
    describe_parsed(Texts::parse(model, &text), &source, locate, locale)
}

/// Describes problems and warnings with the positions that `locate` adds.
fn describe_parsed(
    parsed: Result<WithWarnings<Texts>, Problems>,
    source: &InputSource,
    locate: impl Fn(Problems) -> Problems,
    locale: &LocaleBundle,
) -> Result<ReadTexts, TextsError> {
    let describe = |found: Problems| source.describe_all(&locate(found).0, locale);
    match parsed {
        Ok(checked) => Ok(ReadTexts {
            texts: checked.value,
            warnings: describe(Problems(checked.warnings)),
        }),
        Err(problems) => Err(TextsError::Faulty(describe(problems))),
    }
}

fn unreadable_texts(failure: Failure) -> TextsError {
    match failure {
        Failure::Input(lines) => TextsError::Faulty(lines),
        other => TextsError::Faulty(vec![other.to_string()]),
    }
}

/// The path of a wording file: a plain file name in the folder of the questionnaire.
fn texts_path(file: &Path, name: &str, locale: &LocaleBundle) -> Result<PathBuf, TextsError> {
    let plain = Path::new(name).file_name();
    if plain.is_some_and(|plain| plain == name) {
        return Ok(file.with_file_name(name));
    }
    Err(TextsError::Faulty(vec![locale.not_beside(file, name)]))
}
