//! The actions of a roadmap as tasks.

use assay_core::{Assessment, Day, Model, PlannedAction, Roadmap, RoadmapWave, Texts};
use assay_locale::{Messages, effort_name, wave_name};

use crate::csv::Csv;

/// An action of a roadmap with what is planned for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Identifies the task of this company in every export, also after the company was measured
    /// again.
    pub uid: String,
    /// The action.
    pub title: String,
    /// The benefit; may be empty.
    pub why: String,
    /// When it is done; may be empty.
    pub done_when: String,
    /// The name of the wave.
    pub wave: String,
    /// Small, medium or large.
    pub effort: String,
    /// Owner, due date, and the date when it was done.
    pub planned: PlannedAction,
}

impl Task {
    /// Returns benefit and criterion of completion, one a line.
    #[must_use]
    pub fn description(&self, messages: &Messages) -> String {
        let line = |text: &str, wrap: fn(&Messages, &str) -> String| {
            (!text.is_empty()).then(|| wrap(messages, text))
        };
        let lines = [
            line(&self.why, Messages::next_why),
            line(&self.done_when, Messages::next_done),
        ];
        let lines: Vec<String> = lines.into_iter().flatten().collect();
        lines.join("\n")
    }
}

/// Returns the tasks of a roadmap, in its order.
#[must_use]
pub fn roadmap_tasks(
    model: &Model,
    texts: &Texts,
    messages: &Messages,
    assessment: &Assessment,
    roadmap: &Roadmap,
) -> Vec<Task> {
    let plan = assessment.action_plan(model);
    let company = company_id(assessment);
    let task = |wave: &RoadmapWave, action| {
        let (text, defined) = (texts.action(action), model.action(action));
        Task {
            uid: format!("{}-{company}@assay", defined.id),
            title: text.title.clone(),
            why: text.why.clone(),
            done_when: text.done.clone(),
            wave: wave_name(messages, wave.wave).to_owned(),
            effort: effort_name(messages, defined.effort).to_owned(),
            planned: plan.get(&action).cloned().unwrap_or_default(),
        }
    };
    let waves = roadmap.waves.iter();
    waves
        .flat_map(|wave| wave.actions.iter().map(move |&action| task(wave, action)))
        .collect()
}

/// Returns what all measurements of a company have in common: the series, or what is known of the
/// only measurement.
fn company_id(assessment: &Assessment) -> &str {
    let created = assessment.created.as_deref();
    assessment
        .series()
        .or(created)
        .unwrap_or(&assessment.profile.name)
}

/// The columns, in English in every language: programs that import tasks map them by name.
const COLUMNS: [&str; 7] = [
    "Title",
    "Description",
    "Owner",
    "Due",
    "Wave",
    "Effort",
    "Done",
];

/// Writes the tasks as CSV, one a line. Dates are written as 2026-11-23.
#[must_use]
pub fn write_tasks_csv(messages: &Messages, tasks: &[Task]) -> String {
    let mut csv = Csv::default();
    csv.row(&COLUMNS);
    let date = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    for task in tasks {
        csv.row(&[
            &task.title,
            &task.description(messages),
            &task.planned.owner,
            &date(task.planned.due),
            &task.wave,
            &task.effort,
            &date(task.planned.done),
        ]);
    }
    csv.into_text()
}
