//! What can be expected of numbers.

/// Whether no number has more digits than are read exactly, or an exponent: those may come back
/// different in the last bit, on every machine alike.
pub fn exact(file: &str) -> bool {
    !file
        .split(|c: char| !c.is_ascii_digit() && !"+-.eE".contains(c))
        .any(|word| word.bytes().filter(u8::is_ascii_digit).count() > 15 || exponent(word))
}

fn exponent(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || c == '-') && word.contains(['e', 'E'])
}
