//! The certificate as a picture file.

use crate::view::{Handle, IntoView, view};
use assay_charts::{Certificate, Hallmarks, Palette, PictureFormat, Scale, Style, svg};
use assay_core::Maturity;
use assay_locale::{Messages, self_assessment_line};
use leptos::prelude::*;
use web_sys::{Blob, HtmlCanvasElement};

use super::super::result_view::ResultView;
use super::super::sections;
use super::save::save_picture;
use super::share_state::ShareState;
use crate::browser::console::log_failure;
use crate::browser::{dom, files, picture};
use crate::parts::certificate::{initials, per_mille};
use crate::parts::charts::chart_canvas::page_palette;
use crate::state::App;

/// File format of a picture.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ImageFormat {
    Png,
    Svg,
}

pub(super) fn picture_section(app: &App, share: &ShareState) -> impl IntoView + use<> {
    let messages = &share.result.messages;
    // Provides the page's colours and fonts in the light scheme.
    let swatch = Handle::new();
    view! {
        <div class="stack share-pictures">
            <h3>{messages.share_picture_heading().to_owned()}</h3>
            <canvas class="share-swatch" hidden node_ref=swatch></canvas>
            {row(app, share, PictureFormat::Wide, messages.share_picture_wide(), &swatch)}
            {row(app, share, PictureFormat::A4, messages.share_picture_a4(), &swatch)}
        </div>
    }
}

fn row(
    app: &App,
    share: &ShareState,
    sheet: PictureFormat,
    label: &str,
    swatch: &Handle,
) -> impl IntoView + use<> {
    let messages = &share.result.messages;
    let button = |form: ImageFormat, text: &str| {
        let (app, share, swatch) = (app.clone(), share.clone(), swatch.clone());
        let action = match form {
            ImageFormat::Png => "save-png",
            ImageFormat::Svg => "save-svg",
        };
        let spoken = messages.share_picture_save(text, label);
        view! { <button class="button quiet" data-action=action data-sheet=sheet_name(sheet) aria-label=spoken on:click=move |_| save_certificate(&app, &share, sheet, form, &swatch)>{text.to_owned()}</button> }
    };
    view! {
        <div class="row">
            <span>{label.to_owned()}</span>
            {button(ImageFormat::Png, messages.share_picture_png())}
            {button(ImageFormat::Svg, messages.share_picture_svg())}
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
    share: &ShareState,
    sheet: PictureFormat,
    form: ImageFormat,
    swatch: &Handle,
) {
    let Some(swatch) = swatch.get::<HtmlCanvasElement>() else {
        return;
    };
    let (app, share) = (app.clone(), share.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let (content, style) = (untrack(|| certificate_content(&share)), page_style(&swatch));
        let (ending, blob) = match (form, &content) {
            (ImageFormat::Png, Some(content)) => ("png", png_blob(sheet, content, &style).await),
            (ImageFormat::Svg, Some(content)) => ("svg", svg_blob(sheet, content, &style)),
            (_, None) => ("svg", None),
        };
        let sender = untrack(|| share.shared_name());
        let file = files::file_name(&sender, &format!("{}.{ending}", sheet_name(sheet)));
        save_picture(&app, &share, file, blob);
    });
}

async fn png_blob(sheet: PictureFormat, content: &Certificate, style: &Style) -> Option<Blob> {
    picture::render_png(sheet.size(), sheet.grid(), |area| {
        let drawn = assay_charts::certificate(area, sheet, content, style);
        log_failure("draw the certificate", drawn).is_some()
    })
    .await
}

fn svg_blob(sheet: PictureFormat, content: &Certificate, style: &Style) -> Option<Blob> {
    let svg = log_failure(
        "draw the certificate",
        svg::certificate(content, sheet, style),
    )?;
    files::text_blob(&svg, "image/svg+xml")
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

/// Returns the content of the certificate, limited to what the sender's choices reveal. Without
/// answers it contains no more than the link.
fn certificate_content(share: &ShareState) -> Option<Certificate> {
    let result = &share.result_to_share()?;
    let (messages, report) = (&result.messages, result.report());
    let content = &result.score.ai_content;
    let certainty = result.certainty.get_untracked();
    let plausible = certainty.as_ref().and_then(|known| known.plausible);
    let confidence = certainty
        .and_then(|certainty| report.confidence(&certainty))
        .or_else(|| report.received_confidence(result.confidence?));
    let name = share.shared_name();
    let (heading, title) = titles(messages, &name);
    let meaning = report.meaning(&name);
    let percent = format!(" {}", messages.results_unit());
    let verdict = report.describe_recommendation(result.assessment.profile.stance);
    let model = messages.results_model_line(result.model.id(), result.model.version());
    Some(Certificate {
        heading,
        name: title,
        detail: match share.includes_profile.get_untracked() {
            true => result.profile_line(),
            false => String::new(),
        },
        hallmarks: hallmarks(result, &name),
        measure: messages.results_ai_content().to_owned(),
        figure: report.content_figure() + content.value().map_or("", |_| &percent),
        range: report.range(plausible),
        scale: scale(result, plausible),
        meaning: match report.limiting_section() {
            Some(holds) => messages.list_sentences(&meaning, &holds),
            None => meaning,
        },
        sections: sections::bars(result),
        path_heading: messages.path_heading().to_owned(),
        path: verdict.name,
        confidence: confidence.unwrap_or_default(),
        origin: self_assessment_line(messages, &name, result.last_changed()),
        model: format!("{} · {model}", messages.app_name()),
    })
}

/// Returns the small heading and the title: the name, or else the heading alone.
fn titles(messages: &Messages, name: &str) -> (String, String) {
    let heading = messages.results_certificate().to_owned();
    match name.is_empty() {
        true => (String::new(), heading),
        false => (heading, name.to_owned()),
    }
}

fn scale(result: &ResultView, plausible: Option<(f64, f64)>) -> Scale {
    let (content, report) = (&result.score.ai_content, result.report());
    let in_steps = result.score.precision.is_in_steps();
    Scale {
        levels: Maturity::ALL.map(|level| report.level_name(level).to_owned()),
        level: content.level.map(|level| level.index()),
        value: content.value().filter(|_| !in_steps),
        possible: content.range.map(|range| (range.low, range.high)),
        plausible: report.shown_plausible(plausible),
    }
}

fn hallmarks(result: &ResultView, name: &str) -> Hallmarks {
    let exact = !result.score.precision.is_in_steps();
    let content = result.score.ai_content.value().filter(|_| exact);
    let year = result.last_changed().and_then(|moment| moment.get(2..4));
    Hallmarks {
        maker: initials(name).unwrap_or_default(),
        fineness: content.map_or_else(|| "–".to_owned(), per_mille),
        year: year.unwrap_or_default().to_owned(),
    }
}
