//! The recommendation, its confidence, and the four paths in order.

use assay_core::{Certainty, Recommendation};
use assay_locale::join_list;

use super::ReportContext;
use super::page::Page;
use super::wrap::width;

impl ReportContext<'_> {
    pub(super) fn paths(&self, page: &mut Page) {
        let verdict = self.report.describe_recommendation(self.stance);
        page.heading(self.messages.path_heading());
        page.paragraph(&verdict.name);
        page.gap();
        for sentence in &verdict.sentences {
            page.paragraph(sentence);
        }
        if self.score.recommendation != Recommendation::NotEnoughAnswers
            && let Some(certainty) = self.certainty
        {
            self.confidence(page, certainty);
        }
        self.ranked_paths(page);
    }

    fn confidence(&self, page: &mut Page, certainty: &Certainty) {
        page.gap();
        page.paragraph(&self.report.confidence(certainty).unwrap_or_default());
        page.paragraph(&self.report.first_ranks(certainty));
        page.paragraph(self.messages.path_thresholds());
    }

    fn ranked_paths(&self, page: &mut Page) {
        page.label(self.messages.path_others());
        let ranked = self.score.ranked();
        let names = ranked
            .iter()
            .map(|path| width(self.report.path_name(path.id)))
            .max();
        for path in ranked {
            let name = format!("{}. {}", path.rank, self.report.path_name(path.id));
            page.bar(
                names.unwrap_or(0).saturating_add(3),
                &name,
                path.fit,
                &self.format_range(path.fit),
            );
            for need in self
                .report
                .unmet_thresholds(self.stance, &self.assessment.answers, path)
            {
                page.item("   - ", &need.sentence);
                if !need.raises.is_empty() {
                    page.item(
                        "     ",
                        &self
                            .messages
                            .path_lift(&join_list(self.messages, &need.raises)),
                    );
                }
            }
            for sentence in self.report.path_status(self.stance, path) {
                page.item("   - ", &sentence);
            }
        }
    }
}
