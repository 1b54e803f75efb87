//! Reports in files.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use common::reports::{names, report, two_companies};
use common::{assessment_of, companies, scratch_folder};
use serde_json::json;

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

/// The size of a PNG, from its header.
fn png_size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG"));
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (side(16), side(20))
}

#[test]
fn charts_are_png_pictures_or_the_characters_without_a_font_are_named() {
    let input = two_companies("reports-png-in");
    for language in ["en", "zh-CN", "ja"] {
        let output = scratch_folder(&format!("reports-png-{language}"));
        let ran = report("png", &output, &input, &["--lang", language]);
        if ran.status != 0 {
            // Fonts are the computer's.
            assert!(
                ran.err.contains("Noto Sans CJK") || ran.err.contains("svg"),
                "{}",
                ran.err
            );
            assert!(names(&output).is_empty());
            continue;
        }
        assert_eq!(ran.err, "");
        let pictures = [
            "a-paths.png",
            "a-radar.png",
            "a.png",
            "b-paths.png",
            "b-radar.png",
            "b.png",
        ];
        assert_eq!(names(&output), pictures);
        for name in pictures {
            let (width, height) = png_size(&std::fs::read(output.join(name)).unwrap());
            assert_eq!(width.max(height), 1920, "{name}");
        }
    }
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
