//! A network that fails for a short time.

use assay_journeys::{Journey, Outage, Outcome, Visitor};

/// Without the service worker, which would have cached the files.
const NO_WORKER: &str = "if (window.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('refused'))";

const RESULTS: &str = ".sticky [data-action=results]";

fn journey(outage: &Outage) -> Journey {
    Journey::new()
        .at_address(outage.address())
        .allowing_message("503")
}

/// Checks that the previous page stays with its address and answers, and shows an error.
async fn check_page_stays(visitor: &Visitor) -> Outcome {
    // During a further attempt the message of the last one shows, with the address of the result.
    visitor
        .wait_until(
            "the failure shows, with the address of the previous page",
            "return location.hash === '#/s/data' && document.querySelector('.notice')?.innerText.includes('could not be loaded')",
        )
        .await?;
    visitor.wait_for_section("data").await?;
    visitor.choose_answer("data.domain", "2").await
}

async fn wait_for_result(visitor: &Visitor) -> Outcome {
    visitor.press(RESULTS).await?;
    visitor.wait_for_page("results").await?;
    assert_eq!(visitor.hash().await?, "#/results");
    let page = visitor.text("main").await?;
    assert!(
        page.contains("Algorithms") && !page.contains("algorithms."),
        "{page}"
    );
    visitor.go_to_section("data").await?;
    assert_eq!(visitor.shown_answer("data.inventory").await?, "3");
    assert_eq!(visitor.shown_answer("data.domain").await?, "2");
    Ok(())
}

/// Opens a section, then begins the outage.
async fn open_and_begin(visitor: &Visitor, outage: &Outage) -> Outcome {
    visitor.preload_script(NO_WORKER).await?;
    visitor.open("#/s/data").await?;
    outage.begin();
    Ok(())
}

/// Requests the result twice during the outage, and once after it.
async fn check_result_after_outage(visitor: &Visitor, outage: &Outage) -> Outcome {
    open_and_begin(visitor, outage).await?;
    visitor.choose_answer("data.inventory", "3").await?;
    outage.wait_for_refusals(visitor, 1).await?;
    for _ in 0..2 {
        visitor.press(RESULTS).await?;
        check_page_stays(visitor).await?;
    }
    outage.end();
    wait_for_result(visitor).await
}

#[test]
fn a_press_after_the_program_failed_to_load_tries_again() -> Outcome {
    for files in [&["assay-full"] as &[&str], &[".css"], &[".wasm"]] {
        let outage = Outage::for_addresses(files)?;
        journey(&outage).run(async |visitor| check_result_after_outage(visitor, &outage).await)?;
    }
    Ok(())
}

#[test]
fn data_that_failed_to_load_early_is_requested_again_when_it_is_needed() -> Outcome {
    for files in [
        &["models/standard-"] as &[&str],
        &["models/standard.en-"],
        &["models/examples-"],
        &["texts/en-"],
    ] {
        let outage = Outage::for_addresses(files)?;
        journey(&outage).run(async |visitor| {
            open_and_begin(visitor, &outage).await?;
            answer_more(visitor).await?;
            outage.wait_for_refusals(visitor, 1).await?;
            outage.end();
            wait_for_result(visitor).await
        })?;
    }
    Ok(())
}

#[test]
fn while_data_is_away_the_page_before_stays_and_a_later_press_tries_again() -> Outcome {
    let outage = Outage::for_addresses(&["models/standard-", "models/standard.en-"])?;
    journey(&outage).run(async |visitor| check_result_after_outage(visitor, &outage).await)
}

async fn answer_more(visitor: &Visitor) -> Outcome {
    visitor.choose_answer("data.inventory", "3").await?;
    visitor.choose_answer("data.domain", "2").await
}

/// Presses an action of a received result while the full app is away.
async fn check_result_stays(visitor: &Visitor, action: &str) -> Outcome {
    visitor.press(&format!("[data-action={action}]")).await?;
    visitor
        .wait_until(
            "the failure shows, with the address of the result",
            "return location.hash === '#/example/medical' && document.querySelector('.notice:not(.banner)')?.innerText.includes('could not be loaded')",
        )
        .await?;
    visitor.wait_for_page("shared").await
}

#[test]
fn a_received_result_stays_while_the_full_app_is_away_and_is_continued_once() -> Outcome {
    let outage = Outage::for_addresses(&["assay-full"])?;
    journey(&outage).run(async |visitor| {
        visitor.preload_script(NO_WORKER).await?;
        visitor.open("#/example/medical").await?;
        outage.begin();
        check_result_stays(visitor, "own").await?;
        check_result_stays(visitor, "continue").await?;
        check_result_stays(visitor, "continue").await?;
        outage.end();
        visitor.press("[data-action=continue]").await?;
        visitor.wait_for_page("review").await?;
        visitor.go_to_page("workspace").await?;
        visitor.wait_for_rows(1).await
    })
}
