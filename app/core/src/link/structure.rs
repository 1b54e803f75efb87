//! A digest of the structure of a model.
//!
//! It covers everything that determines the meaning of an answer. Texts, topics, actions and
//! unknown fields are excluded, so that they can change without invalidating links.

use super::bytes::Writer;
use super::checksum::crc32;
use crate::{Criterion, Model, PathId, Question, Section, Stance, Tag, Term};

/// Returns the digest. Models with the same digest interpret a link in the same way, and give the same
/// figures for the same answers.
#[must_use]
pub fn model_digest(model: &Model) -> u32 {
    let mut out = Writer::default();
    out.text(model.id());
    out.text(model.version());
    list(&mut out, model.sections(), section);
    out.real(model.aggregation().power);
    out.real(model.aggregation().shift);
    list(&mut out, model.questions(), question);
    list(&mut out, model.criteria(), criterion);
    for stance in Stance::ALL {
        for path in PathId::ALL {
            list(&mut out, model.path(stance, path), term);
        }
    }
    crc32(&out.0)
}

fn list<T>(out: &mut Writer, entries: &[T], write: impl Fn(&mut Writer, &T)) {
    out.count(entries.len());
    for entry in entries {
        write(out, entry);
    }
}

fn section(out: &mut Writer, section: &Section) {
    out.text(&section.id);
    out.real(section.weight);
}

fn question(out: &mut Writer, question: &Question) {
    out.text(&question.id);
    out.count(question.section.index());
    out.real(question.weight);
    let tag = match question.tag {
        None => 0,
        Some(Tag::Faith) => 1,
        Some(Tag::AllIn) => 2,
    };
    let stance = match question.stance {
        None => 0,
        Some(Stance::Provide) => 1,
        Some(Stance::Adopt) => 2,
    };
    out.byte(
        u8::from(question.quick)
            | u8::from(question.not_applicable) << 1
            | tag << 2
            | stance << 4
            | u8::from(question.visible_if.is_some()) << 6,
    );
    if let Some(condition) = question.visible_if {
        out.count(condition.question.index());
        out.byte(condition.at_least.get());
    }
}

fn criterion(out: &mut Writer, criterion: &Criterion) {
    out.text(&criterion.id);
    list(out, &criterion.terms, |out, &(question, weight)| {
        out.count(question.index());
        out.real(weight);
    });
}

fn term(out: &mut Writer, term: &Term) {
    out.count(term.criterion.index());
    out.real(term.weight);
    out.byte(u8::from(term.veto_below.is_some()));
    if let Some(threshold) = term.veto_below {
        out.real(threshold);
    }
}
