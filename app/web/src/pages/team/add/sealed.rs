//! Adding people whose links are under a passphrase.

use crate::view::{CollectView, IntoView, view};
use assay_core::link::{LinkError, Opened, Sealed, decode_bytes};
use leptos::prelude::*;

use super::Adding;
use crate::pages::team::members::focus_heading;
use crate::parts::passphrase::passphrase;

impl Adding {
    /// A form for each link that waits for its passphrase.
    pub(super) fn locked(&self) -> impl IntoView + use<> {
        let adding = self.clone();
        move || {
            let sealed = adding.report.get().map(|report| report.sealed);
            let sealed = sealed.filter(|links| !links.is_empty())?;
            let forms = sealed.iter().map(|(which, link)| adding.form(which, link));
            let words = adding.app.words();
            Some(view! {
                <p>{words.team_sealed(sealed.len())}</p>
                <ul class="stack wide" data-sealed=sealed.len().to_string()>{forms.collect_view()}</ul>
            })
        }
    }

    fn form(&self, which: &str, link: &Sealed) -> impl IntoView + use<> {
        let (adding, name, inside) = (self.clone(), which.to_owned(), link.clone());
        let opened = move |bytes: Vec<u8>| adding.unsealed(&name, &inside, &bytes);
        view! {
            <li class="stack"><strong>{which.to_owned()}</strong>{passphrase(&self.app, link.clone(), opened)}</li>
        }
    }

    /// Adds who is inside a link whose passphrase was right.
    fn unsealed(&self, which: &str, link: &Sealed, bytes: &[u8]) {
        let inside = match decode_bytes(&[&*self.app.library.model], bytes) {
            // Nobody makes a sealed link within a sealed one.
            Ok(Opened::Sealed(_)) => Err(LinkError::Damaged),
            inside => inside,
        };
        let mut report = self.report.get_untracked().unwrap_or_default();
        report.sealed.retain(|(_, other)| other != link);
        report.added = 0;
        self.enter(vec![(which.to_owned(), self.member(inside))], report);
        focus_heading();
    }
}
