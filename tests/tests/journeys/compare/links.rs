//! Links in a comparison: from result pages, under passphrases, hostile ones.

use crate::sealed::{PASSPHRASE, WRONG_PASSPHRASE_SHOWN, sealed_link, try_passphrase};
use crate::team::paste_text;
use assay_journeys::{Journey, Outcome, shipped_payload};

use super::{ALL_CANVASES_DRAWN, create_link, pick_result, wait_for_columns};

#[test]
fn every_result_leads_to_the_comparison_with_it_and_to_a_team() -> Outcome {
    let sealed = sealed_link()?;
    Journey::new().run(async |visitor| {
        visitor
            .open(&format!("#/r/{}", shipped_payload("full, no name")?))
            .await?;
        visitor.wait_for_page("shared").await?;
        visitor.choose_result_action("compare").await?;
        visitor.wait_for_page("compare").await?;
        wait_for_columns(visitor, 1).await?;
        assert_eq!(visitor.hash().await?, "#/compare");
        // A second time adds nothing.
        visitor.back().await?;
        visitor.wait_for_page("shared").await?;
        visitor.choose_result_action("compare").await?;
        visitor.wait_for_page("compare").await?;
        wait_for_columns(visitor, 1).await?;
        visitor
            .wait_until("the link was added", "return location.hash === '#/compare'")
            .await?;
        visitor.stays_hidden("[data-refused] li").await?;
        visitor.open(&format!("#/r/{sealed}")).await?;
        visitor.wait_for_page("shared").await?;
        try_passphrase(visitor, PASSPHRASE).await?;
        visitor.figures().await?;
        visitor.choose_result_action("compare").await?;
        visitor.wait_for_page("compare").await?;
        wait_for_columns(visitor, 2).await?;
        assert_eq!(
            visitor.count_visible("[data-sealed]").await?,
            0,
            "the passphrase was given"
        );
        for (place, count) in [
            (format!("#/r/{}", shipped_payload("its scores only")?), 3),
            ("#/example/bank".to_owned(), 4),
        ] {
            visitor.go_to_hash(&place).await?;
            visitor.wait_for_page("shared").await?;
            visitor.choose_result_action("compare").await?;
            visitor.wait_for_page("compare").await?;
            wait_for_columns(visitor, count).await?;
        }
        visitor.back().await?;
        visitor.wait_for_page("shared").await?;
        visitor.choose_result_action("team").await?;
        visitor.wait_for_page("team").await
    })
}

#[test]
fn sealed_links_are_opened_in_place_and_a_wrong_passphrase_loses_nothing() -> Outcome {
    // The same result twice, each time with another salt.
    let (first, second) = (sealed_link()?, sealed_link()?);
    let open = shipped_payload("full, no name")?;
    Journey::new().run(async |visitor| {
        visitor.open("#/compare").await?;
        visitor.wait_for_page("compare").await?;
        paste_text(visitor, &format!("{first}\n{open}\n{second}")).await?;
        wait_for_columns(visitor, 1).await?;
        visitor
            .wait_visible("[data-sealed='2'] input[type=password]")
            .await?;
        visitor.stays_hidden("[data-refused] li").await?;
        try_passphrase(visitor, "wrong").await?;
        visitor
            .wait_until("a wrong passphrase says so", WRONG_PASSPHRASE_SHOWN)
            .await?;
        // Another result and the same link are added in the meantime.
        pick_result(visitor, "cloud").await?;
        paste_text(visitor, &first).await?;
        wait_for_columns(visitor, 2).await?;
        assert_eq!(visitor.value("input[name=passphrase]").await?, "wrong");
        try_passphrase(visitor, PASSPHRASE).await?;
        wait_for_columns(visitor, 3).await?;
        visitor.wait_visible("[data-sealed='1']").await?;
        assert!(
            visitor.has_focus("input[name=passphrase]").await?,
            "the next one is asked for"
        );
        try_passphrase(visitor, PASSPHRASE).await?;
        visitor.wait_hidden("[data-sealed]").await?;
        assert!(
            visitor.has_focus("#compared").await?,
            "{}",
            visitor.describe_focus().await?
        );
        let faults = visitor.text("[data-refused]").await?;
        assert!(faults.contains("is compared already"), "{faults}");
        visitor.reload().await?;
        wait_for_columns(visitor, 3).await?;
        let listed = visitor.text(".compared").await?;
        assert!(listed.contains("Acme"), "{listed}");
        assert_eq!(
            visitor.count_visible("[data-sealed]").await?,
            0,
            "it is not asked for again"
        );
        Ok(())
    })
}

#[test]
fn hostile_links_are_refused_one_by_one_and_a_hostile_name_stays_text() -> Outcome {
    Journey::new().run(async |visitor| {
        let name = "<img src=x onerror=alert(1)>\u{202e}";
        let hostile = create_link(visitor, name, &[("data.domain", "2")]).await?;
        let cut = hostile.get(..hostile.len() - 3).unwrap();
        visitor.open("#/compare").await?;
        visitor.wait_for_page("compare").await?;
        let mail = format!(
            "Dear all,\n{cut}\n\n{hostile}\nsee https://example.org/\n{hostile}\n\
             #/r/{} #/r/{} #/i/{}\n#/r/{}\nBye",
            shipped_payload("a later version")?,
            shipped_payload("a model that is not at hand")?,
            shipped_payload("invitation to two sections")?,
            "A".repeat(70_000),
        );
        paste_text(visitor, &mail).await?;
        wait_for_columns(visitor, 1).await?;
        let faults = visitor.text("[data-refused]").await?;
        for reason in [
            "damaged",
            "https://example.org/:",
            "is compared already",
            "newer version",
            "“tiny”",
            "invitation",
            "longer than any",
        ] {
            assert!(faults.contains(reason), "{reason}: {faults}");
        }
        assert_eq!(
            visitor.count_visible("[data-refused] li").await?,
            7,
            "{faults}"
        );
        assert_ne!(
            visitor.value("textarea[name=links]").await?,
            "",
            "what was wrong stays"
        );
        assert_eq!(visitor.count_visible("main img").await?, 0);
        let listed = visitor.text(".compared").await?;
        assert!(listed.contains("<img src=x onerror=alert(1)>"), "{listed}");
        assert!(
            !listed.contains('\u{202e}'),
            "nothing turns the text around"
        );
        for number in 0..9 {
            let buttons = visitor.count_visible("[data-action=pick]").await?;
            if number < 8 && buttons > 0 {
                visitor.press("[data-action=pick]").await?;
            }
        }
        visitor.wait_visible("[data-refused] li").await?;
        let full = visitor.text("[data-refused]").await?;
        assert!(full.contains("At most 8"), "{full}");
        wait_for_columns(visitor, 8).await?;
        visitor
            .wait_until("all drawings are drawn", ALL_CANVASES_DRAWN)
            .await
    })
}
