//! What a link tells, in words: the same list wherever one is made or sent.

use assay_core::link::{Include, Part, contents};
use assay_core::{Assessment, Model};
use assay_locale::{Words, list};

use crate::pages::profile::size_name;

/// "In the link: …", for the link of these choices.
pub(crate) fn sentence(
    words: &Words,
    model: &Model,
    assessment: &Assessment,
    include: &Include,
) -> String {
    words.share_contains(&parts(words, model, assessment, include))
}

/// The list alone.
pub(crate) fn parts(
    words: &Words,
    model: &Model,
    assessment: &Assessment,
    include: &Include,
) -> String {
    let said = contents(model, assessment, include).into_iter();
    let said: Vec<String> = said.map(|part| in_words(words, part)).collect();
    list(words, &said)
}

fn in_words(words: &Words, part: Part<'_>) -> String {
    match part {
        Part::Answers(_) => words.share_part_answers().to_owned(),
        Part::Scores => words.share_part_scores().to_owned(),
        Part::Name(name) => words.share_part_name(name),
        Part::Industry(industry) => words.share_part_industry(industry),
        Part::Size(size) => words.share_part_size(&size_name(words, size)),
        Part::Notes(count) => words.share_part_notes(count),
        Part::Date => words.share_part_date().to_owned(),
        Part::Language => words.share_part_language().to_owned(),
        Part::Side => words.share_part_side().to_owned(),
    }
}
