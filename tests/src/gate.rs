//! A server in front of the site that holds back a file until a journey
//! lets it through: a slow network, without waiting for one.

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use xtask::site::Site;

use crate::Outcome;
use crate::journey::built_site;
use crate::relay::relay;

/// The gate, with the site behind it.
#[derive(Debug)]
pub struct Gate {
    address: String,
    state: Arc<State>,
    _site: Site,
}

#[derive(Debug, Default)]
struct State {
    open: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    /// Serves the built site, its wasm held back.
    ///
    /// # Errors
    /// If no port can be had.
    pub fn closed() -> Outcome<Self> {
        Self::holding(built_site(), ".wasm")
    }

    /// Serves a folder; requests whose address contains `held` wait.
    ///
    /// # Errors
    /// If no port can be had.
    pub fn holding(folder: impl Into<PathBuf>, held: &'static str) -> Outcome<Self> {
        let site = Site::start(folder, 0)?;
        let state = Arc::new(State::default());
        let holding = Arc::clone(&state);
        let address = relay(site.port(), move |asked| {
            if asked.first_line().contains(held) {
                holding.wait();
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
    pub fn open(&self) {
        *self
            .state
            .open
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = true;
        self.state.opened.notify_all();
    }
}

impl State {
    fn wait(&self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        while !*open {
            open = self
                .opened
                .wait(open)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}
