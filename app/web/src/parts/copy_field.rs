//! Copying the text of a field.

use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::browser::{clipboard, dom};

/// A field whose text can be copied.
pub(crate) trait CopyField: AsRef<HtmlElement> {
    fn text(&self) -> String;
    fn select_text(&self);
}

impl CopyField for HtmlInputElement {
    fn text(&self) -> String {
        self.value()
    }

    fn select_text(&self) {
        self.select();
    }
}

impl CopyField for HtmlTextAreaElement {
    fn text(&self) -> String {
        self.value()
    }

    fn select_text(&self) {
        self.select();
    }
}

/// Copies the text of a field. Returns false if that failed; the text then stays selected, to be
/// copied by hand.
pub(crate) async fn copy_field(field: &impl CopyField) -> bool {
    let select = || {
        dom::focus(field.as_ref());
        field.select_text();
    };
    clipboard::copy_text(&field.text(), select).await
}
