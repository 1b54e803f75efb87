//! Browsers without a required feature: the page names it in the reader's language.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};

/// The text of the visible alerts.
async fn visible_alerts(visitor: &Visitor) -> Outcome<String> {
    visitor
        .wait_until(
            "an alert shows",
            "return [...document.querySelectorAll('[role=alert]')].some(e => e.checkVisibility())",
        )
        .await?;
    let script = "return [...document.querySelectorAll('[role=alert], [role=status]')].filter(e => e.checkVisibility()).map(e => e.textContent).join('|')";
    let alerts = visitor.run_script(script, Vec::new()).await?;
    Ok(alerts.as_str().unwrap_or_default().to_owned())
}

#[test]
fn a_browser_without_webassembly_or_too_old_shows_the_reason() -> Outcome {
    let off = "delete window.WebAssembly";
    let old = "WebAssembly.validate = () => false";
    for (lack, language, place, expected) in [
        (off, "en", "", "WebAssembly switched off"),
        (off, "zh-CN", "#/s/data", "关闭了 WebAssembly"),
        (old, "en", "#/results", "too old"),
        (old, "zh-CN", "", "太旧"),
    ] {
        Journey::new().language(language).run(async |visitor| {
            visitor.preload_script(lack).await?;
            visitor.open_without_waiting(place).await?;
            let alerts = visible_alerts(visitor).await?;
            assert!(alerts.contains(expected) && !alerts.contains('|'), "{alerts}");
            let top = "return [...document.querySelectorAll('[role=alert]')].find(e => e.checkVisibility()).getBoundingClientRect().bottom < innerHeight";
            visitor.wait_until("it is in view", top).await
        })?;
    }
    Ok(())
}

#[test]
fn a_first_script_that_did_not_run_is_reported_in_both_languages() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let page = std::fs::read_to_string(folder.path().join("index.html"))?;
    // The policy blocks a script that was changed on the way.
    folder.write("index.html", &page.replace("</script>", " </script>"))?;
    Journey::new()
        .folder(folder.path())
        .allowing_message("Content Security Policy")
        .run(async |visitor| {
            for place in ["", "#/results"] {
                visitor.open_without_waiting(place).await?;
                let alerts = visible_alerts(visitor).await?;
                assert!(
                    alerts.contains("has not started") && alerts.contains("没能启动"),
                    "{alerts}"
                );
                assert!(!alerts.contains("One moment"), "{alerts}");
            }
            Ok(())
        })
}

#[test]
fn without_scripts_the_page_states_that_it_needs_them() -> Outcome {
    Journey::new().run(async |visitor| {
        let off = serde_json::json!({ "value": true });
        visitor
            .send_devtools("Emulation.setScriptExecutionDisabled", off)
            .await?;
        visitor.open_without_waiting("").await?;
        let seen = visitor.text("body").await?;
        assert!(
            seen.contains("needs JavaScript") && seen.contains("需要 JavaScript"),
            "{seen}"
        );
        assert!(!seen.contains("has not started"), "{seen}");
        Ok(())
    })
}

#[test]
fn a_browser_that_has_everything_shows_no_warning() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        visitor.stays_hidden("[role=alert]").await
    })
}
