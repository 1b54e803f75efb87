//! The roadmap of an assessment as tasks.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may")]

use assay_core::{
    Answer, Assessment, Day, Depth, Level, Model, PlannedAction, Roadmap, Stance, Texts,
};
use assay_formats::{Task, roadmap_tasks, write_calendar, write_tasks_csv};
use assay_locale::{Language, Messages};

const STANDARD: &str = include_str!("../../core/models/standard.json");

struct Company {
    model: Model,
    texts: Texts,
    messages: Messages,
    assessment: Assessment,
    roadmap: Roadmap,
}

impl Company {
    fn new(language: Language) -> Self {
        let model = Model::parse(STANDARD).unwrap().value;
        let texts = language.standard_wording("").unwrap();
        let texts = Texts::parse(&model, texts).unwrap().value;
        let mut assessment = Assessment::new(&model, Stance::Adopt, Depth::Full);
        for question in model.question_ixs() {
            let answer = Level::new(1).map(Answer::Level);
            assessment.answers.set(question, answer);
        }
        assessment.set_series("k1");
        let roadmap = assessment.evaluation(&model).roadmap();
        Self {
            messages: Messages::embedded(language),
            model,
            texts,
            assessment,
            roadmap,
        }
    }

    /// Plans the action at a place of the roadmap.
    fn plan(&mut self, at: usize, owner: &str, due: &str, done: Option<&str>) {
        let mut actions = self.roadmap.waves.iter().flat_map(|wave| &wave.actions);
        let action = *actions.nth(at).unwrap();
        let planned = PlannedAction {
            owner: owner.to_owned(),
            due: Day::parse(due),
            done: done.and_then(Day::parse),
        };
        self.assessment
            .set_planned_action(&self.model, action, &planned);
    }

    fn tasks(&self) -> Vec<Task> {
        roadmap_tasks(
            &self.model,
            &self.texts,
            &self.messages,
            &self.assessment,
            &self.roadmap,
        )
    }

    fn calendar(&self) -> String {
        write_calendar(&self.messages, &self.tasks(), 0)
    }
}

/// The logical lines of a calendar.
fn unfolded(calendar: &str) -> Vec<String> {
    let unfolded = calendar.replace("\r\n ", "");
    unfolded.split("\r\n").map(str::to_owned).collect()
}

fn lines_of<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines
        .iter()
        .filter_map(|line| line.strip_prefix(name))
        .collect()
}

#[test]
fn every_action_is_a_task_and_those_with_a_due_date_are_events() {
    for language in [Language::English, Language::Chinese] {
        let mut company = Company::new(language);
        let count: usize = company
            .roadmap
            .waves
            .iter()
            .map(|wave| wave.actions.len())
            .sum();
        assert!(count > 2);
        company.plan(0, "Ann; Lee, IT", "2026-12-24", None);
        company.plan(2, "Bo", "", None);
        let tasks = company.tasks();
        assert_eq!(tasks.len(), count);
        let calendar = company.calendar();
        assert!(
            calendar
                .split("\r\n")
                .all(|line| line.len() <= 75 && !line.contains('\n'))
        );
        let lines = unfolded(&calendar);
        assert_eq!(lines_of(&lines, "BEGIN:"), ["VCALENDAR", "VEVENT"]);
        assert_eq!(lines_of(&lines, "DTSTART;VALUE=DATE:"), ["20261224"]);
        assert_eq!(lines_of(&lines, "DTEND;VALUE=DATE:"), ["20261225"]);
        assert_eq!(lines_of(&lines, "DTSTAMP:"), ["20200101T000000Z"]);
        assert_eq!(lines_of(&lines, "UID:"), [tasks[0].uid.as_str()]);
        assert!(lines_of(&lines, "DESCRIPTION:")[0].contains("Ann\\; Lee\\, IT"));
    }
}

#[test]
fn a_task_has_the_same_identifier_after_the_company_was_measured_again() {
    let mut company = Company::new(Language::English);
    let before = company.tasks();
    company.assessment = company
        .assessment
        .next_measurement(&company.model, "2027-01-01T00:00:00Z");
    company.plan(0, "Ann", "2027-02-01", None);
    let after = company.tasks();
    assert_eq!(before[0].uid, after[0].uid);
    let mut all: Vec<&str> = after.iter().map(|task| task.uid.as_str()).collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), after.len());
}

#[test]
fn a_task_that_is_done_says_so() {
    let mut company = Company::new(Language::English);
    company.plan(0, "", "2026-12-24", Some("2026-12-20"));
    let lines = unfolded(&company.calendar());
    assert!(lines_of(&lines, "SUMMARY:")[0].starts_with("Done: "));
}

#[test]
fn an_owner_that_looks_like_a_formula_stays_a_text_in_csv() {
    let mut company = Company::new(Language::Chinese);
    company.plan(0, "=HYPERLINK(\"x\")", "2026-12-24", Some("2026-12-20"));
    let csv = write_tasks_csv(&company.messages, &company.tasks());
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(
        lines[0],
        "\u{feff}Title,Description,Owner,Due,Wave,Effort,Done"
    );
    assert!(
        lines[1].contains("\"'=HYPERLINK(\"\"x\"\")\",2026-12-24,现在,"),
        "{}",
        lines[1]
    );
    assert!(lines[1].ends_with(",2026-12-20"), "{}", lines[1]);
}

#[test]
fn the_last_day_of_the_calendar_has_an_event_without_an_end() {
    let mut company = Company::new(Language::English);
    company.plan(0, "", "9999-12-31", None);
    let lines = unfolded(&company.calendar());
    assert_eq!(lines_of(&lines, "DTSTART;VALUE=DATE:"), ["99991231"]);
    assert!(lines_of(&lines, "DTEND").is_empty());
}
