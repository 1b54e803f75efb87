//! The targets of sections and questions, as far as there are some.

use assay_core::{Aim, Day, Roadmap, SectionIx, SectionTarget, Targets};
use assay_locale::{
    format_date, format_target, question_target_state, section_target_state,
    section_targets_sentence, target_outlook,
};

use super::Table;
use super::source::Computed;

/// The targets of an assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetsContent {
    /// "Targets".
    pub heading: String,
    /// The targets of the sections in a sentence; empty if only questions have one.
    pub sentence: String,
    /// The targets with what is missing, their dates, and what becomes of them with the roadmap.
    pub table: Table,
    /// The heads of the columns "target" and "until" in a table of figures.
    pub columns: [String; 2],
    /// The target of each section, indexed like the sections of the model.
    pub sections: Vec<Option<SectionTarget>>,
}

/// Returns the targets; `None` if there are none, so that a report without targets stays as it is.
pub(super) fn targets_content(
    of: &Computed<'_>,
    targets: &Targets,
    roadmap: &Roadmap,
) -> Option<TargetsContent> {
    if targets.is_empty() {
        return None;
    }
    let messages = of.source.messages;
    let sentence = section_targets_sentence(messages, of.source.texts, targets, of.score);
    let sections = (0..of.source.model.sections().len()).map(SectionIx::new);
    let columns = [
        messages.targets_column_name(),
        messages.targets_column_target(),
        messages.targets_column_gap(),
        messages.targets_column_date(),
        messages.targets_column_roadmap(),
    ];
    Some(TargetsContent {
        heading: messages.targets_heading().to_owned(),
        sentence: sentence.unwrap_or_default(),
        columns: [
            messages.targets_column_target().to_owned(),
            messages.targets_column_date().to_owned(),
        ],
        table: Table {
            columns: columns.map(str::to_owned).to_vec(),
            numeric: vec![false; 5],
            widths: vec![34, 10, 18, 16, 22],
            rows: rows(of, targets, roadmap),
        },
        sections: sections
            .map(|section| targets.sections.get(&section).copied())
            .collect(),
    })
}

/// The rows in the order of the roadmap's outlooks: sections first.
fn rows(of: &Computed<'_>, targets: &Targets, roadmap: &Roadmap) -> Vec<Vec<String>> {
    let messages = of.source.messages;
    let texts = of.source.texts;
    let progress = targets.progress(of.evaluation);
    let date = |day: Option<Day>| {
        day.map_or_else(String::new, |day| {
            format_date(messages, Some(&day.to_string()))
        })
    };
    let outlook = |aim: Aim| {
        let mut outlooks = roadmap.outlooks.iter();
        let found = outlooks.find(|outlook| outlook.aim == aim);
        found.map_or_else(String::new, |it| target_outlook(messages, texts, it).state)
    };
    let sections = progress.sections.iter().map(|(section, target, state)| {
        let percent = target.score.percent();
        vec![
            texts.section(*section).title.clone(),
            format_target(percent),
            section_target_state(messages, *state),
            date(target.date),
            outlook(Aim::Section(*section, percent)),
        ]
    });
    let questions = progress.questions.iter().map(|(question, target, state)| {
        vec![
            texts.question(*question).text.clone(),
            messages.report_column_level(&target.level.get().saturating_add(1).to_string()),
            question_target_state(messages, *state),
            date(target.date),
            outlook(Aim::Question(*question, target.level)),
        ]
    });
    sections.chain(questions).collect()
}

impl TargetsContent {
    /// Returns the additional columns of a table of figures.
    pub(crate) fn figure_columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(String::as_str)
    }

    /// Returns the additional cells of a figure: target in percent and date, empty where there is none.
    pub(crate) fn figure_cells(&self, section: Option<usize>) -> [String; 2] {
        let target = section.and_then(|index| self.sections.get(index).copied().flatten());
        let date = target.and_then(|target| target.date);
        [
            target.map_or_else(String::new, |it| it.score.percent().to_string()),
            date.map_or_else(String::new, |day| day.to_string()),
        ]
    }

    /// Returns the target of a section in percent.
    #[must_use]
    pub fn section_percent(&self, index: usize) -> Option<f64> {
        let target = self.sections.get(index).copied().flatten()?;
        Some(target.score.percent())
    }
}
