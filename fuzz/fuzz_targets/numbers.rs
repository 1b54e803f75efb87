//! Exactness of numbers in files.

/// Returns whether all numbers have at most 15 digits and no exponent. Others may differ in the
/// last bit after reading, on every machine alike.
pub fn exact(file: &str) -> bool {
    !file
        .split(|c: char| !c.is_ascii_digit() && !"+-.eE".contains(c))
        .any(|word| word.bytes().filter(u8::is_ascii_digit).count() > 15 || exponent(word))
}

fn exponent(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || c == '-') && word.contains(['e', 'E'])
}
