//! A section with hundreds of questions.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};
use serde_json::{Value, json};

const QUESTIONS: usize = 200;

/// A model whose first section has hundreds of questions, each third one a long one.
fn large_model() -> Value {
    let question = |section: &str, at: usize| json!({ "id": format!("{section}.q{at}"), "section": section, "topic": "t", "weight": 1, "quick": true });
    let mut questions: Vec<Value> = (1..=QUESTIONS).map(|at| question("first", at)).collect();
    questions.push(question("second", 1));
    let long = "A long description of a level. ".repeat(12);
    let texts: serde_json::Map<String, Value> = (1..=QUESTIONS)
        .step_by(3)
        .map(|at| {
            let text = json!({ "text": format!("Question {at}"), "help": "", "levels": [long, "b", "c", "d", "e"] });
            (format!("first.q{at}"), text)
        })
        .collect();
    let path = json!({ "all": { "weight": 1 } });
    let paths = json!({ "maas": path, "industry": path, "open_source": path, "agent": path });
    json!({
        "format": "assay.model/1", "id": "own", "version": "1",
        "sections": [{ "id": "first", "weight": 1 }, { "id": "second", "weight": 1 }],
        "aggregation": { "power": 0, "shift": 0.01 },
        "questions": questions, "criteria": { "all": { "first.q1": 1 } },
        "paths": { "provide": paths, "adopt": paths },
        "texts": { "en": { "title": "Large", "questions": texts } },
    })
}

fn run_with_large_model(look: impl AsyncFnOnce(&Visitor) -> Outcome) -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("large.json", &large_model().to_string())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open("?model=large.json#/s/second").await?;
        look(visitor).await
    })
}

/// Goes to the section with hundreds of questions, and waits until keys reach it.
async fn open_large_section(visitor: &Visitor) -> Outcome {
    visitor.go_to_section("first").await?;
    let has_focus = "return document.activeElement?.matches('main h1')";
    visitor
        .wait_until("the heading has the focus", has_focus)
        .await
}

fn is_in_view(question: &str) -> String {
    format!(
        "const place = document.getElementById('q-{question}').getBoundingClientRect(); return place.bottom > 0 && place.top < innerHeight"
    )
}

#[test]
fn keys_answer_one_question_after_the_other_among_hundreds() -> Outcome {
    run_with_large_model(async |visitor| {
        open_large_section(visitor).await?;
        visitor.type_keys("23451234").await?;
        for (at, level) in (1..).zip(["1", "2", "3", "4", "0", "1", "2", "3"]) {
            let question = format!("first.q{at}");
            assert_eq!(visitor.shown_answer(&question).await?, level, "{question}");
        }
        visitor
            .wait_until("the next question is in view", &is_in_view("first.q9"))
            .await
    })
}

#[test]
fn a_link_to_a_question_among_hundreds_shows_it() -> Outcome {
    run_with_large_model(async |visitor| {
        visitor.go_to_hash("#/s/first?q=first.q150").await?;
        visitor.wait_for_section("first").await?;
        visitor
            .wait_until("the question is in view", &is_in_view("first.q150"))
            .await?;
        visitor
            .wait_until(
                "it has the focus",
                "return document.activeElement?.name === 'first.q150'",
            )
            .await
    })
}

#[test]
fn back_finds_a_section_of_hundreds_of_questions_where_it_was_left() -> Outcome {
    run_with_large_model(async |visitor| {
        open_large_section(visitor).await?;
        let show = "document.getElementById('q-first.q120').scrollIntoView({ block: 'center' })";
        visitor.run_script(show, Vec::new()).await?;
        visitor
            .wait_until("the question is in view", &is_in_view("first.q120"))
            .await?;
        visitor.go_to_section("second").await?;
        visitor.back().await?;
        visitor.wait_for_section("first").await?;
        visitor
            .wait_until("the question is in view again", &is_in_view("first.q120"))
            .await
    })
}
