//! Loads the questionnaire: the built-in standard one, or one from a file.

use std::path::{Path, PathBuf};

use assay_core::{Model, Texts};
use assay_locale::{Language, order_by_preference};

use crate::failure::{Failure, print_errors};
use crate::files::InputSource;
use crate::texts::{self, TextsError};
use crate::wording::{self, LocaleBundle};

const STANDARD: &str = include_str!("../../core/models/standard.json");
const ENGLISH: &str = include_str!("../../core/models/standard.en.json");
const CHINESE: &str = include_str!("../../core/models/standard.zh-CN.json");

/// A questionnaire and the source of its texts.
#[derive(Debug)]
pub(crate) struct LoadedModel {
    /// The questionnaire.
    pub(crate) model: Model,
    /// Path and text of its file; `None` for the standard one.
    file: Option<(PathBuf, String)>,
}

/// The standard questionnaire.
pub(crate) fn standard_model() -> Result<Model, Failure> {
    let parsed = Model::parse(STANDARD);
    parsed.map(|checked| checked.value).map_err(|found| {
        // Unreachable in a tested build.
        Failure::input(format!("the built-in questionnaire is damaged: {found}"))
    })
}

/// The questionnaire in a file, or the standard one.
pub(crate) fn load_model(
    file: Option<&Path>,
    locale: &LocaleBundle,
) -> Result<LoadedModel, Failure> {
    let Some(path) = file else {
        let model = standard_model()?;
        return Ok(LoadedModel { model, file: None });
    };
    let source = InputSource::new(path);
    let text = source.read_text(locale)?;
    let parsed = Model::parse(&text);
    let checked = parsed.map_err(|found| source.invalid_input(&text, found, locale))?;
    Ok(LoadedModel {
        model: checked.value,
        file: Some((path.to_owned(), text)),
    })
}

impl LoadedModel {
    /// The wording in `language`. If it is missing or faulty, that of another language with a
    /// warning; ids if there is none at all.
    ///
    /// # Errors
    /// The problems, if the wording of every language is faulty.
    pub(crate) fn texts(
        &self,
        language: Language,
        locale: &LocaleBundle,
    ) -> Result<Texts, Failure> {
        let Some((file, text)) = &self.file else {
            return standard_texts(&self.model, language);
        };
        let FoundTexts {
            texts,
            mut warnings,
            is_faulty,
        } = self.find_texts(file, text, language, locale);
        if texts.is_none() && is_faulty {
            return Err(Failure::Input(warnings));
        }
        let used = texts.as_ref().map(|(tag, _)| *tag);
        let is_wanted = |tag: &str| Language::from_tag(tag) == Some(language);
        if !used.is_some_and(is_wanted) && self.model.languages().next().is_some() {
            warnings.push(locale.fallback_wording(file, language.tag(), used));
        }
        print_warnings(&warnings, locale);
        Ok(texts.map_or_else(|| Texts::empty(&self.model), |(_, texts)| texts))
    }

    /// Reads languages in order of preference until no text is missing.
    fn find_texts(
        &self,
        file: &Path,
        text: &str,
        language: Language,
        locale: &LocaleBundle,
    ) -> FoundTexts<'_> {
        let mut found = FoundTexts::default();
        for tag in order_by_preference(self.model.languages(), language) {
            let is_complete = |(_, texts): &(&str, Texts)| !texts.has_placeholders(&self.model);
            if found.texts.as_ref().is_some_and(is_complete) {
                break;
            }
            match texts::read_texts(&self.model, file, text, tag, locale) {
                Ok(read) => match &mut found.texts {
                    Some((_, texts)) => texts.fill_from(&self.model, &read.texts),
                    None => found.texts = Some((tag, read.texts)),
                },
                Err(TextsError::Missing(problem)) => found.warnings.push(problem),
                Err(TextsError::Faulty(problems)) => {
                    found.is_faulty = true;
                    found.warnings.extend(problems);
                }
            }
        }
        found
    }
}

/// Wording found in the languages of a questionnaire.
#[derive(Default)]
struct FoundTexts<'m> {
    /// The texts, and the tag of their main language.
    texts: Option<(&'m str, Texts)>,
    /// Problems of the languages that are missing or faulty.
    warnings: Vec<String>,
    /// Whether the wording of a language has faults.
    is_faulty: bool,
}

/// The built-in wording of the standard questionnaire.
fn standard_texts(model: &Model, language: Language) -> Result<Texts, Failure> {
    let text = match language {
        Language::English => ENGLISH,
        Language::Chinese => CHINESE,
    };
    let parsed = Texts::parse(model, text);
    parsed.map(|checked| checked.value).map_err(|found| {
        // Unreachable in a tested build.
        Failure::input(format!("the built-in wording is damaged: {found}"))
    })
}

fn print_warnings(problems: &[String], locale: &LocaleBundle) {
    let warn = |problem: &String| wording::warning(locale.language, problem);
    print_errors(&problems.iter().map(warn).collect::<Vec<_>>());
}
