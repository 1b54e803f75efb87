//! The page that builds the line of code for a site.

use assay_journeys::{Firm, Journey, Key, Outcome, Visitor};

fn builder_journey() -> Journey {
    Journey::new().with_preview()
}

async fn choose_option(visitor: &Visitor, name: &str, value: &str) -> Outcome {
    let script = "const select = document.querySelector(`select[name=${arguments[0]}]`);
        select.value = arguments[1]; select.dispatchEvent(new Event('change', { bubbles: true }))";
    visitor
        .run_script(script, vec![name.into(), value.into()])
        .await?;
    Ok(())
}

async fn write_field(visitor: &Visitor, field: &str, text: &str) -> Outcome {
    visitor.press(field).await?;
    let clear = "const field = document.querySelector(arguments[0]); field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true }))";
    visitor.run_script(clear, vec![field.into()]).await?;
    visitor.type_keys(text).await
}

#[test]
fn options_make_a_line_of_code_and_show_in_the_preview() -> Outcome {
    builder_journey().run(async |visitor| {
        visitor.open("#/embed").await?;
        visitor.wait_for_page("embed").await?;
        let plain = visitor.value("textarea[name=code]").await?;
        assert_eq!(plain, format!("<script src=\"{0}embed.js\" async></script>\n<assay-assessment><a href=\"{0}\">Take the assessment</a></assay-assessment>", visitor.address()));
        visitor.enter_embed(".preview assay-assessment").await?;
        visitor.wait_for_page("profile").await?;
        visitor.leave_frame().await?;
        choose_option(visitor, "lang", "zh-CN").await?;
        visitor.enter_embed(".preview assay-assessment").await?;
        visitor.wait_visible("html[lang=zh-CN]").await?;
        visitor.leave_frame().await?;
        choose_option(visitor, "mode", "popup").await?;
        write_field(visitor, "input[name=label]", "Say \"A\" & <B>").await?;
        visitor.wait_until("the preview has a button", "return document.querySelector('.preview assay-assessment').shadowRoot.querySelector('button')?.textContent === 'Say \"A\" & <B>'").await?;
        let code = visitor.value("textarea[name=code]").await?;
        assert!(code.contains("<assay-assessment lang=\"zh-CN\" mode=\"popup\" label=\"Say &quot;A&quot; &amp; &lt;B&gt;\">"), "{code}");
        // The options stay when the language of the page changes.
        visitor.choose_language("zh-CN").await?;
        visitor.wait_visible("html[lang=zh-CN] main[data-page=embed]").await?;
        assert_eq!(visitor.value("input[name=label]").await?, "Say \"A\" & <B>");
        Ok(())
    })
}

#[test]
fn an_app_in_a_folder_is_warned_that_its_origin_can_read_the_answers() -> Outcome {
    let warned = "return document.querySelector('[data-shared-origin]').textContent !== ''";
    let unwarned = "return document.querySelector('[data-shared-origin]').textContent === ''";
    builder_journey().under("/tools/").run(async |visitor| {
        visitor.open("?lang=en#/embed").await?;
        visitor.wait_for_page("embed").await?;
        visitor.wait_until("the folder is warned of", warned).await?;
        let text = visitor.text("[data-shared-origin]").await?;
        assert!(text.contains("host name of its own"), "{text}");
        for (address, warned) in [
            ("https://assay.firm.example/", unwarned),
            ("https://firm.github.io/", warned),
        ] {
            let write = "const field = document.querySelector('input[name=home]'); field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))";
            visitor.run_script(write, vec![address.into()]).await?;
            visitor.wait_until(address, warned).await?;
        }
        Ok(())
    })
}

#[test]
fn the_line_of_code_works_on_another_site() -> Outcome {
    let firm = Firm::new()?;
    let mut code = String::new();
    builder_journey()
        .at_address(&firm.app_address())
        .run(async |visitor| {
            visitor.open("?lang=en#/embed").await?;
            choose_option(visitor, "depth", "quick").await?;
            visitor.press("input[name=fixed]").await?;
            visitor
            .wait_until(
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
    firm.write_page(
        "index.html",
        &format!("<!doctype html><html lang=\"en\"><title>A firm</title>{code}</html>"),
    )?;
    firm.journey().run(async |visitor| {
        visitor.open_without_waiting("").await?;
        visitor.enter_embed("assay-assessment").await?;
        visitor.wait_for_page("profile").await
    })
}

#[test]
fn sites_make_a_configuration_and_headers_for_every_host() -> Outcome {
    builder_journey().run(async |visitor| {
        visitor.open("#/embed").await?;
        write_field(visitor, "input[name=firm]", "Northlight").await?;
        write_field(visitor, "textarea[name=sites]", "https://northlight.example").await?;
        visitor.press_key(Key::Enter).await?;
        visitor.type_keys("northlight.example/path").await?;
        visitor.wait_visible(".faults li").await?;
        let fault = visitor.text(".faults").await?;
        assert!(fault.contains("northlight.example/path"), "{fault}");
        let config: serde_json::Value = serde_json::from_str(&visitor.value("textarea[name=config]").await?)?;
        assert_eq!(config["allowed_origins"], serde_json::json!(["https://northlight.example"]));
        assert_eq!(config["brand"]["name"], "Northlight");
        for host in ["listed", "nginx", "apache", "caddy", "vercel", "azure"] {
            choose_option(visitor, "host", host).await?;
            visitor.wait_until(&format!("headers for {host}"), "return document.querySelector('textarea[name=headers]').value.includes(\"frame-ancestors 'self' https://northlight.example\")").await?;
        }
        Ok(())
    })
}

#[test]
fn everything_is_done_with_the_keyboard_alone() -> Outcome {
    builder_journey().run(async |visitor| {
        visitor.open("#/embed").await?;
        visitor.enter_embed(".preview assay-assessment").await?;
        visitor.leave_frame().await?;
        visitor.run_script("document.querySelector('main h1').focus()", Vec::new()).await?;
        visitor.tab_to("select[name=theme]").await?;
        visitor.press_key(Key::Down).await?;
        visitor.wait_until("the system's scheme is chosen", "return document.querySelector('textarea[name=code]').value.includes('theme=\"auto\"')").await?;
        visitor.tab_to("[data-copies=code]").await?;
        visitor.press_key(Key::Enter).await?;
        visitor.wait_visible(".notice").await
    })
}
