//! The files of a report.

/// A file of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReportFile {
    /// A document or a table, by the ending of its name, such as `pptx` or `figures.csv`.
    Document(&'static str),
    /// A chart by its name, such as `sections`.
    Chart(&'static str, ChartFormat),
}

/// File format of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChartFormat {
    Svg,
    /// Drawn by the browser from the SVG.
    Png,
}

impl ReportFile {
    /// The format that the program for reports writes.
    pub(super) fn written_format(self) -> String {
        match self {
            Self::Document(ending) => ending.to_owned(),
            Self::Chart(name, _) => format!("{name}.svg"),
        }
    }

    /// The ending of the file's name.
    pub(super) fn ending(self) -> String {
        match self {
            Self::Document(ending) => ending.to_owned(),
            Self::Chart(name, ChartFormat::Svg) => format!("{name}.svg"),
            Self::Chart(name, ChartFormat::Png) => format!("{name}.png"),
        }
    }

    /// Whether the file holds the logo.
    pub(super) fn has_logo(self) -> bool {
        matches!(self, Self::Document("pptx" | "docx" | "xlsx"))
    }
}

/// The MIME type of a document or table by the ending of its name.
pub(super) fn mime_type(ending: &str) -> &'static str {
    match ending {
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "md" => "text/markdown",
        _ => "text/csv",
    }
}
