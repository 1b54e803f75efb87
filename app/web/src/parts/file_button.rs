//! The visible button of a file field, in the language of the page: that of the field itself is in
//! the browser's language.

use assay_locale::Messages;

use crate::view::{IntoView, view};

/// Renders the button. It follows the field, which is hidden visually, inside the label of both.
pub(crate) fn file_button(messages: &Messages, takes_several: bool) -> impl IntoView + use<> {
    let text = match takes_several {
        true => messages.files_choose_several(),
        false => messages.files_choose(),
    };
    view! { <span class="button quiet file-button">{text.to_owned()}</span> }
}
