//! Invitations: creating, answering and replying.

mod opening;

use assay_journeys::{Error, Journey, Outcome, Visitor, built_site_folder};
use serde_json::json;
use xtask::site::SiteServer;

/// Creates an invitation and returns its address on the site, such as `#/i/…`.
async fn create_invitation(
    visitor: &Visitor,
    sections: &[&str],
    message: &str,
    mail: &str,
) -> Outcome<String> {
    visitor.open("#/invite").await?;
    visitor.wait_for_page("invite").await?;
    visitor
        .press("label:has(input[name=stance][value=adopt])")
        .await?;
    visitor
        .press("label:has(input[name=depth][value=full])")
        .await?;
    for section in ["data", "algorithms", "compute", "strategy"] {
        if !sections.contains(&section) {
            visitor
                .press(&format!("label:has(input[name=sections][value={section}])"))
                .await?;
        }
    }
    let write = "const field = document.querySelector(arguments[0]); field.value = arguments[1]; field.dispatchEvent(new Event('input', { bubbles: true }))";

    visitor
        .run_script(write, vec!["textarea[name=message]".into(), message.into()])
        .await?;
    visitor
        .run_script(write, vec!["input[name=mail]".into(), mail.into()])
        .await?;
    visitor
        .wait_until(
            "there is a link",
            "return document.querySelector('[data-share-link]').value",
        )
        .await?;
    let link = visitor.value("[data-share-link]").await?;
    Ok(link
        .strip_prefix(visitor.address())
        .unwrap_or_default()
        .to_owned())
}

/// The addresses of the sections in the progress bar.
async fn shown_sections(visitor: &Visitor) -> Outcome<serde_json::Value> {
    let script =
        "return [...document.querySelectorAll('.progress a')].map(a => a.getAttribute('href'))";
    visitor.run_script(script, Vec::new()).await
}

#[test]
fn an_invitation_to_two_sections_is_answered_and_sent_back() -> Outcome {
    let site = SiteServer::start(built_site_folder(), 0)?;
    let mut place = String::new();
    Journey::new()
        .at_address(site.address())
        .run(async |visitor| {
            place = create_and_copy(visitor).await?;
            Ok(())
        })?;
    Journey::new()
        .at_address(site.address())
        .run(async |visitor| {
            accept(visitor, &place).await?;
            answer_both_sections(visitor).await?;
            let link = check_reply(visitor).await?;
            check_reopened(visitor, &place, &link).await
        })
}

/// Creates an invitation to two sections and copies its link.
async fn create_and_copy(visitor: &Visitor) -> Outcome<String> {
    let place = create_invitation(
        visitor,
        &["compute", "strategy"],
        "Dear all,\n<b>please</b> answer.",
        "a.b+c@example.org",
    )
    .await?;
    let contains = visitor.text(".sheet").await?;
    for part in ["Compute", "Strategy", "your message", "a.b+c@example.org"] {
        assert!(contains.contains(part), "{part}: {contains}");
    }
    let draft = visitor.attribute("[data-action=mail]", "href").await?;
    assert!(
        draft.starts_with("mailto:?subject=") && draft.contains("%23%2Fi%2F"),
        "{draft}"
    );
    let grant = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    visitor
        .send_devtools("Browser.grantPermissions", grant)
        .await?;
    visitor.press("[data-action=copy-link]").await?;
    visitor
        .wait_until(
            "it says that the link is copied",
            "return document.querySelector('.notice[role=status]')?.innerText.includes('The link is copied')",
        )
        .await?;
    let copied = visitor
        .run_script("return navigator.clipboard.readText()", Vec::new())
        .await?;
    assert_eq!(copied, json!(format!("{}{place}", visitor.address())));
    Ok(place)
}

/// Opens the invitation beside an assessment of the reader's own, and begins.
async fn accept(visitor: &Visitor, place: &str) -> Outcome {
    // The reader has an assessment already.
    visitor.begin_in_data(&[("data.domain", "2")]).await?;
    visitor.open(place).await?;
    visitor.wait_for_page("invitation").await?;
    assert_eq!(
        visitor.text("[data-message]").await?,
        "Dear all,\n<b>please</b> answer."
    );
    let asked = visitor.text("[data-asked]").await?;
    assert!(
        asked.contains("Compute") && asked.contains("Strategy") && !asked.contains("Data"),
        "{asked}"
    );
    visitor.press("[data-action=begin]").await?;
    visitor.wait_for_page("profile").await?;
    assert_eq!(
        visitor
            .count_visible("input[name=stance], input[name=depth]")
            .await?,
        0,
        "settled by the invitation"
    );
    Ok(())
}

/// Answers the two sections up to the review.
async fn answer_both_sections(visitor: &Visitor) -> Outcome {
    visitor.press("input[name=name]").await?;
    visitor.type_keys("Ada").await?;
    visitor.press("main [data-action=next]").await?;
    visitor.wait_for_section("compute").await?;
    assert_eq!(
        shown_sections(visitor).await?,
        json!(["#/s/compute", "#/s/strategy"])
    );
    let counted = visitor.text(".sticky .figure").await?;
    assert!(
        counted.starts_with("0 of 1") || counted.starts_with("0 of 2"),
        "only what is asked: {counted}"
    );
    visitor.choose_answer("compute.supply", "3").await?;
    // A reload loses nothing, also in the starter app.
    visitor.reload().await?;
    visitor.wait_for_section("compute").await?;
    assert_eq!(visitor.shown_answer("compute.supply").await?, "3");
    assert_eq!(
        shown_sections(visitor).await?,
        json!(["#/s/compute", "#/s/strategy"])
    );
    visitor.press("main [data-action=next]").await?;
    visitor.wait_for_section("strategy").await?;
    visitor.choose_answer("strategy.budget", "1").await?;
    visitor.press("main [data-action=review]").await?;
    visitor.wait_for_page("review").await?;
    let review = visitor.text("main").await?;
    assert!(review.contains("a.b+c@example.org"), "{review}");
    Ok(())
}

/// Checks the reply beside the panel for sharing, and returns the link of the reply.
async fn check_reply(visitor: &Visitor) -> Outcome<String> {
    visitor.press("main .pager [data-action=results]").await?;
    visitor.wait_for_page("results").await?;
    let draft = visitor
        .attribute(".reply [data-action=mail]", "href")
        .await?;
    assert!(
        draft.starts_with("mailto:a.b%2Bc@example.org?subject="),
        "{draft}"
    );
    let link = visitor.value("[data-reply-link]").await?;
    // Scripts find one link to share, that of the panel, and the reply's link beside it.
    let shared = "return document.querySelectorAll('[data-share-link]').length";
    assert_eq!(visitor.run_script(shared, Vec::new()).await?, json!(0));
    visitor.press("main [data-action=share]").await?;
    visitor.wait_visible("[data-share-link]").await?;
    assert_eq!(visitor.run_script(shared, Vec::new()).await?, json!(1));
    visitor.press("input[name=include-profile]").await?;
    visitor
        .wait_until(
            "the panel's link is its own",
            &format!("const link = document.querySelector('[data-share-link]').value; return link && link !== {link:?}"),
        )
        .await?;
    assert_eq!(visitor.value("[data-reply-link]").await?, link);
    let copies = "return document.querySelectorAll('[data-action=copy-link]').length";
    assert_eq!(visitor.run_script(copies, Vec::new()).await?, json!(1));
    visitor.emulate_print(true).await?;
    assert_eq!(
        visitor.count_visible(".reply").await?,
        0,
        "it is for the screen"
    );
    visitor.emulate_print(false).await?;
    Ok(link)
}

/// Opens the invitation again, and the reply.
async fn check_reopened(visitor: &Visitor, place: &str, link: &str) -> Outcome {
    // Opened again, the invitation offers to continue, and the earlier assessment is still
    // there.
    visitor.open(place).await?;
    visitor.wait_for_page("invitation").await?;
    visitor.press("[data-action=continue]").await?;
    visitor.wait_for_page("review").await?;
    visitor.go_to_hash("#/workspace").await?;
    visitor
        .wait_until(
            "both assessments are there",
            "return document.querySelectorAll('.assessments tbody tr').length === 2",
        )
        .await?;
    let reply = link
        .strip_prefix(visitor.address())
        .ok_or_else(|| Error::new(format!("{link} is no link to this site")))?;
    visitor.open(reply).await?;
    visitor.wait_for_page("shared").await?;
    let shared = visitor.text("main").await?;
    assert!(shared.contains("Ada"), "{shared}");
    Ok(())
}

#[test]
fn an_invitation_to_some_sections_can_be_extended_to_all() -> Outcome {
    Journey::new().run(async |visitor| {
        let place = create_invitation(visitor, &["compute"], "", "").await?;
        visitor.open(&place).await?;
        visitor.press("[data-action=begin]").await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("main [data-action=next]").await?;
        visitor.wait_for_section("compute").await?;
        assert_eq!(shown_sections(visitor).await?, json!(["#/s/compute"]));
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.visible_questions().await?, Vec::<String>::new());
        visitor.go_to_section("compute").await?;
        visitor.press("[data-action=everything]").await?;
        visitor
            .wait_until(
                "four sections are asked",
                "return document.querySelectorAll('.progress a').length === 4",
            )
            .await
    })
}

#[test]
fn an_invitation_without_sections_or_to_no_address_is_not_made() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/invite").await?;
        visitor.wait_for_page("invite").await?;
        let field = "input[name=mail]";
        visitor.press(field).await?;
        visitor.type_keys("not an address").await?;
        visitor.wait_until("it says so", "return document.querySelector('.sheet [role=alert]').innerText.includes('not an address')").await?;
        assert_eq!(visitor.value("[data-share-link]").await?, "");
        visitor.run_script("const f = document.querySelector('input[name=mail]'); f.value = ''; f.dispatchEvent(new Event('input', { bubbles: true }))", Vec::new()).await?;
        visitor.wait_until("there is a link", "return document.querySelector('[data-share-link]').value").await?;
        for section in ["data", "algorithms", "compute", "strategy"] {
            visitor.press(&format!("label:has(input[name=sections][value={section}])")).await?;
        }
        visitor.wait_until("it says so", "return document.querySelector('.sheet [role=alert]').innerText.includes('at least one section')").await
    })
}
