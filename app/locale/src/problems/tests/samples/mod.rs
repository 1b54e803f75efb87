//! One problem of every kind, and of each kind of entry and JSON type.

mod entries;
mod syntax;

use assay_core::json::Position;
use assay_core::{EntryKind, JsonType, LevelFault, ModelRef, ProblemKind};

use super::names::name_of;

/// A problem with the name of its kind.
pub(super) type Sample = (&'static str, ProblemKind);

pub(super) fn samples() -> Vec<Sample> {
    [
        file(),
        formats(),
        values(),
        syntax::syntax(),
        entries::entries(),
        figures(),
        versions(),
        order(),
        texts_and_answers(),
    ]
    .concat()
}

fn file() -> Vec<Sample> {
    vec![
        sample(ProblemKind::TooLarge {
            bytes: 10_485_761,
            limit: 10_485_760,
        }),
        sample(ProblemKind::TooDeep { limit: 64 }),
        sample(ProblemKind::NotUtf8 { at: AT, byte: 0xc3 }),
        sample(ProblemKind::NotUtf16 { at: AT }),
        sample(ProblemKind::ContainsNul { at: AT }),
    ]
}

/// A file of another format, of each kind that has a sentence of its own.
fn formats() -> Vec<Sample> {
    vec![
        sample(ProblemKind::WrongFormat {
            found: text("other/1"),
            expected: "assay-answers/1",
        }),
        wrong_format("assay.result/1", "assay.assessment/1"),
        wrong_format("assay.config/1", "assay.assessment/1"),
        wrong_format("assay.cohort/1", "assay.assessment/1"),
        wrong_format("assay.invitation/1", "assay.assessment/1"),
        wrong_format("assay.assessment/1", "assay.model/1"),
        wrong_format("assay.model/2", "assay.model/1"),
    ]
}

/// Missing, repeated and superfluous values.
fn values() -> Vec<Sample> {
    vec![
        sample(ProblemKind::MissingField { field: "weight" }),
        sample(ProblemKind::WrongType {
            expected: JsonType::Number,
            found: JsonType::Null,
        }),
        sample(ProblemKind::WrongType {
            expected: JsonType::Boolean,
            found: JsonType::Text,
        }),
        sample(ProblemKind::WrongType {
            expected: JsonType::List,
            found: JsonType::Object,
        }),
        sample(ProblemKind::RepeatedKey { key: text("id") }),
        sample(ProblemKind::NotOneOf {
            found: text("sell"),
            allowed: &["provide", "adopt"],
        }),
        sample(ProblemKind::MoreProblems { count: 1 }),
        sample(ProblemKind::MoreProblems { count: 12 }),
        sample(ProblemKind::SharedByAll {
            count: 90,
            each: Box::new(ProblemKind::MissingField { field: "weight" }),
        }),
    ]
}

fn wrong_format(found: &str, expected: &'static str) -> Sample {
    let found = text(found);
    sample(ProblemKind::WrongFormat { found, expected })
}

const AT: Position = Position {
    line: 3,
    column: 14,
};

fn figures() -> Vec<Sample> {
    vec![
        sample(ProblemKind::NegativeWeight { weight: -0.5 }),
        sample(ProblemKind::NotFinite),
        sample(ProblemKind::AllWeightsZero {
            of: EntryKind::Section,
            id: text("data"),
        }),
        sample(ProblemKind::ZeroSectionWeight { id: text("data") }),
        sample(ProblemKind::OutsideRange {
            found: 1.5,
            low: 0.0,
            high: 1.0,
        }),
        sample(ProblemKind::PowerTooNearZero { found: 1e-9 }),
        not_a_level("7", LevelFault::OutOfRange),
        not_a_level("3.5", LevelFault::Fraction),
        not_a_level("\"3\"", LevelFault::Quoted),
        not_a_level("true", LevelFault::Boolean),
        not_a_level("\"high\"", LevelFault::Other),
        not_a_level("a list", LevelFault::Other),
        sample(ProblemKind::NotTwoLevels { count: 1 }),
        sample(ProblemKind::NotTwoLevels { count: 3 }),
        sample(ProblemKind::RaiseNotUpwards { from: 3, to: 2 }),
    ]
}

fn not_a_level(found: &str, fault: LevelFault) -> Sample {
    let found = text(found);
    sample(ProblemKind::NotALevel { found, fault })
}

fn not_an_answer(found: &str, fault: LevelFault) -> Sample {
    let found = text(found);
    sample(ProblemKind::NotAnAnswer { found, fault })
}

fn versions() -> Vec<Sample> {
    vec![
        sample(ProblemKind::DuplicateRename {
            old: text("data.b"),
            first: text("data.a"),
            new: text("data.c"),
        }),
        sample(ProblemKind::NotFiveLevels { count: 1 }),
        sample(ProblemKind::NotFiveLevels { count: 4 }),
        sample(ProblemKind::DuplicateLevels { id: text("data.a") }),
    ]
}

fn order() -> Vec<Sample> {
    vec![
        sample(ProblemKind::ConditionOnItself {
            question: text("data.a"),
        }),
        sample(ProblemKind::ConditionLoop {
            questions: texts(&["a", "b"]),
        }),
        sample(ProblemKind::ActionLoop {
            actions: texts(&["label", "train", "serve"]),
        }),
        sample(ProblemKind::CountsNowhere {
            question: text("data.a"),
        }),
        sample(ProblemKind::IdleThreshold {
            criterion: text("market"),
        }),
        sample(ProblemKind::QuickConditionNotQuick {
            question: text("data.a"),
            condition: text("data.b"),
        }),
    ]
}

fn texts_and_answers() -> Vec<Sample> {
    vec![
        sample(ProblemKind::MissingText),
        sample(ProblemKind::SuperfluousText { key: text("titel") }),
        sample(ProblemKind::LevelCount { found: 1 }),
        sample(ProblemKind::LevelCount { found: 4 }),
        sample(ProblemKind::LevelCount { found: 6 }),
        sample(ProblemKind::Markup {
            found: text("<br>"),
            count: 1,
        }),
        sample(ProblemKind::Markup {
            found: text("<br>"),
            count: 80,
        }),
        not_an_answer("5", LevelFault::OutOfRange),
        not_an_answer("\"maybe\"", LevelFault::Other),
        not_an_answer("an object", LevelFault::Other),
        sample(ProblemKind::NotADate {
            found: text("\"soon\""),
        }),
        sample(ProblemKind::TextTooLong {
            length: 201,
            limit: 200,
        }),
        sample(ProblemKind::NotApplicableNotAllowed {
            question: text("data.a"),
        }),
        sample(ProblemKind::OtherModel {
            found: model("assay-standard", "0.9.0"),
            at_hand: model("assay-standard", "1.0.0"),
        }),
    ]
}

fn sample(kind: ProblemKind) -> Sample {
    (name_of(&kind), kind)
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().copied().map(text).collect()
}

fn model(id: &str, version: &str) -> ModelRef {
    ModelRef {
        id: text(id),
        version: text(version),
    }
}
