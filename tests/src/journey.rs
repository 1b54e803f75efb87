//! Sets up a journey: server, driver and browser. All of them are ended with the journey, also
//! after a failure.

use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use futures_util::FutureExt as _;
use xtask::checkout::Checkout;
use xtask::site::{SiteOptions, SiteServer};

use crate::browser::{BrowserSettings, ColorScheme};
use crate::engines::OpenBrowser;
use crate::{Error, Outcome, Visitor};

/// Chromium's warning about a sandboxed frame of the page's own origin.
const SAME_ORIGIN_WARNING: &str =
    "An iframe which has both allow-scripts and allow-same-origin for its sandbox attribute";

/// The time after which a journey fails, so that one that hangs does not delay the others.
const JOURNEY_TIMEOUT: Duration = Duration::from_secs(240);

/// Firefox takes more than 10 s to end on a busy machine.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(60);

/// The settings of a journey.
#[derive(Debug)]
pub struct Journey {
    settings: BrowserSettings,
    folder: PathBuf,
    under: String,
    address: Option<String>,
    allowed_messages: Vec<&'static str>,
    allowed_sites: Vec<String>,
    time_limit: Duration,
}

impl Default for Journey {
    fn default() -> Self {
        Self::new()
    }
}

impl Journey {
    /// A visitor of the built site with a wide window and an English browser.
    #[must_use]
    pub fn new() -> Self {
        Self {
            settings: BrowserSettings::default(),
            folder: built_site_folder(),
            under: "/".to_owned(),
            address: None,
            allowed_messages: Vec::new(),
            allowed_sites: Vec::new(),
            time_limit: JOURNEY_TIMEOUT,
        }
    }

    /// Sets the language of the browser, such as `zh-CN`.
    #[must_use]
    pub fn language(mut self, language: &'static str) -> Self {
        self.settings.language = language;
        self
    }

    /// Sets the size of the viewport in CSS pixels.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.settings.size = (width, height);
        self
    }

    /// Sets the device pixels per CSS pixel.
    #[must_use]
    pub fn pixel_ratio(mut self, ratio: f64) -> Self {
        self.settings.pixel_ratio = ratio;
        self
    }

    /// Sets the colour scheme.
    #[must_use]
    pub fn scheme(mut self, scheme: ColorScheme) -> Self {
        self.settings.scheme = scheme;
        self
    }

    /// Allows animations.
    #[must_use]
    pub fn with_motion(mut self) -> Self {
        self.settings.allows_motion = true;
        self
    }

    /// Forbids sites to store data.
    #[must_use]
    pub fn without_storage(mut self) -> Self {
        self.settings.allows_storage = false;
        self
    }

    /// Opening an address does not wait until the page is loaded.
    #[must_use]
    pub fn without_load_wait(mut self) -> Self {
        self.settings.waits_for_load = false;
        self
    }

    /// Serves another folder.
    #[must_use]
    pub fn folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = folder.into();
        self
    }

    /// Serves the site under a path such as `/sub/path/`.
    #[must_use]
    pub fn under(mut self, under: &str) -> Self {
        under.clone_into(&mut self.under);
        self
    }

    /// Visits a server that the journey itself has started.
    #[must_use]
    pub fn at_address(mut self, address: &str) -> Self {
        self.address = Some(address.to_owned());
        self
    }

    /// Allows the warnings of Chromium about the preview of the embedded assessment: a permission
    /// that it does not know, and a frame of the page's own origin.
    #[must_use]
    pub fn with_preview(self) -> Self {
        self.allowing_message("Unrecognized feature: 'web-share'")
            .allowing_message(SAME_ORIGIN_WARNING)
    }

    /// Allows warnings and errors in the console that contain `words`.
    #[must_use]
    pub fn allowing_message(mut self, text: &'static str) -> Self {
        self.allowed_messages.push(text);
        self
    }

    /// Allows requests to another site.
    #[must_use]
    pub fn allowing_site(mut self, address: &str) -> Self {
        self.allowed_sites.push(address.to_owned());
        self
    }

    /// Sets the time after which the journey fails, for steps that take longer than those of a visitor.
    #[must_use]
    pub fn time_limit(mut self, limit: Duration) -> Self {
        self.time_limit = limit;
        self
    }

    /// Runs the steps, then checks the console and all requests.
    ///
    /// # Errors
    /// The first failure, with a description of the page at that moment.
    pub fn run(self, steps: impl AsyncFnOnce(&Visitor) -> Outcome) -> Outcome {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?
            .block_on(self.run_steps(steps))
    }

    async fn run_steps(self, steps: impl AsyncFnOnce(&Visitor) -> Outcome) -> Outcome {
        let (site, address) = match self.address {
            Some(address) => (None, address),
            None => {
                let options = SiteOptions {
                    under: self.under,
                    ..SiteOptions::new(self.folder)
                };
                let site = SiteServer::start_with(options)?;
                let address = site.address().to_owned();
                (Some(site), address)
            }
        };
        let browser = OpenBrowser::open(&self.settings).await?;
        let mut visitor = Visitor::new(
            &browser,
            self.settings,
            address,
            site,
            self.allowed_messages,
        );
        visitor.allow_sites(self.allowed_sites);
        let outcome = AssertUnwindSafe(async {
            steps(&visitor).await?;
            visitor.check_console_and_requests().await
        });
        let outcome = tokio::time::timeout(self.time_limit, outcome.catch_unwind()).await;
        if matches!(outcome, Ok(Ok(Ok(())))) {
            return tokio::time::timeout(CLOSE_TIMEOUT, browser.close())
                .await
                .unwrap_or_else(|_| Err(Error::new("The browser's windows did not close.")));
        }
        let seen = with_timeout(visitor.describe_failure(&test_name()))
            .await
            .unwrap_or_default();
        with_timeout(browser.end()).await;
        match outcome {
            Ok(Ok(Ok(()))) => Ok(()),
            Ok(Ok(Err(error))) => Err(error.append(seen)),
            Ok(Err(panic)) => {
                eprintln!("{seen}");
                std::panic::resume_unwind(panic)
            }
            Err(_) => Err(Error::new("The journey took too long.").append(seen)),
        }
    }
}

/// Runs the last step with a time limit, in case the browser hangs.
async fn with_timeout<T>(last: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(Duration::from_secs(10), last)
        .await
        .ok()
}

/// The folder of the release build, or the one in the variable `ASSAY_DIST`.
#[must_use]
pub fn built_site_folder() -> PathBuf {
    std::env::var_os("ASSAY_DIST").map_or_else(|| Checkout::current().dist(), PathBuf::from)
}

/// The name of the running test, for the file of its screenshot.
fn test_name() -> String {
    let name = thread::current().name().unwrap_or("journey").to_owned();
    name.replace("::", "-")
}
