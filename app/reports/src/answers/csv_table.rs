//! Reads CSV (RFC 4180) with commas, semicolons or tabs, which spreadsheets write by country.

use super::fault::{ImportFault, ImportFaultKind};
use super::table::{MAX_COLUMNS, MAX_ROWS, TableRow};

/// The rows of a text.
///
/// # Errors
/// A quotation mark is not closed, or there are too many rows.
pub(super) fn read_csv(text: &str) -> Result<Vec<TableRow>, ImportFault> {
    let mut reader = Reader {
        rows: Vec::new(),
        cells: Vec::new(),
        cell: String::new(),
        number: 1,
    };
    let separator = separator(text);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if reader.cell.is_empty() => reader.quoted(&mut characters)?,
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' => reader.end_row()?,
            other if other == separator => reader.end_cell(),
            other => reader.cell.push(other),
        }
    }
    if !reader.cell.is_empty() || !reader.cells.is_empty() {
        reader.end_row()?;
    }
    Ok(reader.rows)
}

const SEPARATORS: [char; 3] = ['\t', ';', ','];

/// The separator that is most frequent in the first line that has any, outside of quotation marks.
/// A title may be above the headings.
fn separator(text: &str) -> char {
    let unquoted = |line: &str| line.split('"').step_by(2).collect::<String>();
    let mut lines = text.lines().map(unquoted);
    let line = lines.find(|line| line.contains(SEPARATORS));
    let line = line.unwrap_or_default();
    let count = |separator: &char| line.matches(*separator).count();
    SEPARATORS.into_iter().max_by_key(count).unwrap_or(',')
}

struct Reader {
    rows: Vec<TableRow>,
    cells: Vec<String>,
    cell: String,
    number: u32,
}

impl Reader {
    /// Reads the rest of a quoted cell; two quotation marks stand for one.
    fn quoted(
        &mut self,
        characters: &mut std::iter::Peekable<std::str::Chars<'_>>,
    ) -> Result<(), ImportFault> {
        while let Some(character) = characters.next() {
            match character {
                '"' if characters.peek() == Some(&'"') => {
                    characters.next();
                    self.cell.push('"');
                }
                '"' => return Ok(()),
                other => self.cell.push(other),
            }
        }
        Err(ImportFault::at(self.number, ImportFaultKind::UnclosedQuote))
    }

    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        if self.cells.len() < MAX_COLUMNS {
            self.cells.push(cell);
        }
    }

    fn end_row(&mut self) -> Result<(), ImportFault> {
        self.end_cell();
        if self.number > MAX_ROWS {
            return Err(ImportFault::at(self.number, ImportFaultKind::TooManyRows));
        }
        let cells = std::mem::take(&mut self.cells);
        self.rows.push(TableRow {
            number: self.number,
            cells,
        });
        self.number = self.number.saturating_add(1);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let rows = read_csv(text).unwrap();
        rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn quoted_cells_hold_separators_quotes_and_line_ends() {
        assert_eq!(
            cells("a,\"b,\"\"c\"\"\nd\"\r\ne\n"),
            [vec!["a", "b,\"c\"\nd"], vec!["e"]]
        );
    }

    #[test]
    fn semicolons_and_tabs_separate_too() {
        assert_eq!(
            cells("id;\"Answer, 1 to 5\"\na;3"),
            [["id", "Answer, 1 to 5"], ["a", "3"]]
        );
        assert_eq!(cells("id\tanswer\na\t3"), [["id", "answer"], ["a", "3"]]);
        assert_eq!(cells("id"), [["id"]]);
        assert_eq!(cells(""), Vec::<Vec<String>>::new());
    }

    #[test]
    fn the_first_line_that_is_separated_tells_the_separator() {
        let text = "Acme\n\"Monday, 23 November\"\nid;\"Answer, 1 to 5\"\na;3";
        assert_eq!(cells(text)[2..], [["id", "Answer, 1 to 5"], ["a", "3"]]);
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_is_a_fault_of_its_row() {
        let fault = read_csv("a\n\"b").unwrap_err();
        assert_eq!(fault, ImportFault::at(2, ImportFaultKind::UnclosedQuote));
    }

    #[test]
    fn a_table_may_not_be_endless() {
        let text = "a\n".repeat(MAX_ROWS as usize + 1);
        assert_eq!(
            read_csv(&text).unwrap_err().kind,
            ImportFaultKind::TooManyRows
        );
    }
}
