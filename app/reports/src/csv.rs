//! The answers and the figures as CSV.

use assay_core::Range;
use assay_formats::csv::Csv;

use crate::answers::answer_cell;
use crate::content::{Figures, ReportContent, TargetsContent};

/// Writes the answers: one question a line, with id, section, question, answer (1 to 5, "unknown" or
/// "not applicable" in the report's language, or nothing), its meaning, the note, and source, date and person
/// of the evidence.
///
/// [`read_answers`](crate::answers::read_answers) reads the file back.
#[must_use]
pub fn write_answers_csv(content: &ReportContent) -> String {
    let columns = &content.labels.columns;
    let mut csv = Csv::default();
    let [source, date, person] = &columns.evidence;
    csv.row(&[
        &columns.id,
        &columns.section,
        &columns.question,
        &columns.answer,
        &columns.meaning,
        &columns.note,
        source,
        date,
        person,
    ]);
    let Figures {
        questions,
        sections,
        ..
    } = &content.figures;
    for question in questions.iter().filter(|question| question.is_visible) {
        let section = sections.get(question.section);
        let [source, date, person] = question.evidence_cells();
        csv.row(&[
            &question.id,
            section.map_or("", |section| &section.title),
            &question.text,
            &answer_cell(&content.labels, question.answer),
            question.meaning().unwrap_or_default(),
            &question.note,
            &source,
            &date,
            &person,
        ]);
    }
    csv.into_text()
}

/// Writes the figures: AI content, sections, AI faith and all in, criteria and paths, each with
/// value, lowest and highest in percent; with targets, two more columns for target and date of the
/// sections.
#[must_use]
pub fn write_figures_csv(content: &ReportContent) -> String {
    let columns = &content.labels.columns;
    let mut csv = Csv::default();
    let mut heads = vec![
        columns.figure.as_str(),
        &content.labels.name,
        &columns.value,
        &columns.low,
        &columns.high,
        &columns.status,
    ];
    let targets = content.targets.as_ref();
    heads.extend(targets.into_iter().flat_map(TargetsContent::figure_columns));
    csv.row(&heads);
    for (kind, name, range, status, section) in figure_rows(content) {
        let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
        let mut cells = vec![
            kind.to_owned(),
            name.to_owned(),
            number(range.and_then(|range| range.value)),
            number(range.map(|range| range.low)),
            number(range.map(|range| range.high)),
            status.to_owned(),
        ];
        cells.extend(targets.into_iter().flat_map(|it| it.figure_cells(section)));
        csv.row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
    }
    csv.into_text()
}

/// Kind, name, percentages and status of a figure, and the index of the section that it is of.
type FigureRow<'a> = (&'a str, &'a str, Option<Range>, &'a str, Option<usize>);

fn figure_rows(content: &ReportContent) -> Vec<FigureRow<'_>> {
    let (labels, figures) = (&content.labels, &content.figures);
    let certificate = &content.certificate;
    let measure = certificate.measure.as_str();
    let mut rows: Vec<FigureRow<'_>> = vec![(
        measure,
        measure,
        figures.ai_content,
        &certificate.level,
        None,
    )];
    for (index, section) in figures.sections.iter().enumerate() {
        let kind = &labels.columns.section;
        rows.push((kind, &section.title, section.range, "", Some(index)));
    }
    for (name, range) in labels.tags.iter().zip(figures.tags) {
        rows.push((name, name, range, "", None));
    }
    for criterion in &figures.criteria {
        let kind = &labels.columns.criterion;
        rows.push((kind, &criterion.name, criterion.range, "", None));
    }
    for path in &figures.paths {
        let status = labels.status(path.status);
        rows.push((&labels.columns.path, &path.name, path.fit, status, None));
    }
    rows
}
