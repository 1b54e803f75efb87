//! What a link tells, in words: the same list wherever one is made or sent.

use assay_core::link::{LinkOptions, LinkPart, list_contents};
use assay_core::{Assessment, Model};
use assay_locale::{Messages, join_list};

use crate::pages::profile::size_name;

/// "In the link: …", for the link of these choices.
pub(crate) fn contents_sentence(
    words: &Messages,
    model: &Model,
    assessment: &Assessment,
    include: &LinkOptions,
) -> String {
    words.share_contains(&contents_list(words, model, assessment, include))
}

/// The list alone.
pub(crate) fn contents_list(
    words: &Messages,
    model: &Model,
    assessment: &Assessment,
    include: &LinkOptions,
) -> String {
    let said = list_contents(model, assessment, include).into_iter();
    let said: Vec<String> = said.map(|part| part_name(words, part)).collect();
    join_list(words, &said)
}

fn part_name(words: &Messages, part: LinkPart<'_>) -> String {
    match part {
        LinkPart::Answers(_) => words.share_part_answers().to_owned(),
        LinkPart::Scores => words.share_part_scores().to_owned(),
        LinkPart::Name(name) => words.share_part_name(name),
        LinkPart::Industry(industry) => words.share_part_industry(industry),
        LinkPart::Size(size) => words.share_part_size(&size_name(words, size)),
        LinkPart::Notes(count) => words.share_part_notes(count),
        LinkPart::Date => words.share_part_date().to_owned(),
        LinkPart::Language => words.share_part_language().to_owned(),
        LinkPart::Side => words.share_part_side().to_owned(),
    }
}
