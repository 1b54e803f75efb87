//! A result for people: the sentences of the result page, in 80 columns.

mod headline;
mod next;
mod page;
mod paths;
mod wrap;

use assay_core::Scorer;
use assay_core::{
    Answers, Assessment, Certainty, Evaluation, Model, PathId, Recommendation, Roadmap, Score,
    Simulation, Stance, Texts,
};
use assay_locale::{Language, Messages, Report};

use crate::args::Score as Asked;
use page::Page;

/// Everything that a report says something about.
struct Said<'a> {
    words: &'a Messages,
    texts: &'a Texts,
    model: &'a Model,
    stance: Stance,
    assessment: &'a Assessment,
    score: &'a Score,
    /// How sure it is, if draws were asked for.
    certainty: Option<&'a Certainty>,
    plan: &'a Roadmap,
    report: Report<'a>,
}

/// The report on an assessment.
pub(crate) fn write_report(
    model: &Model,
    texts: &Texts,
    language: Language,
    assessment: &Assessment,
    asked: &Asked,
) -> String {
    let words = Messages::embedded(language);
    let stance = asked.stance.unwrap_or(assessment.profile.stance);
    let answers = &assessment.answers;
    let evaluation = Evaluation::new(model, stance, answers);
    let scorer = Scorer::new(model, stance);
    let score = scorer.score(answers);
    let certainty = (asked.draws > 0).then(|| {
        let states = scorer.question_states(answers);
        let mut simulation = Simulation::from_score(evaluation, &states, &score, asked.draws);
        simulation.run(asked.draws);
        simulation.finish()
    });
    let said = Said {
        words: &words,
        texts,
        model,
        stance,
        assessment,
        score: &score,
        certainty: certainty.as_ref(),
        plan: &evaluation.roadmap(),
        report: Report::new(&words, texts, model, &score),
    };
    let mut page = Page::default();
    said.headline(&mut page);
    said.sections(&mut page);
    said.conviction(&mut page);
    said.paths(&mut page);
    if asked.full {
        said.changes(&mut page, answers);
    }
    said.next(&mut page);
    if asked.full {
        said.waves(&mut page);
    }
    said.how(&mut page);
    page.into_text()
}

impl Said<'_> {
    fn conviction(&self, page: &mut Page) {
        page.heading(self.words.faith_heading());
        page.paragraph(&self.report.conviction());
    }

    /// What would change the recommendation, and which answers matter most.
    fn changes(&self, page: &mut Page, answers: &Answers) {
        if self.score.recommendation == Recommendation::NotEnoughAnswers {
            return;
        }
        let evaluation = Evaluation::new(self.model, self.stance, answers);
        let now = self.score.recommendation.path();
        let changes: Vec<_> = PathId::ALL
            .into_iter()
            .filter(|path| Some(*path) != now)
            .map(|path| (path, evaluation.smallest_change(path)))
            .collect();
        page.heading(self.words.change_heading());
        page.paragraph(&self.report.nearest_paths(&changes));
        for (path, change) in &changes {
            let way = self.report.describe_change(answers, *path, change);
            page.gap();
            page.paragraph(&way.sentence);
            for raise in &way.raises {
                page.item("  - ", raise);
            }
        }
        let swings = evaluation.sensitivity();
        page.heading(self.words.tornado_heading());
        page.paragraph(&self.report.largest_swing(&self.report.swings(&swings)));
    }

    fn how(&self, page: &mut Page) {
        let words = self.words;
        page.heading(words.how_heading());
        page.paragraph(words.how_sections());
        page.paragraph(&self.report.content_derivation().unwrap_or_default());
        page.paragraph(&self.report.level_derivation());
        page.paragraph(words.how_path());
        page.paragraph(words.how_self());
    }
}
