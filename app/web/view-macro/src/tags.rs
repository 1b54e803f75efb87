//! Which kind of element a tag is. The lists are those of Leptos's `view!`.

/// The kind of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TagKind {
    /// HTML with an end tag.
    Html,
    /// HTML without children and end tag.
    Void,
    /// SVG, which has its own namespace.
    Svg,
    /// MathML, which the app has no use for.
    MathMl,
}

/// The kind of the element with this tag inside of one of another kind.
pub(crate) fn tag_kind(tag: &str, parent: TagKind) -> TagKind {
    let is_ambiguous = AMBIGUOUS.contains(&tag) && parent == TagKind::Svg;
    if SVG.contains(&tag) || is_ambiguous {
        TagKind::Svg
    } else if VOID.contains(&tag) {
        TagKind::Void
    } else if tag == "math" {
        TagKind::MathMl
    } else {
        TagKind::Html
    }
}

/// Elements of both HTML and SVG; the parent decides.
const AMBIGUOUS: [&str; 3] = ["a", "script", "title"];

const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

const SVG: [&str; 62] = [
    "animate",
    "animateMotion",
    "animateTransform",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "discard",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "foreignObject",
    "g",
    "hatch",
    "hatchpath",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "mpath",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "set",
    "stop",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "tspan",
    "use",
    "view",
];

#[cfg(test)]
mod tests {
    use super::{TagKind, tag_kind};

    #[test]
    fn elements_of_svg_are_never_created_as_html() {
        for tag in [
            "svg",
            "circle",
            "g",
            "linearGradient",
            "use",
            "feBlend",
            "tspan",
        ] {
            assert_eq!(tag_kind(tag, TagKind::Html), TagKind::Svg, "{tag}");
        }
    }

    #[test]
    fn an_element_of_both_follows_the_one_around_it() {
        for tag in ["a", "title", "script"] {
            assert_eq!(tag_kind(tag, TagKind::Html), TagKind::Html, "{tag}");
            assert_eq!(tag_kind(tag, TagKind::Svg), TagKind::Svg, "{tag}");
        }
    }

    #[test]
    fn void_elements_and_others_are_distinguished() {
        for tag in ["br", "wbr", "img", "input", "source"] {
            assert_eq!(tag_kind(tag, TagKind::Html), TagKind::Void, "{tag}");
        }
        for tag in ["p", "textarea", "select", "my-element"] {
            assert_eq!(tag_kind(tag, TagKind::Html), TagKind::Html, "{tag}");
        }
    }
}
