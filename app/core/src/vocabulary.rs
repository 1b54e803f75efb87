//! The closed lists of words that files, addresses and results use.

use std::fmt;
use std::str::FromStr;

/// A word that is not on the list it was looked up in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not one of {}", .allowed.join(", "))]
pub struct UnknownWord {
    /// The words that would have done.
    pub allowed: &'static [&'static str],
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident [$count:literal] {
        $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// All of them, in their order.
            pub const ALL: [Self; $count] = [$(Self::$variant),+];
            /// Their words, in the same order.
            pub const WORDS: [&'static str; $count] = [$($word),+];

            /// The word for it in files and results.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The one with this word.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// Its place in [`Self::ALL`].
            #[must_use]
            pub const fn index(self) -> usize {
                self as usize
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "enum": Self::WORDS })
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                Self::parse(word).ok_or(UnknownWord { allowed: &Self::WORDS })
            }
        }
    };
}

vocabulary! {
    /// Which side of a model-based product a company stands on; decides who is asked what.
    Stance [2] {
        /// Sells model-based products or services to others.
        Provide = "provide",
        /// Uses them for itself.
        Adopt = "adopt",
    }
}

vocabulary! {
    /// How much is asked. A way to ask, never a way to compute.
    Depth [2] {
        /// Only the questions marked quick.
        Quick = "quick",
        /// All questions.
        Full = "full",
    }
}

impl Default for Depth {
    /// An assessment file without a depth is a full one.
    fn default() -> Self {
        Self::Full
    }
}

vocabulary! {
    /// What a question measures beside its section.
    Tag [2] {
        /// Conviction: AI faith.
        Faith = "faith",
        /// Commitment: going all in.
        AllIn = "all_in",
    }
}

vocabulary! {
    /// The four ways to make money with large models, in the method's order, which breaks ties.
    PathId [4] {
        /// Models called by interface, metered.
        Maas = "maas",
        /// A whole solution for one industry's need.
        Industry = "industry",
        /// An open-source community and the business around it.
        OpenSource = "open_source",
        /// Systems that act on expert knowledge.
        Agent = "agent",
    }
}

impl PathId {
    /// This path's entry in a table of all four, which stand in the method's order.
    #[must_use]
    pub fn select<T>(self, table: &[T; 4]) -> &T {
        let [maas, industry, open_source, agent] = table;
        match self {
            Self::Maas => maas,
            Self::Industry => industry,
            Self::OpenSource => open_source,
            Self::Agent => agent,
        }
    }
}

vocabulary! {
    /// How much work an action is.
    Effort [3] {
        /// Small.
        S = "S",
        /// Medium.
        M = "M",
        /// Large.
        L = "L",
    }
}

impl Effort {
    /// What it counts on a roadmap: 1, 3 or 8.
    #[must_use]
    pub const fn cost(self) -> u32 {
        match self {
            Self::S => 1,
            Self::M => 3,
            Self::L => 8,
        }
    }
}

vocabulary! {
    /// The level of an AI content.
    Maturity [5] {
        /// From 0.
        Spectator = "spectator",
        /// From 20.
        Explorer = "explorer",
        /// From 40.
        Practitioner = "practitioner",
        /// From 60.
        Integrated = "integrated",
        /// From 80.
        AiNative = "ai_native",
    }
}

impl Maturity {
    /// The AI content in percent from which it holds, that value included.
    #[must_use]
    pub const fn lower_bound(self) -> f64 {
        match self {
            Self::Spectator => 0.0,
            Self::Explorer => 20.0,
            Self::Practitioner => 40.0,
            Self::Integrated => 60.0,
            Self::AiNative => 80.0,
        }
    }

    /// The level of an AI content in percent.
    #[must_use]
    pub fn from_percent(ai_content: f64) -> Self {
        Self::ALL
            .into_iter()
            .rev()
            .find(|level| crate::near::at_least(ai_content, level.lower_bound()))
            .unwrap_or(Self::Spectator)
    }
}

vocabulary! {
    /// How sure a recommendation is, in a word.
    ConfidenceLevel [4] {
        /// From 0.9.
        Clear = "clear",
        /// From 0.7.
        Likely = "likely",
        /// From 0.5.
        Leaning = "leaning",
        /// Below.
        TooClose = "too_close",
    }
}

impl ConfidenceLevel {
    /// The confidence from which it holds, that value included.
    #[must_use]
    pub const fn lower_bound(self) -> f64 {
        match self {
            Self::Clear => 0.9,
            Self::Likely => 0.7,
            Self::Leaning => 0.5,
            Self::TooClose => 0.0,
        }
    }

    /// The word for a confidence from 0 to 1.
    #[must_use]
    pub fn from_share(confidence: f64) -> Self {
        Self::ALL
            .into_iter()
            .find(|word| crate::near::at_least(confidence, word.lower_bound()))
            .unwrap_or(Self::TooClose)
    }
}

vocabulary! {
    /// When an action of a roadmap comes.
    Wave [3] {
        /// While the running effort is at most 8.
        Now = "now",
        /// At most 24.
        Next = "next",
        /// After that.
        Later = "later",
    }
}

impl Wave {
    /// The wave of the action with which the running effort comes to this.
    #[must_use]
    pub const fn from_effort(effort: u32) -> Self {
        match effort {
            0..=8 => Self::Now,
            9..=24 => Self::Next,
            _ => Self::Later,
        }
    }
}
