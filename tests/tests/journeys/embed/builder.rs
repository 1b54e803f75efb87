//! The page that makes the line of code.

use assay_journeys::{Firm, Journey, Key, Outcome, Visitor};

fn at_the_builder() -> Journey {
    Journey::new().with_preview()
}

async fn chooses(visitor: &Visitor, name: &str, value: &str) -> Outcome {
    let script = "const select = document.querySelector(`select[name=${arguments[0]}]`);
        select.value = arguments[1]; select.dispatchEvent(new Event('change', { bubbles: true }))";
    visitor
        .script(script, vec![name.into(), value.into()])
        .await?;
    Ok(())
}

async fn writes(visitor: &Visitor, field: &str, text: &str) -> Outcome {
    visitor.press(field).await?;
    let clear = "const field = document.querySelector(arguments[0]); field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true }))";
    visitor.script(clear, vec![field.into()]).await?;
    visitor.types(text).await
}

#[test]
fn options_make_a_line_of_code_and_show_in_the_preview() -> Outcome {
    at_the_builder().run(async |visitor| {
        visitor.open("#/embed").await?;
        visitor.is_on("embed").await?;
        let plain = visitor.value("textarea[name=code]").await?;
        assert_eq!(plain, format!("<script src=\"{0}embed.js\" async></script>\n<assay-assessment><a href=\"{0}\">Take the assessment</a></assay-assessment>", visitor.address()));
        visitor.enters(".preview assay-assessment").await?;
        visitor.is_on("start").await?;
        visitor.leaves().await?;
        chooses(visitor, "lang", "zh-CN").await?;
        visitor.enters(".preview assay-assessment").await?;
        visitor.sees("html[lang=zh-CN]").await?;
        visitor.leaves().await?;
        chooses(visitor, "mode", "popup").await?;
        writes(visitor, "input[name=label]", "Say \"A\" & <B>").await?;
        visitor.until("the preview has a button", "return document.querySelector('.preview assay-assessment').shadowRoot.querySelector('button')?.textContent === 'Say \"A\" & <B>'").await?;
        let code = visitor.value("textarea[name=code]").await?;
        assert!(code.contains("<assay-assessment lang=\"zh-CN\" mode=\"popup\" label=\"Say &quot;A&quot; &amp; &lt;B&gt;\">"), "{code}");
        // What was chosen outlives a change of the language of the page itself.
        visitor.press("[data-action=language]").await?;
        visitor.sees("html[lang=zh-CN] main[data-page=embed]").await?;
        assert_eq!(visitor.value("input[name=label]").await?, "Say \"A\" & <B>");
        Ok(())
    })
}

#[test]
fn who_puts_it_into_a_folder_is_told_who_else_can_read_the_answers() -> Outcome {
    let told = "return document.querySelector('[data-shared-origin]').textContent !== ''";
    let untold = "return document.querySelector('[data-shared-origin]').textContent === ''";
    at_the_builder().under("/tools/").run(async |visitor| {
        visitor.open("?lang=en#/embed").await?;
        visitor.is_on("embed").await?;
        visitor.until("the folder is warned of", told).await?;
        let text = visitor.text("[data-shared-origin]").await?;
        assert!(text.contains("host name of its own"), "{text}");
        for (address, warned) in [
            ("https://assay.firm.example/", untold),
            ("https://firm.github.io/", told),
        ] {
            let write = "const field = document.querySelector('input[name=home]'); field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))";
            visitor.script(write, vec![address.into()]).await?;
            visitor.until(address, warned).await?;
        }
        Ok(())
    })
}

#[test]
fn the_line_of_code_works_on_another_site() -> Outcome {
    let firm = Firm::new()?;
    let mut code = String::new();
    at_the_builder().at(&firm.app()).run(async |visitor| {
        visitor.open("?lang=en#/embed").await?;
        chooses(visitor, "depth", "quick").await?;
        visitor.press("input[name=fixed]").await?;
        visitor
            .until(
                "the line is fixed",
                "return document.querySelector('textarea[name=code]').value.includes('integrity=')",
            )
            .await?;
        code = visitor.value("textarea[name=code]").await?;
        Ok(())
    })?;
    assert!(
        code.contains("integrity=\"sha384-") && code.contains("crossorigin=\"anonymous\""),
        "{code}"
    );
    firm.page(
        "index.html",
        &format!("<!doctype html><html lang=\"en\"><title>A firm</title>{code}</html>"),
    )?;
    firm.journey().run(async |visitor| {
        visitor.open_unready("").await?;
        visitor.enters("assay-assessment").await?;
        visitor.is_on("start").await
    })
}

#[test]
fn sites_make_a_configuration_and_headers_for_every_host() -> Outcome {
    at_the_builder().run(async |visitor| {
        visitor.open("#/embed").await?;
        writes(visitor, "input[name=firm]", "Northlight").await?;
        writes(visitor, "textarea[name=sites]", "https://northlight.example").await?;
        visitor.key(Key::Enter).await?;
        visitor.types("northlight.example/path").await?;
        visitor.sees(".faults li").await?;
        let fault = visitor.text(".faults").await?;
        assert!(fault.contains("northlight.example/path"), "{fault}");
        let config: serde_json::Value = serde_json::from_str(&visitor.value("textarea[name=config]").await?)?;
        assert_eq!(config["allowed_origins"], serde_json::json!(["https://northlight.example"]));
        assert_eq!(config["brand"]["name"], "Northlight");
        for host in ["listed", "nginx", "apache", "caddy", "vercel", "azure"] {
            chooses(visitor, "host", host).await?;
            visitor.until(&format!("headers for {host}"), "return document.querySelector('textarea[name=headers]').value.includes(\"frame-ancestors 'self' https://northlight.example\")").await?;
        }
        Ok(())
    })
}

#[test]
fn everything_is_done_with_the_keyboard_alone() -> Outcome {
    at_the_builder().run(async |visitor| {
        visitor.open("#/embed").await?;
        visitor.enters(".preview assay-assessment").await?;
        visitor.leaves().await?;
        visitor.script("document.querySelector('main h1').focus()", Vec::new()).await?;
        visitor.tabs_to("select[name=theme]").await?;
        visitor.key(Key::Down).await?;
        visitor.until("light is chosen", "return document.querySelector('textarea[name=code]').value.includes('theme=\"light\"')").await?;
        visitor.tabs_to("[data-copies=code]").await?;
        visitor.key(Key::Enter).await?;
        visitor.sees(".notice").await
    })
}
