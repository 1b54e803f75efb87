//! Describes a fault in the reader's language: place, cause, remedy.

use assay_core::Problem;
use assay_locale::{Messages, abbreviate, describe_problem, join_list, prefix_place};

use crate::{Fault, FaultKind, Theme};

/// Describes a fault, prefixed with its place if it has one.
#[must_use]
pub fn describe_fault(words: &Messages, fault: &Fault) -> String {
    let (place, position) = (fault.place.clone(), fault.position);
    match &fault.kind {
        FaultKind::File(kind) => {
            let kind = kind.clone();
            describe_problem(
                words,
                &Problem {
                    place,
                    position,
                    kind,
                },
            )
        }
        kind => prefix_place(words, &place, position, &sentence(words, kind)),
    }
}

fn sentence(words: &Messages, kind: &FaultKind) -> String {
    let number = |count: &usize| count.to_string();
    match kind {
        FaultKind::NotAColour { found } => words.config_not_a_colour(&abbreviate(found)),
        FaultKind::LowContrast {
            colour,
            ground,
            theme,
            ratio,
            needed,
        } => {
            let theme = match theme {
                Theme::Light => words.config_theme_light(),
                Theme::Dark => words.config_theme_dark(),
            };
            words.config_low_contrast(
                colour,
                ground,
                theme,
                &hundredths(*ratio),
                &needed.to_string(),
            )
        }
        FaultKind::Length { found, low, high } => {
            words.config_length(&number(found), &number(low), &number(high))
        }
        FaultKind::Count { found, low, high } => {
            words.config_count(&number(found), &number(low), &number(high))
        }
        FaultKind::Repeated { found } => words.config_repeated(&abbreviate(found)),
        FaultKind::NotFonts { found } => words.config_not_fonts(&abbreviate(found)),
        FaultKind::NotSiteFile { found } => words.config_not_own_file(&abbreviate(found)),
        FaultKind::NotAPicture { found } => words.config_not_a_picture(&abbreviate(found)),
        FaultKind::NotAnAddress { found } => words.config_not_an_address(&abbreviate(found)),
        FaultKind::NotAnOrigin { found } => words.config_not_an_origin(&abbreviate(found)),
        FaultKind::UnknownText { key } => words.config_unknown_text(&abbreviate(key)),
        FaultKind::FixedText { key } => words.config_fixed_text(&abbreviate(key)),
        FaultKind::Placeholders { found, needed } => {
            words.config_placeholders(&names(words, found), &names(words, needed))
        }
        FaultKind::MissingLanguage { language } => words.config_not_in_language(language),
        // Handled by `describe_fault`.
        FaultKind::File(_) => String::new(),
    }
}

/// The ratio rounded down, so that one just below the limit does not look sufficient.
fn hundredths(ratio: f64) -> String {
    format!("{:.2}", (ratio * 100.0).floor() / 100.0)
}

fn names(words: &Messages, names: &[String]) -> String {
    if names.is_empty() {
        return words.config_none().to_owned();
    }
    let braced: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    join_list(words, &braced)
}
