//! The rows of the dialog: what each file is for, and its button.

use std::sync::Arc;

use assay_locale::Messages;
use leptos::prelude::*;

use super::export::ReportExport;
use super::report_file::{ChartFormat, ReportFile};
use crate::view::{AnyView, CollectView, IntoView, view};

/// The least number of sections with a radar.
const MIN_RADAR: usize = 3;

/// A text of the interface.
type Text = fn(&Messages) -> &str;

/// The documents and tables: ending, name and purpose.
const DOCUMENTS: [(&str, Text, Text); 6] = [
    ("pptx", Messages::reports_pptx, Messages::reports_pptx_why),
    ("docx", Messages::reports_docx, Messages::reports_docx_why),
    ("xlsx", Messages::reports_xlsx, Messages::reports_xlsx_why),
    ("md", Messages::reports_md, Messages::reports_md_why),
    ("csv", Messages::reports_csv, Messages::reports_csv_why),
    (
        "figures.csv",
        Messages::reports_figures,
        Messages::reports_figures_why,
    ),
];

/// The charts: name, what it shows and purpose.
const CHARTS: [(&str, Text, Text); 3] = [
    (
        "sections",
        Messages::reports_sections,
        Messages::reports_sections_why,
    ),
    (
        "paths",
        Messages::reports_paths,
        Messages::reports_paths_why,
    ),
    (
        "radar",
        Messages::reports_radar,
        Messages::reports_radar_why,
    ),
];

/// Renders a row for each document and each chart of the result.
pub(super) fn file_rows(export: &ReportExport) -> impl IntoView + use<> {
    let known = export.result.score.sections.iter();
    let has_radar = known.filter(|section| section.is_some()).count() >= MIN_RADAR;
    let documents = DOCUMENTS.map(|(ending, name, why)| {
        let file = ReportFile::Document(ending);
        let buttons = button(export, file, name, Messages::reports_save);
        row(export, name, why, buttons)
    });
    let charts = CHARTS
        .into_iter()
        .filter(|(chart, ..)| *chart != "radar" || has_radar);
    let charts = charts.map(|(chart, name, why)| {
        let of = |format, label| button(export, ReportFile::Chart(chart, format), name, label);
        let buttons = view! {
            {of(ChartFormat::Svg, Messages::reports_svg)}
            {of(ChartFormat::Png, Messages::reports_png)}
        };
        row(export, name, why, buttons)
    });
    view! {
        <ul class="report-files">{documents.into_iter().collect_view()}{charts.collect_view()}</ul>
    }
}

fn row(export: &ReportExport, name: Text, why: Text, buttons: impl IntoView) -> AnyView {
    let messages = &export.result.messages;
    let (name, why) = (name(messages).to_owned(), why(messages).to_owned());
    view! {
        <li>
            <span><strong>{name}</strong>" "<span class="small">{why}</span></span>
            <span class="report-buttons">{buttons}</span>
        </li>
    }
}

/// Renders a button. While a file is written no button acts; none is disabled, which would lose the
/// focus.
fn button(export: &ReportExport, file: ReportFile, name: Text, label: Text) -> AnyView {
    let messages = Arc::clone(&export.result.messages);
    let label = label(&messages).to_owned();
    let spoken = messages.share_picture_save(&label, name(&messages));
    let (saving, reading) = (export.clone(), export.clone());
    let busy = move || reading.state.get().is_busy().then_some("true");
    view! {
        <button type="button" class="button quiet" data-action="save-report" data-format=file.ending() aria-label=spoken aria-disabled=busy on:click=move |_| saving.save(file)>{label}</button>
    }
}
