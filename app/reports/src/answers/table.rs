//! Rows of a table.

/// A row with its number as spreadsheets show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableRow {
    pub(super) number: u32,
    pub(super) cells: Vec<String>,
}

impl TableRow {
    /// A cell; empty beyond the end of the row.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// Greatest number of rows that are read.
pub(super) const MAX_ROWS: u32 = 20_000;

/// Greatest number of columns that are read.
pub(super) const MAX_COLUMNS: usize = 256;
