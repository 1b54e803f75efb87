//! The frame has the colours of the page around it.

use assay_journeys::{Axe, Firm, Journey, Outcome, Visitor};

use super::{received_events, set_attribute, wait_for_event};

/// Writes a firm's page with a style sheet of its own, without permission for inline styles.
fn firm_with_style(style: &str, attributes: &str) -> Outcome<Firm> {
    let firm = Firm::new()?;
    firm.write_page("page.css", style)?;
    firm.write_page(
        "_headers",
        "/*\n  Content-Security-Policy: default-src 'self'; script-src 'self' http://localhost:*; frame-src http://localhost:*\n",
    )?;
    let element = format!(
        "<h1>A firm</h1><main><assay-assessment id=\"it\" {attributes}><a href=\"APP\">Take it</a></assay-assessment></main>"
    );
    firm.write_embedding_page(
        "index.html",
        &format!("<link rel=\"stylesheet\" href=\"page.css\">{element}"),
    )?;
    Ok(firm)
}

fn journey(firm: &Firm) -> Journey {
    firm.journey().allowing_message("assay-assessment")
}

/// Waits until the frame shows these colours of body, text and links.
async fn wait_for_colours(visitor: &Visitor, paper: &str, ink: &str, act: &str) -> Outcome {
    visitor.enter_embed("#it").await?;
    visitor.wait_ready().await?;
    let token =
        |name| format!("getComputedStyle(document.documentElement).getPropertyValue('--{name}')");
    let shown = format!(
        "[{}, {}, {}].join(' ')",
        token("paper"),
        token("ink"),
        token("act")
    );
    visitor
        .wait_until(
            &format!("the colours are {paper} {ink} {act}"),
            &format!("return {shown} === '{paper} {ink} {act}'"),
        )
        .await
}

async fn check_no_errors(visitor: &Visitor) -> Outcome {
    assert_eq!(
        received_events(visitor, "assay-error").await?,
        [] as [serde_json::Value; 0]
    );
    Ok(())
}

/// What Assay's own colours are in the computed value of a token.
const OWN_PAPER: &str = "return getComputedStyle(document.body).backgroundColor";

#[test]
fn a_light_page_gives_its_colours() -> Outcome {
    let firm = firm_with_style(
        "body { background: #fff8f0; color: #332211; transition: none } a { color: #8a1c4a }",
        "",
    )?;
    journey(&firm).run(async |visitor| {
        visitor.open_without_waiting("").await?;
        wait_for_colours(visitor, "#fff8f0", "#332211", "#8a1c4a").await?;
        let axe = Axe::load()?;
        assert_eq!(axe.find_violations(visitor).await?, Vec::<String>::new());
        check_no_errors(visitor).await
    })
}

#[test]
fn a_dark_section_counts_with_all_that_lies_below_it() -> Outcome {
    // Half black over white, in notations of their own, in a light page.
    let firm = firm_with_style(
        "body { background: white } main { background: rgb(0 0 0 / .8); color: oklch(1 0 0); }
         a { background: color(srgb .5 .8 1); color: #000 }",
        "",
    )?;
    journey(&firm).run(async |visitor| {
        visitor.open_without_waiting("").await?;
        wait_for_colours(visitor, "#333333", "#ffffff", "#80ccff").await?;
        let scheme = "return getComputedStyle(document.documentElement).colorScheme === 'dark'";
        visitor.wait_until("controls are dark", scheme).await?;
        let axe = Axe::load()?;
        assert_eq!(axe.find_violations(visitor).await?, Vec::<String>::new());
        check_no_errors(visitor).await
    })
}

#[test]
fn colours_change_with_the_page_while_the_frame_is_open() -> Outcome {
    let firm = firm_with_style(
        ":root { background: #ffffff; color: #222222; accent-color: #0b5fff; transition: background-color .2s, color .2s }
         :root[data-theme=night] { background: #101820; color: #f0f0f0; accent-color: #7fc8ff }",
        "",
    )?;
    journey(&firm).run(async |visitor| {
        visitor.open_without_waiting("").await?;
        wait_for_colours(visitor, "#ffffff", "#222222", "#0b5fff").await?;
        visitor.leave_frame().await?;
        visitor
            .run_script("document.documentElement.dataset.theme = 'night'", vec![])
            .await?;
        wait_for_colours(visitor, "#101820", "#f0f0f0", "#7fc8ff").await?;
        // Assay's own colours, and back.
        set_attribute(visitor, "theme", Some("light")).await?;
        visitor.enter_embed("#it").await?;
        visitor
            .wait_until(
                "Assay's paper",
                &format!("{OWN_PAPER} === 'rgb(251, 249, 244)'"),
            )
            .await?;
        set_attribute(visitor, "theme", None).await?;
        wait_for_colours(visitor, "#101820", "#f0f0f0", "#7fc8ff").await?;
        check_no_errors(visitor).await
    })
}

#[test]
fn pale_colours_become_readable_and_the_page_is_told() -> Outcome {
    let firm = firm_with_style(
        "body { background: #fff; color: #ccc } a { color: #fc0 }",
        "",
    )?;
    journey(&firm).run(async |visitor| {
        visitor.open_without_waiting("").await?;
        wait_for_event(visitor, "assay-error").await?;
        wait_for_event(visitor, "assay-ready").await?;
        visitor
            .wait_until(
                "both colours are reported",
                "return window.seen.filter(one => one.type === 'assay-error').length === 2",
            )
            .await?;
        let errors = received_events(visitor, "assay-error").await?;
        let messages: Vec<_> = errors
            .iter()
            .filter_map(|one| one["message"].as_str())
            .collect();
        assert!(
            errors.iter().all(|one| one["code"] == "colours"),
            "{errors:?}"
        );
        assert!(messages[0].contains("text colour #cccccc"), "{messages:?}");
        assert!(
            messages[1].contains("accent colour #ffcc00"),
            "{messages:?}"
        );
        visitor.enter_embed("#it").await?;
        visitor.wait_ready().await?;
        let axe = Axe::load()?;
        assert_eq!(axe.find_violations(visitor).await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_middle_grey_is_refused_and_the_frame_keeps_its_own_colours() -> Outcome {
    let firm = firm_with_style("body { background: #808080; color: #000 }", "")?;
    journey(&firm).run(async |visitor| {
        visitor.open_without_waiting("").await?;
        let error = wait_for_event(visitor, "assay-error").await?;
        assert_eq!(error["code"], "colours");
        assert!(
            error["message"]
                .as_str()
                .unwrap_or_default()
                .contains("#808080"),
            "{error}"
        );
        visitor.enter_embed("#it").await?;
        visitor.wait_ready().await?;
        visitor
            .wait_until(
                "Assay's paper",
                &format!("{OWN_PAPER} === 'rgb(251, 249, 244)'"),
            )
            .await
    })
}

#[test]
fn a_page_without_colours_gives_those_of_the_browser() -> Outcome {
    let firm = firm_with_style("", "")?;
    journey(&firm).run(async |visitor| {
        visitor.open_without_waiting("").await?;
        // The blue of links is the browser's, so the accent is Assay's.
        wait_for_colours(visitor, "#ffffff", "#000000", "#0b5c56").await?;
        check_no_errors(visitor).await
    })
}

#[test]
fn a_brand_with_colours_keeps_them() -> Outcome {
    let firm = firm_with_style("body { background: #101820; color: #f0f0f0 }", "")?;
    firm.write_config(serde_json::json!({
        "format": "assay.config/1",
        "brand": { "name": "Northlight", "colours": { "dark": { "paper": "#14110c" } } },
        "allowed_origins": [firm.origin()],
    }))?;
    journey(&firm).run(async |visitor| {
        visitor.open_without_waiting("").await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_ready().await?;
        visitor
            .wait_until(
                "the brand's dark paper",
                &format!("{OWN_PAPER} === 'rgb(20, 17, 12)'"),
            )
            .await
    })
}

#[test]
fn a_dialog_has_the_colours_of_the_page_too() -> Outcome {
    let firm = firm_with_style(
        "body { background: #101820; color: #f0f0f0 }",
        "mode=\"popup\"",
    )?;
    journey(&firm).run(async |visitor| {
        visitor.open_without_waiting("").await?;
        visitor.wait_until("the element is there", "return document.querySelector('#it').shadowRoot?.querySelector('button')").await?;
        super::call_method(visitor, "open").await?;
        let dialog = "const style = getComputedStyle(document.querySelector('#it').shadowRoot.querySelector('dialog'));
            return `${style.backgroundColor} ${style.color}` === 'rgb(16, 24, 32) rgb(240, 240, 240)'";
        visitor.wait_until("the dialog is dark", dialog).await?;
        visitor.enter_embed("#it").await?;
        visitor.wait_ready().await
    })
}
