//! The slides of presentations.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use std::collections::BTreeSet;

use assay_locale::Language;
use assay_reports::write_pptx;
use common::package::Parts;
use common::{bank, content, model, parts, reports, text};
use roxmltree::{Document, Node};

/// The XML of the slides by part.
fn slides(parts: &Parts) -> Vec<(&str, String)> {
    let names = parts.keys().map(String::as_str);
    let names = names.filter(|name| name.starts_with("ppt/slides/slide"));
    names.map(|name| (name, text(parts, name))).collect()
}

fn named<'a, 'd>(node: Node<'a, 'd>, name: &'static str) -> impl Iterator<Item = Node<'a, 'd>> {
    let nodes = node.descendants();
    nodes.filter(move |node| node.tag_name().name() == name)
}

fn frame<'a, 'd>(node: Node<'a, 'd>) -> Node<'a, 'd> {
    let mut ancestors = node.ancestors();
    let is_frame = |node: &Node<'_, '_>| node.tag_name().name() == "graphicFrame";
    ancestors.find(is_frame).unwrap()
}

fn number(node: Node<'_, '_>, name: &str) -> i64 {
    node.attribute(name).unwrap().parse().unwrap()
}

#[test]
fn every_slide_has_a_title_and_every_chart_a_text_alternative() {
    for report in reports() {
        let parts = parts(&write_pptx(&report).unwrap());
        let slides = slides(&parts);
        assert!(slides.len() >= 8, "{}: {}", report.company, slides.len());
        let mut charts = 0;
        for (slide, xml) in slides {
            let document = Document::parse(&xml).unwrap();
            let root = document.root_element();
            let is_title = |kind: Option<&str>| matches!(kind, Some("title" | "ctrTitle"));
            let mut placeholders = named(root, "ph");
            assert!(
                placeholders.any(|node| is_title(node.attribute("type"))),
                "{slide}"
            );
            for chart in named(root, "chart") {
                let described = named(frame(chart), "cNvPr").next().unwrap();
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
        for (slide, xml) in slides(&parts) {
            let document = Document::parse(&xml).unwrap();
            let root = document.root_element();
            let mut ids = BTreeSet::new();
            for node in named(root, "cNvPr") {
                assert!(ids.insert(node.attribute("id").unwrap()), "{slide}");
            }
            for size in named(root, "ext") {
                let place = size.prev_sibling_element();
                let Some(place) = place.filter(|node| node.tag_name().name() == "off") else {
                    continue;
                };
                let (x, y) = (number(place, "x"), number(place, "y"));
                let (width, height) = (number(size, "cx"), number(size, "cy"));
                let is_inside = x + width <= 12_192_500 && y + height <= 6_858_500;
                assert!(
                    is_inside && x >= 0 && y >= 0 && width >= 0 && height >= 0,
                    "{slide}: {x} {y} {width} {height}"
                );
            }
        }
    }
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
    let mut slides = slides(&parts).into_iter();
    let slide = slides.find(|(_, xml)| xml.contains("A threshold that"));
    let (_, slide) = slide.unwrap();
    let document = Document::parse(&slide).unwrap();
    let root = document.root_element();
    let rows: Vec<_> = named(root, "tr").collect();
    // Without the headings and the last row.
    let shown = rows.len() - 2;
    assert!(shown > 0 && shown < total, "{shown}");
    let last: String = named(*rows.last().unwrap(), "t")
        .filter_map(|node| node.text())
        .collect();
    assert_eq!(last, format!("and {} more", total - shown));
    let columns = named(root, "gridCol").count();
    assert!(rows.iter().all(|row| named(*row, "tc").count() == columns));
    let size = named(frame(rows[0]), "ext").next().unwrap();
    let height: i64 = rows.iter().map(|row| number(*row, "h")).sum();
    assert!(height <= number(size, "cy") + 9_144, "{height}");
}
