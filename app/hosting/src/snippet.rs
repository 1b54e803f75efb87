//! The line of code that a site puts into its page.

use crate::escapes::{escape_html, percent_encode};

/// A version of the script that never changes, with the hash by which browsers check it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinnedScript {
    /// The file's name, such as `embed-1.0.0.js`.
    pub file: String,
    /// `sha384-…`
    pub integrity: String,
}

/// What the line is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The address of the app's folder, with a slash at the end.
    pub home: String,
    /// A fixed version of the script, or the newest.
    pub pinned: Option<PinnedScript>,
    /// The element's attributes in the order in which they stand; empty values are left out.
    pub attributes: Vec<(&'static str, String)>,
    /// Parameters of the page that opens where scripts do not run.
    pub parameters: Vec<(&'static str, String)>,
    /// What the link there says.
    pub fallback: String,
}

impl Snippet {
    /// The HTML. No value can end its attribute, whatever it holds.
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

    /// The app on a page of its own.
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
            address.push_str(&encode_path(value));
        }
        address
    }
}

fn attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(value, html);
    html.push('"');
}

/// Line ends are escaped too: they would end the line of code, and some editors break it there.
fn escape(text: &str, html: &mut String) {
    let mut escaped = String::with_capacity(text.len());
    escape_html(text, &mut escaped);
    html.push_str(&escaped.replace('\r', "&#13;").replace('\n', "&#10;"));
}

/// Slashes stay: they separate the folders of a questionnaire's address.
fn encode_path(text: &str) -> String {
    let parts: Vec<String> = text.split('/').map(percent_encode).collect();
    parts.join("/")
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
