//! Reads the cells of workbooks (XLSX).

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx, open_workbook_from_rs};

use super::fault::{ImportFault, ImportFaultKind};
use super::table::{MAX_COLUMNS, MAX_ROWS, TableRow};

/// Greatest size of all parts of a workbook together, so that a small file cannot fill the memory.
const MAX_UNPACKED: u64 = 64 * 1024 * 1024;

/// Greatest size in bytes of the cells that are kept. Each reference to a shared text is a text of
/// its own, so that the limit of the parts does not suffice.
const MAX_KEPT: usize = 64 * 1024 * 1024;

/// What `find` returns for the rows of the first sheet for which it returns something. Later sheets
/// are not read.
///
/// # Errors
/// The bytes are no workbook, or it is too large.
pub(super) fn find_in_sheets<T>(
    bytes: &[u8],
    mut find: impl FnMut(Vec<TableRow>) -> Option<T>,
) -> Result<Option<T>, ImportFault> {
    check_size(bytes)?;
    let unreadable = || ImportFault::whole(ImportFaultKind::NotAWorkbook);
    let mut workbook: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let mut left = MAX_KEPT;
    for name in workbook.sheet_names() {
        // A sheet of charts has no cells.
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else {
            continue;
        };
        let mut sheet = SheetRows {
            rows: Vec::new(),
            left,
        };
        // Cell by cell: a range would have a place for every empty cell between two.
        while let Some(cell) = cells.next_cell().map_err(|_| unreadable())? {
            let (row, column) = cell.get_position();
            let text = cell_text(cell.get_value());
            sheet.add_cell(row.saturating_add(1), column as usize, text)?;
        }
        left = sheet.left;
        if let Some(found) = find(sheet.rows) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// The rows of a sheet that are not empty.
struct SheetRows {
    rows: Vec<TableRow>,
    /// The bytes that may still be kept.
    left: usize,
}

impl SheetRows {
    fn add_cell(&mut self, number: u32, column: usize, text: String) -> Result<(), ImportFault> {
        if text.is_empty() || column >= MAX_COLUMNS {
            return Ok(());
        }
        if self.rows.last().is_none_or(|last| last.number != number) {
            if self.rows.len() >= MAX_ROWS as usize {
                return Err(ImportFault::at(number, ImportFaultKind::TooManyRows));
            }
            self.rows.push(TableRow {
                number,
                cells: Vec::new(),
            });
        }
        let Some(TableRow { cells, .. }) = self.rows.last_mut() else {
            return Ok(());
        };
        let width = column.saturating_add(1);
        let added = width.saturating_sub(cells.len());
        let size = size_of::<String>()
            .saturating_mul(added)
            .saturating_add(text.len());
        self.left = self
            .left
            .checked_sub(size)
            .ok_or(ImportFault::whole(ImportFaultKind::TooLarge))?;
        if added > 0 {
            cells.resize(width, String::new());
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
        Ok(())
    }
}

/// A number without its decimals if it has none: 3 rather than 3.0.
fn cell_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::DateTime(date) => date.as_f64().to_string(),
        DataRef::Error(error) => error.to_string(),
        _ => String::new(),
    }
}

/// Unpacks every part once, up to the limit.
fn check_size(bytes: &[u8]) -> Result<(), ImportFault> {
    let unreadable = |_| ImportFault::whole(ImportFaultKind::NotAWorkbook);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(unreadable)?;
        let mut limited = part.take(left.saturating_add(1));
        let size = std::io::copy(&mut limited, &mut std::io::sink())
            .map_err(|_| ImportFault::whole(ImportFaultKind::NotAWorkbook))?;
        left = left
            .checked_sub(size)
            .ok_or(ImportFault::whole(ImportFaultKind::TooLarge))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn read_sheets(bytes: &[u8]) -> Result<Vec<Vec<TableRow>>, ImportFault> {
        let mut sheets = Vec::new();
        let keep = |rows| {
            sheets.push(rows);
            None::<()>
        };
        find_in_sheets(bytes, keep).map(|_| sheets)
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        for bytes in [&b""[..], b"PK\x03\x04", b"id,answer"] {
            let fault = read_sheets(bytes).unwrap_err();
            assert_eq!(fault.kind, ImportFaultKind::NotAWorkbook);
        }
    }

    #[test]
    fn a_small_file_cannot_unpack_without_end() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file("xl/workbook.xml", options).unwrap();
        for _ in 0..65 {
            zip.write_all(&vec![b' '; 1024 * 1024]).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        assert!(bytes.len() < 1024 * 1024);
        assert_eq!(
            read_sheets(&bytes).unwrap_err().kind,
            ImportFaultKind::TooLarge
        );
    }

    #[test]
    fn cells_far_apart_take_no_space_between_them() {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write_string(0, 0, "id").unwrap();
        sheet.write_number(1_048_575, 1, 3.0).unwrap();
        sheet.write_string(1_048_575, 16_383, "far").unwrap();
        let sheets = read_sheets(&workbook.save_to_buffer().unwrap()).unwrap();
        let numbers: Vec<u32> = sheets[0].iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 1_048_576]);
        assert_eq!(sheets[0][1].cells, ["", "3"]);
    }
}
