//! CSV (RFC 4180).
//!
//! A file begins with a byte order mark, without which Excel reads it in the code page of the
//! computer. A cell that a spreadsheet would compute is prefixed with an apostrophe (OWASP, "CSV
//! Injection").

/// The byte order mark of UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A CSV file that begins with a byte order mark.
#[derive(Debug, Clone)]
pub struct Csv(String);

impl Default for Csv {
    fn default() -> Self {
        Self(BYTE_ORDER_MARK.to_owned())
    }
}

impl Csv {
    /// Adds a row.
    pub fn row(&mut self, cells: &[&str]) {
        let cells: Vec<String> = cells.iter().map(|cell| quote(&defuse(cell))).collect();
        self.0.push_str(&cells.join(","));
        self.0.push_str("\r\n");
    }

    /// Returns the text of the file.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}

/// Prefixes an apostrophe to a text that a spreadsheet would compute, and to one that begins with
/// an apostrophe which an import would remove. A plain negative number stays as it is.
fn defuse(text: &str) -> String {
    let computes = text.starts_with(FORMULA_STARTS) && text.parse::<f64>().is_err();
    let looks_defused = text.strip_prefix('\'').is_some_and(is_computed);
    if computes || looks_defused {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The first characters of what a spreadsheet computes. Chinese and Japanese ones accept them in full
/// width too.
const FORMULA_STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Returns whether a text begins like a formula.
#[must_use]
pub fn is_computed(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA_STARTS)
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
            "＝1+1",
            "＠SUM(A1)",
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
