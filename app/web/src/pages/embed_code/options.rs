//! The options of the embed element, and the code generated from them.

use assay_hosting::{PinnedScript, Snippet};

use crate::browser::net;

/// Options of the embed element; an empty text means the element's default.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Options {
    /// Address of the app, as entered.
    pub(super) home: String,
    pub(super) model: String,
    pub(super) lang: String,
    pub(super) theme: String,
    pub(super) mode: String,
    pub(super) label: String,
    pub(super) stance: String,
    pub(super) depth: String,
    pub(super) results: String,
    pub(super) height: String,
    /// Whether the code names a fixed script version.
    pub(super) is_pinned: bool,
}

impl Options {
    /// Returns the options with this app's address where none was entered.
    pub(super) fn with_default_home(mut self) -> Self {
        if self.home.is_empty() {
            self.home = folder_of(&net::page_address(None)).unwrap_or_default();
        }
        self
    }

    /// Returns whether a button opens the assessment.
    pub(super) fn has_button(&self) -> bool {
        !self.mode.is_empty()
    }

    /// Returns the attributes of the element; the value is empty if the attribute has no effect in
    /// this combination.
    pub(super) fn attributes(&self) -> Vec<(&'static str, String)> {
        let only = |value: &str, holds: bool| if holds { value.trim() } else { "" }.to_owned();
        let height = self
            .height
            .trim()
            .parse::<u32>()
            .is_ok_and(|height| height > 0);
        vec![
            ("model", only(&self.model, true)),
            ("lang", only(&self.lang, true)),
            ("theme", only(&self.theme, true)),
            ("mode", only(&self.mode, true)),
            ("label", only(&self.label, self.has_button())),
            ("stance", only(&self.stance, true)),
            ("depth", only(&self.depth, true)),
            ("results", only(&self.results, true)),
            ("height", only(&self.height, height && !self.has_button())),
        ]
    }

    /// Returns the embed code; `None` if the address of the app is invalid.
    pub(super) fn snippet(&self, pinned: Option<PinnedScript>, fallback: &str) -> Option<Snippet> {
        let home = folder_of(&self.home)?;
        let given = |name: &'static str, value: &str| (name, value.trim().to_owned());
        Some(Snippet {
            home,
            pinned: pinned.filter(|_| self.is_pinned),
            attributes: self.attributes(),
            parameters: vec![given("model", &self.model), given("lang", &self.lang)],
            fallback: fallback.to_owned(),
        })
    }
}

/// Returns the folder of an address, with a slash at the end; `None` if it is no http(s) address.
fn folder_of(address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or_default().trim();
    let (scheme, rest) = address.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let sound = matches!(scheme.as_str(), "https" | "http")
        && !rest.is_empty()
        && !rest.starts_with('/')
        && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>\\".contains(c));
    let rest = rest.strip_suffix("/index.html").unwrap_or(rest);
    sound.then(|| format!("{scheme}://{}/", rest.trim_end_matches('/')))
}

/// Returns the origin of an address (scheme, host, port).
pub(super) fn origin_of(home: &str) -> Option<String> {
    let folder = folder_of(home)?;
    let (scheme, rest) = folder.split_once("://")?;
    let place = rest.split('/').next().unwrap_or_default();
    Some(format!("{scheme}://{place}"))
}

#[cfg(test)]
mod tests {
    use super::{Options, folder_of, origin_of};

    fn options() -> Options {
        Options {
            home: "https://assay.firm.example/tool/index.html?lang=en#/embed".to_owned(),
            ..Options::default()
        }
    }

    fn html(options: &Options) -> String {
        let snippet = options.snippet(None, "Take it");
        snippet.map_or_else(String::new, |snippet| snippet.html())
    }

    #[test]
    fn defaults_are_left_out() {
        assert_eq!(
            html(&options()),
            "<script src=\"https://assay.firm.example/tool/embed.js\" async></script>\n\
             <assay-assessment><a href=\"https://assay.firm.example/tool/\">Take it</a></assay-assessment>"
        );
    }

    #[test]
    fn what_has_no_effect_is_left_out() {
        let inline = Options {
            label: "Begin".to_owned(),
            height: "700".to_owned(),
            ..options()
        };
        assert!(html(&inline).contains("<assay-assessment height=\"700\">"));
        let popup = Options {
            mode: "popup".to_owned(),
            ..inline
        };
        assert!(html(&popup).contains("<assay-assessment mode=\"popup\" label=\"Begin\">"));
        let odd = Options {
            height: "tall".to_owned(),
            ..options()
        };
        assert!(html(&odd).contains("<assay-assessment>"));
    }

    #[test]
    fn quotes_in_a_label_stay_in_the_label() {
        let popup = Options {
            mode: "popup".to_owned(),
            label: "\"><script>".to_owned(),
            ..options()
        };
        assert!(html(&popup).contains(" label=\"&quot;&gt;&lt;script&gt;\">"));
    }

    #[test]
    fn an_address_is_that_of_a_folder() {
        for (typed, folder) in [
            ("https://a.example", Some("https://a.example/")),
            (" HTTPS://a.example/x/ ", Some("https://a.example/x/")),
            ("http://127.0.0.1:8080/", Some("http://127.0.0.1:8080/")),
            ("a.example", None),
            ("javascript://a", None),
            ("file:///x", None),
            ("https://", None),
            ("https://a b", None),
            ("https://a\"b", None),
        ] {
            assert_eq!(folder_of(typed).as_deref(), folder, "{typed}");
        }
        assert_eq!(
            origin_of("https://a.example:8443/x/").as_deref(),
            Some("https://a.example:8443")
        );
    }
}
