//! The structure of workbooks, presentations and documents.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use assay_locale::Language;
use assay_reports::{Logo, ReportContent, write_docx, write_pptx, write_xlsx};
use common::{assessment, bank, companies, content, model, parts, text};
use roxmltree::Document;

type Parts = BTreeMap<String, Vec<u8>>;

/// All packages of a report.
fn packages(content: &ReportContent) -> [(&'static str, Vec<u8>); 3] {
    [
        ("xlsx", write_xlsx(content).unwrap()),
        ("pptx", write_pptx(content).unwrap()),
        ("docx", write_docx(content).unwrap()),
    ]
}

/// Every report of the nine companies in both languages.
fn reports() -> Vec<ReportContent> {
    let model = model();
    let mut reports = vec![content(
        &model,
        &bank(&model, Language::English),
        Language::English,
    )];
    for company in companies(&model) {
        for language in Language::ALL {
            reports.push(content(&model, &assessment(&company, language), language));
        }
    }
    reports
}

/// The part to which a relationship of `part` refers.
fn resolve(part: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut folders: Vec<&str> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => drop(folders.pop()),
            step => folders.push(step),
        }
    }
    folders.join("/")
}

/// The part to which a part of relationships belongs; empty for the package.
fn owner(relationships: &str) -> String {
    let (folder, file) = relationships.rsplit_once("_rels/").unwrap();
    format!("{folder}{}", file.strip_suffix(".rels").unwrap())
}

fn check_package(name: &str, parts: &Parts) {
    for (part, bytes) in parts {
        if part.ends_with(".xml") || part.ends_with(".rels") {
            let xml = std::str::from_utf8(bytes).unwrap();
            let document = Document::parse(xml).unwrap_or_else(|e| panic!("{name} {part}: {e}"));
            if part.ends_with(".rels") {
                for relationship in document
                    .root_element()
                    .children()
                    .filter(|n| n.is_element())
                {
                    if relationship.attribute("TargetMode") == Some("External") {
                        continue;
                    }
                    let target = resolve(&owner(part), relationship.attribute("Target").unwrap());
                    assert!(
                        parts.contains_key(&target),
                        "{name} {part} refers to {target}"
                    );
                }
            }
        }
    }
    check_content_types(name, parts);
    check_references(name, parts);
}

/// Every part has a content type, and every named part exists.
fn check_content_types(name: &str, parts: &Parts) {
    let types = text(parts, "[Content_Types].xml");
    let types = Document::parse(&types).unwrap();
    let (mut extensions, mut named) = (BTreeSet::new(), BTreeSet::new());
    for entry in types
        .root_element()
        .children()
        .filter(|node| node.is_element())
    {
        match entry.tag_name().name() {
            "Default" => drop(extensions.insert(entry.attribute("Extension").unwrap().to_owned())),
            _ => {
                let part = entry
                    .attribute("PartName")
                    .unwrap()
                    .trim_start_matches('/')
                    .to_owned();
                assert!(parts.contains_key(&part), "{name}: no part {part}");
                named.insert(part);
            }
        }
    }
    for part in parts.keys().filter(|part| *part != "[Content_Types].xml") {
        let extension = part.rsplit_once('.').unwrap().1;
        assert!(
            named.contains(part) || extensions.contains(extension),
            "{name}: {part}"
        );
    }
}

/// Every `r:id` and `r:embed` of a part is one of its relationships.
fn check_references(name: &str, parts: &Parts) {
    const NAMESPACE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    for (part, bytes) in parts.iter().filter(|(part, _)| part.ends_with(".xml")) {
        let document = Document::parse(std::str::from_utf8(bytes).unwrap()).unwrap();
        let used: BTreeSet<&str> = document
            .descendants()
            .flat_map(|node| node.attributes())
            .filter(|attribute| attribute.namespace() == Some(NAMESPACE))
            .map(|attribute| attribute.value())
            .collect();
        if used.is_empty() {
            continue;
        }
        let (folder, file) = part.rsplit_once('/').unwrap();
        let own = text(parts, &format!("{folder}/_rels/{file}.rels"));
        let own = Document::parse(&own).unwrap();
        let known: BTreeSet<&str> = own
            .root_element()
            .children()
            .filter_map(|node| node.attribute("Id"))
            .collect();
        assert!(
            used.is_subset(&known),
            "{name} {part}: {used:?} of {known:?}"
        );
    }
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
fn every_slide_has_a_title_and_every_chart_a_text_alternative() {
    for report in reports() {
        let parts = parts(&write_pptx(&report).unwrap());
        let slides = parts
            .keys()
            .filter(|name| name.starts_with("ppt/slides/slide"));
        let mut charts = 0;
        let slides: Vec<&String> = slides.collect();
        assert!(slides.len() >= 8, "{}: {}", report.company, slides.len());
        for slide in slides {
            let xml = text(&parts, slide);
            let document = Document::parse(&xml).unwrap();
            let named = |name: &'static str| {
                document
                    .descendants()
                    .filter(move |node| node.tag_name().name() == name)
            };
            let is_title = |kind: Option<&str>| matches!(kind, Some("title" | "ctrTitle"));
            assert!(
                named("ph").any(|node| is_title(node.attribute("type"))),
                "{slide}"
            );
            for chart in named("chart") {
                let frame = chart
                    .ancestors()
                    .find(|n| n.tag_name().name() == "graphicFrame")
                    .unwrap();
                let described = frame
                    .descendants()
                    .find(|n| n.tag_name().name() == "cNvPr")
                    .unwrap();
                assert!(!described.attribute("descr").unwrap_or_default().is_empty());
                charts += 1;
            }
        }
        assert_eq!(charts, 3, "radar, bars of the sections, bars of the paths");
    }
}

#[test]
fn the_shapes_of_a_slide_have_different_ids_and_lie_on_the_slide() {
    for report in reports() {
        let parts = parts(&write_pptx(&report).unwrap());
        for slide in parts
            .keys()
            .filter(|name| name.starts_with("ppt/slides/slide"))
        {
            let xml = text(&parts, slide);
            let document = Document::parse(&xml).unwrap();
            let mut ids = BTreeSet::new();
            for node in document
                .descendants()
                .filter(|n| n.tag_name().name() == "cNvPr")
            {
                assert!(ids.insert(node.attribute("id").unwrap()), "{slide}");
            }
            let number = |node: roxmltree::Node<'_, '_>, name| -> i64 {
                node.attribute(name).unwrap().parse().unwrap()
            };
            for size in document
                .descendants()
                .filter(|n| n.tag_name().name() == "ext")
            {
                let Some(place) = size.prev_sibling_element() else {
                    continue;
                };
                if place.tag_name().name() != "off" {
                    continue;
                }
                let (x, y) = (number(place, "x"), number(place, "y"));
                let (width, height) = (number(size, "cx"), number(size, "cy"));
                assert!(
                    x >= 0 && y >= 0 && width >= 0 && height >= 0,
                    "{slide}: {x} {y} {width} {height}"
                );
                assert!(
                    x + width <= 12_192_500 && y + height <= 6_858_500,
                    "{slide}: {x} {y} {width} {height}"
                );
            }
        }
    }
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
fn a_table_that_exceeds_its_slide_counts_the_rows_left_out() {
    let model = model();
    let mut report = content(&model, &bank(&model, Language::English), Language::English);
    let total = report.paths.paths.len();
    for path in &mut report.paths.paths {
        path.missing = vec!["A threshold that is not reached. ".repeat(20)];
    }
    let parts = parts(&write_pptx(&report).unwrap());
    let slides = parts
        .keys()
        .filter(|name| name.starts_with("ppt/slides/slide"));
    let slides: Vec<String> = slides.map(|name| text(&parts, name)).collect();
    let slide = slides
        .iter()
        .find(|xml| xml.contains("A threshold that"))
        .unwrap();
    let document = Document::parse(slide).unwrap();
    let named = |name: &'static str| {
        document
            .descendants()
            .filter(move |node| node.tag_name().name() == name)
    };
    let rows: Vec<_> = named("tr").collect();
    // Without the headings and the last row.
    let shown = rows.len() - 2;
    assert!(shown > 0 && shown < total, "{shown}");
    let texts = rows
        .last()
        .unwrap()
        .descendants()
        .filter(|node| node.is_text());
    let texts = texts.filter_map(|node| node.text());
    assert_eq!(
        texts.collect::<String>(),
        format!("and {} more", total - shown)
    );
    let columns = named("gridCol").count();
    assert!(rows.iter().all(|row| {
        row.children()
            .filter(|cell| cell.tag_name().name() == "tc")
            .count()
            == columns
    }));
    let height =
        |row: &roxmltree::Node<'_, '_>| row.attribute("h").unwrap().parse::<i64>().unwrap();
    let frame = rows[0]
        .ancestors()
        .find(|node| node.tag_name().name() == "graphicFrame")
        .unwrap();
    let size = frame
        .descendants()
        .find(|node| node.tag_name().name() == "ext")
        .unwrap();
    let available: i64 = size.attribute("cy").unwrap().parse().unwrap();
    assert!(rows.iter().map(height).sum::<i64>() <= available + 9_144);
}
