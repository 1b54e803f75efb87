//! The questionnaire to go by: the standard one, which is built in, or one from a file.

use std::fs;
use std::path::{Path, PathBuf};

use assay_core::{Model, TextSource, Texts};
use assay_locale::{Language, Words};

use crate::failure::Failure;
use crate::files::{Source, reason};

const STANDARD: &str = include_str!("../../core/models/standard.json");
const ENGLISH: &str = include_str!("../../core/models/standard.en.json");
const CHINESE: &str = include_str!("../../core/models/standard.zh-CN.json");

/// A questionnaire and where its texts are.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The questionnaire.
    pub(crate) model: Model,
    /// The file it is from; `None` for the standard one.
    file: Option<PathBuf>,
}

/// The standard questionnaire.
pub(crate) fn standard() -> Result<Model, Failure> {
    let parsed = Model::parse(STANDARD);
    parsed.map(|checked| checked.value).map_err(|found| {
        // A build with such a questionnaire fails the tests.
        Failure::input(format!("the built-in questionnaire is damaged: {found}"))
    })
}

/// The questionnaire in a file, or the standard one.
pub(crate) fn load(file: Option<&Path>, words: &Words) -> Result<Loaded, Failure> {
    let Some(path) = file else {
        let model = standard()?;
        return Ok(Loaded { model, file: None });
    };
    let source = Source::new(path);
    let parsed = Model::parse(&source.text(words)?);
    let checked = parsed.map_err(|found| source.wrong(&found.0, words))?;
    Ok(Loaded {
        model: checked.value,
        file: Some(path.to_owned()),
    })
}

impl Loaded {
    /// The questionnaire's own wording in a language; in its first one if it does not speak that;
    /// ids where it has none.
    pub(crate) fn texts(&self, language: Language, words: &Words) -> Result<Texts, Failure> {
        let Some(file) = &self.file else {
            let text = match language {
                Language::English => ENGLISH,
                Language::Chinese => CHINESE,
            };
            return Ok(Texts::parse(&self.model, text)
                .map_or_else(|_| Texts::empty(&self.model), |checked| checked.value));
        };
        let spoken = |tag: &&str| Language::from_tag(tag) == Some(language);
        let tags = || self.model.languages();
        let tag = tags().find(|tag| *tag == language.tag());
        let tag = tag
            .or_else(|| tags().find(spoken))
            .or_else(|| tags().next());
        tag.map_or_else(
            || Ok(Texts::empty(&self.model)),
            |tag| texts(&self.model, file, tag, words),
        )
    }
}

/// A questionnaire's wording in one of its languages.
pub(crate) fn texts(
    model: &Model,
    file: &Path,
    tag: &str,
    words: &Words,
) -> Result<Texts, Failure> {
    match model.text_source(tag) {
        None => Ok(Texts::empty(model)),
        Some(TextSource::Inline(json)) => Texts::from_json(model, json)
            .map(|checked| checked.value)
            .map_err(|found| Source::new(file).wrong(&found.0, words)),
        Some(TextSource::File(name)) => {
            let source = beside(file, name)?;
            Texts::parse(model, &source.text(words)?)
                .map(|checked| checked.value)
                .map_err(|found| source.wrong(&found.0, words))
        }
    }
}

/// A file of texts: a plain name, in the folder of the questionnaire and nowhere else.
fn beside(file: &Path, name: &str) -> Result<Source, Failure> {
    let plain = Path::new(name)
        .file_name()
        .is_some_and(|plain| plain == name);
    if !plain {
        return Err(Failure::input(format!(
            "{}: texts: {name:?} is not the name of a file beside the questionnaire. Put it there, and write its name alone",
            file.display()
        )));
    }
    let path = file.with_file_name(name);
    match fs::metadata(&path) {
        Ok(_) => Ok(Source::new(&path)),
        Err(error) => Err(Failure::input(format!(
            "{}: texts: {}: {}",
            file.display(),
            path.display(),
            reason(&error)
        ))),
    }
}
