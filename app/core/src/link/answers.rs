//! Packs answers as a mixed-radix number.
//!
//! Each question that the stance has is one digit, in the order of the model: 0 for no answer, 1 to
//! 5 for the levels, 6 for "don't know", 7 for "not applicable" if the question allows it.

use super::bytes::{Reader, Writer};
use super::number::{Digits, Number};
use crate::{Answer, Answers, Level, Model, Question, QuestionIx, Stance};

/// Iterates over the questions that a link of this stance contains. Conditions are ignored, so that
/// answers to hidden questions are preserved.
pub(super) fn packed_questions(model: &Model, stance: Stance) -> impl Iterator<Item = QuestionIx> {
    model.question_ixs().filter(move |&ix| {
        let only = model.question(ix).stance;
        only.is_none_or(|only| only == stance)
    })
}

/// Returns the radix: the number of possible answers, including none.
fn radix(question: &Question) -> u32 {
    if question.not_applicable { 8 } else { 7 }
}

/// Returns the length in bytes, which does not depend on the answers.
fn width(model: &Model, stance: Stance) -> usize {
    let radices: Vec<u32> = packed_questions(model, stance)
        .map(|ix| radix(model.question(ix)))
        .collect();
    Number::largest(radices.into_iter()).to_bytes().len()
}

pub(super) fn write(out: &mut Writer, model: &Model, stance: Stance, answers: &Answers) {
    let mut digits = Digits::default();
    for ix in packed_questions(model, stance) {
        let question = model.question(ix);
        let digit = match answers.get(ix) {
            None => 0,
            Some(Answer::Level(level)) => 1 + u32::from(level.get()),
            Some(Answer::Unknown) => 6,
            Some(Answer::NotApplicable) if question.not_applicable => 7,
            Some(Answer::NotApplicable) => 0,
        };
        digits.push(radix(question), digit);
    }
    let bytes = digits.number().to_bytes();
    let zeros = width(model, stance).saturating_sub(bytes.len());
    out.bytes(&vec![0; zeros]);
    out.bytes(&bytes);
}

pub(super) fn read(fields: &mut Reader<'_>, model: &Model, stance: Stance) -> Option<Answers> {
    let mut number = Number::from_bytes(fields.bytes(width(model, stance))?);
    let mut answers = Answers::empty(model);
    for ix in packed_questions(model, stance) {
        answers.set(ix, answer(number.take(radix(model.question(ix)))));
    }
    number.is_zero().then_some(answers)
}

fn answer(digit: u32) -> Option<Answer> {
    match digit {
        0 => None,
        6 => Some(Answer::Unknown),
        7 => Some(Answer::NotApplicable),
        level => {
            let level = u8::try_from(level).ok()?.checked_sub(1)?;
            Level::new(level).map(Answer::Level)
        }
    }
}
