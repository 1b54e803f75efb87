//! Where the parts of a result are: they do not move after they show, and what a reader asks first is
//! near the top.

use assay_journeys::{Journey, Outcome, Visitor, load_company};
use serde_json::json;

/// Records every distance of the actions from the top of the page, from their first frame on.
const RECORD_PLACES: &str = "
    window.places = [];
    const record = () => {
        const actions = document.querySelector('main .actions');
        if (actions) {
            const place = Math.round(actions.getBoundingClientRect().top + scrollY);
            if (place !== window.places.at(-1)) window.places.push(place);
        }
        requestAnimationFrame(record);
    };
    requestAnimationFrame(record);";

/// Whether the simulation has ended and its figures are in a frame.
const IS_COMPLETE: &str = "return Boolean(document.querySelector('.finding-confidence') && document.querySelector('.trace'))";

/// The distance of the end of the elements from the top of the page, in pixels.
const END_OF_ELEMENTS: &str =
    "return document.querySelector('main .sections').getBoundingClientRect().bottom + scrollY";

async fn places_of_actions(visitor: &Visitor, example: &str) -> Outcome<String> {
    visitor.preload_script(RECORD_PLACES).await?;
    visitor.open(&format!("#/example/{example}")).await?;
    visitor
        .wait_until("the result is complete", IS_COMPLETE)
        .await?;
    visitor.wait_at_rest("main .actions").await?;
    let places = visitor.run_script("return window.places", vec![]).await?;
    Ok(places.to_string())
}

#[test]
fn the_actions_of_a_result_do_not_move_after_they_show() -> Outcome {
    // One company has open answers, whose plausible range is computed; one has none.
    for (width, language, example) in [
        (390, "en", "insurer"),
        (390, "de", "bank"),
        (1280, "zh-CN", "school"),
        (1280, "en", "cloud"),
        (390, "ja", "medical"),
    ] {
        Journey::new()
            .size(width, 844)
            .language(language)
            .run(async |visitor| {
                let places = places_of_actions(visitor, example).await?;
                assert!(
                    !places.contains(','),
                    "{example} in {language} at {width}: {places}"
                );
                Ok(())
            })?;
    }
    Ok(())
}

/// Chooses the third level of all questions of a section.
async fn fill_in(visitor: &Visitor, section: &str) -> Outcome {
    visitor.go_to_section(section).await?;
    let script = "document.querySelectorAll('fieldset[data-question] input[value=\"2\"]').forEach(level => level.click())";
    visitor.run_script(script, vec![]).await?;
    Ok(())
}

#[test]
fn the_actions_of_the_own_result_do_not_move_either() -> Outcome {
    let few: &[&str] = &["compute"];
    let all: &[&str] = &["data", "algorithms", "compute", "strategy"];
    // With few answers the first question to answer is found late, with all of them the confidence.
    for (width, language, sections) in [
        (390, "de", few),
        (1280, "en", few),
        (1280, "en", all),
        (390, "zh-CN", all),
    ] {
        Journey::new()
            .size(width, 844)
            .language(language)
            .run(async |visitor| {
                visitor.open("#/s/data").await?;
                for section in sections {
                    fill_in(visitor, section).await?;
                }
                visitor.go_to_page("results").await?;
                visitor.preload_script(RECORD_PLACES).await?;
                visitor.reload().await?;
                let is_complete = "return document.querySelector('.trace') && document.querySelector('.finding-first span')";
                visitor.wait_until("the result is complete", is_complete).await?;
                visitor.wait_at_rest("main .actions").await?;
                let places = visitor.run_script("return window.places", vec![]).await?;
                let places = places.to_string();
                let answered = sections.len();
                assert!(!places.contains(','), "{answered} sections in {language} at {width}: {places}");
                Ok(())
            })?;
    }
    Ok(())
}

#[test]
fn verdict_actions_and_elements_come_before_everything_else_on_a_few_screens() -> Outcome {
    for ((width, height), screens) in [((390, 844), 5.0), ((1280, 900), 3.0)] {
        Journey::new().size(width, height).run(async |visitor| {
            visitor.open("#/example/medical").await?;
            visitor
                .wait_until("the result is complete", IS_COMPLETE)
                .await?;
            visitor.wait_at_rest("main .sections").await?;
            let end = visitor.run_script(END_OF_ELEMENTS, vec![]).await?;
            let end = end.as_f64().unwrap_or(f64::MAX) / f64::from(height);
            assert!(end <= screens, "{end} screens at {width}");
            Ok(())
        })?;
    }
    Ok(())
}

/// Records what moves by more than about a line without an input of the reader.
const RECORD_SHIFTS: &str = "
    window.shifts = [];
    new PerformanceObserver(list => {
        for (const shift of list.getEntries()) if (!shift.hadRecentInput && shift.value > 0.006) window.shifts.push(
            [shift.value, ...shift.sources.map(it => it.node?.className ?? it.node?.nodeName)].join(' '));
    }).observe({ type: 'layout-shift', buffered: true });";

#[test]
fn nothing_moves_while_a_page_reads_what_is_stored() -> Outcome {
    let company = load_company("bank, quick")?;
    for (width, height) in [(390, 844), (1280, 800)] {
        Journey::new().size(width, height).run(async |visitor| {
            visitor.open_and_complete(&company).await?;
            visitor.preload_script(RECORD_SHIFTS).await?;
            let slower = json!({ "rate": 4 });
            visitor
                .send_devtools("Emulation.setCPUThrottlingRate", slower)
                .await?;
            for (page, last) in [
                ("workspace", "[data-action=compare]"),
                ("compare", "[data-action=pick]"),
                ("team", "#team-members"),
                ("ask", ".pager [data-action=results]"),
            ] {
                visitor.open(&format!("#/{page}")).await?;
                visitor.wait_at_rest(last).await?;
                let shifts = visitor.run_script("return window.shifts", vec![]).await?;
                assert_eq!(shifts, json!([]), "{page} at {width}");
            }
            Ok(())
        })?;
    }
    Ok(())
}
