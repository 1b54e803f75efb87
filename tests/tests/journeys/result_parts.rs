//! A result shows its figures first and builds the charts and the parts below them after that frame.

use assay_journeys::{Error, Journey, Outcome, Visitor};

/// Prints at the moment at which the certificate is in the document, and keeps what was there before
/// and after that.
const PRINT_AT_ONCE: &str = "
    const parts = () => ({
        trace: Boolean(document.querySelector('.trace')),
        path: Boolean(document.querySelector('[data-recommendation]')),
        drawn: [...document.querySelectorAll('.two canvas')].filter(canvas => canvas.style.height).length,
    });
    new MutationObserver((_, observer) => {
        if (!document.querySelector('main [data-ai-content]')) return;
        observer.disconnect();
        const before = parts();
        dispatchEvent(new Event('beforeprint'));
        window.printedParts = { before, after: parts() };
        dispatchEvent(new Event('afterprint'));
    }).observe(document, { childList: true, subtree: true });";

/// The order of the parts, from the certificate to the line about the questionnaire.
const IN_ORDER: &str = "const all = ['.certificate', '.actions', '[data-recommendation]', '.sections', '[data-benchmark]', '.what-if', '.all-answers', '.trace']
    .map(selector => document.querySelector(`main ${selector}`));
    return all.every((part, at) => part && (at === 0
        || all[at - 1].compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING));";

async fn printed_parts(visitor: &Visitor) -> Outcome<(serde_json::Value, serde_json::Value)> {
    visitor
        .wait_until(
            "the result is printed",
            "return Boolean(window.printedParts)",
        )
        .await?;
    let parts = visitor
        .run_script("return window.printedParts", vec![])
        .await?;
    let part = |name| parts.get(name).cloned();
    part("before")
        .zip(part("after"))
        .ok_or_else(|| Error::new(format!("The parts were not recorded: {parts}")))
}

#[test]
fn a_result_that_is_printed_with_its_first_frame_is_complete() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/").await?;
        visitor.run_script(PRINT_AT_ONCE, vec![]).await?;
        visitor.go_to_hash("#/example/insurer").await?;
        let (before, after) = printed_parts(visitor).await?;
        assert_eq!(before["trace"], false, "{before}");
        assert_eq!(before["path"], false, "{before}");
        assert_eq!(after["trace"], true, "{after}");
        assert_eq!(after["path"], true, "{after}");
        assert_eq!(after["drawn"], 2, "{after}");
        visitor.wait_until("the parts are in order", IN_ORDER).await
    })
}

#[test]
fn the_parts_of_every_result_are_in_order() -> Outcome {
    Journey::new().run(async |visitor| {
        for place in ["#/example/insurer", "#/example/school"] {
            visitor.open(place).await?;
            visitor
                .wait_until("the parts are in order", IN_ORDER)
                .await?;
        }
        visitor.go_to_hash("#/example/cloud").await?;
        visitor.wait_until("the parts are in order", IN_ORDER).await
    })
}

/// Whether two results are built anew together with their parts: a part that arrives later would
/// move what the reader looks at.
const IS_COMPLETE_AT_ONCE: &str = "
    window.completeAtOnce = undefined;
    new MutationObserver((_, observer) => {
        if (document.documentElement.lang !== 'zh-CN') return;
        observer.disconnect();
        window.completeAtOnce = Boolean(document.querySelector('main .trace'));
    }).observe(document, { childList: true, subtree: true, attributes: true });";

#[test]
fn a_result_that_replaces_a_result_is_complete_at_once() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/example/insurer").await?;
        visitor
            .wait_until("the parts are in order", IN_ORDER)
            .await?;
        visitor.run_script(IS_COMPLETE_AT_ONCE, vec![]).await?;
        visitor.request_language("zh-CN").await?;
        visitor
            .wait_until(
                "the language is switched",
                "return window.completeAtOnce !== undefined",
            )
            .await?;
        let complete = visitor
            .run_script("return window.completeAtOnce", vec![])
            .await?;
        assert_eq!(complete, true);
        Ok(())
    })
}

#[test]
fn a_result_that_was_built_out_of_sight_leaves_nothing_behind() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3"), ("data.labels", "2")]).await?;
        // The full app has loaded the wording last, before it builds the example's result.
        visitor
            .wait_until(
                "the full app is prepared",
                "return performance.getEntriesByType('resource').some(one => /models\\/standard\\.en(-[0-9a-f]+)?\\.json/.test(one.name))",
            )
            .await?;
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        let left = "return [document.querySelectorAll('main').length, document.querySelectorAll('[data-ai-content]').length,
            Object.keys(localStorage).filter(key => key.startsWith('a//')).length].join()";
        assert_eq!(visitor.run_script(left, vec![]).await?, "1,0,0");
        visitor.go_to_page("results").await?;
        visitor.wait_until("the certificate shows", "return Boolean(document.querySelector('main .trace'))").await?;
        assert_eq!(visitor.run_script("return document.querySelectorAll('main').length", vec![]).await?, 1);
        Ok(())
    })
}

/// The number of lines that the actions of a result take.
const ACTION_LINES: &str = "const shown = [...document.querySelectorAll('.actions .row > *')];
    return new Set(shown.map(one => { const box = one.getBoundingClientRect(); return Math.round((box.top + box.bottom) / 16); })).size";

#[test]
fn the_actions_of_a_result_take_two_lines_on_a_phone_in_every_language() -> Outcome {
    for language in ["en", "zh-CN", "de", "ja"] {
        Journey::new()
            .language(language)
            .size(390, 844)
            .run(async |visitor| {
                visitor.open("#/example/bank").await?;
                visitor.wait_visible(".actions").await?;
                let lines = visitor.run_script(ACTION_LINES, vec![]).await?;
                assert_eq!(lines, 2, "of an example in {language}");
                visitor.press("[data-action=continue]").await?;
                visitor.wait_for_page("review").await?;
                visitor.go_to_page("results").await?;
                visitor.wait_visible("[data-audience]").await?;
                let lines = visitor.run_script(ACTION_LINES, vec![]).await?;
                assert_eq!(lines, 2, "of an own result in {language}");
                let bar = "return innerWidth - document.documentElement.clientWidth";
                let bar = visitor.run_script(bar, vec![]).await?.as_u64();
                let bar = bar.map_or(Ok(0), u32::try_from).unwrap_or_default();
                for width in [360, 348, 334, 320] {
                    // The scroll bar takes no room on a phone.
                    visitor.resize(width + bar, 740).await?;
                    let lines = visitor.run_script(ACTION_LINES, vec![]).await?;
                    assert_eq!(lines, 2, "in a page of {width} px in {language}");
                }
                Ok(())
            })?;
    }
    Ok(())
}

/// The names of sections that are broken within a word: taller than their words are many.
const BROKEN_NAMES: &str = "return [...document.querySelectorAll('.bar-row > :first-child')]
    .filter(name => name.getBoundingClientRect().height > 1.7 * parseFloat(getComputedStyle(name).lineHeight)
        && !name.textContent.trim().includes(' ')).map(name => name.textContent).join()";

#[test]
fn no_name_of_a_section_is_broken_on_a_phone() -> Outcome {
    for language in ["en", "de"] {
        Journey::new()
            .language(language)
            .size(390, 844)
            .run(async |visitor| {
                visitor.open("#/").await?;
                visitor.wait_visible(".bar-row").await?;
                let broken = visitor.run_script(BROKEN_NAMES, vec![]).await?;
                assert_eq!(broken, "", "on the start page in {language}");
                visitor.go_to_hash("#/example/bank").await?;
                visitor.wait_for_page("shared").await?;
                visitor.wait_visible("main .bar-row").await?;
                let broken = visitor.run_script(BROKEN_NAMES, vec![]).await?;
                assert_eq!(broken, "", "on the result in {language}");
                Ok(())
            })?;
    }
    Ok(())
}
