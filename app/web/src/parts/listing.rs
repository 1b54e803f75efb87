//! The reader's assessments as they are listed, with what is said where some cannot be read.

use std::sync::Arc;

use leptos::prelude::*;

use super::unread::unread;
use crate::browser::store::Unread;
use crate::state::{App, Record, load_records};
use crate::view::AnyView;

/// The assessments of this browser, as far as they can be read.
#[derive(Clone)]
pub(crate) struct Listing {
    pub(crate) records: Arc<Vec<Record>>,
    whole: bool,
}

/// The listing, once the store has answered.
pub(crate) type Listed = ArcRwSignal<Option<Listing>>;

/// Lists the assessments of the questionnaire at hand.
pub(crate) fn listing(app: &App) -> Listed {
    let listed = Listed::new(None);
    list_again(app, &listed);
    listed
}

/// Reads them from the store again.
pub(crate) fn list_again(app: &App, listed: &Listed) {
    let (model, listed) = (app.library.model.clone(), listed.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let read = load_records(&model).await;
        let whole = read.is_ok();
        let records = Arc::new(read.unwrap_or_else(|Unread(part)| part));
        listed.set(Some(Listing { records, whole }));
    });
}

impl Listing {
    /// What is said where some cannot be read.
    pub(crate) fn unread(&self, app: &App, listed: &Listed) -> Option<AnyView> {
        let (reading, listed) = (app.clone(), listed.clone());
        (!self.whole).then(|| unread(app, move || list_again(&reading, &listed)))
    }
}
