//! Owner, due date and completion of the actions of the reader's own roadmap.

use assay_core::{ActionIx, Day, MAX_OWNER_LENGTH, PlannedAction, Roadmap, timestamp};
use assay_formats::{Task, roadmap_tasks, write_calendar, write_tasks_csv};
use assay_locale::{Messages, planned_lines};
use leptos::prelude::*;
use web_sys::Event;

use super::result_view::ResultView;
use crate::browser::{clock, files};
use crate::parts::focus::focus_later;
use crate::state::{App, Session};
use crate::view::{AnyView, CollectView, view};

/// The plan of the current assessment, which is stored as it changes.
#[derive(Clone)]
pub(super) struct PlanEditor {
    session: Session,
    /// Counts the changes.
    changes: RwSignal<u32>,
}

impl PlanEditor {
    pub(super) fn new(session: Session) -> Self {
        Self {
            session,
            changes: RwSignal::new(0),
        }
    }

    /// Returns what is planned for an action (reactive).
    fn planned(&self, action: ActionIx) -> PlannedAction {
        self.changes.get();
        self.session.planned_action(action)
    }

    /// Returns whether an action has a due date (reactive).
    pub(super) fn has_due_dates(&self) -> bool {
        self.changes.get();
        let plan = self.session.assessment().action_plan(self.session.model());
        plan.iter().any(|(_, planned)| planned.due.is_some())
    }

    fn change(&self, action: ActionIx, edit: impl FnOnce(&mut PlannedAction)) {
        let mut planned = self.session.planned_action(action);
        edit(&mut planned);
        self.session.set_planned_action(action, &planned);
        self.changes.update(|count| *count += 1);
    }
}

/// Renders what is planned for an action, and the button that opens the fields.
pub(super) fn planned_view(result: &ResultView, editor: &PlanEditor, action: ActionIx) -> AnyView {
    let is_open = RwSignal::new(false);
    let messages = result.messages.clone();
    let shown = editor.clone();
    let lines = {
        let messages = messages.clone();
        move || {
            let lines = planned_lines(&messages, &shown.planned(action)).into_iter();
            let lines: Vec<AnyView> = lines.map(|line| view! { <li>{line}</li> }).collect();
            (!lines.is_empty())
                .then(|| view! { <ul class="small planned-lines">{lines.collect_view()}</ul> })
        }
    };
    let title = result.texts.action(action).title.clone();
    let label = {
        let (messages, editor) = (messages.clone(), editor.clone());
        move || match (is_open.get(), editor.planned(action).is_empty()) {
            (true, _) => messages.plan_close().to_owned(),
            (false, true) => messages.plan_open().to_owned(),
            (false, false) => messages.plan_change().to_owned(),
        }
    };
    let name = {
        let (messages, label, title) = (messages.clone(), label.clone(), title.clone());
        move || messages.plan_label(&label(), &title)
    };
    let fields = {
        let editor = editor.clone();
        move || {
            is_open
                .get()
                .then(|| fields(&messages, &editor, action, &title))
        }
    };
    let id = result.model.action(action).id.clone();
    let first_field = format!("[data-planned='{id}'] input[name=owner]");
    let toggle = move |_| {
        is_open.update(|open| *open = !*open);
        if is_open.get_untracked() {
            focus_later([first_field.clone()]);
        }
    };
    view! {
        <div class="planned" data-planned=id>
            {lines}
            <button class="plain" data-action="plan" aria-expanded=move || is_open.get().to_string() aria-label=name on:click=toggle>{label}</button>
            {fields}
        </div>
    }
}

fn fields(messages: &Messages, editor: &PlanEditor, action: ActionIx, title: &str) -> AnyView {
    let planned = editor.session.planned_action(action);
    let due = planned.due.map(|day| day.to_string()).unwrap_or_default();
    let (owning, dating, ending) = (editor.clone(), editor.clone(), editor.clone());
    let set_owner = move |event: Event| {
        let owner = event_target_value(&event);
        owning.change(action, |planned| planned.owner = owner);
    };
    let set_due = move |event: Event| {
        let due = Day::parse(&event_target_value(&event));
        dating.change(action, |planned| planned.due = due);
    };
    let set_done = move |event: Event| {
        let done = event_target_checked(&event).then(clock::now);
        let done = done.and_then(|now| Day::parse(&now));
        ending.change(action, |planned| planned.done = done);
    };
    view! {
        <div class="plan-fields" role="group" aria-label=messages.plan_fields(title)>
            <label class="field"><span>{messages.plan_owner().to_owned()}</span>
                <input name="owner" autocomplete="off" maxlength=MAX_OWNER_LENGTH.to_string() value=planned.owner.clone() on:change=set_owner/></label>
            <label class="field"><span>{messages.plan_due().to_owned()}</span>
                <input type="date" name="due" min="2020-01-01" max="9999-12-31" value=due on:change=set_due/></label>
            <label class="only"><input type="checkbox" name="done" checked=planned.done.is_some() on:change=set_done/>" "{messages.plan_done().to_owned()}</label>
        </div>
    }
}

/// Renders the buttons that save the roadmap as files for calendars and issue trackers; nothing if the
/// site offers no files or the roadmap is empty.
pub(super) fn plan_files(
    app: &App,
    result: &ResultView,
    editor: &PlanEditor,
    roadmap: &Roadmap,
) -> Option<AnyView> {
    if app.site.config.disabled.export || roadmap.waves.is_empty() {
        return None;
    }
    let messages = result.messages.clone();
    let file = PlanFile {
        app: app.clone(),
        result: result.clone(),
        editor: editor.clone(),
        roadmap: roadmap.clone(),
    };
    let (dated, calendar) = (editor.clone(), file.clone());
    let label = messages.plan_export_ics().to_owned();
    let calendar = move || {
        let (file, label) = (calendar.clone(), label.clone());
        dated.has_due_dates().then(|| {
            view! { <button class="plain" data-action="export-ics" on:click=move |_| file.save_calendar()>{label}</button> }
        })
    };
    Some(view! {
        <div class="row plan-files">
            <button class="plain" data-action="export-plan-csv" on:click=move |_| file.save_csv()>{messages.plan_export_csv().to_owned()}</button>
            {calendar}
        </div>
    })
}

/// The roadmap to be saved.
#[derive(Clone)]
struct PlanFile {
    app: App,
    result: ResultView,
    editor: PlanEditor,
    roadmap: Roadmap,
}

impl PlanFile {
    fn tasks(&self) -> Vec<Task> {
        let result = &self.result;
        let assessment = self.editor.session.assessment();
        let (texts, messages) = (&result.texts, &result.messages);
        roadmap_tasks(&result.model, texts, messages, &assessment, &self.roadmap)
    }

    fn name(&self, ending: &str) -> String {
        files::file_name(&self.result.name(), ending)
    }

    fn save_csv(&self) {
        let text = write_tasks_csv(&self.result.messages, &self.tasks());
        self.app.save_text(self.name("csv"), text, "text/csv");
    }

    fn save_calendar(&self) {
        // The browser's time is later than 2020.
        let now = timestamp::seconds_since_2020(&clock::now()).unwrap_or_default();
        let text = write_calendar(&self.result.messages, &self.tasks(), now);
        self.app.save_text(self.name("ics"), text, "text/calendar");
    }
}
