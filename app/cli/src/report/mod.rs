//! A result for people: the sentences of the result page, in 80 columns.

mod headline;
mod next;
mod page;
mod paths;
mod targets;
mod wrap;

use assay_core::Scorer;
use assay_core::{
    Answers, Assessment, Certainty, Evaluation, Model, PathId, Recommendation, Roadmap, Score,
    Simulation, Stance, Targets, Texts,
};
use assay_locale::{Language, Messages, Report};

use crate::args::Score as Arguments;
use page::Page;

/// Everything that a report is written from.
struct ReportContext<'a> {
    messages: &'a Messages,
    texts: &'a Texts,
    model: &'a Model,
    stance: Stance,
    assessment: &'a Assessment,
    score: &'a Score,
    /// `None` without draws.
    certainty: Option<&'a Certainty>,
    plan: &'a Roadmap,
    /// The targets of the assessment.
    targets: &'a Targets,
    report: Report<'a>,
}

/// Writes the report on an assessment.
pub(crate) fn write_report(
    model: &Model,
    texts: &Texts,
    language: Language,
    assessment: &Assessment,
    arguments: &Arguments,
) -> String {
    let messages = Messages::embedded(language);
    let stance = arguments.stance.unwrap_or(assessment.profile.stance);
    let answers = &assessment.answers;
    let evaluation = Evaluation::new(model, stance, answers);
    let scorer = Scorer::new(model, stance);
    let score = scorer.score(answers);
    let certainty = (arguments.draws > 0).then(|| {
        let states = scorer.question_states(answers);
        let mut simulation = Simulation::from_score(evaluation, &states, &score, arguments.draws);
        simulation.run(arguments.draws);
        simulation.finish()
    });
    let targets = assessment.targets(model);
    let context = ReportContext {
        messages: &messages,
        texts,
        model,
        stance,
        assessment,
        score: &score,
        certainty: certainty.as_ref(),
        plan: &evaluation.roadmap_towards(&targets),
        targets: &targets,
        report: Report::new(&messages, texts, model, &score),
    };
    context.write(arguments.full)
}

impl ReportContext<'_> {
    /// Writes all parts; `full` adds changes and roadmap.
    fn write(&self, full: bool) -> String {
        let mut page = Page::default();
        self.headline(&mut page);
        self.sections(&mut page);
        self.targets(&mut page);
        self.conviction(&mut page);
        self.paths(&mut page);
        if full {
            self.changes(&mut page, &self.assessment.answers);
        }
        self.next(&mut page);
        if full {
            self.waves(&mut page);
        }
        self.derivation(&mut page);
        page.into_text()
    }

    fn conviction(&self, page: &mut Page) {
        page.heading(self.messages.faith_heading());
        page.paragraph(&self.report.conviction());
    }

    /// Writes the smallest changes and the most sensitive answers.
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
        page.heading(self.messages.change_heading());
        page.paragraph(&self.report.nearest_paths(&changes));
        for (path, change) in &changes {
            let way = self.report.describe_change(*path, change);
            page.gap();
            page.paragraph(&way.sentence);
            for raise in &way.raises {
                page.item("  - ", raise);
            }
        }
        let swings = evaluation.sensitivity();
        page.heading(self.messages.tornado_heading());
        page.paragraph(&self.report.largest_swing(&self.report.swings(&swings)));
    }

    fn derivation(&self, page: &mut Page) {
        let messages = self.messages;
        page.heading(messages.how_heading());
        page.paragraph(messages.how_sections());
        page.paragraph(&self.report.content_derivation().unwrap_or_default());
        page.paragraph(&self.report.level_derivation());
        page.paragraph(messages.how_path());
        page.paragraph(messages.how_self());
    }
}
