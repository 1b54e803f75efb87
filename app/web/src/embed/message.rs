//! The messages between the app in a frame and the page that holds it: texts of JSON, read strictly.
//! `docs/embedding-reference.md` tells them, `public/embed.schema.json` is their schema.

use assay_core::{Depth, Json, Stance};
use assay_locale::Language;

/// The version of the protocol, in every message.
const PROTOCOL_VERSION: u64 = 1;

/// A message is at most so long, in UTF-16 units: 1 Mi. A longer one is not looked at.
pub(crate) const MAX_MESSAGE_LENGTH: u32 = 1 << 20;

/// The page says that it is there, and gives a port.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hello {
    pub(crate) nonce: String,
    pub(crate) options: Options,
}

/// What the page says on the port.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum IncomingMessage {
    Options(Options),
    Prefill { with: Prefill, unless_begun: bool },
    Reset,
    GetResult,
}

/// Answers to begin with.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Prefill {
    /// An object of answers, or an assessment file.
    Answers(Json),
    /// A result link.
    Link(String),
}

/// How the page wants the app to be. What is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Options {
    pub(crate) language: Option<Language>,
    pub(crate) theme: Option<Theme>,
    pub(crate) stance: Option<Stance>,
    pub(crate) depth: Option<Depth>,
    pub(crate) hides_results: Option<bool>,
    pub(crate) auto_height: Option<bool>,
}

impl Options {
    /// As for [`IncomingMessage`]. What is asked, and of whom, is not a matter of looks: the frame's height
    /// would tell what follows from it.
    pub(crate) fn needs_permission(&self) -> Option<&'static str> {
        match (self.stance, self.depth) {
            (Some(_), _) => Some("stance"),
            (None, Some(_)) => Some("depth"),
            (None, None) => None,
        }
    }

    /// What any page may choose.
    pub(crate) fn appearance_only(&self) -> Self {
        Self {
            stance: None,
            depth: None,
            hides_results: None,
            ..self.clone()
        }
    }
}

/// Which colours are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub(crate) const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == word)
    }
}

impl Hello {
    /// `None` for anything but a sound `hello`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut fields = Fields::of(text)?;
        if fields.kind != "hello" {
            return None;
        }
        let nonce = fields.take_text("nonce")?;
        let options = parse_options(fields.take_field("options")?)?;
        let sound = nonce.len() == 32
            && nonce
                .bytes()
                .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        (sound && fields.is_empty()).then_some(Self { nonce, options })
    }
}

impl IncomingMessage {
    /// What a page asks for that the owner of the app has not allowed, as the protocol calls it;
    /// `None` for what any page may ask for: looks, and what is answered with a refusal anyway.
    pub(crate) fn needs_permission(&self) -> Option<&'static str> {
        match self {
            Self::Options(options) => options.needs_permission(),
            Self::Prefill { .. } => Some("prefill"),
            Self::Reset => Some("reset"),
            Self::GetResult => None,
        }
    }

    /// `None` for anything that is no sound message of the page.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut fields = Fields::of(text)?;
        let heard = match fields.kind.as_str() {
            "options" => Self::Options(parse_options(fields.take_field("options")?)?),
            "prefill" => parse_prefill(&mut fields)?,
            "reset" => Self::Reset,
            "get-result" => Self::GetResult,
            _ => return None,
        };
        fields.is_empty().then_some(heard)
    }
}

fn parse_prefill(fields: &mut Fields) -> Option<IncomingMessage> {
    let with = match (fields.take_field("answers"), fields.take_field("link")) {
        (Some(answers @ Json::Object(_)), None) => Prefill::Answers(answers),
        (None, Some(Json::Text(link))) => Prefill::Link(link),
        _ => return None,
    };
    let unless_begun = match fields.take_field("unless_begun") {
        None => false,
        Some(Json::Bool(value)) => value,
        Some(_) => return None,
    };
    Some(IncomingMessage::Prefill { with, unless_begun })
}

fn parse_options(json: Json) -> Option<Options> {
    let Json::Object(entries) = json else {
        return None;
    };
    let mut options = Options::default();
    for (name, value) in &entries {
        let word = value.as_str()?;
        match name.as_str() {
            "lang" => {
                options.language = Some(Language::ALL.into_iter().find(|one| one.tag() == word)?)
            }
            "theme" => options.theme = Some(Theme::parse(word)?),
            "stance" => options.stance = Some(Stance::parse(word)?),
            "depth" => options.depth = Some(Depth::parse(word)?),
            "results" => options.hides_results = Some(parse_choice(word, "hide", "show")?),
            "height" => options.auto_height = Some(parse_choice(word, "auto", "fixed")?),
            _ => return None,
        }
    }
    Some(options)
}

fn parse_choice(word: &str, yes: &str, no: &str) -> Option<bool> {
    (word == yes || word == no).then(|| word == yes)
}

/// The fields of a message that have not been looked at yet.
struct Fields {
    kind: String,
    entries: Vec<(String, Json)>,
}

impl Fields {
    fn of(text: &str) -> Option<Self> {
        // No key stands twice in what this gives.
        let Ok(Json::Object(rest)) = Json::parse(text) else {
            return None;
        };
        let mut fields = Self {
            kind: String::new(),
            entries: rest,
        };
        fields.kind = fields.take_text("type")?;
        matches!(fields.take_field("assay")?, Json::Number(number) if number.as_u64() == Some(PROTOCOL_VERSION))
            .then_some(fields)
    }

    fn take_field(&mut self, name: &str) -> Option<Json> {
        let at = self.entries.iter().position(|(known, _)| known == name)?;
        Some(self.entries.swap_remove(at).1)
    }

    fn take_text(&mut self, name: &str) -> Option<String> {
        match self.take_field(name)? {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// What the app says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum OutgoingMessage {
    Welcome {
        nonce: String,
        result: bool,
    },
    Refused {
        nonce: String,
    },
    Resize {
        height: u32,
    },
    Scroll {
        top: i32,
        bottom: i32,
        to_start: bool,
    },
    Started,
    /// `tenths` of the way; exact counts would tell which questions an answer brought.
    Progress {
        tenths: usize,
        section: Option<String>,
    },
    Completed,
    /// The result that was sent is no longer that of the answers.
    Outdated,
    /// `result` is a file of results, already JSON.
    Result {
        result: String,
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

impl OutgoingMessage {
    /// Whether any page may hear it: how high the frame is, that a key was pressed, and why something
    /// was refused.
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

    /// The message as it is sent.
    pub(crate) fn to_json(&self) -> String {
        let text = |text: &str| Json::Text(text.to_owned()).to_string();
        let (kind, fields) = match self {
            Self::Welcome { nonce, result } => (
                "welcome",
                format!(
                    r#","nonce":{},"version":"{}","result":{result}"#,
                    text(nonce),
                    env!("CARGO_PKG_VERSION")
                ),
            ),
            Self::Refused { nonce } => ("refused", format!(r#","nonce":{}"#, text(nonce))),
            Self::Resize { height } => ("resize", format!(r#","height":{height}"#)),
            Self::Scroll {
                top,
                bottom,
                to_start,
            } => {
                let block = if *to_start { "start" } else { "nearest" };
                (
                    "scroll",
                    format!(r#","top":{top},"bottom":{bottom},"block":"{block}""#),
                )
            }
            Self::Started => ("started", String::new()),
            Self::Progress { tenths, section } => {
                let section = section.as_deref().map_or("null".to_owned(), text);
                let fraction = if *tenths < 10 {
                    format!("0.{tenths}")
                } else {
                    "1".to_owned()
                };
                (
                    "progress",
                    format!(r#","fraction":{fraction},"section":{section}"#),
                )
            }
            Self::Completed => ("completed", String::new()),
            Self::Outdated => ("outdated", String::new()),
            Self::Result { result, link } => (
                "result",
                format!(r#","result":{result},"link":{}"#, text(link)),
            ),
            Self::Declined { reason } => ("declined", format!(r#","reason":"{reason}""#)),
            Self::Escape => ("escape", String::new()),
            Self::Error { code, message } => (
                "error",
                format!(r#","code":"{code}","message":{}"#, text(message)),
            ),
        };
        format!(r#"{{"assay":{PROTOCOL_VERSION},"type":"{kind}"{fields}}}"#)
    }
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
