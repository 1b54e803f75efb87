//! English messages for problems.

use std::fmt::{self, Display, Formatter};

use super::{EntryKind, JsonType, Problem, ProblemKind};

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        self.kind.fmt(f)
    }
}

impl Display for EntryKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Section => "section",
            Self::Question => "question",
            Self::Criterion => "criterion",
            Self::Path => "path",
            Self::Action => "action",
            Self::Topic => "topic",
        })
    }
}

impl EntryKind {
    fn plural(self) -> &'static str {
        match self {
            Self::Section => "sections",
            Self::Question => "questions",
            Self::Criterion => "criteria",
            Self::Path => "paths",
            Self::Action => "actions",
            Self::Topic => "topics",
        }
    }
}

impl Display for JsonType {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Object => "an object",
        })
    }
}

impl Display for ProblemKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        file(self, f)
            .or_else(|| entries(self, f))
            .or_else(|| weights(self, f))
            .or_else(|| rules(self, f))
            .or_else(|| versions(self, f))
            .or_else(|| warning(self, f))
            .or_else(|| answers(self, f))
            .unwrap_or(Ok(()))
    }
}

type Formatted = Option<fmt::Result>;

fn file(kind: &ProblemKind, f: &mut Formatter<'_>) -> Formatted {
    Some(match kind {
        ProblemKind::TooLarge { bytes, limit } => {
            write!(f, "the file holds {bytes} bytes; at most {limit} are read")
        }
        ProblemKind::TooDeep { limit } => write!(
            f,
            "lists and objects are nested deeper than {limit} levels; flatten them"
        ),
        ProblemKind::NotUtf8 { at, byte } => {
            write!(
                f,
                "not UTF-8 at {at}: the byte {byte:#04x}; save it as UTF-8"
            )
        }
        ProblemKind::NotUtf16 { at } => write!(f, "half a letter of UTF-16 at {at}"),
        ProblemKind::ContainsNul { at } => write!(f, "a zero byte at {at}; save it as UTF-8"),
        ProblemKind::NotJson { at, fault } => write!(f, "not JSON at {at}: {fault}"),
        ProblemKind::WrongFormat { found, expected } => {
            write!(f, "the format is {found:?}; this must be {expected:?}")
        }
        ProblemKind::MissingField { field } => write!(f, "the field {field:?} is missing; add it"),
        ProblemKind::WrongType { expected, found } => {
            write!(f, "{found} stands where {expected} belongs")
        }
        ProblemKind::RepeatedKey { key } => {
            write!(f, "the key {key:?} stands here twice; remove one of them")
        }
        ProblemKind::NotOneOf { found, allowed } => {
            write!(f, "{found:?} does not exist; use {}", allowed.join(", "))
        }
        ProblemKind::MoreProblems { count } => write!(f, "and {count} more problems"),
        ProblemKind::SharedByAll { count, each } => {
            write!(f, "{each}; all {count} have this")
        }
        _ => return None,
    })
}

fn entries(kind: &ProblemKind, f: &mut Formatter<'_>) -> Formatted {
    Some(match kind {
        ProblemKind::EmptyId { of } => write!(f, "the {of} has an empty id; give it a name"),
        ProblemKind::EmptyText => f.write_str("this text is empty; write something"),
        ProblemKind::RepeatedId { of, id, first } => write!(
            f,
            "another {of} is called {id:?} already, at {first}; rename one of them"
        ),
        ProblemKind::UnknownId { of, id } => {
            write!(f, "there is no {of} {id:?}; name one that the model has")
        }
        ProblemKind::TooMany { of, count, limit } => write!(
            f,
            "there are {count} {}; a model may have {limit}",
            of.plural()
        ),
        ProblemKind::EmptyList { of } => write!(f, "there is no {of}; a model needs at least one"),
        _ => return None,
    })
}

fn weights(kind: &ProblemKind, f: &mut Formatter<'_>) -> Formatted {
    Some(match kind {
        ProblemKind::NegativeWeight { weight } => {
            write!(f, "the weight {weight} is negative; use 0 or more")
        }
        ProblemKind::NotFinite => f.write_str("the number is not finite"),
        ProblemKind::AllWeightsZero { of, id } => write!(
            f,
            "all weights in the {of} {id:?} are 0; give at least one a weight above 0"
        ),
        ProblemKind::ZeroSectionWeight { id } => write!(
            f,
            "the section {id:?} weighs 0; give it a weight above 0 or remove it"
        ),
        ProblemKind::NoReferences { of, id } => write!(
            f,
            "the {of} {id:?} names nothing; let it name at least one {}",
            match of {
                EntryKind::Path => EntryKind::Criterion,
                _ => EntryKind::Question,
            }
        ),
        ProblemKind::SectionWithoutQuestions { id } => write!(
            f,
            "no question belongs to the section {id:?}; add one or remove the section"
        ),
        _ => return None,
    })
}

fn rules(kind: &ProblemKind, f: &mut Formatter<'_>) -> Formatted {
    Some(match kind {
        ProblemKind::OutsideRange { found, low, high } => {
            write!(f, "{found} lies outside {low} to {high}")
        }
        ProblemKind::PowerTooNearZero { found } => write!(
            f,
            "the exponent {found} is too near to 0; use 0 itself, or at least 0.01 either way"
        ),
        ProblemKind::NotALevel { found, .. } => {
            write!(f, "{found} is not a level; use a whole number from 0 to 4")
        }
        ProblemKind::ConditionOnItself { question } => write!(
            f,
            "the question {question:?} depends on itself; name another one"
        ),
        ProblemKind::ConditionLoop { questions } => write!(
            f,
            "conditions go in a circle ({}), so none of them is ever visible; break it",
            circle(questions)
        ),
        ProblemKind::NotTwoLevels { count } => {
            write!(f, "{count} levels stand here; give two, from and to")
        }
        ProblemKind::RaiseNotUpwards { from, to } => write!(
            f,
            "raising from {from} to {to} raises nothing; let the second level be higher"
        ),
        ProblemKind::ActionLoop { actions } => write!(
            f,
            "actions wait for each other in a circle ({}); break it",
            circle(actions)
        ),
        ProblemKind::MissingPath { stance, path } => write!(
            f,
            "the path {path} is missing for the stance {stance}; all four are needed"
        ),
        _ => return None,
    })
}

fn versions(kind: &ProblemKind, f: &mut Formatter<'_>) -> Formatted {
    Some(match kind {
        ProblemKind::DuplicateRename { old, first, new } => write!(
            f,
            "{first:?} and {old:?} are both called {new:?} now, and a question has one answer; name one of them"
        ),
        ProblemKind::NotFiveLevels { count } => write!(
            f,
            "{count} levels stand here; give five, what each old level from 0 to 4 is now"
        ),
        ProblemKind::DuplicateLevels { id } => write!(
            f,
            "what became of the levels of {id:?} stands here twice, under its new id and its old one; remove one"
        ),
        _ => return None,
    })
}

fn warning(kind: &ProblemKind, f: &mut Formatter<'_>) -> Formatted {
    Some(match kind {
        ProblemKind::CountsNowhere { question } => write!(
            f,
            "the question {question:?} counts nowhere: weight 0, no tag, no criterion, no condition"
        ),
        ProblemKind::IdleThreshold { criterion } => write!(
            f,
            "the threshold of {criterion:?} can never matter: it is 0, or nothing in the criterion can count for this stance"
        ),
        ProblemKind::QuickConditionNotQuick {
            question,
            condition,
        } => write!(
            f,
            "the quick question {question:?} depends on {condition:?}, which is not quick; quick is not offered"
        ),
        ProblemKind::MissingText => f.write_str("this text is missing; the id stands in"),
        ProblemKind::SuperfluousText { key } => {
            write!(f, "the model has no {key:?}; remove this text")
        }
        ProblemKind::LevelCount { found } => {
            write!(f, "{found} levels are described; a question has five")
        }
        ProblemKind::Markup { found, count } => write!(
            f,
            "{count} texts hold markup such as {found:?}, which is shown as it stands"
        ),
        _ => return None,
    })
}

fn answers(kind: &ProblemKind, f: &mut Formatter<'_>) -> Formatted {
    Some(match kind {
        ProblemKind::NotAnAnswer { found, .. } => write!(
            f,
            "{found} is not an answer; use a whole number from 0 to 4, \"unknown\" or \"not_applicable\""
        ),
        ProblemKind::NotApplicableNotAllowed { question } => write!(
            f,
            "\"not_applicable\" is not allowed for {question:?}; use a level or \"unknown\""
        ),
        ProblemKind::NotADate { found } => write!(
            f,
            "{found} is not a date from 2020 on; write it as in \"2026-11-23\""
        ),
        ProblemKind::TextTooLong { length, limit } => write!(
            f,
            "this text has {length} characters; at most {limit} are allowed"
        ),
        ProblemKind::OtherModel { found, at_hand } => write!(
            f,
            "the assessment belongs to the model {found}; the model at hand is {at_hand}"
        ),
        _ => return None,
    })
}

/// Formats a cycle: `a → b → a`.
fn circle(names: &[String]) -> String {
    let closed: Vec<&str> = names
        .iter()
        .chain(names.first())
        .map(String::as_str)
        .collect();
    closed.join(" → ")
}
