//! The theme: the brand's colours and fonts, from which a user's own slides and pages take theirs.

use assay_config::Colour;
use assay_locale::Language;

use super::hex;
use crate::Brand;
use crate::xml::escape;

/// Fills, lines and effects that the schema demands; nothing refers to them.
const FORMATS: &str = "<a:fmtScheme name=\"Plain\"><a:fillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w=\"6350\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln><a:ln w=\"12700\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln><a:ln w=\"19050\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>";

/// The fonts of Chinese and of Japanese text that a user adds.
const FONT_OF_HAN: &str = "Microsoft YaHei";
const FONT_OF_JAPANESE: &str = "Yu Gothic";

/// The theme of a brand.
pub(crate) fn theme_xml(brand: &Brand, language: Language) -> String {
    let east_asian_font = language.east_asian_font();
    let colours = brand.colours;
    let scheme = [
        ("dk1", colours.ink),
        ("lt1", colours.paper),
        ("dk2", colours.muted),
        ("lt2", colours.act_wash),
        ("accent1", colours.act),
        ("accent2", colours.metal),
        ("accent3", colours.metal_deep),
        ("accent4", colours.muted),
        ("accent5", colours.stop),
        ("accent6", colours.rule),
        ("hlink", colours.act),
        ("folHlink", colours.metal_deep),
    ];
    let scheme: String = scheme
        .iter()
        .map(|(name, colour): &(&str, Colour)| {
            format!("<a:{name}><a:srgbClr val=\"{}\"/></a:{name}>", hex(*colour))
        })
        .collect();
    let font = |name: &str, family: &str| {
        format!(
            "<a:{name}><a:latin typeface=\"{}\"/><a:ea typeface=\"{east_asian_font}\"/><a:cs typeface=\"\"/><a:font script=\"Hans\" typeface=\"{FONT_OF_HAN}\"/><a:font script=\"Jpan\" typeface=\"{FONT_OF_JAPANESE}\"/></a:{name}>",
            escape(family)
        )
    };
    let fonts = [
        font("majorFont", &brand.heading_font),
        font("minorFont", &brand.body_font),
    ]
    .concat();
    format!(
        "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Report\"><a:themeElements><a:clrScheme name=\"Report\">{scheme}</a:clrScheme><a:fontScheme name=\"Report\">{fonts}</a:fontScheme>{FORMATS}</a:themeElements></a:theme>"
    )
}
