//! The owner's `config.json`: brand, wording, restrictions, and faults in it.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor, load_company};
use serde_json::{Value, json};

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><rect width="80" height="20" fill="#1d4f91"/></svg>"##;

fn branded_site(config: &Value) -> Outcome<SiteFolder> {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("config.json", &config.to_string())?;
    folder.write("brand/logo.svg", LOGO)?;
    Ok(folder)
}

fn full_config() -> Value {
    json!({
        "format": "assay.config/1",
        "brand": {
            "name": "Northgate", "logo": "brand/logo.svg", "radius": 9,
            "colours": { "light": { "act": "#1d4f91", "metal": "#8a5a00" }, "dark": { "act": "#8fbcf5", "act-ink": "#0d1420" } },
            "fonts": { "sans": "Georgia, serif" },
        },
        "default_depth": "full",
        "texts": { "en": { "start.title": "How ready is your firm?" } },
        "call_to_action": { "label": { "en": "Talk to us", "zh-CN": "联系我们" }, "address": "https://northgate.example/contact?result={link}" },
        "legal": [{ "label": { "en": "Imprint", "zh-CN": "版权信息" }, "address": "https://northgate.example/imprint" }],
        "off": ["sharing", "export", "languages", "own_models"],
    })
}

async fn computed_style(visitor: &Visitor, selector: &str, property: &str) -> Outcome<String> {
    let script = "return getComputedStyle(document.querySelector(arguments[0])).getPropertyValue(arguments[1])";
    let value = visitor
        .run_script(script, vec![selector.into(), property.into()])
        .await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

#[test]
fn the_owners_brand_and_words_are_everywhere() -> Outcome {
    let folder = branded_site(&full_config())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open("").await?;
        visitor.wait_for_page("start").await?;
        assert_eq!(visitor.text("h1").await?, "How ready is your firm?");
        assert_eq!(visitor.text(".bar .mark").await?, "Northgate");
        assert_eq!(
            visitor.title().await?,
            "Northgate · How ready is your firm?"
        );
        visitor.wait_visible(".bar img.logo").await?;
        visitor.wait_hidden("[data-action=language]").await?;
        assert_eq!(
            computed_style(visitor, ".button", "background-color").await?,
            "rgb(29, 79, 145)"
        );
        assert_eq!(
            computed_style(visitor, ".button", "border-top-left-radius").await?,
            "9px"
        );
        assert!(
            computed_style(visitor, "body", "font-family")
                .await?
                .starts_with("Georgia")
        );
        let first = visitor
            .attribute("[data-action=start].button:not(.quiet)", "data-depth")
            .await?;
        assert_eq!(first, "full", "the main button");
        assert_eq!(
            visitor.attribute(".foot a", "href").await?,
            "https://northgate.example/imprint"
        );
        visitor.open("?lang=zh-CN#/about").await?;
        assert_eq!(visitor.text(".foot a").await?, "版权信息");
        assert_eq!(visitor.text("h1").await?, "关于 Northgate");
        Ok(())
    })
}

#[test]
fn features_that_the_owner_switched_off_are_not_offered_and_the_link_is_added_only_with_consent()
-> Outcome {
    let company = load_company("bank, quick")?;
    let mut config = full_config();
    config["off"] = json!(["export"]);
    let folder = branded_site(&config)?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.wait_visible("[data-action=share]").await?;
        visitor.wait_hidden("[data-action=export-json]").await?;
        let address = "[data-action=call]";
        assert_eq!(
            visitor.attribute(address, "href").await?,
            "https://northgate.example/contact?result="
        );
        visitor.press("input[name=with-link]").await?;
        let with = visitor.attribute(address, "href").await?;
        assert!(
            with.contains("contact?result=http%3A%2F%2F127.0.0.1") && with.contains("%23%2Fr%2F"),
            "{with}"
        );
        visitor.press("input[name=with-link]").await?;
        assert_eq!(
            visitor.attribute(address, "href").await?,
            "https://northgate.example/contact?result="
        );
        Ok(())
    })?;
    let folder = branded_site(&full_config())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.wait_visible("[data-action=call]").await?;
        visitor.wait_hidden("[data-action=share]").await?;
        visitor.wait_hidden("input[name=with-link]").await?;
        // The print contains no link either.
        visitor.confidence().await?;
        visitor.emulate_print(true).await?;
        assert_eq!(visitor.count_visible("[data-qr]").await?, 0);
        visitor.emulate_print(false).await?;
        visitor.go_to_page("workspace").await?;
        visitor.wait_hidden("[data-action=open-model]").await
    })
}

#[test]
fn a_config_with_faults_is_not_used_and_every_fault_is_listed_in_both_languages() -> Outcome {
    let broken = include_str!("../../../app/config/tests/fixtures/broken.json");
    let folder = SiteFolder::copy_built_site()?;
    folder.write("config.json", broken)?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        for (language, title) in [
            ("en", "How much of your company is AI?"),
            ("zh-CN", "你的企业"),
        ] {
            visitor.open(&format!("?lang={language}")).await?;
            visitor.wait_visible(".config-faults[role=alert]").await?;
            let text = visitor.text(".config-faults").await?;
            assert!(
                text.contains("brand.colours.light.ink") && text.contains("1.82"),
                "{text}"
            );
            assert!(
                visitor.count_visible(".config-faults li").await? > 30,
                "{text}"
            );
            let heading = visitor.text("h1").await?;
            assert!(heading.contains(title) || language == "zh-CN", "{heading}");
        }
        folder.write("config.json", "{")?;
        visitor.open("?lang=en").await?;
        assert_eq!(visitor.count_visible(".config-faults li").await?, 1);
        Ok(())
    })
}

#[test]
fn only_the_languages_and_questionnaires_of_the_owner_are_to_be_had() -> Outcome {
    let own = include_str!("../../../docs/examples/pump-model.json");
    let config = json!({
        "format": "assay.config/1", "languages": ["zh-CN"],
        "models": [{ "address": "pump.json", "title": { "zh-CN": "水泵" } }, "standard"],
    });
    let folder = branded_site(&config)?;
    folder.write("pump.json", own)?;
    folder.write("other.json", own)?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open("?lang=en").await?;
        visitor.wait_visible("html[lang=zh-CN]").await?;
        visitor.wait_hidden("[data-action=language]").await?;
        assert_eq!(
            visitor
                .attribute("main section a[href^='?model']", "href")
                .await?,
            "?model=standard"
        );
        visitor.press("a[href='?model=standard']").await?;
        visitor.wait_ready().await?;
        visitor.wait_visible("a[href='?model=pump.json']").await?;
        visitor.open("?model=other.json").await?;
        visitor.wait_for_page("error").await?;
        let text = visitor.text("main").await?;
        assert!(text.contains("other.json"), "{text}");
        Ok(())
    })
}

#[test]
fn light_or_dark_is_the_readers_choice_and_drawings_follow() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/example/insurer").await?;
        visitor.wait_visible("canvas").await?;
        let drawn = "return document.querySelector('canvas').toDataURL().length + document.querySelector('canvas').toDataURL().slice(-400)";
        let light = visitor.run_script(drawn, Vec::new()).await?;
        visitor.open("#/about").await?;
        let choose = "const select = document.querySelector('select[name=theme]'); select.value = 'dark'; select.dispatchEvent(new Event('change', { bubbles: true }))";
        visitor.run_script(choose, Vec::new()).await?;
        assert_eq!(computed_style(visitor, "body", "background-color").await?, "rgb(21, 23, 26)");
        visitor.open("#/example/insurer").await?;
        visitor.wait_visible("html[data-theme=dark] canvas").await?;
        assert_ne!(visitor.run_script(drawn, Vec::new()).await?, light);
        assert_eq!(computed_style(visitor, "body", "background-color").await?, "rgb(21, 23, 26)");
        Ok(())
    })
}
