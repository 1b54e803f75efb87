//! What if: every answer can be tried out beside the real ones, which stay as they are.

mod answers;
mod figures;

use std::sync::Arc;

use crate::view::{IntoView, view};
use assay_core::{
    Answer, Answers, Certainty, DEFAULT_DRAWS, Evaluation, QuestionIx, Score, Simulation,
    Visibility,
};
use leptos::prelude::*;

use super::ResultView;
use crate::browser::slices;
use crate::parts::fold::fold;

/// Answers that are tried out, with what follows from them.
#[derive(Clone)]
struct WhatIf {
    result: ResultView,
    answers: ArcRwSignal<Answers>,
    /// Empty until the draws for these answers are made.
    certainty: ArcRwSignal<Option<Arc<Certainty>>>,
    /// Grows with every change, so that draws for earlier answers stop.
    revision: ArcRwSignal<u32>,
    /// Grows when the real answers come back and the choices are made anew.
    reset_count: ArcRwSignal<u32>,
    score: ArcMemo<Score>,
    visible: ArcMemo<Visibility>,
}

impl WhatIf {
    fn new(shown: &ResultView) -> Self {
        let answers = ArcRwSignal::new(shown.assessment.answers.clone());
        let (model, stance) = (shown.model.clone(), shown.assessment.profile.stance);
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
            result: shown.clone(),
            answers,
            certainty: ArcRwSignal::new(None),
            revision: ArcRwSignal::new(0),
            reset_count: ArcRwSignal::new(0),
            score,
            visible,
        }
    }

    fn set_answer(&self, question: QuestionIx, answer: Option<Answer>) {
        self.answers.update(|answers| answers.set(question, answer));
        self.simulate();
    }

    fn restore_answers(&self) {
        self.answers.set(self.result.assessment.answers.clone());
        self.revision.update(|turn| *turn = turn.wrapping_add(1));
        self.reset_count
            .update(|round| *round = round.wrapping_add(1));
    }

    fn real_answer(&self, question: QuestionIx) -> Option<Answer> {
        self.result.assessment.answers.get(question)
    }

    fn is_changed(&self, question: QuestionIx) -> bool {
        self.answers.with(|answers| answers.get(question)) != self.real_answer(question)
    }

    /// How many answers differ from the real ones.
    fn changed_count(&self) -> usize {
        self.result
            .model
            .question_ixs()
            .filter(|question| self.is_changed(*question))
            .count()
    }

    /// How sure the result of these answers is, once that is known.
    fn current_certainty(&self) -> Option<Arc<Certainty>> {
        if self.changed_count() == 0 {
            self.result.certainty.get()
        } else {
            self.certainty.get()
        }
    }

    /// Draws anew, in slices; gives up when the answers change again.
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
        // The panel asks nothing.
        slices::run_simulation(
            simulation.without_ask_next(),
            move || turn.get_untracked() == mine,
            move |found| certainty.set(Some(Arc::new(found))),
        );
    }
}

/// The section, folded until it is wanted.
pub(super) fn what_if_section(shown: &ResultView) -> impl IntoView + use<> {
    let words = shown.messages.clone();
    let shown = shown.clone();
    view! {
        <section class="stack what-if">
            <h2>{words.whatif_heading().to_owned()}</h2>
            <p>{words.whatif_lead().to_owned()}</p>
            {fold("trial", words.whatif_open().to_owned(), move || panel(&WhatIf::new(&shown)))}
        </section>
    }
}

fn panel(trial: &WhatIf) -> impl IntoView + use<> {
    let words = trial.result.messages.clone();
    let count = {
        let (trial, words) = (trial.clone(), words.clone());
        move || match trial.changed_count() {
            0 => words.whatif_changed_none().to_owned(),
            n => words.whatif_changed(n),
        }
    };
    let unchanged = {
        let trial = trial.clone();
        move || trial.changed_count() == 0
    };
    let back = {
        let trial = trial.clone();
        move |_| trial.restore_answers()
    };
    view! {
        <div class="trial-panel">
            <div class="stack trial-outcome">
                {figures::announcement(trial)}
                {figures::figure_table(trial)}
                <div class="row">
                    <button type="button" class="button quiet" data-action="real-answers" disabled=unchanged on:click=back>
                        {words.whatif_back().to_owned()}
                    </button>
                    <span class="small">{count}</span>
                </div>
            </div>
            {answers::answer_sections(trial)}
        </div>
    }
}
