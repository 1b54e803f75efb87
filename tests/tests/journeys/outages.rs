//! A network that is away for a moment.

use assay_journeys::{Journey, Outage, Outcome, Visitor};

/// Without the worker, which would have kept the files.
const NO_WORKER: &str = "if (window.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('refused'))";

const RESULTS: &str = ".sticky [data-action=results]";

fn journey(outage: &Outage) -> Journey {
    Journey::new().at(outage.address()).allowing("503")
}

/// The page before stays, with its address and its answers, and says what is wrong.
async fn stays(visitor: &Visitor) -> Outcome {
    visitor
        .until(
            "it is said",
            "return document.querySelector('.notice')?.innerText.includes('could not be loaded')",
        )
        .await?;
    visitor.is_in("data").await?;
    assert_eq!(visitor.hash().await?, "#/s/data");
    visitor.answers("data.domain", "2").await
}

async fn shows_the_result(visitor: &Visitor) -> Outcome {
    visitor.press(RESULTS).await?;
    visitor.is_on("results").await?;
    assert_eq!(visitor.hash().await?, "#/results");
    let page = visitor.text("main").await?;
    assert!(
        page.contains("Algorithms") && !page.contains("algorithms."),
        "{page}"
    );
    visitor.go("#/s/data").await?;
    visitor.is_in("data").await?;
    assert_eq!(visitor.answer("data.inventory").await?, "3");
    assert_eq!(visitor.answer("data.domain").await?, "2");
    Ok(())
}

#[test]
fn a_press_after_the_program_failed_to_load_tries_again() -> Outcome {
    for files in [&["assay-whole"] as &[&str], &[".css"], &[".wasm"]] {
        let outage = Outage::of(files)?;
        journey(&outage).run(async |visitor| {
            visitor.prepares(NO_WORKER).await?;
            visitor.open("#/s/data").await?;
            outage.begins();
            visitor.answers("data.inventory", "3").await?;
            outage.has_refused(visitor, 1).await?;
            visitor.press(RESULTS).await?;
            stays(visitor).await?;
            visitor.press(RESULTS).await?;
            stays(visitor).await?;
            outage.ends();
            shows_the_result(visitor).await
        })?;
    }
    Ok(())
}

#[test]
fn data_that_failed_to_load_early_is_asked_for_again_when_it_is_needed() -> Outcome {
    for files in [
        &["models/standard-"] as &[&str],
        &["models/standard.en-"],
        &["models/examples-"],
        &["texts/en-"],
    ] {
        let outage = Outage::of(files)?;
        journey(&outage).run(async |visitor| {
            visitor.prepares(NO_WORKER).await?;
            visitor.open("#/s/data").await?;
            outage.begins();
            answers_more(visitor).await?;
            outage.has_refused(visitor, 1).await?;
            outage.ends();
            shows_the_result(visitor).await
        })?;
    }
    Ok(())
}

#[test]
fn while_data_is_away_the_page_before_stays_and_a_later_press_tries_again() -> Outcome {
    let outage = Outage::of(&["models/standard-", "models/standard.en-"])?;
    journey(&outage).run(async |visitor| {
        visitor.prepares(NO_WORKER).await?;
        visitor.open("#/s/data").await?;
        outage.begins();
        visitor.answers("data.inventory", "3").await?;
        outage.has_refused(visitor, 1).await?;
        visitor.press(RESULTS).await?;
        stays(visitor).await?;
        visitor.press(RESULTS).await?;
        stays(visitor).await?;
        outage.ends();
        shows_the_result(visitor).await
    })
}

async fn answers_more(visitor: &Visitor) -> Outcome {
    visitor.answers("data.inventory", "3").await?;
    visitor.answers("data.domain", "2").await
}
