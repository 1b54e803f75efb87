//! The place of a shape on its slide, which may be that of a placeholder of its layout.

use roxmltree::{Document, Node};

use super::TemplateFault;
use super::parts::{TemplateParts, related_part, relationships_of};
use super::xml::{DRAWING, PRESENTATION, child, parse};
use crate::pptx::shape::{Area, area_of_emu};

/// The place of a shape on the slide; `None` if neither it nor its layout nor the master has one.
///
/// # Errors
/// The layout or the master is damaged.
pub(super) fn find_place(
    parts: &mut TemplateParts<'_>,
    slide: &str,
    shape: Node<'_, '_>,
) -> Result<Option<Area>, TemplateFault> {
    if let Some(place) = own_place(shape) {
        return Ok(Some(place));
    }
    let Some(placeholder) = Placeholder::of(shape) else {
        return Ok(None);
    };
    let mut owner = slide.to_owned();
    for kind in ["slideLayout", "slideMaster"] {
        let relationships = relationships_of(&owner);
        let xml = parts.read(&relationships)?;
        let Some(next) = related_part(&parse(&relationships, &xml)?, &owner, kind) else {
            return Ok(None);
        };
        let xml = parts.read(&next)?;
        if let Some(place) = placeholder.place_in(&parse(&next, &xml)?) {
            return Ok(Some(place));
        }
        owner = next;
    }
    Ok(None)
}

fn own_place(shape: Node<'_, '_>) -> Option<Area> {
    let properties = child(shape, PRESENTATION, "spPr")?;
    let transform = child(properties, DRAWING, "xfrm")?;
    let number = |name: &str, attribute: &str| {
        let value = child(transform, DRAWING, name)?.attribute(attribute)?;
        value.parse::<i32>().ok()
    };
    let (width, height) = (number("ext", "cx")?, number("ext", "cy")?);
    let area = area_of_emu(number("off", "x")?, number("off", "y")?, width, height);
    (width > 0 && height > 0).then_some(area)
}

/// The kind and number by which a shape refers to a placeholder.
struct Placeholder<'x> {
    kind: &'x str,
    index: Option<&'x str>,
}

impl<'x> Placeholder<'x> {
    fn of(shape: Node<'x, 'x>) -> Option<Self> {
        let own = child(shape, PRESENTATION, "nvSpPr")?;
        let found = child(child(own, PRESENTATION, "nvPr")?, PRESENTATION, "ph")?;
        Some(Self {
            kind: found.attribute("type").unwrap_or("obj"),
            index: found.attribute("idx"),
        })
    }

    /// The kind of the master's placeholder from which one of this kind takes its place.
    fn master_kind(&self) -> &str {
        match self.kind {
            "ctrTitle" | "title" => "title",
            small @ ("dt" | "ftr" | "sldNum") => small,
            _ => "body",
        }
    }

    /// The place of the same placeholder in a layout or master.
    fn place_in(&self, document: &Document<'_>) -> Option<Area> {
        let shapes = document.descendants();
        let shapes = shapes.filter(|node| node.has_tag_name((PRESENTATION, "sp")));
        let places: Vec<(Placeholder<'_>, Option<Area>)> = shapes
            .filter_map(|shape| Some((Placeholder::of(shape)?, own_place(shape))))
            .collect();
        let by_index = places
            .iter()
            .find(|(other, _)| self.index.is_some() && other.index == self.index);
        let by_kind = || {
            places
                .iter()
                .find(|(other, _)| other.kind == self.master_kind())
        };
        by_index.or_else(by_kind).and_then(|(_, place)| *place)
    }
}
