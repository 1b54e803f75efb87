//! A server in front of the site that holds requests until a journey releases them: a slow network
//! without real waiting.

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use xtask::site::SiteServer;

use crate::Outcome;
use crate::journey::built_site_folder;
use crate::relay::start_relay;

/// A running gate with the site behind it.
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
    /// Serves the built site and holds requests for wasm.
    ///
    /// # Errors
    /// If no port is free.
    pub fn holding_wasm() -> Outcome<Self> {
        Self::holding_requests(built_site_folder(), ".wasm")
    }

    /// Serves a folder and holds the requests whose address contains `held`.
    ///
    /// # Errors
    /// If no port is free.
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

    /// The address of the site.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Releases the held requests and all later ones.
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
