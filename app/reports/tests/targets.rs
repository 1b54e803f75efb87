//! Targets in every format, and no trace of them without targets.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use assay_locale::{Language, Messages};
use assay_reports::{
    ReportContent, draw_charts, write_docx, write_figures_csv, write_markdown, write_pptx,
    write_xlsx,
};
use common::{assessment, bank, companies, content, model, parts, set_targets};

fn with_targets(language: Language) -> ReportContent {
    let model = model();
    let mut assessment = bank(&model, language);
    set_targets(&model, &mut assessment);
    content(&model, &assessment, language)
}

/// The texts of all XML parts of a package.
fn texts(package: &[u8]) -> String {
    let parts = parts(package);
    let xml = parts.iter().filter(|(name, _)| name.ends_with(".xml"));
    xml.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .collect()
}

#[test]
fn every_document_states_the_targets_in_every_language() {
    for language in Language::ALL {
        let report = with_targets(language);
        let messages = Messages::embedded(language);
        let level = messages.report_column_level("5");
        let documents = [
            write_markdown(&report),
            texts(&write_docx(&report).unwrap()),
            texts(&write_pptx(&report).unwrap()),
            texts(&write_xlsx(&report).unwrap()),
        ];
        for document in documents {
            for text in [
                messages.targets_heading(),
                messages.targets_column_roadmap(),
                &level,
                "62.5",
                messages.targets_roadmap_mark(),
            ] {
                assert!(document.contains(text), "{language:?}: {text}");
            }
        }
    }
}

#[test]
fn figures_have_the_targets_of_sections_with_their_dates() {
    let csv = write_figures_csv(&with_targets(Language::English));
    let mut lines = csv.lines();
    assert!(lines.next().unwrap().ends_with(",Status,Target,Until"));
    let section = |title: &str| {
        let mut lines = csv.lines();
        lines
            .find(|line| line.starts_with(&format!("Section,{title},")))
            .unwrap()
    };
    assert!(section("Data").ends_with(",62.5,2027-06-30"), "{csv}");
    assert!(section("Compute").ends_with(",,,"), "{csv}");
}

#[test]
fn charts_have_a_series_of_targets_with_a_text_alternative() {
    let report = with_targets(Language::English);
    for chart in [
        report.sections.radar.as_ref().unwrap(),
        &report.sections.bars,
    ] {
        let series = chart.series.last().unwrap();
        assert!(series.is_target);
        let targets = series.values.iter().flatten();
        assert_eq!(targets.copied().collect::<Vec<_>>(), [62.5, 80.0]);
        assert!(
            chart.alternative.contains("Targets: "),
            "{}",
            chart.alternative
        );
    }
    let targets = draw_charts(&report).unwrap().sections;
    let plain = content(
        &model(),
        &bank(&model(), Language::English),
        Language::English,
    );
    assert_ne!(targets, draw_charts(&plain).unwrap().sections);
}

#[test]
fn without_targets_no_document_names_any() {
    let plain = content(
        &model(),
        &bank(&model(), Language::English),
        Language::English,
    );
    assert_eq!(plain.targets, None);
    assert!(!write_markdown(&plain).contains("Target"));
    assert!(!write_figures_csv(&plain).contains("Target"));
    assert!(!texts(&write_xlsx(&plain).unwrap()).contains("Targets"));
}

#[test]
fn charts_of_the_workbook_have_a_series_of_targets_like_those_of_the_presentation() {
    let charts = |report: &ReportContent| -> Vec<String> {
        let parts = parts(&write_xlsx(report).unwrap());
        let charts = parts.iter();
        let charts = charts.filter(|(name, _)| name.starts_with("xl/charts/chart"));
        charts
            .map(|(_, xml)| String::from_utf8(xml.clone()).unwrap())
            .collect()
    };
    let with_targets = charts(&with_targets(Language::English));
    let of_sections: Vec<&String> = with_targets
        .iter()
        .filter(|xml| xml.contains("<c:v>Target</c:v>"))
        .collect();
    assert_eq!(of_sections.len(), 2, "radar and bars");
    for xml in of_sections {
        assert_eq!(xml.matches("<c:ser>").count(), 2, "{xml}");
        assert!(
            xml.contains("$M$10:$M$13") && xml.contains("<c:legend>"),
            "{xml}"
        );
        for target in ["62.5", "80"] {
            assert!(xml.contains(&format!("<c:v>{target}</c:v>")), "{xml}");
        }
        assert!(xml.contains("<a:prstDash val=\"dash\"/>"), "{xml}");
    }
    let plain = charts(&content(
        &model(),
        &bank(&model(), Language::English),
        Language::English,
    ));
    for xml in plain {
        assert_eq!(xml.matches("<c:ser>").count(), 1);
        assert!(!xml.contains("<c:legend>") && !xml.contains("$M$"), "{xml}");
    }
}

#[test]
fn a_radar_leaves_room_for_its_legend() {
    let height = |report: &ReportContent| -> f64 {
        let parts = parts(&write_pptx(report).unwrap());
        let texts = parts.values().map(|part| String::from_utf8_lossy(part));
        let radar = texts.filter(|xml| xml.contains("<c:radarChart>"));
        let radar = radar.last().unwrap().into_owned();
        let (_, rest) = radar.split_once("<c:h val=\"").unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    let model = model();
    let mut company = assessment(&companies(&model)[0], Language::English);
    let plain = content(&model, &company, Language::English);
    set_targets(&model, &mut company);
    let with_targets = content(&model, &company, Language::English);
    assert!(height(&with_targets) < height(&plain) - 0.05);
}
