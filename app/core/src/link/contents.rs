//! Lists the information in a link. All pages that create links use this list.

use super::{AnswerDetail, LinkOptions, day, texts};
use crate::{Assessment, Model, Profile};

/// A part of the information in a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPart<'a> {
    /// The number of answers.
    Answers(usize),
    /// Scores in steps, without answers.
    Scores,
    /// The name of the company.
    Name(&'a str),
    /// The industry.
    Industry(&'a str),
    /// The size, as stored.
    Size(&'a str),
    /// The number of notes.
    Notes(usize),
    /// The date of the last change.
    Date,
    /// The language of the sender.
    Language,
    /// The stance and the depth.
    Side,
}

/// Lists the information that [`encode`](super::encode) includes with these options.
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
    let answers = assessment.answers.iter().filter(|(ix, _)| travels(*ix));
    let mut parts = vec![match exact {
        true => LinkPart::Answers(answers.count()),
        false => LinkPart::Scores,
    }];
    if include.profile && texts::has_profile(profile) {
        parts.extend(profile_parts(profile));
    }
    if exact && include.notes && texts::has_notes(model, stance, &assessment.notes) {
        let notes = assessment.notes.iter().filter(|(ix, _)| travels(**ix));
        parts.push(LinkPart::Notes(notes.count()));
    }
    if day(assessment).is_some() {
        parts.push(LinkPart::Date);
    }
    let locale = assessment.locale.as_deref();
    if locale.is_some_and(|locale| !locale.is_empty()) {
        parts.push(LinkPart::Language);
    }
    parts.push(LinkPart::Side);
    parts
}

/// Lists the fields of a profile that are not blank.
fn profile_parts(profile: &Profile) -> impl Iterator<Item = LinkPart<'_>> {
    type Part<'a> = fn(&'a str) -> LinkPart<'a>;
    let parts: [(&str, Part<'_>); 3] = [
        (&profile.name, LinkPart::Name),
        (&profile.industry, LinkPart::Industry),
        (&profile.size, LinkPart::Size),
    ];
    let parts = parts.into_iter();
    let parts = parts.filter(|(text, _)| !text.trim().is_empty());
    parts.map(|(text, part)| part(text))
}
