//! The answers that are tried out.

use std::sync::Arc;

use assay_core::{
    Answer, Answers, Certainty, DEFAULT_DRAWS, Evaluation, QuestionIx, Score, Simulation,
    Visibility,
};
use leptos::prelude::*;

use super::super::result_view::ResultView;
use crate::browser::slices;

/// The answers that are tried out, and what follows from them.
#[derive(Clone)]
pub(super) struct WhatIf {
    pub(super) result: ResultView,
    pub(super) answers: ArcRwSignal<Answers>,
    /// `None` until the simulation of these answers has ended.
    pub(super) certainty: ArcRwSignal<Option<Arc<Certainty>>>,
    /// Increases with every change; a simulation of an earlier value stops.
    pub(super) revision: ArcRwSignal<u32>,
    /// Increases with every reset; the selections are rebuilt.
    pub(super) reset_count: ArcRwSignal<u32>,
    pub(super) score: ArcMemo<Score>,
    pub(super) visible: ArcMemo<Visibility>,
}

impl WhatIf {
    pub(super) fn new(result: &ResultView) -> Self {
        let answers = ArcRwSignal::new(result.assessment.answers.clone());
        let (model, stance) = (result.model.clone(), result.assessment.profile.stance);
        let score = {
            let (model, answers) = (model.clone(), answers.clone());
            ArcMemo::new(move |_| answers.with(|a| Evaluation::new(&model, stance, a).score()))
        };
        let visible = {
            let answers = answers.clone();
            ArcMemo::new(move |_| {
                answers.with(|a| Visibility::new(Evaluation::new(&model, stance, a)))
            })
        };
        Self {
            result: result.clone(),
            answers,
            certainty: ArcRwSignal::new(None),
            revision: ArcRwSignal::new(0),
            reset_count: ArcRwSignal::new(0),
            score,
            visible,
        }
    }

    pub(super) fn set_answer(&self, question: QuestionIx, answer: Option<Answer>) {
        self.answers.update(|answers| answers.set(question, answer));
        self.simulate();
    }

    pub(super) fn restore_answers(&self) {
        self.answers.set(self.result.assessment.answers.clone());
        self.revision.update(|turn| *turn = turn.wrapping_add(1));
        self.reset_count
            .update(|round| *round = round.wrapping_add(1));
    }

    pub(super) fn real_answer(&self, question: QuestionIx) -> Option<Answer> {
        self.result.assessment.answers.get(question)
    }

    pub(super) fn is_changed(&self, question: QuestionIx) -> bool {
        self.answers.with(|answers| answers.get(question)) != self.real_answer(question)
    }

    /// Returns the number of answers that differ from the actual ones (reactive).
    pub(super) fn changed_count(&self) -> usize {
        self.result
            .model
            .question_ixs()
            .filter(|question| self.is_changed(*question))
            .count()
    }

    /// Returns the certainty of the current answers (reactive); `None` while the simulation runs.
    pub(super) fn current_certainty(&self) -> Option<Arc<Certainty>> {
        if self.changed_count() == 0 {
            self.result.certainty.get()
        } else {
            self.certainty.get()
        }
    }

    /// Simulates the current answers in time slices; stops when they change again.
    fn simulate(&self) {
        self.certainty.set(None);
        self.revision.update(|turn| *turn = turn.wrapping_add(1));
        let (turn, mine) = (self.revision.clone(), self.revision.get_untracked());
        let stance = self.result.assessment.profile.stance;
        let simulation = self.answers.with_untracked(|answers| {
            Simulation::new(
                Evaluation::new(&self.result.model, stance, answers),
                DEFAULT_DRAWS,
            )
        });
        let certainty = self.certainty.clone();
        // The panel shows no questions to ask.
        slices::run_simulation(
            simulation.without_ask_next(),
            move || turn.get_untracked() == mine,
            move |found| certainty.set(Some(Arc::new(found))),
        );
    }
}
