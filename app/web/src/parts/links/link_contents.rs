//! What a link contains, in words. The same list is used wherever a link is created or sent.

use assay_core::link::{LinkOptions, LinkPart, list_contents};
use assay_core::{Assessment, Model};
use assay_locale::{Messages, join_list};

use crate::parts::company_size::size_name;

/// Returns "In the link: …" for the given choices.
pub(crate) fn contents_sentence(
    messages: &Messages,
    model: &Model,
    assessment: &Assessment,
    include: &LinkOptions,
) -> String {
    messages.share_contains(&contents_list(messages, model, assessment, include))
}

/// Returns the list without the introduction.
pub(crate) fn contents_list(
    messages: &Messages,
    model: &Model,
    assessment: &Assessment,
    include: &LinkOptions,
) -> String {
    let parts = list_contents(model, assessment, include).into_iter();
    let parts: Vec<String> = parts.map(|part| part_name(messages, part)).collect();
    join_list(messages, &parts)
}

fn part_name(messages: &Messages, part: LinkPart<'_>) -> String {
    match part {
        LinkPart::Answers(_) => messages.share_part_answers().to_owned(),
        LinkPart::Scores => messages.share_part_scores().to_owned(),
        LinkPart::Name(name) => messages.share_part_name(name),
        LinkPart::Industry(industry) => messages.share_part_industry(industry),
        LinkPart::Size(size) => messages.share_part_size(&size_name(messages, size)),
        LinkPart::Notes(count) => messages.share_part_notes(count),
        LinkPart::Date => messages.share_part_date().to_owned(),
        LinkPart::Language => messages.share_part_language().to_owned(),
        LinkPart::Side => messages.share_part_side().to_owned(),
    }
}
