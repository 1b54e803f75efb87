//! The answers and the figures as CSV.

use assay_core::Range;
use assay_formats::csv::Csv;

use crate::answers::answer_cell;
use crate::content::{Figures, ReportContent};

/// Writes the answers: one question a line, with id, section, question, answer (1 to 5, "unknown" or
/// "not applicable" in the report's language, or nothing), its meaning, and the note.
///
/// [`read_answers`](crate::answers::read_answers) reads the file back.
#[must_use]
pub fn write_answers_csv(content: &ReportContent) -> String {
    let columns = &content.labels.columns;
    let mut csv = Csv::default();
    csv.row(&[
        &columns.id,
        &columns.section,
        &columns.question,
        &columns.answer,
        &columns.meaning,
        &columns.note,
    ]);
    let Figures {
        questions,
        sections,
        ..
    } = &content.figures;
    for question in questions.iter().filter(|question| question.is_visible) {
        let section = sections.get(question.section);
        csv.row(&[
            &question.id,
            section.map_or("", |section| &section.title),
            &question.text,
            &answer_cell(&content.labels, question.answer),
            question.meaning().unwrap_or_default(),
            &question.note,
        ]);
    }
    csv.into_text()
}

/// Writes the figures: AI content, sections, AI faith and all in, criteria and paths, each with
/// value, lowest and highest in percent.
#[must_use]
pub fn write_figures_csv(content: &ReportContent) -> String {
    let columns = &content.labels.columns;
    let mut csv = Csv::default();
    csv.row(&[
        &columns.figure,
        &content.labels.name,
        &columns.value,
        &columns.low,
        &columns.high,
        &columns.status,
    ]);
    for (kind, name, range, status) in figure_rows(content) {
        let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
        csv.row(&[
            kind,
            name,
            &number(range.and_then(|range| range.value)),
            &number(range.map(|range| range.low)),
            &number(range.map(|range| range.high)),
            status,
        ]);
    }
    csv.into_text()
}

/// Kind, name, percentages and status of a figure.
type FigureRow<'a> = (&'a str, &'a str, Option<Range>, &'a str);

fn figure_rows(content: &ReportContent) -> Vec<FigureRow<'_>> {
    let (labels, figures) = (&content.labels, &content.figures);
    let certificate = &content.certificate;
    let measure = certificate.measure.as_str();
    let mut rows: Vec<FigureRow<'_>> =
        vec![(measure, measure, figures.ai_content, &certificate.level)];
    for section in &figures.sections {
        rows.push((&labels.columns.section, &section.title, section.range, ""));
    }
    for (name, range) in labels.tags.iter().zip(figures.tags) {
        rows.push((name, name, range, ""));
    }
    for criterion in &figures.criteria {
        let kind = &labels.columns.criterion;
        rows.push((kind, &criterion.name, criterion.range, ""));
    }
    for path in &figures.paths {
        let status = labels.status(path.status);
        rows.push((&labels.columns.path, &path.name, path.fit, status));
    }
    rows
}
