//! The report as Markdown (CommonMark with tables).

use crate::content::{Block, Chart, ReportContent, Table};

/// Writes the report.
#[must_use]
pub fn write_markdown(content: &ReportContent) -> String {
    let mut page = Page {
        text: String::new(),
        colon: content.colon().to_owned(),
    };
    let certificate = &content.certificate;
    page.block(&format!("# {}", escape(&content.company)));
    page.block(&format!("**{}**", escape(&certificate.heading)));
    let about = [
        &content.brand.name,
        &certificate.origin,
        &certificate.model,
        &certificate.day,
    ];
    for line in about.into_iter().filter(|line| !line.is_empty()) {
        page.block(&escape(line));
    }
    for chapter in content.chapters() {
        page.block(&format!("## {}", escape(chapter.heading)));
        for block in &chapter.blocks {
            page.write(block);
        }
    }
    page.text
}

struct Page {
    text: String,
    colon: String,
}

impl Page {
    fn block(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn write(&mut self, block: &Block<'_>) {
        match block {
            Block::Heading(text) => self.block(&format!("### {}", escape(text))),
            Block::Lead(text) => self.block(&format!("**{}**", escape(text))),
            Block::Paragraph(text) => self.block(&escape(text)),
            Block::Labelled(label, text) => {
                let colon = &self.colon;
                self.block(&format!("**{}**{colon}{}", escape(label), escape(text)));
            }
            Block::List(items) => {
                let items = items.iter().map(|item| format!("- {}", escape(item)));
                self.block(&items.collect::<Vec<_>>().join("\n"));
            }
            Block::Table(table) => self.block(&table_text(table)),
            Block::Chart(chart) => self.block(&escape(&chart_text(chart))),
        }
    }
}

/// Markdown has no charts: their alternative stands for them.
fn chart_text(chart: &Chart) -> String {
    chart.alternative.clone()
}

fn table_text(table: &Table) -> String {
    let row = |cells: &mut dyn Iterator<Item = String>| {
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut lines = vec![
        row(&mut table.columns.iter().map(|cell| escape_cell(cell))),
        row(&mut table.numeric.iter().map(|numeric| {
            let rule = if *numeric { "--:" } else { "---" };
            rule.to_owned()
        })),
    ];
    for cells in &table.rows {
        lines.push(row(&mut cells.iter().map(|cell| escape_cell(cell))));
    }
    lines.join("\n")
}

fn escape_cell(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(escape).collect();
    lines.join("<br>")
}

/// Escapes what Markdown would take as markup. Line ends become spaces.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let ends_word = characters
            .peek()
            .is_none_or(|(_, next)| next.is_whitespace());
        let begins_entity =
            matches!(characters.peek(), Some((_, next)) if next.is_alphanumeric() || *next == '#');
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '&' if begins_entity => escaped.push_str("\\&"),
            '=' if at == 0 => escaped.push_str("\\="),
            '-' | '+' if at == 0 && ends_word => {
                escaped.push('\\');
                escaped.push(character);
            }
            '.' | ')'
                if at > 0
                    && ends_word
                    && text.bytes().take(at).all(|byte| byte.is_ascii_digit()) =>
            {
                escaped.push('\\');
                escaped.push(character);
            }
            '\n' | '\r' => escaped.push(' '),
            control if control.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escape, escape_cell};

    #[test]
    fn a_text_cannot_become_markup() {
        assert_eq!(
            escape("<b>*x*</b> [a](b)"),
            "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b)"
        );
        assert_eq!(escape("- item"), "\\- item");
        assert_eq!(escape("1. item"), "1\\. item");
        assert_eq!(escape("a\n# b"), "a \\# b");
        assert_eq!(escape("56.2 %"), "56.2 %");
    }

    #[test]
    fn a_cell_stays_on_one_line() {
        assert_eq!(escape_cell("a|b\nc"), "a\\|b<br>c");
    }
}
