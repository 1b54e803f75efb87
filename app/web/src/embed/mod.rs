//! The app in a frame of another page (the host page): handshake, messages in both directions, and
//! sending a result with the visitor's consent. Only the full app contains it.
//!
//! Each file uses only files below it:
//!
//! | file | contents |
//! | --- | --- |
//! | `handshake` | accepts the host page and its port |
//! | `frame_events` | clicks, Escape and dialogs in a frame |
//! | `host_requests` | carries out what the host page requests |
//! | `send_offer` | offers the visitor to send the result |
//! | `consent_dialog` | asks for the visitor's consent and sends the result |
//! | `consent_content`, `send_guard` | what would be sent; when Send is enabled |
//! | `opening` | where the frame opens |
//! | `page_colours` | shows the colours of the host page |
//! | `height`, `progress` | reports of the height and of the progress |
//! | `scroll_request` | asks the host page to scroll |
//! | `receiver` | who may receive the result |
//! | `port` | sends messages |
//! | `message` | the messages and their JSON |

mod consent_content;
mod consent_dialog;
mod frame_events;
mod handshake;
mod height;
mod host_requests;
mod message;
mod opening;
mod page_colours;
mod port;
mod progress;
mod receiver;
mod scroll_request;
mod send_guard;
mod send_offer;

pub(crate) use consent_dialog::consent_dialog;
pub(crate) use page_colours::{apply_initial_colours, has_host_colours};
pub(crate) use send_offer::{hidden_result, requested_offer, send_offer};

use crate::state::App;

/// Starts the communication with the host page. Does nothing outside a frame.
pub(crate) fn start(app: &App) {
    if app.site.frame.embedded {
        opening::open_profile(app);
        frame_events::listen_in_frame();
        handshake::start_handshake(app);
    }
}
