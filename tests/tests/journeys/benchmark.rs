//! A benchmark on the result page: from a file, from the site's configuration, and refused.

use std::fs;

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor, load_company, run_assay};
use serde_json::{Value, json};

const FIELD: &str = "[data-action=open-cohort]";
/// Opens and closes the field.
const FOLD: &str = "[data-benchmark] .open-benchmark > summary";
const FAULTS: &str = "[data-benchmark] .faults li";

/// Assessments of companies with levels 0 to 4 in turn.
fn companies(count: usize) -> Outcome<String> {
    let model: Value =
        serde_json::from_str(include_str!("../../../app/core/models/standard.json"))?;
    let questions = model.get("questions").and_then(Value::as_array);
    let ids: Vec<&str> = questions
        .into_iter()
        .flatten()
        .filter_map(|question| question.get("id")?.as_str())
        .collect();
    let line = |number: usize| {
        let answers = ids.iter().enumerate().map(|(at, id)| {
            let level = (number + at % 2) % 5;
            ((*id).to_owned(), json!(level))
        });
        let stance = if number.is_multiple_of(4) {
            "provide"
        } else {
            "adopt"
        };
        let line = json!({
            "format": "assay.assessment/1",
            "profile": { "name": format!("Company {number}"), "stance": stance, "size": "50-249" },
            "answers": Value::Object(answers.collect()),
        });
        format!("{line}\n")
    };
    Ok((0..count).map(line).collect())
}

/// A cohort file of `count` companies.
fn cohort(count: usize, options: &[&str]) -> Outcome<String> {
    let arguments = [&["cohort", "--lines"], options].concat();
    run_assay(&arguments, &companies(count)?)
}

async fn open_result(visitor: &Visitor) -> Outcome {
    visitor
        .open_and_complete(&load_company("bank, quick")?)
        .await?;
    visitor.go_to_page("results").await?;
    visitor.wait_visible("[data-benchmark] h2").await
}

#[test]
fn a_file_shows_the_percentile_of_the_company_until_it_is_closed() -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write("benchmark.json", &cohort(80, &[])?)?;
    Journey::new().run(async |visitor| {
        open_result(visitor).await?;
        visitor.press(FOLD).await?;
        visitor
            .choose_file(FIELD, &folder.file_path("benchmark.json"))
            .await?;
        visitor.wait_visible("[data-percentile]").await?;
        let share: f64 = visitor
            .attribute("[data-percentile]", "data-percentile")
            .await?
            .parse()?;
        assert!((0.0..=1.0).contains(&share));
        let sentence = visitor.text("[data-percentile]").await?;
        assert!(sentence.contains("companies that"), "{sentence}");
        assert!(sentence.contains("probably between"), "{sentence}");
        assert_eq!(visitor.count_visible("[data-benchmark] canvas.drawing").await?, 1);
        visitor.resize(390, 900).await?;
        visitor
            .wait_until(
                "the page fits a narrow window",
                "return document.documentElement.scrollWidth <= innerWidth",
            )
            .await?;
        visitor.choose_language("zh-CN").await?;
        visitor.wait_until("the sentence is Chinese", "return document.querySelector('[data-percentile]')?.textContent.includes('真实比例')").await?;
        visitor.press("[data-action=close-cohort]").await?;
        visitor.wait_hidden("[data-percentile]").await?;
        visitor.press(FOLD).await?;
        visitor.wait_visible(FIELD).await
    })
}

/// Delays the reading of the first file until `releaseFirst` is called.
const DELAY_FIRST_FILE: &str = "
    const read = Blob.prototype.arrayBuffer;
    let isFirst = true;
    Blob.prototype.arrayBuffer = function () {
        if (!isFirst) return read.call(this);
        isFirst = false;
        return new Promise(resolve => { window.releaseFirst = () => resolve(read.call(this)); });
    };";

#[test]
fn of_two_files_the_one_that_was_chosen_last_is_shown() -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write("first.json", &cohort(40, &[])?)?;
    folder.write("second.json", &cohort(80, &[])?)?;
    Journey::new().run(async |visitor| {
        visitor.preload_script(DELAY_FIRST_FILE).await?;
        open_result(visitor).await?;
        visitor.press(FOLD).await?;
        for name in ["first.json", "second.json"] {
            visitor.choose_file(FIELD, &folder.file_path(name)).await?;
        }
        visitor.wait_visible("[data-percentile]").await?;
        let file = "document.querySelector('[data-benchmark] bdi').textContent";
        let is_second = format!("return {file} === 'second.json'");
        visitor
            .wait_until("the second file is shown", &is_second)
            .await?;
        visitor
            .wait_until(
                "the first file is read",
                "releaseFirst(); return new Promise(done => setTimeout(() => done(true), 300))",
            )
            .await?;
        visitor
            .wait_until("the second file is still shown", &is_second)
            .await
    })
}

#[test]
fn the_benchmark_of_the_site_is_shown_without_being_opened() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("benchmarks/2026.json", &cohort(40, &[])?)?;
    folder.write(
        "config.json",
        r#"{ "format": "assay.config/1", "cohort": "benchmarks/2026.json" }"#,
    )?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        open_result(visitor).await?;
        visitor.wait_visible("[data-percentile]").await?;
        visitor.wait_hidden("[data-action=close-cohort]").await?;
        visitor.press("[data-anchors] summary").await?;
        visitor.wait_visible("[data-anchors] li").await?;
        assert_eq!(visitor.count_visible("[data-anchors] li").await?, 6);
        Ok(())
    })
}

#[test]
fn a_file_that_is_no_benchmark_is_refused_with_its_reason() -> Outcome {
    let folder = SiteFolder::empty()?;
    let whole = cohort(40, &[])?;
    let few = cohort(9, &["--partial"])?.replace("\"partial\":true,", "");
    let other = whole.replacen("\"id\":\"standard\"", "\"id\":\"pump\"", 1);
    let damaged = whole.replacen("\"companies\":40", "\"companies\":41", 1);
    let files = [
        ("few.json", few, "This holds 9 companies"),
        (
            "part.json",
            cohort(40, &["--partial"])?,
            "This is a part of a cohort",
        ),
        ("other.json", other, "questionnaire “pump”"),
        ("damaged.json", damaged, "the counts do not fit together"),
        ("text.json", "hello".to_owned(), "JSON"),
    ];
    for (name, content, _) in &files {
        fs::write(folder.file_path(name), content)?;
    }
    Journey::new().run(async |visitor| {
        open_result(visitor).await?;
        // A refusal leaves the fold open.
        visitor.press(FOLD).await?;
        for (name, _, reason) in &files {
            visitor.choose_file(FIELD, &folder.file_path(name)).await?;
            let script = format!("return [...document.querySelectorAll('{FAULTS}')].some(line => line.textContent.includes('{reason}'))");
            visitor.wait_until(reason, &script).await?;
        }
        visitor.wait_hidden("[data-percentile]").await
    })
}
