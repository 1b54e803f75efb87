//! Messages that the app sends.

use assay_core::ResultFile;
use serde::{Serialize, Serializer};

use super::PROTOCOL_VERSION;

/// A message that the app sends.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(crate) enum OutgoingMessage<'m> {
    Welcome {
        nonce: String,
        /// Version of the app.
        version: &'static str,
        /// Whether the host page may receive a result.
        result: bool,
    },
    Refused {
        nonce: String,
    },
    /// Height of the content in CSS pixels.
    Resize {
        height: u32,
    },
    /// A part of the frame to be scrolled into view, in CSS pixels from its top.
    Scroll {
        top: i32,
        bottom: i32,
        block: Block,
    },
    Started,
    Progress {
        /// Progress in tenths of the questions. Exact counts would reveal which questions an answer
        /// added.
        #[serde(rename = "fraction", serialize_with = "serialize_tenths")]
        tenths: usize,
        section: Option<String>,
    },
    Completed,
    /// The answers no longer match the result that was sent.
    Outdated,
    Result {
        result: Box<ResultFile<'m>>,
        link: String,
    },
    Declined {
        reason: &'static str,
    },
    Escape,
    Error {
        code: &'static str,
        message: String,
    },
}

/// How a scrolled part is aligned with the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Block {
    Start,
    Nearest,
}

impl OutgoingMessage<'_> {
    /// Creates the answer to a `hello`. `result` is whether the host page may receive a result.
    pub(crate) fn welcome(nonce: String, result: bool) -> Self {
        Self::Welcome {
            nonce,
            version: env!("CARGO_PKG_VERSION"),
            result,
        }
    }

    /// Returns whether every host page may receive the message: height, Escape, handshake and
    /// refusals.
    pub(crate) fn is_public(&self) -> bool {
        matches!(
            self,
            Self::Welcome { .. }
                | Self::Refused { .. }
                | Self::Resize { .. }
                | Self::Escape
                | Self::Declined { .. }
                | Self::Error { .. }
        )
    }

    /// Returns the message as JSON text.
    ///
    /// # Errors
    /// Those of `serde_json`; none are known for these types.
    pub(crate) fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(&Envelope {
            assay: PROTOCOL_VERSION,
            message: self,
        })
    }
}

/// A message with the version of the protocol.
#[derive(Serialize)]
struct Envelope<'a> {
    assay: u64,
    #[serde(flatten)]
    message: &'a OutgoingMessage<'a>,
}

/// Writes tenths as a fraction from `0.0` to `0.9`, and `1` at the end.
fn serialize_tenths<S: Serializer>(tenths: &usize, serializer: S) -> Result<S::Ok, S::Error> {
    match *tenths {
        tenths @ 0..10 => serializer.serialize_f64(tenths as f64 / 10.0),
        _ => serializer.serialize_u64(1),
    }
}
