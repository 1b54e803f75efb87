//! Paragraphs.

use crate::content::Chapter;
use crate::xml::escape;

/// A paragraph style of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Title,
    Subtitle,
    Kicker,
    Measure,
    Figure,
    Lead,
    Body,
    Bullet,
    Contents,
    Gap,
}

impl Style {
    fn id(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::Kicker => "Kicker",
            Self::Measure => "Measure",
            Self::Figure => "Figure",
            Self::Lead => "Lead",
            Self::Body => "Normal",
            Self::Bullet => "ListBullet",
            Self::Contents => "TOC1",
            Self::Gap => "Gap",
        }
    }
}

/// A run of text; line ends become breaks.
pub(super) fn run(text: &str, bold: bool) -> String {
    let properties = if bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(line)))
        .collect();
    format!("<w:r>{properties}{}</w:r>", lines.join("<w:br/>"))
}

/// A paragraph that stays on the page of what it introduces.
pub(super) fn introduction(text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:keepNext/></w:pPr>{}</w:p>",
        run(text, false)
    )
}

/// A paragraph in a style.
pub(super) fn paragraph(style: Style, text: &str) -> String {
    let text = if text.is_empty() {
        String::new()
    } else {
        run(text, false)
    };
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{text}</w:p>",
        style.id()
    )
}

/// A heading; chapters have a bookmark to which the contents refer.
pub(super) fn heading(level: u32, text: &str, chapter: Option<u32>) -> String {
    let run = run(text, false);
    let marked = match chapter {
        Some(number) => format!(
            "<w:bookmarkStart w:id=\"{number}\" w:name=\"{}\"/>{run}<w:bookmarkEnd w:id=\"{number}\"/>",
            bookmark(number)
        ),
        None => run,
    };
    format!("<w:p><w:pPr><w:pStyle w:val=\"Heading{level}\"/></w:pPr>{marked}</w:p>")
}

fn bookmark(number: u32) -> String {
    format!("_Toc{number:06}")
}

/// The list of contents: a field that Word updates on demand, with its entries. It has no page
/// numbers, which only a layout engine knows.
pub(super) fn contents(title: &str, chapters: &[Chapter<'_>]) -> String {
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-1\" \\n \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let entries: String = chapters
        .iter()
        .zip(1..)
        .map(|(chapter, number)| {
            let before = if number == 1 { begin } else { "" };
            let link = format!(
                "<w:hyperlink w:anchor=\"{}\" w:history=\"1\">{}</w:hyperlink>",
                bookmark(number),
                run(chapter.heading, false)
            );
            format!(
                "<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{before}{link}</w:p>",
                Style::Contents.id()
            )
        })
        .collect();
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"TOCHeading\"/></w:pPr>{}</w:p>{entries}<w:p>{end}</w:p>",
        run(title, false)
    )
}
