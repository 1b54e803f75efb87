//! The assessment on which a group agrees.

use std::collections::BTreeMap;

use super::{Member, MergedAnswers, TeamError, majority_stance, merge_members};
use crate::evidence::merge_evidence;
use crate::{Answer, Assessment, Depth, Model, Notes, Profile, QuestionIx, sorting};

/// The maximum number of authors named for an answer; further ones are counted.
const NAMED: usize = 5;

/// The answers decided by the group, by question.
pub type GroupAnswers = BTreeMap<QuestionIx, Answer>;

/// The treatment of disputed questions without a group answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnresolvedPolicy {
    /// Use the median answer: the lower one of two.
    Middle,
    /// Leave them open.
    #[default]
    Open,
}

/// Options for building a consensus assessment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ConsensusOptions {
    /// The answers decided by the group.
    pub group_answers: GroupAnswers,
    /// The treatment of other disputed questions.
    pub unresolved: UnresolvedPolicy,
    /// Whether answers and notes name their authors.
    pub with_names: bool,
}

/// The progress towards a consensus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ConsensusProgress {
    /// Questions with contradicting answers.
    pub disputed: usize,
    /// Disputed questions with a group answer.
    pub settled: usize,
    /// Questions with one answer from all members who answered.
    pub alike: usize,
    /// Questions without a known answer, including group answers.
    pub open: usize,
}

impl MergedAnswers {
    /// Returns the progress towards a consensus.
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

/// Builds one assessment from the group answers, the unanimous answers and, for the remaining
/// questions, the policy of the options.
///
/// An answer that only some members gave counts as unanimous if they gave the same one; its authors
/// are recorded. A group answer has no author. `members` must be those that were merged.
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
    let evidence = merge_evidence(members, settling.with_names);
    agreed.evidence_records = evidence.records;
    for (question, lines) in evidence.further {
        add_lines(&mut agreed.notes, question, &lines);
    }
    agreed
}

/// Returns the names of the members who gave an answer.
fn givers(
    members: &[Member],
    merged: &MergedAnswers,
    question: QuestionIx,
    answer: Option<Answer>,
) -> Option<String> {
    let groups = merged.answers_with_members(question);
    let (_, who) = groups.iter().find(|(value, _)| Some(*value) == answer)?;
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

/// Returns the fields that are equal in all profiles that have them; other fields are empty. The
/// name is empty without names, because it may be that of a single member.
fn profile(members: &[Member], merged: &MergedAnswers, named: bool) -> Profile {
    let common = |of: fn(&Profile) -> &String| {
        let texts = members
            .iter()
            .map(|member| of(&member.assessment.profile).trim());
        let mut texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
        sorting::sort(&mut texts);
        texts.dedup();
        match texts.as_slice() {
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

/// Combines the notes of all members; each note is a paragraph.
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

/// Adds lines to the note on a question.
fn add_lines(notes: &mut Notes, question: QuestionIx, lines: &[String]) {
    let note = notes.remove(&question).into_iter();
    let lines: Vec<String> = note.chain(lines.iter().cloned()).collect();
    notes.insert(question, lines.join("\n"));
}

/// The answers of people who answered different questions, as one assessment.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct JoinedAssessment {
    /// The undisputed answers with their authors ([`given_by`](Assessment::given_by)). Disputed
    /// questions are open.
    pub assessment: Assessment,
    /// The disputed questions, in the order of the model.
    pub conflicts: Vec<AnswerConflict>,
}

/// Contradicting answers to one question.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AnswerConflict {
    /// To which one.
    pub question: QuestionIx,
    /// Each answer with the members who gave it, including "don't know".
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
