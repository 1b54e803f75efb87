//! One company of a cohort: the figures that are counted.

use super::Outcome;
use crate::json::{Json, Node, read_tree, report_repeated_keys};
use crate::problem::Log;
use crate::{
    Maturity, Model, ModelRef, PathId, ProblemKind, Problems, Profile, Recommendation, Score,
    SectionIx, Stance,
};

/// The figures of a company that a cohort counts.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CohortMember<'a> {
    /// The stance.
    pub stance: Stance,
    /// The industry as stated; empty if not stated.
    pub industry: &'a str,
    /// The size as stated; empty if not stated.
    pub size: &'a str,
    /// The AI content in percent.
    pub ai_content: Option<f64>,
    /// The section scores in percent, in ascending order of the section ids.
    pub sections: Vec<Option<f64>>,
    /// The maturity level.
    pub level: Option<Maturity>,
    /// The recommendation.
    pub outcome: Outcome,
}

impl<'a> CohortMember<'a> {
    /// Copies the figures of a score.
    #[must_use]
    pub fn from_score(model: &Model, profile: &'a Profile, score: &Score) -> Self {
        Self::of_company(
            model,
            (profile.stance, &profile.industry, &profile.size),
            score,
        )
    }

    /// Copies the figures of a score, for a stance, an industry and a size.
    #[must_use]
    pub fn of_company(
        model: &Model,
        (stance, industry, size): (Stance, &'a str, &'a str),
        score: &Score,
    ) -> Self {
        let order = model.sections_by_id().iter();
        let value = |ix: &SectionIx| score.sections.get(ix.index()).copied().flatten()?.value;
        Self {
            stance,
            industry,
            size,
            ai_content: score.ai_content.value(),
            sections: order.map(value).collect(),
            level: score.ai_content.level,
            outcome: match &score.recommendation {
                Recommendation::FoundationsFirst { .. } => Outcome::FoundationsFirst,
                other => other.path().map_or(Outcome::Unknown, Outcome::Path),
            },
        }
    }

    /// Reads the figures from a result file (`assay.result/1`) of the model. Results have no
    /// industry and size.
    ///
    /// # Errors
    /// Every problem with its place.
    pub fn from_result(model: &Model, text: &str) -> Result<CohortMember<'static>, Problems> {
        let json = read_tree(text).map_err(Problems::single)?;
        let mut log = Log::default();
        report_repeated_keys(&json, &mut log);
        let member = read_result(model, &json, &mut log);
        let problems = log.into_result();
        match member {
            Some(member) => problems.map(|()| member),
            // A missing or wrong field has been reported.
            None => Err(problems.err().unwrap_or_else(|| {
                let field = "recommendation";
                Problems::single(ProblemKind::MissingField { field })
            })),
        }
    }
}

fn read_result(model: &Model, json: &Json, log: &mut Log) -> Option<CohortMember<'static>> {
    let top = Node::top(json);
    let fields = top.fields(log)?;
    if let Err(Problems(problems)) = fields.check_format(crate::result::FORMAT, "ai_content", log) {
        for problem in problems {
            log.report_at(|| problem.place, problem.kind);
        }
        return None;
    }
    if let Some(node) = fields.required("model", log) {
        check_model(model, &node, log);
    }
    let stance = fields.required("stance", log);
    let stance = stance.and_then(|node| node.word(Stance::parse, &Stance::WORDS, log));
    let content = fields.required("ai_content", log)?;
    let content = content.fields(log)?;
    let value = content.required("value", log);
    let ai_content = value.and_then(|node| percent(&node, log));
    let level = content.optional("level").filter(is_present);
    let level = level.and_then(|node| node.word(Maturity::parse, &Maturity::WORDS, log));
    // The level of the value, so that the counts of levels and bins agree.
    let level = level.and(ai_content).map(Maturity::from_percent);
    let sections = fields.required("sections", log)?;
    let sections = section_values(model, &sections, log)?;
    let outcome = fields.required("recommendation", log)?;
    let outcome = read_outcome(&outcome, log)?;
    Some(CohortMember {
        stance: stance?,
        industry: "",
        size: "",
        ai_content,
        sections,
        level,
        outcome,
    })
}

fn is_present(node: &Node<'_, '_>) -> bool {
    *node.json != Json::Null
}

/// Reports a result of another model.
fn check_model(model: &Model, node: &Node<'_, '_>, log: &mut Log) {
    let Some(fields) = node.fields(log) else {
        return;
    };
    let id = fields.required("id", log).and_then(|node| node.text(log));
    let version = fields.required("version", log);
    let version = version.and_then(|node| node.text(log));
    let (Some(id), Some(version)) = (id, version) else {
        return;
    };
    if (id, version) != (model.id(), model.version()) {
        let found = ModelRef {
            id: id.to_owned(),
            version: version.to_owned(),
        };
        let at_hand = ModelRef::of_model(model);
        log.report(&node.place, ProblemKind::OtherModel { found, at_hand });
    }
}

/// Reads a percentage or `null`.
fn percent(node: &Node<'_, '_>, log: &mut Log) -> Option<f64> {
    if !is_present(node) {
        return None;
    }
    let found = node.number(log)?;
    if (0.0..=100.0).contains(&found) {
        return Some(found);
    }
    let (low, high) = (0.0, 100.0);
    log.report(&node.place, ProblemKind::OutsideRange { found, low, high });
    None
}

/// Reads the value of every section of the model, in ascending order of their ids.
fn section_values(model: &Model, node: &Node<'_, '_>, log: &mut Log) -> Option<Vec<Option<f64>>> {
    let fields = node.fields(log)?;
    let order = model.sections_by_id().iter();
    let values = order.map(|&ix| {
        let section = fields.optional(&model.section(ix).id).filter(is_present)?;
        let value = section.fields(log)?.optional("value")?;
        percent(&value, log)
    });
    Some(values.collect())
}

fn read_outcome(node: &Node<'_, '_>, log: &mut Log) -> Option<Outcome> {
    let fields = node.fields(log)?;
    let path = fields.required("path", log)?;
    if is_present(&path) {
        return path
            .word(PathId::parse, &PathId::WORDS, log)
            .map(Outcome::Path);
    }
    let foundations = fields.required("foundations_first", log)?;
    Some(match foundations.boolean(log)? {
        true => Outcome::FoundationsFirst,
        false => Outcome::Unknown,
    })
}
