//! Answers, packed: each question takes as much as its own alphabet needs.
//!
//! One digit a question that the stance has, in the order of the model: 0 for no answer, 1 to 5
//! for the levels, 6 for "don't know", 7 for "not applicable" where that is an answer.

use super::bytes::{Reader, Writer};
use super::number::{Digits, Number};
use crate::{Answer, Answers, Level, Model, Question, QuestionIx, Stance};

/// The questions that a link for this stance has room for. Conditions do not matter: an answer
/// to a hidden question comes back with the question.
pub(super) fn packed_questions(model: &Model, stance: Stance) -> impl Iterator<Item = QuestionIx> {
    model.question_ixs().filter(move |&ix| {
        let only = model.question(ix).stance;
        only.is_none_or(|only| only == stance)
    })
}

/// How many answers a question can have, none among them.
fn radix(question: &Question) -> u32 {
    if question.not_applicable { 8 } else { 7 }
}

/// How many bytes the answers take: the same for all of them.
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
