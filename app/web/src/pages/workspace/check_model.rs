//! Checks a questionnaire that was opened from a file.

use assay_core::{Json, Model, Problems, TextSource, Texts, WithWarnings};
use assay_locale::{Language, Messages, order_by_preference};

use crate::parts::problems::{problem_lines, wording_problems};
use crate::state::{LocaleBundle, UnusableReason, UnusableWording};

/// A valid questionnaire that was opened.
#[derive(Clone)]
pub(super) struct OwnModel {
    pub(super) text: String,
    pub(super) title: String,
    /// Warnings for its author.
    pub(super) warnings: Vec<String>,
}

/// Returns the questionnaire with its warnings, or its problems. Wording in separate files is not
/// available here, so the file must contain usable wording in at least one language.
pub(super) fn check_model(text: String, locale: &LocaleBundle) -> Result<OwnModel, Vec<String>> {
    let messages = &locale.messages;
    let WithWarnings { value, warnings } =
        Model::parse(&text).map_err(|problems| problem_lines(messages, &problems.locate(&text)))?;
    let mut warnings = problem_lines(messages, &Problems(warnings).locate(&text));
    let (mut unusable, mut has_usable) = (Vec::new(), false);
    for tag in value.languages() {
        let wording = match value.text_source(tag) {
            Some(TextSource::File(file)) => Err(missing_file(messages, tag, file)),
            Some(TextSource::Inline(json)) => check_wording(messages, &value, &text, tag, json),
            None => continue,
        };
        match wording {
            Ok(mut lines) => {
                has_usable = true;
                warnings.append(&mut lines);
            }
            Err(mut lines) => unusable.append(&mut lines),
        }
    }
    if !has_usable && !unusable.is_empty() {
        return Err(unusable);
    }
    warnings.append(&mut unusable);
    let title = model_title(&value, locale.language);
    Ok(OwnModel {
        text,
        title,
        warnings,
    })
}

/// Returns the lines about wording in a separate file.
fn missing_file(messages: &Messages, tag: &str, file: &str) -> Vec<String> {
    let unusable = UnusableWording {
        language: tag.to_owned(),
        file: Some(file.to_owned()),
        reason: UnusableReason::NotStored,
    };
    wording_problems(messages, &unusable)
}

/// Returns the warnings about inline wording, or its problems with their places in `text`.
fn check_wording(
    messages: &Messages,
    model: &Model,
    text: &str,
    tag: &str,
    json: &Json,
) -> Result<Vec<String>, Vec<String>> {
    let place = format!("texts.{tag}");
    let checked = Texts::from_json(model, json).map_err(|problems| {
        let problems = problems.under(&place).locate(text);
        problem_lines(messages, &problems)
    })?;
    let lines = problem_lines(messages, &Problems(checked.warnings));
    let lines = lines.iter().map(|line| messages.problem_at(&place, line));
    Ok(lines.collect())
}

/// Returns the title in the reader's language, else in another one, else the id. The faults of the
/// wording are listed by the check itself.
fn model_title(model: &Model, language: Language) -> String {
    let mut tags = order_by_preference(model.languages(), language).into_iter();
    let inline = tags.find_map(|tag| match model.text_source(tag) {
        Some(TextSource::Inline(json)) => Texts::from_json(model, json).ok(),
        _ => None,
    });
    let title = inline.map(|texts| texts.value.title().to_owned());
    title
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| model.id().to_owned())
}
