//! Writing a file: the program is loaded, receives the result, and its bytes go to the browser.

use assay_config::{Theme, Token};
use assay_core::Assessment;
use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::super::result_view::ResultView;
use super::report_file::{ChartFormat, ReportFile, mime_type};
use crate::browser::console::{log_error, log_failure};
use crate::browser::picture::{self, Paper};
use crate::browser::report_program::ReportProgram;
use crate::browser::{clock, files};
use crate::parts::report_logo::report_logo;
use crate::state::{App, report_request};

/// Longer side of a chart as PNG in pixels.
const CHART_PIXELS: f64 = 1920.0;
/// Width of the paper around it in pixels, as on the command line.
const CHART_MARGIN: f64 = 60.0;
/// Time in which the browser shows that a file is being written, which keeps the page from showing
/// anything.
const PAINT_MS: u32 = 50;

/// What happens in the dialog.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ExportState {
    Ready,
    Loading,
    Writing,
    /// The program could not be loaded.
    NotLoaded(ReportFile),
    /// The file could not be written.
    NotWritten(ReportFile),
}

impl ExportState {
    pub(super) fn is_busy(self) -> bool {
        matches!(self, Self::Loading | Self::Writing)
    }

    /// The file that failed.
    pub(super) fn failed_file(self) -> Option<ReportFile> {
        match self {
            Self::NotLoaded(file) | Self::NotWritten(file) => Some(file),
            Self::Ready | Self::Loading | Self::Writing => None,
        }
    }
}

/// Writes the files of one result. Cloning is cheap.
#[derive(Clone)]
pub(super) struct ReportExport {
    pub(super) app: App,
    pub(super) result: ResultView,
    pub(super) state: ArcRwSignal<ExportState>,
}

impl ReportExport {
    pub(super) fn new(app: &App, result: &ResultView) -> Self {
        Self {
            app: app.clone(),
            result: result.clone(),
            state: ArcRwSignal::new(ExportState::Ready),
        }
    }

    /// Writes a file and has the browser save it; nothing while another one is written.
    pub(super) fn save(&self, file: ReportFile) {
        if self.state.get_untracked().is_busy() {
            return;
        }
        self.state.set(ExportState::Loading);
        let export = self.clone();
        spawn_local(async move {
            let end = export.write(file).await;
            export.state.set(end);
        });
    }

    async fn write(&self, file: ReportFile) -> ExportState {
        let Some(program) = ReportProgram::load().await else {
            return ExportState::NotLoaded(file);
        };
        self.state.set(ExportState::Writing);
        log_error("wait", clock::sleep(PAINT_MS).await);
        let today: String = clock::now().chars().take(10).collect();
        let format = file.written_format();
        let fields = [("format", format.as_str()), ("day", &today)];
        let request = report_request(&self.app, &self.assessment(), &fields).await;
        let Some(request) = log_failure("fetch the texts of a report", request) else {
            return ExportState::NotLoaded(file);
        };
        let logo = match file.has_logo() {
            true => report_logo(&self.app).await.unwrap_or_default(),
            false => Vec::new(),
        };
        let name = files::dated_file_name(&self.result.name(), &today, &file.ending());
        let saved = match program.write_report(&request, &logo) {
            Some(bytes) => self.hand_over(file, name, &bytes).await,
            None => None,
        };
        saved.map_or(ExportState::NotWritten(file), |()| ExportState::Ready)
    }

    /// The assessment with the name that the page shows: an example's is not part of it.
    fn assessment(&self) -> Assessment {
        let mut assessment = (*self.result.assessment).clone();
        assessment.profile.name = self.result.name();
        assessment
    }

    /// Has the browser save the bytes of a file. `None` if the browser does not take them.
    async fn hand_over(&self, file: ReportFile, name: String, bytes: &Uint8Array) -> Option<()> {
        let app = &self.app;
        match file {
            ReportFile::Chart(_, format) => {
                app.save_picture(name, self.chart_blob(bytes, format).await?);
            }
            ReportFile::Document(ending @ ("md" | "csv" | "figures.csv")) => {
                let text = log_failure("read a report", String::from_utf8(bytes.to_vec()))?;
                app.save_text(name, text, mime_type(ending));
            }
            ReportFile::Document(ending) => {
                app.save_document(name, files::bytes_blob(bytes, mime_type(ending))?);
            }
        }
        Some(())
    }

    /// The chart in its format; a PNG has the paper of documents behind it.
    async fn chart_blob(&self, svg: &Uint8Array, format: ChartFormat) -> Option<Blob> {
        let svg = files::bytes_blob(svg, "image/svg+xml")?;
        if format == ChartFormat::Svg {
            return Some(svg);
        }
        let colours = &self.app.site.config.brand.colours;
        let paper = Token::from_name("paper").map(|token| Paper {
            colour: colours.get(token, Theme::Light).to_css(),
            margin: CHART_MARGIN,
        });
        let address = files::blob_url(&svg)?;
        picture::rasterize(&address, CHART_PIXELS, paper.as_ref()).await
    }
}
