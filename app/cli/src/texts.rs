//! A questionnaire's wording in one language: in its own file, or in one beside it.

use std::path::{Path, PathBuf};

use assay_core::{Model, Problem, Problems, TextSource, Texts};

use crate::failure::Failure;
use crate::files::Source;
use crate::wording::Speech;

/// Wording that can be used.
pub(crate) struct ReadTexts {
    pub(crate) texts: Texts,
    /// What its author should look at.
    pub(crate) odd: Vec<String>,
}

/// Why there is no wording in a language.
pub(crate) enum NoTexts {
    /// The questionnaire has none, or the file that should hold it is not there.
    Missing(String),
    /// It cannot be used: a line for each fault.
    Faulty(Vec<String>),
}

/// The wording in one of the languages of the questionnaire in `file`, whose text is `text`.
pub(crate) fn read(
    model: &Model,
    file: &Path,
    text: &str,
    tag: &str,
    speech: &Speech,
) -> Result<ReadTexts, NoTexts> {
    match model.text_source(tag) {
        Some(TextSource::File(name)) => read_beside(model, file, name, tag, speech),
        Some(TextSource::Inline(json)) => {
            let source = Source::new(file);
            let parsed = Texts::from_json(model, json)
                .map_err(|problems| located(problems.0, text, Some(tag)))
                .map(|checked| (checked.value, located(checked.warnings, text, Some(tag))));
            told(parsed, &source, speech)
        }
        None => Err(NoTexts::Faulty(Vec::new())),
    }
}

fn read_beside(
    model: &Model,
    file: &Path,
    name: &str,
    tag: &str,
    speech: &Speech,
) -> Result<ReadTexts, NoTexts> {
    let path = beside(file, name, speech)?;
    if !path.exists() {
        return Err(NoTexts::Missing(speech.no_texts(file, tag, &path)));
    }
    let source = Source::new(&path);
    let text = source.text(speech).map_err(faulty)?;
    let parsed = Texts::parse(model, &text)
        .map_err(|problems| located(problems.0, &text, None))
        .map(|checked| (checked.value, located(checked.warnings, &text, None)));
    told(parsed, &source, speech)
}

fn told(
    parsed: Result<(Texts, Vec<Problem>), Vec<Problem>>,
    source: &Source,
    speech: &Speech,
) -> Result<ReadTexts, NoTexts> {
    match parsed {
        Ok((texts, warnings)) => {
            let odd = source.say_all(&warnings, speech);
            Ok(ReadTexts { texts, odd })
        }
        Err(problems) => Err(NoTexts::Faulty(source.say_all(&problems, speech))),
    }
}

/// Problems of wording with their places in the file that holds it: as a whole, or for a language
/// of the questionnaire.
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

fn faulty(failure: Failure) -> NoTexts {
    match failure {
        Failure::Input(lines) => NoTexts::Faulty(lines),
        other => NoTexts::Faulty(vec![other.to_string()]),
    }
}

/// A file of texts: a plain name, in the folder of the questionnaire and nowhere else.
fn beside(file: &Path, name: &str, speech: &Speech) -> Result<PathBuf, NoTexts> {
    let plain = Path::new(name).file_name();
    if plain.is_some_and(|plain| plain == name) {
        return Ok(file.with_file_name(name));
    }
    Err(NoTexts::Faulty(vec![speech.not_beside(file, name)]))
}
