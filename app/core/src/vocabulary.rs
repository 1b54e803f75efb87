//! Enumerations with fixed names in files, addresses and results.

use std::fmt;
use std::str::FromStr;

/// A name that is not in the vocabulary in which it was looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not one of {}", .allowed.join(", "))]
pub struct UnknownWord {
    /// The names in the vocabulary.
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
            /// All variants in their order.
            pub const ALL: [Self; $count] = [$(Self::$variant),+];
            /// The names of the variants, in the same order.
            pub const WORDS: [&'static str; $count] = [$($word),+];

            /// Returns the name used in files and results.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Returns the variant with this name.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// Returns the position in [`Self::ALL`].
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
    /// The position of a company in the value chain of model-based products. Determines which
    /// questions are asked.
    Stance [2] {
        /// Provides model-based products or services to others.
        Provide = "provide",
        /// Adopts them for its own use.
        Adopt = "adopt",
    }
}

vocabulary! {
    /// The number of questions asked. Does not affect the computation.
    Depth [2] {
        /// Only the questions marked as quick.
        Quick = "quick",
        /// All questions.
        Full = "full",
    }
}

impl Default for Depth {
    /// The default of an assessment file without a depth.
    fn default() -> Self {
        Self::Full
    }
}

vocabulary! {
    /// A dimension that a question measures in addition to its section.
    Tag [2] {
        /// AI faith: conviction.
        Faith = "faith",
        /// All in: commitment.
        AllIn = "all_in",
    }
}

vocabulary! {
    /// The four ways of making money with large models, in the order of the method, which breaks
    /// ties.
    PathId [4] {
        /// Model as a service: metered access through an interface.
        Maas = "maas",
        /// Industry models: a complete solution for the needs of one industry.
        Industry = "industry",
        /// Open source: a community and the business around it.
        OpenSource = "open_source",
        /// Agents: systems that act on expert knowledge.
        Agent = "agent",
    }
}

impl PathId {
    /// Selects the entry of this path from a table in the order of [`Self::ALL`].
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
    /// The effort of an action.
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
    /// Returns the effort units for the roadmap: 1, 3 or 8.
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
    /// The maturity level of an AI content.
    Maturity [5] {
        /// At least 0 %.
        Spectator = "spectator",
        /// At least 20 %.
        Explorer = "explorer",
        /// At least 40 %.
        Practitioner = "practitioner",
        /// At least 60 %.
        Integrated = "integrated",
        /// At least 80 %.
        AiNative = "ai_native",
    }
}

impl Maturity {
    /// Returns the inclusive lower bound of the level, in percent.
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

    /// Returns the level of an AI content in percent.
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
    /// The confidence in a recommendation as one of four levels.
    ConfidenceLevel [4] {
        /// At least 0.9.
        Clear = "clear",
        /// At least 0.7.
        Likely = "likely",
        /// At least 0.5.
        Leaning = "leaning",
        /// Less than 0.5.
        TooClose = "too_close",
    }
}

impl ConfidenceLevel {
    /// Returns the inclusive lower bound of the level, from 0 to 1.
    #[must_use]
    pub const fn lower_bound(self) -> f64 {
        match self {
            Self::Clear => 0.9,
            Self::Likely => 0.7,
            Self::Leaning => 0.5,
            Self::TooClose => 0.0,
        }
    }

    /// Returns the level of a confidence from 0 to 1.
    #[must_use]
    pub fn from_share(confidence: f64) -> Self {
        Self::ALL
            .into_iter()
            .find(|level| crate::near::at_least(confidence, level.lower_bound()))
            .unwrap_or(Self::TooClose)
    }
}

vocabulary! {
    /// The time horizon of an action on the roadmap.
    Wave [3] {
        /// Cumulative effort of at most 8.
        Now = "now",
        /// Cumulative effort of at most 24.
        Next = "next",
        /// Cumulative effort above 24.
        Later = "later",
    }
}

impl Wave {
    /// Returns the wave of an action from the cumulative effort including that action.
    #[must_use]
    pub const fn from_effort(effort: u32) -> Self {
        match effort {
            0..=8 => Self::Now,
            9..=24 => Self::Next,
            _ => Self::Later,
        }
    }
}
