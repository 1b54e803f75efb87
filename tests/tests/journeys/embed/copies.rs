//! `embed.js` from another place than the app: combined with other scripts, or imported as a
//! module.

use assay_journeys::{Firm, Outcome, Visitor};
use xtask::checkout::Checkout;

use super::{choose_answer, received_events, wait_for_event};

fn copy_script(firm: &Firm, name: &str) -> Outcome {
    let file = Checkout::current().file("public/embed.js");
    firm.write_page(name, &std::fs::read_to_string(file)?)
}

fn write_page(firm: &Firm, script: &str, element: &str) -> Outcome {
    firm.write_embedding_page("index.html", "")?;
    firm.write_page(
        "index.html",
        &format!("<!doctype html><html lang=\"en\"><title>Firm</title><script src=\"recorder.js\"></script>{script}{element}</html>"),
    )
}

async fn wait_for_app(visitor: &Visitor) -> Outcome {
    visitor.open_without_waiting("").await?;
    choose_answer(visitor, "data.domain", "2").await?;
    wait_for_event(visitor, "assay-ready").await?;
    assert_eq!(received_events(visitor, "assay-error").await?.len(), 0);
    Ok(())
}

const LINKED: &str = "<assay-assessment id=\"it\"><a href=\"APP\">Take it</a></assay-assessment>";

#[test]
fn a_combined_script_finds_the_app_by_the_link_in_the_element() -> Outcome {
    let firm = Firm::new()?;
    copy_script(&firm, "all-scripts.js")?;
    write_page(&firm, "<script src=\"all-scripts.js\"></script>", LINKED)?;
    firm.journey().run(wait_for_app)
}

#[test]
fn a_module_finds_the_app_by_the_link_or_by_src() -> Outcome {
    let sourced = "<assay-assessment id=\"it\" src=\"APP\"></assay-assessment>";
    for element in [LINKED, sourced] {
        let firm = Firm::new()?;
        copy_script(&firm, "vendor.js")?;
        write_page(
            &firm,
            "<script type=\"module\" src=\"own.js\"></script>",
            element,
        )?;
        firm.write_page("own.js", "import './vendor.js';")?;
        firm.journey().run(wait_for_app)?;
    }
    Ok(())
}

#[test]
fn a_copy_without_the_address_of_the_app_logs_it_and_leaves_the_content() -> Outcome {
    let firm = Firm::new()?;
    copy_script(&firm, "all-scripts.js")?;
    let near = "<assay-assessment id=\"it\"><a href=\"contact.html\">Ask us</a></assay-assessment>";
    write_page(&firm, "<script src=\"all-scripts.js\"></script>", near)?;
    firm.journey().run(async |visitor| {
        visitor.open_without_waiting("").await?;
        let error = wait_for_event(visitor, "assay-error").await?;
        assert_eq!(error["code"], "address");
        assert!(error["message"].as_str().unwrap_or_default().contains("src"), "{error}");
        let shows = "const it = document.querySelector('#it'); return !it.shadowRoot.querySelector('iframe') && it.querySelector('a').checkVisibility()";
        visitor.wait_until("the content shows", shows).await
    })
}

#[test]
fn a_copy_beside_the_firms_own_page_never_shows_that_page() -> Outcome {
    let firm = Firm::new()?;
    copy_script(&firm, "js/embed.js")?;
    firm.write_page(
        "js/index.html",
        "<!doctype html><title>Own</title><p>The firm's own page</p>",
    )?;
    let near = "<assay-assessment id=\"it\"><a href=\"contact.html\">Ask us</a></assay-assessment>";
    write_page(&firm, "<script src=\"js/embed.js\"></script>", near)?;
    let journey = firm.journey().with_preview();
    journey.run(async |visitor| {
        visitor.open_without_waiting("").await?;
        assert_eq!(wait_for_event(visitor, "assay-error").await?["code"], "unreachable");
        let shows = "const it = document.querySelector('#it'); return !it.shadowRoot.querySelector('iframe') && it.querySelector('a').checkVisibility()";
        visitor.wait_until("the content shows", shows).await
    })
}
