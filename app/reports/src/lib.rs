//! Reports that other programs open: Excel, PowerPoint, Word, Markdown and CSV.
//!
//! [`ReportContent`] holds everything that a report states, worded once by `assay-locale`; a writer
//! per format lays it out. The crate has no browser, clock or files, and the same content gives the
//! same bytes. Tables of answers are read back by [`answers`].

#![forbid(unsafe_code)]

pub mod answers;
mod brand;
mod charts;
pub mod content;
mod csv;
mod docx;
mod drawing;
mod error;
mod excel_limits;
mod fit;
mod labels;
mod markdown;
mod package;
mod pptx;
mod shorten;
mod xlsx;
mod xml;

pub use brand::{Brand, BrandColours, Logo, LogoFormat};
pub use charts::{ChartFiles, draw_charts};
pub use content::{ReportContent, ReportSource};
pub use csv::{write_answers_csv, write_figures_csv};
pub use docx::write_docx;
pub use error::Error;
pub use markdown::write_markdown;
pub use pptx::{MAX_TEMPLATE_SIZE, TemplateFault, describe_template_fault, fill_pptx, write_pptx};
pub use xlsx::write_xlsx;
