//! A field for files with a button in the language of the page: that of the field itself is in the
//! browser's language. The field is hidden visually.

use assay_locale::Messages;
use web_sys::Event;

use crate::view::{AnyView, IntoView, view};

/// What a field is for, and which files it takes.
#[derive(Debug)]
pub(crate) struct FileField<Hint> {
    /// The hook of the field; unique on the page.
    pub(crate) action: &'static str,
    pub(crate) title: String,
    pub(crate) hint: Hint,
    /// The endings and media types of the files.
    pub(crate) accept: &'static str,
    pub(crate) takes_several: bool,
}

impl<Hint: IntoView + 'static> FileField<Hint> {
    /// Renders the field. Its name is the title and the text of the button; the hint describes it.
    pub(crate) fn render(
        self,
        messages: &Messages,
        on_choice: impl Fn(Event) + 'static,
    ) -> AnyView {
        let Self {
            action,
            title,
            hint,
            accept,
            takes_several,
        } = self;
        let button = match takes_several {
            true => messages.files_choose_several(),
            false => messages.files_choose(),
        };
        let [title_id, hint_id, button_id] =
            ["title", "hint", "button"].map(|part| format!("{action}-{part}"));
        let named_by = format!("{title_id} {button_id}");
        let described_by = hint_id.clone();
        view! {
            <label class="field">
                <span><span id=title_id>{title}</span>" "<span class="small" id=hint_id>{hint}</span></span>
                <input type="file" class="visually-hidden" accept=accept multiple=takes_several data-action=action aria-labelledby=named_by aria-describedby=described_by on:change=on_choice/>
                <span class="button quiet file-button" id=button_id>{button.to_owned()}</span>
            </label>
        }
        .into_any()
    }
}
