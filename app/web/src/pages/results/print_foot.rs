//! The name of the organization in the foot of every printed page.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser::console::log_error;
use crate::browser::dom;

/// Sets the custom property that `style/print.css` prints on the pages of a result. Only the root
/// element passes it to the margins of printed pages. To be called after the first frame: the browser
/// computes the style of every element anew.
pub(super) fn name_printed_pages(name: &str) {
    let root = dom::root().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        let text = css_string(name);
        let set = root.style().set_property("--result-name", &text);
        log_error("name the printed pages", set);
    }
}

/// Quotes a text as a string of CSS. A browser would ignore one with a line break, and keep the
/// name of the result before.
fn css_string(text: &str) -> String {
    let line = text.replace(char::is_control, " ");
    let escaped = line.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::css_string;

    #[test]
    fn quotes_and_backslashes_of_a_name_are_escaped_and_line_breaks_are_spaces() {
        assert_eq!(
            css_string("Sparkasse \"Nord\" \\"),
            r#""Sparkasse \"Nord\" \\""#
        );
        assert_eq!(css_string("Two\nlines"), "\"Two lines\"");
        assert_eq!(css_string(""), "\"\"");
    }
}
