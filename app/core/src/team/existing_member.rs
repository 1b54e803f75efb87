//! Whether somebody who is added is in the team already.

use std::cmp::Ordering;

use super::Member;
use crate::link::Day;
use crate::timestamp::seconds_since_2020;
use crate::{Assessment, Model};

/// What is known of somebody who is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExistingMember {
    /// The very answers of this member, perhaps by another way.
    SameAnswers(usize),
    /// Other answers under the name of this member.
    OtherAnswers(usize),
}

/// Whether somebody is in the team already: under the same name, or without one on the same day,
/// for the same side of the business. `None` for somebody new.
#[must_use]
pub fn find_existing_member<'a>(
    model: &Model,
    members: impl IntoIterator<Item = (&'a str, &'a Assessment)>,
    new: &Member,
) -> Option<ExistingMember> {
    let mut other = None;
    for (at, (name, there)) in members.into_iter().enumerate() {
        let names = [name, &there.profile.name];
        let named = names.iter().any(|name| is_same_name(name, &new.name));
        let nameless = new.name.trim().is_empty() && there.profile.name.trim().is_empty();
        let nameless = nameless && is_same_day(there, &new.assessment);
        if (named || nameless) && are_same_answers(model, there, &new.assessment) {
            return Some(ExistingMember::SameAnswers(at));
        }
        if named {
            other.get_or_insert(ExistingMember::OtherAnswers(at));
        }
    }
    other
}

/// How the moments of two states of one person's answers lie; `None` where that cannot be told.
#[must_use]
pub fn compare_times(there: &Assessment, new: &Assessment) -> Option<Ordering> {
    let (there, new) = (there.last_changed()?, new.last_changed()?);
    // A link knows the day only.
    match Day::parse(there)?.cmp(&Day::parse(new)?) {
        Ordering::Equal if there.len() == 10 || new.len() == 10 => None,
        Ordering::Equal => Some(seconds_since_2020(there)?.cmp(&seconds_since_2020(new)?)),
        order => Some(order),
    }
}

fn is_same_name(a: &str, b: &str) -> bool {
    let words =
        |name: &str| -> Vec<String> { name.split_whitespace().map(str::to_lowercase).collect() };
    let a = words(a);
    !a.is_empty() && a == words(b)
}

fn is_same_day(a: &Assessment, b: &Assessment) -> bool {
    let day = |assessment: &Assessment| assessment.last_changed().and_then(Day::parse);
    day(a) == day(b)
}

/// Whether both say the same to every question of their side: what a link does not carry is not
/// looked at.
fn are_same_answers(model: &Model, a: &Assessment, b: &Assessment) -> bool {
    let stance = a.profile.stance;
    let exists = model.existing_questions(stance);
    let mut asked = model
        .question_ixs()
        .zip(exists)
        .filter(|(_, exists)| *exists);
    stance == b.profile.stance && asked.all(|(ix, _)| a.answers.get(ix) == b.answers.get(ix))
}
