//! Presentations of a firm whose fields are filled.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use assay_reports::fill_pptx;
use common::package::{Parts, check_package};
use common::template::{
    MASTER, REPORT, SLIDE, TYPES, pack, paragraph, shape, template_parts, text_box,
};
use common::{parts, text};
use roxmltree::Document;

/// The parts of a template with these shapes once it is filled.
fn filled(shapes: &str) -> Parts {
    let deck = fill_pptx(&REPORT, &pack(&template_parts(shapes))).unwrap();
    let parts = parts(&deck);
    check_package("filled", &parts);
    parts
}

/// The texts of the paragraphs of a slide.
fn paragraphs(parts: &Parts) -> Vec<String> {
    let xml = text(parts, SLIDE);
    let document = Document::parse(&xml).unwrap();
    let named = |node: roxmltree::Node<'_, '_>, name| node.tag_name().name() == name;
    let paragraphs = document.descendants().filter(|node| named(*node, "p"));
    let texts = |node: roxmltree::Node<'_, '_>| {
        let texts = node.descendants().filter(|node| named(*node, "t"));
        texts.filter_map(|node| node.text()).collect()
    };
    paragraphs.map(texts).collect()
}

#[test]
fn a_field_in_a_text_becomes_a_text_in_its_format() {
    let certificate = &REPORT.certificate;
    let filled = filled(&text_box(&["{{company}}: {{ ai_content }} ({{level}})"]));
    let expected = format!(
        "{}: {} ({})",
        REPORT.company, certificate.figure, certificate.level
    );
    assert_eq!(paragraphs(&filled), [expected]);
    assert!(text(&filled, SLIDE).contains("<a:r><a:rPr b=\"1\"/><a:t>"));
    let master = text(&filled, MASTER);
    let footer = format!("<a:t>For {}</a:t>", REPORT.company);
    assert!(master.contains(&footer), "{master}");
}

#[test]
fn parts_without_fields_stay_as_they_are() {
    let before = template_parts(&text_box(&["{{company}}"]));
    let after = filled(&text_box(&["{{company}}"]));
    assert!(before.keys().eq(after.keys()));
    let changed: Vec<_> = before
        .iter()
        .filter(|(name, bytes)| after[*name] != **bytes)
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        changed,
        [TYPES, MASTER, SLIDE],
        "the type becomes that of a presentation"
    );
    let types = text(&after, TYPES);
    assert!(types.contains("presentation.main+xml") && !types.contains("template.main+xml"));
}

#[test]
fn a_list_becomes_a_paragraph_for_each_entry() {
    let filled = filled(&text_box(&["Why", "{{reasons}}", "All: {{reasons}}"]));
    let found = &REPORT.recommendation;
    let reasons = [&found.sentences[..], &found.confidence[..]].concat();
    assert!(reasons.len() >= 2);
    let mut expected = vec!["Why".to_owned()];
    expected.extend(reasons.iter().cloned());
    expected.push(format!("All: {}", reasons.join(" ")));
    assert_eq!(paragraphs(&filled), expected);
    let indented = text(&filled, SLIDE).matches("<a:pPr lvl=\"1\"/>").count();
    assert_eq!(indented, expected.len());
}

#[test]
fn charts_and_tables_take_the_places_of_their_shapes() {
    let shapes = ["{{chart.radar}}", "{{ chart.paths }}", "{{table.paths}}"];
    let shapes: String = shapes.iter().map(|name| text_box(&[name])).collect();
    let filled = filled(&shapes);
    let slide = text(&filled, SLIDE);
    let document = Document::parse(&slide).unwrap();
    let frames = document.descendants();
    let frames = frames.filter(|node| node.tag_name().name() == "graphicFrame");
    let frames: Vec<_> = frames.collect();
    assert_eq!(frames.len(), 3);
    for frame in frames {
        let place = frame.descendants();
        let place = place
            .filter(|node| matches!(node.tag_name().name(), "off" | "ext"))
            .flat_map(|node| node.attributes())
            .map(|attribute| attribute.value());
        let expected = ["914400", "1828800", "4572000", "2743200"];
        assert!(place.eq(expected));
    }
    assert!(!slide.contains("<p:sp>"));
    assert!(slide.contains(&REPORT.paths.paths[0].name));
    assert!(slide.contains(" descr=\""));
    for chart in ["ppt/charts/chart1.xml", "ppt/charts/chart2.xml"] {
        assert!(filled.contains_key(chart));
    }
}

#[test]
fn the_charts_of_the_template_keep_their_parts() {
    let mut template = template_parts(&text_box(&["{{chart.sections}}"]));
    let types = text(&template, TYPES);
    let own = "<Override PartName=\"/ppt/charts/chart1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/></Types>";
    template.insert(TYPES.to_owned(), types.replace("</Types>", own).into());
    template.insert("ppt/charts/chart1.xml".to_owned(), b"<own/>".to_vec());
    let filled = parts(&fill_pptx(&REPORT, &pack(&template)).unwrap());
    check_package("with a chart", &filled);
    assert_eq!(text(&filled, "ppt/charts/chart1.xml"), "<own/>");
    assert!(filled.contains_key("ppt/charts/chart2.xml"));
}

#[test]
fn a_placeholder_without_a_place_has_that_of_its_layout_or_master() {
    for placeholder in [
        "<p:ph type=\"body\" idx=\"1\"/>",
        "<p:ph idx=\"1\"/>",
        "<p:ph type=\"title\"/>",
    ] {
        let filled = filled(&shape(placeholder, "", &paragraph("{{chart.sections}}")));
        let slide = text(&filled, SLIDE);
        assert!(
            slide.contains("<a:off x=\"914400\" y=\"1828800\"/>"),
            "{slide}"
        );
    }
}

#[test]
fn what_the_result_does_not_have_leaves_an_empty_text() {
    let mut report = REPORT.clone();
    report.sections.radar = None;
    report.changes = None;
    let shapes = text_box(&["{{chart.radar}}"]) + &text_box(&["{{table.answers}}", "{{changes}}"]);
    let deck = fill_pptx(&report, &pack(&template_parts(&shapes))).unwrap();
    assert_eq!(paragraphs(&parts(&deck)), ["", "", ""]);
}

#[test]
fn the_same_template_gives_the_same_bytes() {
    let template = pack(&template_parts(&text_box(&["{{chart.radar}}"])));
    let fill = || fill_pptx(&REPORT, &template).unwrap();
    assert!(fill() == fill());
}
