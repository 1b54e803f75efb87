//! The form's markup.

use leptos::prelude::*;
use web_sys::{Event, HtmlTextAreaElement};

use super::super::file_field::FileField;
use super::AddResults;
use crate::browser::{file_drop, files};
use crate::view::{AnyView, CollectView, Handle, IntoView, view};

impl AddResults {
    /// Renders the form once `ready` returns true (reactive). Before the stored state is loaded, an
    /// addition would overwrite it.
    pub(crate) fn view_when(&self, ready: impl Fn() -> bool + Send + Sync + 'static) -> AnyView {
        let (form, ready) = (self.clone(), Memo::new(move |_| ready()));
        let fields = move || ready.get().then(|| form.view());
        fields.into_any()
    }

    /// Renders the form, the outcome, the passphrase forms and the offered copies, and accepts
    /// files that are dropped on the page.
    fn view(&self) -> impl IntoView + use<> {
        let (dropped, opening) = (self.clone(), self.clone());
        file_drop::on_file_drop(move |files| dropped.add_files(files));
        let locked = self.sealed_links.view(&self.app, move |label, bytes| {
            opening.add_unsealed(label, bytes)
        });
        let form = self.clone();
        let copies = self
            .copy_offers
            .view(&self.app, move |label, copy| form.add_copy(label, copy));
        view! {
            {self.links_field()}
            {self.files_field()}
            {self.report_view()}
            {locked}
            {copies}
        }
    }

    fn links_field(&self) -> impl IntoView + use<> {
        let messages = self.app.messages();
        let field = Handle::new();
        let (form, written) = (self.clone(), field.clone());
        let add = move |event: web_sys::Event| {
            event.prevent_default();
            if let Some(field) = written.get::<HtmlTextAreaElement>() {
                form.add_pasted(&field);
            }
        };
        view! {
            <form class="stack" on:submit=add>
                <label class="field">
                    <span>{messages.adding_links().to_owned()}" "<span class="small">{messages.adding_links_help().to_owned()}</span></span>
                    <textarea name="links" rows="4" spellcheck="false" autocomplete="off" node_ref=field></textarea>
                </label>
                <div class="row"><button class="button" data-action="add-links">{messages.adding_links_button().to_owned()}</button></div>
            </form>
        }
    }

    fn files_field(&self) -> impl IntoView + use<> {
        let messages = self.app.messages();
        let form = self.clone();
        let choose = move |event: Event| form.add_files(files::take_chosen(&event));
        let field = FileField {
            action: "import",
            title: messages.adding_files().to_owned(),
            hint: messages.adding_files_help().to_owned(),
            accept: ".json,.txt,application/json,text/plain",
            takes_several: true,
        };
        field.render(&messages, choose)
    }

    /// Renders the outcome as a live region.
    fn report_view(&self) -> impl IntoView + use<> {
        let messages = self.app.messages();
        let (added, report) = (self.report.clone(), self.report.clone());
        let refused = move || {
            let refused = report.get().refusals;
            let lines = refused.iter().map(|line| view! { <li>{line.clone()}</li> });
            (!refused.is_empty()).then(|| view! {
                <p>{messages.adding_refused(refused.len())}</p>
                <ul class="faults" data-refused=refused.len().to_string()>{lines.collect_view()}</ul>
            })
        };
        view! {
            <div class="came">
                <p role="status" data-added>{move || added.get().summary}</p>
                <div role="alert">{refused}</div>
            </div>
        }
    }
}
