//! Formats a report: headings, paragraphs, lists and bars in 80 columns.

use assay_core::Range;

use crate::failure::strip_control_characters;

use super::wrap::{WIDTH, width, wrap};

/// The text of a report.
#[derive(Debug, Default)]
pub(super) struct Page(String);

impl Page {
    /// The whole text, ending with a line end.
    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// Writes the title with a double underline.
    pub(super) fn title(&mut self, text: &str) {
        self.line(text);
        self.line(&"=".repeat(width(text).min(WIDTH)));
    }

    /// Writes a heading after an empty line, underlined.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.line(text);
        self.line(&"-".repeat(width(text).min(WIDTH)));
    }

    /// Writes a lower-level heading.
    pub(super) fn label(&mut self, text: &str) {
        self.gap();
        self.paragraph(text);
    }

    /// Writes a paragraph; nothing for an empty text.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.block("", text);
    }

    /// Writes a list item behind a mark, such as `1. ` or `  - `.
    pub(super) fn item(&mut self, mark: &str, text: &str) {
        self.block(mark, text);
    }

    /// Writes a name, a bar from 0 to 100 and the values; `names` is the width of the name column.
    pub(super) fn bar(&mut self, names: usize, name: &str, range: Option<Range>, figures: &str) {
        let pad = " ".repeat(names.saturating_sub(width(name)));
        let line = format!("{name}{pad}  {}  {figures}", bar_cells(range));
        self.line(line.trim_end());
    }

    /// Writes an empty line, unless there is one.
    pub(super) fn gap(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    fn block(&mut self, mark: &str, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let indent = width(mark);
        for (place, line) in wrap(text, WIDTH.saturating_sub(indent)).iter().enumerate() {
            let start = if place == 0 {
                mark.to_owned()
            } else {
                " ".repeat(indent)
            };
            self.line(&format!("{start}{line}"));
        }
    }

    fn line(&mut self, text: &str) {
        self.0.push_str(&strip_control_characters(text));
        self.0.push('\n');
    }
}

/// Characters of a bar.
const CELLS: usize = 40;

/// The bar as text: `#` known, `.` possible with open answers.
fn bar_cells(range: Option<Range>) -> String {
    let Some(range) = range else {
        return " ".repeat(CELLS);
    };
    let cell = |percent: f64| (percent / 100.0 * CELLS as f64).round() as usize;
    let solid = cell(range.value.unwrap_or(range.low));
    let reach = cell(range.high).max(solid);
    (0..CELLS)
        .map(|at| match at {
            at if at < solid => '#',
            at if at < reach => '.',
            _ => ' ',
        })
        .collect()
}
