//! Everything in one file, and back again.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};
use serde_json::{Value, json};

const STATUS: &str = "[data-backup] p";

async fn erases_everything(visitor: &Visitor) -> Outcome {
    visitor.go("#/about").await?;
    visitor.press("[data-action=delete-everything]").await?;
    visitor.press("dialog[open] [data-action=confirm]").await?;
    visitor.is_on("start").await
}

/// Answers a question, and changes the time that is stored, so that days differ.
async fn answers_in_data(visitor: &Visitor, question: &str, answer: &str) -> Outcome {
    visitor.go("#/s/data").await?;
    visitor.is_in("data").await?;
    visitor.answers(question, answer).await
}

#[test]
fn a_backup_brings_everything_back_after_all_was_deleted() -> Outcome {
    let folder = SiteFolder::empty()?;
    let file = folder
        .path()
        .join("backup.json")
        .to_string_lossy()
        .into_owned();
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.access", "2").await?;
        visitor.go("#/workspace").await?;
        visitor.sees(".assessments li").await?;
        let saved = visitor.saves("[data-action=backup]").await?;
        let read: Value = serde_json::from_str(&saved)?;
        assert_eq!(read["format"], "assay.backup/1");
        folder.write("backup.json", &saved)?;
        erases_everything(visitor).await?;
        visitor.go("#/workspace").await?;
        visitor.chooses_file("[data-action=restore]", &file).await?;
        visitor.sees(".assessments li").await?;
        visitor.sees(STATUS).await?;
        assert_eq!(visitor.text(STATUS).await?, "1 assessment was added.");
        visitor.press(".assessments [data-action=open]").await?;
        visitor.is_on("review").await?;
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        assert_eq!(visitor.answer("data.access").await?, "2");
        visitor.go("#/workspace").await?;
        visitor.chooses_file("[data-action=restore]", &file).await?;
        visitor.sees(STATUS).await?;
        assert!(visitor.text(STATUS).await?.contains("here already"));
        Ok(())
    })
}

#[test]
fn newer_work_is_named_and_stays_unless_its_replacement_is_marked() -> Outcome {
    let folder = SiteFolder::empty()?;
    let file = folder
        .path()
        .join("backup.json")
        .to_string_lossy()
        .into_owned();
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.access", "2").await?;
        visitor.go("#/workspace").await?;
        visitor.sees(".assessments li").await?;
        folder.write("backup.json", &visitor.saves("[data-action=backup]").await?)?;
        answers_in_data(visitor, "data.access", "4").await?;
        visitor.answers("data.domain", "1").await?;
        visitor.go("#/workspace").await?;
        visitor.chooses_file("[data-action=restore]", &file).await?;
        visitor.sees("[data-conflict]").await?;
        assert_eq!(visitor.text(STATUS).await?, "Nothing was added.");
        visitor.press("[data-action=replace]").await?;
        visitor.sees_no("[data-conflict]").await?;
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        assert_eq!(
            visitor.answer("data.access").await?,
            "4",
            "nothing was marked"
        );
        visitor.go("#/workspace").await?;
        visitor.chooses_file("[data-action=restore]", &file).await?;
        visitor.press("[data-conflict]").await?;
        visitor.press("[data-action=replace]").await?;
        visitor.sees_no("[data-conflict]").await?;
        visitor.reload().await?;
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        assert_eq!(visitor.answer("data.access").await?, "2");
        assert_eq!(
            visitor.answer("data.domain").await?,
            "",
            "states are not mixed"
        );
        Ok(())
    })
}

#[test]
fn a_file_that_is_no_backup_says_where_and_changes_nothing() -> Outcome {
    let folder = SiteFolder::empty()?;
    let bad = json!({ "format": "assay.backup/1", "records": { "a/k/q/x": "9", "elsewhere": "" } });
    folder.write("bad.json", &bad.to_string())?;
    folder.write("other.json", r#"{"format": "assay.assessment/1"}"#)?;
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    Journey::new().run(async |visitor| {
        for (lang, name, place) in [
            ("en", "bad.json", "records[\"a/k/q/x\"]"),
            ("zh-CN", "bad.json", "records[\"a/k/q/x\"]"),
            ("en", "other.json", "format"),
        ] {
            visitor.open(&format!("?lang={lang}#/workspace")).await?;
            visitor
                .chooses_file("[data-action=restore]", &at(name))
                .await?;
            visitor.sees(".faults li").await?;
            let said = visitor.text(".faults").await?;
            assert!(said.contains(place), "{lang}: {said}");
        }
        assert_eq!(visitor.count(".assessments li").await?, 0);
        Ok(())
    })
}
