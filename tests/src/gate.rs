//! A server in front of the site that holds back a file until a journey
//! lets it through: a slow network, without waiting for one.

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use xtask::site::SiteServer;

use crate::Outcome;
use crate::journey::built_site_folder;
use crate::relay::start_relay;

/// The gate, with the site behind it.
#[derive(Debug)]
pub struct Gate {
    address: String,
    state: Arc<State>,
    _site: SiteServer,
}

#[derive(Debug, Default)]
struct State {
    is_open: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    /// Serves the built site, its wasm held back.
    ///
    /// # Errors
    /// If no port can be had.
    pub fn holding_wasm() -> Outcome<Self> {
        Self::holding_requests(built_site_folder(), ".wasm")
    }

    /// Serves a folder; requests whose address contains `held` wait.
    ///
    /// # Errors
    /// If no port can be had.
    pub fn holding_requests(folder: impl Into<PathBuf>, held: &'static str) -> Outcome<Self> {
        let site = SiteServer::start(folder, 0)?;
        let state = Arc::new(State::default());
        let holding = Arc::clone(&state);
        let address = start_relay(site.port(), move |asked| {
            if asked.first_line().contains(held) {
                holding.wait_until_open();
            }
            Ok(false)
        })?;
        Ok(Self {
            address,
            state,
            _site: site,
        })
    }

    /// Where the site is.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Lets through what was held back.
    pub fn release(&self) {
        *self
            .state
            .is_open
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = true;
        self.state.opened.notify_all();
    }
}

impl State {
    fn wait_until_open(&self) {
        let mut open = self.is_open.lock().unwrap_or_else(PoisonError::into_inner);
        while !*open {
            open = self
                .opened
                .wait(open)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}
