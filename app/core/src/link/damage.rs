//! Diagnoses invalid payloads.

use super::frame::{self, PayloadKind};
use super::{Invitation, LinkError, MAX_LENGTH, base64url, read_result};
use crate::Model;

/// The minimum length for a diagnosis, in characters.
const SHORTEST: usize = 8;
/// The length of a sealed payload without ciphertext and checksum, in bytes.
const SEALED: usize = 2 + 4 + 16 + 12;

/// Returns the most specific error for an invalid payload. If the model is known, a truncated
/// payload is recognized by its fields ending prematurely.
pub(super) fn diagnose(known: &[&Model], text: &str) -> LinkError {
    if text.len() > MAX_LENGTH {
        return LinkError::TooLong { limit: MAX_LENGTH };
    }
    let bytes = base64url::decode_beginning(text);
    match frame::open(&bytes) {
        Err(error @ (LinkError::NewerVersion | LinkError::OtherModel { .. })) => return error,
        _ if text.len() < SHORTEST => return LinkError::Damaged,
        _ => {}
    }
    let mut frame = match frame::open_damaged(&bytes) {
        Ok(frame) => frame,
        Err(body) if body.is_exhausted => return LinkError::Incomplete,
        Err(_) => return LinkError::Damaged,
    };
    if frame.kind == PayloadKind::Sealed {
        return match bytes.len() > SEALED {
            true => LinkError::Damaged,
            false => LinkError::Incomplete,
        };
    }
    let place = match frame.find_model(known) {
        Ok(place) => place,
        // With the model that it names, the diagnosis is more specific.
        Err(error) if error.names_shipped_model() => return error,
        Err(_) => return LinkError::Damaged,
    };
    let Some(model) = known.get(place) else {
        return LinkError::Damaged;
    };
    match frame.kind {
        PayloadKind::Invitation => drop(Invitation::read(&mut frame, model)),
        _ => drop(read_result(&mut frame, model, place)),
    }
    match frame.body.is_exhausted {
        true => LinkError::Incomplete,
        false => LinkError::Altered,
    }
}
