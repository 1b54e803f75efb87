//! How hard a passphrase is to guess, and proposals of such that are.
//!
//! Whoever has a sealed link can try passphrases without end, so a weak one protects nothing.

/// What a passphrase must have, in bits.
pub const MIN_BITS: f64 = 60.0;

/// How many random bytes a proposal takes.
pub const RANDOM_BYTES: usize = 12;

/// What a word is worth, in bits: one of about four thousand that people think of. Letters say
/// more only where they are no word, which nothing here can tell.
const WORD: f64 = 12.0;

/// What a sign is worth that repeats or continues the one before.
const RUN: f64 = 1.0;

/// A cautious estimate of how hard a passphrase is to guess, in bits: so much for each different
/// word of Latin letters, and for each other sign by the size of its kind.
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

/// Sign by sign; `each` is what one is worth, and an ideograph twice as much.
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

/// Whether a passphrase is hard enough to guess for a new link.
#[must_use]
pub fn is_strong(passphrase: &str) -> bool {
    estimate_bits(passphrase) >= MIN_BITS
}

/// Six made-up words that can be spoken, from 96 random bits: each sixteen of them a word of
/// consonants and vowels in turn (Wilkerson, "A proposal for proquints", 2009).
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
    fn proposals_are_strong_and_can_be_spoken() {
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
