//! The companies of the method's fixtures and the standard questionnaire, read as plain data.

#![expect(
    clippy::indexing_slicing,
    reason = "where JSON has nothing, an index gives null and does not panic"
)]

use std::fs;

use serde_json::Value;
use xtask::checkout::Checkout;

use crate::visitor::Figures;
use crate::{Error, Outcome};

/// A company: its answers and its expected result.
#[derive(Debug, Clone)]
pub struct Company {
    /// `provide` or `adopt`.
    pub stance: String,
    /// `quick` or `full`.
    pub depth: String,
    answers: Value,
    /// The expected result, in the format `assay.result/1`.
    pub expected: Value,
}

/// A section of the questionnaire.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// The ids of its questions, in their order.
    pub questions: Vec<String>,
}

impl Company {
    /// The answer to a question: `0` to `4`, or `unknown`.
    ///
    /// # Errors
    /// If the company has no answer to it.
    pub fn answer(&self, question: &str) -> Outcome<&str> {
        const LEVELS: [&str; 5] = ["0", "1", "2", "3", "4"];
        let answer = self.answers.get(question);
        let level = answer
            .and_then(Value::as_u64)
            .and_then(|level| usize::try_from(level).ok());
        level
            .and_then(|level| LEVELS.get(level).copied())
            .or_else(|| answer.and_then(Value::as_str))
            .ok_or_else(|| Error::new(format!("The company has no answer to {question}")))
    }

    /// The number of answers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.answers.as_object().map_or(0, serde_json::Map::len)
    }

    /// Whether the company has no answers.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The differences between the figures of a page and the expected result.
    #[must_use]
    pub fn differences(&self, seen: &Figures) -> Vec<String> {
        let at = |place: &str| self.expected.pointer(place);
        let mut found = Vec::new();
        compare_value(
            &mut found,
            "AI content",
            &seen.content,
            at("/ai_content/value"),
        );
        let level = at("/ai_content/level")
            .and_then(Value::as_str)
            .unwrap_or_default();
        if seen.level != level {
            found.push(format!("level: {level} expected, {} seen", seen.level));
        }
        for (id, value) in &seen.sections {
            compare_value(&mut found, id, value, at(&format!("/sections/{id}/value")));
        }
        for path in &seen.paths {
            let expected = self.path(&path.id);
            let fit = expected.and_then(|path| path.pointer("/fit/value"));
            compare_value(&mut found, &path.id, &path.fit, fit);
        }
        if seen.recommendation != self.recommendation() {
            found.push(format!(
                "recommendation: {} expected, {} seen",
                self.recommendation(),
                seen.recommendation
            ));
        }
        found
    }

    /// The ids of the paths in the order of their ranks.
    #[must_use]
    pub fn ranked_paths(&self) -> Vec<String> {
        let mut ranked: Vec<(u64, String)> = self
            .paths()
            .iter()
            .filter_map(|path| {
                Some((
                    path.get("rank")?.as_u64()?,
                    path.get("id")?.as_str()?.to_owned(),
                ))
            })
            .collect();
        ranked.sort();
        ranked.into_iter().map(|(_, id)| id).collect()
    }

    fn recommendation(&self) -> &str {
        let recommendation = &self.expected["recommendation"];
        match recommendation["path"].as_str() {
            Some(path) => path,
            None if recommendation["foundations_first"] == true => "foundations",
            None => "none",
        }
    }

    fn paths(&self) -> &[Value] {
        self.expected["paths"].as_array().map_or(&[], Vec::as_slice)
    }

    fn path(&self, id: &str) -> Option<&Value> {
        self.paths().iter().find(|path| path["id"] == id)
    }
}

/// Compares with a tolerance of half of the second decimal, and requires two decimals.
fn compare_value(found: &mut Vec<String>, what: &str, seen: &str, expected: Option<&Value>) {
    let expected = expected.and_then(Value::as_f64);
    let two_decimals = seen
        .split_once('.')
        .is_some_and(|(_, decimals)| decimals.len() == 2);
    let equal = match (seen.parse::<f64>(), expected) {
        (Ok(seen), Some(expected)) => two_decimals && (seen - expected).abs() <= 0.005_001,
        (Err(_), None) => seen.is_empty(),
        _ => false,
    };
    if !equal {
        found.push(format!("{what}: {expected:?} expected, \"{seen}\" seen"));
    }
}

/// Loads a company of the fixtures by its name.
///
/// # Errors
/// If there is none of that name.
pub fn load_company(name: &str) -> Outcome<Company> {
    read_fixture("archetypes.json", name, |case| {
        (&case["profile"]["stance"], &case["depth"], &case["answers"])
    })
}

/// Loads an edge case of the standard questionnaire by its name.
///
/// # Errors
/// If there is none of that name.
pub fn load_edge_case(name: &str) -> Outcome<Company> {
    read_fixture("edge-cases.json", name, |case| {
        let assessment = &case["assessment"];
        (
            &assessment["profile"]["stance"],
            &assessment["depth"],
            &assessment["answers"],
        )
    })
}

fn read_fixture(
    file: &str,
    name: &str,
    parts: fn(&Value) -> (&Value, &Value, &Value),
) -> Outcome<Company> {
    let cases = read_json(&format!("app/core/tests/fixtures/{file}"))?;
    let case = cases
        .as_array()
        .into_iter()
        .flatten()
        .find(|case| case["name"] == name);
    let case = case.ok_or_else(|| Error::new(format!("{file} has no \"{name}\"")))?;
    let (stance, depth, answers) = parts(case);
    Ok(Company {
        stance: stance.as_str().unwrap_or_default().to_owned(),
        depth: depth.as_str().unwrap_or("full").to_owned(),
        answers: answers.clone(),
        expected: case["expect"].clone(),
    })
}

/// The sections of the standard questionnaire.
///
/// # Errors
/// If it cannot be read.
pub fn standard_sections() -> Outcome<Vec<Section>> {
    let model = read_json("app/core/models/standard.json")?;
    let questions = model["questions"].as_array().into_iter().flatten();
    let of = |section: &str| {
        questions
            .clone()
            .filter(|q| q["section"] == section)
            .filter_map(|q| q["id"].as_str())
            .map(str::to_owned)
            .collect()
    };
    let sections = model["sections"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|section| section["id"].as_str());
    Ok(sections
        .map(|id| Section {
            id: id.to_owned(),
            questions: of(id),
        })
        .collect())
}

fn read_json(file: &str) -> Outcome<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(
        Checkout::current().file(file),
    )?)?)
}
