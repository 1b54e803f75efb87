//! The scene of a journey: server, driver, browser. All of it ends with the
//! journey, however that ends.

use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use futures_util::FutureExt as _;
use xtask::places::Places;
use xtask::site::{Options, Site};

use crate::browser::{self, Scheme, Setting};
use crate::driver::Driver;
use crate::{Outcome, Trouble, Visitor};

/// What Chromium says of a sandboxed frame of the page's own origin.
const SAME_ORIGIN: &str =
    "An iframe which has both allow-scripts and allow-same-origin for its sandbox attribute";

/// No journey takes longer; one that hangs must not hold up the others.
const LONGEST: Duration = Duration::from_secs(240);

/// What a journey needs, to be said before it begins.
#[derive(Debug)]
pub struct Journey {
    setting: Setting,
    folder: PathBuf,
    under: String,
    address: Option<String>,
    allowed: Vec<&'static str>,
    known: Vec<String>,
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
            setting: Setting::default(),
            folder: built_site(),
            under: "/".to_owned(),
            address: None,
            allowed: Vec::new(),
            known: Vec::new(),
        }
    }

    /// The language that the browser asks for, such as `zh-CN`.
    #[must_use]
    pub fn language(mut self, language: &'static str) -> Self {
        self.setting.language = language;
        self
    }

    /// The window's inside, in CSS pixels.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.setting.size = (width, height);
        self
    }

    /// Device pixels for a CSS pixel.
    #[must_use]
    pub fn ratio(mut self, ratio: f64) -> Self {
        self.setting.ratio = ratio;
        self
    }

    /// Light or dark.
    #[must_use]
    pub fn scheme(mut self, scheme: Scheme) -> Self {
        self.setting.scheme = scheme;
        self
    }

    /// The visitor has nothing against motion.
    #[must_use]
    pub fn with_motion(mut self) -> Self {
        self.setting.motion = true;
        self
    }

    /// The browser refuses to store anything.
    #[must_use]
    pub fn refusing_storage(mut self) -> Self {
        self.setting.storage = false;
        self
    }

    /// Opening an address does not wait until the browser has loaded it.
    #[must_use]
    pub fn impatient(mut self) -> Self {
        self.setting.patient = false;
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
    pub fn at(mut self, address: &str) -> Self {
        self.address = Some(address.to_owned());
        self
    }

    /// Lets Chromium warn of what a preview of the embedded assessment brings along: a right that
    /// it has no name for yet, and a frame of the page's own origin.
    #[must_use]
    pub fn with_preview(self) -> Self {
        self.allowing("Unrecognized feature: 'web-share'")
            .allowing(SAME_ORIGIN)
    }

    /// Lets the console say something that contains these words.
    #[must_use]
    pub fn allowing(mut self, words: &'static str) -> Self {
        self.allowed.push(words);
        self
    }

    /// Requests may also go to this other site.
    #[must_use]
    pub fn knowing(mut self, address: &str) -> Self {
        self.known.push(address.to_owned());
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
            .block_on(self.take(steps))
    }

    async fn take(self, steps: impl AsyncFnOnce(&Visitor) -> Outcome) -> Outcome {
        let driver = Driver::start()?;
        let (site, address) = match self.address {
            Some(address) => (None, address),
            None => {
                let options = Options {
                    under: self.under,
                    ..Options::new(self.folder)
                };
                let site = Site::with(options)?;
                let address = site.address().to_owned();
                (Some(site), address)
            }
        };
        let browser = browser::open(&driver, &self.setting).await?;
        let mut visitor = Visitor::new(browser, self.setting, address, site, self.allowed);
        visitor.knows(self.known);
        let taken = AssertUnwindSafe(async {
            steps(&visitor).await?;
            visitor.check_console_and_requests().await
        });
        let taken = tokio::time::timeout(LONGEST, taken.catch_unwind()).await;
        let seen = match &taken {
            Ok(Ok(Ok(()))) => String::new(),
            _ => within_patience(visitor.testimony(&name()))
                .await
                .unwrap_or_default(),
        };
        within_patience(visitor.leave()).await;
        match taken {
            Ok(Ok(Ok(()))) => Ok(()),
            Ok(Ok(Err(trouble))) => Err(trouble.and(seen)),
            Ok(Err(panic)) => {
                eprintln!("{seen}");
                std::panic::resume_unwind(panic)
            }
            Err(_) => Err(Trouble::new("The journey took too long.").and(seen)),
        }
    }
}

/// A browser that hangs is not waited for when all is over.
async fn within_patience<T>(last: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(Duration::from_secs(10), last)
        .await
        .ok()
}

/// The release build, or the folder that `ASSAY_DIST` names.
#[must_use]
pub fn built_site() -> PathBuf {
    std::env::var_os("ASSAY_DIST").map_or_else(|| Places::of_this_checkout().dist(), PathBuf::from)
}

/// The name of the test that this is, for its picture.
fn name() -> String {
    let name = thread::current().name().unwrap_or("journey").to_owned();
    name.replace("::", "-")
}
