//! Values of options.

use assay_core::{Day, Stance};
use assay_locale::Language;

/// Greatest number of draws: about a minute, and more add no precision.
const MAX_DRAWS: usize = 10_000_000;

pub(super) fn parse_draws(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|draws| *draws <= MAX_DRAWS);
    number.ok_or_else(|| format!("give a whole number from 0 to {MAX_DRAWS}"))
}

pub(super) fn parse_day(text: &str) -> Result<Day, String> {
    let day = Day::parse(text).filter(|day| day.to_string() == text);
    day.ok_or_else(|| "give a day from 2020 on, such as 2026-11-28".to_owned())
}

pub(super) fn parse_language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| format!("give one of {}", Language::TAGS.join(", ")))
}

pub(super) fn stance_parser() -> impl clap::builder::TypedValueParser<Value = Stance> {
    use clap::builder::{PossibleValuesParser, TypedValueParser};
    PossibleValuesParser::new(Stance::WORDS).try_map(|word| word.parse::<Stance>())
}
