//! Sentences about an assessment of another version of a questionnaire, and about its copy for the
//! version at hand.

use assay_core::{AdaptedAssessment, Answer, Json, LostEntry, Model};

use crate::{Messages, abbreviate, format_date, join_list};

/// Greatest number of listed losses.
const MAX_LISTED: usize = 50;

/// "Begun with version 1, 4 answers, 2 notes, last changed on …".
#[must_use]
pub fn describe_progress(
    messages: &Messages,
    version: &str,
    (answers, notes): (usize, usize),
    updated: Option<&str>,
) -> String {
    let (answers, notes) = (
        messages.versions_answers(answers),
        messages.versions_notes(notes),
    );
    let begun = messages.versions_begun(&abbreviate(version), &answers, &notes);
    if updated.is_none() {
        return begun;
    }
    let changed = messages.versions_changed(&format_date(messages, updated));
    messages.list_more(&begun, &changed)
}

/// Effect of a copy for the model at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyEffect {
    /// Whether it keeps everything, or how much it loses.
    pub sentence: String,
    /// Each loss.
    pub losses: Vec<String>,
    /// How many answers change their level; `None` if none does.
    pub level_changes: Option<String>,
}

impl CopyEffect {
    /// All of it in one paragraph.
    #[must_use]
    pub fn to_paragraph(&self, messages: &Messages) -> String {
        let mut text = self.sentence.clone();
        if !self.losses.is_empty() {
            text = messages.versions_loses_these(&text, &join_list(messages, &self.losses));
        }
        match &self.level_changes {
            Some(moved) => messages.list_sentences(&text, moved),
            None => text,
        }
    }
}

/// Describes the effect of a copy.
#[must_use]
pub fn describe_copy(
    messages: &Messages,
    model: &Model,
    adapted: &AdaptedAssessment,
) -> CopyEffect {
    let version = abbreviate(model.version());
    let count = |has: fn(&LostEntry) -> bool| adapted.lost.iter().filter(|lost| has(lost)).count();
    let sentence = if adapted.lost.is_empty() {
        messages.versions_keeps(&version)
    } else {
        let answers = messages.versions_answers(count(|lost| lost.answer.is_some()));
        let notes = messages.versions_notes(count(|lost| lost.note.is_some()));
        match count(|lost| lost.evidence.is_some()) {
            0 => messages.versions_loses(&version, &answers, &notes),
            n => {
                let evidence = messages.versions_evidence(n);
                messages.versions_loses_evidence(&version, &answers, &notes, &evidence)
            }
        }
    };
    CopyEffect {
        sentence,
        losses: describe_losses(messages, &adapted.lost),
        level_changes: (!adapted.recoded.is_empty())
            .then(|| messages.versions_moved(adapted.recoded.len())),
    }
}

/// One line per loss; beyond the limit only their number.
#[must_use]
pub fn describe_losses(messages: &Messages, lost: &[LostEntry]) -> Vec<String> {
    let mut lines: Vec<String> = lost
        .iter()
        .take(MAX_LISTED)
        .flat_map(|lost| describe_loss(messages, lost))
        .collect();
    match lost.len().saturating_sub(MAX_LISTED) {
        0 => {}
        more => lines.push(messages.versions_lost_more(more)),
    }
    lines
}

/// A line for answer and note, and one for the evidence.
fn describe_loss(messages: &Messages, lost: &LostEntry) -> impl Iterator<Item = String> + use<> {
    let question = abbreviate(&lost.question);
    let evidence = lost.evidence.as_ref().map(|evidence| {
        messages.versions_lost_evidence(&question, &abbreviate(&evidence.to_line()))
    });
    let entry = match (&lost.answer, &lost.note) {
        (None, None) => None,
        entry => Some(describe_entry(messages, &question, entry)),
    };
    entry.into_iter().chain(evidence)
}

fn describe_entry(
    messages: &Messages,
    question: &str,
    entry: (&Option<Json>, &Option<String>),
) -> String {
    match entry {
        (Some(answer), None) => {
            messages.versions_lost_answer(question, &answer_name(messages, answer))
        }
        (Some(answer), Some(note)) => messages.versions_lost_noted(
            question,
            &answer_name(messages, answer),
            &abbreviate(note),
        ),
        (None, note) => {
            messages.versions_lost_note(question, &abbreviate(note.as_deref().unwrap_or_default()))
        }
    }
}

/// Name of an answer as it is in a file.
fn answer_name(messages: &Messages, answer: &Json) -> String {
    let text = answer.to_string();
    match Answer::parse(answer.as_str().unwrap_or(&text)) {
        Some(Answer::Unknown) => messages.section_unknown().to_owned(),
        Some(Answer::NotApplicable) => messages.section_not_applicable().to_owned(),
        Some(Answer::Level(_)) | None => messages.versions_lost_level(&abbreviate(&text)),
    }
}

#[cfg(test)]
mod tests {
    use assay_core::{Assessment, Model};

    use super::{describe_copy, describe_progress};
    use crate::Messages;

    const ENGLISH: &str = include_str!("../texts/en.json");
    const CHINESE: &str = include_str!("../texts/zh-CN.json");
    const STANDARD: &str = include_str!("../../core/models/v1/standard.json");

    fn effect(texts: &str, answers: &str, notes: &str) -> String {
        let model = Model::parse(STANDARD).unwrap().value;
        let file = format!(
            r#"{{"format":"assay.assessment/1","model":{{"id":"standard","version":"0"}},
            "profile":{{"stance":"adopt"}},"answers":{answers},"notes":{notes}}}"#
        );
        let adapted = Assessment::adapt(&model, &file).unwrap();
        let effect = describe_copy(&Messages::parse(texts).unwrap(), &model, &adapted);
        [vec![effect.sentence], effect.losses].concat().join("\n")
    }

    #[test]
    fn an_unfinished_assessment_is_described_with_its_version_and_size() {
        let sentence = |texts, updated| {
            describe_progress(&Messages::parse(texts).unwrap(), "1", (4, 1), updated)
        };
        assert_eq!(
            sentence(ENGLISH, None),
            "Begun with version 1, 4 answers, 1 note"
        );
        assert_eq!(
            sentence(ENGLISH, Some("2026-11-23T09:00:00Z")),
            "Begun with version 1, 4 answers, 1 note, last changed on 23 November 2026"
        );
        assert_eq!(sentence(CHINESE, None), "用第 1 版开始，4 个回答，1 条备注");
    }

    #[test]
    fn a_copy_lists_each_answer_and_note_that_it_loses() {
        let lost = r#"{"data.domain":3,"a":2,"b":"unknown","c":"not_applicable"}"#;
        insta::assert_snapshot!(effect(ENGLISH, lost, r#"{"a":"why","d":"so"}"#), @r"
        A copy for version 1 loses 3 answers and 2 notes, for which it has no place:
        “a”: level 2, with the note “why”
        “b”: Don’t know
        “c”: Not applicable
        “d”: the note “so”
        ");
        insta::assert_snapshot!(effect(CHINESE, lost, r#"{"a":"why","d":"so"}"#), @r"
        第 1 版的副本会丢失 3 个回答和 2 条备注，因为这一版里没有它们的位置：
        “a”：2 级，附有备注“why”
        “b”：不清楚
        “c”：不适用
        “d”：备注“so”
        ");
    }

    #[test]
    fn a_copy_without_losses_is_described_as_complete() {
        let sentence = effect(ENGLISH, r#"{"data.domain":3}"#, "{}");
        assert_eq!(sentence, "A copy for version 1 keeps everything.");
    }

    #[test]
    fn many_losses_are_counted() {
        let answers: Vec<String> = (0..60).map(|n| format!("\"x{n}\":1")).collect();
        let sentence = effect(ENGLISH, &format!("{{{}}}", answers.join(",")), "{}");
        assert_eq!(sentence.lines().count(), 52);
        assert_eq!(sentence.lines().last(), Some("10 more"));
    }
}
