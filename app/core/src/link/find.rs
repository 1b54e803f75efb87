//! Finds links in pasted texts: mails, chats, lists, and addresses rewritten by gateways.
//!
//! Several possible ends and spellings of a payload are tried; the checksum identifies the correct
//! one.

use super::address::{LinkKind, Marker, first_marker};
use super::escapes::{percent_decode, quoted_printable_decode, url_defense_decode};
use super::spelling::{DASHES, End, Spelling, is_invisible, is_plain, line_break};
use super::{LinkError, MAX_LENGTH, base64url, damage, frame};
use crate::Model;

/// The minimum length of a word to be a payload: on a line of its own, and among other words.
const ALONE: usize = 16;
const AMONG_WORDS: usize = 32;

/// The maximum length of text examined for one link in bytes: each character may be escaped to
/// three, with line breaks in between.
const REACH: usize = 4 * MAX_LENGTH;

/// The maximum number of words of a text that are tried as payloads with spaces.
const WORDS_TRIED: usize = 64;

/// A part of a text that appears to be a link.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        words: WORDS_TRIED,
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
    if let Some((bytes, _)) = whole(text).filter(|_| alone) {
        return Ok(bytes);
    }
    let mut error = None;
    for found in find_links(known, text) {
        match found.bytes {
            Ok(bytes) => return Ok(bytes),
            Err(why) => drop(error.get_or_insert(why)),
        }
    }
    Err(error.unwrap_or_else(|| why(known, &Spelling::read(text, DASHES[0]))))
}

/// Returns the first valid payload at the beginning of a text, and the number of bytes of the text
/// that it takes; if the text had to be decoded, up to the next space.
fn whole(source: &str) -> Option<(Vec<u8>, usize)> {
    let source = within_reach(source);
    if let Some((bytes, end)) = spelled(source) {
        return Some((bytes, end.taken));
    }
    let blank = source.find(char::is_whitespace).unwrap_or(source.len());
    let once = percent_decode(source);
    let twice = percent_decode(&once);
    let printable = quoted_printable_decode(source);
    let rewritten = [once, twice, printable].into_iter();
    let mut rewritten = rewritten.filter(|text| text != source);
    let (bytes, _) = rewritten.find_map(|text| spelled(&text))?;
    Some((bytes, blank))
}

fn spelled(source: &str) -> Option<(Vec<u8>, End)> {
    let has_dashes = source.contains(['—', '―', '–']);
    let ways = if has_dashes { DASHES.len() } else { 1 };
    DASHES.into_iter().take(ways).find_map(|dashes| {
        let spelling = Spelling::read(source, dashes);
        let mut bytes = base64url::decode_beginning(&spelling.text);
        let ends = spelling.ends.iter().filter_map(|&end| {
            let length = base64url::bytes_before(&spelling.text, end.length)?;
            (end.length <= MAX_LENGTH).then_some((length, end))
        });
        let ends: Vec<(usize, End)> = ends.collect();
        let length = frame::find_valid_length(&bytes, ends.iter().map(|&(length, _)| length))?;
        let end = ends.iter().find(|end| end.0 == length)?.1;
        bytes.truncate(length);
        Some((bytes, end))
    })
}

/// Returns the error for a text that begins with an invalid payload.
fn why(known: &[&Model], spelling: &Spelling) -> LinkError {
    let likely = spelling.text.get(..spelling.likely.length);
    damage::diagnose(known, likely.unwrap_or_default())
}

/// The state of the search.
struct Finding<'m> {
    known: &'m [&'m Model],
    found: Vec<LinkCandidate>,
    /// The number of further words that may be tried.
    words: usize,
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
            self.between(between, beside, may_be_encoded);
            let behind = rest.get(marker.end..).unwrap_or_default();
            let taken = self.payload(behind);
            rest = behind.get(taken..).unwrap_or_default();
            beside = Beside {
                behind: true,
                before: false,
            };
        }
        self.between(rest, beside, may_be_encoded);
    }

    /// Adds the link whose payload begins here and ends before the next one. Returns the number of
    /// bytes taken.
    fn payload(&mut self, behind: &str) -> usize {
        let source = before_next(behind);
        if let Some((bytes, taken)) = whole(source) {
            self.take(bytes);
            return taken;
        }
        self.refuse(source)
    }

    fn take(&mut self, bytes: Vec<u8>) {
        self.found.push(LinkCandidate {
            text: base64url::encode(&bytes),
            bytes: Ok(bytes),
        });
    }

    /// Adds an invalid link with its error. Returns the number of bytes that it probably takes.
    fn refuse(&mut self, source: &str) -> usize {
        let spelling = Spelling::read(source, DASHES[0]);
        let text = spelling.text.get(..spelling.likely.length);
        self.found.push(LinkCandidate {
            text: text.unwrap_or_default().to_owned(),
            bytes: Err(why(self.known, &spelling)),
        });
        spelling.likely.taken
    }

    /// Searches the text between two links: for encoded links, bare payloads and other addresses.
    fn between(&mut self, text: &str, beside: Beside, may_be_encoded: bool) {
        match may_be_encoded.then(|| decoded(text)).flatten() {
            Some(decoded) => self.scan(&decoded, false),
            None => self.lines(text, beside),
        }
    }

    /// On a line with a link, only valid payloads are added.
    fn lines(&mut self, text: &str, beside: Beside) {
        let (mut at, mut taken) = (0_usize, 0_usize);
        let margin = text.trim_end_matches(is_margin).len();
        for line in text.split_inclusive('\n') {
            let first = at == 0 && beside.behind;
            let next = at.saturating_add(line.len());
            let last = next >= margin && beside.before;
            for word in line.split_inclusive(char::is_whitespace) {
                let rest = text.get(at..).unwrap_or_default();
                if at >= taken {
                    let alone = line.trim_matches(is_margin) == word.trim_matches(is_margin);
                    let size = self.word(word.trim(), rest, alone, first || last);
                    taken = at.saturating_add(size);
                }
                at = at.saturating_add(word.len());
            }
        }
    }

    /// Checks a word, followed by `rest`. Returns the number of bytes that are a payload.
    fn word(&mut self, word: &str, rest: &str, alone: bool, quiet: bool) -> usize {
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
        let goes_on = self.words > 0;
        self.words = self.words.saturating_sub(1);
        let source = match goes_on {
            true => before_next(within_reach(rest)),
            false => payload,
        };
        let size = match spelled(source) {
            Some((bytes, end)) => {
                self.take(bytes);
                end.taken
            }
            None if quiet || !(alone || begins_as_payload(payload)) => return 0,
            None => self.refuse(source),
        };
        before.saturating_add(size)
    }
}

/// Returns the beginning of a text up to the maximum length of a link.
fn within_reach(text: &str) -> &str {
    let mut ends = (0..=REACH.min(text.len())).rev();
    let end = ends.find(|&end| text.is_char_boundary(end));
    text.get(..end.unwrap_or_default()).unwrap_or_default()
}

/// Returns the text before the next link.
fn before_next(text: &str) -> &str {
    let end = first_marker(text).map_or(text.len(), |Marker { start, .. }| start);
    text.get(..end).unwrap_or_default()
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

/// Decodes the escapes of gateways and mail programs, if that reveals a link; prefers a decoding
/// with a valid link.
fn decoded(text: &str) -> Option<String> {
    let defended = text.contains("urldefense");
    if !(defended || text.contains(['%', '='])) {
        return None;
    }
    let joined = joined(text);
    let mut first = None;
    for text in [text, &joined] {
        let once = percent_decode(text);
        let twice = percent_decode(&once);
        let printable = quoted_printable_decode(text);
        let other = defended.then(|| url_defense_decode(text));
        for decoded in [once, twice, printable].into_iter().chain(other) {
            if decoded == text || first_marker(&decoded).is_none() {
                continue;
            }
            if holds_whole(&decoded) {
                return Some(decoded);
            }
            first.get_or_insert(decoded);
        }
    }
    first
}

/// Returns whether a text contains a valid link.
fn holds_whole(text: &str) -> bool {
    let mut rest = text;
    while let Some(marker) = first_marker(rest) {
        rest = rest.get(marker.end..).unwrap_or_default();
        if whole(before_next(rest)).is_some() {
            return true;
        }
    }
    false
}

/// Removes line breaks and invisible characters.
fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let broken = line_break(rest);
        if broken.is_none() && !is_invisible(next) {
            joined.push(next);
        }
        rest = rest
            .get(broken.unwrap_or(next.len_utf8())..)
            .unwrap_or_default();
    }
    joined
}
