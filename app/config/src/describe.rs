//! Describes a fault in the reader's language: place, cause, remedy.

use assay_core::Problem;
use assay_locale::{
    Messages, abbreviate, describe_problem, join_list, localize_decimals, prefix_place,
};

use crate::{Fault, FaultKind, Theme};

/// Describes a fault, prefixed with its place if it has one.
#[must_use]
pub fn describe_fault(messages: &Messages, fault: &Fault) -> String {
    let (place, position) = (fault.place.clone(), fault.position);
    match &fault.kind {
        FaultKind::File(kind) => {
            let kind = kind.clone();
            describe_problem(
                messages,
                &Problem {
                    place,
                    position,
                    kind,
                },
            )
        }
        kind => prefix_place(messages, &place, position, &sentence(messages, kind)),
    }
}

fn sentence(messages: &Messages, kind: &FaultKind) -> String {
    let number = |count: &usize| count.to_string();
    match kind {
        FaultKind::NotAColour { found } => messages.config_not_a_colour(&abbreviate(found)),
        FaultKind::LowContrast {
            colour,
            ground,
            theme,
            ratio,
            needed,
        } => messages.config_low_contrast(
            colour,
            ground,
            theme_name(messages, *theme),
            &format_ratio(messages, *ratio),
            &localize_decimals(messages, &needed.to_string()),
        ),
        FaultKind::Length { found, low, high } => {
            messages.config_length(&number(found), &number(low), &number(high))
        }
        FaultKind::Count { found, low, high } => {
            messages.config_count(&number(found), &number(low), &number(high))
        }
        FaultKind::Repeated { found } => messages.config_repeated(&abbreviate(found)),
        FaultKind::NotFonts { found } => messages.config_not_fonts(&abbreviate(found)),
        FaultKind::NotSiteFile { found } => messages.config_not_own_file(&abbreviate(found)),
        FaultKind::NotAPicture { found } => messages.config_not_a_picture(&abbreviate(found)),
        FaultKind::NotAnAddress { found } => messages.config_not_an_address(&abbreviate(found)),
        FaultKind::NotAnOrigin { found } => messages.config_not_an_origin(&abbreviate(found)),
        FaultKind::UnknownText { key } => messages.config_unknown_text(&abbreviate(key)),
        FaultKind::FixedText { key } => messages.config_fixed_text(&abbreviate(key)),
        FaultKind::Placeholders { found, needed } => messages.config_placeholders(
            &list_placeholders(messages, found),
            &list_placeholders(messages, needed),
        ),
        FaultKind::MissingLanguage { language } => messages.config_not_in_language(language),
        // Handled by `describe_fault`.
        FaultKind::File(_) => String::new(),
    }
}

fn theme_name(messages: &Messages, theme: Theme) -> &str {
    match theme {
        Theme::Light => messages.config_theme_light(),
        Theme::Dark => messages.config_theme_dark(),
    }
}

/// The ratio rounded down, so that one just below the limit does not look sufficient.
fn format_ratio(messages: &Messages, ratio: f64) -> String {
    let ratio = (ratio * 100.0).floor() / 100.0;
    localize_decimals(messages, &format!("{ratio:.2}"))
}

fn list_placeholders(messages: &Messages, names: &[String]) -> String {
    if names.is_empty() {
        return messages.config_none().to_owned();
    }
    let braced: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    join_list(messages, &braced)
}
