//! Reports in files.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use std::path::{Path, PathBuf};

use common::{CommandOutput, assessment_of, companies, run, scratch_folder};
use serde_json::json;

/// A folder with the assessments of two companies.
fn two_companies(name: &str) -> PathBuf {
    let folder = scratch_folder(name);
    for (company, file) in companies().iter().zip(["a.json", "b.json"]) {
        std::fs::write(folder.join(file), assessment_of(company).to_string()).unwrap();
    }
    folder
}

fn report(format: &str, output: &Path, input: &Path, options: &[&str]) -> CommandOutput {
    let fixed = ["report", "--draws", "100", "--format", format];
    let paths = [
        "--output",
        output.to_str().unwrap(),
        input.to_str().unwrap(),
    ];
    run(&[&fixed[..], options, &paths].concat(), "")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_folder_of_companies_becomes_a_folder_of_reports() {
    let input = two_companies("reports-in");
    for (format, begins) in [
        ("xlsx", "PK"),
        ("pptx", "PK"),
        ("docx", "PK"),
        ("md", "# Acme"),
    ] {
        let output = scratch_folder(&format!("reports-{format}")).join("made");
        let ran = report(format, &output, &input, &["--lang", "en"]);
        assert_eq!(
            (ran.status, ran.err.as_str(), ran.out.as_str()),
            (0, "", "")
        );
        assert_eq!(
            names(&output),
            [format!("a.{format}"), format!("b.{format}")]
        );
        let bytes = std::fs::read(output.join(format!("a.{format}"))).unwrap();
        assert!(bytes.starts_with(begins.as_bytes()), "{format}");
    }
}

#[test]
fn csv_is_a_file_of_answers_and_one_of_figures() {
    let input = two_companies("reports-csv-in");
    let output = scratch_folder("reports-csv");
    let ran = report("csv", &output.join("acme.csv"), &input.join("a.json"), &[]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(names(&output), ["acme-figures.csv", "acme.csv"]);
}

#[test]
fn charts_are_svg_pictures_with_the_names_of_sections_and_paths() {
    let input = two_companies("reports-svg-in");
    let output = scratch_folder("reports-svg");
    let ran = report("svg", &output.join("acme.svg"), &input.join("a.json"), &[]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(
        names(&output),
        ["acme-paths.svg", "acme-radar.svg", "acme.svg"]
    );
    for name in names(&output) {
        let svg = std::fs::read_to_string(output.join(&name)).unwrap();
        assert!(svg.starts_with("<svg "), "{name}");
        assert!(svg.contains("Data") || svg.contains("Agents"), "{name}");
    }
}

#[test]
fn a_calendar_has_the_due_dates_of_the_roadmap_and_word_names_the_owner() {
    let input = two_companies("reports-ics-in");
    let file = input.join("a.json");
    let mut assessment = assessment_of(&companies()[0]);
    let ids: Vec<String> = action_ids();
    let entry = json!({ "owner": "Ann Lee", "due": "2027-03-31" });
    let entries = ids.into_iter().map(|id| (id, entry.clone()));
    assessment["actions"] = serde_json::Value::Object(entries.collect());
    std::fs::write(&file, assessment.to_string()).unwrap();
    let output = scratch_folder("reports-ics");
    let day = ["--day", "2027-01-05", "--lang", "en"];
    let ran = report("ics", &output.join("acme.ics"), &file, &day);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(names(&output), ["acme.ics"]);
    let calendar = std::fs::read_to_string(output.join("acme.ics")).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"), "{calendar}");
    assert!(calendar.contains("DTSTAMP:20270105T000000Z\r\nDTSTART;VALUE=DATE:20270331\r\n"));
    let ran = report("md", &output.join("acme.md"), &file, &day);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let markdown = std::fs::read_to_string(output.join("acme.md")).unwrap();
    assert!(
        markdown.contains("(Owner: Ann Lee · Due: 31 March 2027)"),
        "{markdown}"
    );

    assessment["actions"] = json!({ "x": { "due": "soon" } });
    std::fs::write(&file, assessment.to_string()).unwrap();
    let ran = report("ics", &output.join("wrong.ics"), &file, &day);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("actions.x.due"), "{}", ran.err);
}

/// The ids of the actions of the standard questionnaire.
fn action_ids() -> Vec<String> {
    let model = include_str!("../../core/models/standard.json");
    let model: serde_json::Value = serde_json::from_str(model).unwrap();
    let actions = model["actions"].as_array().unwrap().iter();
    actions
        .map(|action| action["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_file_that_is_no_assessment_is_reported_and_the_others_are_written() {
    let input = two_companies("reports-faulty-in");
    std::fs::write(input.join("c.json"), "{}").unwrap();
    let output = scratch_folder("reports-faulty");
    let ran = report("md", &output, &input, &[]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("c.json"), "{}", ran.err);
    assert_eq!(names(&output), ["a.md", "b.md"]);
}

#[test]
fn the_language_and_the_day_are_those_of_the_options() {
    let input = two_companies("reports-zh-in");
    let output = scratch_folder("reports-zh").join("a.md");
    let ran = report(
        "md",
        &output,
        &input.join("a.json"),
        &["--locale", "zh-CN", "--day", "2026-11-28"],
    );
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let text = std::fs::read_to_string(output).unwrap();
    assert!(text.contains("报告日期：2026年11月28日"), "{text}");
}

#[test]
fn name_and_logo_of_the_configuration_are_in_the_report() {
    let input = two_companies("reports-brand-in");
    let site = scratch_folder("reports-brand");
    let config = json!({ "format": "assay.config/1", "brand": { "name": "Northlight", "logo": "logo.svg" } });
    std::fs::write(site.join("config.json"), config.to_string()).unwrap();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><path d=\"M0 0h4v2z\"/></svg>";
    std::fs::write(site.join("logo.svg"), svg).unwrap();
    let config = site.join("config.json");
    let options = ["--config", config.to_str().unwrap()];
    let ran = report(
        "pptx",
        &site.join("a.pptx"),
        &input.join("a.json"),
        &options,
    );
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let deck = std::fs::read(site.join("a.pptx")).unwrap();
    let logo = b"ppt/media/logo.png";
    assert!(deck.windows(logo.len()).any(|window| window == logo));
    std::fs::write(site.join("logo.svg"), "no picture").unwrap();
    let ran = report("md", &site.join("a.md"), &input.join("a.json"), &options);
    assert_eq!(ran.status, 0);
    assert!(ran.err.contains("logo.svg"), "{}", ran.err);
    assert!(
        std::fs::read_to_string(site.join("a.md"))
            .unwrap()
            .contains("Northlight")
    );
}

#[test]
fn two_assessments_of_one_name_do_not_overwrite_each_other() {
    let (one, other) = (
        two_companies("reports-same-1"),
        two_companies("reports-same-2"),
    );
    let output = scratch_folder("reports-same");
    let paths = [&output, &one.join("a.json"), &other.join("a.json")];
    let paths = paths.map(|path| path.to_str().unwrap().to_owned());
    let fixed = ["report", "--format", "md", "--draws", "0", "--output"];
    let arguments: Vec<&str> = fixed
        .into_iter()
        .chain(paths.iter().map(String::as_str))
        .collect();
    let ran = run(&arguments, "");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("rename one of the files"), "{}", ran.err);
    assert_eq!(names(&output), ["a.md"]);
}

#[test]
fn no_file_of_a_report_overwrites_one_of_another_report() {
    let csv = ["acme-figures.csv", "acme.csv"];
    check_overwriting("csv", "figures", &csv);
    let svg = ["acme-paths.svg", "acme-radar.svg", "acme.svg"];
    check_overwriting("svg", "paths", &svg);
}

/// Reports on "acme" and "acme-ADDITION" in one run: the second one is refused, and the files of the
/// first one are as without it.
fn check_overwriting(format: &str, addition: &str, first: &[&str]) {
    let input = scratch_folder(&format!("reports-beside-{format}"));
    let other = format!("acme-{addition}.json");
    for (company, file) in companies().iter().zip(["acme.json", &other]) {
        std::fs::write(input.join(file), assessment_of(company).to_string()).unwrap();
    }
    let (acme, other) = (input.join("acme.json"), input.join(&other));
    let alone = scratch_folder(&format!("reports-beside-{format}-1"));
    report(
        format,
        &alone.join("acme").with_extension(format),
        &acme,
        &[],
    );
    let output = scratch_folder(&format!("reports-beside-{format}-2"));
    // "acme" comes first.
    let ran = report(format, &output, &other, &[acme.to_str().unwrap()]);
    assert_eq!(ran.status, 1, "{format}");
    assert!(ran.err.contains("rename one of the files"), "{}", ran.err);
    let name = format!("acme-{addition}.{format}");
    assert!(ran.err.contains(&name), "{}", ran.err);
    assert_eq!(names(&output), first);
    for name in first {
        let [one, two] = [&alone, &output].map(|folder| std::fs::read(folder.join(name)).unwrap());
        assert!(one == two, "{name}");
    }
}

#[test]
fn dots_in_the_names_of_assessments_stay() {
    let input = two_companies("reports-dots-in");
    for (from, to) in [("a.json", "acme.v1.json"), ("b.json", "acme.v2.json")] {
        std::fs::rename(input.join(from), input.join(to)).unwrap();
    }
    let output = scratch_folder("reports-dots");
    let ran = report("csv", &output, &input, &[]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let expected = [
        "acme.v1-figures.csv",
        "acme.v1.csv",
        "acme.v2-figures.csv",
        "acme.v2.csv",
    ];
    assert_eq!(names(&output), expected);
}

#[test]
fn an_empty_folder_is_reported() {
    let empty = scratch_folder("reports-empty");
    let ran = report("md", &empty.join("out"), &empty, &[]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("there is no .json file"), "{}", ran.err);
}

#[test]
fn a_template_is_filled_or_refused_with_its_faults() {
    let input = two_companies("reports-template-in").join("a.json");
    let output = scratch_folder("reports-template");
    let deck = output.join("deck.pptx");
    // A presentation without fields, and what is none.
    let ran = report("pptx", &deck, &input, &[]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let filled = output.join("filled.pptx");
    for (template, expected) in [(&deck, "{{company}}"), (&input, ".pptx or .potx")] {
        let options = ["--template", template.to_str().unwrap()];
        let ran = report("pptx", &filled, &input, &options);
        assert_eq!(ran.status, 1);
        let name = template.to_str().unwrap();
        assert!(
            ran.err.contains(expected) && ran.err.contains(name),
            "{}",
            ran.err
        );
    }
    let options = ["--template", deck.to_str().unwrap()];
    let ran = report("docx", &filled, &input, &options);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("--format pptx"), "{}", ran.err);
    assert!(!filled.exists());
}
