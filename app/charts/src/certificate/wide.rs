//! The layout of 1200 by 630.

use super::pen::{Pen, TextBox, TextStyle};
use super::{Certificate, hallmarks, scale};
use crate::geometry::Rect;
use crate::mark::TextAnchor;

const LEFT: f64 = 72.0;
const RIGHT: f64 = 1128.0;
/// Right edge of the left column and left edge of the right one.
const MIDDLE: (f64, f64) = (640.0, 700.0);
const STAMP: f64 = 68.0;

pub(super) fn draw(pen: &mut Pen<'_>, content: &Certificate) {
    pen.draw_sheet((1200.0, 630.0), [(22.0, 2.0), (30.0, 1.0)]);
    head(pen, content);
    measure(pen, content);
    outcome(pen, content);
    foot(pen, content);
}

fn head(pen: &mut Pen<'_>, content: &Certificate) {
    let stamps = hallmarks::width(&content.hallmarks, STAMP);
    hallmarks::draw(pen, &content.hallmarks, (RIGHT - stamps, 60.0), STAMP);
    let room = RIGHT - stamps - LEFT - 32.0;
    let column = |top: f64| TextBox {
        at: (LEFT, top),
        width: room,
        max_lines: 1,
    };
    pen.write_paragraph(&content.heading, column(56.0), pen.secondary_text(19.0));
    pen.write_paragraph(&content.name, column(84.0), pen.display_text(42.0));
    pen.write_paragraph(&content.detail, column(146.0), pen.secondary_text(19.0));
}

/// Draws the value, its range and the scale.
fn measure(pen: &mut Pen<'_>, content: &Certificate) {
    pen.write_line(&content.measure, (LEFT, 212.0), 500.0, pen.body_text(22.0));
    pen.write_figure(&content.figure, (LEFT, 300.0), MIDDLE.0 - LEFT, 124.0);
    let range = TextBox {
        at: (LEFT, 374.0),
        width: MIDDLE.0 - LEFT,
        max_lines: 2,
    };
    pen.write_paragraph(&content.range, range, pen.secondary_text(18.0));
    scale::draw(pen, &content.scale, (LEFT, 440.0), MIDDLE.0 - LEFT, 16.0);
}

/// Draws the sections and the recommended path.
fn outcome(pen: &mut Pen<'_>, content: &Certificate) {
    let sections = Rect {
        left: MIDDLE.1,
        top: 200.0,
        right: RIGHT,
        bottom: 376.0,
    };
    pen.draw_bars(&content.sections, sections, 19.0);
    let column = |top: f64, most: usize| TextBox {
        at: (MIDDLE.1, top),
        width: RIGHT - MIDDLE.1,
        max_lines: most,
    };
    let (heading, confidence) = (pen.secondary_text(18.0), pen.secondary_text(16.0));
    let below = pen.write_paragraph(&content.path_heading, column(386.0, 1), heading);
    let below = pen.write_paragraph(&content.path, column(below, 1), pen.display_text(32.0));
    pen.write_paragraph(&content.confidence, column(below + 2.0, 2), confidence);
}

fn foot(pen: &mut Pen<'_>, content: &Certificate) {
    let palette = pen.palette();
    pen.line(&[(LEFT, 524.0), (RIGHT, 524.0)], palette.rule, 1.0);
    let model = TextStyle {
        side: TextAnchor::End,
        ..pen.secondary_text(16.0)
    };
    let model_width = 24.0 + pen.write_line(&content.model, (RIGHT, 553.0), 420.0, model);
    let origin = TextBox {
        at: (LEFT, 539.0),
        width: RIGHT - LEFT - model_width,
        max_lines: 1,
    };
    pen.write_paragraph(&content.origin, origin, pen.body_text(18.0));
}
