//! The owner's brand: loading `config.json`, its colours and fonts, the bar and the foot of pages,
//! the call to action, and what is wrong with the file. Only the whole program knows brands.

mod call_to_action;
mod config_faults;
mod footer;
mod model_choice;
mod style_sheet;
mod top_bar;
mod wording_notice;

pub(crate) use call_to_action::{ResultLink, call_to_action};
pub(crate) use config_faults::config_faults;
pub(crate) use footer::footer;
pub(crate) use model_choice::{model_choice, other_model_links};
pub(crate) use top_bar::top_bar;
pub(crate) use wording_notice::wording_notice;

use assay_config::Config;

use crate::browser::net;
use crate::state::{HostFrame, Site};

/// The file beside the app.
const CONFIG_FILE: &str = "config.json";

/// Reads the owner's config and puts on its looks. A file that is not there says nothing; one with
/// faults is not used.
pub(crate) async fn load_site() -> Site {
    let (config, faults) = match net::fetch_bytes(CONFIG_FILE)
        .await
        .map(|bytes| Config::read(&bytes))
    {
        Ok(Ok(config)) => (config, Vec::new()),
        Ok(Err(faults)) => (Config::default(), faults.0),
        Err(_) => (Config::default(), Vec::new()),
    };
    style_sheet::apply_brand(&config.brand);
    let embedded = net::query_parameter("embed").as_deref() == Some("1");
    Site {
        config,
        faults,
        frame: HostFrame {
            embedded,
            ..HostFrame::default()
        },
    }
}
