//! Errors of encoding and decoding links.

/// The reason why a link cannot be opened. No part of such a link is used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Created by a newer version of the product.
    #[error(
        "this link was made by a newer version of Assay: reload the page or update Assay, then open it again"
    )]
    NewerVersion,
    /// Valid, but for a model that is not available.
    #[error("{}", other_model(.id, .version, *.changed))]
    OtherModel {
        /// The id of the model.
        id: String,
        /// The version of the model.
        version: String,
        /// Whether a model of this id and version is available, but with other questions or
        /// weights.
        changed: bool,
    },
    /// Truncated at the end or in the middle.
    #[error(
        "a part of this link is missing: it was cut on its way. Copy the whole link again, over all its lines, or ask for it once more"
    )]
    Incomplete,
    /// Complete, but changed.
    #[error(
        "this link was altered on its way: a character in it is another one than was sent. Copy it again, or ask for it once more"
    )]
    Altered,
    /// Truncated, changed or not a link of this product; the cause is unknown.
    #[error(
        "this link is damaged: it was cut or mistyped on its way. Copy the whole link again, or ask for it once more"
    )]
    Damaged,
    /// Longer than the maximum length.
    #[error("this is longer than a link can be ({limit} characters): copy only the link itself")]
    TooLong {
        /// The maximum length in characters.
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

/// The reason why a link cannot be created.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EncodeError {
    /// The texts in it are too long.
    #[error(
        "the link would be {length} characters long, {limit} at most can be opened: leave out the notes or shorten them, or send the file"
    )]
    TooLong {
        /// The length in characters.
        length: usize,
        /// The maximum length in characters.
        limit: usize,
    },
    /// Not a valid mail address.
    #[error("{mail:?} is not a mail address: write one such as name@example.org, or none")]
    NotAMailAddress {
        /// The invalid address.
        mail: String,
    },
}
