//! The text of a field for a target score.

use assay_core::TargetScore;

/// What the text of a field states.
#[derive(Debug, PartialEq)]
pub(super) enum ScoreInput {
    /// Nothing: no target.
    Empty,
    /// A target.
    Score(TargetScore),
    /// Anything else.
    Refused,
}

impl ScoreInput {
    /// Reads a whole number from 0 to 100, also with a percent sign and in full-width digits.
    pub(super) fn read(text: &str) -> Self {
        let plain: String = text.trim().chars().map(half_width).collect();
        let number = plain.strip_suffix('%').unwrap_or(&plain).trim_end();
        if plain.is_empty() {
            return Self::Empty;
        }
        let digits = number.bytes().all(|byte| byte.is_ascii_digit());
        let percent = number.parse::<u8>().ok().filter(|_| digits);
        let score = percent.and_then(|percent| TargetScore::new(f64::from(percent)));
        score.map_or(Self::Refused, Self::Score)
    }
}

/// Returns the usual form of a full-width digit or percent sign, which Chinese input methods write.
fn half_width(letter: char) -> char {
    match letter {
        '０'..='９' | '％' => {
            let code = u32::from(letter) - 0xFEE0;
            char::from_u32(code).unwrap_or(letter)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{ScoreInput, TargetScore};

    #[test]
    fn whole_numbers_from_0_to_100_are_read() {
        for (text, percent) in [
            ("0", 0.0),
            (" 60 ", 60.0),
            ("100", 100.0),
            ("75 %", 75.0),
            ("６０", 60.0),
            ("６０％", 60.0),
        ] {
            let score = TargetScore::new(percent).unwrap();
            assert_eq!(ScoreInput::read(text), ScoreInput::Score(score), "{text}");
        }
        assert_eq!(ScoreInput::read("  "), ScoreInput::Empty);
        for text in ["101", "-1", "+5", "many", "%", "6 0", "60.5", "1e1"] {
            assert_eq!(ScoreInput::read(text), ScoreInput::Refused, "{text}");
        }
    }
}
