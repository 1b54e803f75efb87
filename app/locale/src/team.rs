//! Sentences about the answers of a team.

use assay_core::team::{
    Agreement, AgreementLevel, ConsensusProgress, LevelRange, MemberComparison, MergedAnswers,
};
use assay_core::{Answer, Level, Model, PathId, QuestionIx, Recommendation, SectionIx, Texts};

use crate::{Messages, format_tenth, format_whole, localize_decimals};

/// Describes one team.
#[derive(Clone, Copy)]
pub struct TeamReport<'a> {
    messages: &'a Messages,
    texts: &'a Texts,
    model: &'a Model,
    merged: &'a MergedAnswers,
    /// Names of the members, in their order.
    names: &'a [String],
}

impl<'a> TeamReport<'a> {
    /// A report on these members with these names.
    #[must_use]
    pub fn new(
        messages: &'a Messages,
        texts: &'a Texts,
        model: &'a Model,
        merged: &'a MergedAnswers,
        names: &'a [String],
    ) -> Self {
        Self {
            messages,
            texts,
            model,
            merged,
            names,
        }
    }

    /// The distribution of the answers to a question, with the median.
    #[must_use]
    pub fn spread(&self, question: QuestionIx) -> String {
        let (messages, spread) = (self.messages, self.merged.distribution(question));
        let levels = Level::ALL.into_iter().zip(spread.levels);
        let mut parts: Vec<String> = levels
            .filter(|&(_, count)| count > 0)
            .map(|(level, count)| messages.team_spread_level(count as usize, &level_number(level)))
            .collect();
        for (count, say) in [
            (
                spread.unknown,
                Messages::team_spread_unknown as fn(&Messages, usize) -> String,
            ),
            (spread.not_applicable, Messages::team_spread_not_applicable),
            (spread.missing, Messages::team_spread_missing),
        ] {
            if count > 0 {
                parts.push(say(messages, count as usize));
            }
        }
        let mut text = messages.team_spread_sentence(&self.join_parts(&parts));
        if let Some(LevelRange { low, high }) = spread.median().filter(|_| spread.known() > 1) {
            let median = if low == high {
                messages.team_spread_median(&level_number(low))
            } else {
                messages.team_spread_median_two(&level_number(low), &level_number(high))
            };
            text = messages.list_sentences(&text, &median);
        }
        match spread.mean_difference().filter(|apart| *apart > 0.0) {
            Some(apart) => messages.list_sentences(
                &text,
                &messages.team_spread_apart(&format_tenth(messages, apart)),
            ),
            None => text,
        }
    }

    /// Joins parts without marking the last one.
    fn join_parts(&self, parts: &[String]) -> String {
        let joined = parts.iter().cloned();
        joined
            .reduce(|text, part| self.messages.list_more(&text, &part))
            .unwrap_or_default()
    }

    /// Meaning of the agreement over all questions.
    #[must_use]
    pub fn agreement(&self) -> &'a str {
        let messages = self.messages;
        match self.merged.agreement.level() {
            AgreementLevel::NothingToCompare => messages.team_agree_nothing(),
            AgreementLevel::Alike => messages.team_agree_alike(),
            AgreementLevel::Strong => messages.team_agree_strong(),
            AgreementLevel::Fair => messages.team_agree_fair(),
            AgreementLevel::Weak => messages.team_agree_weak(),
            AgreementLevel::None => messages.team_agree_none(),
        }
    }

    /// An agreement in a word or two.
    #[must_use]
    pub fn agreement_label(&self, agreement: &Agreement) -> &'a str {
        let messages = self.messages;
        match agreement.level() {
            AgreementLevel::NothingToCompare => messages.team_accord_nothing(),
            AgreementLevel::Alike => messages.team_accord_alike(),
            AgreementLevel::Strong => messages.team_accord_strong(),
            AgreementLevel::Fair => messages.team_accord_fair(),
            AgreementLevel::Weak => messages.team_accord_weak(),
            AgreementLevel::None => messages.team_accord_none(),
        }
    }

    /// Derivation of the agreement over all questions.
    #[must_use]
    pub fn agreement_derivation(&self) -> String {
        let agreement = self.merged.agreement;
        let (answers, questions) = (
            agreement.answers.to_string(),
            agreement.questions.to_string(),
        );
        match agreement.alpha {
            Some(value) => self.messages.team_agree_how_sums(
                &answers,
                &questions,
                &format_tenth(self.messages, agreement.observed),
                &format_tenth(self.messages, agreement.expected),
                &format_alpha(self.messages, value),
            ),
            None => self.messages.team_agree_how_none(&answers, &questions),
        }
    }

    /// The range of the AI content caused by disagreement, in a few words; `None` without a value.
    #[must_use]
    pub fn range(&self) -> Option<String> {
        let (low, high) = self.merged.outcome.ai_content()?;
        let (low, high) = (format_whole(low), format_whole(high));
        Some(if low == high {
            self.messages.team_result_range_none().to_owned()
        } else {
            self.messages.team_result_range(&low, &high)
        })
    }

    /// Effect of the disagreement on the AI content; `None` without a value.
    #[must_use]
    pub fn content_range(&self) -> Option<String> {
        let (low, high) = self.merged.outcome.ai_content()?;
        let (low, high) = (format_whole(low), format_whole(high));
        Some(if low == high {
            self.messages.team_result_between_none().to_owned()
        } else {
            self.messages.team_result_between(&low, &high)
        })
    }

    /// Recommendation by the median answers, and how many members' own answers agree with it.
    #[must_use]
    pub fn path(&self) -> String {
        let messages = self.messages;
        let name = match &self.merged.outcome.score.recommendation {
            Recommendation::Path { path, .. } => self.texts.path(*path).title.as_str(),
            Recommendation::FoundationsFirst { .. } => messages.path_foundations(),
            Recommendation::NotEnoughAnswers => messages.path_not_enough(),
        };
        let sentence = messages.team_result_path(name);
        let path = self.merged.outcome.score.recommendation.path();
        match path.filter(|_| self.merged.members.len() > 1) {
            Some(path) => messages.list_sentences(&sentence, &self.members_with_path(path)),
            None => sentence,
        }
    }

    fn members_with_path(&self, path: PathId) -> String {
        let members = &self.merged.members;
        let same = members.iter().filter(|one| one.path == Some(path)).count();
        self.messages
            .team_result_path_own(&same.to_string(), &members.len().to_string())
    }

    /// Section scores by median answers, with the interval caused by disagreement.
    #[must_use]
    pub fn sections(&self) -> String {
        let sections = (0..self.model.sections().len()).map(SectionIx::new);
        let parts: Vec<String> = sections
            .filter_map(|section| {
                let (low, high) = self.merged.outcome.section(section)?;
                let score = self.merged.outcome.score.sections.get(section.index());
                let value = score.copied().flatten()?.value?;
                let title = &self.texts.section(section).title;
                Some(self.messages.team_result_section(
                    title,
                    &format_whole(value),
                    &format_whole(low),
                    &format_whole(high),
                ))
            })
            .collect();
        self.messages.team_result_sections(&self.join_parts(&parts))
    }

    /// One sentence for each outlier.
    #[must_use]
    pub fn outlier_sentences(&self) -> Vec<String> {
        let members = self.merged.members.iter().zip(self.names);
        members
            .filter(|(member, _)| member.is_outlier)
            .filter_map(|(member, name)| self.outlier_sentence(member, name))
            .collect()
    }

    fn outlier_sentence(&self, member: &MemberComparison, name: &str) -> Option<String> {
        let (distance, lean) = (member.distance?, member.lean?);
        let levels = format_tenth(self.messages, distance);
        let (messages, count) = (self.messages, member.compared);
        // Mixed, unless most of the distance lies in one direction.
        Some(if lean > distance / 2.0 {
            messages.team_apart_more(name, count, &levels)
        } else if -lean > distance / 2.0 {
            messages.team_apart_less(name, count, &levels)
        } else {
            messages.team_apart_mixed(name, count, &levels)
        })
    }

    /// Summary of one member's own answers.
    #[must_use]
    pub fn member_summary(&self, member: usize) -> String {
        let standpoint = self.merged.members.get(member).copied().unwrap_or_default();
        let content = standpoint.ai_content;
        let content =
            content.map_or_else(|| self.messages.results_no_value().to_owned(), format_whole);
        self.messages.team_member_line(standpoint.known, &content)
    }

    /// An answer as the choices of the group name it.
    #[must_use]
    pub fn answer(&self, answer: Answer) -> String {
        match answer {
            Answer::Level(level) => level_number(level),
            Answer::Unknown => self.messages.section_unknown().to_owned(),
            Answer::NotApplicable => self.messages.section_not_applicable().to_owned(),
        }
    }

    /// Progress of the group: what is settled and, where there are any, on how many questions all
    /// agree and how many nobody could answer.
    #[must_use]
    pub fn progress(&self, progress: ConsensusProgress) -> String {
        let messages = self.messages;
        let settled = messages.team_agreed_progress(
            &progress.settled.to_string(),
            &progress.disputed.to_string(),
        );
        let alike = (progress.alike > 0).then(|| messages.team_agreed_alike(progress.alike));
        let unanswered =
            (progress.open > 0).then(|| messages.team_agreed_unanswered(progress.open));
        let further = alike.into_iter().chain(unanswered);
        further.fold(settled, |text, sentence| {
            messages.list_sentences(&text, &sentence)
        })
    }
}

/// Alpha with two decimals, the usual precision.
#[must_use]
pub fn format_alpha(messages: &Messages, value: f64) -> String {
    // Avoids "-0.00".
    let rounded = (value * 100.0).round() / 100.0 + 0.0;
    localize_decimals(messages, &format!("{rounded:.2}"))
}

/// A level as the questionnaire numbers it, from 1.
fn level_number(level: Level) -> String {
    level.get().saturating_add(1).to_string()
}

#[cfg(test)]
mod tests;
