use std::fmt::Write as _;

use assay_core::team::{Member, merge_members};
use assay_core::{Answer, Assessment, Depth, Level, Model, Stance, Texts};
use insta::assert_snapshot;

use super::{TeamReport, format_alpha};
use crate::Messages;

/// All sentences about a team of five with one outlier.
fn describe(tag: &str, messages: &str, texts: &str) -> String {
    let model = include_str!("../../../core/models/standard.json");
    let model = Model::parse(model).unwrap().value;
    let texts = Texts::parse(&model, texts).unwrap().value;
    let messages = Messages::parse(messages).unwrap();
    let members: Vec<Member> = [1_u8, 2, 2, 2, 4]
        .into_iter()
        .map(|base| {
            let mut assessment = Assessment::new(&model, Stance::Provide, Depth::Full);
            for (place, question) in model.question_ixs().enumerate().skip(2) {
                let level = Level::new((base + u8::from(place % 3 == 0)).min(4)).unwrap();
                let answer = match (base, place) {
                    (1, 5) => Answer::Unknown,
                    _ => Answer::Level(level),
                };
                assessment.answers.set(question, Some(answer));
            }
            Member::new(assessment)
        })
        .collect();
    let merged = merge_members(&model, Stance::Provide, &members).unwrap();
    let names: Vec<String> = (1..=members.len())
        .map(|at| messages.team_member_unnamed(&at.to_string()))
        .collect();
    let report = TeamReport::new(&messages, &texts, &model, &merged, &names);
    let mut text = format!("{tag}\n");
    let mut questions = model.question_ixs();
    for place in [0, 2, 3] {
        let question = questions.nth(place).unwrap();
        writeln!(text, "{}", report.spread(question)).unwrap();
    }
    for line in [
        report.agreement().to_owned(),
        report.agreement_derivation(),
        report.range().unwrap_or_default(),
        report.content_range().unwrap_or_default(),
        report.path(),
        report.sections(),
        report.outlier_sentences().join("\n"),
        report.member_summary(0),
        report.progress(merged.progress(&Default::default())),
    ] {
        writeln!(text, "{line}").unwrap();
    }
    text
}

#[test]
fn english() {
    assert_snapshot!(describe(
        "en",
        include_str!("../../texts/en.json"),
        include_str!("../../../core/models/standard.en.json")
    ));
}

#[test]
fn chinese() {
    assert_snapshot!(describe(
        "zh-CN",
        include_str!("../../texts/zh-CN.json"),
        include_str!("../../../core/models/standard.zh-CN.json")
    ));
}

#[test]
fn alpha_has_two_decimals_and_no_minus_before_a_nought() {
    let english = Messages::parse(include_str!("../../texts/en.json")).unwrap();
    assert_eq!(format_alpha(&english, 0.8149), "0.81");
    assert_eq!(format_alpha(&english, -0.001), "0.00");
    assert_eq!(format_alpha(&english, -0.25), "-0.25");
}
