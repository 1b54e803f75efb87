//! Before the program has arrived.

use assay_journeys::{Gate, Journey, Outcome, SiteFolder};

#[test]
fn the_first_screen_paints_before_the_program() -> Outcome {
    for (language, words) in [
        ("en", "How much of your company is AI?"),
        ("zh-CN", "含AI量"),
    ] {
        let gate = Gate::closed()?;
        Journey::new().at(gate.address()).language(language).impatient().run(async |visitor| {
            visitor.open_unready("").await?;
            visitor.sees("main[data-page=start] h1").await?;
            let script = format!("return [...document.querySelectorAll('main h1')].some(h => h.checkVisibility() && h.textContent.includes({words:?}))");
            visitor.until("the heading shows in the browser's language", &script).await?;
            assert_eq!(visitor.count("html[data-ready]").await?, 0, "the program is not there yet");
            assert_eq!(visitor.count("main h1").await?, 1, "one heading shows");
            gate.open();
            visitor.is_ready().await
        })?;
    }
    Ok(())
}

#[test]
fn a_click_before_the_program_has_arrived_is_not_lost() -> Outcome {
    let gate = Gate::closed()?;
    Journey::new()
        .at(gate.address())
        .impatient()
        .run(async |visitor| {
            visitor.open_unready("").await?;
            visitor
                .press("[data-language=en] [data-action=start][data-depth=quick]")
                .await?;
            gate.open();
            visitor.is_ready().await?;
            visitor.is_on("profile").await?;
            assert_eq!(visitor.value("input[name=depth]:checked").await?, "quick");
            Ok(())
        })
}

#[test]
fn the_language_can_be_changed_before_the_program_has_arrived() -> Outcome {
    let gate = Gate::closed()?;
    Journey::new()
        .at(gate.address())
        .impatient()
        .run(async |visitor| {
            visitor.open_unready("").await?;
            visitor
                .press("[data-language=en] [data-action=language]")
                .await?;
            visitor.sees("html[lang=zh-CN]").await?;
            gate.open();
            visitor.is_ready().await?;
            assert_eq!(visitor.attribute("html", "lang").await?, "zh-CN");
            Ok(())
        })
}

#[test]
fn an_example_pressed_before_the_program_has_arrived_opens() -> Outcome {
    let gate = Gate::closed()?;
    Journey::new()
        .at(gate.address())
        .impatient()
        .run(async |visitor| {
            visitor.open_unready("").await?;
            visitor
                .press("[data-language=en] a[href='#/example/school']")
                .await?;
            gate.open();
            visitor.is_ready().await?;
            visitor.is_on("shared").await
        })
}

/// A copy of the site whose programs are no WebAssembly.
fn site_with_broken_programs() -> Outcome<SiteFolder> {
    let folder = SiteFolder::copy()?;
    for entry in std::fs::read_dir(folder.path())? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "wasm") {
            std::fs::write(path, "no program")?;
        }
    }
    Ok(folder)
}

#[test]
fn a_program_that_fails_before_the_settings_arrive_is_reported_on_the_page_alone() -> Outcome {
    let folder = site_with_broken_programs()?;
    let gate = Gate::holding(folder.path(), "config.json")?;
    Journey::new().at(gate.address()).impatient().run(async |visitor| {
        visitor.open_unready("").await?;
        let failed = "return performance.getEntriesByType('resource').some(e => e.name.endsWith('.wasm') && e.responseEnd > 0 && performance.now() > e.responseEnd + 500)";
        visitor.until("the program has failed", failed).await?;
        gate.open();
        visitor.sees("html[data-failed] [role=alert]").await
    })
}

#[test]
fn a_program_that_cannot_be_loaded_is_said_in_the_readers_language() -> Outcome {
    let folder = site_with_broken_programs()?;
    for (language, place, words) in [
        ("en", "#/s/data", "could not be loaded"),
        ("zh-CN", "", "没能加载"),
    ] {
        Journey::new()
            .folder(folder.path())
            .language(language)
            .impatient()
            .run(async |visitor| {
                visitor.open_unready(place).await?;
                visitor.sees("html[data-failed] [role=alert]").await?;
                let said = "return [...document.querySelectorAll('[role=alert], [role=status]')].filter(e => e.checkVisibility()).map(e => e.textContent).join()";
                let said = visitor.script(said, Vec::new()).await?.to_string();
                assert!(said.contains(words), "{said}");
                assert!(!said.contains("One moment"), "{said}");
                Ok(())
            })?;
    }
    Ok(())
}
