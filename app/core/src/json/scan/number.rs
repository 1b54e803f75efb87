//! Scans numbers and unquoted words.

use super::{Fault, Scanner, SyntaxFault};

impl Scanner<'_, '_> {
    /// Scans a number.
    pub(super) fn number(&mut self) -> Result<(), Fault> {
        let word = self.whole_word();
        let found = || self.word().to_owned();
        if is_number(word) {
            if word.parse().is_ok_and(f64::is_infinite) {
                return self.fault(SyntaxFault::NumberTooLarge { found: found() });
            }
            self.at = self.at.saturating_add(word.len());
            return Ok(());
        }
        let what = match word.trim_start_matches(['-', '+']) {
            "NaN" | "nan" | "Infinity" | "inf" | "Inf" => {
                SyntaxFault::NotANumber { found: found() }
            }
            _ => SyntaxFault::BadNumber { found: found() },
        };
        self.fault(what)
    }

    /// Scans `true`, `false` or `null`.
    pub(super) fn known_word(&mut self) -> Result<(), Fault> {
        let word = self.whole_word();
        let found = || self.word().to_owned();
        match word {
            "true" | "false" | "null" => {
                self.at = self.at.saturating_add(word.len());
                Ok(())
            }
            "NaN" | "nan" | "Infinity" | "inf" | "Inf" => {
                self.fault(SyntaxFault::NotANumber { found: found() })
            }
            _ => self.fault(SyntaxFault::BareWord { found: found() }),
        }
    }

    /// Returns the ASCII word or number at the current offset in full length.
    fn whole_word(&self) -> &str {
        let rest = self.rest();
        let ends = |letter: char| !(letter.is_ascii_alphanumeric() || "_$.+-".contains(letter));
        let end = rest.find(ends).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }
}

/// Returns whether the word is a valid JSON number.
fn is_number(word: &str) -> bool {
    let word = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = match word.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (word, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let power = |text: &str| digits(text.strip_prefix(['-', '+']).unwrap_or(text));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(power)
}
