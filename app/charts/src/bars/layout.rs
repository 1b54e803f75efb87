//! Columns and rows of the bars: where labels, bars and values are.

use crate::text::{self, WrappedText};
use crate::{Bar, Style};

/// Space in em above and below a bar if the label is above it.
pub(super) const ABOVE: f64 = 0.25;
pub(super) const BELOW: f64 = 0.9;

/// Column positions and row heights, in units of the area.
pub(super) struct BarLayout {
    pub(super) size: f64,
    pub(super) names: Vec<WrappedText>,
    /// Whether labels are above their bars.
    pub(super) is_stacked: bool,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) width: f64,
    /// Height of a bar.
    pub(super) thickness: f64,
    /// Heights of the rows.
    pub(super) rows: Vec<f64>,
}

impl BarLayout {
    pub(super) fn of(bars: &[Bar], width: f64, style: &Style, size: f64) -> Self {
        let columns = Columns::of(bars, width, size);
        let thickness = (size * 1.15).round().max(style.hairline() * 3.0);
        let rows = columns.row_heights(size, thickness);
        let Columns {
            names,
            is_stacked,
            left,
            right,
        } = columns;
        Self {
            size,
            names,
            is_stacked,
            left,
            right,
            width,
            thickness,
            rows,
        }
    }

    pub(super) fn total_height(&self) -> f64 {
        self.rows.iter().sum()
    }
}

/// Wrapped labels, and the left and right edge of the bars.
struct Columns {
    names: Vec<WrappedText>,
    is_stacked: bool,
    left: f64,
    right: f64,
}

impl Columns {
    /// Labels left of the bars, or above them if they would be truncated or the bars too short.
    fn of(bars: &[Bar], width: f64, size: f64) -> Self {
        let gap = size;
        let values = text::width("100", size, true) + gap;
        let widest = bars
            .iter()
            .map(|bar| text::width(&bar.label, size, false))
            .fold(0.0, f64::max);
        let wrap = |room: f64| -> Vec<WrappedText> {
            bars.iter()
                .map(|bar| text::wrap(&bar.label, size, room, 2))
                .collect()
        };
        let room = widest.ceil().min((width * 0.36).floor());
        let names = wrap(room);
        let is_cut = names.iter().any(|name| name.cut);
        if is_cut || width - room - gap - values < size * 7.0 {
            return Self {
                names: wrap((width - values).max(0.0)),
                is_stacked: true,
                left: 0.0,
                right: width,
            };
        }
        let longest = names.iter().map(|name| name.width).fold(0.0, f64::max);
        Self {
            names,
            is_stacked: false,
            left: longest.ceil() + gap,
            right: width - values,
        }
    }

    fn row_heights(&self, size: f64, thickness: f64) -> Vec<f64> {
        let lines = |name: &WrappedText| line_count(name) * size * 1.25;
        if self.is_stacked {
            let above = |name| lines(name) + size * ABOVE + thickness + size * BELOW;
            return self.names.iter().map(above).collect();
        }
        let least = thickness + size * 0.4;
        let level = self.names.iter().map(lines).fold(least, f64::max) + size * 0.6;
        vec![level; self.names.len()]
    }
}

/// Lines of a label; at least one, for the value.
pub(super) fn line_count(name: &WrappedText) -> f64 {
    name.lines.len().max(1) as f64
}

/// The font size, reduced in a narrow area.
pub(super) fn fitting_size(width: f64, style: &Style) -> f64 {
    style.size().min(width / 8.0)
}
