//! The targets, as far as there are some, with what becomes of them with the roadmap.

use assay_locale::{section_targets_sentence, target_outlook};

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
        page.gap();
        for outlook in &self.plan.outlooks {
            let words = target_outlook(messages, self.texts, outlook);
            let line = messages.targets_roadmap_line(&words.target, &words.state);
            page.item("  - ", &line);
        }
    }
}
