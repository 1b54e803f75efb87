//! A server in front of the site that fails for a while to answer for some of
//! its files: a network that is away for a moment, without waiting for one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use xtask::site::SiteServer;

use crate::journey::built_site_folder;
use crate::relay::start_relay;
use crate::{Error, Outcome, Visitor};

/// The server, with the site behind it. At first everything is there.
#[derive(Debug)]
pub struct Outage {
    address: String,
    words: &'static [&'static str],
    state: Arc<State>,
    _site: SiteServer,
}

#[derive(Debug, Default)]
struct State {
    is_away: AtomicBool,
    refused: AtomicU32,
}

impl Outage {
    /// Serves the built site; during the outage no file is to be had whose address contains one of
    /// these words.
    ///
    /// # Errors
    /// If no port can be had.
    pub fn for_addresses(words: &'static [&'static str]) -> Outcome<Self> {
        let site = SiteServer::start(built_site_folder(), 0)?;
        let state = Arc::new(State::default());
        let seen = Arc::clone(&state);
        let address = start_relay(site.port(), move |asked| {
            let line = asked.first_line();
            let meant = words.iter().any(|word| line.contains(word));
            if !meant || !seen.is_away.load(Ordering::SeqCst) {
                return Ok(false);
            }
            asked.respond("503 Service Unavailable")?;
            seen.refused.fetch_add(1, Ordering::SeqCst);
            Ok(true)
        })?;
        Ok(Self {
            address,
            words,
            state,
            _site: site,
        })
    }

    /// Where the site is.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// From now on the files are away.
    pub fn begin(&self) {
        self.state.refused.store(0, Ordering::SeqCst);
        self.state.is_away.store(true, Ordering::SeqCst);
    }

    /// From now on they are there again.
    pub fn end(&self) {
        self.state.is_away.store(false, Ordering::SeqCst);
    }

    /// Waits until so many requests of a visitor have been refused.
    ///
    /// # Errors
    /// If nobody asks so often.
    pub async fn wait_for_refusals(&self, visitor: &Visitor, count: u32) -> Outcome {
        let begin = Instant::now();
        while self.state.refused.load(Ordering::SeqCst) < count {
            if begin.elapsed() > Duration::from_secs(60) {
                return Err(Error::new(format!(
                    "Nobody asked for a file that is away: {:?}",
                    self.words
                )));
            }
            // A browser whose page nobody looks at has no idle moments.
            visitor.run_script("return scrollY", Vec::new()).await?;
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        Ok(())
    }
}
