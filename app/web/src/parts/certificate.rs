//! The certificate: company, AI content with its range, level and meaning.

use std::sync::Arc;

use crate::view::{AnyView, IntoView, view};
use assay_core::{Model, Score, Texts};
use assay_locale::{Messages, Report, format_whole, join_list, sanitize_line};

use super::charts::level_scale::LevelScale;
use super::charts::meter::MeterSpan;

/// The content of a certificate.
#[derive(Clone)]
pub(crate) struct Certificate {
    pub(crate) messages: Arc<Messages>,
    pub(crate) texts: Arc<Texts>,
    pub(crate) model: Arc<Model>,
    pub(crate) score: Arc<Score>,
    /// May be empty.
    pub(crate) name: String,
    /// Industry and size, as far as known.
    pub(crate) detail: String,
    /// Who assessed and when, or that it is a fictional example.
    pub(crate) origin: String,
    /// Year with four digits, for the hallmark.
    pub(crate) year: String,
    /// The plausible range; `None` until it is computed.
    pub(crate) plausible: Option<(f64, f64)>,
    /// Text about as long as the range in words that is being computed; its lines are reserved. `None` if
    /// the range is final.
    pub(crate) range_room: Option<String>,
}

impl Certificate {
    fn report(&self) -> Report<'_> {
        Report::new(&self.messages, &self.texts, &self.model, &self.score)
    }

    /// Renders the certificate: `finding` beside the AI content, `more` below the sentences.
    pub(crate) fn view<T: IntoView + 'static>(
        &self,
        finding: Option<AnyView>,
        more: T,
    ) -> impl IntoView + use<T> {
        self.view_titled(self.messages.meaning_you(), finding, more)
    }

    /// Renders the certificate of a received result; without a name it is addressed as somebody
    /// else's.
    pub(crate) fn received_view<T: IntoView + 'static>(
        &self,
        finding: Option<AnyView>,
        more: T,
    ) -> impl IntoView + use<T> {
        self.view_titled(self.messages.meaning_they(), finding, more)
    }

    fn view_titled<T: IntoView + 'static>(
        &self,
        unnamed: &str,
        finding: Option<AnyView>,
        more: T,
    ) -> impl IntoView + use<T> {
        let messages = self.messages.clone();
        let title = match self.name.trim() {
            "" => unnamed.to_owned(),
            _ => self.name.clone(),
        };
        view! {
            <section class="sheet certificate">
                <div class="certificate-head">
                    <div class="certificate-who">
                        <span class="small">{messages.results_certificate().to_owned()}</span>
                        <strong>{title.clone()}</strong>
                        {(!self.detail.is_empty()).then(|| view! { <span class="small">{self.detail.clone()}</span> })}
                        <span class="small">{self.origin.clone()}</span>
                    </div>
                    {self.hallmarks()}
                </div>
                <div class="assayed">{self.figure()}{finding}</div>
                {self.scale()}
                {self.sentences(&title)}
                {more}
            </section>
        }
    }

    fn figure(&self) -> impl IntoView + use<> {
        let report = self.report();
        let has_value = self.score.ai_content.value().is_some();
        let unit = has_value
            .then(|| view! { <span class="unit">{self.messages.results_unit().to_owned()}</span> });
        view! {
            <div>
                <span class="small">{self.messages.results_ai_content().to_owned()}</span>
                <div class="content">
                    <output class:none=!has_value>{report.content_figure()}</output>
                    {unit}
                    {self.range()}
                </div>
            </div>
        }
    }

    fn range(&self) -> AnyView {
        let range = self.report().range(self.plausible);
        match &self.range_room {
            None => view! { <span class="small">{range}</span> }.into_any(),
            Some(room) => view! { <span class="small room" data-room=room.clone()><span>{range}</span></span> }.into_any(),
        }
    }

    fn sentences(&self, name: &str) -> impl IntoView + use<> {
        let report = self.report();
        let meaning = report.meaning(name);
        let limiting_section = match report.limiting_section() {
            Some(holds) => self.messages.list_sentences(&meaning, &holds),
            None => meaning,
        };
        view! { <p class="meaning">{limiting_section}</p> }
    }

    fn scale(&self) -> impl IntoView + use<> {
        let (content, report) = (&self.score.ai_content, self.report());
        let possible = content.range.filter(|range| range.high > range.low);
        let possible = possible.map(|range| MeterSpan::new(range.low, range.high, "possible"));
        let in_steps = self.score.precision.is_in_steps();
        let value = content.value();
        let plausible = report.shown_plausible(self.plausible);
        let plausible = plausible.filter(|(low, high)| high > low);
        let plausible = plausible.map(|(low, high)| MeterSpan::new(low, high, "plausible"));
        let legend = (possible.is_some() && value.is_some() && !in_steps).then(|| {
            view! { <p class="small scale-legend">{self.messages.results_scale_legend().to_owned()}</p> }
        });
        let level = content.level.map_or("", |level| report.level_name(level));
        let label = self.messages.results_scale(&report.content_figure(), level);
        let scale = LevelScale {
            level: content.level,
            ranges: possible.into_iter().chain(plausible).collect(),
            value: value.filter(|_| !in_steps),
        };
        view! { <div>{scale.view(&report, label)}{legend}</div> }
    }

    /// Renders the marks as on silver: maker if there is a name, fineness, office, year if there is one.
    fn hallmarks(&self) -> impl IntoView + use<> {
        let maker = initials(&self.name);
        let fineness = self.fineness();
        let label = self.hallmarks_label(maker.as_deref(), fineness.as_deref());
        let maker = maker.map(|maker| view! {
            <svg viewBox="0 0 48 48" aria-hidden="true"><path d="M4 5h40v22q0 14-20 18Q4 41 4 27Z"/><text x="24" y="25">{maker}</text></svg>
        });
        let year = self.year.get(2..).map(|year| view! {
            <svg viewBox="0 0 48 48" aria-hidden="true"><rect x="6" y="6" width="36" height="36"/><text x="24" y="25">{year}</text></svg>
        });
        view! {
            <div class="hallmarks" role="img" aria-label=label>
                {maker}
                <svg viewBox="0 0 48 48" aria-hidden="true"><rect x="3" y="9" width="42" height="30" rx="15"/><text x="24" y="25">{fineness.unwrap_or_else(|| "–".to_owned())}</text></svg>
                <svg viewBox="0 0 48 48" aria-hidden="true"><path d="M24 3 43 14v20L24 45 5 34V14Z"/><path d="M15 34 24 14l9 20M18.5 27.5h11"/></svg>
                {year}
            </div>
        }
    }

    /// The AI content in parts per thousand; `None` without a value, or if it is known in steps, which
    /// are less precise.
    fn fineness(&self) -> Option<String> {
        let in_steps = self.score.precision.is_in_steps();
        let value = self.score.ai_content.value().filter(|_| !in_steps);
        value.map(per_mille)
    }

    /// Names the marks that there are, for screen readers.
    fn hallmarks_label(&self, maker: Option<&str>, fineness: Option<&str>) -> String {
        let messages = &self.messages;
        let fineness = match fineness {
            Some(fineness) => messages.results_hallmarks_fineness(fineness),
            None => messages.results_hallmarks_empty().to_owned(),
        };
        let year = (!self.year.is_empty()).then(|| messages.results_hallmarks_year(&self.year));
        let marks: Vec<String> = maker
            .map(|maker| messages.results_hallmarks_maker(maker))
            .into_iter()
            .chain([fineness, messages.results_hallmarks_office().to_owned()])
            .chain(year)
            .collect();
        messages.results_hallmarks(&join_list(messages, &marks))
    }
}

/// Formats a percentage as parts per thousand: 49.64 becomes "496".
pub(crate) fn per_mille(percent: f64) -> String {
    format_whole(percent * 10.0)
}

/// Returns at most two letters of a name: the initials of the first two words, or the first two
/// characters of a single word that is not ASCII. `None` if there is no name.
pub(crate) fn initials(name: &str) -> Option<String> {
    let name = sanitize_line(name);
    let words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| word.starts_with(char::is_alphanumeric))
        .collect();
    let first = |word: &str| {
        word.chars()
            .next()
            .map(|c| c.to_uppercase().to_string())
            .unwrap_or_default()
    };
    match words.as_slice() {
        [] => None,
        [one] if !one.is_ascii() => Some(one.chars().take(2).collect()),
        [one] => Some(first(one)),
        [one, two, ..] => Some(first(one) + &first(two)),
    }
}

#[cfg(test)]
mod tests {
    use super::{initials, per_mille};

    #[test]
    fn a_makers_mark_has_at_most_two_letters() {
        assert_eq!(initials("Meridian Health").as_deref(), Some("MH"));
        assert_eq!(initials("  acme ").as_deref(), Some("A"));
        assert_eq!(initials("明澜医疗").as_deref(), Some("明澜"));
        assert_eq!(initials("& Sons").as_deref(), Some("S"));
        assert_eq!(initials(""), None);
    }

    #[test]
    fn fineness_is_stamped_in_per_mille() {
        assert_eq!(per_mille(49.64), "496");
        assert_eq!(per_mille(100.0), "1000");
        assert_eq!(per_mille(0.0), "0");
    }
}
