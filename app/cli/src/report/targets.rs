//! The targets, if there are some, with what becomes of them with the roadmap.

use assay_core::{Aim, TargetOutlook};
use assay_locale::{format_date, format_target, section_targets_sentence, target_outlook};

use super::ReportContext;
use super::page::Page;

impl ReportContext<'_> {
    pub(super) fn targets(&self, page: &mut Page) {
        if self.targets.is_empty() {
            return;
        }
        let messages = self.messages;
        page.heading(messages.targets_heading());
        let sentence = section_targets_sentence(messages, self.texts, self.targets, self.score);
        if let Some(sentence) = sentence {
            page.paragraph(&sentence);
        }
        if self.plan.target.is_none() {
            return;
        }
        page.label(messages.targets_column_roadmap());
        for outlook in &self.plan.outlooks {
            page.item("  - ", &self.target_line(outlook));
        }
    }

    /// "Data 75 until 30 June 2027 (reached with the actions up to “Next”)".
    fn target_line(&self, outlook: &TargetOutlook) -> String {
        let (messages, texts, targets) = (self.messages, self.texts, self.targets);
        let (name, target, date) = match outlook.aim {
            Aim::Section(section, percent) => {
                let date = targets.sections.get(&section).and_then(|it| it.date);
                (&texts.section(section).title, format_target(percent), date)
            }
            Aim::Question(question, level) => {
                let number = level.get().saturating_add(1).to_string();
                let target = messages.report_column_level(&number);
                let date = targets.questions.get(&question).and_then(|it| it.date);
                (&texts.question(question).text, target, date)
            }
        };
        let state = target_outlook(messages, texts, outlook).state;
        match date {
            None => messages.targets_item(name, &target, &state),
            Some(day) => {
                let day = format_date(messages, Some(&day.to_string()));
                messages.targets_item_until(name, &target, &day, &state)
            }
        }
    }
}
