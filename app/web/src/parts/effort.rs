//! How many questions an assessment has, and how long they take.

use assay_core::{Depth, Model, Stance};
use assay_locale::Messages;

/// Returns the number of questions for a stance and depth, without those that only an answer adds.
pub(crate) fn count_questions(model: &Model, stance: Stance, depth: Depth) -> usize {
    let exists = model.existing_questions(stance);
    let questions = model.questions().iter().zip(exists);
    questions
        .filter(|(question, exists)| *exists && (depth == Depth::Full || question.quick))
        .count()
}

/// Estimates the time for a number of questions, in minutes: 0.36 minutes per question less 1.56,
/// at least 1. Short questionnaires are faster per question, because nothing has to be looked up.
pub(crate) fn estimate_minutes(questions: usize) -> usize {
    ((questions * 36).saturating_sub(156) + 50)
        .div_euclid(100)
        .max(1)
}

/// Returns the effort as text, such as "46 questions, about 15 minutes".
pub(crate) fn effort_sentence(
    messages: &Messages,
    model: &Model,
    stance: Stance,
    depth: Depth,
) -> String {
    let count = count_questions(model, stance, depth);
    messages.start_effort(&count.to_string(), estimate_minutes(count))
}

#[cfg(test)]
mod tests {
    use super::estimate_minutes;

    #[test]
    fn quick_takes_six_minutes_and_full_fifteen() {
        assert_eq!((estimate_minutes(21), estimate_minutes(46)), (6, 15));
        assert_eq!((estimate_minutes(0), estimate_minutes(3)), (1, 1));
    }
}
