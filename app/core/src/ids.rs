//! Typed indices into the tables of a [`Model`](crate::Model).
//!
//! Text ids such as `data.domain` are used only when files are read and written. Everywhere else
//! questions, sections, criteria and actions are referred to by their index, which is only
//! meaningful together with the model that it came from.

macro_rules! position {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// An index that refers to no entry.
            #[allow(dead_code, reason = "not every table needs it")]
            pub(crate) const NOWHERE: Self = Self(u32::MAX);

            /// Creates an index. It is not checked against any model.
            #[must_use]
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// Returns the position in the table of the model, from 0.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

position! {
    /// The index of a question, in the order of the model file.
    QuestionIx
}
position! {
    /// The index of a section, in the order of the model file.
    SectionIx
}
position! {
    /// The index of a criterion, in the order of the model file.
    CriterionIx
}
position! {
    /// The index of an action, in the order of the model file.
    ActionIx
}
