//! Templates that are refused, and what damaged ones become.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use assay_locale::{Language, Messages};
use assay_reports::{Error, TemplateFault, describe_template_fault, fill_pptx};
use common::template::{
    MASTER, PLACE, REPORT, SLIDE, TYPES, pack, pack_by, paragraph, shape, template_parts, text_box,
};
use common::text;
use proptest::prelude::*;
use zip::CompressionMethod;

fn faults(template: &[u8]) -> Vec<TemplateFault> {
    match fill_pptx(&REPORT, template) {
        Err(Error::Template(faults)) => faults,
        other => panic!("{:?}", other.map(|bytes| bytes.len())),
    }
}

#[test]
fn wrong_fields_are_reported_together_with_their_parts_in_every_language() {
    let shapes = [
        text_box(&["{{compny}} and {{}} and {{compny}}"]),
        text_box(&["See {{chart.radar}}"]),
        shape("", "", &paragraph("{{table.paths}}")),
    ];
    let faults = faults(&pack(&template_parts(&shapes.concat())));
    let (part, name) = (SLIDE.to_owned(), str::to_owned);
    let expected = [
        TemplateFault::NoPlace {
            part: part.clone(),
            name: name("table.paths"),
        },
        TemplateFault::UnknownField {
            part: part.clone(),
            name: name("compny"),
        },
        TemplateFault::UnknownField {
            part: part.clone(),
            name: name(""),
        },
        TemplateFault::NotAlone {
            part: part.clone(),
            name: name("chart.radar"),
        },
    ];
    assert_eq!(faults, expected);
    for language in Language::ALL {
        let messages = Messages::embedded(language);
        let text = describe_template_fault(&messages, &expected[1]);
        assert!(
            text.contains(SLIDE) && text.contains("{{compny}}"),
            "{text}"
        );
    }
}

#[test]
fn a_template_without_fields_is_refused() {
    let mut template = template_parts(&text_box(&["company"]));
    template.insert(MASTER.to_owned(), b"<a/>".to_vec());
    assert_eq!(faults(&pack(&template)), [TemplateFault::NoFields]);
}

#[test]
fn what_is_no_presentation_is_refused() {
    let document = assay_reports::write_docx(&REPORT).unwrap();
    let deck = pack(&template_parts(""));
    let truncated = &deck[..deck.len() / 2];
    for bytes in [b"" as &[u8], b"PK\x03\x04", b"{}", &document, truncated] {
        assert_eq!(faults(bytes), [TemplateFault::NotAPresentation]);
    }
    let mut with_macros = template_parts("");
    let types = text(&with_macros, TYPES);
    let types = types.replace("image/png", "application/vnd.ms-office.vbaProject");
    with_macros.insert(TYPES.to_owned(), types.into());
    assert_eq!(faults(&pack(&with_macros)), [TemplateFault::HasMacros]);
}

/// A package whose list of parts refers to the first one under every name.
fn with_overlapping_parts() -> Vec<u8> {
    let mut parts = template_parts("");
    let types = text(&parts, TYPES) + &" ".repeat(10_000);
    parts.insert(TYPES.to_owned(), types.into());
    let mut bytes = pack_by(&parts, CompressionMethod::Stored);
    let entries = bytes.windows(4).enumerate();
    let entries: Vec<usize> = entries
        .filter(|(_, window)| window == b"PK\x01\x02")
        .map(|(at, _)| at)
        .collect();
    assert_eq!(entries.len(), parts.len());
    // Checksum and sizes, and the place of the part.
    for field in [16..28, 42..46] {
        let [from, to] = [field.start, field.end].map(|at| entries[0] + at);
        let first = bytes[from..to].to_vec();
        for entry in &entries {
            bytes[entry + field.start..entry + field.end].copy_from_slice(&first);
        }
    }
    bytes
}

#[test]
fn parts_that_overlap_are_refused() {
    let faults = faults(&with_overlapping_parts());
    assert!(
        matches!(faults[..], [TemplateFault::Damaged { .. }]),
        "{faults:?}"
    );
}

#[test]
fn damaged_parts_are_named() {
    let damaged = |part: &str| {
        [TemplateFault::Damaged {
            part: part.to_owned(),
        }]
    };
    for xml in [
        "",
        "<p:sld>",
        "<!DOCTYPE a [<!ENTITY b \"{{company}}\">]><a>&b;</a>",
        "\u{1}",
    ] {
        let mut template = template_parts("");
        template.insert(SLIDE.to_owned(), xml.into());
        assert_eq!(faults(&pack(&template)), damaged(SLIDE), "{xml}");
    }
    let mut template = template_parts("");
    template.remove(SLIDE);
    assert_eq!(faults(&pack(&template)), damaged(SLIDE));
    let relationships = "ppt/slides/_rels/slide1.xml.rels";
    let mut template = template_parts(&text_box(&["{{chart.radar}}"]));
    template.insert(relationships.to_owned(), b"<Relationships/>".to_vec());
    assert_eq!(faults(&pack(&template)), damaged(relationships));
}

#[test]
fn a_small_template_cannot_fill_the_memory() {
    let large = " ".repeat(17 * 1024 * 1024);
    let template = pack(&template_parts(&large));
    assert!(template.len() < 100_000, "{}", template.len());
    assert_eq!(faults(&template), [TemplateFault::TooLarge]);
    // Each paragraph becomes many.
    let many = paragraph("{{method}}").repeat(40_000);
    let template = pack(&template_parts(&shape("", PLACE, &many)));
    assert_eq!(faults(&template), [TemplateFault::TooLarge]);
    let many = text_box(&["{{chart.radar}}"]).repeat(201);
    assert_eq!(
        faults(&pack(&template_parts(&many))),
        [TemplateFault::TooLarge]
    );
}

proptest! {
    #[test]
    fn a_damaged_template_is_filled_or_refused(at: prop::sample::Index, byte: u8, part: prop::sample::Index) {
        let shapes = text_box(&["{{company}} {{chart.radar}}", "{{reasons}}"]) + &text_box(&["{{table.paths}}"]);
        let mut template = template_parts(&shapes);
        let name = template.keys().nth(part.index(template.len())).unwrap().clone();
        let bytes = template.get_mut(&name).unwrap();
        *at.get_mut(bytes) = byte;
        let result = fill_pptx(&REPORT, &pack(&template));
        if let Err(Error::Template(faults)) = result {
            prop_assert!(!faults.is_empty());
        }
    }

    #[test]
    fn any_text_with_braces_is_filled_or_refused(text in "[{}a-z. \u{4e00}]{0,40}") {
        let result = fill_pptx(&REPORT, &pack(&template_parts(&text_box(&[&text]))));
        prop_assert!(matches!(result, Ok(_) | Err(Error::Template(_))));
    }
}
