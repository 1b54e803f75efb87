//! All slides but the first.

use super::Deck;
use super::master::TITLE;
use super::shape::{Area, Paragraph, area};
use super::slide::{Layout, Slide};
use super::table::table_xml;
use crate::Error;
use crate::content::Chart;

/// The area below the title.
pub(super) const BODY: Area = area(0.6, 1.55, 12.13, 5.25);
/// Space between columns in inches.
pub(super) const GAP: f64 = 0.35;

impl Deck<'_> {
    pub(super) fn slide(&self, title: &str) -> Slide {
        let mut slide = Slide::new(Layout::TitleOnly, self.content.language);
        let colours = self.content.brand.colours;
        let title = Paragraph::new(title, colours.ink)
            .bold()
            .heading()
            .after(0.0);
        slide.title(&title, TITLE, 28);
        slide.fill("rect", area(0.6, 1.4, 0.9, 0.045), colours.act);
        slide.footer(&self.footer(), colours.muted);
        slide
    }

    fn footer(&self) -> String {
        let content = self.content;
        let parts = [
            &content.brand.name,
            &content.company,
            &content.certificate.heading,
        ];
        let parts: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        parts.join("  ·  ")
    }

    pub(super) fn text(&self, text: &str) -> Paragraph {
        Paragraph::new(text, self.content.brand.colours.ink)
    }

    pub(super) fn muted(&self, text: &str) -> Paragraph {
        Paragraph::new(text, self.content.brand.colours.muted)
    }

    pub(super) fn finding(&mut self) {
        let content = self.content;
        let colours = content.brand.colours;
        let mut slide = self.slide(&content.finding.heading);
        let sentence = [self.text(&content.finding.sentence).heading()];
        slide.text(
            "Finding",
            area(0.6, 1.75, 12.13, 2.2),
            &sentence,
            (34, 18),
            "ctr",
        );
        let cards = content.finding.details.len().max(1);
        let width = (BODY.width - GAP * (cards as f64 - 1.0)) / cards as f64;
        for (index, detail) in content.finding.details.iter().enumerate() {
            let left = BODY.left + index as f64 * (width + GAP);
            slide.fill("rect", area(left, 4.3, width, 2.2), colours.act_wash);
            slide.fill("rect", area(left, 4.3, 0.06, 2.2), colours.act);
            let inside = area(left + 0.3, 4.45, width - 0.55, 1.9);
            slide.text(
                "Detail",
                inside,
                &[self.text(detail).after(0.0)],
                (20, 12),
                "ctr",
            );
        }
        self.slides.push(slide);
    }

    pub(super) fn sections(&mut self) -> Result<(), Error> {
        let content = self.content;
        let sections = &content.sections;
        let mut slide = self.slide(&sections.heading);
        let lead = [self.text(&sections.sentence)];
        slide.text("Sections", area(0.6, 1.6, 12.13, 0.5), &lead, (18, 12), "t");
        let charts = area(0.6, 2.2, 12.13, 4.6);
        match &sections.radar {
            Some(radar) => {
                let left = area(charts.left, charts.top, 5.9, charts.height);
                let right = area(charts.left + 6.2, charts.top, 5.93, charts.height);
                self.chart(&mut slide, radar, left)?;
                self.chart(&mut slide, &sections.bars, right)?;
            }
            None => self.chart(&mut slide, &sections.bars, charts)?,
        }
        self.slides.push(slide);
        Ok(())
    }

    /// The targets, if there are some.
    pub(super) fn targets(&mut self) {
        let content = self.content;
        let Some(targets) = &content.targets else {
            return;
        };
        let mut slide = self.slide(&targets.heading);
        let place = area(0.6, 1.75, 12.13, 5.05);
        let table = table_xml(content, &targets.table, place, (16, 11));
        slide.table(&targets.heading, place, &table);
        self.slides.push(slide);
    }

    pub(super) fn path(&mut self) -> Result<(), Error> {
        let content = self.content;
        let found = &content.recommendation;
        let mut slide = self.slide(&found.heading);
        let mut reasons: Vec<Paragraph> = found
            .sentences
            .iter()
            .map(|text| self.text(text).bullet())
            .collect();
        reasons.extend(
            found
                .confidence
                .iter()
                .map(|text| self.muted(text).bullet().scale(0.85)),
        );
        slide.text(
            "Reasons",
            area(0.6, 1.75, 6.6, 4.95),
            &reasons,
            (18, 11),
            "t",
        );
        let chart = &content.paths.chart;
        if !chart.has_values() {
            self.slides.push(slide);
            return Ok(());
        }
        let heading = [self.text(&chart.name).bold()];
        slide.text(
            "Chart heading",
            area(7.6, 1.75, 5.13, 0.35),
            &heading,
            (14, 11),
            "t",
        );
        self.chart(&mut slide, chart, area(7.6, 2.15, 5.13, 4.5))?;
        self.slides.push(slide);
        Ok(())
    }

    pub(super) fn blocked(&mut self) {
        let content = self.content;
        let paths = &content.paths;
        let mut slide = self.slide(&paths.heading);
        let mut top = 1.75;
        if !paths.unblocked.is_empty() {
            let lead = [self.text(&paths.unblocked)];
            slide.text("Lead", area(0.6, top, 12.13, 0.4), &lead, (18, 12), "t");
            top += 0.55;
        }
        let place = area(0.6, top, 12.13, 6.8 - top);
        let table = table_xml(content, &content.paths_table(), place, (16, 11));
        slide.table(&paths.heading, place, &table);
        self.slides.push(slide);
    }

    pub(super) fn chart(
        &mut self,
        slide: &mut Slide,
        chart: &Chart,
        place: Area,
    ) -> Result<(), Error> {
        let number = self.add_chart(chart)?;
        slide.chart(chart, place, number);
        Ok(())
    }
}
