//! Strategies for models, answers and texts.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may, and uses a part of it"
)]

use assay_core::{Answer, Assessment, Depth, Level, Model, Stance};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Generates hostile and unusual texts.
pub fn any_text() -> impl Strategy<Value = String> {
    let known = [
        "",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "\u{202e}gnp.exe\u{2066}",
        "\0\u{feff}\u{fffe}\r\n",
        "Z\u{335}\u{301}a\u{489}lgo",
        "👩\u{200d}👩\u{200d}👧 含AI量",
        "'; DROP TABLE links; --",
    ];
    prop_oneof![
        prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        any::<String>(),
        "\\PC{0,300}",
    ]
}

#[derive(Debug, Clone)]
struct Spec {
    section: usize,
    quick: bool,
    not_applicable: bool,
    tag: Option<&'static str>,
    stance: Option<&'static str>,
    condition: Option<(prop::sample::Index, u8)>,
}

fn spec(sections: usize) -> impl Strategy<Value = Spec> {
    let one_of = |words: [&'static str; 2]| prop::option::of(prop::sample::select(words.to_vec()));
    (
        0..sections,
        any::<[bool; 2]>(),
        one_of(["faith", "all_in"]),
        one_of(["provide", "adopt"]),
        prop::option::of((any::<prop::sample::Index>(), 0..=4_u8)),
    )
        .prop_map(
            |(section, [quick, not_applicable], tag, stance, condition)| Spec {
                section,
                quick,
                not_applicable,
                tag,
                stance,
                condition,
            },
        )
}

/// Generates small models.
pub fn models() -> impl Strategy<Value = Model> {
    (1..=4_usize, "[a-zA-Z0-9 <]{1,12}", "[0-9.]{1,4}").prop_flat_map(|(sections, id, version)| {
        prop::collection::vec(spec(sections), 0..24)
            .prop_map(move |specs| build(sections, &id, &version, &specs))
    })
}

/// Creates a model of one section.
pub fn large(questions: usize) -> Model {
    let plain = Spec {
        section: 0,
        quick: true,
        not_applicable: false,
        tag: None,
        stance: None,
        condition: None,
    };
    build(1, "large", "1", &vec![plain; questions - 1])
}

fn build(sections: usize, id: &str, version: &str, specs: &[Spec]) -> Model {
    let mut questions: Vec<Value> = (0..sections)
        .map(|section| json!({ "id": format!("s{section}"), "section": format!("s{section}"), "topic": "", "weight": 1, "quick": true }))
        .collect();
    for (index, spec) in specs.iter().enumerate() {
        let mut question = json!({
            "id": format!("q{index}"), "section": format!("s{}", spec.section), "topic": "",
            "weight": index % 3, "quick": spec.quick, "not_applicable": spec.not_applicable,
        });
        if let Some(tag) = spec.tag {
            question["tag"] = tag.into();
        }
        if let Some(stance) = spec.stance {
            question["stance"] = stance.into();
        }
        if let Some((earlier, at_least)) = spec.condition {
            let earlier = earlier.get(&questions)["id"].clone();
            question["visible_if"] = json!({ "question": earlier, "at_least": at_least });
        }
        questions.push(question);
    }
    let mut criteria = Map::new();
    for (index, question) in questions.iter().enumerate() {
        let id = question["id"].as_str().unwrap();
        let term = json!({ id: index % 3 + 1 });
        criteria.insert(format!("c{index}"), term);
    }
    let path: Map<String, Value> = criteria
        .keys()
        .enumerate()
        .map(|(index, id)| {
            let mut term = json!({ "weight": index % 4 + 1 });
            if index % 3 == 1 {
                term["veto_below"] = json!(0.3);
            }
            (id.clone(), term)
        })
        .collect();
    let side = json!({ "maas": path, "industry": path, "open_source": path, "agent": path });
    let file = json!({
        "format": "assay.model/1", "id": id, "version": version,
        "sections": (0..sections).map(|s| json!({ "id": format!("s{s}"), "weight": s + 1 })).collect::<Vec<_>>(),
        "aggregation": { "power": 0, "shift": 0.01 },
        "questions": questions, "criteria": criteria, "paths": { "provide": side, "adopt": side },
    });
    Model::parse(&file.to_string()).unwrap().value
}

/// Generates an assessment as a link can carry it: no answers of the other stance, a date without a
/// time.
pub fn answered(model: Model) -> impl Strategy<Value = (Model, Assessment)> {
    let count = model.questions().len();
    let locale = prop_oneof![Just("en"), Just("zh-CN"), Just("de"), Just("x")];
    (
        prop::collection::vec((0..8_u8, any_text()), count),
        any::<[bool; 2]>(),
        prop::option::of(locale.prop_map(str::to_owned)),
        (any_text(), any_text(), any_text()),
        prop::option::of((2020..2200_u32, 1..=12_u32, 1..=28_u32)),
    )
        .prop_map(move |(answers, [adopt, quick], locale, fields, date)| {
            let stance = if adopt {
                Stance::Adopt
            } else {
                Stance::Provide
            };
            let depth = if quick { Depth::Quick } else { Depth::Full };
            let mut assessment = Assessment::new(&model, stance, depth);
            assessment.locale = locale;
            (
                assessment.profile.name,
                assessment.profile.industry,
                assessment.profile.size,
            ) = fields;
            assessment.updated = date.map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"));
            for (ix, (digit, note)) in model.question_ixs().zip(answers) {
                let question = model.question(ix);
                if question.stance.is_some_and(|only| only != stance) {
                    continue;
                }
                let answer = match digit {
                    5 => Some(Answer::Unknown),
                    6 if question.not_applicable => Some(Answer::NotApplicable),
                    level => Level::new(level).map(Answer::Level),
                };
                assessment.answers.set(ix, answer);
                if digit % 2 == 1 && !note.is_empty() {
                    assessment.notes.insert(ix, note);
                }
            }
            (model.clone(), assessment)
        })
}
