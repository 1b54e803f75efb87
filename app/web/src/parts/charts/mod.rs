//! Charts on a canvas, and bars as SVG.

pub(crate) mod chart_canvas;
pub(crate) mod level_scale;
pub(crate) mod meter;
pub(crate) mod section_bars;
pub(crate) mod trend_chart;
