//! A fault in the reader's language: where, what is wrong, what to do about it.

use assay_core::Problem;
use assay_locale::{Words, at_place, list, problem, short};

use crate::{Fault, Kind, Theme};

/// Says one fault, with its place in front where it has one.
#[must_use]
pub fn fault(words: &Words, fault: &Fault) -> String {
    let (place, position) = (fault.place.clone(), fault.position);
    match &fault.kind {
        Kind::File(kind) => {
            let kind = kind.clone();
            problem(
                words,
                &Problem {
                    place,
                    position,
                    kind,
                },
            )
        }
        kind => at_place(words, &place, position, &sentence(words, kind)),
    }
}

fn sentence(words: &Words, kind: &Kind) -> String {
    let number = |count: &usize| count.to_string();
    match kind {
        Kind::NotAColour { found } => words.config_not_a_colour(&short(found)),
        Kind::LowContrast {
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
        Kind::Length { found, low, high } => {
            words.config_length(&number(found), &number(low), &number(high))
        }
        Kind::Count { found, low, high } => {
            words.config_count(&number(found), &number(low), &number(high))
        }
        Kind::Repeated { found } => words.config_repeated(&short(found)),
        Kind::NotFonts { found } => words.config_not_fonts(&short(found)),
        Kind::NotOwnFile { found } => words.config_not_own_file(&short(found)),
        Kind::NotAPicture { found } => words.config_not_a_picture(&short(found)),
        Kind::NotAnAddress { found } => words.config_not_an_address(&short(found)),
        Kind::NotAnOrigin { found } => words.config_not_an_origin(&short(found)),
        Kind::UnknownText { key } => words.config_unknown_text(&short(key)),
        Kind::FixedText { key } => words.config_fixed_text(&short(key)),
        Kind::Placeholders { found, needed } => {
            words.config_placeholders(&names(words, found), &names(words, needed))
        }
        Kind::NotInLanguage { language } => words.config_not_in_language(language),
        // Said above.
        Kind::File(_) => String::new(),
    }
}

/// A ratio, rounded down, so that one that is just too low does not look as if it were enough.
fn hundredths(ratio: f64) -> String {
    format!("{:.2}", (ratio * 100.0).floor() / 100.0)
}

fn names(words: &Words, names: &[String]) -> String {
    if names.is_empty() {
        return words.config_none().to_owned();
    }
    let braced: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    list(words, &braced)
}
