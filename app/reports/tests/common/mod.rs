//! Builds reports on the example companies.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "each test uses a part of it, and may fail"
)]

pub mod package;
pub mod template;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use assay_config::Config;
use assay_core::{
    Answer, Assessment, Day, Evidence, EvidenceSource, Example, Level, Model, Person,
    QuestionTarget, SectionTarget, TargetScore, TextSource, Texts, examples,
};
use assay_locale::{Language, Messages};
use assay_reports::{Brand, ReportContent, ReportSource};

const MODEL: &str = include_str!("../../../core/models/standard.json");
const ENGLISH: &str = include_str!("../../../core/models/standard.en.json");
const CHINESE: &str = include_str!("../../../core/models/standard.zh-CN.json");
const EXAMPLES: &str = include_str!("../../../core/models/examples.json");

/// Fewer draws than the method's: the tests look at layout and figures that need none.
const DRAWS: usize = 300;

/// The standard questionnaire.
pub fn model() -> Model {
    Model::parse(MODEL).unwrap().value
}

/// Its wording.
pub fn texts(model: &Model, language: Language) -> Texts {
    let file = language.standard_wording("").unwrap();
    Texts::parse(model, file).unwrap().value
}

/// The example companies.
pub fn companies(model: &Model) -> Vec<Example> {
    examples::parse_examples(model, EXAMPLES).unwrap()
}

/// An example company's assessment, named and dated.
pub fn assessment(company: &Example, language: Language) -> Assessment {
    let mut assessment = company.assessment.clone();
    assessment.profile.name = company.name(language.tag()).to_owned();
    assessment.updated = Some("2026-11-23T09:00:00Z".to_owned());
    assessment
}

/// The bank with open answers, and with notes that a spreadsheet could compute.
pub fn bank(model: &Model, language: Language) -> Assessment {
    let companies = companies(model);
    let bank = companies
        .iter()
        .find(|company| company.id == "bank")
        .unwrap();
    let mut assessment = assessment(bank, language);
    let questions: Vec<_> = assessment
        .answers
        .iter()
        .map(|(question, _)| question)
        .collect();
    for question in questions.iter().step_by(5) {
        assessment.answers.set(*question, None);
    }
    assessment.answers.set(questions[1], Some(Answer::Unknown));
    assessment
        .answers
        .set(questions[2], Some(Answer::Level(Level::HIGHEST)));
    let notes = [
        "=HYPERLINK(\"https://x.example\",\"a\")",
        "@SUM(1)\nsecond line",
        "<b>&\u{1}",
    ];
    for (question, note) in questions.iter().skip(1).zip(notes) {
        assessment.notes.insert(*question, note.to_owned());
    }
    assessment
}

/// A small questionnaire whose wording does not change, with an assessment that leaves a question
/// open and has notes that a spreadsheet could compute.
pub fn law_office(language: Language) -> ReportContent {
    let file = include_str!("../../../../docs/examples/law-office.json");
    let model = Model::parse(file).unwrap().value;
    let texts = match (language, model.text_source("en")) {
        (Language::English, Some(TextSource::Inline(json))) => Texts::from_json(&model, json),
        _ => Texts::parse(
            &model,
            include_str!("../../../../docs/examples/law-office.zh-CN.json"),
        ),
    };
    let answers = include_str!("../../../../docs/examples/law-office-answers.json");
    let mut assessment = Assessment::parse(&model, answers).unwrap();
    assessment.updated = Some("2026-11-23".to_owned());
    let notes = [
        "=HYPERLINK(\"https://x.example\",\"a\")",
        "@SUM(1)\nsecond line",
    ];
    for (question, note) in model.question_ixs().zip(notes) {
        assessment.notes.insert(question, note.to_owned());
    }
    let question = model.find_question("work.review").unwrap();
    assessment.set_evidence(
        question,
        Some(&evidence("=review.xlsx", "2026-11-20", "Li")),
    );
    report(&model, &texts.unwrap().value, &assessment, language)
}

/// Evidence of three parts.
pub fn evidence(source: &str, day: &str, person: &str) -> Evidence {
    let source = EvidenceSource::new(source);
    Evidence::new(source, Day::parse(day), Person::new(person)).unwrap()
}

/// Adds a target of two sections and of the first question.
pub fn set_targets(model: &Model, assessment: &mut Assessment) {
    let date = Day::parse("2027-06-30");
    for (section, percent) in [("data", 62.5), ("strategy", 80.0)] {
        let section = model.find_section(section).unwrap();
        let score = TargetScore::new(percent).unwrap();
        assessment.set_section_target(model, section, Some(SectionTarget { score, date }));
    }
    let question = model.find_question("data.domain").unwrap();
    let (level, date) = (Level::HIGHEST, None);
    assessment.set_question_target(model, question, Some(QuestionTarget { level, date }));
}

/// Reports on the bank with open answers, and on the example companies in each language.
pub fn reports() -> Vec<ReportContent> {
    let model = model();
    let mut reports = vec![content(
        &model,
        &bank(&model, Language::English),
        Language::English,
    )];
    for company in companies(&model) {
        for language in Language::ALL {
            reports.push(content(&model, &assessment(&company, language), language));
        }
    }
    reports
}

/// A report on an assessment by the standard questionnaire.
pub fn content(model: &Model, assessment: &Assessment, language: Language) -> ReportContent {
    report(model, &texts(model, language), assessment, language)
}

fn report(
    model: &Model,
    texts: &Texts,
    assessment: &Assessment,
    language: Language,
) -> ReportContent {
    ReportContent::build(&ReportSource {
        model,
        texts,
        messages: &Messages::embedded(language),
        language,
        assessment,
        stance: assessment.profile.stance,
        draws: DRAWS,
        day: Day::parse("2026-11-28"),
        brand: &Brand::new(&Config::default()),
    })
}

/// The parts of a package by name.
pub fn parts(package: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// The text of a part.
pub fn text(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(parts[name].clone()).unwrap()
}
