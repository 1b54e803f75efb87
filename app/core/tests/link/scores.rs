//! Links without answers.

use super::*;

/// Returns whether a step contains the computed figure and has the width of a step.
fn holds(step: Option<Range>, exact: Option<Range>) -> bool {
    let value = |range: Option<Range>| range.and_then(|range| range.value);
    match (step, value(step), value(exact)) {
        (Some(step), Some(_), Some(exact)) => {
            let width = step.high - step.low;
            step.low <= exact + 1e-9 && exact <= step.high && width >= 10.0
        }
        (_, decoded, exact) => decoded.is_none() && exact.is_none(),
    }
}

/// Checks that a link without answers contains the allowed figures of a score and no others.
pub(super) fn check_steps(decoded: &Score, exact: &Score) {
    let Precision::Steps(resolution) = decoded.precision else {
        panic!("exact figures in a link without answers");
    };
    assert!(holds(decoded.ai_content.range, exact.ai_content.range));
    assert_eq!(decoded.ai_content.level, exact.ai_content.level);
    for (decoded, exact) in decoded.sections.iter().zip(&exact.sections) {
        assert!(holds(*decoded, *exact) || resolution == Resolution::Level);
    }
    if decoded.precision.includes_paths() {
        let order = |score: &Score| score.paths.each_ref().map(|path| (path.rank, path.status));
        assert_eq!(order(decoded), order(exact));
        assert_eq!(decoded.recommendation, exact.recommendation);
    } else if decoded.precision.includes_sections() {
        assert_eq!(
            decoded.recommendation.target_path(),
            exact.recommendation.target_path()
        );
    }
    let silent = |path: &PathScore| {
        let lacks = path.blocked_by.len() + path.unverified.len();
        path.fit.is_none() && lacks == 0 && path.shortfall == 0.0 && path.coverage == 0.0
    };
    assert!(decoded.paths.iter().all(silent));
    assert!(decoded.criteria.iter().all(Option::is_none));
    assert_eq!(decoded.answered, AnswerCoverage::default());
    assert_eq!(
        (decoded.faith, decoded.all_in),
        (TagScore::default(), TagScore::default())
    );
    assert_eq!(decoded.ai_content.arithmetic, None);
}

#[test]
fn a_link_without_answers_holds_the_result_of_every_case_in_steps() {
    for case in companies().into_iter().chain(edge_cases()) {
        let stance = case.assessment.profile.stance;
        let payload = link::encode(&case.model, &case.assessment, SCORES).unwrap();
        let scores = opened_scores(&case.model, &payload);
        let expected = Evaluation::new(&case.model, stance, &case.assessment.answers).score();
        println!("{}", case.name);
        check_steps(&scores.score, &expected);
        assert_eq!(scores.profile, case.assessment.profile);
    }
}

#[test]
fn the_fewer_answers_there_are_the_less_a_link_without_them_tells() {
    let answered = |known| AnswerCoverage {
        known,
        ..AnswerCoverage::default()
    };
    for (known, sections, expected) in [
        (46, 4, Resolution::Fifths),
        (21, 4, Resolution::Thirds),
        (144, 12, Resolution::Fifths),
        (48, 12, Resolution::Halves),
        (24, 12, Resolution::Level),
        (8, 4, Resolution::Halves),
        (7, 1, Resolution::Level),
    ] {
        assert_eq!(
            Resolution::for_coverage(answered(known), sections),
            expected,
            "{known}"
        );
    }
}

#[test]
fn scores_carry_the_level_of_confidence() {
    let model = standard();
    let sent_confidence = |depth, word| {
        let include = LinkOptions {
            confidence: word,
            ..SCORES
        };
        let mut assessment = full(&model, Stance::Provide, Depth::Full);
        if depth == Depth::Quick {
            for ix in model.question_ixs().filter(|&ix| !model.question(ix).quick) {
                assessment.answers.set(ix, None);
            }
        }
        let payload = link::encode(&model, &assessment, include).unwrap();
        opened_scores(&model, &payload).confidence
    };
    for word in ConfidenceLevel::ALL {
        assert_eq!(
            sent_confidence(Depth::Full, Some(word)),
            Some(ConfidenceSummary::Level(word))
        );
        let likely = matches!(word, ConfidenceLevel::Clear | ConfidenceLevel::Likely);
        let quick = sent_confidence(Depth::Quick, Some(word));
        assert_eq!(quick, Some(ConfidenceSummary::AtLeastLikely(likely)));
    }
    assert_eq!(sent_confidence(Depth::Full, None), None);
    assert_eq!(sent_confidence(Depth::Quick, None), None);
}
