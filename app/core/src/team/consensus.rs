//! The assessment that a group agrees on.

use std::collections::BTreeMap;

use super::{Member, MergedAnswers, TeamError, majority_stance, merge_members};
use crate::{Answer, Assessment, Depth, Model, Notes, Profile, QuestionIx, sorting};

/// So many are named as those who gave an answer; of more, how many they are.
const NAMED: usize = 5;

/// What a group has settled, by question.
pub type GroupAnswers = BTreeMap<QuestionIx, Answer>;

/// What becomes of questions that members contradict each other about and have not settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnresolvedPolicy {
    /// They take the answer in the middle: the lower one of two.
    Middle,
    /// They stay open.
    #[default]
    Open,
}

/// How a group makes one assessment of several.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ConsensusOptions {
    /// What it chose.
    pub group_answers: GroupAnswers,
    /// What becomes of the rest.
    pub unresolved: UnresolvedPolicy,
    /// Whether answers and notes say whose they are.
    pub with_names: bool,
}

/// How far a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ConsensusProgress {
    /// Questions that members contradict each other about.
    pub disputed: usize,
    /// Those of them that are settled.
    pub settled: usize,
    /// Questions to which all who answered gave the same answer.
    pub alike: usize,
    /// Questions to which nobody knows the answer, unless the group has settled it.
    pub open: usize,
}

impl MergedAnswers {
    /// How far the group is.
    #[must_use]
    pub fn progress(&self, settled: &GroupAnswers) -> ConsensusProgress {
        let mut progress = ConsensusProgress::default();
        for question in self.asked_questions() {
            let spread = self.distribution(question);
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
pub fn build_consensus(
    model: &Model,
    members: &[Member],
    merged: &MergedAnswers,
    settling: &ConsensusOptions,
) -> Assessment {
    let full = |member: &Member| member.assessment.depth == Depth::Full;
    let depth = if members.iter().any(full) {
        Depth::Full
    } else {
        Depth::Quick
    };
    let mut agreed = Assessment::new(model, merged.stance, depth);
    agreed.profile = profile(members, merged, settling.with_names);
    for question in merged.asked_questions() {
        let spread = merged.distribution(question);
        let chosen = settling.group_answers.get(&question).copied();
        let rest = || match settling.unresolved {
            UnresolvedPolicy::Middle => spread.median_answer(),
            UnresolvedPolicy::Open => None,
        };
        let answer = chosen.or_else(|| spread.unanimous_answer());
        if chosen.is_none() && settling.with_names && answer.is_some() {
            let name = givers(members, merged, question, answer);
            agreed.given_by.extend(name.map(|name| (question, name)));
        }
        agreed.answers.set(question, answer.or_else(rest));
    }
    agreed.notes = notes(members, settling.with_names);
    agreed
}

/// The names of those who gave an answer.
fn givers(
    members: &[Member],
    merged: &MergedAnswers,
    question: QuestionIx,
    answer: Option<Answer>,
) -> Option<String> {
    let groups = merged.answers_with_members(question);
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
fn profile(members: &[Member], merged: &MergedAnswers, named: bool) -> Profile {
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
pub struct JoinedAssessment {
    /// Every answer that nobody contradicts, each with who gave it
    /// ([`given_by`](Assessment::given_by)). What is contradicted is open.
    pub assessment: Assessment,
    /// What is contradicted, in the order of the model.
    pub conflicts: Vec<AnswerConflict>,
}

/// Different answers to one question.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerConflict {
    /// To which one.
    pub question: QuestionIx,
    /// Each answer with the members who gave it, "don't know" too.
    pub answers: Vec<(Answer, Vec<usize>)>,
}

/// Joins members who answered different questions of one model.
///
/// # Errors
/// As [`merge_members`].
pub fn join_members(model: &Model, members: &[Member]) -> Result<JoinedAssessment, TeamError> {
    let merged = merge_members(model, majority_stance(members), members)?;
    let settling = ConsensusOptions {
        with_names: true,
        ..ConsensusOptions::default()
    };
    let disputed = |question: &QuestionIx| merged.distribution(*question).is_disputed();
    let conflicts = merged
        .asked_questions()
        .filter(disputed)
        .map(|question| AnswerConflict {
            question,
            answers: merged.answers_with_members(question),
        });
    Ok(JoinedAssessment {
        conflicts: conflicts.collect(),
        assessment: build_consensus(model, members, &merged, &settling),
    })
}
