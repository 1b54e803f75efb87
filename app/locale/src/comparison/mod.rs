//! Sentences that compare results. Every result has a unique label, even if names are equal.

mod changes;
mod history;
mod labels;
#[cfg(test)]
mod tests;

use assay_core::compare::{ComparedResult, Extreme, content_spread, widest_section};
use assay_core::{Depth, Model, Precision, Range, Recommendation, Score, Stance, Texts};

use crate::report::format_figure;
use crate::{Messages, NumberFormat, Report, format_date, format_tenth, format_whole, join_list};
pub use labels::short_label;

/// Describes several results of one model in one language.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    messages: &'a Messages,
    texts: &'a Texts,
    model: &'a Model,
    results: &'a [ComparedResult],
    labels: Vec<String>,
}

impl<'a> Comparison<'a> {
    /// A comparison of results of this model.
    #[must_use]
    pub fn new(
        messages: &'a Messages,
        texts: &'a Texts,
        model: &'a Model,
        results: &'a [ComparedResult],
    ) -> Self {
        Self {
            messages,
            texts,
            model,
            results,
            labels: labels::unique_labels(messages, results),
        }
    }

    /// Label of a result: its name, with date or number if others have the same name.
    #[must_use]
    pub fn label(&self, result: usize) -> &str {
        self.labels.get(result).map_or("", String::as_str)
    }

    /// All labels in the order of the results.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    fn report<'r>(&self, score: &'r Score) -> Report<'r>
    where
        'a: 'r,
    {
        Report::new(self.messages, self.texts, self.model, score)
    }

    /// Which result has the highest AI content and which the lowest.
    #[must_use]
    pub fn spread_sentence(&self) -> String {
        let Some(spread) = content_spread(self.results) else {
            return self.messages.compare_headline_none().to_owned();
        };
        let of = |extreme: Extreme| self.format_value(extreme.result, extreme.value, format_tenth);
        let (low, high) = (of(spread.low), of(spread.high));
        if low == high {
            return self.messages.compare_headline_equal(&high);
        }
        let (lowest, highest) = (
            self.label(spread.low.result),
            self.label(spread.high.result),
        );
        self.messages.compare_headline(highest, &high, lowest, &low)
    }

    /// The section with the largest difference.
    #[must_use]
    pub fn widest_section(&self) -> String {
        let Some((section, spread)) = widest_section(self.results) else {
            return self.messages.compare_widest_none().to_owned();
        };
        self.messages.compare_widest(
            &self.texts.section(section).title,
            self.label(spread.high.result),
            &self.format_value(spread.high.result, spread.high.value, |_, value| {
                format_whole(value)
            }),
            self.label(spread.low.result),
            &self.format_value(spread.low.result, spread.low.value, |_, value| {
                format_whole(value)
            }),
        )
    }

    /// A value of a result; "about 65" if the result has coarse steps.
    #[must_use]
    pub fn format_value(&self, result: usize, value: f64, exact: NumberFormat) -> String {
        format_figure(self.messages, self.precision(result), value, exact)
    }

    /// Precision of a result's values.
    #[must_use]
    pub fn precision(&self, result: usize) -> Precision {
        let result = self.results.get(result);
        result
            .map(|result| result.score.precision)
            .unwrap_or_default()
    }

    /// Why results are hard to compare: different stances, different depths, missing answers.
    #[must_use]
    pub fn cautions(&self) -> Vec<String> {
        let of = |holds: &dyn Fn(&ComparedResult) -> bool| -> Vec<&str> {
            let pairs = self.results.iter().zip(&self.labels);
            pairs
                .filter(|(result, _)| holds(result))
                .map(|(_, label)| label.as_str())
                .collect()
        };
        let join = |names: &[&str]| join_list(self.messages, names);
        let mut cautions = Vec::new();
        let provide = of(&|result| result.stance == Stance::Provide);
        let adopt = of(&|result| result.stance == Stance::Adopt);
        if !provide.is_empty() && !adopt.is_empty() {
            cautions.push(
                self.messages
                    .compare_stances(&join(&provide), &join(&adopt)),
            );
        }
        let quick = of(&|result| result.depth == Depth::Quick);
        if !quick.is_empty() && quick.len() < self.results.len() {
            cautions.push(self.messages.compare_depths(&join(&quick)));
        }
        let scores = of(&|result| result.answers.is_none());
        if !scores.is_empty() {
            cautions.push(self.messages.compare_without_answers(&join(&scores)));
        }
        cautions
    }

    /// Stance, depth and day of a result.
    #[must_use]
    pub fn facts(&self, result: usize) -> Vec<String> {
        let Some(compared) = self.results.get(result) else {
            return Vec::new();
        };
        let stance = match compared.stance {
            Stance::Provide => self.messages.compare_stance_provide(),
            Stance::Adopt => self.messages.compare_stance_adopt(),
        };
        let depth = match compared.depth {
            Depth::Quick => self.messages.section_depth_quick(),
            Depth::Full => self.messages.section_depth_full(),
        };
        let day = compared.day.map(|day| day.to_string());
        vec![
            stance.to_owned(),
            depth.to_owned(),
            format_date(self.messages, day.as_deref()),
        ]
    }

    /// The recommendation in a few words.
    #[must_use]
    pub fn recommendation(&self, score: &Score) -> String {
        let report = self.report(score);
        if !score.precision.includes_sections() {
            return self.messages.sections_none().to_owned();
        }
        match &score.recommendation {
            Recommendation::Path { path, tied, .. } if tied.is_empty() => {
                report.path_name(*path).to_owned()
            }
            Recommendation::Path { path, tied, .. } => {
                let mut equal = vec![report.path_name(*path)];
                equal.extend(tied.iter().map(|path| report.path_name(*path)));
                self.messages
                    .compare_tied(&join_list(self.messages, &equal))
            }
            Recommendation::FoundationsFirst { nearest } => self
                .messages
                .compare_foundations(report.path_name(*nearest)),
            Recommendation::NotEnoughAnswers => self.messages.path_not_enough().to_owned(),
        }
    }

    /// A value with one decimal, and its interval if answers are open; for coarse results "about
    /// 65" and the step.
    #[must_use]
    pub fn format_range(&self, precision: Precision, range: Option<Range>) -> String {
        let none = self.messages.sections_none();
        let Some(range) = range else {
            return none.to_owned();
        };
        let format = |value| format_figure(self.messages, precision, value, format_tenth);
        let value = range.value.map_or_else(|| none.to_owned(), format);
        if format_whole(range.low) == format_whole(range.high) {
            return value;
        }
        self.messages
            .compare_range(&value, &format_whole(range.low), &format_whole(range.high))
    }
}
