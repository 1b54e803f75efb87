//! Properties of links for every model and every set of answers.

use super::scores::check_steps;
use super::*;

proptest! {
    #[test]
    fn assessments_come_back(
        (model, assessment) in models().prop_flat_map(answered),
        profile: bool,
        notes: bool,
    ) {
        let include = LinkOptions { profile, notes, ..ALL };
        let payload = link::encode(&model, &assessment, include).unwrap();
        let again = opened(&model, &payload);
        let mut expected = assessment.clone();
        if !profile {
            let stance = assessment.profile.stance;
            expected.profile = Assessment::new(&model, stance, Depth::Full).profile;
        }
        if !notes {
            expected.notes = Notes::new();
        }
        prop_assert_eq!(&again, &expected);
        prop_assert_eq!(link::encode(&model, &again, ALL).unwrap(), payload);
    }

    #[test]
    fn scores_come_back((model, assessment) in models().prop_flat_map(answered)) {
        let payload = link::encode(&model, &assessment, SCORES).unwrap();
        let scores = opened_scores(&model, &payload);
        let stance = assessment.profile.stance;
        let expected = Evaluation::new(&model, stance, &assessment.answers).score();
        prop_assert_eq!(scores.encode(&model).unwrap(), payload);
        check_steps(&scores.score, &expected);
    }

    #[test]
    fn hostile_texts_stay_plain_texts(name in any_text(), note in any_text()) {
        let model = standard();
        let mut assessment = full(&model, Stance::Provide, Depth::Full);
        assessment.profile.name = name;
        if !note.is_empty() {
            assessment.notes.insert(model.question_ixs().nth(3).unwrap(), note);
        }
        let again = opened(&model, &link::encode(&model, &assessment, ALL).unwrap());
        prop_assert_eq!(again, assessment);
    }
}
