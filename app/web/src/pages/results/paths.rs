//! The recommended path with its reasons, the four in order with what blocks them, the other stance.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::{Evaluation, PathScore, PathStatus, Recommendation, Score, Stance};
use assay_locale::{Report, format_whole, join_list};

use super::derivation::{DerivationPart, derivation_link};
use super::{ResultView, confidence};
use crate::parts::meter::{MeterSpan, meter};

pub(super) fn paths_section(shown: &ResultView) -> impl IntoView + use<> {
    let words = &shown.messages;
    let verdict = shown
        .report()
        .describe_recommendation(shown.assessment.profile.stance);
    let sentences = verdict
        .sentences
        .into_iter()
        .map(|sentence| view! { <p>{sentence}</p> })
        .collect_view();
    let order = match shown.score.precision.includes_paths() {
        true => path_list(shown),
        false => view! { <p class="small">{words.path_order_untold().to_owned()}</p> }.into_any(),
    };
    view! {
        <section class="sheet paths-sheet">
            <h2>{words.path_heading().to_owned()}</h2>
            <div class="verdict" data-recommendation=recommendation_hook(&shown.score)>
                <strong class="name">{verdict.name}</strong>
                {sentences}
            </div>
            {confidence::confidence_view(shown)}
            {order}
            {derivation_link(shown, DerivationPart::Paths, words.path_heading())}
            {shown.has_answers().then(|| other_stance(shown))}
        </section>
    }
}

/// The four paths, the first in the order first.
fn path_list(shown: &ResultView) -> AnyView {
    let rows = shown.score.ranked().map(|path| row(shown, path));
    view! {
        <h3 class="visually-hidden">{shown.messages.path_others().to_owned()}</h3>
        <ol class="paths">{rows.collect_view()}</ol>
    }
    .into_any()
}

/// The recommendation as scripts read it.
fn recommendation_hook(score: &Score) -> &'static str {
    match &score.recommendation {
        Recommendation::Path { path, .. } => path.as_str(),
        Recommendation::FoundationsFirst { .. } => "foundations",
        Recommendation::NotEnoughAnswers => "none",
    }
}

fn row(shown: &ResultView, path: &PathScore) -> impl IntoView + use<> {
    let (words, report) = (&shown.messages, shown.report());
    let stance = shown.assessment.profile.stance;
    let blocked = path.status == PathStatus::Blocked;
    let fit = path.fit_value();
    let spans = vec![
        MeterSpan::new(0.0, 100.0, "ground"),
        MeterSpan::new(0.0, fit.unwrap_or(0.0), "fit"),
    ];
    // A link that tells steps tells no fits.
    let fit_bar = (!shown.score.precision.is_in_steps()).then(|| {
        let figure = fit.map_or_else(|| "–".to_owned(), format_whole);
        view! {
            {meter("fit-bar", spans)}
            <span class="figure fit-figure" title=words.path_fit().to_owned()>{figure}</span>
        }
    });
    // What a language puts between two sentences.
    let between = words.list_sentences("", "");
    let needs = report.unmet_thresholds(stance, &shown.assessment.answers, path).into_iter().map(|need| {
        let raises = (!need.raises.is_empty()).then(|| {
            view! { <span class="small">{between.clone()}{words.path_lift(&join_list(words, &need.raises))}</span> }
        });
        view! { <li><b>{need.sentence}</b>{raises}</li> }
    });
    let needs = needs.collect_view();
    let standing = report
        .path_status(stance, path)
        .into_iter()
        .map(|sentence| view! { <li>{sentence}</li> })
        .collect_view();
    view! {
        <li class="path" data-path=path.id.as_str() data-fit=shown.range_hook(path.fit) data-blocked=blocked.then_some("")>
            <span class="figure rank" aria-label=words.path_rank(&path.rank.to_string())>{path.rank}</span>
            <strong lang=shown.texts.lang() dir=shown.texts.dir()>{report.path_name(path.id).to_owned()}</strong>
            {fit_bar}
            <ul class="why">{blocked.then(|| view! { <li class="visually-hidden">{words.path_blocked().to_owned()}</li> })}{needs}{standing}</ul>
        </li>
    }
}

/// What the other stance would say, a click away.
fn other_stance(shown: &ResultView) -> impl IntoView + use<> {
    let here = shown.assessment.profile.stance;
    let there = match here {
        Stance::Adopt => Stance::Provide,
        Stance::Provide => Stance::Adopt,
    };
    let answers = &shown.assessment.answers;
    let score = Evaluation::new(&shown.model, there, answers).score();
    let report = Report::new(&shown.messages, &shown.texts, &shown.model, &score);
    view! {
        <details class="other-side">
            <summary>{report.other_stance_heading(there).to_owned()}</summary>
            <p>{report.other_stance_recommendation()}</p>
            <p class="small">{report.other_stance_added_questions(here, there, answers)}</p>
        </details>
    }
}
