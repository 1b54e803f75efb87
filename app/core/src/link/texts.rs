//! Encodes the optional texts of a link: profile and notes.

use super::answers::packed_questions;
use super::bytes::{Reader, Writer};
use crate::{Model, Notes, Profile, Stance};

/// Returns whether the profile contains any text.
pub(super) fn has_profile(profile: &Profile) -> bool {
    !(profile.name.is_empty() && profile.industry.is_empty() && profile.size.is_empty())
}

pub(super) fn write_profile(out: &mut Writer, profile: &Profile) {
    out.text(&profile.name);
    out.text(&profile.industry);
    out.text(&profile.size);
}

pub(super) fn read_profile(fields: &mut Reader<'_>, stance: Stance) -> Option<Profile> {
    let profile = Profile {
        name: fields.text()?.to_owned(),
        industry: fields.text()?.to_owned(),
        size: fields.text()?.to_owned(),
        stance,
    };
    has_profile(&profile).then_some(profile)
}

/// Creates a profile with a stance only.
pub(super) fn empty_profile(stance: Stance) -> Profile {
    Profile {
        name: String::new(),
        industry: String::new(),
        size: String::new(),
        stance,
    }
}

/// Returns the notes that a link contains: non-empty ones on questions of the stance.
fn sent<'n>(model: &Model, stance: Stance, notes: &'n Notes) -> Vec<(usize, &'n str)> {
    packed_questions(model, stance)
        .enumerate()
        .filter_map(|(place, ix)| Some((place, notes.get(&ix)?.as_str())))
        .filter(|(_, note)| !note.is_empty())
        .collect()
}

pub(super) fn has_notes(model: &Model, stance: Stance, notes: &Notes) -> bool {
    !sent(model, stance, notes).is_empty()
}

/// Writes the number of notes, then for each the number of questions skipped since the previous
/// note, and its text.
pub(super) fn write_notes(out: &mut Writer, model: &Model, stance: Stance, notes: &Notes) {
    let notes = sent(model, stance, notes);
    out.count(notes.len());
    let mut next = 0;
    for (place, note) in notes {
        out.count(place.saturating_sub(next));
        out.text(note);
        next = place.saturating_add(1);
    }
}

pub(super) fn read_notes(fields: &mut Reader<'_>, model: &Model, stance: Stance) -> Option<Notes> {
    let mut questions = packed_questions(model, stance);
    let count = fields.count()?;
    if count == 0 {
        return None;
    }
    let mut notes = Notes::new();
    for _ in 0..count {
        let question = questions.nth(fields.count()?)?;
        let note = fields.text().filter(|note| !note.is_empty())?;
        notes.insert(question, note.to_owned());
    }
    Some(notes)
}
