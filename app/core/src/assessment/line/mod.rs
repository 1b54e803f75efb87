//! A fast reader for assessments of which only stance and answers are needed.
//!
//! [`LineReader`] reads many assessments one after the other, straight from the text, without
//! building a tree. It handles valid input only and falls back to [`Assessment::parse`] for
//! anything else, which accepts the same files and reports the problems of the others.

mod parts;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

use super::{Assessment, FORMAT};
use crate::evidence::{self, check_evidence};
use crate::json::{Json, MAX_FILE_SIZE};
use crate::{Answer, Answers, Depth, Model, Problems, QuestionIx, Stance, Targets, targets};
use parts::{
    AnswerSeed, Keys, ModelSeed, ProfileSeed, TextSeed, TextsSeed, UnknownValueSeed, give_up,
    object,
};

/// Reads assessments one after the other and reuses its buffers.
///
/// ```
/// # let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/standard.json"));
/// # let model = assay_core::Model::parse(file)?.value;
/// use assay_core::LineReader;
///
/// let mut reader = LineReader::new(&model);
/// let line = r#"{"format":"assay.assessment/1","profile":{"stance":"adopt"},"answers":{"data.domain":3}}"#;
/// assert_eq!(reader.read(line)?.answers.len(), 1);
/// # Ok::<(), assay_core::Problems>(())
/// ```
#[derive(Debug, Clone)]
pub struct LineReader<'m> {
    model: &'m Model,
    answers: Answers,
    /// For each question (and, at the end, for the start of a line) the question that followed it
    /// in an earlier line. Most writers use one order for all lines.
    expected_next: Vec<QuestionIx>,
    /// The questions answered with `null` in the current line.
    open: Vec<QuestionIx>,
    industry: String,
    size: String,
}

/// The part of an assessment that a result or a cohort needs.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ParsedLine<'a> {
    /// The stance.
    pub stance: Stance,
    /// The industry; empty if not stated.
    pub industry: &'a str,
    /// The size; empty if not stated.
    pub size: &'a str,
    /// The answers.
    pub answers: &'a Answers,
    /// The field `ref`, if there is one.
    pub reference: Option<Json>,
    /// The targets; faulty ones are left out.
    pub targets: Targets,
}

impl<'m> LineReader<'m> {
    /// Creates a reader for assessments of a model.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        let count = model.questions().len();
        Self {
            model,
            answers: Answers::empty(model),
            open: Vec::new(),
            industry: String::new(),
            size: String::new(),
            expected_next: (1..=count).chain([0]).map(QuestionIx::new).collect(),
        }
    }

    /// Reads an assessment.
    ///
    /// # Errors
    /// As [`Assessment::parse`].
    pub fn read(&mut self, text: &str) -> Result<ParsedLine<'_>, Problems> {
        if let Some((stance, reference)) = self.try_read_fast(text) {
            return Ok(self.parsed(stance, reference, Targets::default()));
        }
        let assessment = Assessment::parse(self.model, text)?;
        let reference = assessment.unknown_field("ref").cloned();
        let targets = assessment.targets(self.model);
        self.answers = assessment.answers;
        self.industry = assessment.profile.industry;
        self.size = assessment.profile.size;
        Ok(self.parsed(assessment.profile.stance, reference, targets))
    }

    fn parsed(&self, stance: Stance, reference: Option<Json>, targets: Targets) -> ParsedLine<'_> {
        ParsedLine {
            stance,
            industry: &self.industry,
            size: &self.size,
            answers: &self.answers,
            reference,
            targets,
        }
    }

    /// Returns stance and `ref` if the line is valid beyond doubt and has no targets.
    fn try_read_fast(&mut self, text: &str) -> Option<(Stance, Option<Json>)> {
        if text.len() > MAX_FILE_SIZE {
            return None;
        }
        self.answers.clear();
        self.industry.clear();
        self.size.clear();
        let mut parser = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
        let found = parser.deserialize_map(Top(self)).ok()?;
        parser.end().ok()?;
        found
    }

    /// Returns the question with this id; tries the expected one first.
    fn find(&mut self, id: &str, before: &mut usize) -> Option<QuestionIx> {
        let expected = self.expected_next.get_mut(*before)?;
        let question = if self.model.question(*expected).id == id {
            *expected
        } else {
            let question = self.model.find_question(id)?;
            *expected = question;
            question
        };
        *before = question.index();
        Some(question)
    }
}

struct Top<'r, 'm>(&'r mut LineReader<'m>);

impl<'de> Visitor<'de> for Top<'_, '_> {
    type Value = Option<(Stance, Option<Json>)>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an assessment")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut keys = Keys::default();
        let (mut format, mut answers, mut stance, mut reference) = (false, false, None, None);
        while let Some(key) = keys.next(&mut map)? {
            match key {
                "format" => format = map.next_value::<&str>()? == FORMAT,
                "answers" => {
                    map.next_value_seed(AnswersSeed(self.0))?;
                    answers = true;
                }
                "profile" => {
                    stance = {
                        let (industry, size) = (&mut self.0.industry, &mut self.0.size);
                        map.next_value_seed(ProfileSeed { industry, size })?
                    }
                }
                "model" => map.next_value_seed(ModelSeed(self.0.model))?,
                "notes" | "given_by" => map.next_value_seed(TextsSeed(self.0.model))?,
                evidence::FIELD => {
                    let json = map.next_value_seed(UnknownValueSeed { depth: 1 })?;
                    if !check_evidence(self.0.model, &json) {
                        return give_up();
                    }
                }
                // Few assessments have targets.
                targets::FIELD => return give_up(),
                "locale" | "created" | "updated" => map.next_value_seed(TextSeed)?,
                "depth" => {
                    if Depth::parse(map.next_value()?).is_none() {
                        return give_up();
                    }
                }
                "ref" => reference = Some(map.next_value_seed(UnknownValueSeed { depth: 1 })?),
                _ => drop(map.next_value_seed(UnknownValueSeed { depth: 1 })?),
            }
        }
        let sound = format && answers;
        Ok(stance.filter(|_| sound).map(|stance| (stance, reference)))
    }
}

struct AnswersSeed<'r, 'm>(&'r mut LineReader<'m>);

object!(AnswersSeed<'_, '_> -> (), |this, map| {
    let reader = this.0;
    let mut before = reader.model.questions().len();
    reader.open.clear();
    while let Some(id) = map.next_key::<&str>()? {
        let Some(question) = reader.find(id, &mut before) else {
            return give_up();
        };
        let answer = map.next_value_seed(AnswerSeed)?;
        let allowed = answer != Some(Answer::NotApplicable)
            || reader.model.question(question).not_applicable;
        if !allowed || reader.answers.get(question).is_some() {
            return give_up();
        }
        if answer.is_none() {
            reader.open.push(question);
        }
        // Marks the question until the end of the object, so that a second answer is detected.
        reader.answers.set(question, answer.or(Some(Answer::Unknown)));
    }
    for question in reader.open.drain(..) {
        reader.answers.set(question, None);
    }
    Ok(())
});

#[cfg(test)]
mod tests {
    use super::LineReader;
    use crate::Model;

    fn standard() -> Model {
        let file = include_str!("../../../models/standard.json");
        Model::parse(file).unwrap().value
    }

    #[test]
    fn an_ordinary_line_is_read_by_the_fast_reader() {
        let model = standard();
        let mut reader = LineReader::new(&model);
        for text in [
            r#"{"format":"assay.assessment/1","profile":{"stance":"adopt"},"answers":{}}"#,
            r#"{"ref":7,"format":"assay.assessment/1","model":{"id":"standard","version":"2"},
                "locale":"en","depth":"quick","profile":{"name":"A \"B\"","stance":"provide"},
                "answers":{"data.domain":3,"data.labels":"unknown","compute.cluster":0},
                "notes":{"data.domain":"see the register"},"created":"2026-11-23T09:00:00Z",
                "segment":{"a":[1,2.5,null]}}"#,
        ] {
            assert!(reader.try_read_fast(text).is_some(), "{text}");
        }
    }

    #[test]
    fn industry_and_size_are_read_in_both_ways() {
        let model = standard();
        let mut reader = LineReader::new(&model);
        // A key with an escape is read by the full reader.
        for (profile, wanted) in [
            (
                r#""industry":"Pumps \"B\"","size":"1-9","#,
                ("Pumps \"B\"", "1-9"),
            ),
            ("", ("", "")),
        ] {
            for open in ["{}", r#"{"data.domain":null,"data.access":3.0}"#] {
                let line = format!(
                    r#"{{"format":"assay.assessment/1","profile":{{{profile}"stance":"adopt"}},"answers":{open}}}"#
                );
                let parsed = reader.read(&line).unwrap();
                assert_eq!((parsed.industry, parsed.size), wanted);
                let spaced = line.replace("\"stance\"", "\"sta\\u006ece\"");
                let parsed = reader.read(&spaced).unwrap();
                assert_eq!((parsed.industry, parsed.size), wanted, "{spaced}");
            }
        }
    }

    #[test]
    fn answers_of_one_line_do_not_stay_for_the_next() {
        let model = standard();
        let mut reader = LineReader::new(&model);
        let line = |answers: &str| {
            format!(
                r#"{{"format":"assay.assessment/1","profile":{{"stance":"adopt"}},"answers":{answers}}}"#
            )
        };
        assert_eq!(
            reader
                .read(&line(r#"{"data.domain":3}"#))
                .unwrap()
                .answers
                .len(),
            1
        );
        assert!(reader.read(&line(r#"{"data.domain":9}"#)).is_err());
        assert_eq!(
            reader
                .read(&line(r#"{"data.access":3}"#))
                .unwrap()
                .answers
                .len(),
            1
        );
    }
}
