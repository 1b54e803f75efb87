//! The content of a report: worded once, laid out by each writer.

mod answers;
mod build;
mod chart;
mod figures;
mod method;
mod outline;
mod paths;
mod plan;
mod source;
mod targets;

pub use answers::{AnswerRow, AnswersContent};
pub use chart::{Chart, ChartKind, ChartSeries};
pub use figures::{
    CriterionFigures, Figures, PathFigures, PathTerm, QuestionFigures, SectionFigures,
};
pub use method::MethodContent;
pub use outline::{Block, Chapter, Table};
pub(crate) use paths::status_name;
pub use paths::{PathContent, PathsContent};
pub use plan::{ActionContent, ChangeContent, ChangesContent, PlanContent, SwingRow, WaveContent};
pub use source::ReportSource;
pub use targets::TargetsContent;

use assay_core::{Day, Maturity, PathStatus};
use assay_locale::Language;

use crate::Brand;

/// Everything that a report states, in one language. Writers add nothing but layout.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportContent {
    /// The language of all texts.
    pub language: Language,
    /// The owner's brand.
    pub brand: Brand,
    /// The day of the report; the date of documents.
    pub day: Option<Day>,
    /// Name of the company, or a phrase if it has none.
    pub company: String,
    /// The certificate.
    pub certificate: CertificateContent,
    /// The finding.
    pub finding: FindingContent,
    /// The sections.
    pub sections: SectionsContent,
    /// The targets; `None` without targets.
    pub targets: Option<TargetsContent>,
    /// The recommended path with its reasons.
    pub recommendation: RecommendationContent,
    /// The four paths.
    pub paths: PathsContent,
    /// What would change the recommendation; `None` if nothing is recommended.
    pub changes: Option<ChangesContent>,
    /// What to do next.
    pub plan: PlanContent,
    /// How the figures were computed.
    pub method: MethodContent,
    /// The answers.
    pub answers: AnswersContent,
    /// Figures, weights and thresholds, from which a workbook computes the scores.
    pub figures: Figures,
    /// Labels that only documents need.
    pub labels: Labels,
}

impl ReportContent {
    /// What stands between a label and its text.
    #[must_use]
    pub fn colon(&self) -> &str {
        &self.labels.colon
    }
}

/// The certificate: what was measured, of whom, and by what.
#[derive(Debug, Clone, PartialEq)]
pub struct CertificateContent {
    /// "Certificate of assay".
    pub heading: String,
    /// By whom and when it was assessed, and that it is not verified.
    pub origin: String,
    /// Questionnaire with version.
    pub model: String,
    /// "Report of 28 November 2026"; empty without a day.
    pub day: String,
    /// "AI content".
    pub measure: String,
    /// The AI content with its unit, or a phrase if there is none.
    pub figure: String,
    /// The range in a phrase.
    pub range: String,
    /// Name of the maturity level; empty if there is none.
    pub level: String,
    /// The scale below the figure.
    pub scale: ScaleContent,
    /// "The path that fits".
    pub path_heading: String,
    /// Name of the path.
    pub path: String,
    /// Confidence in a few words; empty if it is unknown.
    pub confidence: String,
}

/// The scale from 0 to 100 with its five levels.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleContent {
    /// Names of the five levels.
    pub levels: [String; 5],
    /// The level reached.
    pub level: Option<Maturity>,
    /// The AI content in percent.
    pub value: Option<f64>,
    /// The plausible range in percent, or else the possible one; `None` if nothing is open.
    pub range: Option<(f64, f64)>,
}

/// The finding in one sentence, with what limits the result.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingContent {
    /// "The finding".
    pub heading: String,
    /// What the AI content means.
    pub sentence: String,
    /// What holds it back, and how conviction and commitment compare.
    pub details: Vec<String>,
}

/// The sections.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionsContent {
    /// "The sections".
    pub heading: String,
    /// Strongest and weakest section.
    pub sentence: String,
    /// The radar; `None` with fewer than three sections.
    pub radar: Option<Chart>,
    /// The bars.
    pub bars: Chart,
    /// The figures.
    pub table: Table,
    /// "AI faith and all in".
    pub conviction_heading: String,
    /// Their comparison.
    pub conviction: String,
}

/// The recommendation with its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct RecommendationContent {
    /// "The path that fits: Agents".
    pub heading: String,
    /// Description and reasons.
    pub sentences: Vec<String>,
    /// How sure it is; empty without a simulation.
    pub confidence: Vec<String>,
}

/// Labels that only documents need.
#[derive(Debug, Clone, PartialEq)]
pub struct Labels {
    /// Heading of the list of contents.
    pub contents: String,
    /// What stands between a label and its text.
    pub colon: String,
    /// "Level".
    pub level: String,
    /// "Answer".
    pub answer: String,
    /// "Name".
    pub name: String,
    /// Names of worksheets.
    pub sheets: SheetLabels,
    /// Names of columns.
    pub columns: ColumnLabels,
    /// Sentence above computed figures.
    pub live: String,
    /// Sentence above figures that do not follow the answers.
    pub fixed: String,
    /// How to write an answer.
    pub answer_help: String,
    /// Why an entry is no answer.
    pub answer_fault: String,
    /// "Don't know".
    pub unknown: String,
    /// "Not applicable".
    pub not_applicable: String,
    /// Names of the status of a path: open, unverified, blocked, unknown.
    pub statuses: [String; 4],
    /// Names of AI faith and all in.
    pub tags: [String; 2],
    /// "and … more", with `COUNT` in place of the number.
    pub more: String,
}

/// Stands for the number in [`Labels::more`].
pub(crate) const COUNT: &str = "{n}";

impl Labels {
    /// How many entries are left out.
    #[must_use]
    pub fn more(&self, count: usize) -> String {
        self.more.replace(COUNT, &count.to_string())
    }

    /// Name of the status of a path.
    #[must_use]
    pub fn status(&self, status: PathStatus) -> &str {
        let [open, unverified, blocked, unknown] = &self.statuses;
        match status {
            PathStatus::Open => open,
            PathStatus::Unverified => unverified,
            PathStatus::Blocked => blocked,
            PathStatus::Unknown => unknown,
        }
    }
}

/// Names of worksheets.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    missing_docs,
    reason = "each is the name of the sheet that the field names"
)]
pub struct SheetLabels {
    pub answers: String,
    pub scores: String,
    pub criteria: String,
    pub paths: String,
    pub roadmap: String,
    pub method: String,
}

/// Names of columns.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    missing_docs,
    reason = "each is the heading of the column that the field names"
)]
pub struct ColumnLabels {
    pub id: String,
    pub section: String,
    pub question: String,
    pub answer: String,
    pub meaning: String,
    pub note: String,
    pub note_and_evidence: String,
    pub evidence: [String; 3],
    pub levels: [String; 5],
    pub weight: String,
    pub asked: String,
    pub known: String,
    pub open: String,
    pub points: String,
    pub low: String,
    pub value: String,
    pub high: String,
    pub terms: [String; 3],
    pub figure: String,
    pub criterion: String,
    pub path: String,
    pub threshold: String,
    pub fit: String,
    pub coverage: String,
    pub shortfall: String,
    pub status: String,
    pub rank: String,
    pub missing: String,
    pub wave: String,
    pub action: String,
    pub effort: String,
    pub why: String,
    pub done: String,
}
