//! Several copies of one person's answers in a team.

use assay_journeys::{Journey, Outcome, SiteFolder, assessment_json};
use serde_json::json;

use super::wait_for_members;

#[test]
fn a_later_copy_of_a_person_is_asked_about_and_replaces_the_earlier_one_by_default() -> Outcome {
    let folder = SiteFolder::empty()?;
    for (file, day, base) in [
        ("early.json", "2026-11-01T09:00:00Z", 1),
        ("late.json", "2026-11-20T09:00:00Z", 2),
    ] {
        let mut copy = assessment_json("Ann", &["data"], base)?;
        copy["updated"] = json!(day);
        folder.write(file, &copy.to_string())?;
    }
    let field = "[data-action=import]";
    Journey::new().run(async |visitor| {
        visitor.open("#/team").await?;
        visitor
            .choose_file(field, &folder.file_path("early.json"))
            .await?;
        wait_for_members(visitor, 1).await?;
        visitor
            .choose_file(field, &folder.file_path("late.json"))
            .await?;
        visitor.wait_visible("[data-doubts='1']").await?;
        let question = visitor.text("[data-doubts]").await?;
        for part in ["Ann", "1 November 2026", "20 November 2026"] {
            assert!(question.contains(part), "{part}: {question}");
        }
        let default = visitor
            .attribute("[data-doubts] button", "data-action")
            .await?;
        assert_eq!(default, "take-new", "the later day");
        visitor
            .press("[data-doubts] [data-action=take-new]")
            .await?;
        visitor.wait_hidden("[data-doubts]").await?;
        wait_for_members(visitor, 1).await?;
        // The later copy is the member now.
        visitor
            .choose_file(field, &folder.file_path("late.json"))
            .await?;
        visitor.wait_visible("[data-refused='1']").await?;
        let refused = visitor.text(".faults").await?;
        assert!(refused.contains("in the team already"), "{refused}");
        wait_for_members(visitor, 1).await
    })
}
