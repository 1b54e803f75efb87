//! The roadmap as files: tasks for a table, due dates for a calendar.

use assay_core::{Roadmap, timestamp};
use assay_formats::{Task, roadmap_tasks, write_calendar, write_tasks_csv};

use super::super::result_view::ResultView;
use super::plan_editor::PlanEditor;
use crate::browser::{clock, files};

use crate::state::App;
use crate::view::{AnyView, view};

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
        let assessment = self.editor.assessment();
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
