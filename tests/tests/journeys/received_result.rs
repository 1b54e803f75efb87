//! The app of received results: somebody who opens a result link for the first time gets the result
//! without the full app, which shows every other page.

use assay_journeys::{Journey, Outcome, SiteFolder, first_payload, shipped_payload};

use crate::sealed::sealed_link;

/// The address of a result with answers.
fn link() -> Outcome<String> {
    Ok(format!("#/r/{}", shipped_payload("full, no name")?))
}

#[test]
fn a_result_link_shows_the_whole_result_without_the_full_app() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.break_programs("assay-full")?;
    let places = [
        link()?,
        format!("#/r/{}", shipped_payload("its scores in steps")?),
        "#/example/medical".to_owned(),
    ];
    for place in places {
        Journey::new().folder(folder.path()).run(async |visitor| {
            visitor.open(&place).await?;
            visitor.figures().await?;
            visitor.wait_visible("main .trace").await?;
            // Nothing requests the full app once the result is complete.
            visitor.stays_hidden("html[data-failed]").await
        })?;
    }
    Ok(())
}

#[test]
fn the_full_app_takes_over_for_another_page_and_back_shows_the_result_again() -> Outcome {
    let place = link()?;
    Journey::new().run(async |visitor| {
        visitor.open(&place).await?;
        let figures = visitor.figures().await?;
        assert_eq!(visitor.count_requests("assay-full").await?, 1, "its style");
        visitor.press("[data-action=own]").await?;
        visitor.wait_for_page("start").await?;
        assert!(visitor.has_focus("main h1").await?);
        visitor.back().await?;
        visitor.wait_for_page("shared").await?;
        assert_eq!(visitor.figures().await?, figures);
        Ok(())
    })
}

#[test]
fn an_assessment_that_continues_a_received_one_can_be_undone() -> Outcome {
    let place = link()?;
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "4")]).await?;
        visitor.open(&place).await?;
        visitor.press("[data-action=continue]").await?;
        visitor.wait_for_page("review").await?;
        visitor.press(".notice [data-action=undo]").await?;
        visitor.wait_hidden(".notice [data-action=undo]").await?;
        visitor.open("#/s/data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "4");
        Ok(())
    })
}

#[test]
fn the_language_can_be_changed_and_stays_on_the_page_that_follows() -> Outcome {
    let place = link()?;
    Journey::new().run(async |visitor| {
        visitor.open(&place).await?;
        visitor.choose_language("zh-CN").await?;
        visitor
            .wait_until(
                "the title is Chinese",
                "return document.querySelector('h1').textContent.includes('结果')",
            )
            .await?;
        visitor.press(".bar a[href='#/about']").await?;
        visitor.wait_for_page("about").await?;
        assert_eq!(visitor.attribute("html", "lang").await?, "zh-CN");
        Ok(())
    })
}

#[test]
fn what_it_cannot_show_gets_the_full_app_at_once() -> Outcome {
    let sealed = format!("#/r/{}", sealed_link()?);
    let invitation = format!("#/r/{}", shipped_payload("invitation to two sections")?);
    for (place, page) in [
        (&*sealed, "shared"),
        (&*invitation, "shared"),
        ("?model=standard#/example/medical", "shared"),
        ("#/results", "results"),
    ] {
        Journey::new().run(async |visitor| {
            visitor.open(place).await?;
            visitor.wait_for_page(page).await?;
            assert_eq!(visitor.count_requests("assay-result").await?, 0, "{place}");
            Ok(())
        })?;
    }
    Ok(())
}

/// Keeps the addresses of the files that a page requested, beyond the page.
const KEEP_REQUESTS: &str = "addEventListener('pagehide', () => {
    const requests = performance.getEntriesByType('resource').map(({ name }) => name);
    sessionStorage.setItem('requests', (sessionStorage.getItem('requests') ?? '') + requests);
});";

#[test]
fn a_link_of_an_earlier_version_gets_the_full_app_at_once() -> Outcome {
    let place = format!("#/r/{}", first_payload("full, no name")?);
    Journey::new().run(async |visitor| {
        visitor.preload_script(KEEP_REQUESTS).await?;
        visitor.open_without_waiting(&place).await?;
        visitor.wait_visible("[data-earlier-version]").await?;
        let requests = visitor
            .run_script("return sessionStorage.getItem('requests')", vec![])
            .await?
            .to_string();
        assert!(requests.contains("assay-full"), "{requests}");
        assert!(!requests.contains("assay-result"), "{requests}");
        Ok(())
    })
}

#[test]
fn a_link_that_it_refuses_and_an_unknown_example_are_reported_by_the_full_app() -> Outcome {
    let mut damaged = link()?;
    damaged.truncate(damaged.len() - 3);
    for place in [&*damaged, "#/example/nobody"] {
        Journey::new().run(async |visitor| {
            visitor.open(place).await?;
            visitor.wait_until("the fault shows", "return Boolean(document.querySelector('main[data-page=error], main[data-page=shared] [role=alert]'))").await?;
            assert!(visitor.count_requests("assay-full").await? > 1, "{place}");
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn a_site_with_settings_shows_a_received_result_with_them() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write(
        "config.json",
        r#"{"format":"assay.config/1","brand":{"name":"Meridian"}}"#,
    )?;
    let place = link()?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open(&place).await?;
        visitor.figures().await?;
        assert!(visitor.text(".bar").await?.contains("Meridian"));
        assert_eq!(visitor.count_requests("assay-result").await?, 0);
        Ok(())
    })
}

#[test]
fn where_it_cannot_be_loaded_the_full_app_shows_the_result() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.break_programs("assay-result")?;
    let place = link()?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open(&place).await?;
        visitor.figures().await.map(drop)
    })
}
