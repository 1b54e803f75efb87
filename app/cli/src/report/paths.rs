//! The recommendation, how sure it is, and the four paths in order.

use assay_core::{Certainty, PathId, Recommendation, Words as Sure};
use assay_locale::{list, percent};

use super::Said;
use super::page::Page;
use super::wrap::width;

impl Said<'_> {
    pub(super) fn paths(&self, page: &mut Page) {
        let verdict = self.report.verdict(self.stance);
        page.heading(self.words.path_heading());
        page.paragraph(&verdict.name);
        page.gap();
        for sentence in &verdict.sentences {
            page.paragraph(sentence);
        }
        if self.score.recommendation != Recommendation::NotEnoughAnswers
            && let Some(certainty) = self.certainty
        {
            self.sure(page, certainty);
        }
        self.in_order(page);
    }

    fn sure(&self, page: &mut Page, certainty: &Certainty) {
        let words = self.words;
        let shares = shares(certainty);
        let name = |path: Option<PathId>| {
            path.map_or_else(|| words.sure_none(), |path| self.report.path(path))
        };
        page.gap();
        if let Some((confidence, word)) = certainty.confidence.zip(certainty.words) {
            let share = percent(confidence);
            page.paragraph(&match word {
                Sure::Clear => words.sure_clear(&share),
                Sure::Likely => words.sure_likely(&share),
                Sure::Leaning => words.sure_leaning(&share),
                Sure::TooClose => {
                    let contest: Vec<&str> =
                        shares.iter().take(2).map(|(path, _)| name(*path)).collect();
                    words.sure_too_close(&share, &list(words, &contest))
                }
            });
        }
        let named: Vec<String> = shares
            .iter()
            .filter(|(_, share)| *share >= 0.005)
            .map(|(path, share)| words.sure_share(name(*path), &percent(*share)))
            .collect();
        page.paragraph(&words.sure_shares(&list(words, &named)));
        page.paragraph(words.path_thresholds());
    }

    fn in_order(&self, page: &mut Page) {
        page.label(self.words.path_others());
        let ranked = self.score.ranked();
        let names = ranked
            .iter()
            .map(|path| width(self.report.path(path.id)))
            .max();
        for path in ranked {
            let name = format!("{}. {}", path.rank, self.report.path(path.id));
            page.bar(
                names.unwrap_or(0).saturating_add(3),
                &name,
                path.fit,
                &self.figures(path.fit),
            );
            for need in self
                .report
                .needs(self.stance, &self.assessment.answers, path)
            {
                page.item("   - ", &need.sentence);
                if !need.raises.is_empty() {
                    page.item(
                        "     ",
                        &self.words.path_lift(&list(self.words, &need.raises)),
                    );
                }
            }
            for sentence in self.report.standing(self.stance, path) {
                page.item("   - ", &sentence);
            }
        }
    }
}

/// The share of draws in which each path comes first, the largest first; `None` is no path.
fn shares(certainty: &Certainty) -> Vec<(Option<PathId>, f64)> {
    let places = certainty
        .first_places()
        .map(|(path, share)| (Some(path), share));
    let some: f64 = places.iter().map(|(_, share)| share).sum();
    let mut shares = places.to_vec();
    shares.push((None, (1.0 - some).max(0.0)));
    shares.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    shares
}
