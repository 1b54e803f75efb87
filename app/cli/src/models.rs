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
    speech: &LocaleBundle,
) -> Result<LoadedModel, Failure> {
    let Some(path) = file else {
        let model = standard_model()?;
        return Ok(LoadedModel { model, file: None });
    };
    let source = InputSource::new(path);
    let text = source.read_text(speech)?;
    let parsed = Model::parse(&text);
    let checked = parsed.map_err(|found| source.invalid_input(&text, found, speech))?;
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
        speech: &LocaleBundle,
    ) -> Result<Texts, Failure> {
        let Some((file, text)) = &self.file else {
            let text = match language {
                Language::English => ENGLISH,
                Language::Chinese => CHINESE,
            };
            return Ok(Texts::parse(&self.model, text)
                .map_or_else(|_| Texts::empty(&self.model), |checked| checked.value));
        };
        let (mut odd, mut faulty) = (Vec::new(), false);
        let mut found: Option<(&str, Texts)> = None;
        for tag in order_by_preference(self.model.languages(), language) {
            let complete = |(_, texts): &(&str, Texts)| !texts.has_placeholders(&self.model);
            if found.as_ref().is_some_and(complete) {
                break;
            }
            match texts::read_texts(&self.model, file, text, tag, speech) {
                Ok(read) => match &mut found {
                    Some((_, texts)) => texts.fill_from(&self.model, &read.texts),
                    None => found = Some((tag, read.texts)),
                },
                Err(TextsError::Missing(why)) => odd.push(why),
                Err(TextsError::Faulty(why)) => {
                    faulty = true;
                    odd.extend(why);
                }
            }
        }
        if found.is_none() && faulty {
            return Err(Failure::Input(odd));
        }
        let used = found.as_ref().map(|(tag, _)| *tag);
        let wanted = |tag: &str| Language::from_tag(tag) == Some(language);
        if !used.is_some_and(wanted) && self.model.languages().next().is_some() {
            odd.push(speech.fallback_wording(file, language.tag(), used));
        }
        say_warnings(&odd, speech);
        Ok(found.map_or_else(|| Texts::empty(&self.model), |(_, texts)| texts))
    }
}

fn say_warnings(odd: &[String], speech: &LocaleBundle) {
    let warnings: Vec<String> = odd
        .iter()
        .map(|one| wording::warning(speech.language, one))
        .collect();
    print_errors(&warnings);
}
