//! The recommended path with its reasons, the four in order with what blocks them, the other stance.

use crate::view::{AnyView, CollectView, IntoView, view};
use assay_core::{PathScore, Recommendation, Score, Stance, Standing, score};
use assay_locale::{Report, list, rounded};

use super::how::{Part, way};
use super::{Shown, sure};
use crate::parts::meter::{Span, meter};

pub(super) fn paths(shown: &Shown) -> impl IntoView + use<> {
    let words = &shown.words;
    let verdict = shown.report().verdict(shown.assessment.profile.stance);
    let sentences = verdict
        .sentences
        .into_iter()
        .map(|sentence| view! { <p>{sentence}</p> })
        .collect_view();
    let order = match shown.score.precision.tells_paths() {
        true => order(shown),
        false => view! { <p class="small">{words.path_order_untold().to_owned()}</p> }.into_any(),
    };
    view! {
        <section class="sheet paths-sheet">
            <h2>{words.path_heading().to_owned()}</h2>
            <div class="verdict" data-recommendation=recommended(&shown.score)>
                <strong class="name">{verdict.name}</strong>
                {sentences}
            </div>
            {sure::sure(shown)}
            {order}
            {way(shown, Part::Paths, words.path_heading())}
            {shown.has_answers().then(|| other_side(shown))}
        </section>
    }
}

/// The four paths, the first in the order first.
fn order(shown: &Shown) -> AnyView {
    let rows = shown.score.ranked().map(|path| row(shown, path));
    view! {
        <h3 class="visually-hidden">{shown.words.path_others().to_owned()}</h3>
        <ol class="paths">{rows.collect_view()}</ol>
    }
    .into_any()
}

/// The recommendation as scripts read it.
fn recommended(score: &Score) -> &'static str {
    match &score.recommendation {
        Recommendation::Path { path, .. } => path.as_str(),
        Recommendation::FoundationsFirst { .. } => "foundations",
        Recommendation::NotEnoughAnswers => "none",
    }
}

fn row(shown: &Shown, path: &PathScore) -> impl IntoView + use<> {
    let (words, report) = (&shown.words, shown.report());
    let stance = shown.assessment.profile.stance;
    let blocked = path.standing == Standing::Blocked;
    let fit = path.fit_value();
    let spans = vec![
        Span::new(0.0, 100.0, "ground"),
        Span::new(0.0, fit.unwrap_or(0.0), "fit"),
    ];
    // A link that tells steps tells no fits.
    let fit_bar = (!shown.score.precision.is_in_steps()).then(|| {
        let figure = fit.map_or_else(|| "–".to_owned(), rounded);
        view! {
            {meter("fit-bar", spans)}
            <span class="figure fit-figure" title=words.path_fit().to_owned()>{figure}</span>
        }
    });
    // What a language puts between two sentences.
    let between = words.list_sentences("", "");
    let needs = report.needs(stance, &shown.assessment.answers, path).into_iter().map(|need| {
        let raises = (!need.raises.is_empty()).then(|| {
            view! { <span class="small">{between.clone()}{words.path_lift(&list(words, &need.raises))}</span> }
        });
        view! { <li><b>{need.sentence}</b>{raises}</li> }
    });
    let needs = needs.collect_view();
    let standing = report
        .standing(stance, path)
        .into_iter()
        .map(|sentence| view! { <li>{sentence}</li> })
        .collect_view();
    view! {
        <li class="path" data-path=path.id.as_str() data-fit=shown.value_of(path.fit) data-blocked=blocked.then_some("")>
            <span class="figure rank" aria-label=words.path_rank(&path.rank.to_string())>{path.rank}</span>
            <strong lang=shown.texts.lang() dir=shown.texts.dir()>{report.path(path.id).to_owned()}</strong>
            {fit_bar}
            <ul class="why">{blocked.then(|| view! { <li class="visually-hidden">{words.path_blocked().to_owned()}</li> })}{needs}{standing}</ul>
        </li>
    }
}

/// What the other stance would say, a click away.
fn other_side(shown: &Shown) -> impl IntoView + use<> {
    let here = shown.assessment.profile.stance;
    let there = match here {
        Stance::Adopt => Stance::Provide,
        Stance::Provide => Stance::Adopt,
    };
    let answers = &shown.assessment.answers;
    let score = score(&shown.model, there, answers);
    let report = Report::new(&shown.words, &shown.texts, &shown.model, &score);
    view! {
        <details class="other-side">
            <summary>{report.other_side_asks(there).to_owned()}</summary>
            <p>{report.other_side()}</p>
            <p class="small">{report.other_side_adds(here, there, answers)}</p>
        </details>
    }
}
