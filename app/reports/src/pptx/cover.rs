//! The first slide: the certificate.

use assay_core::Maturity;

use super::Deck;
use super::master::COVER_TITLE;
use super::shape::{Area, Paragraph, area};
use super::slide::{Layout, Slide};
use crate::content::ScaleContent;

/// The coloured part at the right.
const PANEL: Area = area(8.4, 0.0, 4.933, 7.5);
/// The scale from 0 to 100.
const SCALE: Area = area(0.6, 4.0, 7.2, 0.16);

impl Deck<'_> {
    pub(super) fn cover(&mut self) {
        let content = self.content;
        let colours = content.brand.colours;
        let certificate = &content.certificate;
        let mut slide = Slide::new(Layout::Title, content.language);
        slide.fill("rect", PANEL, colours.act);
        self.company(&mut slide);
        self.scale(&mut slide, &certificate.scale);
        let mut path = vec![
            Paragraph::new(&certificate.path_heading, colours.muted).after(0.2),
            Paragraph::new(&certificate.path, colours.act)
                .bold()
                .heading()
                .scale(1.7),
        ];
        if !certificate.confidence.is_empty() {
            path.push(Paragraph::new(&certificate.confidence, colours.ink));
        }
        slide.text("Path", area(0.6, 4.95, 7.2, 1.6), &path, (16, 10), "t");
        let trace = [certificate.model.as_str(), certificate.day.as_str()];
        let trace: Vec<&str> = trace.into_iter().filter(|line| !line.is_empty()).collect();
        let trace = Paragraph::new(trace.join("  ·  "), colours.muted);
        slide.text("Trace", area(0.6, 6.85, 7.2, 0.3), &[trace], (11, 9), "b");
        self.panel(&mut slide);
        self.slides.push(slide);
    }

    /// The company, and by whom it was assessed.
    fn company(&self, slide: &mut Slide) {
        let content = self.content;
        let colours = content.brand.colours;
        let certificate = &content.certificate;
        let heading = Paragraph::new(&certificate.heading, colours.act).bold();
        slide.text(
            "Heading",
            area(0.6, 1.3, 7.2, 0.35),
            &[heading],
            (16, 11),
            "b",
        );
        let title = Paragraph::new(&content.company, colours.ink)
            .bold()
            .heading()
            .after(0.0);
        slide.title(&title, COVER_TITLE, 38);
        let mut about = vec![Paragraph::new(&certificate.origin, colours.muted)];
        if !content.brand.name.is_empty() {
            about.insert(0, Paragraph::new(&content.brand.name, colours.ink).bold());
        }
        slide.text("Origin", area(0.6, 3.0, 7.2, 0.65), &about, (14, 10), "t");
    }

    /// AI content, level and range.
    fn panel(&self, slide: &mut Slide) {
        let certificate = &self.content.certificate;
        let ink = self.content.brand.colours.act_ink;
        let inside = PANEL.width - 0.9;
        let line = |text: &str| Paragraph::new(text, ink).after(0.3);
        slide.text(
            "Measure",
            area(PANEL.left + 0.45, 1.9, inside, 0.5),
            &[line(&certificate.measure)],
            (20, 12),
            "b",
        );
        slide.text(
            "Figure",
            area(PANEL.left + 0.45, 2.4, inside, 1.35),
            &[line(&certificate.figure).bold().heading().after(0.0)],
            (72, 20),
            "ctr",
        );
        let mut below = Vec::new();
        if !certificate.level.is_empty() {
            below.push(line(&certificate.level).bold().scale(1.5));
        }
        below.push(line(&certificate.range));
        slide.text(
            "Range",
            area(PANEL.left + 0.45, 3.85, inside, 2.2),
            &below,
            (16, 10),
            "t",
        );
    }

    /// The five levels as segments, the range above them, and the value as a mark.
    fn scale(&self, slide: &mut Slide, scale: &ScaleContent) {
        let colours = self.content.brand.colours;
        let width = SCALE.width / 5.0;
        for (position, (level, name)) in (0_u32..).zip(Maturity::ALL.iter().zip(&scale.levels)) {
            let left = SCALE.left + f64::from(position) * width;
            let reached = scale.level == Some(*level);
            let colour = if reached { colours.act } else { colours.rule };
            slide.fill(
                "rect",
                area(left + 0.02, SCALE.top, width - 0.04, SCALE.height),
                colour,
            );
            let text = if reached { colours.act } else { colours.muted };
            let mut label = Paragraph::new(name, text).centred();
            label.bold = reached;
            slide.text(
                "Level",
                area(left, SCALE.top + 0.26, width, 0.3),
                &[label],
                (12, 8),
                "t",
            );
        }
        let at = |percent: f64| SCALE.left + SCALE.width * percent.clamp(0.0, 100.0) / 100.0;
        if let Some((low, high)) = scale.range {
            let bar = area(
                at(low),
                SCALE.top + SCALE.height + 0.05,
                at(high) - at(low),
                0.06,
            );
            slide.fill("rect", bar, colours.metal);
        }
        if let Some(value) = scale.value {
            let mark = area(at(value) - 0.12, SCALE.top - 0.24, 0.24, 0.2);
            slide.fill("flowChartMerge", mark, colours.metal_deep);
        }
    }
}
