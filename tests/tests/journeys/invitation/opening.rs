//! Opening invitations that cannot be answered here or are hostile.

use assay_journeys::{Journey, Outcome, invitation_payload, standard_model};
use serde_json::json;

use super::create_invitation;

#[test]
fn an_invitation_that_cannot_be_opened_is_reported_with_the_reason() -> Outcome {
    Journey::new().run(async |visitor| {
        let place = create_invitation(visitor, &["compute"], "hello", "").await?;
        let payload = place.strip_prefix("#/i/").unwrap().to_owned();
        let newer = format!("#/i/B{}", payload.get(1..).unwrap());
        for (place, reason) in [
            (place.get(..place.len() - 4).unwrap().to_owned(), "missing"),
            (newer, ""),
            ("#/i/".to_owned(), "missing"),
            ("#/i/AgIA".to_owned(), "newer"),
            (format!("#/i/{}", "A".repeat(70_000)), "longer than any"),
        ] {
            visitor.open(&place).await?;
            visitor.wait_for_page("invitation").await?;
            let page = visitor.text("main").await?;
            assert!(
                page.contains("cannot be opened") && page.contains(reason),
                "{place}: {page}"
            );
            assert_eq!(visitor.count_visible("[data-action=begin]").await?, 0);
        }
        Ok(())
    })
}

#[test]
fn an_invitation_to_another_questionnaire_is_reported_and_changes_nothing() -> Outcome {
    let mut elsewhere = standard_model()?;
    elsewhere["id"] = json!("treasury");
    elsewhere["version"] = json!("2");
    let mut changed = standard_model()?;
    changed["questions"][0]["weight"] = json!(9);
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "2")]).await?;
        for (model, reason) in [
            (
                &elsewhere,
                "“treasury”, version 2, which this page does not have",
            ),
            (&changed, "“standard”, version 2, but to another form of it"),
        ] {
            let payload = invitation_payload(model, "Please answer.")?;
            visitor.open(&format!("#/i/{payload}")).await?;
            visitor.wait_for_page("invitation").await?;
            let why = visitor.text("main [role=alert]").await?;
            assert!(why.contains(reason), "{why}");
            assert!(
                why.contains("Open it on the site that it came from"),
                "{why}"
            );
            assert_eq!(
                visitor
                    .count_visible("[data-action=begin], [data-message]")
                    .await?,
                0
            );
        }
        visitor.press("main a[href='#/']").await?;
        visitor.wait_for_page("start").await?;
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "2");
        Ok(())
    })
}

#[test]
fn a_hostile_message_of_an_invitation_stays_text() -> Outcome {
    let message = "<img src=x onerror=window.harm=1>\u{202e}</blockquote><script>window.harm=1</script> javascript:window.harm=1 {name}";
    let payload = invitation_payload(
        &standard_model()?,
        &format!("{message}{}", "W".repeat(3_000)),
    )?;
    Journey::new().size(390, 844).run(async |visitor| {
        visitor.open(&format!("#/i/{payload}")).await?;
        visitor.wait_for_page("invitation").await?;
        let shown = visitor.text("[data-message]").await?;
        assert!(shown.starts_with(message), "{shown}");
        assert_eq!(
            visitor
                .count_visible("main img, main script, main blockquote a")
                .await?,
            0
        );
        let harm = visitor
            .run_script("return window.harm ?? null", Vec::new())
            .await?;
        assert_eq!(harm, json!(null));
        let wide =
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        assert_eq!(visitor.run_script(wide, Vec::new()).await?, json!(true));
        visitor.press("[data-action=begin]").await?;
        visitor.wait_for_page("profile").await
    })
}
