//! The files of a language, for tests.

use assay_core::{Model, Texts};

use crate::{Language, Messages};

/// The interface texts.
pub(crate) fn messages(language: Language) -> Messages {
    Messages::parse(&read(&format!("texts/{}.json", language.tag()))).unwrap()
}

/// The wording of the standard questionnaire.
pub(crate) fn wording(model: &Model, language: Language) -> Texts {
    let file = read(&format!("../core/models/standard.{}.json", language.tag()));
    Texts::parse(model, &file).unwrap().value
}

fn read(file: &str) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"))
}
