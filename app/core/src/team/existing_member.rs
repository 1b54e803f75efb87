//! Detects members that are in a team already.

use std::cmp::Ordering;

use super::Member;
use crate::Day;
use crate::timestamp::seconds_since_2020;
use crate::{Assessment, Model};

/// The match of a new member with an existing one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExistingMember {
    /// The same answers as this member.
    SameAnswers(usize),
    /// Different answers under the name of this member.
    OtherAnswers(usize),
}

/// Finds the existing member that matches a new one: by name, or, if neither has a name, by the
/// same date with the same answers and stance. Returns `None` for a new person.
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

/// Compares the times of the last change of two states of one person's answers; `None` if the order
/// is unknown.
#[must_use]
pub fn compare_times(there: &Assessment, new: &Assessment) -> Option<Ordering> {
    let (there, new) = (there.last_changed()?, new.last_changed()?);
    // A link contains the date only.
    match Day::parse(there)?.cmp(&Day::parse(new)?) {
        Ordering::Equal if there.len() == 10 || new.len() == 10 => None,
        Ordering::Equal => Some(seconds_since_2020(there)?.cmp(&seconds_since_2020(new)?)),
        order => Some(order),
    }
}

fn is_same_name(a: &str, b: &str) -> bool {
    let lowercase_words =
        |name: &str| -> Vec<String> { name.split_whitespace().map(str::to_lowercase).collect() };
    let a = lowercase_words(a);
    !a.is_empty() && a == lowercase_words(b)
}

fn is_same_day(a: &Assessment, b: &Assessment) -> bool {
    let day = |assessment: &Assessment| assessment.last_changed().and_then(Day::parse);
    day(a) == day(b)
}

/// Returns whether both have the same stance and the same answers to its questions. Content that a
/// link does not carry is not compared.
fn are_same_answers(model: &Model, a: &Assessment, b: &Assessment) -> bool {
    let stance = a.profile.stance;
    let exists = model.existing_questions(stance);
    let mut asked = model
        .question_ixs()
        .zip(exists)
        .filter(|(_, exists)| *exists);
    stance == b.profile.stance && asked.all(|(ix, _)| a.answers.get(ix) == b.answers.get(ix))
}
