//! Finds links in pasted texts: mails, chats, lists, and addresses rewritten by gateways.

use super::address::{LinkKind, first_marker};
use super::escapes::percent_decode;
use super::recognize::{
    before_next, decode_escapes, diagnose, read_payload, read_spelled, within_reach,
};
use super::spelling::{DASHES, Spelling, is_invisible, is_plain};
use super::{LinkError, base64url};
use crate::Model;

/// The minimum length of a word to be a payload: on a line of its own, and among other words.
const ALONE: usize = 16;
const AMONG_WORDS: usize = 32;

/// The maximum number of words of a text that are tried as payloads with spaces.
const WORDS_TRIED: usize = 64;

/// A part of a text that appears to be a link.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LinkCandidate {
    /// The payload, or the part of it that was recognized.
    pub text: String,
    /// The bytes of a valid payload, or the error. [`decode_bytes`](super::decode_bytes) checks its
    /// content.
    pub bytes: Result<Vec<u8>, LinkError>,
}

/// Finds everything in a text that appears to be a link, in text order: text after `#/r/` or
/// `#/i/`, other addresses, and words that look like a payload. The models in `known` improve error
/// messages.
#[must_use]
pub fn find_links(known: &[&Model], text: &str) -> Vec<LinkCandidate> {
    let mut finding = Finding {
        known,
        found: Vec::new(),
        remaining_words: WORDS_TRIED,
    };
    finding.scan(text, true);
    finding.found
}

/// Returns the kind of the first result or invitation link in a text, which may be percent-encoded
/// once or twice.
#[must_use]
pub fn find_link_kind(text: &str) -> Option<LinkKind> {
    let once = percent_decode(text);
    let twice = percent_decode(&once);
    let texts = [text, &once, &twice];
    let marker = texts.into_iter().find_map(first_marker);
    marker.map(|marker| marker.kind)
}

/// Returns the payload of the only or first valid link in a text.
pub(super) fn find_payload(known: &[&Model], text: &str) -> Result<Vec<u8>, LinkError> {
    let text = text.trim_start_matches(is_margin);
    let alone = first_marker(text).is_none();
    if let Some((bytes, _)) = read_payload(text).filter(|_| alone) {
        return Ok(bytes);
    }
    let mut error = None;
    for found in find_links(known, text) {
        match found.bytes {
            Ok(bytes) => return Ok(bytes),
            Err(why) => drop(error.get_or_insert(why)),
        }
    }
    Err(error.unwrap_or_else(|| diagnose(known, &Spelling::read(text, DASHES[0]))))
}

/// The state of the search.
struct Finding<'m> {
    known: &'m [&'m Model],
    found: Vec<LinkCandidate>,
    /// The number of further words that may be tried.
    remaining_words: usize,
}

/// Whether a part of a text follows a link, and whether it precedes one.
#[derive(Clone, Copy, Default)]
struct Beside {
    behind: bool,
    before: bool,
}

impl Finding<'_> {
    /// Searches a text, in which links may be encoded.
    fn scan(&mut self, text: &str, may_be_encoded: bool) {
        let mut beside = Beside::default();
        let mut rest = text;
        while let Some(marker) = first_marker(rest) {
            beside.before = true;
            let between = rest.get(..marker.start).unwrap_or_default();
            self.scan_between(between, beside, may_be_encoded);
            let behind = rest.get(marker.end..).unwrap_or_default();
            let consumed = self.scan_payload(behind);
            rest = behind.get(consumed..).unwrap_or_default();
            beside = Beside {
                behind: true,
                before: false,
            };
        }
        self.scan_between(rest, beside, may_be_encoded);
    }

    /// Adds the link whose payload begins here and ends before the next one. Returns the number of
    /// bytes read.
    fn scan_payload(&mut self, behind: &str) -> usize {
        let source = before_next(behind);
        if let Some((bytes, consumed)) = read_payload(source) {
            self.add_valid(bytes);
            return consumed;
        }
        self.add_invalid(source)
    }

    fn add_valid(&mut self, bytes: Vec<u8>) {
        self.found.push(LinkCandidate {
            text: base64url::encode(&bytes),
            bytes: Ok(bytes),
        });
    }

    /// Adds an invalid link with its error. Returns the number of bytes that it probably occupies.
    fn add_invalid(&mut self, source: &str) -> usize {
        let spelling = Spelling::read(source, DASHES[0]);
        let text = spelling.text.get(..spelling.likely.length);
        self.found.push(LinkCandidate {
            text: text.unwrap_or_default().to_owned(),
            bytes: Err(diagnose(self.known, &spelling)),
        });
        spelling.likely.consumed
    }

    /// Searches the text between two links: for encoded links, bare payloads and other addresses.
    fn scan_between(&mut self, text: &str, beside: Beside, may_be_encoded: bool) {
        match may_be_encoded.then(|| decode_escapes(text)).flatten() {
            Some(decoded) => self.scan(&decoded, false),
            None => self.scan_lines(text, beside),
        }
    }

    /// On a line with a link, only valid payloads are added.
    fn scan_lines(&mut self, text: &str, beside: Beside) {
        let (mut at, mut consumed) = (0_usize, 0_usize);
        let margin = text.trim_end_matches(is_margin).len();
        for line in text.split_inclusive('\n') {
            let first = at == 0 && beside.behind;
            let next = at.saturating_add(line.len());
            let last = next >= margin && beside.before;
            for word in line.split_inclusive(char::is_whitespace) {
                let rest = text.get(at..).unwrap_or_default();
                if at >= consumed {
                    let alone = line.trim_matches(is_margin) == word.trim_matches(is_margin);
                    let size = self.scan_word(word.trim(), rest, alone, first || last);
                    consumed = at.saturating_add(size);
                }
                at = at.saturating_add(word.len());
            }
        }
    }

    /// Checks a word, followed by `rest`. Returns the number of bytes that are a payload.
    fn scan_word(&mut self, word: &str, rest: &str, alone: bool, quiet: bool) -> usize {
        if word.contains("://") {
            if !quiet {
                self.found.push(LinkCandidate {
                    text: word.to_owned(),
                    bytes: Err(LinkError::Damaged),
                });
            }
            return 0;
        }
        let word_alone = word.trim_matches(|c| !is_plain(c));
        let payload = word_alone
            .split(|c| !is_plain(c))
            .next()
            .unwrap_or_default();
        let least = if alone { ALONE } else { AMONG_WORDS };
        if payload.len() < least {
            return 0;
        }
        let quiet = quiet || payload.len() < word_alone.len();
        let before = word.find(payload).unwrap_or_default();
        let rest = rest.get(before..).unwrap_or_default();
        let goes_on = self.remaining_words > 0;
        self.remaining_words = self.remaining_words.saturating_sub(1);
        let source = match goes_on {
            true => before_next(within_reach(rest)),
            false => payload,
        };
        let size = match read_spelled(source) {
            Some((bytes, end)) => {
                self.add_valid(bytes);
                end.consumed
            }
            None if quiet || !(alone || begins_as_payload(payload)) => return 0,
            None => self.add_invalid(source),
        };
        before.saturating_add(size)
    }
}

/// Returns whether a word begins with a version number.
fn begins_as_payload(word: &str) -> bool {
    let first = base64url::decode_beginning(word.get(..2).unwrap_or_default());
    first.first().is_some_and(|first| (1..16).contains(first))
}

/// Returns whether a character is a space or a quotation mark of mail.
fn is_margin(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || c == '>' || c == '|'
}
