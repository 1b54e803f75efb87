//! Strategies for models and answers.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "each test uses a part of it, and may fail"
)]

use std::fmt::Write as _;

use assay_core::{Answer, Answers, Model, Stance};
use proptest::prelude::*;

/// The description of a question.
#[derive(Debug, Clone)]
pub struct Question {
    section: usize,
    weight: u32,
    quick: bool,
    tag: Option<&'static str>,
    /// Another question (an earlier one, if there is any) and a minimum level.
    condition: Option<(prop::sample::Index, u8)>,
    stance: Option<&'static str>,
    not_applicable: bool,
}

/// A criterion of a path: index, weight, and threshold in hundredths.
type Term = (prop::sample::Index, u32, Option<u32>);

/// The description of a valid model.
#[derive(Debug, Clone)]
pub struct Spec {
    power: f64,
    sections: Vec<u32>,
    questions: Vec<Question>,
    criteria: Vec<Vec<(prop::sample::Index, u32)>>,
    paths: Vec<Vec<Term>>,
}

fn question() -> impl Strategy<Value = Question> {
    (
        0..4_usize,
        0..4_u32,
        any::<bool>(),
        prop::option::weighted(0.3, prop::sample::select(vec!["faith", "all_in"])),
        prop::option::weighted(0.3, (any::<prop::sample::Index>(), 0..=4_u8)),
        prop::option::weighted(0.1, prop::sample::select(vec!["provide", "adopt"])),
        any::<bool>(),
    )
        .prop_map(
            |(section, weight, quick, tag, condition, stance, not_applicable)| Question {
                section,
                weight,
                quick,
                tag,
                condition,
                stance,
                not_applicable,
            },
        )
}

/// Generates valid models of up to twelve questions.
pub fn specs() -> impl Strategy<Value = Spec> {
    let index = any::<prop::sample::Index>;
    let threshold = prop::option::weighted(0.4, 0..=100_u32);
    let path = prop::collection::vec((index(), 0..4_u32, threshold), 1..4);
    (
        prop::sample::select(vec![0.0, 1.0, 0.5, -1.0, 2.0, -4.0, 4.0, 0.01]),
        prop::collection::vec(1..5_u32, 1..4),
        prop::collection::vec(question(), 4..12),
        prop::collection::vec(prop::collection::vec((index(), 0..4_u32), 1..4), 1..5),
        prop::collection::vec(path, 8),
    )
        .prop_map(|(power, sections, questions, criteria, paths)| Spec {
            power,
            sections,
            questions,
            criteria,
            paths,
        })
}

/// Generates a code per question: 0 to 4, "don't know", "not applicable", no answer.
pub fn answer_codes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(
        prop_oneof![6 => 0..=4_u8, 1 => Just(5), 1 => Just(6), 2 => Just(7)],
        12,
    )
}

/// Returns the answers of these codes; "not applicable" only where it is allowed. Codes are
/// assigned by the number in the id, independent of file order.
pub fn answers(model: &Model, codes: &[u8]) -> Answers {
    let mut answers = Answers::empty(model);
    for (ix, question) in model.question_ixs().zip(model.questions()) {
        let number: usize = question.id[1..].parse().unwrap();
        let keywords = ["0", "1", "2", "3", "4", "unknown", "not_applicable"];
        let answer = keywords.get(usize::from(codes[number])).copied();
        let answer = answer.and_then(Answer::parse).map(|answer| match answer {
            Answer::NotApplicable if !question.not_applicable => Answer::Unknown,
            answer => answer,
        });
        answers.set(ix, answer);
    }
    answers
}

/// Options for writing a model file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Writing {
    /// A question to omit with all its references.
    pub without: Option<usize>,
    /// Whether lists and objects are written in reverse order.
    pub backwards: bool,
}

impl Spec {
    /// Creates the model.
    pub fn model(&self) -> Model {
        Model::parse(&self.text(Writing::default()))
            .unwrap_or_else(|problems| panic!("{problems}\n{self:?}"))
            .value
    }

    /// Returns the exponent.
    pub fn power(&self) -> f64 {
        self.power
    }

    /// Returns the model file.
    pub fn text(&self, writing: Writing) -> String {
        let join = |mut entries: Vec<String>| {
            if writing.backwards {
                entries.reverse();
            }
            entries.join(",")
        };
        let sections = self.sections.iter().enumerate();
        let sections = sections.map(|(n, weight)| format!(r#"{{"id":"s{n}","weight":{weight}}}"#));
        let left = |n: &usize| Some(*n) != writing.without;
        let questions = (0..self.questions.len()).filter(left);
        let criteria = self.criteria.iter().enumerate().map(|(n, terms)| {
            let terms = self.terms(terms).into_iter().filter(|(q, _)| left(q));
            let terms = terms.map(|(q, weight)| format!(r#""q{q:02}":{weight}"#));
            format!(r#""c{n}":{{{}}}"#, join(terms.collect()))
        });
        let paths = self.paths.iter().map(|terms| {
            let terms = self.path(terms).into_iter();
            format!("{{{}}}", join(terms.collect()))
        });
        let paths: Vec<String> = paths.collect();
        let [a, b, c, d, e, f, g, h] = paths.try_into().unwrap();
        format!(
            r#"{{"format":"assay.model/1","id":"generated","version":"1","sections":[{}],
            "aggregation":{{"power":{},"shift":0.01}},"questions":[{}],"criteria":{{{}}},"paths":{{
            "provide":{{"maas":{a},"industry":{b},"open_source":{c},"agent":{d}}},
            "adopt":{{"maas":{e},"industry":{f},"open_source":{g},"agent":{h}}}}}}}"#,
            join(sections.collect()),
            self.power,
            join(questions.map(|n| self.question(n)).collect()),
            join(criteria.collect()),
        )
    }

    fn question(&self, n: usize) -> String {
        let question = &self.questions[n];
        // The first question of each section has a weight and no condition.
        let first = n < self.sections.len();
        let section = if first {
            n
        } else {
            question.section % self.sections.len()
        };
        let weight = if first {
            question.weight + 1
        } else {
            question.weight
        };
        let mut text = format!(
            r#"{{"id":"q{n:02}","section":"s{section}","topic":"t","weight":{weight},"quick":{},"not_applicable":{}"#,
            question.quick, question.not_applicable
        );
        if let Some(tag) = question.tag {
            write!(text, r#","tag":"{tag}""#).unwrap();
        }
        if let Some(stance) = question.stance.filter(|_| !first) {
            write!(text, r#","stance":"{stance}""#).unwrap();
        }
        if let Some((on, level)) = question.condition.filter(|_| !first) {
            let on = on.index(n);
            write!(
                text,
                r#","visible_if":{{"question":"q{on:02}","at_least":{level}}}"#
            )
            .unwrap();
        }
        text + "}"
    }

    fn terms(&self, terms: &[(prop::sample::Index, u32)]) -> Vec<(usize, u32)> {
        let mut found: Vec<(usize, u32)> = Vec::new();
        for (index, weight) in terms {
            let question = index.index(self.questions.len());
            if found.iter().all(|(q, _)| *q != question) {
                found.push((question, weight + u32::from(found.is_empty())));
            }
        }
        found
    }

    fn path(&self, terms: &[Term]) -> Vec<String> {
        let mut found: Vec<usize> = Vec::new();
        let mut texts = Vec::new();
        for (index, weight, threshold) in terms {
            let criterion = index.index(self.criteria.len());
            if found.contains(&criterion) {
                continue;
            }
            let weight = weight + u32::from(found.is_empty());
            found.push(criterion);
            let veto = threshold.map(|t| format!(r#","veto_below":{}"#, f64::from(t) / 100.0));
            let veto = veto.unwrap_or_default();
            texts.push(format!(r#""c{criterion}":{{"weight":{weight}{veto}}}"#));
        }
        texts
    }
}

/// Generates either stance.
pub fn stances() -> impl Strategy<Value = Stance> {
    prop::sample::select(Stance::ALL.to_vec())
}
