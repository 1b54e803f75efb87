//! Positions in a [`Model`](crate::Model)'s tables.
//!
//! Names such as `data.domain` exist only where files are read and written; inside, a question,
//! section, criterion or action is its place in the model it came from. A position says nothing
//! without that model.

macro_rules! position {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// A position where nothing is.
            #[allow(dead_code, reason = "not every table needs it")]
            pub(crate) const NOWHERE: Self = Self(u32::MAX);

            /// The position with this index. Only a model knows whether something is there.
            #[must_use]
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// Where it stands in the model's table, from 0.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

position! {
    /// A question of a model; questions are numbered in the order of the file.
    QuestionIx
}
position! {
    /// A section of a model; sections are numbered in the order of the file.
    SectionIx
}
position! {
    /// A criterion of a model; criteria are numbered in the order of the file.
    CriterionIx
}
position! {
    /// An action of a model; actions are numbered in the order of the file.
    ActionIx
}
