//! Reads cohort files, which may come from anybody: every count is checked against the others.

use super::{Breakdown, Cohort, CohortError, FORMAT, Histogram, MAX_COHORT_SIZE, MAX_COMPANIES};
use super::{MAX_GROUPS, MIN_COMPANIES, Outcome, SubgroupCounts};
use crate::json::{Fields, Json, Node, read_tree_within, report_repeated_keys};
use crate::model::limits::MAX_SECTIONS;
use crate::problem::Log;
use crate::{Maturity, ModelRef, Problems, Stance, VecMap};

/// A cohort as read from a file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ParsedCohort {
    pub(super) cohort: Cohort,
    pub(super) is_partial: bool,
}

impl Cohort {
    /// Parses a cohort file, partial or published, to add it to others.
    ///
    /// # Errors
    /// [`CohortError`] if the file is damaged, or not partial and too small.
    pub fn parse(text: &str) -> Result<Self, CohortError> {
        read(text, MAX_COHORT_SIZE).map(|read| read.cohort)
    }
}

/// What is wrong with a file: its structure, and the first place where counts do not fit.
#[derive(Default)]
struct Faults {
    log: Log,
    inconsistent: Option<String>,
}

impl Faults {
    /// Records counts that do not fit, unless `fits`.
    fn require(&mut self, fits: bool, node: &Node<'_, '_>) {
        if !fits && self.inconsistent.is_none() {
            self.inconsistent = Some(node.place.to_string());
        }
    }
}

/// Parses a file of at most `limit` bytes.
pub(super) fn read(text: &str, limit: usize) -> Result<ParsedCohort, CohortError> {
    let json = read_tree_within(text, limit).map_err(Problems::single)?;
    let mut faults = Faults::default();
    let parsed = read_top(&json, &mut faults)?;
    faults.log.into_result()?;
    if let Some(place) = faults.inconsistent {
        return Err(CohortError::Inconsistent { place });
    }
    // Whatever is missing has been reported.
    let parsed = parsed.ok_or(CohortError::Inconsistent {
        place: String::new(),
    })?;
    if !parsed.is_partial {
        check_published(&parsed.cohort)?;
    }
    Ok(parsed)
}

/// Refuses a file that shows fewer companies than may be published.
fn check_published(cohort: &Cohort) -> Result<(), CohortError> {
    let groups = [&cohort.industries, &cohort.sizes].into_iter();
    let groups = groups.flat_map(|breakdown| breakdown.groups.values());
    match groups.map(SubgroupCounts::companies).min() {
        Some(companies) if companies < MIN_COMPANIES => {
            Err(CohortError::TooFewCompanies { companies })
        }
        _ => cohort.check_publishable(),
    }
}

fn read_top(json: &Json, faults: &mut Faults) -> Result<Option<ParsedCohort>, CohortError> {
    let top = Node::top(json);
    let Some(fields) = top.fields(&mut faults.log) else {
        return Ok(None);
    };
    fields.check_format(FORMAT, "stances", &mut faults.log)?;
    if !faults.log.is_empty() {
        return Ok(None);
    }
    report_repeated_keys(json, &mut faults.log);
    Ok(read_fields(&top, &fields, faults))
}

fn read_fields(
    top: &Node<'_, '_>,
    fields: &Fields<'_, '_>,
    faults: &mut Faults,
) -> Option<ParsedCohort> {
    let partial = fields.optional("partial");
    let is_partial = match partial {
        Some(node) => node.boolean(&mut faults.log)?,
        None => false,
    };
    let model = read_model(&fields.required("model", &mut faults.log)?, &mut faults.log)?;
    let width = fields.required("bin_width", &mut faults.log)?;
    let points = count(&width, faults);
    faults.require(points == Some(super::histogram::BIN_POINTS.into()), &width);
    let stances = fields.required("stances", &mut faults.log)?;
    let by_stance = stances.fields(&mut faults.log)?;
    let sections = section_ids(&by_stance, faults)?;
    let [provide, adopt] = Stance::ALL.map(Stance::as_str);
    let provide = read_group(
        &by_stance.required(provide, &mut faults.log)?,
        &sections,
        faults,
    );
    let adopt = read_group(
        &by_stance.required(adopt, &mut faults.log)?,
        &sections,
        faults,
    );
    let mut cohort = Cohort::of_sections(model, sections);
    cohort.stances = [provide?, adopt?];
    let companies = fields.required("companies", &mut faults.log)?;
    let counted = count(&companies, faults);
    faults.require(counted == Some(cohort.companies()), &companies);
    faults.require(cohort.companies() <= MAX_COMPANIES, top);
    let industries = fields.required("industries", &mut faults.log)?;
    cohort.industries = read_breakdown(&industries, &cohort, faults)?;
    let sizes = fields.required("sizes", &mut faults.log)?;
    cohort.sizes = read_breakdown(&sizes, &cohort, faults)?;
    Some(ParsedCohort { cohort, is_partial })
}

fn read_model(node: &Node<'_, '_>, log: &mut Log) -> Option<ModelRef> {
    let fields = node.fields(log)?;
    let id = fields.required("id", log)?.text(log)?.to_owned();
    let version = fields.required("version", log)?.text(log)?.to_owned();
    Some(ModelRef { id, version })
}

/// Returns the section ids of the first stance in ascending order, which all groups must have.
fn section_ids(by_stance: &Fields<'_, '_>, faults: &mut Faults) -> Option<Vec<String>> {
    let first = by_stance.required(Stance::Provide.as_str(), &mut faults.log)?;
    let group = first.fields(&mut faults.log)?;
    let node = group.required("sections", &mut faults.log)?;
    let sections = node.fields(&mut faults.log)?;
    let mut ids: Vec<String> = sections.nodes().map(|(id, _)| id.to_owned()).collect();
    let is_usable = (1..=MAX_SECTIONS).contains(&ids.len());
    faults.require(is_usable, &node);
    crate::sorting::sort(&mut ids);
    // Every group is read for every section: too many of them would take minutes.
    is_usable.then_some(ids)
}

fn read_breakdown(node: &Node<'_, '_>, cohort: &Cohort, faults: &mut Faults) -> Option<Breakdown> {
    let fields = node.fields(&mut faults.log)?;
    let complete = fields.required("complete", &mut faults.log)?;
    let is_incomplete = !complete.boolean(&mut faults.log)?;
    let list = fields.required("groups", &mut faults.log)?;
    let entries = list.fields(&mut faults.log)?;
    faults.require(entries.entries.len() <= MAX_GROUPS, &list);
    let mut groups = VecMap::new();
    let mut sum = SubgroupCounts::empty(cohort.sections.len());
    for (name, node) in entries.nodes().take(MAX_GROUPS) {
        let canonical = super::breakdown::group_name(name);
        faults.require(canonical.as_deref() == Some(name), &node);
        let group = read_group(&node, &cohort.sections, faults)?;
        faults.require(group.companies() > 0, &node);
        sum.add(&group);
        groups.insert(name.to_owned(), group);
    }
    faults.require(sum.is_part_of(&cohort.total()), &list);
    Some(Breakdown {
        groups,
        is_incomplete,
    })
}

fn read_group(
    node: &Node<'_, '_>,
    sections: &[String],
    faults: &mut Faults,
) -> Option<SubgroupCounts> {
    let fields = node.fields(&mut faults.log)?;
    let mut counts = SubgroupCounts::empty(sections.len());
    let content = fields.required("ai_content", &mut faults.log)?;
    counts.ai_content = read_histogram(&content, faults)?;
    let scores = fields.required("sections", &mut faults.log)?;
    let by_id = scores.fields(&mut faults.log)?;
    let mut histograms = Vec::with_capacity(sections.len());
    for id in sections {
        let found = by_id.optional(id);
        faults.require(found.is_some(), &scores);
        histograms.push(read_histogram(&found?, faults)?);
    }
    faults.require(by_id.entries.len() == sections.len(), &scores);
    counts.sections = histograms;
    let levels = fields.required("levels", &mut faults.log)?;
    read_words(&levels, &Maturity::WORDS, &mut counts.levels, faults);
    let paths = fields.required("paths", &mut faults.log)?;
    read_words(&paths, &Outcome::WORDS, &mut counts.outcomes, faults);
    let companies = fields.required("companies", &mut faults.log)?;
    let counted = count(&companies, faults);
    faults.require(counted == Some(counts.companies()), &companies);
    faults.require(counts.is_consistent(), node);
    Some(counts)
}

/// Reads counts by word, each of which is required.
fn read_words(
    node: &Node<'_, '_>,
    words: &[&'static str],
    counts: &mut [u64],
    faults: &mut Faults,
) {
    let Some(fields) = node.fields(&mut faults.log) else {
        return;
    };
    for (word, slot) in words.iter().zip(counts) {
        if let Some(node) = fields.required(word, &mut faults.log) {
            *slot = count(&node, faults).unwrap_or_default();
        }
    }
}

/// Reads pairs of bin and count in ascending order of the bins.
fn read_histogram(node: &Node<'_, '_>, faults: &mut Faults) -> Option<Histogram> {
    let mut histogram = Histogram::default();
    let mut next_bin = 0;
    for (index, json) in node.elements(&mut faults.log)?.iter().enumerate() {
        let pair = node.element(index, json);
        let [bin, companies] = pair.elements(&mut faults.log)? else {
            faults.require(false, &pair);
            return None;
        };
        let bin = count(&pair.element(0, bin), faults)?;
        let companies = count(&pair.element(1, companies), faults)?;
        let bin = usize::try_from(bin).unwrap_or(usize::MAX);
        let fits = bin >= next_bin && companies > 0 && histogram.add_to_bin(bin, companies);
        faults.require(fits, &pair);
        if !fits {
            return None;
        }
        next_bin = bin.saturating_add(1);
    }
    Some(histogram)
}

/// Reads a whole number from 0 to [`MAX_COMPANIES`].
fn count(node: &Node<'_, '_>, faults: &mut Faults) -> Option<u64> {
    let found = match node.json {
        Json::Number(number) => number.as_u64().filter(|count| *count <= MAX_COMPANIES),
        _ => {
            // Reports the type.
            let _: Option<f64> = node.number(&mut faults.log);
            return None;
        }
    };
    faults.require(found.is_some(), node);
    found
}
