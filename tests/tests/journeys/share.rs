//! Sharing a result with a link.

use assay_journeys::{Figures, Journey, Outcome, Visitor, built_site_folder, load_company};
use serde_json::json;
use xtask::site::SiteServer;

/// Completes an assessment, opens the panel, and returns the link and the figures.
async fn create_link(visitor: &Visitor) -> Outcome<(String, Figures)> {
    let company = load_company("bank, quick")?;
    visitor.open_and_complete(&company).await?;
    let figures = visitor.figures().await?;
    visitor.press("[data-action=share]").await?;
    visitor.wait_visible("[data-share-link]").await?;
    visitor
        .wait_until(
            "there is a link",
            "return document.querySelector('[data-share-link]').value",
        )
        .await?;
    Ok((visitor.value("[data-share-link]").await?, figures))
}

#[test]
fn a_dialog_is_not_as_high_as_a_window_in_which_it_has_room() -> Outcome {
    Journey::new().size(1000, 1600).run(async |visitor| {
        create_link(visitor).await?;
        let share = "return document.querySelector('dialog[open]').getBoundingClientRect().height / innerHeight";
        let share = visitor.run_script(share, Vec::new()).await?;
        assert!(share.as_f64().unwrap() < 0.75, "{share} of the window");
        Ok(())
    })
}

#[test]
fn a_link_opens_elsewhere_with_the_same_figures_and_read_only() -> Outcome {
    let site = SiteServer::start(built_site_folder(), 0)?;
    let mut sent = None;
    Journey::new()
        .at_address(site.address())
        .run(async |visitor| {
            sent = Some(create_link(visitor).await?);
            Ok(())
        })?;
    let (link, figures) = sent.unwrap();
    let place = link
        .strip_prefix(site.address())
        .expect("a link to this site")
        .to_owned();
    assert!(place.starts_with("#/r/") && place.len() < 200, "{link}");
    Journey::new()
        .at_address(site.address())
        .language("zh-CN")
        .run(async |visitor| {
            visitor.open(&place).await?;
            visitor.wait_for_page("shared").await?;
            assert_eq!(visitor.figures().await?, figures, "what the receiver sees");
            assert_eq!(
                visitor
                    .count_visible("main input, main textarea, main select, [data-question]")
                    .await?,
                0,
                "read-only"
            );
            assert_eq!(visitor.count_visible("[data-action=continue]").await?, 1);
            // Reading a shared result stores no assessment.
            visitor.go_to_page("workspace").await?;
            visitor
                .wait_until(
                    "the list has arrived",
                    "return document.querySelector('[data-empty]') !== null",
                )
                .await?;
            assert_eq!(
                visitor.count_visible(".assessments tbody tr").await?,
                0,
                "assessments after reading"
            );
            visitor.go_to_hash(&place).await?;
            visitor.press("[data-action=continue]").await?;
            visitor.wait_for_page("review").await?;
            visitor.press("main .pager [data-action=results]").await?;
            visitor.wait_for_page("results").await?;
            assert_eq!(
                visitor.figures().await?,
                figures,
                "continued from these answers"
            );
            Ok(())
        })
}

#[test]
fn the_copied_link_is_the_one_that_shows() -> Outcome {
    Journey::new().run(async |visitor| {
        let (link, _) = create_link(visitor).await?;
        let grant = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        visitor
            .send_devtools("Browser.grantPermissions", grant)
            .await?;
        visitor.press("[data-action=copy-link]").await?;
        visitor.wait_visible(".notice[role=status]").await?;
        let notice = visitor.text(".notice[role=status]").await?;
        let copied = visitor
            .run_script("return navigator.clipboard.readText()", Vec::new())
            .await?;
        assert_eq!(copied, json!(link), "the page says: {notice}");
        Ok(())
    })
}

#[test]
fn a_link_without_the_profile_does_not_name_the_sender() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/profile").await?;
        visitor.press("input[name=name]").await?;
        visitor.type_keys("Secret Holdings").await?;
        visitor.go_to_hash("#/s/data").await?;
        visitor.choose_answer("data.domain", "3").await?;
        visitor.go_to_hash("#/results").await?;
        visitor.press("[data-action=share]").await?;
        visitor.wait_visible("[data-share-link]").await?;
        let named = visitor.value("[data-share-link]").await?;
        visitor.press("input[name=include-profile]").await?;
        visitor
            .wait_until(
                "the link changes",
                &format!("return document.querySelector('[data-share-link]').value !== {named:?}"),
            )
            .await?;
        let unnamed = visitor.value("[data-share-link]").await?;
        for (link, has_name) in [(named, true), (unnamed, false)] {
            visitor
                .open(link.strip_prefix(visitor.address()).unwrap())
                .await?;
            visitor.wait_for_page("shared").await?;
            let page = visitor.text("main").await?;
            assert_eq!(page.contains("Secret Holdings"), has_name, "{page}");
        }
        Ok(())
    })
}

#[test]
fn start_my_own_leaves_a_shared_result() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/example/bank").await?;
        visitor.wait_for_page("shared").await?;
        visitor.press("[data-action=own]").await?;
        visitor.wait_for_page("start").await
    })
}

#[test]
fn the_dialog_can_be_closed_from_its_end_on_a_phone() -> Outcome {
    let company = load_company("bank, quick")?;
    Journey::new().size(390, 844).run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.press("[data-action=share]").await?;
        visitor.wait_visible("[data-qr]").await?;
        let reached = "const dialog = document.querySelector('dialog[open]');
            dialog.scrollTop = dialog.scrollHeight;
            const box = document.querySelector('[data-action=close-share]').getBoundingClientRect();
            return dialog.scrollTop > 0
                && Boolean(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.closest('[data-action=close-share]'))";
        assert_eq!(visitor.run_script(reached, Vec::new()).await?, true);
        visitor.press("[data-action=close-share]").await?;
        visitor.wait_hidden("dialog[open]").await
    })
}
