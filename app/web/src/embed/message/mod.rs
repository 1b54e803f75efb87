//! Messages between the app in a frame and the host page, as JSON text. The reference is
//! `docs/embedding-reference.md`, the schema `public/embed.schema.json`.

mod fields;
mod incoming;
mod options;
mod outgoing;

pub(crate) use incoming::{Hello, IncomingMessage, Prefill};
#[cfg(test)]
use options::Theme;
pub(crate) use options::{ColourChoice, Options};
pub(crate) use outgoing::{Block, OutgoingMessage};

/// Version of the protocol, part of every message.
const PROTOCOL_VERSION: u64 = 1;

/// Maximum length of an incoming message in UTF-16 units (1 Mi). Longer messages are not parsed.
pub(crate) const MAX_MESSAGE_LENGTH: u32 = 1 << 20;

#[cfg(test)]
mod tests;
