//! The app inside another page: the handshake, what is told to that page and what is heard from
//! it, and sending a result after the visitor's consent. Only the whole program is embedded.

mod arming;
mod channel;
mod consent;
mod frame;
mod height;
mod message;
mod offer;
mod progress;
mod wishes;

pub(crate) use consent::consent;
pub(crate) use offer::{hidden, offer, wanted};

use crate::state::App;

/// Settles into the frame and says that the app is there. Nothing where it is in none.
pub(crate) fn start(app: &App) {
    if app.site.frame.embedded {
        frame::settle();
        channel::open(app);
    }
}
