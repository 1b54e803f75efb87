//! Messages that the host page sends.

use assay_core::Json;

use super::Options;
use super::fields::Fields;

/// First message of the host page. It transfers the port.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hello {
    pub(crate) nonce: String,
    pub(crate) options: Options,
}

impl Hello {
    /// Parses a `hello`; `None` for any other or malformed message.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut fields = Fields::parse(text)?;
        if fields.kind != "hello" {
            return None;
        }
        let nonce = fields.take_text("nonce")?;
        let options = Options::parse(fields.take("options")?)?;
        let is_nonce = nonce.len() == 32
            && nonce
                .bytes()
                .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        (is_nonce && fields.is_empty()).then_some(Self { nonce, options })
    }
}

/// A message that the host page sends through the port.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum IncomingMessage {
    Options(Options),
    Prefill { source: Prefill, unless_begun: bool },
    Reset,
    GetResult,
}

/// Answers that the host page provides.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Prefill {
    /// An object of answers, or an assessment file.
    Answers(Json),
    /// A result link.
    Link(String),
}

impl IncomingMessage {
    /// Parses a message; `None` if it is unknown or malformed.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut fields = Fields::parse(text)?;
        let message = match fields.kind.as_str() {
            "options" => Self::Options(Options::parse(fields.take("options")?)?),
            "prefill" => parse_prefill(&mut fields)?,
            "reset" => Self::Reset,
            "get-result" => Self::GetResult,
            _ => return None,
        };
        fields.is_empty().then_some(message)
    }

    /// Returns the name of the request if it requires the owner's permission; `None` if every host
    /// page may send it.
    pub(crate) fn needs_permission(&self) -> Option<&'static str> {
        match self {
            Self::Options(options) => options.needs_permission(),
            Self::Prefill { .. } => Some("prefill"),
            Self::Reset => Some("reset"),
            Self::GetResult => None,
        }
    }
}

fn parse_prefill(fields: &mut Fields) -> Option<IncomingMessage> {
    let source = match (fields.take("answers"), fields.take("link")) {
        (Some(answers @ Json::Object(_)), None) => Prefill::Answers(answers),
        (None, Some(Json::Text(link))) => Prefill::Link(link),
        _ => return None,
    };
    let unless_begun = match fields.take("unless_begun") {
        None => false,
        Some(Json::Bool(value)) => value,
        Some(_) => return None,
    };
    Some(IncomingMessage::Prefill {
        source,
        unless_begun,
    })
}
