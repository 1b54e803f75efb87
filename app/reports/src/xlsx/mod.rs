//! The report as an Excel workbook whose figures follow the answers.
//!
//! The sheet of answers is the only input: sections, AI content, criteria and paths are formulas
//! with their results, so that a program that does not compute shows them, too. What a workbook
//! cannot compute (rank acceptabilities, smallest changes, the roadmap) is written as of now and
//! labelled so.

mod answers;
mod charts;
mod criteria;
mod formula;
mod paths;
mod scores;
mod state;
mod style;
mod targets;
mod texts;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::Error;
use crate::content::{Figures, Labels, ReportContent};
use style::Styles;

/// Writes the workbook.
///
/// # Errors
/// The workbook could not be written.
pub fn write_xlsx(content: &ReportContent) -> Result<Vec<u8>, Error> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(content)?);
    let names = SheetNames::new(
        &content.labels,
        content.targets.as_ref().map_or("", |it| &it.heading),
    );
    let writer = WorkbookWriter {
        content,
        figures: &content.figures,
        labels: &content.labels,
        names: &names,
        styles: Styles::new(content),
    };
    // In the order of the tabs. Formulas refer to other sheets by name.
    let positions = writer.positions();
    writer.scores(workbook.add_worksheet())?;
    writer.answers(workbook.add_worksheet())?;
    writer.criteria(workbook.add_worksheet(), &positions)?;
    writer.paths(workbook.add_worksheet(), &positions)?;
    writer.roadmap(workbook.add_worksheet())?;
    if let Some(targets) = &content.targets {
        writer.targets(workbook.add_worksheet(), targets)?;
    }
    writer.method(workbook.add_worksheet())?;
    Ok(workbook.save_to_buffer()?)
}

/// What all sheets share.
struct WorkbookWriter<'a> {
    content: &'a ReportContent,
    figures: &'a Figures,
    labels: &'a Labels,
    names: &'a SheetNames,
    styles: Styles,
}

/// Names of the sheets as Excel allows them.
pub(crate) struct SheetNames {
    pub(crate) answers: String,
    scores: String,
    criteria: String,
    paths: String,
    roadmap: String,
    method: String,
    targets: String,
}

impl SheetNames {
    fn new(labels: &Labels, targets: &str) -> Self {
        let sheets = &labels.sheets;
        let mut taken: Vec<String> = Vec::new();
        let mut name = |wanted: &str| {
            let name = unique_name(wanted, &taken);
            taken.push(name.clone());
            name
        };
        Self {
            scores: name(&sheets.scores),
            answers: name(&sheets.answers),
            criteria: name(&sheets.criteria),
            paths: name(&sheets.paths),
            roadmap: name(&sheets.roadmap),
            method: name(&sheets.method),
            targets: name(targets),
        }
    }
}

/// Excel's limit.
const MAX_SHEET_NAME: usize = 31;

/// The name without what Excel forbids in names of sheets, different from `taken`.
fn unique_name(wanted: &str, taken: &[String]) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    let plain: String = wanted
        .chars()
        .filter(allowed)
        .take(MAX_SHEET_NAME - 3)
        .collect();
    let mut name = plain.trim().to_owned();
    let mut number = 2;
    while name.is_empty() || taken.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
        name = format!("{} {number}", plain.trim());
        number += 1;
    }
    name
}

/// Title, author and date; without a day, a fixed one, so that the same content gives the same
/// bytes.
fn properties(content: &ReportContent) -> Result<DocProperties, Error> {
    let (year, month, day) = content.day.map_or((1980, 1, 1), |day| {
        let (year, month, day) = day.date();
        let small = |number: u32| u8::try_from(number).unwrap_or(1);
        (
            u16::try_from(year).unwrap_or(1980),
            small(month),
            small(day),
        )
    });
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    Ok(DocProperties::new()
        .set_title(&content.company)
        .set_subject(&content.certificate.heading)
        .set_author(&content.brand.name)
        .set_creation_datetime(&created))
}

#[cfg(test)]
mod tests {
    use super::unique_name;

    #[test]
    fn a_name_of_a_sheet_has_no_forbidden_sign_and_is_unique() {
        assert_eq!(unique_name("A/B: [x]*?'", &[]), "AB x");
        assert_eq!(unique_name("Paths", &["paths".to_owned()]), "Paths 2");
        assert_eq!(unique_name(&"x".repeat(50), &[]).len(), 28);
        assert_eq!(unique_name("[]", &[]), " 2");
    }
}
