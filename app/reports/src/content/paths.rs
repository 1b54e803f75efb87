//! The four paths: fit, status and what blocks them.

use assay_core::{PathScore, PathStatus};
use assay_locale::{Messages, format_whole, join_list};

use super::chart::{Chart, ChartKind, ChartSeries};
use super::source::Computed;

/// The four paths in the order of their ranks.
#[derive(Debug, Clone, PartialEq)]
pub struct PathsContent {
    /// "What blocks the others"; "What blocks the paths" if none is recommended.
    pub heading: String,
    /// "The four paths in order".
    pub order_heading: String,
    /// The sentence if no other path is blocked; otherwise empty.
    pub unblocked: String,
    /// The paths.
    pub paths: Vec<PathContent>,
    /// Their fits.
    pub chart: Chart,
}

/// A path.
#[derive(Debug, Clone, PartialEq)]
pub struct PathContent {
    /// Rank from 1 to 4.
    pub rank: u8,
    /// Name.
    pub name: String,
    /// The fit without decimals, or a dash.
    pub fit: String,
    /// Name of the status.
    pub status: String,
    /// What is missing: thresholds not reached or not verified, or too few answers.
    pub missing: Vec<String>,
    /// For each blocking threshold, the answers to raise.
    pub lifts: Vec<String>,
}

pub(super) fn paths_content(of: &Computed<'_>) -> PathsContent {
    let messages = of.source.messages;
    let ranked = of.score.ranked();
    let paths: Vec<PathContent> = ranked.iter().map(|path| path_content(of, path)).collect();
    let is_recommended = of.score.recommendation.path().is_some();
    let is_clear = paths.iter().skip(1).all(|path| path.missing.is_empty());
    PathsContent {
        heading: match is_recommended {
            true => messages.report_blocked().to_owned(),
            false => messages.report_blocked_all().to_owned(),
        },
        order_heading: messages.path_others().to_owned(),
        unblocked: match is_clear {
            true => messages.report_blocked_none().to_owned(),
            false => String::new(),
        },
        chart: fit_chart(of, &ranked),
        paths,
    }
}

fn path_content(of: &Computed<'_>, path: &PathScore) -> PathContent {
    let messages = of.source.messages;
    let answers = &of.source.assessment.answers;
    let unmet = of.report.unmet_thresholds(of.source.stance, answers, path);
    let lifts = unmet.iter().filter(|need| !need.raises.is_empty());
    let lifts = lifts.map(|need| messages.path_lift(&join_list(messages, &need.raises)));
    let lifts = lifts.collect();
    let mut missing: Vec<String> = unmet.into_iter().map(|need| need.sentence).collect();
    if path.status != PathStatus::Open {
        missing.extend(of.report.path_status(of.source.stance, path));
    }
    PathContent {
        rank: path.rank,
        name: of.report.path_name(path.id).to_owned(),
        fit: fit_figure(messages, path),
        status: status_name(messages, path.status).to_owned(),
        missing,
        lifts,
    }
}

/// Name of a status.
pub(crate) fn status_name(messages: &Messages, status: PathStatus) -> &str {
    match status {
        PathStatus::Open => messages.whatif_standing_open(),
        PathStatus::Unverified => messages.whatif_standing_unverified(),
        PathStatus::Blocked => messages.whatif_standing_blocked(),
        PathStatus::Unknown => messages.whatif_standing_unknown(),
    }
}

fn fit_figure(messages: &Messages, path: &PathScore) -> String {
    let none = || messages.sections_none().to_owned();
    path.fit_value().map_or_else(none, format_whole)
}

fn fit_chart(of: &Computed<'_>, ranked: &[&PathScore; 4]) -> Chart {
    let messages = of.source.messages;
    let name = |path: &PathScore| of.report.path_name(path.id).to_owned();
    let fits =
        ranked.map(|path| messages.report_fits_item(&name(path), &fit_figure(messages, path)));
    Chart {
        kind: ChartKind::Bars,
        name: messages.report_fits().to_owned(),
        alternative: messages.report_fits_sentence(&join_list(messages, &fits)),
        categories: ranked.iter().map(|path| name(path)).collect(),
        series: vec![ChartSeries {
            name: messages.path_fit().to_owned(),
            values: ranked.iter().map(|path| path.fit_value()).collect(),
            is_target: false,
        }],
    }
}
