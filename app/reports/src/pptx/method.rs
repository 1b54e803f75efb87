//! The last slide: method and trace.

use super::Deck;
use super::shape::{Paragraph, area, fit_size};
use super::slides::{BODY, GAP};

/// The least font size in points at which the formulas are shown.
const LEAST: u32 = 12;

impl Deck<'_> {
    pub(super) fn method(&mut self) {
        let method = &self.content.method;
        let mut slide = self.slide(&method.heading);
        let sentences = method.sentences.iter();
        let mut left: Vec<Paragraph> = sentences.map(|text| self.text(text).bullet()).collect();
        let mut right = left.split_off(balanced_split(&method.sentences));
        let width = (BODY.width - GAP) / 2.0;
        let place = |left| area(left, 1.75, width, 4.55);
        let places = [place(BODY.left), place(BODY.left + width + GAP)];
        // The formulas take the space that is left, if they fit at a readable size.
        let formulas = method.formulas.iter().map(|text| self.muted(text).bullet());
        let with_formulas: Vec<Paragraph> = right.iter().cloned().chain(formulas).collect();
        let [_, right_place] = places;
        if fit_size(&with_formulas, right_place, LEAST, LEAST).is_some() {
            right = with_formulas;
        }
        let columns = [left, right];
        let fits = places.iter().zip(&columns);
        let size = fits
            .map(|(place, texts)| fit_size(texts, *place, 14, 9).unwrap_or(9))
            .min();
        for (place, texts) in places.into_iter().zip(&columns) {
            slide.text("Method", place, texts, (size.unwrap_or(9), 9), "t");
        }
        let trace = [self.muted(&method.trace)];
        slide.text("Trace", area(0.6, 6.45, 12.13, 0.35), &trace, (11, 8), "b");
        self.slides.push(slide);
    }
}

/// The number of sentences after which the second column begins, so that both are about as long.
fn balanced_split(sentences: &[String]) -> usize {
    let total: usize = sentences.iter().map(|text| text.chars().count()).sum();
    let mut length = 0;
    let first = sentences.iter().take_while(|text| {
        let count = text.chars().count();
        length += count;
        length * 2 <= total + count
    });
    first.count()
}

#[cfg(test)]
mod tests {
    use super::balanced_split;

    #[test]
    fn both_columns_are_about_as_long() {
        let texts = |lengths: &[usize]| -> Vec<String> {
            lengths.iter().map(|length| "x".repeat(*length)).collect()
        };
        assert_eq!(balanced_split(&texts(&[10, 10, 10, 10])), 2);
        assert_eq!(balanced_split(&texts(&[40, 10, 10, 10])), 1);
        assert_eq!(balanced_split(&[]), 0);
    }
}
