//! Estimates the strength of passphrases and generates strong ones.
//!
//! A sealed link can be attacked offline with any number of guesses, so a weak passphrase does not
//! protect it.

/// The required strength of a passphrase, in bits.
pub const MIN_BITS: f64 = 60.0;

/// The number of random bytes for a generated passphrase.
pub const RANDOM_BYTES: usize = 12;

/// The entropy of a word, in bits: one of about 4,000 common words. Random letters have more, but
/// cannot be distinguished from a word.
const WORD: f64 = 12.0;

/// The entropy of a character that repeats or continues the previous one, in bits.
const RUN: f64 = 1.0;

/// Returns a conservative estimate of the strength of a passphrase, in bits: a fixed amount per
/// distinct word of letters, and for each other character an amount by its class.
#[must_use]
pub fn estimate_bits(passphrase: &str) -> f64 {
    let lower = passphrase.to_lowercase();
    let mut seen: Vec<&str> = Vec::new();
    let mut bits = 0.0;
    for word in lower.split(|sign: char| !sign.is_alphabetic() || is_ideograph(sign)) {
        if word.is_empty() || seen.contains(&word) {
            continue;
        }
        seen.push(word);
        bits += signs(word, 4.7).min(WORD);
    }
    let others = passphrase
        .chars()
        .filter(|sign| !sign.is_alphabetic() || is_ideograph(*sign));
    let others: String = others.filter(|sign| !sign.is_whitespace()).collect();
    bits + signs(&others, 3.3)
}

/// Returns the entropy of single characters in bits; `each` is that of a character, ideographs
/// count twice as much.
fn signs(text: &str, each: f64) -> f64 {
    let mut bits = 0.0;
    let mut before: Vec<char> = Vec::new();
    for sign in text.chars() {
        let runs = before
            .last()
            .is_some_and(|last| u32::from(*last).abs_diff(u32::from(sign)) <= 1);
        bits += match (runs || before.contains(&sign), is_ideograph(sign)) {
            (true, _) => RUN,
            (false, true) => 2.0 * each,
            (false, false) => each,
        };
        before.push(sign);
    }
    bits
}

fn is_ideograph(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Returns whether a passphrase is strong enough for a new link.
///
/// ```
/// use assay_core::passphrase::{from_random_bytes, is_strong};
///
/// assert!(!is_strong("open sesame"));
/// assert!(is_strong(&from_random_bytes([0x5a, 3, 0x81, 7, 0xd2, 9, 0x4f, 11, 0xe6, 13, 0x2b, 15])));
/// ```
#[must_use]
pub fn is_strong(passphrase: &str) -> bool {
    estimate_bits(passphrase) >= MIN_BITS
}

/// Generates a passphrase of six pronounceable words from 96 random bits; 16 bits form one word of
/// alternating consonants and vowels (Wilkerson, "A proposal for proquints", 2009).
#[must_use]
pub fn from_random_bytes(random: [u8; RANDOM_BYTES]) -> String {
    const CONSONANTS: [char; 16] = [
        'b', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z',
    ];
    const VOWELS: [char; 4] = ['a', 'i', 'o', 'u'];
    let word = |pair: &[u8]| -> String {
        let bits = pair
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        let consonant = |at: u32| CONSONANTS.get((bits >> at & 15) as usize);
        let vowel = |at: u32| VOWELS.get((bits >> at & 3) as usize);
        let signs = [
            consonant(12),
            vowel(10),
            consonant(6),
            vowel(4),
            consonant(0),
        ];
        signs.into_iter().flatten().collect()
    };
    let words: Vec<String> = random.chunks(2).map(word).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{from_random_bytes, is_strong};

    #[test]
    fn what_is_soon_guessed_is_weak() {
        for weak in [
            "",
            "1",
            "a",
            "password",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "open sesame",
            "12345678901234567890",
            "abcdefghijklmnop",
            "correct horse",
            "hello hello hello hello hello",
            "密码",
            "你好你好你好你好",
        ] {
            assert!(!is_strong(weak), "{weak}");
        }
    }

    #[test]
    fn five_words_or_as_much_in_other_signs_are_strong() {
        for strong in [
            "correct horse battery staple ladder",
            "7#4!9%2&5+8=3?6:1(0)/*-_",
            "秋天河边煮茶忽闻钟响",
        ] {
            assert!(is_strong(strong), "{strong}");
        }
    }

    #[test]
    fn proposals_are_strong_and_pronounceable() {
        let known = from_random_bytes([0x7f, 0, 0, 1, 0x3f, 0x54, 0xdc, 0xc1, 1, 2, 3, 4]);
        assert!(known.starts_with("lusab babad gutih tugad "), "{known}");
        let mut random = crate::random::Generator::from_seed(5);
        for _ in 0..1_000 {
            let [one, two] = [random.next_u64(), random.next_u64()].map(u64::to_be_bytes);
            let [a, b, c, d, ..] = two;
            let [e, f, g, h, i, j, k, l] = one;
            let proposal = from_random_bytes([a, b, c, d, e, f, g, h, i, j, k, l]);
            assert!(is_strong(&proposal), "{proposal}");
        }
    }
}
