//! The fields of a template by name.

use crate::content::{Chart, ReportContent, Table, WaveContent};

/// Greatest number of answers that matter most in a table.
const MAX_SWINGS: usize = 8;

/// What stands for a field.
#[derive(Debug)]
pub(super) enum Field<'c> {
    /// A text; may be empty.
    Text(&'c str),
    /// A paragraph for each entry.
    List(Vec<String>),
    /// A chart; `None` if the result has none.
    Chart(Option<&'c Chart>),
    /// A table with its name; `None` if the result has none.
    Table(Option<(&'c str, Table)>),
}

/// The field of a name; `None` if there is none.
pub(super) fn find_field<'c>(content: &'c ReportContent, name: &str) -> Option<Field<'c>> {
    let text = find_text(content, name).map(Field::Text);
    let text = text.or_else(|| find_list(content, name).map(Field::List));
    text.or_else(|| find_object(content, name))
}

fn find_text<'c>(content: &'c ReportContent, name: &str) -> Option<&'c str> {
    let certificate = &content.certificate;
    Some(match name {
        "company" => &content.company,
        "firm" => &content.brand.name,
        "certificate" => &certificate.heading,
        "origin" => &certificate.origin,
        "questionnaire" => &certificate.model,
        "day" => &certificate.day,
        "ai_content" => &certificate.figure,
        "range" => &certificate.range,
        "level" => &certificate.level,
        "path" => &certificate.path,
        "confidence" => &certificate.confidence,
        "finding" => &content.finding.sentence,
        "sections" => &content.sections.sentence,
        "conviction" => &content.sections.conviction,
        "plan" => &content.plan.sentence,
        "trace" => &content.method.trace,
        _ => return None,
    })
}

fn find_list(content: &ReportContent, name: &str) -> Option<Vec<String>> {
    let found = &content.recommendation;
    Some(match name {
        "details" => content.finding.details.clone(),
        "reasons" => [&*found.sentences, &*found.confidence].concat(),
        "blocked" => blocked(content),
        "changes" => match &content.changes {
            Some(changes) => changes
                .changes
                .iter()
                .map(|one| one.sentence.clone())
                .collect(),
            None => Vec::new(),
        },
        "roadmap" if content.plan.waves.is_empty() => content.plan.questions.clone(),
        "roadmap" => {
            let waves = content.plan.waves.iter();
            waves.flat_map(|wave| actions(content, wave)).collect()
        }
        "method" => content.method.sentences.clone(),
        _ => return None,
    })
}

/// What each path misses that is not the first one.
fn blocked(content: &ReportContent) -> Vec<String> {
    let paths = content.paths.paths.iter().skip(1);
    let missing = paths.filter(|path| !path.missing.is_empty());
    let lines: Vec<String> = missing
        .map(|path| format!("{}{}{}", path.name, content.colon(), path.missing.join(" ")))
        .collect();
    match lines.is_empty() {
        true => vec![content.paths.unblocked.clone()],
        false => lines,
    }
}

fn actions(content: &ReportContent, wave: &WaveContent) -> Vec<String> {
    let actions = wave.actions.iter();
    let line =
        |title: &str, effort: &str| format!("{}{}{title} ({effort})", wave.name, content.colon());
    actions
        .map(|action| line(&action.title, &action.effort))
        .collect()
}

fn find_object<'c>(content: &'c ReportContent, name: &str) -> Option<Field<'c>> {
    let sections = &content.sections;
    Some(match name {
        "chart.sections" => chart(Some(&sections.bars)),
        "chart.radar" => chart(sections.radar.as_ref()),
        "chart.paths" => chart(Some(&content.paths.chart)),
        "table.sections" => table(&sections.heading, sections.table.clone()),
        "table.paths" => table(&content.paths.order_heading, content.paths_table()),
        "table.targets" => {
            let targets = content.targets.as_ref();
            Field::Table(targets.map(|it| (it.heading.as_str(), it.table.clone())))
        }
        "table.answers" => Field::Table(content.changes.as_ref().and_then(|changes| {
            let table = changes.swings_table(MAX_SWINGS);
            (!table.rows.is_empty()).then_some((changes.swings_heading.as_str(), table))
        })),
        _ => return None,
    })
}

fn chart(chart: Option<&Chart>) -> Field<'_> {
    Field::Chart(chart.filter(|chart| chart.has_values()))
}

fn table(name: &str, table: Table) -> Field<'_> {
    Field::Table(Some((name, table)))
}
