//! Builds the content from an assessment.

use assay_core::{Evaluation, Maturity, Recommendation, Scorer, SectionIx, Simulation};
use assay_locale::{Report, format_date, format_tenth, sanitize_line, self_assessment_line};

use super::answers::answers_content;
use super::method::method_content;
use super::outline::Table;
use super::paths::paths_content;
use super::plan::{changes_content, plan_content};
use super::source::{Computed, ReportSource};
use super::targets::{TargetsContent, targets_content};
use super::{
    CertificateContent, Figures, FindingContent, RecommendationContent, ReportContent,
    ScaleContent, SectionsContent, chart,
};
use crate::labels::labels;

impl ReportContent {
    /// Computes and words a report.
    ///
    /// The same source gives the same content on every machine.
    #[must_use]
    pub fn build(source: &ReportSource<'_>) -> Self {
        let answers = &source.assessment.answers;
        let evaluation = Evaluation::new(source.model, source.stance, answers);
        let scorer = Scorer::new(source.model, source.stance);
        let score = scorer.score(answers);
        let certainty = (source.draws > 0).then(|| {
            let states = scorer.question_states(answers);
            let mut simulation = Simulation::from_score(evaluation, &states, &score, source.draws);
            simulation.run(source.draws);
            simulation.finish()
        });
        let name = sanitize_line(&source.assessment.profile.name)
            .trim()
            .to_owned();
        let computed = Computed {
            source: *source,
            evaluation,
            score: &score,
            certainty: certainty.as_ref(),
            report: Report::new(source.messages, source.texts, source.model, &score),
            name: &name,
        };
        computed.content()
    }
}

impl Computed<'_> {
    fn content(&self) -> ReportContent {
        let source = &self.source;
        let figures = Figures::new(source, self.score);
        let targets = source.assessment.targets(source.model);
        let roadmap = self.evaluation.roadmap_towards(&targets);
        let targets = targets_content(self, &targets, &roadmap);
        let company = match self.name {
            "" => source.messages.compare_unnamed(),
            name => name,
        };
        ReportContent {
            language: source.language,
            brand: source.brand.clone(),
            day: source.day,
            company: company.to_owned(),
            certificate: self.certificate(),
            finding: self.finding(),
            sections: self.sections(&figures, targets.as_ref()),
            targets,
            recommendation: self.recommendation(),
            paths: paths_content(self),
            changes: changes_content(self),
            plan: plan_content(self, &roadmap),
            method: method_content(self),
            answers: answers_content(self, &figures),
            labels: labels(source.messages),
            figures,
        }
    }

    fn certificate(&self) -> CertificateContent {
        let messages = self.source.messages;
        let moment = self.source.assessment.last_changed();
        let value = self.report.content_figure();
        let content = &self.score.ai_content;
        let figure = match content.value() {
            Some(_) => messages.figure_percent(&value),
            None => value,
        };
        let plausible = self.certainty.and_then(|certainty| certainty.plausible);
        let day = self
            .source
            .day
            .map(|day| format_date(messages, Some(&day.to_string())));
        let level = content.level.map(|level| self.report.level_name(level));
        let sure = self.certainty;
        let sure = sure.and_then(|certainty| self.report.confidence_in_brief(certainty));
        CertificateContent {
            heading: messages.results_certificate().to_owned(),
            origin: self_assessment_line(messages, self.name, moment),
            model: messages.results_model_line(self.source.model.id(), self.source.model.version()),
            day: day.map_or_else(String::new, |day| messages.report_day(&day)),
            measure: messages.results_ai_content().to_owned(),
            figure,
            range: self.report.range(plausible),
            level: level.unwrap_or_default().to_owned(),
            scale: self.scale(plausible),
            path_heading: messages.path_heading().to_owned(),
            path: self.report.describe_recommendation(self.source.stance).name,
            confidence: sure.unwrap_or_default(),
        }
    }

    fn scale(&self, plausible: Option<(f64, f64)>) -> ScaleContent {
        let content = &self.score.ai_content;
        let value = content.value();
        let possible = content.range.map(|range| (range.low, range.high));
        let range = self.report.shown_plausible(plausible).or(possible);
        ScaleContent {
            levels: Maturity::ALL.map(|level| self.report.level_name(level).to_owned()),
            level: content.level,
            value,
            range: range.filter(|(low, high)| high > low),
        }
    }

    fn finding(&self) -> FindingContent {
        let details = [
            self.report.limiting_section(),
            Some(self.report.conviction()),
        ];
        FindingContent {
            heading: self.source.messages.report_finding().to_owned(),
            sentence: self.report.meaning(self.name),
            details: details.into_iter().flatten().collect(),
        }
    }

    fn sections(&self, figures: &Figures, targets: Option<&TargetsContent>) -> SectionsContent {
        let messages = self.source.messages;
        SectionsContent {
            heading: messages.sections_heading_any().to_owned(),
            sentence: self.report.sections_sentence(),
            radar: chart::radar(messages, &self.report, &figures.sections, targets),
            bars: chart::section_bars(messages, &self.report, &figures.sections, targets),
            table: self.sections_table(figures),
            conviction_heading: messages.faith_heading().to_owned(),
            conviction: self.report.conviction(),
        }
    }

    fn sections_table(&self, figures: &Figures) -> Table {
        let messages = self.source.messages;
        let none = || messages.sections_none().to_owned();
        let number =
            |value: Option<f64>| value.map_or_else(none, |value| format_tenth(messages, value));
        let rows = figures.sections.iter().enumerate().map(|(index, section)| {
            let range = section.range;
            vec![
                self.source
                    .texts
                    .section(SectionIx::new(index))
                    .title
                    .clone(),
                number(range.and_then(|range| range.value)),
                number(range.map(|range| range.low)),
                number(range.map(|range| range.high)),
            ]
        });
        Table {
            columns: vec![
                messages.sections_column_section().to_owned(),
                messages.sections_column_value().to_owned(),
                messages.sections_column_low().to_owned(),
                messages.sections_column_high().to_owned(),
            ],
            numeric: vec![false, true, true, true],
            widths: vec![40, 20, 20, 20],
            rows: rows.collect(),
        }
    }

    fn recommendation(&self) -> RecommendationContent {
        let messages = self.source.messages;
        let found = self.report.describe_recommendation(self.source.stance);
        let recommended = self.score.recommendation.target_path().is_some();
        let certainty = self.certainty.filter(|_| recommended);
        let confidence = certainty.map(|certainty| {
            let mut sentences = Vec::from_iter(self.report.confidence(certainty));
            sentences.push(self.report.first_ranks(certainty));
            sentences.push(messages.path_thresholds().to_owned());
            sentences
        });
        RecommendationContent {
            heading: match &self.score.recommendation {
                Recommendation::Path { tied, .. } if tied.is_empty() => {
                    messages.report_path_title(&found.name)
                }
                _ => found.name,
            },
            sentences: found.sentences,
            confidence: confidence.unwrap_or_default(),
        }
    }
}
