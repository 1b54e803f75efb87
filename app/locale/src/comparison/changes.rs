//! Changes from one result to another.

use assay_core::compare::{ChangeKind, Changes, Response};
use assay_core::{Answer, QuestionIx, Range};

use super::Comparison;
use crate::format_tenth;

impl Comparison<'_> {
    /// How many of the shared answers changed, in which way, and how the AI content changed.
    #[must_use]
    pub fn changes(&self, changes: &Changes, before: usize, after: usize) -> Vec<String> {
        let counted = changes.count();
        let of = (counted.changed() + counted.same).to_string();
        let (from, to) = (self.label(before), self.label(after));
        let mut sentences = match counted.changed() {
            0 => vec![self.messages.compare_changes_none(from, to, &of)],
            changed => vec![self.messages.compare_changes_count(from, to, changed, &of)],
        };
        let tally: Vec<String> = [
            (counted.up, ChangeKind::Up),
            (counted.down, ChangeKind::Down),
            (counted.answered, ChangeKind::Answered),
            (counted.reopened, ChangeKind::Reopened),
            (counted.other, ChangeKind::Other),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, way)| {
            self.messages
                .compare_changes_part(&count.to_string(), self.change_label(way))
        })
        .collect();
        if tally.len() > 1 {
            let parts = tally
                .into_iter()
                .reduce(|parts, part| self.messages.list_more(&parts, &part));
            sentences.push(
                self.messages
                    .compare_changes_tally(&parts.unwrap_or_default()),
            );
        }
        sentences.extend(self.content_change(before, after));
        sentences
    }

    fn content_change(&self, before: usize, after: usize) -> Option<String> {
        let content = |result: usize| self.results.get(result)?.score.ai_content.value();
        let (from, to) = (content(before)?, content(after)?);
        let points = format_tenth(self.messages, (to - from).abs());
        let (said_from, said_to) = (
            format_tenth(self.messages, from),
            format_tenth(self.messages, to),
        );
        Some(if said_from == said_to {
            self.messages.compare_changes_content_same(&said_to)
        } else if to > from {
            self.messages
                .compare_changes_content_up(&said_from, &said_to, &points)
        } else {
            self.messages
                .compare_changes_content_down(&said_from, &said_to, &points)
        })
    }

    /// A section's score before and after.
    #[must_use]
    pub fn section_change(&self, before: Option<Range>, after: Option<Range>) -> String {
        let value = |range: Option<Range>| {
            let value = range.and_then(|range| range.value);
            value.map_or_else(
                || self.messages.sections_none().to_owned(),
                |value| format_tenth(self.messages, value),
            )
        };
        self.messages
            .compare_changes_arrow(&value(before), &value(after))
    }

    /// The kind of change in a word or two.
    #[must_use]
    pub fn change_label(&self, way: ChangeKind) -> &str {
        match way {
            ChangeKind::Same => self.messages.compare_way_same(),
            ChangeKind::Up => self.messages.compare_way_up(),
            ChangeKind::Down => self.messages.compare_way_down(),
            ChangeKind::Answered => self.messages.compare_way_settled(),
            ChangeKind::Reopened => self.messages.compare_way_opened(),
            ChangeKind::Other => self.messages.compare_way_otherwise(),
        }
    }

    /// A result's answer to a question, as text.
    #[must_use]
    pub fn answer_text(&self, question: QuestionIx, response: Response) -> String {
        match response {
            Response::NotAsked => self.messages.compare_said_not_asked().to_owned(),
            Response::Unanswered => self.messages.answers_none().to_owned(),
            Response::Answer(Answer::Unknown) => self.messages.section_unknown().to_owned(),
            Response::Answer(Answer::NotApplicable) => {
                self.messages.section_not_applicable().to_owned()
            }
            Response::Answer(Answer::Level(level)) => {
                let levels = &self.texts.question(question).levels;
                let text = levels
                    .get(usize::from(level.get()))
                    .map_or("", String::as_str);
                self.messages
                    .whatif_choice(&(level.get() + 1).to_string(), text)
            }
        }
    }
}
