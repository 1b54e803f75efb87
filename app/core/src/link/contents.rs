//! What a link tells whoever opens it, as a list: the one that every page that makes links reads from.

use super::{AnswerDetail, LinkOptions, day, texts};
use crate::{Assessment, Model};

/// One of the things that a link tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPart<'a> {
    /// So many answers.
    Answers(usize),
    /// The scores in steps, without answers.
    Scores,
    /// Who is assessed.
    Name(&'a str),
    /// The industry.
    Industry(&'a str),
    /// The size, as it is stored.
    Size(&'a str),
    /// So many notes.
    Notes(usize),
    /// The day of the last change.
    Date,
    /// The language of the sender.
    Language,
    /// The side that was assessed, and how much was asked.
    Side,
}

/// What [`encode`](super::encode) puts into the link of these choices.
#[must_use]
pub fn list_contents<'a>(
    model: &Model,
    assessment: &'a Assessment,
    include: &LinkOptions,
) -> Vec<LinkPart<'a>> {
    let profile = &assessment.profile;
    let stance = profile.stance;
    let travels = |ix| {
        let only = model.question(ix).stance;
        only.is_none_or(|only| only == stance)
    };
    let exact = include.answers == AnswerDetail::Exact;
    let mut parts = vec![match exact {
        true => LinkPart::Answers(
            assessment
                .answers
                .iter()
                .filter(|(ix, _)| travels(*ix))
                .count(),
        ),
        false => LinkPart::Scores,
    }];
    if include.profile && texts::has_profile(profile) {
        let told = [
            (
                profile.name.as_str(),
                LinkPart::Name as fn(&'a str) -> LinkPart<'a>,
            ),
            (profile.industry.as_str(), LinkPart::Industry),
            (profile.size.as_str(), LinkPart::Size),
        ];
        let told = told.into_iter().filter(|(text, _)| !text.trim().is_empty());
        parts.extend(told.map(|(text, part)| part(text)));
    }
    if exact && include.notes && texts::has_notes(model, stance, &assessment.notes) {
        let notes = assessment.notes.iter().filter(|(ix, _)| travels(**ix));
        parts.push(LinkPart::Notes(notes.count()));
    }
    if day(assessment).is_some() {
        parts.push(LinkPart::Date);
    }
    if assessment
        .locale
        .as_deref()
        .is_some_and(|locale| !locale.is_empty())
    {
        parts.push(LinkPart::Language);
    }
    parts.push(LinkPart::Side);
    parts
}
