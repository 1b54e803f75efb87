//! The questionnaire to go by: the standard one, which is built in, or one from a file.

use std::path::{Path, PathBuf};

use assay_core::{Model, Texts};
use assay_locale::{Language, by_preference};

use crate::failure::{Failure, say};
use crate::files::Source;
use crate::texts::{self, NoTexts};
use crate::wording::{self, Speech};

const STANDARD: &str = include_str!("../../core/models/standard.json");
const ENGLISH: &str = include_str!("../../core/models/standard.en.json");
const CHINESE: &str = include_str!("../../core/models/standard.zh-CN.json");

/// A questionnaire and where its texts are.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The questionnaire.
    pub(crate) model: Model,
    /// The file it is from, and its text; `None` for the standard one.
    file: Option<(PathBuf, String)>,
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
    let text = source.text(speech)?;
    let parsed = Model::parse(&text);
    let checked = parsed.map_err(|found| source.refuse(&text, found, speech))?;
    Ok(Loaded {
        model: checked.value,
        file: Some((path.to_owned(), text)),
    })
}

impl Loaded {
    /// The questionnaire's own wording in a language. Where it has none, or one with faults, that
    /// of another language, which is said; ids where there is none at all. What is wrong with it
    /// where it has faults in every language.
    pub(crate) fn texts(&self, language: Language, speech: &Speech) -> Result<Texts, Failure> {
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
        for tag in by_preference(self.model.languages(), language) {
            let complete = |(_, texts): &(&str, Texts)| !texts.has_stand_ins(&self.model);
            if found.as_ref().is_some_and(complete) {
                break;
            }
            match texts::read(&self.model, file, text, tag, speech) {
                Ok(read) => match &mut found {
                    Some((_, texts)) => texts.fill_from(&self.model, &read.texts),
                    None => found = Some((tag, read.texts)),
                },
                Err(NoTexts::Missing(why)) => odd.push(why),
                Err(NoTexts::Faulty(why)) => {
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
            odd.push(speech.other_wording(file, language.tag(), used));
        }
        say_warnings(&odd, speech);
        Ok(found.map_or_else(|| Texts::empty(&self.model), |(_, texts)| texts))
    }
}

fn say_warnings(odd: &[String], speech: &Speech) {
    let warnings: Vec<String> = odd
        .iter()
        .map(|one| wording::warning(speech.language, one))
        .collect();
    say(&warnings);
}
