//! Pages that show something only after some preparation.

use assay_journeys::{Outcome, SiteFolder, Visitor, assessment_json, run_assay};

/// The row of the assessment that is open.
const OPENED_ROW: &str = ".assessments tbody tr:has(.tag)";

/// Opens another company's assessment, half of whose sections are answered, and returns the key of
/// the one that was open.
pub(crate) async fn open_unfinished(visitor: &Visitor) -> Outcome<String> {
    show_list(visitor).await?;
    let before = visitor.attribute(OPENED_ROW, "data-assessment").await?;
    let find = "return [...document.querySelectorAll('.assessments tbody tr')]
        .find(row => row.textContent.includes('Atlas')).dataset.assessment";
    let unfinished = visitor.run_script(find, Vec::new()).await?;
    open_assessment(visitor, unfinished.as_str().unwrap_or_default()).await?;
    Ok(before)
}

/// Opens an assessment of the list, by its key.
pub(crate) async fn open_assessment(visitor: &Visitor, key: &str) -> Outcome {
    show_list(visitor).await?;
    visitor
        .press(&format!("[data-assessment='{key}'] [data-action=open]"))
        .await?;
    visitor.wait_hidden("main[data-page=workspace]").await
}

async fn show_list(visitor: &Visitor) -> Outcome {
    visitor.open("#/workspace").await?;
    visitor.wait_visible(OPENED_ROW).await
}

/// Opens the figures of 60 companies below the result, and hides the rest of the page.
pub(crate) async fn open_benchmark(visitor: &Visitor) -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write("companies.json", &cohort()?)?;
    visitor
        .press("[data-benchmark] .open-benchmark > summary")
        .await?;
    visitor
        .choose_file(
            "[data-action=open-cohort]",
            &folder.file_path("companies.json"),
        )
        .await?;
    visitor.wait_visible("[data-percentile]").await?;
    let alone = "document.querySelectorAll('main > :not(:has([data-benchmark]), [data-benchmark])').forEach(e => e.hidden = true)";
    visitor.run_script(alone, Vec::new()).await?;
    Ok(())
}

fn cohort() -> Outcome<String> {
    let sections = ["data", "algorithms", "compute", "strategy"];
    let lines = (0..60).map(|number: u8| {
        let company = assessment_json(&format!("Company {number}"), &sections, number % 4)?;
        Ok(format!("{company}\n"))
    });
    let lines = lines.collect::<Outcome<String>>()?;
    run_assay(&["cohort", "--lines"], &lines)
}
