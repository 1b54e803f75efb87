//! `assay import`: reads answers back from a table.

use assay_core::{Answer, Assessment, Model};
use assay_reports::answers::{AnswerDifference, answer_word, describe_import_fault, read_answers};

use super::score::read_assessment;
use crate::args::Import;
use crate::failure::{Failure, print, print_errors};
use crate::files::InputSource;
use crate::wording::LocaleBundle;
use crate::{models, wording};

pub(super) fn run(arguments: &Import) -> Result<(), Failure> {
    let locale = wording::locale_bundle(arguments.lang);
    let known = models::load_models(arguments.model.as_deref(), &locale)?;
    let (model, mut assessment) =
        read_assessment(&known, &InputSource::new(&arguments.into), &locale)?;
    let model = &model.model;
    let table = InputSource::new(&arguments.table);
    let bytes = table.read_bytes(&locale)?;
    let imported = read_answers(model, &bytes).map_err(|faults| {
        let name = table.name(&locale);
        let say = |fault| format!("{name}: {}", describe_import_fault(&locale, fault));
        Failure::Input(faults.iter().map(say).collect())
    })?;
    let changes = describe_changes(model, &imported.changes(&assessment), &locale);
    if arguments.preview {
        let lines: String = changes.iter().map(|line| format!("{line}\n")).collect();
        return print(&lines);
    }
    print_errors(&changes);
    imported.apply(&mut assessment);
    print(&format!(
        "{}\n",
        Assessment::to_json(&assessment, model).trim_end()
    ))
}

fn describe_changes(
    model: &Model,
    changes: &[AnswerDifference],
    locale: &LocaleBundle,
) -> Vec<String> {
    let mut lines = Vec::new();
    for change in changes {
        let (row, id) = (change.row.to_string(), &model.question(change.question).id);
        if let Some((from, to)) = change.answer {
            let (from, to) = (answer_text(from, locale), answer_text(to, locale));
            lines.push(locale.import_change(&row, id, &from, &to));
        }
        if change.note.is_some() {
            lines.push(locale.import_change_note(&row, id));
        }
        if let Some((_, evidence)) = &change.evidence {
            lines.push(match evidence {
                Some(new) => locale.import_change_evidence(&row, id, &new.to_line()),
                None => locale.import_change_no_evidence(&row, id),
            });
        }
    }
    lines
}

/// An answer as tables write it.
fn answer_text(answer: Option<Answer>, locale: &LocaleBundle) -> String {
    match answer {
        None => locale.import_open().to_owned(),
        Some(answer) => answer_word(
            answer,
            locale.section_unknown(),
            locale.section_not_applicable(),
        ),
    }
}
