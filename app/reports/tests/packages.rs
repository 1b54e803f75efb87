//! The structure of workbooks, presentations and documents.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use assay_locale::Language;
use assay_reports::{Logo, ReportContent, write_docx, write_pptx, write_xlsx};
use common::package::check_package;
use common::{bank, content, model, parts, reports, text};
use roxmltree::Document;

/// All packages of a report.
fn packages(content: &ReportContent) -> [(&'static str, Vec<u8>); 3] {
    [
        ("xlsx", write_xlsx(content).unwrap()),
        ("pptx", write_pptx(content).unwrap()),
        ("docx", write_docx(content).unwrap()),
    ]
}

#[test]
fn every_package_is_well_formed_and_its_relationships_resolve() {
    for report in reports() {
        for (format, bytes) in packages(&report) {
            let parts = parts(&bytes);
            check_package(&format!("{} {format}", report.company), &parts);
            for (_, workbook) in parts.iter().filter(|(name, _)| name.ends_with(".xlsx")) {
                check_package("workbook of a chart", &common::parts(workbook));
            }
        }
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let model = model();
    let report = || content(&model, &bank(&model, Language::Chinese), Language::Chinese);
    assert!(packages(&report()) == packages(&report()));
}

#[test]
fn a_document_has_headings_a_list_of_contents_and_described_charts() {
    let model = model();
    let report = content(&model, &bank(&model, Language::English), Language::English);
    let document = text(&parts(&write_docx(&report).unwrap()), "word/document.xml");
    let tree = Document::parse(&document).unwrap();
    let style = |name: &str| {
        let styles = tree
            .descendants()
            .filter(|n| n.tag_name().name() == "pStyle");
        let styles = styles.filter_map(|n| n.attributes().next().map(|a| a.value()));
        styles.filter(|value| *value == name).count()
    };
    assert_eq!(style("Heading1"), report.chapters().len());
    assert_eq!(style("TOC1"), report.chapters().len());
    assert!(document.contains(" TOC "));
    let charts = tree
        .descendants()
        .filter(|n| n.tag_name().name() == "docPr");
    let charts: Vec<_> = charts.collect();
    assert_eq!(charts.len(), 3);
    assert!(
        charts
            .iter()
            .all(|chart| chart.attribute("descr").is_some_and(|text| text.len() > 20))
    );
}

#[test]
fn chinese_text_has_an_east_asian_font() {
    let model = model();
    let report = content(&model, &bank(&model, Language::Chinese), Language::Chinese);
    let deck = parts(&write_pptx(&report).unwrap());
    assert!(text(&deck, "ppt/theme/theme1.xml").contains("<a:ea typeface=\"Microsoft YaHei\"/>"));
    assert!(text(&deck, "ppt/slides/slide2.xml").contains("lang=\"zh-CN\""));
    let document = parts(&write_docx(&report).unwrap());
    assert!(text(&document, "word/styles.xml").contains("w:eastAsia=\"Microsoft YaHei\""));
}

#[test]
fn the_brand_is_in_theme_and_logo() {
    let config = r##"{"format":"assay.config/1","brand":{"name":"Northlight","colours":{"light":{"act":"#1c3f9e","act-ink":"#ffffff","act-wash":"#e6eef5"}},"fonts":{"sans":"Inter, sans-serif","serif":"'Source Serif 4', serif"}}}"##;
    let config = assay_config::Config::parse(config).unwrap();
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0, 0, 0, 200, 0, 0, 0, 50]);
    let model = model();
    let mut report = content(&model, &bank(&model, Language::English), Language::English);
    report.brand = assay_reports::Brand::new(&config).with_logo(png);
    assert_eq!(
        report.brand.logo.as_ref().map(|logo: &Logo| logo.size),
        Some((200, 50))
    );
    let deck = parts(&write_pptx(&report).unwrap());
    check_package("branded deck", &deck);
    let theme = text(&deck, "ppt/theme/theme1.xml");
    assert!(theme.contains("<a:accent1><a:srgbClr val=\"1C3F9E\"/>"));
    assert!(theme.contains("<a:latin typeface=\"Inter\"/>"));
    assert!(theme.contains("<a:latin typeface=\"Source Serif 4\"/>"));
    assert!(text(&deck, "ppt/slideMasters/slideMaster1.xml").contains("descr=\"Northlight\""));
    assert!(deck.contains_key("ppt/media/logo.png"));
    let document = parts(&write_docx(&report).unwrap());
    check_package("branded document", &document);
    assert!(document.contains_key("word/media/logo.png"));
}

#[test]
fn what_introduces_a_table_or_a_list_stays_on_its_page() {
    let model = model();
    let report = content(&model, &bank(&model, Language::English), Language::English);
    let document = text(&parts(&write_docx(&report).unwrap()), "word/document.xml");
    let paragraphs: Vec<&str> = document.split("<w:p>").collect();
    let is_plain = |xml: &str| !xml.contains("<w:pStyle w:val=\"Heading") && !is_item(xml);
    for pair in paragraphs.windows(2) {
        let is_before = pair[0].contains("<w:tbl>") || (!is_item(pair[0]) && is_item(pair[1]));
        if is_before && is_plain(pair[0]) {
            assert!(pair[0].contains("<w:keepNext/>"), "{}", pair[0]);
        }
    }
}

/// Whether the XML after the beginning of a paragraph is that of a list's item.
fn is_item(xml: &str) -> bool {
    xml.contains("<w:pStyle w:val=\"ListBullet\"/>")
}
