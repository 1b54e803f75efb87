//! The workspace page: the list of the assessments of this browser, importing, backup and own
//! questionnaires.

mod answer_table;
mod backup;
mod check_model;
mod import;
mod import_several;
mod import_text;
mod list;
mod own_model;

use assay_locale::Messages;

use self::answer_table::answer_table_field;
use self::backup::backup_section;
use self::import::import_field;
use self::list::{ListPage, assessment_list, deleted_assessments};
use self::own_model::own_model_section;
use crate::parts::erasable_note::erasable_note;
use crate::state::App;
use crate::view::{IntoView, view};

/// Renders the page. The list is filled once the store has been read; what is below it shows only then,
/// since it would move.
pub(crate) fn workspace_page(app: &App) -> impl IntoView + use<> {
    let messages = app.messages();
    let page = ListPage::open(app);
    let list = page.clone();
    let is_reading = move || !list.is_read();
    view! {
        <div class="stack wide">
            <h1 tabindex="-1">{messages.workspace_title().to_owned()}</h1>
            <p>{messages.workspace_lead().to_owned()}</p>
            {assessment_list(&page)}
            {deleted_assessments(&page)}
            <div class="stack wide narrow-text" hidden=is_reading>
                {erasable_note(app)}
                {group_links(app, &messages)}
                {import_field(app, &page)}
                {answer_table_field(app, &page)}
                {backup_section(app, &page)}
                {own_model_section(app)}
            </div>
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
