//! The assessment that a group agrees on.

use std::collections::BTreeMap;

use super::{Member, Merged, TeamError, merge, stance_of};
use crate::{Answer, Assessment, Depth, Model, Notes, Profile, QuestionIx, sorting};

/// So many are named as those who gave an answer; of more, how many they are.
const NAMED: usize = 5;

/// What a group has settled, by question.
pub type Settled = BTreeMap<QuestionIx, Answer>;

/// What becomes of questions that members contradict each other about and have not settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rest {
    /// They take the answer in the middle: the lower one of two.
    Middle,
    /// They stay open.
    #[default]
    Open,
}

/// How a group makes one assessment of several.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settling {
    /// What it chose.
    pub settled: Settled,
    /// What becomes of the rest.
    pub rest: Rest,
    /// Whether answers and notes say whose they are.
    pub named: bool,
}

/// How far a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Questions that members contradict each other about.
    pub disputed: usize,
    /// Those of them that are settled.
    pub settled: usize,
    /// Questions to which all who answered gave the same answer.
    pub alike: usize,
    /// Questions to which nobody knows the answer, unless the group has settled it.
    pub open: usize,
}

impl Merged {
    /// How far the group is.
    #[must_use]
    pub fn progress(&self, settled: &Settled) -> Progress {
        let mut progress = Progress::default();
        for question in self.asked() {
            let spread = self.spread(question);
            let chosen = settled.contains_key(&question);
            let slot = if spread.is_disputed() {
                progress.settled = progress.settled.saturating_add(usize::from(chosen));
                &mut progress.disputed
            } else if spread.known() > 0 || spread.not_applicable > 0 || chosen {
                &mut progress.alike
            } else {
                &mut progress.open
            };
            *slot = slot.saturating_add(1);
        }
        progress
    }
}

/// An ordinary assessment of what the group settled, what all agree on, and the rest.
///
/// Answers that only some gave, and all of them alike, count as agreed; they say whose they are.
/// An answer that the group settled is the group's, and has no giver. The members are those
/// that were merged.
#[must_use]
pub fn agreed(
    model: &Model,
    members: &[Member],
    merged: &Merged,
    settling: &Settling,
) -> Assessment {
    let full = |member: &Member| member.assessment.depth == Depth::Full;
    let depth = if members.iter().any(full) {
        Depth::Full
    } else {
        Depth::Quick
    };
    let mut agreed = Assessment::new(model, merged.stance, depth);
    agreed.profile = profile(members, merged, settling.named);
    for question in merged.asked() {
        let spread = merged.spread(question);
        let chosen = settling.settled.get(&question).copied();
        let rest = || match settling.rest {
            Rest::Middle => spread.middle(),
            Rest::Open => None,
        };
        let answer = chosen.or_else(|| spread.unanimous());
        if chosen.is_none() && settling.named && answer.is_some() {
            let name = givers(members, merged, question, answer);
            agreed.given_by.extend(name.map(|name| (question, name)));
        }
        agreed.answers.set(question, answer.or_else(rest));
    }
    agreed.notes = notes(members, settling.named);
    agreed
}

/// The names of those who gave an answer.
fn givers(
    members: &[Member],
    merged: &Merged,
    question: QuestionIx,
    answer: Option<Answer>,
) -> Option<String> {
    let groups = merged.who(question);
    let (_, who) = groups.iter().find(|(given, _)| Some(*given) == answer)?;
    let mut names: Vec<&str> = who
        .iter()
        .filter_map(|&member| Some(members.get(member)?.name.trim()))
        .filter(|name| !name.is_empty())
        .collect();
    sorting::sort(&mut names);
    names.dedup();
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let mut text = names.join(", ");
    if more > 0 {
        text.push_str(&format!(" +{more}"));
    }
    (!text.is_empty()).then_some(text)
}

/// What all who say it say alike; the rest is left empty, and so is the name where nobody is to be
/// named: it may be that of the one member who gave any.
fn profile(members: &[Member], merged: &Merged, named: bool) -> Profile {
    let common = |of: fn(&Profile) -> &String| {
        let said = members
            .iter()
            .map(|member| of(&member.assessment.profile).trim());
        let mut said: Vec<&str> = said.filter(|text| !text.is_empty()).collect();
        sorting::sort(&mut said);
        said.dedup();
        match said.as_slice() {
            [one] => (*one).to_owned(),
            _ => String::new(),
        }
    };
    Profile {
        name: match named {
            true => common(|profile| &profile.name),
            false => String::new(),
        },
        industry: common(|profile| &profile.industry),
        size: common(|profile| &profile.size),
        stance: merged.stance,
    }
}

/// Every note that somebody wrote; of several to one question a paragraph each.
fn notes(members: &[Member], named: bool) -> Notes {
    let mut all: BTreeMap<QuestionIx, Vec<(&str, &str)>> = BTreeMap::new();
    for member in members {
        let name = if named { member.name.trim() } else { "" };
        for (&question, note) in member.assessment.notes.iter() {
            let note = note.trim();
            if !note.is_empty() {
                all.entry(question).or_default().push((name, note));
            }
        }
    }
    let text = |mut notes: Vec<(&str, &str)>| {
        sorting::sort(&mut notes);
        notes.dedup();
        let alone = notes.len() == 1;
        let paragraph = |(name, note): (&str, &str)| match name {
            "" => note.to_owned(),
            _ if alone => note.to_owned(),
            name => format!("{name}: {note}"),
        };
        let paragraphs: Vec<String> = notes.into_iter().map(paragraph).collect();
        paragraphs.join("\n")
    };
    all.into_iter()
        .map(|(question, notes)| (question, text(notes)))
        .collect()
}

/// Answers of people who answered different questions, as one assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Joined {
    /// Every answer that nobody contradicts, each with who gave it
    /// ([`given_by`](Assessment::given_by)). What is contradicted is open.
    pub assessment: Assessment,
    /// What is contradicted, in the order of the model.
    pub conflicts: Vec<Conflict>,
}

/// Different answers to one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// To which one.
    pub question: QuestionIx,
    /// Each answer with the members who gave it, "don't know" too.
    pub said: Vec<(Answer, Vec<usize>)>,
}

/// Joins members who answered different questions of one model.
///
/// # Errors
/// As [`merge`].
pub fn join(model: &Model, members: &[Member]) -> Result<Joined, TeamError> {
    let merged = merge(model, stance_of(members), members)?;
    let settling = Settling {
        named: true,
        ..Settling::default()
    };
    let disputed = |question: &QuestionIx| merged.spread(*question).is_disputed();
    let conflicts = merged.asked().filter(disputed).map(|question| Conflict {
        question,
        said: merged.who(question),
    });
    Ok(Joined {
        conflicts: conflicts.collect(),
        assessment: agreed(model, members, &merged, &settling),
    })
}
