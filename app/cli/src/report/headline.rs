//! Title, AI content with range and meaning, and sections.

use assay_core::Range;
use assay_locale::{format_whole, self_assessment_line};

use super::ReportContext;
use super::page::Page;
use super::wrap::width;

impl ReportContext<'_> {
    pub(super) fn headline(&self, page: &mut Page) {
        let messages = self.messages;
        let name = self.assessment.profile.name.trim();
        page.title(messages.results_certificate());
        page.paragraph(&self_assessment_line(
            messages,
            name,
            self.assessment.last_changed(),
        ));
        page.paragraph(&messages.results_model_line(self.model.id(), self.model.version()));
        self.other_stance_note(page);
        page.heading(messages.results_ai_content());
        let value = self.report.content_figure();
        let unit = self
            .score
            .ai_content
            .value()
            .map_or("", |_| messages.results_unit());
        let level = self
            .score
            .ai_content
            .level
            .map(|level| self.report.level_name(level));
        let figure = format!("{value} {unit}  {}", level.unwrap_or_default());
        page.paragraph(figure.trim_end());
        let plausible = self.certainty.and_then(|certainty| certainty.plausible);
        page.paragraph(&self.report.range(plausible));
        page.gap();
        page.paragraph(&self.report.meaning(name));
        page.paragraph(&self.report.limiting_section().unwrap_or_default());
    }

    /// States the stance if it is not that of the assessment.
    fn other_stance_note(&self, page: &mut Page) {
        let own = self.assessment.profile.stance;
        if self.stance != own {
            let answers = &self.assessment.answers;
            let asks = self.report.other_stance_heading(self.stance);
            let adds = self
                .report
                .other_stance_added_questions(own, self.stance, answers);
            page.paragraph(&self.messages.list_sentences(asks, &adds));
        }
    }

    pub(super) fn sections(&self, page: &mut Page) {
        let messages = self.messages;
        page.heading(messages.sections_heading_any());
        let title = |index| {
            self.texts
                .section(assay_core::SectionIx::new(index))
                .title
                .as_str()
        };
        let count = self.model.sections().len();
        let names = (0..count)
            .map(|index| width(title(index)))
            .max()
            .unwrap_or(0);
        for (index, range) in self.score.sections.iter().enumerate() {
            page.bar(names, title(index), *range, &self.format_range(*range));
        }
        page.gap();
        page.paragraph(&self.report.sections_sentence());
    }

    /// The value, with its interval if answers are open.
    pub(super) fn format_range(&self, range: Option<Range>) -> String {
        let none = self.messages.sections_none();
        let Some(range) = range else {
            return none.to_owned();
        };
        let value = range.value.map_or_else(|| none.to_owned(), format_whole);
        if range.width() > 0.0 {
            format!(
                "{value:>3} ({}\u{2013}{})",
                format_whole(range.low),
                format_whole(range.high)
            )
        } else {
            format!("{value:>3}")
        }
    }
}
