//! The starter for questionnaires other than the standard one: it begins without the full program, and
//! leaves to it what it cannot show.

use assay_journeys::{Gate, Journey, Outcome, SiteFolder, Visitor};
use serde_json::{Value, json};

const SECTION: &str = "?lang=en&model=office.json#/s/work";

/// A questionnaire of two sections. The second question is hidden until the first is at level 2.
fn office(texts: &Value) -> String {
    let path = json!({ "all": { "weight": 1 } });
    let paths = json!({ "maas": path, "industry": path, "open_source": path, "agent": path });
    let question = |id: &str, section: &str| json!({ "id": id, "section": section, "topic": "t", "weight": 1, "quick": true });
    let hidden = json!({
        "id": "work.second", "section": "work", "topic": "t", "weight": 1, "quick": true,
        "visible_if": { "question": "work.first", "at_least": 2 },
    });
    json!({
        "format": "assay.model/1", "id": "office", "version": "3",
        "sections": [{ "id": "work", "weight": 1 }, { "id": "rest", "weight": 1 }],
        "aggregation": { "power": 0, "shift": 0.01 },
        "questions": [question("work.first", "work"), hidden, question("rest.first", "rest")],
        "criteria": { "all": { "work.first": 1, "rest.first": 1 } },
        "paths": { "provide": paths, "adopt": paths },
        "texts": texts,
    })
    .to_string()
}

/// Wording with a title of its own. All other texts are ids.
fn wording(title: &str) -> Value {
    let levels = ["a", "b", "c", "d", "e"];
    let question = |text: &str| json!({ "text": text, "help": "", "levels": levels });
    let path = json!({ "title": "Path", "summary": "" });
    let section = json!({ "title": title, "intro": "" });
    json!({
        "title": title, "sections": { "work": section, "rest": section }, "topics": { "t": "T" },
        "questions": {
            "work.first": question(title), "work.second": question("Then?"), "rest.first": question("And?"),
        },
        "criteria": { "all": "All" },
        "paths": { "maas": path, "industry": path, "open_source": path, "agent": path },
    })
}

fn site_with_office(texts: &Value) -> Outcome<SiteFolder> {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("office.json", &office(texts))?;
    Ok(folder)
}

/// Runs while the full program does not arrive.
fn run_before_full(
    folder: &SiteFolder,
    steps: impl AsyncFnOnce(&Visitor, &Gate) -> Outcome,
) -> Outcome {
    let gate = Gate::holding_requests(folder.path(), "assay-full")?;
    Journey::new()
        .at_address(gate.address())
        .without_load_wait()
        .run(async |visitor| steps(visitor, &gate).await)
}

#[test]
fn answers_before_the_full_program_has_arrived_are_stored_and_in_the_result() -> Outcome {
    let folder = site_with_office(&json!({ "en": wording("Office") }))?;
    run_before_full(&folder, async |visitor, gate| {
        visitor.open("?lang=en&model=office.json").await?;
        visitor.wait_for_page("start").await?;
        let page = visitor.text("main").await?;
        assert!(page.contains("3 questions, about"), "{page}");
        assert_eq!(visitor.count_visible(".certificate, .companies").await?, 0);
        visitor
            .press("[data-action=start][data-depth=full]")
            .await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("input[name=name]").await?;
        visitor.type_keys("Acme").await?;
        visitor.press("[data-action=next]").await?;
        visitor.wait_for_section("work").await?;
        assert_eq!(visitor.visible_questions().await?, ["work.first"]);
        visitor.choose_answer("work.first", "3").await?;
        visitor.choose_answer("work.second", "1").await?;
        visitor.reload().await?;
        visitor.wait_for_section("work").await?;
        assert_eq!(visitor.shown_answer("work.first").await?, "3");
        assert_eq!(visitor.shown_answer("work.second").await?, "1");
        visitor.go_to_hash("#/s/rest").await?;
        visitor.wait_for_section("rest").await?;
        visitor.choose_answer("rest.first", "3").await?;
        visitor.press(".sticky [data-action=results]").await?;
        visitor.wait_visible(".notice").await?;
        visitor.wait_for_section("rest").await?;
        visitor.choose_answer("rest.first", "4").await?;
        gate.release();
        visitor.wait_for_page("results").await?;
        assert!(
            visitor.has_focus("main h1").await?,
            "{}",
            visitor.describe_focus().await?
        );
        assert_eq!(visitor.count_requests("office.json").await?, 1);
        visitor.go_to_section("work").await?;
        assert_eq!(visitor.shown_answer("work.second").await?, "1");
        visitor.go_to_section("rest").await?;
        assert_eq!(visitor.shown_answer("rest.first").await?, "4");
        visitor.reload().await?;
        visitor.wait_for_section("rest").await?;
        assert_eq!(visitor.shown_answer("rest.first").await?, "4");
        visitor.go_to_hash("#/profile").await?;
        visitor.wait_for_page("profile").await?;
        assert_eq!(visitor.value("input[name=name]").await?, "Acme");
        Ok(())
    })
}

#[test]
fn another_language_of_the_file_shows_and_a_missing_one_is_named() -> Outcome {
    let folder = site_with_office(&json!({ "en": wording("Office"), "zh-CN": wording("办公") }))?;
    run_before_full(&folder, async |visitor, _| {
        visitor.open(SECTION).await?;
        visitor.choose_answer("work.first", "1").await?;
        visitor.wait_hidden("[data-wording]").await?;
        visitor.choose_language("zh-CN").await?;
        visitor
            .wait_until(
                "the wording is Chinese",
                "return document.querySelector('h1').textContent.includes('办公')",
            )
            .await?;
        visitor.wait_hidden("[data-wording]").await?;
        visitor.choose_language("de").await?;
        visitor.wait_visible("[data-wording]").await?;
        let notice = visitor.text("[data-wording]").await?;
        assert!(notice.contains("Englisch"), "{notice}");
        assert_eq!(visitor.attribute("fieldset legend", "lang").await?, "en");
        assert_eq!(visitor.shown_answer("work.first").await?, "1");
        Ok(())
    })
}

#[test]
fn faults_of_wording_are_listed_by_the_full_program_and_the_answers_stay() -> Outcome {
    let mut faulty = wording("办公");
    faulty["questions"]["rest.first"]["levels"] = json!(["a"]);
    let folder = site_with_office(&json!({ "en": wording("Office"), "zh-CN": faulty }))?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open(SECTION).await?;
        visitor.choose_answer("work.first", "2").await?;
        visitor.choose_language("zh-CN").await?;
        visitor.wait_visible("[data-wording] .faults li").await?;
        visitor.wait_for_section("work").await?;
        assert_eq!(visitor.text("main h1").await?, "Office");
        assert_eq!(visitor.shown_answer("work.first").await?, "2");
        visitor.choose_answer("work.second", "0").await?;
        visitor.reload().await?;
        visitor.wait_for_section("work").await?;
        assert_eq!(visitor.shown_answer("work.second").await?, "0");
        Ok(())
    })
}

#[test]
fn where_this_starter_cannot_be_loaded_the_full_program_begins() -> Outcome {
    let folder = site_with_office(&json!({ "en": wording("Office") }))?;
    folder.break_programs("assay-own")?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open(SECTION).await?;
        visitor.wait_for_section("work").await?;
        visitor.choose_answer("work.first", "4").await
    })
}

#[test]
fn the_address_of_another_page_and_a_version_of_the_standard_questionnaire_get_the_full_program()
-> Outcome {
    let folder = site_with_office(&json!({ "en": wording("Office") }))?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        for (place, page) in [
            ("model=office.json#/about", "about"),
            ("model=standard@1", "start"),
            ("embed=1&model=office.json#/s/work", "section"),
        ] {
            visitor.open(&format!("?lang=en&{place}")).await?;
            visitor.wait_for_page(page).await?;
            assert_eq!(visitor.count_requests("assay-own").await?, 0, "{place}");
        }
        visitor.open(SECTION).await?;
        assert_eq!(visitor.count_requests("assay-own").await?, 2);
        assert_eq!(visitor.count_requests("assay-web").await?, 0);
        assert_eq!(visitor.count_requests("models/").await?, 0);
        Ok(())
    })
}

#[test]
fn a_questionnaire_that_was_opened_twice_is_answered_offline() -> Outcome {
    let folder = site_with_office(&json!({ "en": wording("Office") }))?;
    // Requests to the stopped server fail.
    Journey::new().folder(folder.path()).allowing_message("net::ERR_").run(async |visitor| {
        visitor.open(SECTION).await?;
        visitor.choose_answer("work.first", "3").await?;
        let kept = "return navigator.serviceWorker.ready.then(r => r.active.state === 'activated' && Boolean(navigator.serviceWorker.controller))";
        visitor.wait_until("the site is kept", kept).await?;
        visitor.reload().await?;
        visitor.wait_for_section("work").await?;
        visitor.stop_server();
        visitor.reload().await?;
        visitor.wait_for_section("work").await?;
        assert_eq!(visitor.shown_answer("work.first").await?, "3");
        visitor.choose_answer("work.second", "2").await?;
        visitor.go_to_page("results").await
    })
}
