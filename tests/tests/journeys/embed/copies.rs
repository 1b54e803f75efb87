//! `embed.js` from somewhere else than the app: bundled, combined, imported as a module.

use assay_journeys::{Firm, Outcome, Visitor};
use xtask::places::Places;

use super::{answers, heard, hears};

fn copies_script(firm: &Firm, name: &str) -> Outcome {
    let file = Places::of_this_checkout().file("public/embed.js");
    firm.page(name, &std::fs::read_to_string(file)?)
}

fn page(firm: &Firm, script: &str, element: &str) -> Outcome {
    firm.embeds("index.html", "")?;
    firm.page(
        "index.html",
        &format!("<!doctype html><html lang=\"en\"><title>Firm</title><script src=\"recorder.js\"></script>{script}{element}</html>"),
    )
}

async fn holds_the_app(visitor: &Visitor) -> Outcome {
    visitor.open_unready("").await?;
    answers(visitor, "data.domain", "2").await?;
    hears(visitor, "assay-ready").await?;
    assert_eq!(heard(visitor, "assay-error").await?.len(), 0);
    Ok(())
}

const LINKED: &str = "<assay-assessment id=\"it\"><a href=\"APP\">Take it</a></assay-assessment>";

#[test]
fn a_combined_script_finds_the_app_by_the_link_in_the_element() -> Outcome {
    let firm = Firm::new()?;
    copies_script(&firm, "all-scripts.js")?;
    page(&firm, "<script src=\"all-scripts.js\"></script>", LINKED)?;
    firm.journey().run(holds_the_app)
}

#[test]
fn a_module_finds_the_app_by_the_link_or_by_src() -> Outcome {
    let sourced = "<assay-assessment id=\"it\" src=\"APP\"></assay-assessment>";
    for element in [LINKED, sourced] {
        let firm = Firm::new()?;
        copies_script(&firm, "vendor.js")?;
        page(
            &firm,
            "<script type=\"module\" src=\"own.js\"></script>",
            element,
        )?;
        firm.page("own.js", "import './vendor.js';")?;
        firm.journey().run(holds_the_app)?;
    }
    Ok(())
}

#[test]
fn a_copy_that_cannot_know_the_app_says_so_and_leaves_the_content() -> Outcome {
    let firm = Firm::new()?;
    copies_script(&firm, "all-scripts.js")?;
    let near = "<assay-assessment id=\"it\"><a href=\"contact.html\">Ask us</a></assay-assessment>";
    page(&firm, "<script src=\"all-scripts.js\"></script>", near)?;
    firm.journey().run(async |visitor| {
        visitor.open_unready("").await?;
        let error = hears(visitor, "assay-error").await?;
        assert_eq!(error["code"], "address");
        assert!(error["message"].as_str().unwrap_or_default().contains("src"), "{error}");
        let shows = "const it = document.querySelector('#it'); return !it.shadowRoot.querySelector('iframe') && it.querySelector('a').checkVisibility()";
        visitor.until("the content shows", shows).await
    })
}

#[test]
fn a_copy_beside_the_firms_own_page_never_shows_that_page() -> Outcome {
    let firm = Firm::new()?;
    copies_script(&firm, "js/embed.js")?;
    firm.page(
        "js/index.html",
        "<!doctype html><title>Own</title><p>The firm's own page</p>",
    )?;
    let near = "<assay-assessment id=\"it\"><a href=\"contact.html\">Ask us</a></assay-assessment>";
    page(&firm, "<script src=\"js/embed.js\"></script>", near)?;
    let journey = firm.journey().with_preview();
    journey.run(async |visitor| {
        visitor.open_unready("").await?;
        assert_eq!(hears(visitor, "assay-error").await?["code"], "unreachable");
        let shows = "const it = document.querySelector('#it'); return !it.shadowRoot.querySelector('iframe') && it.querySelector('a').checkVisibility()";
        visitor.until("the content shows", shows).await
    })
}
