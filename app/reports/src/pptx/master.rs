//! Master and layouts: background, places of title, footer and number, and the logo.

use super::shape::{Area, area};
use super::slide::GROUP;
use crate::Brand;
use crate::drawing::hex;
use crate::xml::escape;

/// Place of the title on slides.
pub(super) const TITLE: Area = area(0.6, 0.42, 10.4, 0.95);
/// Place of the title on the first slide.
pub(super) const COVER_TITLE: Area = area(0.6, 1.75, 7.2, 1.15);
/// Place of the footer.
const FOOTER: Area = area(0.6, 7.0, 9.0, 0.3);
/// Place of the number.
const NUMBER: Area = area(11.73, 7.0, 1.0, 0.3);
/// The largest place of the logo, at the right edge.
const LOGO: Area = area(11.13, 0.42, 1.6, 0.6);
/// The largest place of the logo on the first slide, at the left edge.
const COVER_LOGO: Area = area(0.6, 0.5, 2.6, 0.75);

const NAMESPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// A placeholder with its place and style.
fn placeholder(
    id: u32,
    name: &str,
    kind: &str,
    at: Area,
    body: &str,
    style: &str,
    text: &str,
) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" {body}><a:normAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>{text}</p:txBody></p:sp>",
        at.transform("a:xfrm")
    )
}

const PROMPT: &str = "<a:p><a:r><a:rPr lang=\"en-US\"/><a:t>Title</a:t></a:r></a:p>";
const EMPTY: &str = "<a:p><a:endParaRPr lang=\"en-US\"/></a:p>";
const NUMBER_FIELD: &str = "<a:p><a:fld id=\"{6F1B9E2C-1D3A-4B5C-8E7F-0A1B2C3D4E5F}\" type=\"slidenum\"><a:rPr lang=\"en-US\"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang=\"en-US\"/></a:p>";

fn small(brand: &Brand, align: &str) -> String {
    format!(
        "<a:lvl1pPr algn=\"{align}\"><a:defRPr sz=\"1000\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:defRPr></a:lvl1pPr>",
        hex(brand.colours.muted)
    )
}

fn footers(brand: &Brand) -> String {
    [
        placeholder(
            5,
            "Footer",
            "type=\"ftr\" sz=\"quarter\" idx=\"11\"",
            FOOTER,
            "anchor=\"ctr\"",
            &small(brand, "l"),
            EMPTY,
        ),
        placeholder(
            6,
            "Slide number",
            "type=\"sldNum\" sz=\"quarter\" idx=\"12\"",
            NUMBER,
            "anchor=\"ctr\"",
            &small(brand, "r"),
            NUMBER_FIELD,
        ),
    ]
    .concat()
}

/// The logo, whose relationship is `rId`; empty without one.
fn logo(brand: &Brand, place: Area, at_right: bool, relationship: &str) -> String {
    let Some(logo) = &brand.logo else {
        return String::new();
    };
    let scale = (place.width / f64::from(logo.size.0)).min(place.height / f64::from(logo.size.1));
    let (width, height) = (
        f64::from(logo.size.0) * scale,
        f64::from(logo.size.1) * scale,
    );
    let left = if at_right {
        place.left + place.width - width
    } else {
        place.left
    };
    let at = area(
        left,
        place.top + (place.height - height) / 2.0,
        width,
        height,
    );
    format!(
        "<p:pic><p:nvPicPr><p:cNvPr id=\"9\" name=\"Logo\" descr=\"{}\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr userDrawn=\"1\"/></p:nvPicPr><p:blipFill><a:blip r:embed=\"{relationship}\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>",
        escape(&brand.name),
        at.transform("a:xfrm")
    )
}

/// The master. Relationships: the two layouts, the theme, the logo.
pub(super) fn master_xml(brand: &Brand) -> String {
    let ink = hex(brand.colours.ink);
    let body = placeholder(
        3,
        "Text",
        "type=\"body\" idx=\"1\"",
        area(0.6, 1.6, 12.13, 5.1),
        "anchor=\"t\"",
        "",
        PROMPT,
    );
    let title = placeholder(
        2,
        "Title",
        "type=\"title\"",
        TITLE,
        "anchor=\"ctr\"",
        "",
        PROMPT,
    );
    let level = |number: u32| {
        format!(
            "<a:lvl{number}pPr marL=\"{0}\" indent=\"0\" algn=\"l\"><a:spcBef><a:spcPts val=\"600\"/></a:spcBef><a:buNone/><a:defRPr sz=\"1600\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl{number}pPr>",
            number.saturating_sub(1).saturating_mul(228_600)
        )
    };
    let levels: String = (1..=5).map(level).collect();
    format!(
        "<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{GROUP}{title}{body}{}{}</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/><p:sldLayoutId id=\"2147483650\" r:id=\"rId2\"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\"><a:lnSpc><a:spcPct val=\"95000\"/></a:lnSpc><a:buNone/><a:defRPr sz=\"2800\" b=\"1\" kern=\"1200\"><a:solidFill><a:srgbClr val=\"{ink}\"/></a:solidFill><a:latin typeface=\"+mj-lt\"/><a:ea typeface=\"+mj-ea\"/><a:cs typeface=\"+mj-cs\"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle>{levels}</p:otherStyle></p:txStyles></p:sldMaster>",
        footers(brand),
        logo(brand, LOGO, true, "rId4")
    )
}

/// The layout of the first slide. Relationships: the master, the logo.
pub(super) fn title_layout_xml(brand: &Brand) -> String {
    let title = placeholder(
        2,
        "Title",
        "type=\"ctrTitle\"",
        COVER_TITLE,
        "anchor=\"b\"",
        "",
        PROMPT,
    );
    format!(
        "<p:sldLayout {NAMESPACES} type=\"title\" showMasterSp=\"0\" preserve=\"1\"><p:cSld name=\"Title\"><p:spTree>{GROUP}{title}{}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
        logo(brand, COVER_LOGO, false, "rId2")
    )
}

/// The layout of all other slides. Relationship: the master.
pub(super) fn title_only_layout_xml(brand: &Brand) -> String {
    let title = placeholder(
        2,
        "Title",
        "type=\"title\"",
        TITLE,
        "anchor=\"ctr\"",
        "",
        PROMPT,
    );
    format!(
        "<p:sldLayout {NAMESPACES} type=\"titleOnly\" preserve=\"1\"><p:cSld name=\"Title only\"><p:spTree>{GROUP}{title}{}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
        footers(brand)
    )
}
