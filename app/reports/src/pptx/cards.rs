//! Slides of cards: what would change the recommendation, and the roadmap.

use super::Deck;
use super::shape::{Area, Paragraph, area, fit_size, text_height};
use super::slide::Slide;
use super::slides::{BODY, GAP};
use super::table::table_xml;
use crate::content::{ChangeContent, WaveContent};

/// The least font size of cards in points.
const LEAST: u32 = 12;
/// Greatest number of answers that matter most on a slide.
const MAX_SWINGS: usize = 8;

impl Deck<'_> {
    pub(super) fn changes(&mut self) {
        let content = self.content;
        let Some(changes) = &content.changes else {
            return;
        };
        let mut slide = self.slide(&changes.heading);
        let lead = [self.text(&changes.sentence)];
        slide.text("Lead", area(0.6, 1.6, 12.13, 0.6), &lead, (18, 12), "t");
        let places = columns(changes.changes.len(), 2.35, 4.45);
        let cards: Vec<Vec<Paragraph>> = changes
            .changes
            .iter()
            .zip(&places)
            .map(|(change, place)| self.change_texts(change, padded(*place)))
            .collect();
        let (size, height) = common_size(&cards, &places, 18);
        for (texts, place) in cards.iter().zip(places) {
            self.change_card(
                &mut slide,
                texts,
                area(place.left, place.top, place.width, height),
                size,
            );
        }
        self.slides.push(slide);
        if changes.swings.is_empty() {
            return;
        }
        let mut slide = self.slide(&changes.swings_heading);
        let lead = [self.text(&changes.swings_sentence)];
        slide.text("Lead", area(0.6, 1.6, 12.13, 0.75), &lead, (16, 11), "t");
        let place = area(0.6, 2.5, 12.13, 4.3);
        let table = table_xml(content, &changes.swings_table(MAX_SWINGS), place, (15, 11));
        slide.table(&changes.swings_heading, place, &table);
        self.slides.push(slide);
    }

    fn change_texts(&self, change: &ChangeContent, place: Area) -> Vec<Paragraph> {
        let heading = self.text(&change.sentence).bold();
        let raises = change
            .raises
            .iter()
            .map(|text| self.text(text).bullet().scale(0.92));
        self.within(Some(heading), raises.collect(), place)
    }

    fn change_card(&self, slide: &mut Slide, texts: &[Paragraph], place: Area, size: u32) {
        let colours = self.content.brand.colours;
        slide.fill("rect", place, colours.act_wash);
        slide.fill(
            "rect",
            area(place.left, place.top, place.width, 0.06),
            colours.act,
        );
        slide.text("Change", padded(place), texts, (size, LEAST), "t");
    }

    pub(super) fn plan(&mut self) {
        let content = self.content;
        let plan = &content.plan;
        let mut slide = self.slide(&plan.heading);
        let lead = [self.text(&plan.sentence)];
        slide.text("Lead", area(0.6, 1.6, 12.13, 0.5), &lead, (16, 11), "t");
        if !plan.questions.is_empty() {
            let questions: Vec<Paragraph> = plan
                .questions
                .iter()
                .map(|text| self.text(text).bullet())
                .collect();
            slide.text(
                "Questions",
                area(0.6, 2.3, 12.13, 4.4),
                &questions,
                (20, 12),
                "t",
            );
        }
        self.waves(&mut slide, &plan.waves);
        self.slides.push(slide);
    }

    /// A card for each wave.
    fn waves(&self, slide: &mut Slide, waves: &[WaveContent]) {
        let places = wave_columns(waves, 2.95, 3.85);
        let cards: Vec<Vec<Paragraph>> = waves
            .iter()
            .zip(&places)
            .map(|(wave, place)| {
                let actions = wave.actions.iter();
                let texts = actions.map(|action| format!("{} ({})", action.title, action.effort));
                let texts = texts.map(|text| self.text(&text).bullet());
                self.within(None, texts.collect(), padded(*place))
            })
            .collect();
        let (size, height) = common_size(&cards, &places, 17);
        for ((wave, texts), place) in waves.iter().zip(&cards).zip(places) {
            let place = area(place.left, place.top, place.width, height);
            self.wave_card(slide, wave, texts, place, size);
        }
    }

    fn wave_card(
        &self,
        slide: &mut Slide,
        wave: &WaveContent,
        texts: &[Paragraph],
        place: Area,
        size: u32,
    ) {
        let colours = self.content.brand.colours;
        slide.fill(
            "rect",
            area(place.left, place.top - 0.75, place.width, 0.75),
            colours.act,
        );
        slide.fill("rect", place, colours.act_wash);
        let title = [
            Paragraph::new(&wave.name, colours.act_ink)
                .bold()
                .after(0.1),
            Paragraph::new(&wave.gain, colours.act_ink)
                .scale(0.85)
                .after(0.0),
        ];
        let inside = area(place.left + 0.2, place.top - 0.69, place.width - 0.4, 0.63);
        slide.text("Wave", inside, &title, (16, 10), "ctr");
        slide.text("Actions", padded(place), texts, (size, LEAST), "t");
    }

    /// A heading with as many of the items as fit at the least size; the last one counts those left
    /// out.
    fn within(
        &self,
        heading: Option<Paragraph>,
        items: Vec<Paragraph>,
        place: Area,
    ) -> Vec<Paragraph> {
        let total = items.len();
        let mut shown = total;
        loop {
            let mut texts: Vec<Paragraph> = heading.iter().cloned().collect();
            texts.extend(items.iter().take(shown).cloned());
            if shown < total {
                texts.push(self.muted(&self.content.labels.more(total - shown)));
            }
            if shown == 0 || fit_size(&texts, place, LEAST, LEAST).is_some() {
                return texts;
            }
            shown -= 1;
        }
    }
}

/// The font size at which all cards fit their places, and the height in inches that the highest
/// one needs at that size.
fn common_size(cards: &[Vec<Paragraph>], places: &[Area], most: u32) -> (u32, f64) {
    let fits = cards.iter().zip(places);
    let sizes =
        fits.map(|(texts, place)| fit_size(texts, padded(*place), most, LEAST).unwrap_or(LEAST));
    let size = sizes.min().unwrap_or(LEAST);
    let heights = cards.iter().zip(places).map(|(texts, place)| {
        let needed = text_height(texts, padded(*place).width, size) + PADDING_HEIGHT;
        needed.min(place.height)
    });
    (size, heights.fold(0.0, f64::max))
}

/// Columns for the waves; those with more text are wider.
fn wave_columns(waves: &[WaveContent], top: f64, height: f64) -> Vec<Area> {
    let length = |wave: &WaveContent| {
        let titles = wave
            .actions
            .iter()
            .map(|action| action.title.chars().count());
        (titles.sum::<usize>() as f64 + 40.0).sqrt()
    };
    let total: f64 = waves.iter().map(length).sum();
    let inside = BODY.width - GAP * waves.len().saturating_sub(1) as f64;
    let mut left = BODY.left;
    let column = |wave: &WaveContent| {
        // A wave alone takes at most half of the slide.
        let width = (inside * length(wave) / total.max(1.0)).min(BODY.width / 2.0);
        let place = area(left, top, width, height);
        left += width + GAP;
        place
    };
    waves.iter().map(column).collect()
}

/// Equal columns over the width of the slide.
fn columns(count: usize, top: f64, height: f64) -> Vec<Area> {
    let count = count.max(1);
    let width = (BODY.width - GAP * (count as f64 - 1.0)) / count as f64;
    (0..count)
        .map(|index| area(BODY.left + index as f64 * (width + GAP), top, width, height))
        .collect()
}

/// Inner margins of a card, top and bottom together.
const PADDING_HEIGHT: f64 = 0.35;

fn padded(place: Area) -> Area {
    area(
        place.left + 0.2,
        place.top + 0.2,
        place.width - 0.4,
        place.height - PADDING_HEIGHT,
    )
}
