//! Scrolling that only the host page can do.

use super::message::{Block, OutgoingMessage};
use super::port;
use crate::browser::dom;

/// Asks the host page to scroll a part of the frame into view. `top` and `bottom` are in CSS pixels
/// from the top of the frame; `to_start` aligns the part with the top of the window.
pub(super) fn request_scroll(top: f64, bottom: f64, to_start: bool) {
    if port::is_height_only() {
        // A host page with restricted permission receives no position; the browser can still scroll
        // to the top of the frame.
        if let Some(root) = dom::root().filter(|_| to_start) {
            root.scroll_into_view();
        }
        return;
    }
    let whole = |y: f64| y.round() as i32;
    port::send(&OutgoingMessage::Scroll {
        top: whole(top),
        bottom: whole(bottom),
        block: if to_start {
            Block::Start
        } else {
            Block::Nearest
        },
    });
}
