//! The A4 layout, in units of 1/96 inch.

use super::pen::{Pen, TextBox};
use super::{Certificate, hallmarks, scale};
use crate::geometry::Rect;

const LEFT: f64 = 92.0;
const RIGHT: f64 = 702.0;
const STAMP: f64 = 52.0;
/// Greatest height of the section bars.
const SECTIONS: f64 = 190.0;

pub(super) fn draw(pen: &mut Pen<'_>, content: &Certificate) {
    pen.draw_sheet((794.0, 1123.0), [(44.0, 1.5), (51.0, 0.8)]);
    head(pen, content);
    let below = measure(pen, content);
    outcome(pen, content, below + 30.0);
    foot(pen, content);
}

fn column(top: f64, most: usize) -> TextBox {
    TextBox {
        at: (LEFT, top),
        width: RIGHT - LEFT,
        max_lines: most,
    }
}

fn head(pen: &mut Pen<'_>, content: &Certificate) {
    let stamps = hallmarks::width(&content.hallmarks, STAMP);
    hallmarks::draw(pen, &content.hallmarks, (RIGHT - stamps, 100.0), STAMP);
    let beside = |top: f64, most: usize| TextBox {
        width: RIGHT - stamps - LEFT - 24.0,
        ..column(top, most)
    };
    pen.write_paragraph(&content.heading, beside(98.0, 1), pen.secondary_text(14.0));
    let below = pen.write_paragraph(&content.name, beside(120.0, 2), pen.display_text(28.0));
    pen.write_paragraph(
        &content.detail,
        beside(below + 4.0, 1),
        pen.secondary_text(14.0),
    );
}

/// Draws the value, its range, the scale and the meaning. Returns the bottom edge.
fn measure(pen: &mut Pen<'_>, content: &Certificate) -> f64 {
    pen.write_line(&content.measure, (LEFT, 262.0), 500.0, pen.body_text(16.0));
    pen.write_figure(&content.figure, (LEFT, 334.0), RIGHT - LEFT, 112.0);
    pen.write_paragraph(&content.range, column(400.0, 2), pen.secondary_text(14.0));
    scale::draw(pen, &content.scale, (LEFT, 458.0), RIGHT - LEFT, 14.0);
    pen.write_paragraph(&content.meaning, column(520.0, 4), pen.body_text(16.0))
}

/// Draws the sections and the recommended path.
fn outcome(pen: &mut Pen<'_>, content: &Certificate, top: f64) {
    let high = pen.bars_height(&content.sections, RIGHT - LEFT, 17.0);
    let sections = Rect {
        left: LEFT,
        top,
        right: RIGHT,
        bottom: top + high.min(SECTIONS),
    };
    pen.draw_bars(&content.sections, sections, 17.0);
    let top = sections.bottom + 24.0;
    let (heading, confidence) = (pen.secondary_text(14.0), pen.body_text(14.0));
    let below = pen.write_paragraph(&content.path_heading, column(top, 1), heading);
    let below = pen.write_paragraph(&content.path, column(below, 2), pen.display_text(30.0));
    pen.write_paragraph(&content.confidence, column(below + 2.0, 2), confidence);
}

fn foot(pen: &mut Pen<'_>, content: &Certificate) {
    let palette = pen.palette();
    pen.line(&[(LEFT, 1008.0), (RIGHT, 1008.0)], palette.rule, 1.0);
    let below = pen.write_paragraph(&content.origin, column(1018.0, 1), pen.body_text(14.0));
    pen.write_paragraph(&content.model, column(below, 1), pen.secondary_text(12.0));
}
