//! An element that its page moves, takes out, hides.

use assay_journeys::{Firm, Outcome};

use super::{ELEMENT, answers, hears, opens};

#[test]
fn an_element_that_is_put_back_goes_on_where_it_was() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds(
        "index.html",
        &format!("<div id=\"one\">{ELEMENT}</div><div id=\"two\"></div>"),
    )?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        answers(visitor, "data.domain", "3").await?;
        visitor.go("#/s/algorithms").await?;
        visitor.is_in("algorithms").await?;
        visitor.leaves().await?;
        visitor.until("the section is told", "return window.seen.at(-1) && window.seen.filter(e => e.type === 'assay-progress').at(-1).detail.section === 'algorithms'").await?;
        for moves in [
            "window.it = document.querySelector('#it'); it.remove(); document.querySelector('#two').append(it)",
            "document.querySelector('#one').append(window.it)",
        ] {
            visitor.leaves().await?;
            visitor.script(moves, Vec::new()).await?;
            visitor.enters("#it").await?;
            visitor.is_in("algorithms").await?;
            visitor.go("#/s/data").await?;
            visitor.is_in("data").await?;
            assert_eq!(visitor.answer("data.domain").await?, "3");
            visitor.go("#/s/algorithms").await?;
            visitor.is_in("algorithms").await?;
        }
        Ok(())
    })
}

#[test]
fn an_element_that_is_moved_without_being_taken_out_keeps_its_frame() -> Outcome {
    let firm = Firm::new()?;
    firm.embeds(
        "index.html",
        &format!("<div id=\"one\">{ELEMENT}</div><div id=\"two\"></div>"),
    )?;
    firm.journey().run(async |visitor| {
        opens(visitor).await?;
        answers(visitor, "data.domain", "3").await?;
        hears(visitor, "assay-ready").await?;
        let moves = "const two = document.querySelector('#two'); if (!two.moveBefore) return false; two.moveBefore(document.querySelector('#it'), null); return true";
        if visitor.script(moves, Vec::new()).await? == false {
            // This browser cannot.
            return Ok(());
        }
        visitor.enters("#it").await?;
        visitor.is_in("data").await?;
        assert_eq!(visitor.answer("data.domain").await?, "3");
        visitor.leaves().await?;
        let ready = "return window.seen.filter(e => e.type === 'assay-ready').length";
        assert_eq!(visitor.script(ready, Vec::new()).await?, 1, "the frame did not load anew");
        Ok(())
    })
}
