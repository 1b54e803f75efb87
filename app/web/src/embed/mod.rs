//! The app inside another page: the handshake, what is told to that page and what is heard from
//! it, and sending a result after the visitor's consent. Only the whole program is embedded.

mod channel;
mod consent;
mod frame;
mod height;
mod host_requests;
mod message;
mod progress;
mod send_guard;
mod send_offer;

pub(crate) use consent::consent_dialog;
pub(crate) use send_offer::{hidden_result, requested_offer, send_offer};

use crate::state::App;

/// Settles into the frame and says that the app is there. Nothing where it is in none.
pub(crate) fn start(app: &App) {
    if app.site.frame.embedded {
        frame::listen_in_frame();
        channel::start_handshake(app);
    }
}
