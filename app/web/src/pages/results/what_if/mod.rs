//! What if: every answer can be tried out without changing the actual ones.

mod answers;
mod figures;
mod what_if_state;

use super::result_view::ResultView;
use crate::parts::fold::fold;
use crate::view::{IntoView, view};
use what_if_state::WhatIf;

/// Renders the section in a closed fold.
pub(super) fn what_if_section(result: &ResultView) -> impl IntoView + use<> {
    let messages = result.messages.clone();
    let result = result.clone();
    view! {
        <section class="stack what-if">
            <h2>{messages.whatif_heading().to_owned()}</h2>
            <p>{messages.whatif_lead().to_owned()}</p>
            {fold("trial", messages.whatif_open().to_owned(), move || panel(&WhatIf::new(&result)))}
        </section>
    }
}

fn panel(what_if: &WhatIf) -> impl IntoView + use<> {
    let messages = what_if.result.messages.clone();
    let count = {
        let (what_if, messages) = (what_if.clone(), messages.clone());
        move || match what_if.changed_count() {
            0 => messages.whatif_changed_none().to_owned(),
            n => messages.whatif_changed(n),
        }
    };
    let unchanged = {
        let what_if = what_if.clone();
        move || what_if.changed_count() == 0
    };
    let back = {
        let what_if = what_if.clone();
        move |_| what_if.restore_answers()
    };
    view! {
        <div class="trial-panel">
            <div class="stack trial-outcome">
                {figures::announcement(what_if)}
                {figures::figure_table(what_if)}
                <div class="row">
                    <button type="button" class="button quiet" data-action="real-answers" disabled=unchanged on:click=back>
                        {messages.whatif_back().to_owned()}
                    </button>
                    <span class="small">{count}</span>
                </div>
            </div>
            {answers::answer_sections(what_if)}
        </div>
    }
}
