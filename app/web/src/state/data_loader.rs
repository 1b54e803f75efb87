//! How an app variant loads its texts: the part of the seam between the two apps that the state
//! needs.

use assay_locale::{Language, Messages, MessagesError};

use super::{LoadError, Questionnaire, Site, Wording};
use crate::browser::LocalFuture;

/// Loads texts as far as an app variant needs them.
pub(crate) trait DataLoader: Sync {
    /// The end of the names of its data files, such as `.json`.
    fn data_suffix(&self) -> &'static str;
    /// Reads its file of interface texts, with the site owner's changes.
    fn parse_messages(
        &self,
        json: &str,
        site: &Site,
        language: Language,
    ) -> Result<Messages, MessagesError>;
    /// Loads the questionnaire's wording in a language.
    fn load_wording<'a>(
        &'a self,
        questionnaire: &'a Questionnaire,
        language: Language,
    ) -> LocalFuture<'a, Result<Wording, LoadError>>;
}
