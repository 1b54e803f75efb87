//! The certificate as a picture to be saved.

use crate::view::{Handle, IntoView, view};
use assay_charts::{Certificate, Hallmarks, Palette, Scale, Sheet, Style, svg};
use assay_core::Maturity;
use assay_locale::self_assessed;
use leptos::prelude::*;
use web_sys::{Blob, HtmlCanvasElement};

use super::super::{Shown, detail, moment, sections};
use super::Sharing;
use crate::browser::{dom, files, picture};
use crate::parts::canvas::tokens;
use crate::parts::certificate::{initials, per_mille};
use crate::state::App;

/// How a picture is written down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Png,
    Svg,
}

pub(super) fn pictures(app: &App, sharing: &Sharing) -> impl IntoView + use<> {
    let words = &sharing.shown.words;
    // Only for the colours and fonts of the page, as they are on light paper.
    let swatch = Handle::new();
    view! {
        <div class="stack share-pictures">
            <h3>{words.share_picture_heading().to_owned()}</h3>
            <canvas class="share-swatch" hidden node_ref=swatch></canvas>
            {row(app, sharing, Sheet::Wide, words.share_picture_wide(), &swatch)}
            {row(app, sharing, Sheet::A4, words.share_picture_a4(), &swatch)}
        </div>
    }
}

fn row(
    app: &App,
    sharing: &Sharing,
    sheet: Sheet,
    label: &str,
    swatch: &Handle,
) -> impl IntoView + use<> {
    let words = &sharing.shown.words;
    let button = |form: Form, text: &str| {
        let (app, sharing, swatch) = (app.clone(), sharing.clone(), swatch.clone());
        let action = match form {
            Form::Png => "save-png",
            Form::Svg => "save-svg",
        };
        let spoken = words.share_picture_save(text, label);
        view! { <button class="button quiet" data-action=action data-sheet=name(sheet) aria-label=spoken on:click=move |_| save(&app, &sharing, sheet, form, &swatch)>{text.to_owned()}</button> }
    };
    view! {
        <div class="row">
            <span>{label.to_owned()}</span>
            {button(Form::Png, words.share_picture_png())}
            {button(Form::Svg, words.share_picture_svg())}
        </div>
    }
}

const fn name(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Wide => "wide",
        Sheet::A4 => "a4",
    }
}

fn save(app: &App, sharing: &Sharing, sheet: Sheet, form: Form, swatch: &Handle) {
    let Some(swatch) = swatch.get::<HtmlCanvasElement>() else {
        return;
    };
    let (app, sharing) = (app.clone(), sharing.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let (said, style) = (untrack(|| certificate(&sharing)), style(&swatch));
        let (ending, made) = match (form, &said) {
            (Form::Png, Some(said)) => ("png", png(sheet, said, &style).await),
            (Form::Svg, Some(said)) => ("svg", vector(sheet, said, &style)),
            (_, None) => ("svg", None),
        };
        let sender = untrack(|| sharing.name());
        let file = files::named(&sender, &format!("{}.{ending}", name(sheet)));
        super::save(&app, &sharing, file, made);
    });
}

async fn png(sheet: Sheet, said: &Certificate, style: &Style) -> Option<Blob> {
    picture::png(sheet.size(), sheet.grid(), |area| {
        assay_charts::certificate(area, sheet, said, style).is_ok()
    })
    .await
}

fn vector(sheet: Sheet, said: &Certificate, style: &Style) -> Option<Blob> {
    files::blob(&svg::certificate(said, sheet, style).ok()?, "image/svg+xml")
}

fn style(swatch: &HtmlCanvasElement) -> Style {
    Style {
        display: dom::token(swatch, "--serif"),
        ..Style::new(
            tokens(swatch, Palette::LIGHT),
            &dom::token(swatch, "font-family"),
        )
    }
}

/// What the picture says: what the certificate on the page does, as far as the sender lets it.
/// Without answers it says no more than the link.
fn certificate(sharing: &Sharing) -> Option<Certificate> {
    let shown = &sharing.result_to_share()?;
    let in_steps = shown.score.precision.is_in_steps();
    let (words, report) = (&shown.words, shown.report());
    let content = &shown.score.ai_content;
    let certainty = shown.certainty.get_untracked();
    let plausible = certainty.as_ref().and_then(|known| known.plausible);
    let name = sharing.name();
    let heading = words.results_certificate().to_owned();
    let (heading, title) = match name.is_empty() {
        true => (String::new(), heading),
        false => (heading, name.clone()),
    };
    let meaning = report.meaning(&name);
    let percent = format!(" {}", words.results_unit());
    let verdict = report.verdict(shown.assessment.profile.stance);
    let model = words.results_model_line(shown.model.id(), shown.model.version());
    Some(Certificate {
        heading,
        name: title,
        detail: match sharing.profile.get_untracked() {
            true => detail(shown),
            false => String::new(),
        },
        hallmarks: hallmarks(shown, &name),
        measure: words.results_ai_content().to_owned(),
        figure: report.content() + content.value().map_or("", |_| &percent),
        range: report.range(plausible),
        scale: Scale {
            levels: Maturity::ALL.map(|level| report.level_name(level).to_owned()),
            level: content.level.map(|level| level.index()),
            value: content.value().filter(|_| !in_steps),
            possible: content.range.map(|range| (range.low, range.high)),
            plausible,
        },
        meaning: match report.holds_back() {
            Some(holds) => words.list_sentences(&meaning, &holds),
            None => meaning,
        },
        sections: sections::bars(shown),
        path_heading: words.path_heading().to_owned(),
        path: verdict.name,
        sure: certainty
            .and_then(|known| report.confidence(&known))
            .or_else(|| report.told_confidence(shown.sureness?))
            .unwrap_or_default(),
        origin: self_assessed(words, &name, moment(shown)),
        model: format!("{} · {model}", words.app_name()),
    })
}

fn hallmarks(shown: &Shown, name: &str) -> Hallmarks {
    let exact = !shown.score.precision.is_in_steps();
    let content = shown.score.ai_content.value().filter(|_| exact);
    let year = moment(shown).and_then(|moment| moment.get(2..4));
    Hallmarks {
        maker: initials(name),
        fineness: content.map_or_else(|| "–".to_owned(), per_mille),
        year: year.unwrap_or_default().to_owned(),
    }
}
