//! The input of every computation.

use crate::{Answers, Model, Stance};

/// A set of answers to a model for a stance: the input of every computation.
///
/// The methods are defined beside the types that they return: [`score`](Self::score),
/// [`certainty`](Self::certainty), [`sensitivity`](Self::sensitivity),
/// [`smallest_change`](Self::smallest_change), [`lift`](Self::lift), [`roadmap`](Self::roadmap) and
/// [`result`](Self::result). It borrows its parts and is cheap to copy.
///
/// ```
/// use assay_core::{Answer, Answers, Evaluation, Level, Model, Stance};
///
/// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
/// let model = Model::parse(file)?.value;
/// let mut answers = Answers::empty(&model);
/// for question in model.question_ixs() {
///     answers.set(question, Some(Answer::Level(Level::HIGHEST)));
/// }
/// let evaluation = Evaluation::new(&model, Stance::Adopt, &answers);
/// assert_eq!(evaluation.score().ai_content.value(), Some(100.0));
/// # Ok::<(), assay_core::Problems>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evaluation<'a> {
    /// The model.
    pub model: &'a Model,
    /// The stance, which determines the visible questions and the weights of the paths.
    pub stance: Stance,
    /// The answers, which must have been created for the model.
    pub answers: &'a Answers,
}

impl<'a> Evaluation<'a> {
    /// Creates an evaluation of answers that were created for the model.
    #[must_use]
    pub fn new(model: &'a Model, stance: Stance, answers: &'a Answers) -> Self {
        Self {
            model,
            stance,
            answers,
        }
    }
}
