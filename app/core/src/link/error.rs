//! Why a link cannot be made or opened.

/// Why a link could not be opened. Whatever it is, nothing of it was used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Made by a version of the product that this one cannot read yet.
    #[error(
        "this link was made by a newer version of Assay: reload the page or update Assay, then open it again"
    )]
    NewerVersion,
    /// Whole, but about a questionnaire that is not at hand.
    #[error("{}", other_model(.id, .version, *.changed))]
    OtherModel {
        /// The model's id.
        id: String,
        /// The model's version.
        version: String,
        /// A model of this id and version is at hand, but with other questions or weights.
        changed: bool,
    },
    /// Its end, or something in the middle, did not arrive.
    #[error(
        "a part of this link is missing: it was cut on its way. Copy the whole link again, over all its lines, or ask for it once more"
    )]
    Incomplete,
    /// As long as it has to be, but not as it was sent.
    #[error(
        "this link was altered on its way: a character in it is another one than was sent. Copy it again, or ask for it once more"
    )]
    Altered,
    /// Cut, mistyped, or never a link of Assay's: which of them cannot be told.
    #[error(
        "this link is damaged: it was cut or mistyped on its way. Copy the whole link again, or ask for it once more"
    )]
    Damaged,
    /// Longer than any link.
    #[error("this is longer than a link can be ({limit} characters): copy only the link itself")]
    TooLong {
        /// How many characters a payload can have.
        limit: usize,
    },
}

fn other_model(id: &str, version: &str, changed: bool) -> String {
    let model = format!("{id:?} version {version:?}");
    if changed {
        format!(
            "this link was made with another form of the model {model} than the one at hand, \
             though both have this name: open it with the model file it was made with"
        )
    } else {
        format!("this link belongs to the model {model}: open it with that model's file")
    }
}

/// Why a link could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EncodeError {
    /// The texts in it are too long for a link.
    #[error(
        "the link would be {length} characters long, {limit} at most can be opened: leave out the notes or shorten them, or send the file"
    )]
    TooLong {
        /// How many characters it would have.
        length: usize,
        /// How many it can have.
        limit: usize,
    },
    /// Not something that mail can be sent to.
    #[error("{mail:?} is not a mail address: write one such as name@example.org, or none")]
    NotAMailAddress {
        /// What was given.
        mail: String,
    },
}
