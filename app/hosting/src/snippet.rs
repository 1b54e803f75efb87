//! The line of HTML that embeds the assessment.

use crate::escapes::{escape_html, percent_encode};

/// A version of the script that never changes, with its integrity hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinnedScript {
    /// File name, such as `embed-1.0.0.js`.
    pub file: String,
    /// Integrity hash: `sha384-…`
    pub integrity: String,
}

/// The parts of the line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet {
    /// Address of the app's folder, with a slash at the end.
    pub home: String,
    /// A fixed version of the script; `None` for the newest.
    pub pinned: Option<PinnedScript>,
    /// Attributes of the element, in order; empty values are omitted.
    pub attributes: Vec<(&'static str, String)>,
    /// Query parameters of the link for browsers without scripts.
    pub parameters: Vec<(&'static str, String)>,
    /// Text of that link.
    pub fallback: String,
}

impl Snippet {
    /// The HTML. Values are escaped and cannot end their attributes.
    #[must_use]
    pub fn html(&self) -> String {
        let mut html = String::from("<script");
        let file = self.pinned.as_ref().map_or("embed.js", |fixed| &fixed.file);
        push_attribute(&mut html, "src", &format!("{}{file}", self.home));
        if let Some(fixed) = &self.pinned {
            push_attribute(&mut html, "integrity", &fixed.integrity);
            push_attribute(&mut html, "crossorigin", "anonymous");
        }
        html.push_str(" async></script>\n<assay-assessment");
        for (name, value) in self
            .attributes
            .iter()
            .filter(|(_, value)| !value.is_empty())
        {
            push_attribute(&mut html, name, value);
        }
        html.push_str("><a");
        push_attribute(&mut html, "href", &self.fallback_address());
        html.push('>');
        html.push_str(&escape(&self.fallback));
        html.push_str("</a></assay-assessment>");
        html
    }

    /// Address of the app as a page of its own.
    fn fallback_address(&self) -> String {
        let mut address = self.home.clone();
        let given = self
            .parameters
            .iter()
            .filter(|(_, value)| !value.is_empty());
        for (at, (name, value)) in given.enumerate() {
            address.push(if at == 0 { '?' } else { '&' });
            address.push_str(name);
            address.push('=');
            address.push_str(&encode_path(value));
        }
        address
    }
}

fn push_attribute(html: &mut String, name: &str, value: &str) {
    for part in [" ", name, "=\"", &escape(value), "\""] {
        html.push_str(part);
    }
}

/// Escapes a text for HTML, with line ends as character references: a return would be read as a
/// line end, and some editors break the line there.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    escape_html(text, &mut escaped);
    escaped.replace('\r', "&#13;").replace('\n', "&#10;")
}

/// Percent-encodes the segments of a path.
fn encode_path(path: &str) -> String {
    let segments: Vec<String> = path.split('/').map(percent_encode).collect();
    segments.join("/")
}

#[cfg(test)]
mod tests {
    use super::{PinnedScript, Snippet};
    use proptest::prelude::*;

    fn plain() -> Snippet {
        Snippet {
            home: "https://assay.firm.example/".to_owned(),
            fallback: "Take the assessment".to_owned(),
            ..Snippet::default()
        }
    }

    #[test]
    fn without_options_it_is_one_line_of_script_and_one_of_element() {
        assert_eq!(
            plain().html(),
            "<script src=\"https://assay.firm.example/embed.js\" async></script>\n\
             <assay-assessment><a href=\"https://assay.firm.example/\">Take the assessment</a></assay-assessment>"
        );
    }

    #[test]
    fn options_and_a_fixed_version_have_a_fixed_order() {
        let snippet = Snippet {
            pinned: Some(PinnedScript {
                file: "embed-1.0.0.js".to_owned(),
                integrity: "sha384-abc+/=".to_owned(),
            }),
            attributes: vec![
                ("model", "models/our own.json".to_owned()),
                ("lang", String::new()),
                ("mode", "popup".to_owned()),
            ],
            parameters: vec![
                ("model", "models/our own.json".to_owned()),
                ("lang", "zh-CN".to_owned()),
            ],
            ..plain()
        };
        insta::assert_snapshot!(snippet.html(), @r#"
        <script src="https://assay.firm.example/embed-1.0.0.js" integrity="sha384-abc+/=" crossorigin="anonymous" async></script>
        <assay-assessment model="models/our own.json" mode="popup"><a href="https://assay.firm.example/?model=models/our%20own.json&amp;lang=zh-CN">Take the assessment</a></assay-assessment>
        "#);
    }

    proptest! {
        #[test]
        fn no_value_ends_its_attribute(value in "(?s).{0,40}") {
            let snippet = Snippet {
                attributes: vec![("label", value.clone())],
                parameters: vec![("model", value.clone())],
                fallback: value.clone(),
                ..plain()
            };
            let html = snippet.html();
            let tags = html.matches('<').count();
            prop_assert_eq!(tags, 6, "{}", html);
            let quotes = if value.is_empty() { 4 } else { 6 };
            prop_assert_eq!(html.matches('"').count(), quotes);
            prop_assert_eq!(html.lines().count(), 2);
        }
    }
}
