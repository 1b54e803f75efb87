//! The owner's brand: `config.json`, style sheet, header, footer, call to action and the notices
//! about faults. Only the full app contains it.

mod call_to_action;
mod config_faults;
mod footer;
mod language_switch;
mod model_choice;
mod style_sheet;
mod top_bar;
mod version_notice;

pub(crate) use call_to_action::{ResultLink, call_to_action};
pub(crate) use config_faults::config_faults;
pub(crate) use footer::footer;
pub(crate) use model_choice::{model_choice, other_model_links};
pub(crate) use top_bar::top_bar;
pub(crate) use version_notice::version_notice;

use std::borrow::Cow;

use assay_config::Config;
use assay_core::decode_text;

use crate::browser::net;
use crate::state::{HostFrame, Site};

/// Path of the configuration file, relative to the app.
const CONFIG_FILE: &str = "config.json";

/// Loads the owner's configuration and applies its style. A missing file means the default
/// configuration; a file with faults is not used, and its faults are kept in [`Site::faults`].
pub(crate) async fn load_site() -> Site {
    let bytes = net::fetch_bytes(CONFIG_FILE).await;
    let (config, faults) = match bytes.as_deref().map(Config::read) {
        Ok(Ok(config)) => (config, Vec::new()),
        Ok(Err(faults)) => (Config::default(), faults.0),
        Err(_) => (Config::default(), Vec::new()),
    };
    // Neither a missing nor a faulty file is used.
    let used = bytes.ok().filter(|_| faults.is_empty());
    let config_text = used.as_deref().and_then(|bytes| decode_text(bytes).ok());
    style_sheet::apply_brand(&config.brand);
    let embedded = net::query_parameter("embed").as_deref() == Some("1");
    Site {
        config,
        config_text: config_text.map(Cow::into_owned).unwrap_or_default(),
        faults,
        frame: HostFrame {
            embedded,
            ..HostFrame::default()
        },
    }
}
