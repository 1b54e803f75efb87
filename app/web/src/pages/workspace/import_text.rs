//! Reading the files of assessments, and storing those that hold several.

use assay_core::backup::MAX_BACKUP_SIZE;
use assay_core::json::MAX_FILE_SIZE;
use assay_core::{Assessment, ProblemKind, Problems};
use assay_locale::Messages;
use web_sys::File;

use crate::browser::{clock, files};
use crate::parts::problems::{problem_lines, read_error_message};
use crate::state::{App, write_assessment};

/// The text of a file.
///
/// # Errors
/// Why it cannot be read, in a sentence.
pub(super) async fn read_text(app: &App, file: &File) -> Result<String, String> {
    let limit = match file.name().ends_with(".jsonl") {
        true => MAX_BACKUP_SIZE,
        false => MAX_FILE_SIZE,
    };
    let text = files::read_text_within(file, limit).await;
    text.map_err(|error| read_error_message(&app.messages(), &error))
}

/// The lines of a file with an assessment on each, with their numbers from 1; `None` if it is no such
/// file.
pub(super) fn json_lines(text: &str) -> Option<Vec<(usize, &str)>> {
    let lines = text.lines().map(str::trim).zip(1..);
    let lines: Vec<(usize, &str)> = lines
        .filter(|(line, _)| !line.is_empty())
        .map(|(line, number)| (number, line))
        .collect();
    let is_whole = |(_, line): &(usize, &str)| line.starts_with('{') && line.ends_with('}');
    (lines.len() > 1 && lines.iter().all(is_whole)).then_some(lines)
}

/// Why a file is refused, a line for each problem. A file that another field of the page opens is
/// referred to that field.
pub(super) fn refusal_lines(messages: &Messages, problems: &Problems) -> Vec<String> {
    let mut lines = problem_lines(messages, problems);
    let found = problems.0.iter().find_map(|problem| match &problem.kind {
        ProblemKind::WrongFormat { found, .. } => found.strip_prefix("assay.")?.split_once('/'),
        _ => None,
    });
    let field = match found {
        Some(("model", _)) => messages.models_own_label(),
        Some(("backup", _)) => messages.backup_restore(),
        _ => return lines,
    };
    if let Some(first) = lines.first_mut() {
        *first = messages.list_sentences(first, &messages.workspace_import_field(field));
    }
    lines
}

/// What became of the assessments of a file.
#[derive(Debug, Default)]
pub(super) struct StoredLines {
    /// How many were stored.
    pub(super) count: usize,
    /// Why others were refused.
    pub(super) problems: Vec<String>,
}

/// Stores the assessments of this questionnaire, one on each line. The current assessment stays the
/// current one.
pub(super) fn store_lines(app: &App, lines: &[(usize, &str)]) -> StoredLines {
    let messages = app.messages();
    let model = &app.questionnaire.model;
    let mut stored = StoredLines::default();
    for (number, line) in lines {
        match Assessment::parse(model, line) {
            Ok(assessment) => {
                write_assessment(&clock::generate_key(), model, &assessment);
                stored.count = stored.count.saturating_add(1);
            }
            Err(found) => {
                let found = problem_lines(&messages, &found.locate(line));
                let first = found.first().map_or("", String::as_str);
                let problem = messages.workspace_import_line(&number.to_string(), first);
                stored.problems.push(problem);
            }
        }
    }
    stored
}

#[cfg(test)]
mod tests {
    use super::json_lines;

    #[test]
    fn a_file_with_an_assessment_on_each_line_is_told_from_a_single_one() {
        let lines = json_lines("{\"a\":1}\n\n {\"b\":2} \r\n").unwrap_or_default();
        assert_eq!(lines, [(1, "{\"a\":1}"), (3, "{\"b\":2}")]);
        assert_eq!(json_lines("{\n  \"a\": 1\n}"), None);
        assert_eq!(json_lines("{\"a\":1}"), None);
        assert_eq!(json_lines(""), None);
    }
}
