//! The sentence under the drawings of the sections.

use assay_core::SectionIx;

use super::Report;
use crate::{list, rounded};

impl Report<'_> {
    /// Which section is strongest and which weakest: what the radar and the bars show.
    #[must_use]
    pub fn sections(&self) -> String {
        let known: Vec<(SectionIx, f64)> = self
            .score
            .sections
            .iter()
            .enumerate()
            .filter_map(|(index, range)| Some((SectionIx::new(index), (*range)?.value?)))
            .collect();
        let strongest = known
            .iter()
            .copied()
            .reduce(|best, next| if next.1 > best.1 { next } else { best });
        let weakest = known
            .iter()
            .copied()
            .reduce(|worst, next| if next.1 < worst.1 { next } else { worst });
        let Some(((strong, high), (weak, low))) = strongest.zip(weakest) else {
            return self.words.sections_sentence_none().to_owned();
        };
        if self.score.precision.is_in_steps() && known.len() > 1 && high > low {
            let at = |value: f64| {
                let sections = known.iter().filter(|(_, other)| *other == value);
                let names: Vec<&str> = sections.map(|(ix, _)| self.section(*ix)).collect();
                list(self.words, &names)
            };
            return self.words.sections_sentence_steps(
                &at(high),
                &self.figure(high),
                &at(low),
                &self.figure(low),
            );
        }
        if known.len() == 1 {
            self.words
                .sections_sentence_single(self.section(strong), &self.figure(high))
        } else if rounded(high) == rounded(low) {
            self.words.sections_sentence_equal(&self.figure(high))
        } else {
            self.words.sections_sentence(
                self.section(strong),
                &rounded(high),
                self.section(weak),
                &rounded(low),
            )
        }
    }
}
