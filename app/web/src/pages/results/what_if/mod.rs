//! What if: every answer can be tried out beside the real ones, which stay as they are.

mod answers;
mod compare;

use std::sync::Arc;

use crate::view::{IntoView, view};
use assay_core::{
    Answer, Answers, Certainty, DRAWS, QuestionIx, Score, Simulation, Visibility, score,
};
use leptos::prelude::*;

use super::Shown;
use crate::browser::slices;
use crate::parts::fold::fold;

/// Answers that are tried out, with what follows from them.
#[derive(Clone)]
struct Trial {
    shown: Shown,
    answers: ArcRwSignal<Answers>,
    /// Empty until the draws for these answers are made.
    certainty: ArcRwSignal<Option<Arc<Certainty>>>,
    /// Grows with every change, so that draws for earlier answers stop.
    turn: ArcRwSignal<u32>,
    /// Grows when the real answers come back and the choices are made anew.
    round: ArcRwSignal<u32>,
    score: ArcMemo<Score>,
    visible: ArcMemo<Visibility>,
}

impl Trial {
    fn of(shown: &Shown) -> Self {
        let answers = ArcRwSignal::new(shown.assessment.answers.clone());
        let (model, stance) = (shown.model.clone(), shown.assessment.profile.stance);
        let score = {
            let (model, answers) = (model.clone(), answers.clone());
            ArcMemo::new(move |_| answers.with(|a| score(&model, stance, a)))
        };
        let visible = {
            let answers = answers.clone();
            ArcMemo::new(move |_| answers.with(|a| Visibility::of(&model, stance, a)))
        };
        Self {
            shown: shown.clone(),
            answers,
            certainty: ArcRwSignal::new(None),
            turn: ArcRwSignal::new(0),
            round: ArcRwSignal::new(0),
            score,
            visible,
        }
    }

    fn try_out(&self, question: QuestionIx, answer: Option<Answer>) {
        self.answers.update(|answers| answers.set(question, answer));
        self.simulate();
    }

    fn back(&self) {
        self.answers.set(self.shown.assessment.answers.clone());
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.round.update(|round| *round = round.wrapping_add(1));
    }

    fn real(&self, question: QuestionIx) -> Option<Answer> {
        self.shown.assessment.answers.get(question)
    }

    fn is_changed(&self, question: QuestionIx) -> bool {
        self.answers.with(|answers| answers.get(question)) != self.real(question)
    }

    /// How many answers differ from the real ones.
    fn changed(&self) -> usize {
        self.shown
            .model
            .question_ixs()
            .filter(|question| self.is_changed(*question))
            .count()
    }

    /// How sure the result of these answers is, once that is known.
    fn sureness(&self) -> Option<Arc<Certainty>> {
        if self.changed() == 0 {
            self.shown.certainty.get()
        } else {
            self.certainty.get()
        }
    }

    /// Draws anew, in slices; gives up when the answers change again.
    fn simulate(&self) {
        self.certainty.set(None);
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        let (turn, mine) = (self.turn.clone(), self.turn.get_untracked());
        let stance = self.shown.assessment.profile.stance;
        let simulation = self
            .answers
            .with_untracked(|answers| Simulation::new(&self.shown.model, stance, answers, DRAWS));
        let certainty = self.certainty.clone();
        // The panel asks nothing.
        slices::simulate(
            simulation.without_asking(),
            move || turn.get_untracked() == mine,
            move |found| certainty.set(Some(Arc::new(found))),
        );
    }
}

/// The section, folded until it is wanted.
pub(super) fn what_if(shown: &Shown) -> impl IntoView + use<> {
    let words = shown.words.clone();
    let shown = shown.clone();
    view! {
        <section class="stack what-if">
            <h2>{words.whatif_heading().to_owned()}</h2>
            <p>{words.whatif_lead().to_owned()}</p>
            {fold("trial", words.whatif_open().to_owned(), move || panel(&Trial::of(&shown)))}
        </section>
    }
}

fn panel(trial: &Trial) -> impl IntoView + use<> {
    let words = trial.shown.words.clone();
    let count = {
        let (trial, words) = (trial.clone(), words.clone());
        move || match trial.changed() {
            0 => words.whatif_changed_none().to_owned(),
            n => words.whatif_changed(n),
        }
    };
    let unchanged = {
        let trial = trial.clone();
        move || trial.changed() == 0
    };
    let back = {
        let trial = trial.clone();
        move |_| trial.back()
    };
    view! {
        <div class="trial-panel">
            <div class="stack trial-outcome">
                {compare::live(trial)}
                {compare::table(trial)}
                <div class="row">
                    <button type="button" class="button quiet" data-action="real-answers" disabled=unchanged on:click=back>
                        {words.whatif_back().to_owned()}
                    </button>
                    <span class="small">{count}</span>
                </div>
            </div>
            {answers::sections(trial)}
        </div>
    }
}
