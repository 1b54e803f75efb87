//! A server in front of the site that fails for a while to answer for some of
//! its files: a network that is away for a moment, without waiting for one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use xtask::site::Site;

use crate::journey::built_site;
use crate::relay::relay;
use crate::{Outcome, Trouble, Visitor};

/// The server, with the site behind it. At first everything is there.
#[derive(Debug)]
pub struct Outage {
    address: String,
    words: &'static [&'static str],
    state: Arc<State>,
    _site: Site,
}

#[derive(Debug, Default)]
struct State {
    away: AtomicBool,
    refused: AtomicU32,
}

impl Outage {
    /// Serves the built site; during the outage no file is to be had whose address contains one of
    /// these words.
    ///
    /// # Errors
    /// If no port can be had.
    pub fn of(words: &'static [&'static str]) -> Outcome<Self> {
        let site = Site::start(built_site(), 0)?;
        let state = Arc::new(State::default());
        let seen = Arc::clone(&state);
        let address = relay(site.port(), move |asked| {
            let line = asked.first_line();
            let meant = words.iter().any(|word| line.contains(word));
            if !meant || !seen.away.load(Ordering::SeqCst) {
                return Ok(false);
            }
            asked.answer("503 Service Unavailable")?;
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
    pub fn begins(&self) {
        self.state.refused.store(0, Ordering::SeqCst);
        self.state.away.store(true, Ordering::SeqCst);
    }

    /// From now on they are there again.
    pub fn ends(&self) {
        self.state.away.store(false, Ordering::SeqCst);
    }

    /// Waits until so many requests of a visitor have been refused.
    ///
    /// # Errors
    /// If nobody asks so often.
    pub async fn has_refused(&self, visitor: &Visitor, count: u32) -> Outcome {
        let begin = Instant::now();
        while self.state.refused.load(Ordering::SeqCst) < count {
            if begin.elapsed() > Duration::from_secs(60) {
                return Err(Trouble::new(format!(
                    "Nobody asked for a file that is away: {:?}",
                    self.words
                )));
            }
            // A browser whose page nobody looks at has no idle moments.
            visitor.script("return scrollY", Vec::new()).await?;
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        Ok(())
    }
}
