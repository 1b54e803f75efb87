//! The line of HTML that embeds the assessment.

use std::fmt::Write as _;

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
        attribute(&mut html, "src", &format!("{}{file}", self.home));
        if let Some(fixed) = &self.pinned {
            attribute(&mut html, "integrity", &fixed.integrity);
            attribute(&mut html, "crossorigin", "anonymous");
        }
        html.push_str(" async></script>\n<assay-assessment");
        for (name, value) in self
            .attributes
            .iter()
            .filter(|(_, value)| !value.is_empty())
        {
            attribute(&mut html, name, value);
        }
        html.push_str("><a");
        attribute(&mut html, "href", &self.page());
        html.push('>');
        escape(&self.fallback, &mut html);
        html.push_str("</a></assay-assessment>");
        html
    }

    /// Address of the app as a page of its own.
    fn page(&self) -> String {
        let mut address = self.home.clone();
        let given = self
            .parameters
            .iter()
            .filter(|(_, value)| !value.is_empty());
        for (at, (name, value)) in given.enumerate() {
            address.push(if at == 0 { '?' } else { '&' });
            address.push_str(name);
            address.push('=');
            percent_encode(value, &mut address);
        }
        address
    }
}

fn attribute(html: &mut String, name: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = write!(html, " {name}=\"");
    escape(value, html);
    html.push('"');
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // Would be read as a line end, and some editors break the line there.
            '\r' => html.push_str("&#13;"),
            '\n' => html.push_str("&#10;"),
            c => html.push(c),
        }
    }
}

/// Percent-encodes everything but unreserved characters and slashes.
fn percent_encode(text: &str, address: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
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
    fn options_and_a_fixed_version_stand_in_their_order() {
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
