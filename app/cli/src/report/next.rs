//! Next steps: the first five actions, and the roadmap in waves.

use assay_core::{ActionIx, PathId};
use assay_locale::{effort_name, format_whole, wave_name};

use super::ReportContext;
use super::page::Page;

/// Number of actions described in full.
const MAX_ACTIONS: usize = 5;

impl ReportContext<'_> {
    pub(super) fn next(&self, page: &mut Page) {
        match self.plan.target {
            Some(aim) if !self.model.actions().is_empty() => self.actions(page, aim),
            Some(_) => {}
            None => self.questions(page),
        }
    }

    fn actions(&self, page: &mut Page, aim: PathId) {
        let messages = self.messages;
        let actions = self.plan.waves.iter().flat_map(|wave| &wave.actions);
        let listed: Vec<ActionIx> = actions.copied().take(MAX_ACTIONS).collect();
        page.heading(&match listed.len() {
            0 => messages.next_heading_plain().to_owned(),
            MAX_ACTIONS => messages.next_heading().to_owned(),
            fewer => messages.next_heading_fewer(fewer),
        });
        page.paragraph(&match listed.is_empty() {
            true => messages.next_none().to_owned(),
            false => messages.next_lead(self.report.path_name(aim)),
        });
        page.gap();
        for (place, &action) in (1..).zip(&listed) {
            let text = self.texts.action(action);
            page.item(&format!("{place}. "), &text.title);
            page.item("   ", &messages.next_effort(self.effort(action)));
            if !text.why.is_empty() {
                page.item("   ", &messages.next_why(&text.why));
            }
            if !text.done.is_empty() {
                page.item("   ", &messages.next_done(&text.done));
            }
        }
    }

    /// Lists the open questions with the most information; unknown without draws.
    fn questions(&self, page: &mut Page) {
        let most = self.certainty.iter();
        let mut most = most
            .flat_map(|known| &known.ask_next)
            .take(MAX_ACTIONS)
            .peekable();
        if most.peek().is_none() {
            return;
        }
        page.heading(self.messages.next_heading_plain());
        page.paragraph(self.messages.next_answers());
        page.gap();
        for (place, (question, _)) in (1..).zip(most) {
            page.item(&format!("{place}. "), &self.texts.question(*question).text);
        }
    }

    pub(super) fn waves(&self, page: &mut Page) {
        let messages = self.messages;
        if self.plan.waves.is_empty() {
            return;
        }
        page.heading(messages.next_roadmap());
        let mut before = self.score.ai_content.value().unwrap_or(0.0);
        for wave in &self.plan.waves {
            page.label(wave_name(messages, wave.wave));
            page.paragraph(
                &messages
                    .next_wave_gain(&format_whole(before), &format_whole(wave.ai_content_after)),
            );
            for &action in &wave.actions {
                page.item("  - ", &self.texts.action(action).title);
            }
            before = wave.ai_content_after;
        }
    }

    fn effort(&self, action: ActionIx) -> &str {
        effort_name(self.messages, self.model.action(action).effort)
    }
}
