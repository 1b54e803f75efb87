//! How many questions an assessment has, and how long they take.

use assay_core::link::Invitation;
use assay_core::{Depth, Model, Question, Stance};
use assay_locale::Messages;

/// Returns the questions that can be asked for a stance and depth. Some may be asked only after certain
/// answers.
fn possible_questions(
    model: &Model,
    stance: Stance,
    depth: Depth,
) -> impl Iterator<Item = &Question> {
    let exists = model.existing_questions(stance);
    let questions = model.questions().iter().zip(exists);
    questions
        .filter(move |(question, exists)| *exists && (depth == Depth::Full || question.quick))
        .map(|(question, _)| question)
}

/// Returns the largest number of questions for a stance and depth.
pub(crate) fn count_questions(model: &Model, stance: Stance, depth: Depth) -> usize {
    possible_questions(model, stance, depth).count()
}

/// Estimates the time for a number of questions, in minutes: 0.36 minutes per question less 1.56,
/// at least 1. Short questionnaires are faster per question, because nothing has to be looked up.
pub(crate) fn estimate_minutes(questions: usize) -> usize {
    ((questions * 36).saturating_sub(156) + 50)
        .div_euclid(100)
        .max(1)
}

/// Returns the effort as text, such as "Up to 46 questions, about 15 minutes".
pub(crate) fn effort_sentence(
    messages: &Messages,
    model: &Model,
    stance: Stance,
    depth: Depth,
) -> String {
    describe(messages, possible_questions(model, stance, depth))
}

/// Returns the effort of an invitation as text.
pub(crate) fn invitation_effort(
    messages: &Messages,
    model: &Model,
    invitation: &Invitation,
) -> String {
    let questions = invitation.questions(model).into_iter();
    describe(messages, questions.map(|question| model.question(question)))
}

fn describe<'a>(messages: &Messages, questions: impl Iterator<Item = &'a Question>) -> String {
    let (mut most, mut depends_on_answers) = (0, false);
    for question in questions {
        most += 1;
        depends_on_answers |= question.visible_if.is_some();
    }
    let questions = match depends_on_answers {
        true => messages.start_effort_most(&most.to_string()),
        false => most.to_string(),
    };
    messages.start_effort(&questions, estimate_minutes(most))
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
