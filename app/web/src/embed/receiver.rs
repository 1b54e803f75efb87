//! The receiver of a result.

use leptos::prelude::*;

use crate::state::App;

/// The owner of the host page, as shown to the visitor.
#[derive(Clone)]
pub(super) struct Receiver {
    /// The owner's name, or else the host of the origin.
    pub(super) name: String,
    /// Origin of the host page.
    pub(super) origin: String,
}

/// Returns the receiver (reactive); `None` if no host page may receive a result.
pub(super) fn find_receiver(app: &App) -> Option<Receiver> {
    let origin = app.site.frame.receiver.get()?;
    let host = origin
        .split_once("//")
        .map_or(origin.as_str(), |(_, host)| host);
    let brand = &app.site.config.brand;
    let name = brand.name.clone().unwrap_or_else(|| host.to_owned());
    Some(Receiver { name, origin })
}
