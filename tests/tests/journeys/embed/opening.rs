//! Where a frame opens.

use assay_journeys::{Firm, Outcome};

use super::{ELEMENT, choose_answer, firm_with_element, open_page, set_attribute};

/// A firm whose element has these attributes instead of a depth.
fn firm_with_attributes(attributes: &str) -> Outcome<Firm> {
    let firm = Firm::new()?;
    firm.write_embedding_page(
        "index.html",
        &ELEMENT.replace("depth=\"quick\"", attributes),
    )?;
    Ok(firm)
}

#[test]
fn a_frame_opens_at_the_profile_and_says_where_answers_are_stored() -> Outcome {
    firm_with_element()?.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.wait_for_page("profile").await?;
        let private = visitor.text("[data-private]").await?;
        assert!(private.contains("leaves this browser"), "{private}");
        let effort = visitor.text("[data-effort]").await?;
        assert!(effort.contains("21 questions"), "{effort}");
        // The start page has no headline of its own in a frame.
        visitor.press("[data-action=back]").await?;
        visitor.wait_for_page("start").await?;
        assert_eq!(visitor.text("h1").await?, "Your assessment");
        assert_eq!(visitor.count_visible(".lead").await?, 0);
        visitor.press("[data-action=start]").await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("[data-action=next]").await?;
        visitor.wait_for_section("data").await?;
        visitor.wait_visible("[data-private]").await
    })
}

#[test]
fn without_a_depth_of_the_page_the_profile_offers_both_and_begins_with_the_sites() -> Outcome {
    firm_with_attributes("")?.journey().run(async |visitor| {
        open_page(visitor).await?;
        visitor.wait_for_page("profile").await?;
        assert_eq!(visitor.value("[name=depth]:checked").await?, "quick");
        assert_eq!(
            visitor.count_visible("[data-effort]").await?,
            0,
            "the choice states it"
        );
        Ok(())
    })
}

#[test]
fn a_page_that_determines_stance_and_depth_opens_the_first_question() -> Outcome {
    firm_with_attributes("stance=\"adopt\" depth=\"quick\"")?
        .journey()
        .run(async |visitor| {
            open_page(visitor).await?;
            visitor.wait_for_section("data").await?;
            visitor.wait_visible("[data-private]").await?;
            assert_eq!(visitor.count_visible("[data-effort]").await?, 0);
            visitor.press("main .pager [data-action=back]").await?;
            visitor.wait_for_page("profile").await?;
            assert_eq!(visitor.value("[name=stance]:checked").await?, "adopt");
            // A later change of the page moves the visitor nowhere.
            set_attribute(visitor, "stance", Some("provide")).await?;
            visitor.enter_embed("#it").await?;
            visitor
                .wait_visible("input[name=stance][value=provide]:checked")
                .await?;
            visitor.wait_for_page("profile").await
        })
}

#[test]
fn a_visitor_who_has_begun_is_offered_to_continue() -> Outcome {
    firm_with_element()?.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "3").await?;
        visitor.leave_frame().await?;
        open_page(visitor).await?;
        visitor.wait_for_page("start").await?;
        visitor.press("[data-action=continue]").await?;
        visitor.wait_for_page("review").await
    })
}
