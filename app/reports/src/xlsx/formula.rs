//! Formulas and references.

use rust_xlsxwriter::{
    Format, Formula, Worksheet, XlsxError,
    utility::{cell_range_absolute, row_col_to_cell},
};

use crate::excel_limits::cell_text;
use crate::fit::line_count;

/// A row or column number, counted from 0.
pub(super) type Row = u32;
/// A column number, counted from 0.
pub(super) type Column = u16;

/// A cell of the same sheet: `D5`.
pub(super) fn cell(row: Row, column: Column) -> String {
    row_col_to_cell(row, column)
}

/// A column over some rows of the same sheet: `D5:D9`.
pub(super) fn column_range(first: Row, last: Row, column: Column) -> String {
    format!("{}:{}", cell(first, column), cell(last, column))
}

/// A column over some rows with absolute rows and columns: `$D$2:$D$47`.
pub(super) fn absolute_column_range(first: Row, last: Row, column: Column) -> String {
    cell_range_absolute(first, column, last, column)
}

/// A reference to another sheet.
pub(super) fn on_sheet(sheet: &str, reference: &str) -> String {
    format!("'{}'!{reference}", sheet.replace('\'', "''"))
}

/// A text in a formula.
pub(super) fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// The result of a formula.
pub(super) enum Value {
    Number(f64),
    Text(String),
    Empty,
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Option<f64>> for Value {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

impl Value {
    fn into_result(self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text,
            Self::Empty => String::new(),
        }
    }
}

/// Writes a formula with its result.
pub(super) fn write_formula(
    sheet: &mut Worksheet,
    (row, column): (Row, Column),
    formula: &str,
    result: impl Into<Value>,
    format: &Format,
) -> Result<(), XlsxError> {
    let formula = Formula::new(formula).set_result(result.into().into_result());
    sheet.write_formula_with_format(row, column, formula, format)?;
    Ok(())
}

/// Writes a row of texts.
pub(super) fn write_texts<'t>(
    sheet: &mut Worksheet,
    row: Row,
    texts: impl IntoIterator<Item = &'t str>,
    format: &Format,
) -> Result<(), XlsxError> {
    for (column, text) in (0..).zip(texts) {
        write_text(sheet, (row, column), text, format)?;
    }
    Ok(())
}

/// Writes a text, cut to what a cell holds.
pub(super) fn write_text(
    sheet: &mut Worksheet,
    (row, column): (Row, Column),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, column, cell_text(text), format)?;
    Ok(())
}

/// Writes the headings of columns, in a row of two lines.
pub(super) fn write_header<'t>(
    sheet: &mut Worksheet,
    row: Row,
    names: impl IntoIterator<Item = &'t String>,
    format: &Format,
) -> Result<(), XlsxError> {
    write_texts(sheet, row, names.into_iter().map(String::as_str), format)?;
    sheet.set_row_height(row, 32)?;
    Ok(())
}

/// Sets the height of a row so that its wrapped texts are visible: pairs of a text and the width of
/// its column in characters. Without it, some programs cut them.
pub(super) fn fit_row(
    sheet: &mut Worksheet,
    row: Row,
    texts: &[(&str, u16)],
    size: u32,
) -> Result<(), XlsxError> {
    let lines = texts.iter().map(|(text, width)| {
        // A character of the default font is about 5.3 points wide.
        line_count(text, f64::from(*width) * 5.3, f64::from(size))
    });
    let lines = lines.max().unwrap_or(1).clamp(1, 25);
    let height = lines as f64 * f64::from(size) * 1.3 + 4.0;
    sheet.set_row_height(row, height.min(400.0))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_texts_are_quoted() {
        assert_eq!(on_sheet("A'b", "D5"), "'A''b'!D5");
        assert_eq!(absolute_column_range(1, 46, 26), "$AA$2:$AA$47");
        assert_eq!(quote("a\"b"), "\"a\"\"b\"");
        assert_eq!(column_range(1, 3, 2), "C2:C4");
    }
}
