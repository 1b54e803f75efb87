//! Places a radar's axes and labels: the largest radar at which no label is truncated.

use super::Axis;
use super::plot::{Plot, axes};
use crate::Style;
use crate::geometry::Rect;
use crate::mark::{Point, TextAnchor};
use crate::text;

/// Lines of a label, without the value.
const NAME_LINES: usize = 2;
/// Factor by which the radius shrinks between attempts.
const SHRINK: f64 = 0.97;
/// Smallest radius, as a share of [`Frame::reference_side`]; below it labels are truncated instead.
const MIN_RADIUS: f64 = 0.16;
/// Radius, as a share of [`Frame::reference_side`], up to which truncated labels are accepted if no
/// radius avoids them.
const MODEST_RADIUS: f64 = 0.27;
/// Shares of the width for a label at the top or bottom, in order of preference.
const MIDDLE: [f64; 3] = [0.6, 0.45, 0.33];
/// Font scales in order of preference; below 1 only in an area that is too small.
const FONT_SCALES: [f64; 3] = [1.0, 0.85, 0.7];

/// The label of an axis. The last line is the value, if there is one.
#[derive(Debug, Clone)]
pub(super) struct AxisLabel {
    pub(super) lines: Vec<String>,
    pub(super) has_figure: bool,
    /// Anchor of the first line.
    pub(super) at: Point,
    pub(super) side: TextAnchor,
    pub(super) size: f64,
    /// Line height.
    pub(super) leading: f64,
    /// Whether a part is left out, or a line has one character of a word.
    cut: bool,
    pub(super) room: Rect,
}

#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub(super) plot: Plot,
    pub(super) names: Vec<AxisLabel>,
}

/// Area and texts for which a layout is searched.
struct Frame<'a> {
    width: f64,
    height: f64,
    texts: &'a [Axis],
    size: f64,
    gap: f64,
}

/// The layout of these axes in `area`; `None` if there is no radar to draw or too little space.
pub(super) fn of(area: (u32, u32), texts: &[Axis], style: &Style) -> Option<Layout> {
    let (width, height) = (f64::from(area.0), f64::from(area.1));
    if texts.is_empty() || width.min(height) < style.px(120.0) {
        return None;
    }
    for scale in FONT_SCALES {
        let size = style.size() * scale;
        let frame = Frame {
            width,
            height,
            texts,
            size,
            gap: style.px(9.0),
        };
        let layout = frame.largest_layout(&axes(texts.len()));
        if frame.is_tidy(&layout) {
            return Some(layout);
        }
    }
    // No label fits: draw the shape alone. The page shows the values beside it.
    let radius = width.min(height) * 0.45;
    let center = (width / 2.0, height / 2.0);
    let plot = Plot {
        center,
        radius,
        axes: axes(texts.len()),
    };
    Some(Layout {
        plot,
        names: Vec::new(),
    })
}

/// Height of the radar at a `width`; at most `width`.
pub(super) fn height(texts: &[Axis], width: f64, style: &Style) -> f64 {
    let Some(Layout { plot, names }) = of((width as u32, width as u32), texts, style) else {
        return 0.0;
    };
    let tips = plot
        .ring(texts.iter().map(|_| 1.0))
        .into_iter()
        .map(|(_, y)| y);
    let rooms = names
        .iter()
        .flat_map(|name| [name.room.top, name.room.bottom]);
    let (top, bottom) = tips
        .chain(rooms)
        .fold((f64::MAX, f64::MIN), |(a, b), y| (a.min(y), b.max(y)));
    (bottom - top + style.px(4.0)).clamp(style.px(120.0), width)
}

impl Frame<'_> {
    /// The length that radii are compared with. Limited to 1.5 times the height, so that cropping a
    /// square to [`height`] does not change the layout.
    fn reference_side(&self) -> f64 {
        self.width.min(self.height * 1.5)
    }

    /// The radius at which the axes alone fill the area.
    fn largest_radius(&self, axes: &[Point]) -> f64 {
        let wide = axes.iter().map(|axis| axis.0.abs()).fold(0.1, f64::max) * 2.0;
        let (top, foot) = axes.iter().fold((0.0, 0.0), |(a, b): (f64, f64), axis| {
            (a.min(axis.1), b.max(axis.1))
        });
        ((self.width - self.gap) / wide).min((self.height - self.gap) / (foot - top).max(0.1))
    }

    /// The largest radar whose labels are not truncated, lie inside the area and do not overlap; if
    /// there is none, the largest modest one with truncated labels.
    fn largest_layout(&self, axes: &[Point]) -> Layout {
        let shorter = self.reference_side();
        let mut radius = self.largest_radius(axes);
        let mut second = None;
        loop {
            for share in MIDDLE {
                let layout = self.try_radius(axes, radius, self.width * share);
                if self.is_sound(&layout) {
                    return layout;
                }
                if second.is_none() && radius <= shorter * MODEST_RADIUS && self.is_tidy(&layout) {
                    second = Some(layout);
                }
            }
            if radius <= shorter * MIN_RADIUS {
                return second.unwrap_or_else(|| self.try_radius(axes, radius, self.width * 0.3));
            }
            radius *= SHRINK;
        }
    }

    fn is_sound(&self, layout: &Layout) -> bool {
        self.is_tidy(layout) && !layout.names.iter().any(|name| name.cut)
    }

    /// Whether all tips and labels lie inside the area and no labels overlap.
    fn is_tidy(&self, layout: &Layout) -> bool {
        let edge = self.gap / 2.0;
        let clear = |tip: Point| {
            tip.0 >= edge
                && tip.1 >= edge
                && tip.0 <= self.width - edge
                && tip.1 <= self.height - edge
        };
        let inside = |r: &Rect| {
            r.left >= 0.0 && r.top >= 0.0 && r.right <= self.width && r.bottom <= self.height
        };
        let mut rooms = layout.names.iter().map(|name| &name.room);
        (0..layout.plot.axes.len()).all(|axis| clear(layout.plot.at(axis, 1.0)))
            && rooms.clone().all(inside)
            && std::iter::from_fn(|| rooms.next().map(|room| (room, rooms.clone())))
                .all(|(room, mut others)| !others.any(|other| other.overlaps(room)))
    }

    /// The layout at a radius, centred vertically together with its labels.
    fn try_radius(&self, axes: &[Point], radius: f64, middle: f64) -> Layout {
        let center = (self.width / 2.0, self.height / 2.0);
        let mut plot = Plot {
            center,
            radius,
            axes: axes.to_vec(),
        };
        let mut names: Vec<AxisLabel> = (0..axes.len())
            .filter_map(|at| self.name(&plot, at, middle))
            .collect();
        let top = names.iter().map(|n| n.room.top).fold(f64::MAX, f64::min);
        let bottom = names.iter().map(|n| n.room.bottom).fold(f64::MIN, f64::max);
        let shift = ((self.height - top - bottom) / 2.0).round();
        plot.center.1 += shift;
        for name in &mut names {
            name.at.1 += shift;
            name.room.top += shift;
            name.room.bottom += shift;
        }
        Layout { plot, names }
    }

    /// Left and right limit of a label: across the middle or half of the area above and below the
    /// radar (`middle` wide for a vertical axis), otherwise from the tip to the edge.
    fn label_span(&self, upright: bool, dx: f64, tip: Point, middle: f64) -> (f64, f64) {
        match upright {
            true if dx.abs() < 0.2 => ((self.width - middle) / 2.0, (self.width + middle) / 2.0),
            true if dx > 0.0 => ((self.width + self.gap) / 2.0, self.width),
            true => (0.0, (self.width - self.gap) / 2.0),
            false if dx > 0.0 => (tip.0 + self.gap, self.width),
            false => (0.0, tip.0 - self.gap),
        }
    }

    /// The label of an axis: above or below a tip that is an extreme of its neighbourhood, where
    /// the radar cannot overlap it; otherwise beside the tip.
    fn name(&self, plot: &Plot, at: usize, middle: f64) -> Option<AxisLabel> {
        let (dx, dy) = *plot.axes.get(at)?;
        let Axis { name, figure } = self.texts.get(at)?;
        let tip = plot.at(at, 1.0);
        let upright = plot.is_extreme(at);
        let (from, to) = self.label_span(upright, dx, tip, middle);
        let wrapped = text::wrap(name, self.size, (to - from).max(0.0), NAME_LINES);
        let width = wrapped.width.max(text::width(figure, self.size, true));
        let is_torn = is_torn(&wrapped.lines);
        let mut lines = wrapped.lines;
        let has_figure = !figure.is_empty();
        if has_figure {
            lines.push(figure.clone());
        }
        let leading = (self.size * 1.25).round();
        let tall = leading * lines.len() as f64;
        let away = if upright { dy.signum() } else { dy };
        let top = tip.1 + away * (self.gap + tall / 2.0) - tall / 2.0;
        let (x, left, side) = align(upright.then_some(tip.0), dx > 0.0, (from, to), width);
        Some(AxisLabel {
            lines,
            has_figure,
            at: (x, top + leading / 2.0),
            side,
            size: self.size,
            leading,
            cut: wrapped.cut || is_torn,
            room: Rect {
                left,
                top,
                right: left + width,
                bottom: top + tall,
            },
        })
    }
}

/// Whether a name is broken inside a word: a line has one character, such as a Chinese word of two
/// characters above each other, or Katakana stands on both sides of the break.
fn is_torn(lines: &[String]) -> bool {
    let is_katakana = |c: Option<char>| c.is_some_and(|c| ('\u{30A0}'..='\u{30FF}').contains(&c));
    let is_inside_word = |pair: &[String]| match pair {
        [above, below] => is_katakana(above.chars().last()) && is_katakana(below.chars().next()),
        _ => false,
    };
    let has_single = lines.iter().any(|line| line.chars().count() == 1);
    lines.len() > 1 && has_single || lines.windows(2).any(is_inside_word)
}

/// The horizontal position, the left edge and the alignment of a label of a width: near `middle` if there
/// is one, otherwise at the edge of the span that faces the tip.
fn align(
    middle: Option<f64>,
    is_right: bool,
    (from, to): (f64, f64),
    width: f64,
) -> (f64, f64, TextAnchor) {
    match middle {
        Some(middle) => {
            let middle = middle.min(to - width / 2.0).max(from + width / 2.0);
            (middle, middle - width / 2.0, TextAnchor::Middle)
        }
        None if is_right => (from, from, TextAnchor::Start),
        None => (to, to - width, TextAnchor::End),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Palette;

    #[test]
    fn a_chinese_or_japanese_word_is_not_broken_beside_the_radar() {
        let style = Style::new(Palette::LIGHT, "sans-serif");
        for names in [
            ["数据", "算法", "算力", "战略"],
            ["データ", "アルゴリズム", "計算資源", "戦略"],
        ] {
            let axes = names.map(|name| Axis {
                name: name.to_owned(),
                figure: String::new(),
            });
            for width in 300..420 {
                let layout = of((width, width), &axes, &style).unwrap();
                let lines: Vec<usize> = layout.names.iter().map(|name| name.lines.len()).collect();
                assert_eq!(lines, [1; 4], "{names:?} in a width of {width}");
            }
        }
    }
}
