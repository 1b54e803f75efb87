//! Recognizes a payload at the beginning of a text. Several possible ends, spellings and decodings
//! are tried; the checksum identifies the correct one.

use super::address::{Marker, first_marker};
use super::escapes::{percent_decode, quoted_printable_decode, url_defense_decode};
use super::spelling::{DASHES, End, Spelling, is_invisible, line_break};
use super::{LinkError, MAX_LENGTH, base64url, damage, frame};
use crate::Model;

/// The maximum length of text examined for one link in bytes: each character may be escaped to
/// three, with line breaks in between.
const REACH: usize = 4 * MAX_LENGTH;

/// Returns the first valid payload at the beginning of a text, and the number of bytes of the text
/// that it takes; if the text had to be decoded, up to the next space.
pub(super) fn read_payload(source: &str) -> Option<(Vec<u8>, usize)> {
    let source = within_reach(source);
    if let Some((bytes, end)) = read_spelled(source) {
        return Some((bytes, end.taken));
    }
    let blank = source.find(char::is_whitespace).unwrap_or(source.len());
    let once = percent_decode(source);
    let twice = percent_decode(&once);
    let printable = quoted_printable_decode(source);
    let rewritten = [once, twice, printable].into_iter();
    let mut rewritten = rewritten.filter(|text| text != source);
    let (bytes, _) = rewritten.find_map(|text| read_spelled(&text))?;
    Some((bytes, blank))
}

pub(super) fn read_spelled(source: &str) -> Option<(Vec<u8>, End)> {
    let has_dashes = source.contains(['—', '―', '–']);
    let ways = if has_dashes { DASHES.len() } else { 1 };
    DASHES.into_iter().take(ways).find_map(|dashes| {
        let spelling = Spelling::read(source, dashes);
        let mut bytes = base64url::decode_beginning(&spelling.text);
        let valid = valid_end(&bytes, &spelling, &spelling.ends);
        let (length, end) =
            valid.or_else(|| valid_end(&bytes, &spelling, &spelling.ends_within(source)))?;
        bytes.truncate(length);
        Some((bytes, end))
    })
}

/// Returns the first of the ascending ends at which the bytes are a valid payload, with its length
/// in bytes.
fn valid_end(bytes: &[u8], spelling: &Spelling, ends: &[End]) -> Option<(usize, End)> {
    let ends = ends.iter().filter_map(|&end| {
        let length = base64url::bytes_before(&spelling.text, end.length)?;
        (end.length <= MAX_LENGTH).then_some((length, end))
    });
    let ends: Vec<(usize, End)> = ends.collect();
    let length = frame::find_valid_length(bytes, ends.iter().map(|&(length, _)| length))?;
    ends.into_iter().find(|end| end.0 == length)
}

/// Returns the error for a text that begins with an invalid payload.
pub(super) fn diagnose(known: &[&Model], spelling: &Spelling) -> LinkError {
    let likely = spelling.text.get(..spelling.likely.length);
    damage::diagnose(known, likely.unwrap_or_default())
}

/// Returns the beginning of a text up to the maximum length of a link.
pub(super) fn within_reach(text: &str) -> &str {
    let mut ends = (0..=REACH.min(text.len())).rev();
    let end = ends.find(|&end| text.is_char_boundary(end));
    text.get(..end.unwrap_or_default()).unwrap_or_default()
}

/// Returns the text before the next link.
pub(super) fn before_next(text: &str) -> &str {
    let end = first_marker(text).map_or(text.len(), |Marker { start, .. }| start);
    text.get(..end).unwrap_or_default()
}

/// Decodes the escapes of gateways and mail programs, if that reveals a link; prefers a decoding
/// with a valid link.
pub(super) fn decode_escapes(text: &str) -> Option<String> {
    let defended = text.contains("urldefense");
    if !(defended || text.contains(['%', '='])) {
        return None;
    }
    let joined = join_lines(text);
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
        if read_payload(before_next(rest)).is_some() {
            return true;
        }
    }
    false
}

/// Removes line breaks and invisible characters.
fn join_lines(text: &str) -> String {
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
