//! The scene of a journey: server, driver, browser. All of it ends with the
//! journey, however that ends.

use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use futures_util::FutureExt as _;
use xtask::checkout::Checkout;
use xtask::site::{SiteOptions, SiteServer};

use crate::browser::{self, BrowserSettings, ColorScheme};
use crate::driver::ChromeDriver;
use crate::{Error, Outcome, Visitor};

/// What Chromium says of a sandboxed frame of the page's own origin.
const SAME_ORIGIN_WARNING: &str =
    "An iframe which has both allow-scripts and allow-same-origin for its sandbox attribute";

/// No journey takes longer; one that hangs must not hold up the others.
const JOURNEY_TIMEOUT: Duration = Duration::from_secs(240);

/// What a journey needs, to be said before it begins.
#[derive(Debug)]
pub struct Journey {
    settings: BrowserSettings,
    folder: PathBuf,
    under: String,
    address: Option<String>,
    allowed_messages: Vec<&'static str>,
    allowed_sites: Vec<String>,
}

impl Default for Journey {
    fn default() -> Self {
        Self::new()
    }
}

impl Journey {
    /// A visitor with a wide English window, at the built site.
    #[must_use]
    pub fn new() -> Self {
        Self {
            settings: BrowserSettings::default(),
            folder: built_site_folder(),
            under: "/".to_owned(),
            address: None,
            allowed_messages: Vec::new(),
            allowed_sites: Vec::new(),
        }
    }

    /// The language that the browser asks for, such as `zh-CN`.
    #[must_use]
    pub fn language(mut self, language: &'static str) -> Self {
        self.settings.language = language;
        self
    }

    /// The window's inside, in CSS pixels.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.settings.size = (width, height);
        self
    }

    /// Device pixels for a CSS pixel.
    #[must_use]
    pub fn pixel_ratio(mut self, ratio: f64) -> Self {
        self.settings.pixel_ratio = ratio;
        self
    }

    /// Light or dark.
    #[must_use]
    pub fn scheme(mut self, scheme: ColorScheme) -> Self {
        self.settings.scheme = scheme;
        self
    }

    /// The visitor has nothing against motion.
    #[must_use]
    pub fn with_motion(mut self) -> Self {
        self.settings.allows_motion = true;
        self
    }

    /// The browser refuses to store anything.
    #[must_use]
    pub fn without_storage(mut self) -> Self {
        self.settings.allows_storage = false;
        self
    }

    /// Opening an address does not wait until the browser has loaded it.
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

    /// Visits a server that the journey runs itself.
    #[must_use]
    pub fn at_address(mut self, address: &str) -> Self {
        self.address = Some(address.to_owned());
        self
    }

    /// Lets Chromium warn of what a preview of the embedded assessment brings along: a right that
    /// it has no name for yet, and a frame of the page's own origin.
    #[must_use]
    pub fn with_preview(self) -> Self {
        self.allowing_message("Unrecognized feature: 'web-share'")
            .allowing_message(SAME_ORIGIN_WARNING)
    }

    /// Lets the console say something that contains these words.
    #[must_use]
    pub fn allowing_message(mut self, words: &'static str) -> Self {
        self.allowed_messages.push(words);
        self
    }

    /// Requests may also go to this other site.
    #[must_use]
    pub fn allowing_site(mut self, address: &str) -> Self {
        self.allowed_sites.push(address.to_owned());
        self
    }

    /// Takes the journey, and then looks at the console and at every request.
    ///
    /// # Errors
    /// What went wrong, with what the page showed then.
    pub fn run(self, steps: impl AsyncFnOnce(&Visitor) -> Outcome) -> Outcome {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?
            .block_on(self.run_steps(steps))
    }

    async fn run_steps(self, steps: impl AsyncFnOnce(&Visitor) -> Outcome) -> Outcome {
        let driver = ChromeDriver::start()?;
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
        let browser = browser::open_browser(&driver, &self.settings).await?;
        let mut visitor =
            Visitor::new(browser, self.settings, address, site, self.allowed_messages);
        visitor.allow_sites(self.allowed_sites);
        let taken = AssertUnwindSafe(async {
            steps(&visitor).await?;
            visitor.check_console_and_requests().await
        });
        let taken = tokio::time::timeout(JOURNEY_TIMEOUT, taken.catch_unwind()).await;
        let seen = match &taken {
            Ok(Ok(Ok(()))) => String::new(),
            _ => with_timeout(visitor.describe_failure(&test_name()))
                .await
                .unwrap_or_default(),
        };
        with_timeout(visitor.quit()).await;
        match taken {
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

/// A browser that hangs is not waited for when all is over.
async fn with_timeout<T>(last: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(Duration::from_secs(10), last)
        .await
        .ok()
}

/// The release build, or the folder that `ASSAY_DIST` names.
#[must_use]
pub fn built_site_folder() -> PathBuf {
    std::env::var_os("ASSAY_DIST").map_or_else(|| Checkout::current().dist(), PathBuf::from)
}

/// The name of the test that this is, for its picture.
fn test_name() -> String {
    let name = thread::current().name().unwrap_or("journey").to_owned();
    name.replace("::", "-")
}
