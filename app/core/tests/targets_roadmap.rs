//! The roadmap that aims at targets.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

mod common;

use assay_core::{
    ActionIx, Aim, Answer, Assessment, Depth, Level, Model, QuestionTarget, Roadmap, RoadmapRun,
    SectionIx, SectionTarget, Stance, TargetOutcome, TargetScore, Targets,
};
use common::standard;
use proptest::prelude::*;

fn answered(model: &Model, levels: &[u8]) -> Assessment {
    let mut assessment = Assessment::new(model, Stance::Adopt, Depth::Full);
    for (question, level) in model.question_ixs().zip(levels.iter().cycle()) {
        let answer = Level::new(*level).map(Answer::Level);
        assessment.answers.set(question, answer);
    }
    assessment
}

fn aim_at(assessment: &mut Assessment, model: &Model, section: SectionIx, percent: f64) {
    let target = SectionTarget {
        score: TargetScore::new(percent).unwrap(),
        date: None,
    };
    assessment.set_section_target(model, section, Some(target));
}

fn planned(assessment: &Assessment, model: &Model) -> Roadmap {
    let targets = assessment.targets(model);
    assessment.evaluation(model).roadmap_towards(&targets)
}

fn actions(roadmap: &Roadmap) -> Vec<ActionIx> {
    let waves = roadmap.waves.iter();
    waves.flat_map(|wave| wave.actions.clone()).collect()
}

#[test]
fn without_targets_the_roadmap_is_the_usual_one() {
    let model = standard();
    let assessment = answered(&model, &[1, 2, 3]);
    let usual = assessment.evaluation(&model).roadmap();
    assert_eq!(planned(&assessment, &model), usual);
    assert!(usual.towards_targets.is_empty() && usual.outlooks.is_empty());
}

#[test]
fn actions_that_lead_to_the_target_come_first() {
    let model = standard();
    for (index, section) in model.sections().iter().enumerate() {
        let section_ix = SectionIx::new(index);
        let mut assessment = answered(&model, &[1]);
        aim_at(&mut assessment, &model, section_ix, 60.0);
        let roadmap = planned(&assessment, &model);
        let first = *actions(&roadmap).first().unwrap();
        assert!(roadmap.towards_targets.contains(&first), "{}", section.id);
        let mut raises = model.action(first).raises.iter();
        let leads = raises.any(|raise| model.question(raise.question).section == section_ix);
        assert!(leads, "{}", section.id);
    }
}

#[test]
fn a_target_is_reached_now_with_a_wave_or_not_at_all() {
    let model = standard();
    let mut assessment = answered(&model, &[1]);
    aim_at(&mut assessment, &model, SectionIx::new(0), 20.0);
    aim_at(&mut assessment, &model, SectionIx::new(1), 30.0);
    aim_at(&mut assessment, &model, SectionIx::new(2), 100.0);
    let question = model.find_question("data.domain").unwrap();
    let target = QuestionTarget {
        level: Level::new(1).unwrap(),
        date: None,
    };
    assessment.set_question_target(&model, question, Some(target));
    let roadmap = planned(&assessment, &model);
    let outcomes: Vec<TargetOutcome> = roadmap.outlooks.iter().map(|it| it.outcome).collect();
    assert_eq!(outcomes[0], TargetOutcome::Reached);
    assert!(
        matches!(outcomes[1], TargetOutcome::ReachedIn(_)),
        "{outcomes:?}"
    );
    assert!(
        matches!(outcomes[2], TargetOutcome::NotReached(state) if state.gap() > Some(0.0)),
        "{outcomes:?}"
    );
    assert_eq!(outcomes[3], TargetOutcome::Reached);
    assert_eq!(
        roadmap.outlooks[3].aim,
        Aim::Question(question, target.level)
    );
}

#[test]
fn a_reached_target_changes_no_order() {
    let model = standard();
    let mut assessment = answered(&model, &[2]);
    let usual = assessment.evaluation(&model).roadmap();
    aim_at(&mut assessment, &model, SectionIx::new(0), 10.0);
    let roadmap = planned(&assessment, &model);
    assert_eq!(actions(&roadmap), actions(&usual));
    assert!(roadmap.towards_targets.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_targets_give_a_roadmap_within_its_limits_whose_first_action_is_known_early(
        levels in prop::collection::vec(0..6_u8, 1..9),
        sections in prop::collection::vec((0..4_usize, 0..=100_u8), 0..4),
        questions in prop::collection::vec((0..30_usize, 0..5_u8), 0..5),
    ) {
        let model = standard();
        let mut assessment = answered(&model, &levels);
        for (section, percent) in sections {
            aim_at(&mut assessment, &model, SectionIx::new(section), f64::from(percent));
        }
        for (question, level) in questions {
            let target = QuestionTarget { level: Level::new(level).unwrap(), date: None };
            let question = assay_core::QuestionIx::new(question);
            assessment.set_question_target(&model, question, Some(target));
        }
        let targets: Targets = assessment.targets(&model);
        let roadmap = planned(&assessment, &model);
        prop_assert_eq!(&planned(&assessment, &model), &roadmap);
        let count = targets.sections.len() + targets.questions.len();
        prop_assert_eq!(roadmap.outlooks.len(), count);
        let listed = actions(&roadmap);
        let run = RoadmapRun::towards(assessment.evaluation(&model), &targets);
        prop_assert_eq!(run.first_action(&model), listed.first().copied());
        prop_assert!(roadmap.towards_targets.iter().all(|one| listed.contains(one)));
        let effort = roadmap.waves.last().map_or(0, |wave| wave.effort);
        prop_assert!(effort <= assay_core::roadmap::MAX_EFFORT);
    }
}
