//! The recommended path with its reasons, the four paths in order with their obstacles, and the
//! other stance.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::{Evaluation, PathScore, PathStatus, Recommendation, Score, Stance};
use assay_locale::report::UnmetThreshold;
use assay_locale::{Messages, Report, format_whole, join_list};

use super::confidence;
use super::derivation::{DerivationPart, derived_heading};
use super::result_view::ResultView;
use crate::parts::charts::meter::range_meter;

pub(super) fn paths_section(result: &ResultView) -> impl IntoView + use<> {
    let messages = &result.messages;
    let verdict = result
        .report()
        .describe_recommendation(result.assessment.profile.stance);
    let sentences = verdict
        .sentences
        .into_iter()
        .map(|sentence| view! { <p>{sentence}</p> })
        .collect_view();
    let order = match result.score.precision.includes_paths() {
        true => path_list(result),
        false => {
            view! { <p class="small">{messages.path_order_withheld().to_owned()}</p> }.into_any()
        }
    };
    let heading = messages.path_heading();
    view! {
        <section class="sheet paths-sheet">
            {derived_heading(result, DerivationPart::Paths, heading, heading)}
            <div class="verdict" data-recommendation=recommendation_hook(&result.score)>
                <strong class="name">{verdict.name}</strong>
                {sentences}
            </div>
            {confidence::confidence_view(result)}
            <div class="stack path-order">{order}</div>
            {result.has_answers().then(|| other_stance(result))}
        </section>
    }
}

/// Renders the four paths by rank.
fn path_list(result: &ResultView) -> AnyView {
    let (blocked, reachable): (Vec<_>, Vec<_>) = result
        .score
        .ranked()
        .into_iter()
        .partition(|path| path.status == PathStatus::Blocked);
    let rows = |paths: &[&PathScore]| paths.iter().map(|path| row(result, path)).collect_view();
    let out_of_reach = (!blocked.is_empty()).then(|| {
        view! {
            <h3 class="out-of-reach">{result.messages.path_out_of_reach().to_owned()}</h3>
            <ol class="paths">{rows(&blocked)}</ol>
        }
    });
    view! {
        <h3 class="visually-hidden">{result.messages.path_others().to_owned()}</h3>
        {(!reachable.is_empty()).then(|| view! { <ol class="paths">{rows(&reachable)}</ol> })}
        {out_of_reach}
    }
    .into_any()
}

/// Returns the recommendation for scripts.
fn recommendation_hook(score: &Score) -> &'static str {
    match &score.recommendation {
        Recommendation::Path { path, .. } => path.as_str(),
        Recommendation::FoundationsFirst { .. } => "foundations",
        Recommendation::NotEnoughAnswers => "none",
    }
}

fn row(result: &ResultView, path: &PathScore) -> impl IntoView + use<> {
    let (messages, report) = (&result.messages, result.report());
    let stance = result.assessment.profile.stance;
    let blocked = path.status == PathStatus::Blocked;
    // A link with coarse steps contains no fits.
    let fit_bar = (!result.score.precision.is_in_steps()).then(|| {
        let figure = path
            .fit_value()
            .map_or_else(|| "–".to_owned(), format_whole);
        view! {
            {path.fit.map(range_meter)}
            <span class="figure fit-figure" title=messages.path_fit().to_owned()>{figure}</span>
        }
    });
    let needs = report.unmet_thresholds(stance, &result.assessment.answers, path);
    let needs = needs
        .into_iter()
        .map(|need| view! { <li>{self::need(messages, need)}</li> });
    let needs = needs.collect_view();
    // The list shows by its two parts which paths are open; a screen reader says it of each.
    let class = (path.status == PathStatus::Open).then_some("visually-hidden");
    let standing = report
        .path_status(stance, path)
        .into_iter()
        .map(|sentence| view! { <li class=class>{sentence}</li> })
        .collect_view();
    view! {
        <li class="path" data-path=path.id.as_str() data-fit=result.range_hook(path.fit) data-blocked=blocked.then_some("")>
            <span class="figure rank" aria-label=messages.path_rank(&path.rank.to_string())>{path.rank}</span>
            <strong lang=result.texts.lang() dir=result.texts.dir()>{report.path_name(path.id).to_owned()}</strong>
            {fit_bar}
            <ul class="why">{blocked.then(|| view! { <li class="visually-hidden">{messages.path_blocked().to_owned()}</li> })}{needs}{standing}</ul>
        </li>
    }
}

/// Renders an unmet threshold, with the answers that reach it in a closed fold.
fn need(messages: &Messages, need: UnmetThreshold) -> AnyView {
    let sentence = view! { <b>{need.sentence}</b> };
    if need.raises.is_empty() {
        return sentence;
    }
    let raises = messages.path_lift(&join_list(messages, &need.raises));
    view! { <details class="need"><summary>{sentence}</summary><p class="small">{raises}</p></details> }
}

/// Renders the result for the other stance in a closed fold.
fn other_stance(result: &ResultView) -> impl IntoView + use<> {
    let here = result.assessment.profile.stance;
    let there = match here {
        Stance::Adopt => Stance::Provide,
        Stance::Provide => Stance::Adopt,
    };
    let answers = &result.assessment.answers;
    let score = Evaluation::new(&result.model, there, answers).score();
    let report = Report::new(&result.messages, &result.texts, &result.model, &score);
    view! {
        <details class="other-side">
            <summary>{report.other_stance_heading(there).to_owned()}</summary>
            <p>{report.other_stance_recommendation()}</p>
            <p class="small">{report.other_stance_added_questions(here, there, answers)}</p>
        </details>
    }
}
