//! The agreed assessment of a team.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor, assessment_json};
use serde_json::{Value, json};

use super::{import_five_people, wait_for_members};

/// Saves the agreed assessment and returns it as a file.
async fn save_agreed_assessment(visitor: &Visitor) -> Outcome<Value> {
    visitor.press("[data-action=save-agreed]").await?;
    visitor.wait_for_page("results").await?;
    let saved = visitor
        .save_text_file("main [data-action=export-json]")
        .await?;
    Ok(serde_json::from_str(&saved)?)
}

#[test]
fn agreed_answers_stay_and_become_an_assessment() -> Outcome {
    let folder = SiteFolder::empty()?;
    Journey::new().run(async |visitor| {
        import_five_people(visitor, &folder).await?;
        let first = "[data-discuss] fieldset:first-child";
        assert_eq!(visitor.count_visible("[data-discuss] > fieldset").await?, 5);
        let question = visitor.attribute(first, "data-settle").await?;
        visitor
            .press(&format!("{first} label:has(input[value='3'])"))
            .await?;
        visitor
            .wait_visible(&format!("{first} [data-settled='3']"))
            .await?;
        visitor.wait_visible("[data-settled-count='1']").await?;
        visitor.press("input[name=rest][value=middle]").await?;
        visitor.reload().await?;
        wait_for_members(visitor, 5).await?;
        visitor
            .wait_visible(&format!("{first} [data-settled='3']"))
            .await?;
        let file = save_agreed_assessment(visitor).await?;
        assert_eq!(file["answers"][&question], 3);
        assert_eq!(
            file["answers"].as_object().map(serde_json::Map::len),
            Some(46)
        );
        assert_eq!(file["given_by"].get(&question), None, "the group gave it");
        visitor.press("[data-action=share]").await?;
        visitor.wait_visible("[data-share-link]").await?;
        visitor.go_to_hash("#/team").await?;
        wait_for_members(visitor, 5).await?;
        visitor
            .press(&format!("{first} [data-action=unsettle]"))
            .await?;
        visitor.wait_visible("[data-settled-count='0']").await?;
        assert!(visitor.has_focus("[data-discuss] input").await?);
        visitor.press("[data-action=clear-team]").await?;
        visitor.press("dialog [data-action=confirm]").await?;
        visitor.wait_hidden("[data-members]").await
    })
}

#[test]
fn answers_to_different_sections_are_joined_with_their_authors() -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write(
        "cto.json",
        &assessment_json("CTO", &["compute"], 2)?.to_string(),
    )?;
    let mut cfo = assessment_json("CFO", &["strategy"], 1)?;
    cfo["answers"]["compute.elasticity"] = json!(4);
    folder.write("cfo.json", &cfo.to_string())?;
    let files = format!(
        "{}\n{}",
        folder.file_path("cto.json"),
        folder.file_path("cfo.json")
    );
    Journey::new().run(async |visitor| {
        visitor.open("#/team").await?;
        visitor.choose_file("[data-action=import]", &files).await?;
        wait_for_members(visitor, 2).await?;
        // The only question with two different answers.
        assert_eq!(visitor.count_visible("[data-discuss] > fieldset").await?, 1);
        let conflict = visitor
            .attribute("[data-discuss] > fieldset", "data-settle")
            .await?;
        assert_eq!(conflict, "compute.elasticity");
        let discussion = visitor.text("[data-discuss]").await?;
        assert!(
            discussion.contains("CTO") && discussion.contains("CFO"),
            "{discussion}"
        );
        let file = save_agreed_assessment(visitor).await?;
        assert_eq!(file["given_by"]["strategy.conviction"], "CFO");
        assert_eq!(file["given_by"]["compute.supply"], "CTO");
        assert_eq!(
            file["answers"].get("compute.elasticity"),
            None,
            "open until settled"
        );
        // The names of who answered are stored until an answer changes.
        visitor.reload().await?;
        let again = visitor
            .save_text_file("main [data-action=export-json]")
            .await?;
        let again: Value = serde_json::from_str(&again)?;
        assert_eq!(again["given_by"], file["given_by"]);
        visitor.go_to_hash("#/s/compute").await?;
        visitor.choose_answer("compute.supply", "4").await?;
        visitor.go_to_hash("#/results").await?;
        let changed = visitor
            .save_text_file("main [data-action=export-json]")
            .await?;
        let changed: Value = serde_json::from_str(&changed)?;
        assert_eq!(changed["given_by"].get("compute.supply"), None);
        Ok(())
    })
}

#[test]
fn with_hidden_names_the_agreed_assessment_names_nobody() -> Outcome {
    let folder = SiteFolder::empty()?;
    for (name, section) in [("Quill", "compute"), ("Umber", "strategy")] {
        let file = assessment_json(name, &[section], 2)?;
        folder.write(&format!("{name}.json"), &file.to_string())?;
    }
    let files = ["Quill.json", "Umber.json"].map(|name| folder.file_path(name));
    Journey::new().run(async |visitor| {
        visitor.open("#/team").await?;
        visitor
            .choose_file("[data-action=import]", &files.join("\n"))
            .await?;
        wait_for_members(visitor, 2).await?;
        visitor.press("input[name=hide-names]").await?;
        visitor
            .wait_until(
                "no name shows",
                "return !/Quill|Umber/.test(document.querySelector('main').innerText)",
            )
            .await?;
        let file = save_agreed_assessment(visitor).await?.to_string();
        assert!(file.contains("compute.supply"), "{file}");
        assert!(!file.contains("Quill") && !file.contains("Umber"), "{file}");
        Ok(())
    })
}
