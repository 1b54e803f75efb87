//! The sentence below the drawings of the sections.

use assay_core::SectionIx;

use super::Report;
use crate::{format_whole, join_list};

impl Report<'_> {
    /// The strongest and the weakest section, as a text alternative to radar and bars.
    #[must_use]
    pub fn sections_sentence(&self) -> String {
        let known: Vec<(SectionIx, f64)> = self
            .score
            .sections
            .iter()
            .enumerate()
            .filter_map(|(index, range)| Some((SectionIx::new(index), (*range)?.value?)))
            .collect();
        let sections = known.iter().copied();
        let strongest = sections
            .clone()
            .reduce(|best, next| if next.1 > best.1 { next } else { best });
        let weakest = sections.reduce(|worst, next| if next.1 < worst.1 { next } else { worst });
        let Some(((strong, high), (weak, low))) = strongest.zip(weakest) else {
            return self.messages.sections_sentence_none().to_owned();
        };
        if self.score.precision.is_in_steps() && high > low {
            return self.coarse_sections(&known, high, low);
        }
        if known.len() == 1 {
            self.messages
                .sections_sentence_single(self.section_name(strong), &self.format_figure(high))
        } else if format_whole(high) == format_whole(low) {
            self.messages
                .sections_sentence_equal(&self.format_figure(high))
        } else {
            self.messages.sections_sentence(
                self.section_name(strong),
                &format_whole(high),
                self.section_name(weak),
                &format_whole(low),
            )
        }
    }

    /// The sections in the highest and in the lowest step.
    fn coarse_sections(&self, known: &[(SectionIx, f64)], high: f64, low: f64) -> String {
        let names_at = |value: f64| {
            let sections = known.iter().filter(|(_, other)| *other == value);
            let names: Vec<&str> = sections.map(|(ix, _)| self.section_name(*ix)).collect();
            join_list(self.messages, &names)
        };
        self.messages.sections_sentence_steps(
            &names_at(high),
            &self.format_figure(high),
            &names_at(low),
            &self.format_figure(low),
        )
    }
}
