//! The workspace page: the assessments of this browser, with opening, saving, deleting and
//! importing.

mod answer_table;
mod assessments;
mod backup;
mod check_model;
mod import;
mod own_model;

use assay_locale::Messages;
use leptos::prelude::*;

use self::answer_table::answer_table_field;
use self::assessments::assessment_rows;
use self::backup::backup_section;
use self::import::import_field;
use self::own_model::own_model_section;
use crate::parts::assessment_list::load_list;
use crate::parts::earlier_assessments::{Place, earlier_assessments};
use crate::parts::erasable_note::erasable_note;
use crate::state::App;
use crate::view::{IntoView, view};

/// Renders the page. The list is filled once the store has been read.
pub(crate) fn workspace_page(app: &App) -> impl IntoView + use<> {
    let messages = app.messages();
    let records = load_list(app);
    let list = {
        let (app, records) = (app.clone(), records.clone());
        move || {
            records
                .get()
                .map(|found| assessment_rows(&app, &found, &records))
        }
    };
    view! {
        <div class="stack wide narrow">
            <h1 tabindex="-1">{messages.workspace_title().to_owned()}</h1>
            <p>{messages.workspace_lead().to_owned()}</p>
            {list}
            {earlier_assessments(app, Place::Workspace)}
            {erasable_note(app)}
            {group_links(app, &messages)}
            {import_field(app, &records)}
            {answer_table_field(app, &records)}
            {own_model_section(app)}
            {backup_section(app, &records)}
        </div>
    }
}

/// Renders the links to comparison, team and invitations.
fn group_links(app: &App, messages: &Messages) -> impl IntoView + use<> {
    let invite = (!app.site.config.disabled.sharing).then(|| {
        view! { <a class="button quiet" href="#/invite" data-action="invite">{messages.invite_title().to_owned()}</a> }
    });
    view! {
        <div class="row">
            <a class="button quiet" href="#/compare" data-action="compare">{messages.compare_title().to_owned()}</a>
            <a class="button quiet" href="#/team" data-action="team">{messages.team_title().to_owned()}</a>
            {invite}
        </div>
    }
}
