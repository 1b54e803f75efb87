//! The page before the program arrives.

use assay_journeys::{Gate, Journey, Outcome, SiteFolder};

#[test]
fn the_first_screen_paints_before_the_program() -> Outcome {
    for (language, expected) in [
        ("en", "How much of your company is AI?"),
        ("zh-CN", "含AI量"),
    ] {
        let gate = Gate::holding_wasm()?;
        Journey::new().at_address(gate.address()).language(language).without_load_wait().run(async |visitor| {
            visitor.open_without_waiting("").await?;
            visitor.wait_visible("main[data-page=start] h1").await?;
            let script = format!("return [...document.querySelectorAll('main h1')].some(h => h.checkVisibility() && h.textContent.includes({expected:?}))");
            visitor.wait_until("the heading shows in the browser's language", &script).await?;
            assert_eq!(visitor.count_visible("html[data-ready]").await?, 0, "the program is not there yet");
            assert_eq!(visitor.count_visible("main h1").await?, 1, "one heading shows");
            gate.release();
            visitor.wait_ready().await
        })?;
    }
    Ok(())
}

#[test]
fn a_click_before_the_program_has_arrived_is_not_lost() -> Outcome {
    let gate = Gate::holding_wasm()?;
    Journey::new()
        .at_address(gate.address())
        .without_load_wait()
        .run(async |visitor| {
            visitor.open_without_waiting("").await?;
            visitor
                .press("[data-language=en] [data-action=start][data-depth=quick]")
                .await?;
            gate.release();
            visitor.wait_ready().await?;
            visitor.wait_for_page("profile").await?;
            assert_eq!(visitor.value("input[name=depth]:checked").await?, "quick");
            Ok(())
        })
}

#[test]
fn the_language_can_be_changed_before_the_program_has_arrived() -> Outcome {
    let gate = Gate::holding_wasm()?;
    Journey::new()
        .at_address(gate.address())
        .without_load_wait()
        .run(async |visitor| {
            visitor.open_without_waiting("").await?;
            visitor.choose_language("zh-CN").await?;
            visitor.choose_language("de").await?;
            visitor.wait_visible("[data-language=de] main h1").await?;
            gate.release();
            visitor.wait_ready().await?;
            assert_eq!(visitor.attribute("html", "lang").await?, "de");
            Ok(())
        })
}

#[test]
fn an_example_pressed_before_the_program_has_arrived_opens() -> Outcome {
    let gate = Gate::holding_wasm()?;
    Journey::new()
        .at_address(gate.address())
        .without_load_wait()
        .run(async |visitor| {
            visitor.open_without_waiting("").await?;
            visitor
                .press("[data-language=en] a[href='#/example/school']")
                .await?;
            gate.release();
            visitor.wait_ready().await?;
            visitor.wait_for_page("shared").await
        })
}

/// A copy of the site whose programs are no WebAssembly.
fn site_with_broken_programs() -> Outcome<SiteFolder> {
    let folder = SiteFolder::copy_built_site()?;
    folder.break_programs("")?;
    Ok(folder)
}

#[test]
fn a_program_that_fails_before_the_settings_arrive_is_reported_on_the_page_alone() -> Outcome {
    let folder = site_with_broken_programs()?;
    // The reader's own result needs the full app, whatever the settings are.
    for place in ["", "#/results"] {
        let gate = Gate::holding_requests(folder.path(), "config.json")?;
        Journey::new().at_address(gate.address()).without_load_wait().run(async |visitor| {
            visitor.open_without_waiting(place).await?;
            let failed = "return performance.getEntriesByType('resource').some(e => e.name.endsWith('.wasm') && e.responseEnd > 0 && performance.now() > e.responseEnd + 500)";
            visitor.wait_until("the program has failed", failed).await?;
            gate.release();
            visitor.wait_visible("html[data-failed] [role=alert]").await
        })?;
    }
    Ok(())
}

#[test]
fn a_program_that_cannot_be_loaded_is_reported_in_the_readers_language() -> Outcome {
    let folder = site_with_broken_programs()?;
    for (language, place, expected) in [
        ("en", "#/s/data", "could not be loaded"),
        ("zh-CN", "", "没能加载"),
    ] {
        Journey::new()
            .folder(folder.path())
            .language(language)
            .without_load_wait()
            .run(async |visitor| {
                visitor.open_without_waiting(place).await?;
                visitor.wait_visible("html[data-failed] [role=alert]").await?;
                let messages = "return [...document.querySelectorAll('[role=alert], [role=status]')].filter(e => e.checkVisibility()).map(e => e.textContent).join()";
                let messages = visitor.run_script(messages, Vec::new()).await?.to_string();
                assert!(messages.contains(expected), "{messages}");
                assert!(!messages.contains("One moment"), "{messages}");
                Ok(())
            })?;
    }
    Ok(())
}
