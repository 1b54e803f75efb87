//! An element that its page moves or removes and puts back.

use assay_journeys::{Firm, Outcome};

use super::{ELEMENT, choose_answer, open_page, wait_for_event};

/// A page with the element in the first of two containers.
fn firm_with_two_places() -> Outcome<Firm> {
    let firm = Firm::new()?;
    firm.write_embedding_page(
        "index.html",
        &format!("<div id=\"one\">{ELEMENT}</div><div id=\"two\"></div>"),
    )?;
    Ok(firm)
}

#[test]
fn an_element_that_is_reinserted_continues_where_it_was() -> Outcome {
    let firm = firm_with_two_places()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "3").await?;
        visitor.go_to_section("algorithms").await?;
        visitor.leave_frame().await?;
        visitor.wait_until("the section is told", "return window.seen.at(-1) && window.seen.filter(e => e.type === 'assay-progress').at(-1).detail.section === 'algorithms'").await?;
        for moves in [
            "window.it = document.querySelector('#it'); it.remove(); document.querySelector('#two').append(it)",
            "document.querySelector('#one').append(window.it)",
        ] {
            visitor.leave_frame().await?;
            visitor.run_script(moves, Vec::new()).await?;
            visitor.enter_embed("#it").await?;
            visitor.wait_for_section("algorithms").await?;
            visitor.go_to_section("data").await?;
            assert_eq!(visitor.shown_answer("data.domain").await?, "3");
            visitor.go_to_section("algorithms").await?;
        }
        Ok(())
    })
}

#[test]
fn an_element_that_is_moved_without_removal_keeps_its_frame() -> Outcome {
    let firm = firm_with_two_places()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        choose_answer(visitor, "data.domain", "3").await?;
        wait_for_event(visitor, "assay-ready").await?;
        let moves = "const two = document.querySelector('#two'); if (!two.moveBefore) return false; two.moveBefore(document.querySelector('#it'), null); return true";
        if visitor.run_script(moves, Vec::new()).await? == false {
            // This browser does not have the method.
            return Ok(());
        }
        visitor.enter_embed("#it").await?;
        visitor.wait_for_section("data").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "3");
        visitor.leave_frame().await?;
        let ready = "return window.seen.filter(e => e.type === 'assay-ready').length";
        assert_eq!(visitor.run_script(ready, Vec::new()).await?, 1, "the frame did not load anew");
        Ok(())
    })
}
