//! Builds templates.

use std::io::{Cursor, Write};
use std::sync::LazyLock;

use assay_locale::Language;
use assay_reports::ReportContent;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::package::Parts;
use super::{bank, content, model};

/// The slide of a template, its master, and its content types.
pub const SLIDE: &str = "ppt/slides/slide1.xml";
pub const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
pub const TYPES: &str = "[Content_Types].xml";
const NAMESPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// The report that fills templates.
pub static REPORT: LazyLock<ReportContent> = LazyLock::new(|| {
    let model = model();
    content(&model, &bank(&model, Language::English), Language::English)
});

/// A shape with a text.
pub fn shape(placeholder: &str, place: &str, paragraphs: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"7\" name=\"Box\"/><p:cNvSpPr/><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:bodyPr/>{paragraphs}</p:txBody></p:sp>"
    )
}

/// A place on the slide.
pub const PLACE: &str =
    "<a:xfrm><a:off x=\"914400\" y=\"1828800\"/><a:ext cx=\"4572000\" cy=\"2743200\"/></a:xfrm>";

/// A paragraph with a text.
pub fn paragraph(text: &str) -> String {
    format!("<a:p><a:pPr lvl=\"1\"/><a:r><a:rPr b=\"1\"/><a:t>{text}</a:t></a:r></a:p>")
}

/// A box with a place of its own and a paragraph for each text.
pub fn text_box(texts: &[&str]) -> String {
    let paragraphs: String = texts.iter().map(|text| paragraph(text)).collect();
    shape("", PLACE, &paragraphs)
}

/// The parts of a presentation of one slide with its layout and master, whose placeholder 1 has a
/// place.
pub fn template_parts(shapes: &str) -> Parts {
    let in_layout = shape("<p:ph type=\"body\" idx=\"1\"/>", PLACE, "<a:p/>");
    let in_master = shape("<p:ph type=\"title\"/>", PLACE, "<a:p/>");
    let footer = text_box(&["For {{company}}"]);
    let master = [in_master, footer].concat();
    let mut parts = Parts::new();
    let mut add = |name: &str, text: String| parts.insert(name.to_owned(), text.into_bytes());
    add(TYPES, types());
    add(
        "_rels/.rels",
        related(&[("officeDocument", "ppt/presentation.xml")]),
    );
    let slides = "<p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst>";
    add(
        "ppt/presentation.xml",
        format!("<p:presentation {NAMESPACES}>{slides}</p:presentation>"),
    );
    let (slide, layout) = ("slides/slide1.xml", "slideLayouts/slideLayout1.xml");
    let of_deck = [
        ("slide", slide),
        ("slideMaster", "slideMasters/slideMaster1.xml"),
    ];
    add("ppt/_rels/presentation.xml.rels", related(&of_deck));
    add(SLIDE, tree("sld", shapes));
    let of_slide = [("slideLayout", "../slideLayouts/slideLayout1.xml")];
    add("ppt/slides/_rels/slide1.xml.rels", related(&of_slide));
    add(&format!("ppt/{layout}"), tree("sldLayout", &in_layout));
    let of_layout = [("slideMaster", "../slideMasters/slideMaster1.xml")];
    add(
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        related(&of_layout),
    );
    add(MASTER, tree("sldMaster", &master));
    add(
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        related(&of_slide),
    );
    add("ppt/media/photo.png", "a picture".to_owned());
    parts
}

/// A slide, layout or master with shapes.
fn tree(root: &str, shapes: &str) -> String {
    format!("<p:{root} {NAMESPACES}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{root}>")
}

/// Relationships with the ends of their types and their targets.
fn related(targets: &[(&str, &str)]) -> String {
    const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let entries = targets.iter().zip(1..).map(|((kind, target), number)| {
        format!("<Relationship Id=\"rId{number}\" Type=\"{TYPES}/{kind}\" Target=\"{target}\"/>")
    });
    let entries: String = entries.collect();
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{entries}</Relationships>"
    )
}

/// The content types of a template of PowerPoint (.potx).
fn types() -> String {
    const PREFIX: &str = "application/vnd.openxmlformats-officedocument.presentationml";
    let parts = [
        ("presentation", "template.main"),
        ("slides/slide1", "slide"),
        ("slideLayouts/slideLayout1", "slideLayout"),
        ("slideMasters/slideMaster1", "slideMaster"),
    ];
    let entries = parts.map(|(part, kind)| {
        format!("<Override PartName=\"/ppt/{part}.xml\" ContentType=\"{PREFIX}.{kind}+xml\"/>")
    });
    let entries = entries.concat();
    format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>{entries}</Types>"
    )
}

/// Packs parts.
pub fn pack(parts: &Parts) -> Vec<u8> {
    pack_by(parts, CompressionMethod::Deflated)
}

/// Packs parts by a method.
pub fn pack_by(parts: &Parts, method: CompressionMethod) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(method);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
