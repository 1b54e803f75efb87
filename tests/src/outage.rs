//! A server in front of the site that refuses some files for a while: a short network failure
//! without real waiting.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use xtask::site::SiteServer;

use crate::journey::built_site_folder;
use crate::relay::start_relay;
use crate::{Error, Outcome, Visitor};

/// A running server with the site behind it. It starts without an outage.
#[derive(Debug)]
pub struct Outage {
    address: String,
    patterns: &'static [&'static str],
    state: Arc<State>,
    _site: SiteServer,
}

#[derive(Debug, Default)]
struct State {
    is_away: AtomicBool,
    refused: AtomicU32,
}

impl Outage {
    /// Serves the built site; during the outage requests whose address contains one of the words
    /// are refused.
    ///
    /// # Errors
    /// If no port is free.
    pub fn for_addresses(patterns: &'static [&'static str]) -> Outcome<Self> {
        let site = SiteServer::start(built_site_folder(), 0)?;
        let state = Arc::new(State::default());
        let seen = Arc::clone(&state);
        let address = start_relay(site.port(), move |asked| {
            let line = asked.first_line();
            let meant = patterns.iter().any(|word| line.contains(word));
            if !meant || !seen.is_away.load(Ordering::SeqCst) {
                return Ok(false);
            }
            asked.respond("503 Service Unavailable")?;
            seen.refused.fetch_add(1, Ordering::SeqCst);
            Ok(true)
        })?;
        Ok(Self {
            address,
            patterns,
            state,
            _site: site,
        })
    }

    /// The address of the site.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Begins the outage.
    pub fn begin(&self) {
        self.state.refused.store(0, Ordering::SeqCst);
        self.state.is_away.store(true, Ordering::SeqCst);
    }

    /// Ends the outage.
    pub fn end(&self) {
        self.state.is_away.store(false, Ordering::SeqCst);
    }

    /// Waits until `count` requests of a visitor are refused.
    ///
    /// # Errors
    /// If that does not happen within a minute.
    pub async fn wait_for_refusals(&self, visitor: &Visitor, count: u32) -> Outcome {
        let begin = Instant::now();
        while self.state.refused.load(Ordering::SeqCst) < count {
            if begin.elapsed() > Duration::from_secs(60) {
                return Err(Error::new(format!(
                    "Nobody asked for a file that is away: {:?}",
                    self.patterns
                )));
            }
            // Without a command a browser in the background has no idle time.
            visitor.run_script("return scrollY", Vec::new()).await?;
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        Ok(())
    }
}
