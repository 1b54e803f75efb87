//! AI faith compared with all in.

use assay_core::{Conviction, TagScore};

use super::Report;
use crate::format_whole;

impl Report<'_> {
    /// Meaning of the difference between faith and all in.
    #[must_use]
    pub fn conviction(&self) -> String {
        let Some(difference) = self.score.conviction() else {
            return self.messages.faith_unknown().to_owned();
        };
        let (faith, all_in) = (
            tagged_value(&self.score.faith),
            tagged_value(&self.score.all_in),
        );
        let (said_faith, said_all_in) = (format_whole(faith), format_whole(all_in));
        match difference {
            Conviction::FaithAhead => self.messages.faith_ahead(&said_faith, &said_all_in),
            Conviction::AllInAhead => self.messages.faith_behind(&said_faith, &said_all_in),
            Conviction::Balanced if faith.max(all_in) < 40.0 => {
                self.messages.faith_balanced_low(&said_faith, &said_all_in)
            }
            Conviction::Balanced => self.messages.faith_balanced(&said_faith, &said_all_in),
        }
    }

    /// The sentence beside a recommendation if commitment is too low for any path.
    #[must_use]
    pub fn commitment_warning(&self) -> Option<String> {
        self.score.lacks_commitment().then(|| {
            self.messages
                .path_presupposes(&format_whole(tagged_value(&self.score.all_in)))
        })
    }
}

fn tagged_value(tagged: &TagScore) -> f64 {
    tagged.range.and_then(|range| range.value).unwrap_or(0.0)
}
