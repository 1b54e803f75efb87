//! The error type of the crate.

use crate::TemplateFault;

/// Why a document could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The workbook could not be written.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The template cannot be filled.
    #[error("the template cannot be filled: {0:?}")]
    Template(Vec<TemplateFault>),
    /// The package could not be written.
    #[error("the package cannot be written: {0}")]
    Package(#[from] zip::result::ZipError),
    /// The bytes of a part could not be written.
    #[error("a part cannot be written: {0}")]
    Part(#[from] std::io::Error),
    /// A chart could not be drawn.
    #[error("a chart cannot be drawn: {0}")]
    Chart(#[from] assay_charts::Error),
}

impl From<TemplateFault> for Error {
    fn from(fault: TemplateFault) -> Self {
        Self::Template(vec![fault])
    }
}
