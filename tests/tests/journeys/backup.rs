//! A backup of everything in one file, and its restoration.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};
use serde_json::{Value, json};

const STATUS: &str = "[data-backup] p";

async fn delete_everything(visitor: &Visitor) -> Outcome {
    visitor.delete_everything().await?;
    visitor.wait_for_page("start").await
}

/// Answers a question of the section "data", which also changes the stored time.
async fn answer_in_data(visitor: &Visitor, question: &str, answer: &str) -> Outcome {
    visitor.go_to_section("data").await?;
    visitor.choose_answer(question, answer).await
}

#[test]
fn a_backup_restores_everything_after_all_was_deleted() -> Outcome {
    let folder = SiteFolder::empty()?;
    let file = folder.file_path("backup.json");
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.access", "2")]).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_visible(".assessments tbody tr").await?;
        let saved = visitor.save_text_file("[data-action=backup]").await?;
        let read: Value = serde_json::from_str(&saved)?;
        assert_eq!(read["format"], "assay.backup/1");
        folder.write("backup.json", &saved)?;
        delete_everything(visitor).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.choose_file("[data-action=restore]", &file).await?;
        visitor.wait_visible(".assessments tbody tr").await?;
        visitor.wait_visible(STATUS).await?;
        assert_eq!(visitor.text(STATUS).await?, "1 assessment was added.");
        visitor.press(".assessments [data-action=open]").await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.access").await?, "2");
        visitor.go_to_hash("#/workspace").await?;
        visitor.choose_file("[data-action=restore]", &file).await?;
        visitor.wait_visible(STATUS).await?;
        assert!(visitor.text(STATUS).await?.contains("here already"));
        Ok(())
    })
}

#[test]
fn newer_work_is_named_and_stays_unless_its_replacement_is_marked() -> Outcome {
    let folder = SiteFolder::empty()?;
    let file = folder.file_path("backup.json");
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.access", "2")]).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.wait_visible(".assessments tbody tr").await?;
        folder.write(
            "backup.json",
            &visitor.save_text_file("[data-action=backup]").await?,
        )?;
        answer_in_data(visitor, "data.access", "4").await?;
        visitor.choose_answer("data.domain", "1").await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.choose_file("[data-action=restore]", &file).await?;
        visitor.wait_visible("[data-conflict]").await?;
        assert_eq!(visitor.text(STATUS).await?, "Nothing was added.");
        visitor.press("[data-action=replace]").await?;
        visitor.wait_hidden("[data-conflict]").await?;
        visitor.go_to_section("data").await?;
        assert_eq!(
            visitor.shown_answer("data.access").await?,
            "4",
            "nothing was marked"
        );
        visitor.go_to_hash("#/workspace").await?;
        visitor.choose_file("[data-action=restore]", &file).await?;
        visitor.press("[data-conflict]").await?;
        visitor.press("[data-action=replace]").await?;
        visitor.wait_hidden("[data-conflict]").await?;
        visitor.reload().await?;
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.access").await?, "2");
        assert_eq!(
            visitor.shown_answer("data.domain").await?,
            "",
            "states are not mixed"
        );
        Ok(())
    })
}

#[test]
fn a_damaged_assessment_is_named_and_the_others_are_restored() -> Outcome {
    let folder = SiteFolder::empty()?;
    let head = |name: &str| {
        let profile = json!({ "name": name, "stance": "adopt" });
        json!({ "format": "assay.assessment/1", "model": { "id": "standard", "version": "2" }, "profile": profile, "answers": {} }).to_string()
    };
    let damaged = head("Orion").replace("assay.assessment/1", "assay.other/1");
    let backup = json!({ "format": "assay.backup/1", "records": {
        "a/k1/head": head("Atlas"), "a/k1/q/data.domain": "3", "a/k2/head": damaged, "a/k2/q/data.domain": "1", "a/k3/q/data.domain": "1",
    } });
    folder.write("backup.json", &backup.to_string())?;
    Journey::new().run(async |visitor| {
        visitor.open("#/workspace").await?;
        visitor
            .choose_file("[data-action=restore]", &folder.file_path("backup.json"))
            .await?;
        visitor.wait_for_rows(1).await?;
        assert_eq!(visitor.text(STATUS).await?, "1 assessment was added.");
        let omitted = visitor.text("[data-omitted]").await?;
        for expected in [
            "2 parts could not be read",
            "Orion",
            "assay.other/1",
            "a/k3/",
        ] {
            assert!(omitted.contains(expected), "{expected}: {omitted}");
        }
        Ok(())
    })
}

#[test]
fn answers_without_their_assessment_are_not_backed_up_and_the_page_says_so() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.access", "2")]).await?;
        let put = "localStorage.setItem('assay/kept/a/lost/q/data.domain', '=3')";
        visitor.run_script(put, Vec::new()).await?;
        visitor.open("#/workspace").await?;
        visitor.wait_for_rows(1).await?;
        let saved = visitor.save_text_file("[data-action=backup]").await?;
        assert!(!saved.contains("a/lost"), "{saved}");
        let omitted = visitor.text("[data-omitted]").await?;
        assert!(
            omitted.contains("1 part") && omitted.contains("a/lost/"),
            "{omitted}"
        );
        Ok(())
    })
}

#[test]
fn a_file_that_is_no_backup_is_refused_with_the_place_and_changes_nothing() -> Outcome {
    let folder = SiteFolder::empty()?;
    let bad = json!({ "format": "assay.backup/1", "records": { "a/k/q/x": "9", "elsewhere": "" } });
    folder.write("bad.json", &bad.to_string())?;
    folder.write("other.json", r#"{"format": "assay.assessment/1"}"#)?;
    Journey::new().run(async |visitor| {
        for (lang, name, place) in [
            ("en", "bad.json", "records[\"a/k/q/x\"]"),
            ("zh-CN", "bad.json", "records[\"a/k/q/x\"]"),
            ("en", "other.json", "format"),
        ] {
            visitor.open(&format!("?lang={lang}#/workspace")).await?;
            visitor
                .choose_file("[data-action=restore]", &folder.file_path(name))
                .await?;
            visitor.wait_visible(".faults li").await?;
            let faults = visitor.text(".faults").await?;
            assert!(faults.contains(place), "{lang}: {faults}");
        }
        visitor.wait_for_database().await?;
        visitor.stays_hidden(".assessments tbody tr").await
    })
}
