//! The certificate as a picture to be saved.

use crate::view::{Handle, IntoView, view};
use assay_charts::{Certificate, Hallmarks, Palette, PictureFormat, Scale, Style, svg};
use assay_core::Maturity;
use assay_locale::self_assessment_line;
use leptos::prelude::*;
use web_sys::{Blob, HtmlCanvasElement};

use super::super::{ResultView, detail, last_moment, sections};
use super::ShareState;
use crate::browser::{dom, files, picture};
use crate::parts::canvas::page_palette;
use crate::parts::certificate::{initials, per_mille};
use crate::state::App;

/// How a picture is written down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ImageFormat {
    Png,
    Svg,
}

pub(super) fn picture_section(app: &App, sharing: &ShareState) -> impl IntoView + use<> {
    let words = &sharing.result.messages;
    // Only for the colours and fonts of the page, as they are on light paper.
    let swatch = Handle::new();
    view! {
        <div class="stack share-pictures">
            <h3>{words.share_picture_heading().to_owned()}</h3>
            <canvas class="share-swatch" hidden node_ref=swatch></canvas>
            {row(app, sharing, PictureFormat::Wide, words.share_picture_wide(), &swatch)}
            {row(app, sharing, PictureFormat::A4, words.share_picture_a4(), &swatch)}
        </div>
    }
}

fn row(
    app: &App,
    sharing: &ShareState,
    sheet: PictureFormat,
    label: &str,
    swatch: &Handle,
) -> impl IntoView + use<> {
    let words = &sharing.result.messages;
    let button = |form: ImageFormat, text: &str| {
        let (app, sharing, swatch) = (app.clone(), sharing.clone(), swatch.clone());
        let action = match form {
            ImageFormat::Png => "save-png",
            ImageFormat::Svg => "save-svg",
        };
        let spoken = words.share_picture_save(text, label);
        view! { <button class="button quiet" data-action=action data-sheet=sheet_name(sheet) aria-label=spoken on:click=move |_| save_certificate(&app, &sharing, sheet, form, &swatch)>{text.to_owned()}</button> }
    };
    view! {
        <div class="row">
            <span>{label.to_owned()}</span>
            {button(ImageFormat::Png, words.share_picture_png())}
            {button(ImageFormat::Svg, words.share_picture_svg())}
        </div>
    }
}

const fn sheet_name(sheet: PictureFormat) -> &'static str {
    match sheet {
        PictureFormat::Wide => "wide",
        PictureFormat::A4 => "a4",
    }
}

fn save_certificate(
    app: &App,
    sharing: &ShareState,
    sheet: PictureFormat,
    form: ImageFormat,
    swatch: &Handle,
) {
    let Some(swatch) = swatch.get::<HtmlCanvasElement>() else {
        return;
    };
    let (app, sharing) = (app.clone(), sharing.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let (said, style) = (
            untrack(|| certificate_content(&sharing)),
            page_style(&swatch),
        );
        let (ending, made) = match (form, &said) {
            (ImageFormat::Png, Some(said)) => ("png", png_blob(sheet, said, &style).await),
            (ImageFormat::Svg, Some(said)) => ("svg", svg_blob(sheet, said, &style)),
            (_, None) => ("svg", None),
        };
        let sender = untrack(|| sharing.shared_name());
        let file = files::file_name(&sender, &format!("{}.{ending}", sheet_name(sheet)));
        super::save_picture(&app, &sharing, file, made);
    });
}

async fn png_blob(sheet: PictureFormat, said: &Certificate, style: &Style) -> Option<Blob> {
    picture::render_png(sheet.size(), sheet.grid(), |area| {
        assay_charts::certificate(area, sheet, said, style).is_ok()
    })
    .await
}

fn svg_blob(sheet: PictureFormat, said: &Certificate, style: &Style) -> Option<Blob> {
    files::text_blob(&svg::certificate(said, sheet, style).ok()?, "image/svg+xml")
}

fn page_style(swatch: &HtmlCanvasElement) -> Style {
    Style {
        display_family: dom::computed_style(swatch, "--serif"),
        ..Style::new(
            page_palette(swatch, Palette::LIGHT),
            &dom::computed_style(swatch, "font-family"),
        )
    }
}

/// What the picture says: what the certificate on the page does, as far as the sender lets it.
/// Without answers it says no more than the link.
fn certificate_content(sharing: &ShareState) -> Option<Certificate> {
    let shown = &sharing.result_to_share()?;
    let in_steps = shown.score.precision.is_in_steps();
    let (words, report) = (&shown.messages, shown.report());
    let content = &shown.score.ai_content;
    let certainty = shown.certainty.get_untracked();
    let plausible = certainty.as_ref().and_then(|known| known.plausible);
    let name = sharing.shared_name();
    let heading = words.results_certificate().to_owned();
    let (heading, title) = match name.is_empty() {
        true => (String::new(), heading),
        false => (heading, name.clone()),
    };
    let meaning = report.meaning(&name);
    let percent = format!(" {}", words.results_unit());
    let verdict = report.describe_recommendation(shown.assessment.profile.stance);
    let model = words.results_model_line(shown.model.id(), shown.model.version());
    Some(Certificate {
        heading,
        name: title,
        detail: match sharing.includes_profile.get_untracked() {
            true => detail(shown),
            false => String::new(),
        },
        hallmarks: hallmarks(shown, &name),
        measure: words.results_ai_content().to_owned(),
        figure: report.content_figure() + content.value().map_or("", |_| &percent),
        range: report.range(plausible),
        scale: Scale {
            levels: Maturity::ALL.map(|level| report.level_name(level).to_owned()),
            level: content.level.map(|level| level.index()),
            value: content.value().filter(|_| !in_steps),
            possible: content.range.map(|range| (range.low, range.high)),
            plausible,
        },
        meaning: match report.limiting_section() {
            Some(holds) => words.list_sentences(&meaning, &holds),
            None => meaning,
        },
        sections: sections::bars(shown),
        path_heading: words.path_heading().to_owned(),
        path: verdict.name,
        confidence: certainty
            .and_then(|known| report.confidence(&known))
            .or_else(|| report.received_confidence(shown.sureness?))
            .unwrap_or_default(),
        origin: self_assessment_line(words, &name, last_moment(shown)),
        model: format!("{} · {model}", words.app_name()),
    })
}

fn hallmarks(shown: &ResultView, name: &str) -> Hallmarks {
    let exact = !shown.score.precision.is_in_steps();
    let content = shown.score.ai_content.value().filter(|_| exact);
    let year = last_moment(shown).and_then(|moment| moment.get(2..4));
    Hallmarks {
        maker: initials(name),
        fineness: content.map_or_else(|| "–".to_owned(), per_mille),
        year: year.unwrap_or_default().to_owned(),
    }
}
