//! The history of the browser.

use assay_journeys::{Journey, Key, Outcome};

#[test]
fn back_and_forward_go_through_the_pages() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor
            .press("[data-action=start][data-depth=full]")
            .await?;
        visitor.wait_for_page("profile").await?;
        visitor.press("[data-action=next]").await?;
        visitor.wait_for_section("data").await?;
        visitor.choose_answer("data.inventory", "2").await?;
        visitor.press("main .pager [data-action=next]").await?;
        visitor.wait_for_section("algorithms").await?;
        visitor.back().await?;
        visitor.wait_for_section("data").await?;
        assert_eq!(visitor.shown_answer("data.inventory").await?, "2");
        visitor.back().await?;
        visitor.wait_for_page("profile").await?;
        visitor.back().await?;
        visitor.wait_for_page("start").await?;
        visitor.forward().await?;
        visitor.wait_for_page("profile").await?;
        visitor.forward().await?;
        visitor.wait_for_section("data").await?;
        visitor.forward().await?;
        visitor.wait_for_section("algorithms").await?;
        Ok(())
    })
}

#[test]
fn a_start_link_passed_again_by_going_back_begins_nothing() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor
            .press("[data-action=start][data-depth=quick]")
            .await?;
        visitor.wait_for_page("profile").await?;
        assert_eq!(
            visitor.hash().await?,
            "#/profile",
            "the wish is gone from the address"
        );
        visitor.press("[data-action=next]").await?;
        visitor.wait_for_section("data").await?;
        visitor.choose_answer("data.domain", "2").await?;
        visitor.back().await?;
        visitor.wait_for_page("profile").await?;
        visitor.stays_hidden("dialog[open]").await?;
        visitor.forward().await?;
        visitor.wait_for_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "2");
        Ok(())
    })
}

#[test]
fn back_finds_a_page_where_it_was_left_and_a_link_leads_to_its_top() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/example/bank").await?;
        visitor.confidence().await?;
        visitor.wait_visible(".wave li").await?;
        let scroll = "addEventListener('scroll', () => window.heard = true); scrollTo(0, 1500)";
        visitor.run_script(scroll, Vec::new()).await?;
        // The app hears of it with the next frame.
        visitor
            .wait_until("the page has scrolled", "return window.heard && scrollY > 1400")
            .await?;
        // By the keyboard, since a press would scroll. WebKit goes back past a page that a script
        // has left.
        let focus = "[...document.querySelectorAll('a[href=\"#/about\"]')].find(link => link.checkVisibility()).focus({ preventScroll: true })";
        visitor.run_script(focus, Vec::new()).await?;
        visitor.press_key(Key::Enter).await?;
        visitor.wait_for_page("about").await?;
        visitor
            .wait_until("the new page shows its top", "return scrollY < 50")
            .await?;
        visitor.back().await?;
        visitor.wait_for_page("shared").await?;
        visitor
            .wait_until(
                "the page stands where it was left",
                "return Math.abs(scrollY - 1500) < 300",
            )
            .await
    })
}
