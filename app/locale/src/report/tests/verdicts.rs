//! Recommendation, confidence and limiting section.

use assay_core::link::ConfidenceSummary;
use assay_core::{
    Certainty, ConfidenceLevel as Confidence, PathId, PathStatus, Range, Recommendation,
};

use super::Company;
use crate::Language;

/// A certainty with these shares of first ranks; no path in the remaining draws.
fn drawn(company: &Company, confidence: f64, level: Confidence, first: [f64; 4]) -> Certainty {
    Certainty {
        draws: 100,
        rank_acceptability: first.map(|share| [share, 0.0, 0.0, 0.0]),
        confidence: Some(confidence),
        level: Some(level),
        ..Certainty::without_draws(&company.score)
    }
}

fn foundations(language: Language) -> Company {
    let mut company = Company::of("insurer", language);
    company.score.recommendation = Recommendation::FoundationsFirst {
        nearest: PathId::Maas,
    };
    company
}

#[test]
fn foundations_first_is_sure_of_no_path_and_not_of_the_nearest() {
    let mut sentences = String::new();
    for language in [Language::English, Language::Chinese] {
        let company = foundations(language);
        for (confidence, level, first) in [
            (1.0, Confidence::Clear, [0.0; 4]),
            (0.8, Confidence::Likely, [0.2, 0.0, 0.0, 0.0]),
            (0.6, Confidence::Leaning, [0.1, 0.3, 0.0, 0.0]),
            (0.4, Confidence::TooClose, [0.1, 0.3, 0.0, 0.2]),
        ] {
            let certainty = drawn(&company, confidence, level, first);
            sentences += &company.report().confidence(&certainty).unwrap();
            sentences.push('\n');
        }
    }
    insta::assert_snapshot!(sentences);
}

#[test]
fn a_contest_is_between_paths() {
    let mut company = Company::of("insurer", Language::English);
    company.score.recommendation = Recommendation::Path {
        path: PathId::Maas,
        tied: Vec::new(),
        runner_up: None,
    };
    let two = drawn(&company, 0.3, Confidence::TooClose, [0.3, 0.1, 0.0, 0.0]);
    let alone = drawn(&company, 0.45, Confidence::TooClose, [0.45, 0.0, 0.0, 0.0]);
    let report = company.report();
    insta::assert_snapshot!(
        [two, alone]
            .map(|c| report.confidence(&c).unwrap())
            .join("\n")
    );
}

#[test]
fn paths_without_a_status_are_not_described_as_lacking_anything() {
    for (language, blocked, unknown) in [
        (
            Language::English,
            "No other path is open: each lacks something that it cannot do without.",
            "No other path is open so far. Too little is known yet to judge Open source.",
        ),
        (
            Language::Chinese,
            "没有其他可走的路径：每一条都缺少必不可少的条件。",
            "目前没有其他可走的路径。已知的回答太少，还判断不了开源。",
        ),
    ] {
        let mut company = Company::of("insurer", language);
        company.score.recommendation = Recommendation::Path {
            path: PathId::Maas,
            tied: Vec::new(),
            runner_up: None,
        };
        for path in &mut company.score.paths {
            path.status = PathStatus::Blocked;
        }
        let stance = company.assessment.profile.stance;
        let sentences = company.report().describe_recommendation(stance).sentences;
        assert!(
            sentences.iter().any(|sentence| sentence == blocked),
            "{sentences:?}"
        );
        company.score.paths[2].status = PathStatus::Unknown;
        let sentences = company.report().describe_recommendation(stance).sentences;
        assert!(
            sentences.iter().any(|sentence| sentence == unknown),
            "{sentences:?}"
        );
    }
}

#[test]
fn sections_far_apart_are_not_in_balance_though_nothing_is_lost() {
    let mut company = Company::of("insurer", Language::English);
    company.score.ai_content.lost_to_imbalance = Some(0.0);
    let at = |value: f64| {
        Some(Range {
            low: value,
            value: Some(value),
            high: value,
        })
    };
    company.score.sections = vec![at(100.0), at(0.0)];
    assert_eq!(company.report().limiting_section(), None);
    company.score.sections = vec![at(60.0), at(50.0)];
    let sentences = company.report().limiting_section().unwrap();
    assert_eq!(
        sentences,
        "Its elements are in balance: none holds the others back."
    );
    company.score.sections = vec![at(60.0)];
    assert_eq!(company.report().limiting_section(), None);
}

#[test]
fn confidence_in_brief_has_the_word_of_the_sentence_and_is_missing_without_a_recommendation() {
    let mut company = Company::of("insurer", Language::English);
    let likely = drawn(&company, 0.8, Confidence::Likely, [0.8, 0.2, 0.0, 0.0]);
    let stated = ConfidenceSummary::Level(Confidence::Likely);
    let report = company.report();
    assert_eq!(
        report.confidence_in_brief(&likely).unwrap(),
        "How sure: likely, under 80 of 100 plausible priorities"
    );
    assert_eq!(
        report.stated_confidence_in_brief(stated).unwrap(),
        "How sure: likely"
    );
    company.score.recommendation = Recommendation::NotEnoughAnswers;
    let report = company.report();
    assert_eq!(report.confidence_in_brief(&likely), None);
    assert_eq!(report.stated_confidence_in_brief(stated), None);
}
