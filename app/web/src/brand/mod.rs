//! The owner's brand: loading `config.json`, its colours and fonts, the bar and the foot of pages,
//! the call to action, and what is wrong with the file. Only the whole program knows brands.

mod bar;
mod call;
mod choice;
mod faults;
mod foot;
mod look;
mod wording;

pub(crate) use bar::bar;
pub(crate) use call::{ResultLink, call_to_action};
pub(crate) use choice::{choice, elsewhere};
pub(crate) use faults::faults;
pub(crate) use foot::foot;
pub(crate) use wording::wording;

use assay_config::Config;

use crate::browser::net;
use crate::state::{Frame, Site};

/// The file beside the app.
const FILE: &str = "config.json";

/// Reads the owner's config and puts on its looks. A file that is not there says nothing; one with
/// faults is not used.
pub(crate) async fn load() -> Site {
    let (config, faults) = match net::bytes(FILE).await.map(|bytes| Config::read(&bytes)) {
        Ok(Ok(config)) => (config, Vec::new()),
        Ok(Err(faults)) => (Config::default(), faults.0),
        Err(_) => (Config::default(), Vec::new()),
    };
    look::put_on(&config.brand);
    let embedded = net::parameter("embed").as_deref() == Some("1");
    Site {
        config,
        faults,
        frame: Frame {
            embedded,
            ..Frame::default()
        },
    }
}
