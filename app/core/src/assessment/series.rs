//! Series: the measurements of one company over time.
//!
//! All measurements of a series have the same identifier in a field of their files, so that they
//! belong together in another browser and after one of them is deleted.

use super::Assessment;
use crate::{Json, Model};

/// The field of the assessment file.
pub(super) const FIELD: &str = "series";

impl Assessment {
    /// Returns the identifier of the series; `None` if the company was measured once.
    #[must_use]
    pub fn series(&self) -> Option<&str> {
        self.unknown_field(FIELD)?
            .as_str()
            .filter(|series| !series.is_empty())
    }

    /// Makes this a measurement of a series.
    pub fn set_series(&mut self, series: &str) {
        self.set_unknown_field(FIELD, Some(Json::text(series)));
    }

    /// Returns the next measurement of the series that this one belongs to: the same content, begun
    /// at `now`. It no longer answers an invitation.
    #[must_use]
    pub fn next_measurement(&self, model: &Model, now: &str) -> Self {
        let mut next = self.clone();
        next.created = Some(now.to_owned());
        next.updated = Some(now.to_owned());
        next.set_received_invitation(model, None);
        next
    }
}
