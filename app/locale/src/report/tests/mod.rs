//! Reports on the example companies, in both languages.

mod derivations;
mod verdicts;

use std::fmt::Write as _;

use assay_core::{Assessment, Evaluation, Model, PathId, Score, Texts, examples, link};

use super::Report;
use crate::{Language, Messages, test_files};

/// A company with everything that a report needs.
struct Company {
    messages: Messages,
    texts: Texts,
    model: Model,
    assessment: Assessment,
    score: Score,
}

/// A result whose recommendation depends on single answers, in both directions.
const IN_THE_BALANCE: &str = "AQACBxwQ0Vszw-XGmHgmPigJkewX28s";

impl Company {
    fn of(id: &str, language: Language) -> Self {
        Self::with(language, |model| {
            let companies = include_str!("../../../../core/models/examples.json");
            let companies = examples::parse_examples(model, companies).unwrap();
            let company = companies.into_iter().find(|company| company.id == id);
            company.unwrap().assessment
        })
    }

    fn in_the_balance(language: Language) -> Self {
        Self::with(language, |model| {
            match link::decode(&[model], IN_THE_BALANCE).unwrap() {
                link::DecodedLink::Assessment { assessment, .. } => *assessment,
                other => panic!("{other:?}"),
            }
        })
    }

    fn with(language: Language, assessment: impl FnOnce(&Model) -> Assessment) -> Self {
        let model = include_str!("../../../../core/models/standard.json");
        let model = Model::parse(model).unwrap().value;
        let assessment = assessment(&model);
        Self {
            messages: test_files::messages(language),
            texts: test_files::wording(&model, language),
            score: assessment.evaluation(&model).score(),
            model,
            assessment,
        }
    }

    fn report(&self) -> Report<'_> {
        Report::new(&self.messages, &self.texts, &self.model, &self.score)
    }

    /// The detailed parts of a results page, as a screen reader presents them.
    fn details(&self) -> String {
        let mut text = String::new();
        self.write_priorities(&mut text);
        self.write_changes(&mut text);
        self.write_swings(&mut text);
        text
    }

    fn write_priorities(&self, text: &mut String) {
        let (stance, answers) = (self.assessment.profile.stance, &self.assessment.answers);
        let certainty = Evaluation::new(&self.model, stance, answers).certainty(2_000);
        let report = self.report();
        let lead = report
            .priorities_introduction(&certainty)
            .unwrap_or_default();
        writeln!(text, "{lead}").unwrap();
        for priorities in report.priorities(&certainty) {
            writeln!(text, "- {}", priorities.sentence).unwrap();
            for bar in priorities.bars {
                writeln!(
                    text,
                    "    {} {} ({:+.1})",
                    bar.name, bar.figure, bar.deviation
                )
                .unwrap();
            }
        }
    }

    fn write_changes(&self, text: &mut String) {
        let (stance, answers) = (self.assessment.profile.stance, &self.assessment.answers);
        let now = self.score.recommendation.path();
        let others = PathId::ALL.into_iter().filter(|path| Some(*path) != now);
        let changes: Vec<_> = others
            .map(|path| {
                (
                    path,
                    Evaluation::new(&self.model, stance, answers).smallest_change(path),
                )
            })
            .collect();
        writeln!(text, "{}", self.report().nearest_paths(&changes)).unwrap();
        for (path, change) in &changes {
            let way = self.report().describe_change(*path, change);
            writeln!(text, "- {}", way.sentence).unwrap();
            for raise in way.raises {
                writeln!(text, "    {raise}").unwrap();
            }
        }
    }

    fn write_swings(&self, text: &mut String) {
        let (stance, answers) = (self.assessment.profile.stance, &self.assessment.answers);
        let swings = Evaluation::new(&self.model, stance, answers).sensitivity();
        let swings = self.report().swings(&swings);
        writeln!(text, "{}", self.report().largest_swing(&swings)).unwrap();
        for swing in swings {
            let [lower, higher] = swing.figures;
            writeln!(text, "- {}: {lower} {higher}", swing.question).unwrap();
            for turn in swing.path_changes.into_iter().flatten() {
                writeln!(text, "    {turn}").unwrap();
            }
        }
    }
}

#[test]
fn sensitivities_are_described_in_english() {
    insta::assert_snapshot!(
        "insurer_english",
        Company::of("insurer", Language::English).details()
    );
    insta::assert_snapshot!(
        "school_english",
        Company::of("school", Language::English).details()
    );
}

#[test]
fn sensitivities_are_described_in_chinese() {
    insta::assert_snapshot!(
        "insurer_chinese",
        Company::of("insurer", Language::Chinese).details()
    );
}

#[test]
fn an_answer_that_changes_the_recommendation_names_the_new_path() {
    for (name, language) in [
        ("turns_english", Language::English),
        ("turns_chinese", Language::Chinese),
    ] {
        let mut text = String::new();
        Company::in_the_balance(language).write_swings(&mut text);
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn at_most_ten_answers_are_listed_the_greatest_swing_first() {
    let company = Company::of("cloud", Language::English);
    let (stance, answers) = (
        company.assessment.profile.stance,
        &company.assessment.answers,
    );
    let swings = company
        .report()
        .swings(&Evaluation::new(&company.model, stance, answers).sensitivity());
    assert_eq!(swings.len(), 10);
    let sizes = swings
        .iter()
        .map(|swing| swing.changes[0].abs().max(swing.changes[1].abs()));
    assert!(sizes.collect::<Vec<_>>().is_sorted_by(|a, b| a >= b));
}

#[test]
fn bars_of_priorities_lean_at_most_as_far_as_the_longest() {
    let company = Company::of("medical", Language::English);
    let (stance, answers) = (
        company.assessment.profile.stance,
        &company.assessment.answers,
    );
    let certainty = Evaluation::new(&company.model, stance, answers).certainty(500);
    let priorities = company.report().priorities(&certainty);
    let leans: Vec<f64> = priorities
        .iter()
        .flat_map(|p| p.bars.iter().map(|bar| bar.deviation))
        .collect();
    assert!(leans.iter().all(|lean| lean.abs() <= 1.0));
    assert!(
        priorities
            .iter()
            .all(|priorities| priorities.bars.len() <= 4)
    );
}
