//! A new version of a questionnaire: teams, invitations and comparisons.

use crate::team::paste_text;
use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};
use serde_json::{Value, json};

use super::{
    begin_first_version, bypass_service_worker, first_version, second_version, wait_for_text,
};

fn member_json(name: &str, answers: &Value) -> String {
    json!({
        "format": "assay.assessment/1", "model": { "id": "shelf", "version": "1" },
        "profile": { "name": name, "stance": "adopt" }, "answers": answers,
    })
    .to_string()
}

/// Adds the copy of a file of version 1 after the offer has named what it loses.
async fn add_offered_copy(visitor: &Visitor) -> Outcome {
    visitor.wait_visible("[data-copies='1']").await?;
    let offer = visitor.text("[data-copies]").await?;
    assert!(
        offer.contains("version 1") && offer.contains("“p.d”: level 3"),
        "{offer}"
    );
    visitor.press("[data-action=add-copy]").await
}

#[test]
fn a_team_of_an_earlier_version_is_copied_and_so_is_a_later_file() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("shelf.json", &first_version())?;
    folder.write(
        "ann.json",
        &member_json("Ann", &json!({ "p.a": 2, "p.b": 1, "p.d": 3 })),
    )?;
    folder.write(
        "bo.json",
        &member_json("Bo", &json!({ "p.a": 4, "p.b": 3 })),
    )?;
    folder.write(
        "cy.json",
        &member_json("Cy", &json!({ "p.a": 0, "p.d": 3 })),
    )?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        bypass_service_worker(visitor).await?;
        visitor.open("?model=shelf.json#/team").await?;
        let both = format!(
            "{}\n{}",
            folder.file_path("ann.json"),
            folder.file_path("bo.json")
        );
        visitor.choose_file("[data-action=import]", &both).await?;
        visitor.wait_visible("[data-members='2']").await?;
        folder.write("shelf.json", &second_version())?;
        visitor.open("?model=shelf.json#/team").await?;
        visitor.wait_visible("[data-earlier='1']").await?;
        let notice = visitor.text("[data-earlier='1']").await?;
        assert!(
            notice.contains("2 people") && notice.contains("Ann: “p.d”: level 3"),
            "{notice}"
        );
        visitor.press("[data-action=copy-team]").await?;
        visitor.wait_visible("[data-members='2']").await?;
        visitor.wait_hidden("[data-earlier]").await?;
        visitor
            .choose_file("[data-action=import]", &folder.file_path("cy.json"))
            .await?;
        add_offered_copy(visitor).await?;
        visitor.wait_visible("[data-members='3']").await?;
        visitor.reload().await?;
        visitor.wait_visible("[data-members='3']").await?;
        visitor.wait_for_database().await?;
        assert_eq!(
            visitor.count_visible("[data-earlier]").await?,
            0,
            "offered again"
        );
        Ok(())
    })
}

/// Creates an invitation to all sections and returns its address from `#` on.
async fn create_invitation(visitor: &Visitor) -> Outcome<String> {
    visitor.open("?model=shelf.json#/invite").await?;
    visitor.wait_for_page("invite").await?;
    let there = "return document.querySelector('[data-share-link]').value";
    visitor.wait_until("there is a link", there).await?;
    let link = visitor.value("[data-share-link]").await?;
    Ok(link
        .split_once('#')
        .map(|(_, place)| format!("#{place}"))
        .unwrap_or_default())
}

#[test]
fn an_invitation_of_an_earlier_version_names_what_was_begun_for_it() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("shelf.json", &first_version())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        bypass_service_worker(visitor).await?;
        let place = create_invitation(visitor).await?;
        visitor.open(&format!("?model=shelf.json{place}")).await?;
        visitor.press("[data-action=begin]").await?;
        visitor.wait_for_page("profile").await?;
        visitor.go_to_section("part").await?;
        visitor.choose_answer("p.a", "3").await?;
        visitor.go_to_page("results").await?;
        let reply = visitor.value("[data-reply-link]").await?;
        folder.write("shelf.json", &second_version())?;
        visitor.open(&format!("?model=shelf.json{place}")).await?;
        visitor.wait_visible("[data-earlier='1']").await?;
        wait_for_text(visitor, "main", "1 answer").await?;
        wait_for_text(visitor, "main", "version 2").await?;
        // The reply is of the earlier version too.
        visitor.open("?model=shelf.json#/team").await?;
        paste_text(visitor, &reply).await?;
        visitor.wait_visible("[data-refused='1']").await?;
        let refused = visitor.text(".faults").await?;
        assert!(
            refused.contains("version 1") && refused.contains("file"),
            "{refused}"
        );
        Ok(())
    })
}

#[test]
fn a_comparison_names_results_of_an_earlier_version() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("shelf.json", &first_version())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        bypass_service_worker(visitor).await?;
        begin_first_version(visitor).await?;
        visitor.go_to_hash("#/compare").await?;
        visitor.press("[data-action=pick]").await?;
        visitor.wait_visible("[data-compared]").await?;
        folder.write("shelf.json", &second_version())?;
        visitor.open("?model=shelf.json#/compare").await?;
        visitor.wait_visible("[data-earlier]").await?;
        let notice = visitor.text("[data-earlier]").await?;
        assert!(
            notice.contains("1 of your assessments") && notice.contains("1 result"),
            "{notice}"
        );
        Ok(())
    })
}

#[test]
fn a_file_of_an_earlier_version_is_copied_into_a_comparison() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("shelf.json", &second_version())?;
    let answers = json!({ "p.a": 2, "p.b": 1, "p.d": 3 });
    folder.write("ann.json", &member_json("Ann", &answers))?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open("?model=shelf.json#/compare").await?;
        visitor
            .choose_file("[data-action=import]", &folder.file_path("ann.json"))
            .await?;
        add_offered_copy(visitor).await?;
        visitor.wait_visible("[data-compared=A]").await?;
        visitor.wait_hidden("[data-copies]").await
    })
}
