//! The questionnaire that is being answered, and where its texts come from.

use std::fmt;
use std::sync::Arc;

use assay_core::{Example, Model, Problems, TextSource, Texts, examples};
use assay_locale::Language;

use crate::browser::net::{self, NetError};
use crate::handover;

/// The questionnaire at hand. It stays the same as long as the page lives.
pub(crate) struct Library {
    pub(crate) model: Arc<Model>,
    /// The fictional companies; only the standard questionnaire has them.
    pub(crate) examples: Vec<Example>,
    /// Where a questionnaire of the site's owner came from; `None` for the standard one.
    address: Option<String>,
}

/// Why there is no questionnaire.
pub(crate) enum LoadError {
    /// A file could not be had.
    Net(NetError),
    /// The file has faults.
    Model(Problems),
    /// The address is not one of this site.
    Foreign(String),
}

/// The plain cause, for where there are no words yet.
impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Net(error) => error.fmt(f),
            Self::Model(_) => f.write_str("the questionnaire has faults"),
            Self::Foreign(address) => f.write_str(address),
        }
    }
}

impl Library {
    /// Loads the questionnaire that the address asks for (`?model=`), or the standard one.
    pub(crate) async fn load() -> Result<Self, LoadError> {
        match net::parameter("model") {
            Some(wanted) => Self::load_own(&wanted).await,
            None => Self::load_standard().await,
        }
    }

    /// The standard questionnaire of the site.
    pub(crate) fn standard(model: Model, examples: Vec<Example>) -> Self {
        Self {
            model: Arc::new(model),
            examples,
            address: None,
        }
    }

    async fn load_standard() -> Result<Self, LoadError> {
        let model = parse(
            &net::text("models/standard.json")
                .await
                .map_err(LoadError::Net)?,
        )?;
        handover::pause().await;
        let text = net::text("models/examples.json").await;
        let examples = text
            .ok()
            .and_then(|text| examples::parse(&model, &text).ok());
        Ok(Self::standard(model, examples.unwrap_or_default()))
    }

    async fn load_own(wanted: &str) -> Result<Self, LoadError> {
        let address =
            net::own_address(wanted, None).ok_or_else(|| LoadError::Foreign(wanted.to_owned()))?;
        let model = parse(&net::fetch(&address).await.map_err(LoadError::Net)?)?;
        Ok(Self {
            model: Arc::new(model),
            examples: Vec::new(),
            address: Some(address),
        })
    }

    /// The wording in a language; in another one, or ids, where the questionnaire lacks it.
    pub(crate) async fn texts(&self, language: Language) -> Texts {
        let mut wanted = vec![language.tag(), language.other().tag()];
        wanted.extend(self.model.languages());
        let spoken = wanted
            .into_iter()
            .find_map(|tag| self.model.text_source(tag));
        let parsed = match spoken {
            Some(TextSource::Inline(json)) => Texts::from_json(&self.model, json).ok(),
            Some(TextSource::File(name)) => {
                let text = self.text_file(name).await;
                text.and_then(|text| Texts::parse(&self.model, &text).ok())
            }
            None => None,
        };
        parsed.map_or_else(|| Texts::empty(&self.model), |checked| checked.value)
    }

    async fn text_file(&self, name: &str) -> Option<String> {
        match &self.address {
            None => net::text(&format!("models/{name}")).await.ok(),
            Some(model) => net::fetch(&net::own_address(name, Some(model))?).await.ok(),
        }
    }
}

fn parse(text: &str) -> Result<Model, LoadError> {
    Model::parse(text)
        .map(|checked| checked.value)
        .map_err(LoadError::Model)
}
