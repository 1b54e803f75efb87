//! The table in `CONTRIBUTING.md`: which journey runs in which browser.

use super::{Engine, Exception, KINDS, Kind, exceptions_in, kind_of};

/// The table as Markdown, and below it the journeys that an engine leaves out, with the reason.
#[must_use]
pub fn journey_table() -> String {
    let heads = Engine::ALL.map(Engine::label).join(" | ");
    let mut lines = vec![
        format!("| journeys | in `tests/tests/journeys` | {heads} |"),
        "| --- | --- | --- | --- | --- |".to_owned(),
    ];
    lines.extend(KINDS.iter().map(kind_row));
    lines.push("| all others | the other files | all | none | none |".to_owned());
    lines.push(String::new());
    for engine in [Engine::Firefox, Engine::WebKit] {
        let mut left_out: Vec<&Exception> = exceptions_in(engine).collect();
        left_out.sort_by_key(|exception| (exception.reason, exception.path));
        if left_out.is_empty() {
            continue;
        }
        lines.push(format!("Not run in {}:", engine.label()));
        lines.push(String::new());
        lines.extend(
            left_out
                .iter()
                .map(|exception| format!("- `{}` {}.", exception.path, exception.reason)),
        );
        lines.push(String::new());
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.join("\n") + "\n"
}

fn kind_row(kind: &Kind) -> String {
    let modules = kind.modules.iter().map(|module| format!("`{module}`"));
    let modules = modules.collect::<Vec<_>>().join(", ");
    let cells = Engine::ALL.map(|engine| coverage(kind, engine)).join(" | ");
    format!("| {} | {modules} | {cells} |", kind.name)
}

fn coverage(kind: &Kind, engine: Engine) -> &'static str {
    let has_exception =
        exceptions_in(engine).any(|exception| kind_of(exception.path) == Some(kind));
    if has_exception { "not all" } else { "all" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_row_and_every_exception_a_line() {
        let table = journey_table();
        for kind in KINDS {
            assert!(table.contains(&format!("| {} |", kind.name)), "{table}");
        }
        for engine in Engine::ALL {
            for exception in exceptions_in(engine) {
                assert!(table.contains(&format!("- `{}` ", exception.path)));
            }
        }
    }
}
