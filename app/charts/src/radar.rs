use crate::mark::Mark;
use crate::{Bar, Style};

pub(crate) fn marks(_size: (u32, u32), _bars: &[Bar], _style: &Style) -> Vec<Mark> {
    Vec::new()
}

pub(crate) fn height(_bars: &[Bar], width: u32, _style: &Style) -> u32 {
    width
}

/// How a radar of some number of bars is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RadarShape {
    /// Fewer than three: a radar would be a line, so only bars are shown.
    BarsOnly,
    /// Three to eight: names and figures stand at the axes.
    Labelled,
    /// Nine or more: numbers stand at the axes, from 1, and the page gives the legend.
    Numbered,
}

/// How a radar of `count` bars is drawn.
#[must_use]
pub fn radar_shape(count: usize) -> RadarShape {
    match count {
        0..3 => RadarShape::BarsOnly,
        3..9 => RadarShape::Labelled,
        _ => RadarShape::Numbered,
    }
}
