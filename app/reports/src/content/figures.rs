//! Figures, weights and thresholds, from which a workbook computes the scores.

use assay_core::{
    Aggregation, Answer, CriterionIx, Evaluation, Evidence, PathId, PathStatus, QuestionIx, Range,
    Score, SectionIx, Tag, Texts, Visibility,
};

use super::source::ReportSource;

/// Input and results of the scores. Positions refer to the lists of this type.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Exponent and shift of the AI content.
    pub aggregation: Aggregation,
    /// The AI content in percent; `None` if no section counts.
    pub ai_content: Option<Range>,
    /// The questions that the stance can be asked, in the order of the questionnaire.
    pub questions: Vec<QuestionFigures>,
    /// The sections.
    pub sections: Vec<SectionFigures>,
    /// AI faith and all in, in percent.
    pub tags: [Option<Range>; 2],
    /// The criteria that the stance's paths use.
    pub criteria: Vec<CriterionFigures>,
    /// The paths in the order of the method.
    pub paths: Vec<PathFigures>,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionFigures {
    /// Id in files.
    pub id: String,
    /// Position of its section.
    pub section: usize,
    /// The question.
    pub text: String,
    /// The meaning of each level.
    pub levels: [String; 5],
    /// The answer.
    pub answer: Option<Answer>,
    /// The note; may be empty.
    pub note: String,
    /// The evidence for the answer.
    pub evidence: Option<Evidence>,
    /// Weight in its section.
    pub weight: f64,
    /// The tag.
    pub tag: Option<Tag>,
    /// The question and the least level, 0 to 4, on which it depends.
    pub condition: Option<(usize, u8)>,
    /// Whether it is visible with the present answers.
    pub is_visible: bool,
    /// Whether it may be answered with "not applicable".
    pub allows_not_applicable: bool,
}

impl QuestionFigures {
    /// What the level of the answer means; `None` without a level.
    #[must_use]
    pub fn meaning(&self) -> Option<&str> {
        let level = self.answer.and_then(Answer::level)?;
        self.levels
            .get(usize::from(level.get()))
            .map(String::as_str)
    }
}

/// A section.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionFigures {
    /// Title.
    pub title: String,
    /// Weight in the AI content.
    pub weight: f64,
    /// The score in percent; `None` if nothing in it counts.
    pub range: Option<Range>,
}

/// A criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionFigures {
    /// Name.
    pub name: String,
    /// Positions of questions with their weights.
    pub terms: Vec<(usize, f64)>,
    /// The score in percent; `None` if nothing in it counts.
    pub range: Option<Range>,
}

/// A path.
#[derive(Debug, Clone, PartialEq)]
pub struct PathFigures {
    /// Name.
    pub name: String,
    /// Its criteria.
    pub terms: Vec<PathTerm>,
    /// The fit in percent.
    pub fit: Option<Range>,
    /// Share of the weight on criteria with a value, 0 to 1.
    pub coverage: f64,
    /// Sum of the differences to missed thresholds.
    pub shortfall: f64,
    /// The status.
    pub status: PathStatus,
    /// Rank from 1 to 4.
    pub rank: u8,
}

/// A criterion of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PathTerm {
    /// Position of the criterion.
    pub criterion: usize,
    /// Weight in the fit.
    pub weight: f64,
    /// Veto threshold, 0 to 1.
    pub threshold: Option<f64>,
}

impl Figures {
    pub(super) fn new(source: &ReportSource<'_>, score: &Score) -> Self {
        let model = source.model;
        let exists = model.existing_questions(source.stance);
        let is_there = |ix: &QuestionIx| exists.get(ix.index()).copied() == Some(true);
        let listed: Vec<QuestionIx> = model.question_ixs().filter(is_there).collect();
        let row = |ix: QuestionIx| listed.iter().position(|listed| *listed == ix);
        let used: Vec<CriterionIx> = used_criteria(source);
        let sections = model.sections().iter().zip(&score.sections).enumerate();
        Self {
            aggregation: model.aggregation(),
            ai_content: score.ai_content.range,
            questions: questions(source, &listed, &row),
            sections: sections
                .map(|(index, (section, range))| SectionFigures {
                    title: source.texts.section(SectionIx::new(index)).title.clone(),
                    weight: section.weight,
                    range: *range,
                })
                .collect(),
            tags: [score.faith.range, score.all_in.range],
            criteria: used
                .iter()
                .map(|&criterion| CriterionFigures {
                    name: source.texts.criterion(criterion).to_owned(),
                    terms: criterion_terms(source, criterion, &row),
                    range: score.criteria.get(criterion.index()).copied().flatten(),
                })
                .collect(),
            paths: PathId::ALL
                .into_iter()
                .map(|path| path_figures(source, score, path, &used))
                .collect(),
        }
    }
}

fn used_criteria(source: &ReportSource<'_>) -> Vec<CriterionIx> {
    let paths = PathId::ALL.into_iter();
    let terms = paths.flat_map(|path| source.model.path(source.stance, path));
    let used: Vec<CriterionIx> = terms.map(|term| term.criterion).collect();
    let all = (0..source.model.criteria().len()).map(CriterionIx::new);
    all.filter(|criterion| used.contains(criterion)).collect()
}

fn criterion_terms(
    source: &ReportSource<'_>,
    criterion: CriterionIx,
    row: &impl Fn(QuestionIx) -> Option<usize>,
) -> Vec<(usize, f64)> {
    let terms = source.model.criterion(criterion).terms.iter();
    terms
        .filter(|(_, weight)| *weight > 0.0)
        .filter_map(|&(question, weight)| Some((row(question)?, weight)))
        .collect()
}

fn questions(
    source: &ReportSource<'_>,
    listed: &[QuestionIx],
    row: &impl Fn(QuestionIx) -> Option<usize>,
) -> Vec<QuestionFigures> {
    let (model, texts): (_, &Texts) = (source.model, source.texts);
    let answers = &source.assessment.answers;
    let visibility = Visibility::new(Evaluation::new(model, source.stance, answers));
    let notes = &source.assessment.notes;
    listed
        .iter()
        .map(|&ix| {
            let question = model.question(ix);
            let text = texts.question(ix);
            QuestionFigures {
                id: question.id.clone(),
                section: question.section.index(),
                text: text.text.clone(),
                levels: text.levels.clone(),
                answer: answers.get(ix),
                note: notes.get(&ix).cloned().unwrap_or_default(),
                evidence: source.assessment.evidence(ix),
                weight: question.weight,
                tag: question.tag,
                condition: question.visible_if.and_then(|condition| {
                    Some((row(condition.question)?, condition.at_least.get()))
                }),
                is_visible: visibility.is_visible(ix),
                allows_not_applicable: question.not_applicable,
            }
        })
        .collect()
}

fn path_figures(
    source: &ReportSource<'_>,
    score: &Score,
    path: PathId,
    used: &[CriterionIx],
) -> PathFigures {
    let found = score.path(path);
    let terms = source.model.path(source.stance, path).iter();
    PathFigures {
        name: source.texts.path(path).title.clone(),
        terms: terms
            .filter_map(|term| {
                Some(PathTerm {
                    criterion: used.iter().position(|used| *used == term.criterion)?,
                    weight: term.weight,
                    threshold: term.veto_below,
                })
            })
            .collect(),
        fit: found.fit,
        coverage: found.coverage,
        shortfall: found.shortfall,
        status: found.status,
        rank: found.rank,
    }
}

impl QuestionFigures {
    /// Source, date and person of the evidence; each may be empty.
    #[must_use]
    pub fn evidence_cells(&self) -> [String; 3] {
        let Some(evidence) = &self.evidence else {
            return Default::default();
        };
        let date = evidence.date().map(|day| day.to_string());
        [
            evidence.source().as_str().to_owned(),
            date.unwrap_or_default(),
            evidence.person().as_str().to_owned(),
        ]
    }
}

impl Figures {
    /// Whether an answer has evidence.
    #[must_use]
    pub fn has_evidence(&self) -> bool {
        let mut questions = self.questions.iter();
        questions.any(|question| question.evidence.is_some())
    }
}
