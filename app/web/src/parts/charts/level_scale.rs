//! The scale of the maturity levels with ranges and the value.

use assay_core::Maturity;
use assay_locale::Report;

use super::meter::{MeterSpan, meter};
use crate::view::{CollectView, IntoView, view};

/// What the scale shows, in percent.
pub(crate) struct LevelScale {
    /// The highlighted level.
    pub(crate) level: Option<Maturity>,
    /// Ranges above the levels, the lowest first.
    pub(crate) ranges: Vec<MeterSpan>,
    /// Position of the mark.
    pub(crate) value: Option<f64>,
}

impl LevelScale {
    /// Renders the scale; `label` describes it for screen readers.
    pub(crate) fn view(self, report: &Report<'_>, label: String) -> impl IntoView + use<> {
        let mut spans: Vec<MeterSpan> = Maturity::ALL
            .into_iter()
            .map(|level| level_band(level, self.level == Some(level)))
            .collect();
        spans.extend(self.ranges);
        if let Some(value) = self.value {
            let at = value.clamp(0.2, 99.8);
            spans.push(MeterSpan::new(at - 0.2, at + 0.2, "mark"));
        }
        let names = Maturity::ALL.into_iter().map(|level| {
            let on = (self.level == Some(level)).then_some("");
            view! { <span class="level-name" data-on=on>{report.level_name(level).to_owned()}</span> }
        });
        view! {
            <div class="scale" role="img" aria-label=label>
                {meter("scale-bar", spans)}
                <div class="level-names" aria-hidden="true">{names.collect_view()}</div>
            </div>
        }
    }
}

/// Returns the band of a level, with a gap to the level below.
fn level_band(level: Maturity, is_highlighted: bool) -> MeterSpan {
    let from = level.lower_bound();
    let gap = if from > 0.0 { 0.3 } else { 0.0 };
    let class = if is_highlighted { "band on" } else { "band" };
    MeterSpan::new(from + gap, from + 20.0, class)
}
