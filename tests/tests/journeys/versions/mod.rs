//! A new version of a questionnaire replaces the previous one: assessments.

mod shared;

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};
use serde_json::{Map, Value, json};

/// A questionnaire of one section with these questions.
fn model_json(version: &str, questions: &[&str], more: &Value) -> String {
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

fn first_version() -> String {
    model_json("1", &["p.a", "p.b", "p.c", "p.d"], &json!({}))
}

/// `p.b` is renamed to `p.new`, the levels of `p.a` change, and `p.d` is removed.
fn second_version() -> String {
    let more = json!({ "renamed": { "p.b": "p.new" }, "levels": { "p.a": [0, 1, 1, 3, 4] } });
    model_json("2", &["p.a", "p.new", "p.c", "p.more"], &more)
}

/// Otherwise the service worker would serve the previous version.
async fn bypass_service_worker(visitor: &Visitor) -> Outcome {
    visitor.send_devtools("Network.enable", json!({})).await?;
    let bypass = json!({ "bypass": true });
    visitor
        .send_devtools("Network.setBypassServiceWorker", bypass)
        .await?;
    Ok(())
}

async fn write_note(visitor: &Visitor, question: &str, note: &str) -> Outcome {
    let fieldset = format!("fieldset[data-question='{question}']");
    visitor.press(&format!("{fieldset} [data-note]")).await?;
    visitor.press(&format!("{fieldset} textarea")).await?;
    visitor.type_keys(note).await
}

/// Gives four answers and two notes in version 1.
async fn begin_first_version(visitor: &Visitor) -> Outcome {
    visitor.open("?model=shelf.json#/s/part").await?;
    visitor.wait_for_section("part").await?;
    for (question, answer) in [("p.a", "2"), ("p.b", "3"), ("p.c", "unknown"), ("p.d", "4")] {
        visitor.choose_answer(question, answer).await?;
    }
    write_note(visitor, "p.b", "of b").await?;
    write_note(visitor, "p.d", "of d").await
}

/// Gives the answers of version 1, then replaces it by version 2.
async fn replace_begun_version(visitor: &Visitor, folder: &SiteFolder) -> Outcome {
    bypass_service_worker(visitor).await?;
    begin_first_version(visitor).await?;
    folder.write("shelf.json", &second_version())
}

async fn wait_for_text(visitor: &Visitor, selector: &str, part: &str) -> Outcome {
    let script = format!(
        "return document.querySelector({selector:?})?.innerText.includes({part:?}) ?? false"
    );
    visitor
        .wait_until(&format!("it says {part}"), &script)
        .await
}

/// Saves the assessment of version 1 and compares the file.
async fn check_saved_first_version(visitor: &Visitor) -> Outcome {
    let saved = visitor
        .save_text_file("[data-earlier] [data-action=export-json]")
        .await?;
    let saved: Value = serde_json::from_str(&saved)?;
    assert_eq!(
        saved.get("model"),
        Some(&json!({ "id": "shelf", "version": "1" }))
    );
    assert_eq!(
        saved.get("answers"),
        Some(&json!({ "p.a": 2, "p.b": 3, "p.c": "unknown", "p.d": 4 }))
    );
    assert_eq!(
        saved.get("notes"),
        Some(&json!({ "p.b": "of b", "p.d": "of d" }))
    );
    Ok(())
}

/// Checks what the start page says of the assessment of version 1.
async fn check_named_first_version(visitor: &Visitor) -> Outcome {
    visitor.wait_visible("[data-earlier='1']").await?;
    let notice = visitor.text("[data-earlier='1']").await?;
    for part in [
        "version 1",
        "4 answers",
        "2 notes",
        "“p.d”: level 4",
        "“of d”",
        "1 answer gets another level",
    ] {
        assert!(notice.contains(part), "{part}: {notice}");
    }
    Ok(())
}

/// Copies the assessment of version 1 into version 2 and compares the answers.
async fn copy_first_version(visitor: &Visitor) -> Outcome {
    visitor.open("?model=shelf.json").await?;
    visitor
        .press("[data-earlier] [data-action=copy-version]")
        .await?;
    visitor.wait_for_page("review").await?;
    visitor.go_to_section("part").await?;
    for (question, answer) in [
        ("p.a", "1"),
        ("p.new", "3"),
        ("p.c", "unknown"),
        ("p.more", ""),
    ] {
        assert_eq!(visitor.shown_answer(question).await?, answer, "{question}");
    }
    Ok(())
}

#[test]
fn an_assessment_of_an_earlier_version_is_named_saved_and_copied() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("shelf.json", &first_version())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        replace_begun_version(visitor, &folder).await?;
        visitor.open("?model=shelf.json").await?;
        check_named_first_version(visitor).await?;
        check_saved_first_version(visitor).await?;
        visitor.open("?model=shelf.json#/workspace").await?;
        visitor.wait_visible("[data-earlier='1']").await?;
        check_saved_first_version(visitor).await?;
        copy_first_version(visitor).await?;
        // After the copy the start page no longer names the original; the list of assessments does.
        visitor.go_to_page("start").await?;
        visitor.wait_visible("[data-action=continue]").await?;
        visitor.wait_for_database().await?;
        assert_eq!(
            visitor.count_visible("[data-earlier]").await?,
            0,
            "on the start page"
        );
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_visible("[data-earlier='1']").await?;
        visitor
            .choose_row_action("[data-earlier]", "delete")
            .await?;
        visitor.wait_hidden("[data-earlier]").await?;
        assert_eq!(
            visitor.count_visible(".assessments tbody tr").await?,
            1,
            "the copy stays"
        );
        Ok(())
    })
}

#[test]
fn what_was_begun_with_an_earlier_version_is_named_in_chinese() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("shelf.json", &first_version())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        replace_begun_version(visitor, &folder).await?;
        visitor.open("?model=shelf.json&lang=zh-CN").await?;
        visitor.wait_visible("[data-earlier='1']").await?;
        let notice = visitor.text("[data-earlier='1']").await?;
        assert!(
            notice.contains("用第 1 版开始，4 个回答，2 条备注"),
            "{notice}"
        );
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
        visitor.run_script(put, vec![records]).await?;
        visitor.open("").await?;
        visitor.wait_visible("[data-earlier='0']").await?;
        let notice = visitor.text("[data-earlier='0']").await?;
        assert!(notice.contains("Early") && notice.contains("2 answers") && notice.contains("data.gone"), "{notice}");
        visitor.press("[data-earlier] [data-action=copy-version]").await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "3");
        Ok(())
    })
}
