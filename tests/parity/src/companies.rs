//! Companies that are generated from a number alone. They differ in the rates of missing answers
//! and of "don't know".

use assay_core::{Answer, Assessment, Depth, Level, Model, Question, Stance};

/// SplitMix64 (Steele, Lea & Flood, 2014). It is independent of the core's generator, which is
/// under test.
struct Random(u64);

impl Random {
    /// A number below `sides`, which is small: the numbers are as good as equally likely.
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }

    /// True in `percent` of 100 cases.
    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// How a company answers; each rate is a number of 100 questions.
struct AnswerRates {
    /// Twice the level around which the answers lie.
    double_level: u64,
    /// The rate of questions without an answer.
    missing: u64,
    /// The rate of "don't know" among the others.
    unknown: u64,
    /// The rate of "not applicable" among the rest, where the model allows it.
    not_applicable: u64,
}

/// The company with this number: both stances and both depths in turn.
pub(crate) fn generate_company(model: &Model, number: u64) -> Assessment {
    let (stance, depth) = match number % 4 {
        0 => (Stance::Provide, Depth::Quick),
        1 => (Stance::Adopt, Depth::Quick),
        2 => (Stance::Provide, Depth::Full),
        _ => (Stance::Adopt, Depth::Full),
    };
    let mut dice = Random(number.wrapping_mul(0xd134_2543_de82_ef95));
    let manner = AnswerRates {
        double_level: dice.below(9),
        missing: 20 * dice.below(6),
        unknown: 10 * dice.below(4),
        not_applicable: 20 * dice.below(4),
    };
    let mut company = Assessment::new(model, stance, depth);
    for (ix, question) in model.question_ixs().zip(model.questions()) {
        if depth == Depth::Full || question.quick {
            let answer = generate_answer(&mut dice, &manner, question);
            company.answers.set(ix, answer);
        }
    }
    company
}

fn generate_answer(dice: &mut Random, manner: &AnswerRates, question: &Question) -> Option<Answer> {
    if dice.chance(manner.missing) {
        None
    } else if dice.chance(manner.unknown) {
        Some(Answer::Unknown)
    } else if question.not_applicable && dice.chance(manner.not_applicable) {
        Some(Answer::NotApplicable)
    } else {
        let level = ((manner.double_level + dice.below(5)) / 2).saturating_sub(1);
        let level = Level::ALL.get(usize::try_from(level).unwrap_or_default());
        Some(Answer::Level(level.copied().unwrap_or(Level::HIGHEST)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::COMPANY_COUNT;

    fn model() -> Model {
        let text = include_str!("../../../app/core/models/standard.json");
        Model::parse(text).unwrap().value
    }

    #[test]
    fn the_companies_differ_in_stance_depth_and_every_kind_of_answer() {
        let model = model();
        let companies: Vec<_> = (0..COMPANY_COUNT)
            .map(|n| generate_company(&model, n))
            .collect();
        for stance in [Stance::Provide, Stance::Adopt] {
            for depth in [Depth::Quick, Depth::Full] {
                let of_this_kind: Vec<_> = companies
                    .iter()
                    .filter(|c| c.profile.stance == stance && c.depth == depth)
                    .collect();
                assert_eq!(of_this_kind.len(), 250);
                // No quick question of the standard model can be "not applicable".
                let only_full = (depth == Depth::Full).then_some("not_applicable");
                for word in ["0", "1", "2", "3", "4", "unknown"]
                    .into_iter()
                    .chain(only_full)
                {
                    let answer = Answer::parse(word).unwrap();
                    let given = |c: &&&Assessment| c.answers.iter().any(|(_, a)| a == answer);
                    assert!(of_this_kind.iter().filter(given).count() > 20, "{word}");
                }
                assert!(of_this_kind.iter().any(|c| c.answers.is_empty()));
            }
        }
        let complete = |c: &&Assessment| c.answers.len() == model.questions().len();
        assert!(companies.iter().filter(complete).count() > 20);
    }

    #[test]
    fn no_two_companies_with_answers_are_alike() {
        let model = model();
        let mut answers: Vec<Vec<_>> = (0..COMPANY_COUNT)
            .map(|n| generate_company(&model, n).answers.iter().collect())
            .filter(|answers: &Vec<_>| answers.len() > 9)
            .collect();
        let all = answers.len();
        answers.sort();
        answers.dedup();
        assert!(all > 600, "only {all} have ten answers or more");
        assert_eq!(answers.len(), all);
    }
}
