//! The example companies of the start page.

mod common;

use assay_core::{
    Answer, Answers, Evaluation, Model, Score, Scorer, Stance, examples, score::ScoreBuffers,
};
use common::{companies, standard};

const EXAMPLES: &str = include_str!("../models/examples.json");

#[test]
fn the_nine_companies_of_the_method_are_the_first_examples() {
    let model = standard();
    let examples = examples::parse_examples(&model, EXAMPLES).unwrap();
    let companies = companies();
    let full = companies
        .iter()
        .filter(|company| !company.name.contains("quick"));
    assert_eq!((examples.len(), full.count()), (21, 9));
    for (example, company) in examples.iter().zip(companies.iter().take(9)) {
        assert_eq!(example.assessment.answers, company.assessment.answers);
        assert_eq!(
            example.assessment.profile.stance,
            company.assessment.profile.stance
        );
    }
}

#[test]
fn each_example_has_a_name_and_a_sentence_in_every_language() {
    for example in examples::parse_examples(&standard(), EXAMPLES).unwrap() {
        for (language, end) in [("en", '.'), ("zh-CN", '。'), ("de", '.'), ("ja", '。')] {
            let about = example.about(language);
            assert!(about.ends_with(end), "{language}: {about}");
            assert!(language == "en" || example.name(language) != example.name("en"));
        }
        assert_eq!(
            example.name("fr"),
            example.name("en"),
            "any is better than none"
        );
    }
}

#[test]
fn the_standard_model_has_no_errors_and_no_warnings() {
    let checked = Model::parse(common::STANDARD).unwrap();
    assert_eq!(checked.warnings, []);
    let exists = |stance| {
        let exists = checked.value.existing_questions(stance);
        exists.into_iter().filter(|exists| *exists).count()
    };
    assert_eq!(exists(Stance::Provide), 46);
    assert_eq!(exists(Stance::Adopt), 42);
    assert!(Stance::ALL.iter().all(|&s| checked.value.offers_quick(s)));
}

#[test]
fn quick_questions_carry_enough_weight_for_a_level() {
    let model = standard();
    for stance in Stance::ALL {
        let mut answers = Answers::empty(&model);
        for (ix, question) in model.question_ixs().zip(model.questions()) {
            if question.quick {
                answers.set(ix, Answer::parse("2"));
            }
        }
        let score = Evaluation::new(&model, stance, &answers).score();
        assert!(
            score.answered.known_weight >= 0.43,
            "{}",
            score.answered.known_weight
        );
        assert!(score.ai_content.level.is_some());
    }
}

#[test]
fn one_scorer_gives_the_same_bits_again_and_again() {
    let model = standard();
    let mut work = ScoreBuffers::default();
    let mut reused = Score::empty();
    for stance in Stance::ALL {
        let scorer = Scorer::new(&model, stance);
        for example in examples::parse_examples(&model, EXAMPLES).unwrap() {
            scorer.score_into(&example.assessment.answers, &mut work, &mut reused);
            assert_eq!(reused, scorer.score(&example.assessment.answers));
        }
    }
}
