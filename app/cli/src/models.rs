//! The questionnaire to go by: the standard one, which is built in, or one from a file.

use std::path::{Path, PathBuf};

use assay_core::{Model, TextSource, Texts};
use assay_locale::Language;

use crate::failure::{Failure, say};
use crate::files::Source;
use crate::wording::Speech;

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
pub(crate) fn load(file: Option<&Path>, speech: &Speech) -> Result<Loaded, Failure> {
    let Some(path) = file else {
        let model = standard()?;
        return Ok(Loaded { model, file: None });
    };
    let source = Source::new(path);
    let parsed = Model::parse(&source.text(speech)?);
    let checked = parsed.map_err(|found| source.wrong(&found.0, speech))?;
    Ok(Loaded {
        model: checked.value,
        file: Some(path.to_owned()),
    })
}

impl Loaded {
    /// The questionnaire's own wording in a language; in its first one if it does not speak that;
    /// ids where it has none.
    pub(crate) fn texts(&self, language: Language, speech: &Speech) -> Result<Texts, Failure> {
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
        let texts = match tag {
            Some(tag) => texts(&self.model, file, tag, speech)?,
            None => None,
        };
        Ok(texts.unwrap_or_else(|| Texts::empty(&self.model)))
    }
}

/// A questionnaire's wording in one of its languages; `None`, and a warning, where the file that
/// should hold it is missing: everything but the words can be had without.
pub(crate) fn texts(
    model: &Model,
    file: &Path,
    tag: &str,
    speech: &Speech,
) -> Result<Option<Texts>, Failure> {
    let (source, parsed) = match model.text_source(tag) {
        None => return Ok(None),
        Some(TextSource::Inline(json)) => (Source::new(file), Texts::from_json(model, json)),
        Some(TextSource::File(name)) => {
            let path = beside(file, name, speech)?;
            if !path.exists() {
                say(&[speech.no_texts(file, tag, &path)]);
                return Ok(None);
            }
            let source = Source::new(&path);
            let parsed = Texts::parse(model, &source.text(speech)?);
            (source, parsed)
        }
    };
    let checked = parsed.map_err(|found| source.wrong(&found.0, speech))?;
    Ok(Some(checked.value))
}

/// A file of texts: a plain name, in the folder of the questionnaire and nowhere else.
fn beside(file: &Path, name: &str, speech: &Speech) -> Result<PathBuf, Failure> {
    let plain = Path::new(name).file_name();
    if plain.is_some_and(|plain| plain == name) {
        return Ok(file.with_file_name(name));
    }
    Err(Failure::input(speech.not_beside(file, name)))
}
