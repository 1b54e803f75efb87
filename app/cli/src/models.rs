//! Loads the questionnaires: all versions of the built-in standard one, or one from a file.

use std::path::{Path, PathBuf};

use assay_core::{Json, Model, ModelRef, Texts};
use assay_locale::{Language, order_by_preference};

use crate::failure::{Failure, print_errors};
use crate::files::InputSource;
use crate::texts::{self, TextsError};
use crate::wording::LocaleBundle;

/// A version of the standard questionnaire with its wording.
#[derive(Debug)]
struct StandardFiles {
    model: &'static str,
    /// The folder of the version in the folder of questionnaires.
    folder: &'static str,
}

/// Every version that shipped, the present one first.
static STANDARD: [StandardFiles; 2] = [
    StandardFiles {
        model: include_str!("../../core/models/standard.json"),
        folder: "",
    },
    StandardFiles {
        model: include_str!("../../core/models/v1/standard.json"),
        folder: "v1",
    },
];

/// A questionnaire and the source of its texts.
#[derive(Debug)]
pub(crate) struct LoadedModel {
    /// The questionnaire.
    pub(crate) model: Model,
    source: ModelSource,
}

#[derive(Debug)]
enum ModelSource {
    Standard(&'static StandardFiles),
    /// Path and text of its file.
    File(PathBuf, String),
}

/// The questionnaires that an assessment may belong to.
#[derive(Debug)]
pub(crate) struct KnownModels {
    /// The present version.
    pub(crate) present: LoadedModel,
    /// Earlier versions.
    pub(crate) earlier: Vec<LoadedModel>,
}

impl KnownModels {
    /// The one that an assessment file names; the present version if it names none of them.
    pub(crate) fn find_for(&self, assessment: &str) -> &LoadedModel {
        let tree = Json::parse_leniently(assessment).ok();
        let named = tree.as_ref().and_then(ModelRef::from_json);
        let mut earlier = self.earlier.iter();
        let found = earlier.find(|one| named.as_ref() == Some(&ModelRef::of_model(&one.model)));
        found.unwrap_or(&self.present)
    }

    /// All of them, the present version first.
    pub(crate) fn models(&self) -> impl Iterator<Item = &Model> {
        let all = std::iter::once(&self.present).chain(&self.earlier);
        all.map(|one| &one.model)
    }
}

/// Loads the questionnaire of a file, or all versions of the standard one.
pub(crate) fn load_models(
    file: Option<&Path>,
    locale: &LocaleBundle,
) -> Result<KnownModels, Failure> {
    let present = load_model(file, locale)?;
    let earlier = match file {
        Some(_) => Vec::new(),
        None => {
            let [_, earlier @ ..] = &STANDARD;
            earlier
                .iter()
                .map(load_standard)
                .collect::<Result<_, _>>()?
        }
    };
    Ok(KnownModels { present, earlier })
}

fn load_standard(files: &'static StandardFiles) -> Result<LoadedModel, Failure> {
    let checked = Model::parse(files.model).map_err(|found| {
        // Unreachable in a tested build.
        Failure::input(format!("the built-in questionnaire is damaged: {found}"))
    })?;
    Ok(LoadedModel {
        model: checked.value,
        source: ModelSource::Standard(files),
    })
}

/// The questionnaire in a file, or the present version of the standard one.
pub(crate) fn load_model(
    file: Option<&Path>,
    locale: &LocaleBundle,
) -> Result<LoadedModel, Failure> {
    let Some(path) = file else {
        let [present, ..] = &STANDARD;
        return load_standard(present);
    };
    let source = InputSource::new(path);
    let text = source.read_text(locale)?;
    let parsed = Model::parse(&text);
    let checked = parsed.map_err(|found| source.invalid_input(&text, found, locale))?;
    Ok(LoadedModel {
        model: checked.value,
        source: ModelSource::File(path.to_owned(), text),
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
        let (file, text) = match &self.source {
            ModelSource::File(file, text) => (file, text),
            ModelSource::Standard(files) => {
                return standard_texts(&self.model, files, language, locale);
            }
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
            let name = file.display().to_string();
            warnings.push(locale.fallback_wording(&name, language.tag(), used));
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

/// The built-in wording of the standard questionnaire; with a warning, that in another language if the
/// version has none in this one.
fn standard_texts(
    model: &Model,
    files: &StandardFiles,
    language: Language,
    locale: &LocaleBundle,
) -> Result<Texts, Failure> {
    let tags = order_by_preference(model.languages(), language);
    let mut languages = tags.into_iter().filter_map(Language::from_tag);
    let wording = |one: Language| Some((one, one.standard_wording(files.folder)?));
    let Some((used, text)) = languages.find_map(wording) else {
        return Ok(Texts::empty(model));
    };
    if used != language {
        let name = locale.cli_standard_questionnaire(model.version());
        let warning = locale.fallback_wording(&name, language.tag(), Some(used.tag()));
        print_warnings(&[warning], locale);
    }
    let parsed = Texts::parse(model, text);
    parsed.map(|checked| checked.value).map_err(|found| {
        // Unreachable in a tested build.
        Failure::input(format!("the built-in wording is damaged: {found}"))
    })
}

fn print_warnings(problems: &[String], locale: &LocaleBundle) {
    let warn = |problem: &String| locale.cli_warning(problem);
    print_errors(&problems.iter().map(warn).collect::<Vec<_>>());
}
