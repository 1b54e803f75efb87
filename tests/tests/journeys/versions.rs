//! A questionnaire's next version is served in the place of the one before.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};
use serde_json::{Map, Value, json};

use super::team::pastes;

/// A questionnaire of one section with these questions.
fn shelf(version: &str, questions: &[&str], more: &Value) -> String {
    let list: Vec<Value> = questions
        .iter()
        .map(|id| json!({ "id": id, "section": "part", "weight": 1, "quick": true }))
        .collect();
    let criterion: Map<String, Value> = questions
        .iter()
        .map(|id| ((*id).to_owned(), json!(1)))
        .collect();
    let path = json!({ "all": { "weight": 1 } });
    let paths = json!({ "maas": path, "industry": path, "open_source": path, "agent": path });
    let mut model = json!({
        "format": "assay.model/1", "id": "shelf", "version": version,
        "sections": [{ "id": "part", "weight": 1 }],
        "aggregation": { "power": 0, "shift": 0.01 },
        "questions": list, "criteria": { "all": criterion },
        "paths": { "provide": paths, "adopt": paths },
    });
    if let (Some(model), Some(more)) = (model.as_object_mut(), more.as_object()) {
        model.extend(more.clone());
    }
    model.to_string()
}

fn first() -> String {
    shelf("1", &["p.a", "p.b", "p.c", "p.d"], &json!({}))
}

/// `p.b` is called `p.new`, the levels of `p.a` were cut anew, and `p.d` is gone.
fn second() -> String {
    let more = json!({ "renamed": { "p.b": "p.new" }, "levels": { "p.a": [0, 1, 1, 3, 4] } });
    shelf("2", &["p.a", "p.new", "p.c", "p.more"], &more)
}

/// The worker that makes the app work offline keeps files for longer than this journey lasts.
async fn reads_from_the_server(visitor: &Visitor) -> Outcome {
    visitor.devtools("Network.enable", json!({})).await?;
    let bypass = json!({ "bypass": true });
    visitor
        .devtools("Network.setBypassServiceWorker", bypass)
        .await?;
    Ok(())
}

async fn writes_a_note(visitor: &Visitor, question: &str, note: &str) -> Outcome {
    let fieldset = format!("fieldset[data-question='{question}']");
    visitor.press(&format!("{fieldset} summary")).await?;
    visitor.press(&format!("{fieldset} textarea")).await?;
    visitor.types(note).await
}

/// Four answers and two notes of version 1.
async fn begins(visitor: &Visitor) -> Outcome {
    visitor.open("?model=shelf.json#/s/part").await?;
    visitor.is_in("part").await?;
    for (question, answer) in [("p.a", "2"), ("p.b", "3"), ("p.c", "unknown"), ("p.d", "4")] {
        visitor.answers(question, answer).await?;
    }
    writes_a_note(visitor, "p.b", "of b").await?;
    writes_a_note(visitor, "p.d", "of d").await
}

async fn until_it_says(visitor: &Visitor, selector: &str, part: &str) -> Outcome {
    let script = format!(
        "return document.querySelector({selector:?})?.innerText.includes({part:?}) ?? false"
    );
    visitor.until(&format!("it says {part}"), &script).await
}

#[test]
fn what_was_begun_with_an_earlier_version_is_named_saved_and_copied() -> Outcome {
    let folder = SiteFolder::copy()?;
    folder.write("shelf.json", &first())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        reads_from_the_server(visitor).await?;
        begins(visitor).await?;
        folder.write("shelf.json", &second())?;
        for place in ["?model=shelf.json", "?model=shelf.json#/workspace"] {
            visitor.open(place).await?;
            visitor.sees("[data-earlier='1']").await?;
            let said = visitor.text("[data-earlier='1']").await?;
            for part in [
                "version 1",
                "4 answers",
                "2 notes",
                "“p.d”: level 4",
                "“of d”",
                "1 answer gets another level",
            ] {
                assert!(said.contains(part), "{place}: {part}: {said}");
            }
        }
        let saved = visitor
            .saves("[data-earlier] [data-action=export-json]")
            .await?;
        let saved: Value = serde_json::from_str(&saved)?;
        assert_eq!(saved["model"], json!({ "id": "shelf", "version": "1" }));
        assert_eq!(
            saved["answers"],
            json!({ "p.a": 2, "p.b": 3, "p.c": "unknown", "p.d": 4 })
        );
        assert_eq!(saved["notes"], json!({ "p.b": "of b", "p.d": "of d" }));
        visitor.open("?model=shelf.json").await?;
        visitor
            .press("[data-earlier] [data-action=copy-version]")
            .await?;
        visitor.is_on("review").await?;
        visitor.go("#/s/part").await?;
        visitor.is_in("part").await?;
        for (question, answer) in [
            ("p.a", "1"),
            ("p.new", "3"),
            ("p.c", "unknown"),
            ("p.more", ""),
        ] {
            assert_eq!(visitor.answer(question).await?, answer, "{question}");
        }
        // It was asked about once; among one's assessments the original stays.
        visitor.go("#/").await?;
        visitor.is_on("start").await?;
        visitor.sees("[data-action=continue]").await?;
        assert_eq!(
            visitor.count("[data-earlier]").await?,
            0,
            "on the start page"
        );
        visitor.go("#/workspace").await?;
        visitor.sees("[data-earlier='1']").await?;
        visitor.press("[data-earlier] [data-action=delete]").await?;
        visitor.press("dialog [data-action=confirm]").await?;
        visitor.sees_no("[data-earlier]").await?;
        assert_eq!(visitor.count(".assessments li").await?, 1, "the copy stays");
        Ok(())
    })
}

#[test]
fn what_was_begun_with_an_earlier_version_is_named_in_chinese() -> Outcome {
    let folder = SiteFolder::copy()?;
    folder.write("shelf.json", &first())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        reads_from_the_server(visitor).await?;
        begins(visitor).await?;
        folder.write("shelf.json", &second())?;
        visitor.open("?model=shelf.json&lang=zh-CN").await?;
        visitor.sees("[data-earlier='1']").await?;
        let said = visitor.text("[data-earlier='1']").await?;
        assert!(said.contains("用第 1 版开始，4 个回答，2 条备注"), "{said}");
        Ok(())
    })
}

#[test]
fn the_standard_questionnaire_names_an_earlier_version_too() -> Outcome {
    let head = r#"={"format":"assay.assessment/1","model":{"id":"standard","version":"0"},"depth":"full","profile":{"name":"Early","stance":"adopt"},"answers":{}}"#;
    let put = "for (const [key, value] of Object.entries(arguments[0])) localStorage.setItem('assay/kept/' + key, value)";
    Journey::new().run(async |visitor| {
        visitor.open("#/about").await?;
        let records = json!({ "a/k0/head": head, "a/k0/q/data.domain": "=3", "a/k0/q/data.gone": "=1", "current/standard@0": "=k0" });
        visitor.script(put, vec![records]).await?;
        visitor.open("").await?;
        visitor.sees("[data-earlier='0']").await?;
        let said = visitor.text("[data-earlier='0']").await?;
        assert!(said.contains("Early") && said.contains("2 answers") && said.contains("data.gone"), "{said}");
        visitor.press("[data-earlier] [data-action=copy-version]").await?;
        visitor.is_on("review").await?;
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        assert_eq!(visitor.answer("data.domain").await?, "3");
        Ok(())
    })
}

fn member(name: &str, answers: &Value) -> String {
    json!({
        "format": "assay.assessment/1", "model": { "id": "shelf", "version": "1" },
        "profile": { "name": name, "stance": "adopt" }, "answers": answers,
    })
    .to_string()
}

#[test]
fn a_team_of_an_earlier_version_is_taken_over_and_a_later_file_is_copied() -> Outcome {
    let folder = SiteFolder::copy()?;
    folder.write("shelf.json", &first())?;
    folder.write(
        "ann.json",
        &member("Ann", &json!({ "p.a": 2, "p.b": 1, "p.d": 3 })),
    )?;
    folder.write("bo.json", &member("Bo", &json!({ "p.a": 4, "p.b": 3 })))?;
    folder.write("cy.json", &member("Cy", &json!({ "p.a": 0, "p.d": 3 })))?;
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    Journey::new().folder(folder.path()).run(async |visitor| {
        reads_from_the_server(visitor).await?;
        visitor.open("?model=shelf.json#/team").await?;
        let both = format!("{}\n{}", at("ann.json"), at("bo.json"));
        visitor.chooses_file("[data-action=import]", &both).await?;
        visitor.sees("[data-members='2']").await?;
        folder.write("shelf.json", &second())?;
        visitor.open("?model=shelf.json#/team").await?;
        visitor.sees("[data-earlier='1']").await?;
        let said = visitor.text("[data-earlier='1']").await?;
        assert!(
            said.contains("2 people") && said.contains("Ann: “p.d”: level 3"),
            "{said}"
        );
        visitor.press("[data-action=copy-team]").await?;
        visitor.sees("[data-members='2']").await?;
        visitor.sees_no("[data-earlier]").await?;
        visitor
            .chooses_file("[data-action=import]", &at("cy.json"))
            .await?;
        visitor.sees("[data-copies='1']").await?;
        let offer = visitor.text("[data-copies]").await?;
        assert!(
            offer.contains("version 1") && offer.contains("“p.d”: level 3"),
            "{offer}"
        );
        visitor.press("[data-action=add-copy]").await?;
        visitor.sees("[data-members='3']").await?;
        visitor.reload().await?;
        visitor.sees("[data-members='3']").await?;
        assert_eq!(visitor.count("[data-earlier]").await?, 0, "offered again");
        Ok(())
    })
}

/// Makes an invitation to everything, and gives its part behind `#`.
async fn invites(visitor: &Visitor) -> Outcome<String> {
    visitor.open("?model=shelf.json#/invite").await?;
    visitor.is_on("invite").await?;
    let there = "return document.querySelector('[data-share-link]').value";
    visitor.until("there is a link", there).await?;
    let link = visitor.value("[data-share-link]").await?;
    Ok(link
        .split_once('#')
        .map(|(_, place)| format!("#{place}"))
        .unwrap_or_default())
}

#[test]
fn an_invitation_of_an_earlier_version_names_what_was_begun_for_it() -> Outcome {
    let folder = SiteFolder::copy()?;
    folder.write("shelf.json", &first())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        reads_from_the_server(visitor).await?;
        let place = invites(visitor).await?;
        visitor.open(&format!("?model=shelf.json{place}")).await?;
        visitor.press("[data-action=begin]").await?;
        visitor.is_on("profile").await?;
        visitor.go("#/s/part").await?;
        visitor.is_in("part").await?;
        visitor.answers("p.a", "3").await?;
        visitor.go("#/results").await?;
        visitor.is_on("results").await?;
        let reply = visitor.value("[data-reply-link]").await?;
        folder.write("shelf.json", &second())?;
        visitor.open(&format!("?model=shelf.json{place}")).await?;
        visitor.sees("[data-earlier='1']").await?;
        until_it_says(visitor, "main", "1 answer").await?;
        until_it_says(visitor, "main", "version 2").await?;
        // The reply that was sent is of the earlier version, too.
        visitor.open("?model=shelf.json#/team").await?;
        pastes(visitor, &reply).await?;
        visitor.sees("[data-refused='1']").await?;
        let refused = visitor.text(".faults").await?;
        assert!(
            refused.contains("version 1") && refused.contains("file"),
            "{refused}"
        );
        Ok(())
    })
}

#[test]
fn a_comparison_says_what_belongs_to_an_earlier_version() -> Outcome {
    let folder = SiteFolder::copy()?;
    folder.write("shelf.json", &first())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        reads_from_the_server(visitor).await?;
        begins(visitor).await?;
        visitor.go("#/compare").await?;
        visitor.press("[data-action=pick]").await?;
        visitor.sees("[data-compared]").await?;
        folder.write("shelf.json", &second())?;
        visitor.open("?model=shelf.json#/compare").await?;
        visitor.sees("[data-earlier]").await?;
        let said = visitor.text("[data-earlier]").await?;
        assert!(
            said.contains("1 of your assessments") && said.contains("1 result"),
            "{said}"
        );
        Ok(())
    })
}
