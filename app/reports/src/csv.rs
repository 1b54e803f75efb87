//! The answers and the figures as CSV (RFC 4180).
//!
//! The files begin with a byte order mark, without which Excel reads them in the code page of the
//! computer. A cell that a spreadsheet would compute is prefixed with an apostrophe (OWASP, "CSV
//! Injection").

use assay_core::Range;

use crate::answers::answer_cell;
use crate::content::{Figures, ReportContent};

/// The byte order mark of UTF-8.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

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
    csv.0
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
    csv.0
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

/// A CSV file that begins with a byte order mark.
struct Csv(String);

impl Default for Csv {
    fn default() -> Self {
        Self(BYTE_ORDER_MARK.to_owned())
    }
}

impl Csv {
    fn row(&mut self, cells: &[&str]) {
        let cells: Vec<String> = cells.iter().map(|cell| quote(&defuse(cell))).collect();
        self.0.push_str(&cells.join(","));
        self.0.push_str("\r\n");
    }
}

/// Prefixes an apostrophe to a text that a spreadsheet would compute, and to one that begins with
/// an apostrophe which an import would remove. A plain negative number stays as it is.
fn defuse(text: &str) -> String {
    let begins = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let computes = begins && text.parse::<f64>().is_err();
    let looks_defused = text.strip_prefix('\'').is_some_and(is_computed);
    if computes || looks_defused {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Whether a text begins like a formula.
pub(crate) fn is_computed(text: &str) -> bool {
    text.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn quote(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r', ';']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{defuse, quote};

    #[test]
    fn a_text_that_a_spreadsheet_would_compute_is_prefixed() {
        for text in [
            "=1+1",
            "+cmd",
            "-cmd|' /C calc'!A0",
            "@SUM(A1)",
            "\tx",
            "\rx",
        ] {
            assert_eq!(defuse(text), format!("'{text}"));
        }
        for text in ["-1.5", "a=b", "", "数据"] {
            assert_eq!(defuse(text), text);
        }
    }

    #[test]
    fn separators_and_quotes_stay_inside_their_cell() {
        assert_eq!(quote("a,\"b\"\nc"), "\"a,\"\"b\"\"\nc\"");
        assert_eq!(quote("plain"), "plain");
    }
}
