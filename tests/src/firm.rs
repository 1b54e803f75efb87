//! A firm with a site of its own, and the app on another origin, as its assessment is embedded.

use std::fs;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};
use xtask::finish::{brand, headers};
use xtask::places::Places;
use xtask::site::{Options, Site};

use crate::relay::relay;
use crate::{Journey, Outcome, SiteFolder};

/// Two servers: the firm's pages at `127.0.0.1`, the app at `localhost`. Browsers take the two for
/// different sites, so that the frame is a stranger there.
#[derive(Debug)]
pub struct Firm {
    app: SiteFolder,
    pages: SiteFolder,
    app_server: Site,
    _pages_server: Site,
    /// The firm's own server, which also takes results.
    address: String,
    leads: Arc<Mutex<Vec<String>>>,
}

impl Firm {
    /// A firm that the app allows.
    ///
    /// # Errors
    /// If the app is not built, or no port can be had.
    pub fn new() -> Outcome<Self> {
        Self::under("/")
    }

    /// The same, with the app in a folder of its host.
    ///
    /// # Errors
    /// As above.
    pub fn under(path: &str) -> Outcome<Self> {
        let (app, pages) = (SiteFolder::copy()?, SiteFolder::empty()?);
        let app_server = Site::with(Options {
            under: path.to_owned(),
            ..Options::new(app.path())
        })?;
        let pages_server = Site::start(pages.path(), 0)?;
        let leads = Arc::new(Mutex::new(Vec::new()));
        let taken = Arc::clone(&leads);
        let address = relay(pages_server.port(), move |asked| {
            if !asked.first_line().starts_with("POST /leads ") {
                return Ok(false);
            }
            let body = asked.body()?;
            taken
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(body);
            asked.answer("204 No Content")?;
            Ok(true)
        })?;
        let firm = Self {
            app,
            pages,
            app_server,
            _pages_server: pages_server,
            address,
            leads,
        };
        firm.is_allowed(&[firm.origin()])?;
        // Browsers ask for it by themselves.
        firm.pages.write("favicon.ico", "")?;
        Ok(firm)
    }

    /// Lets these origins, and no others, frame the app and be sent results.
    ///
    /// # Errors
    /// If the configuration cannot be written.
    pub fn is_allowed(&self, origins: &[&str]) -> Outcome {
        self.configures(json!({
            "format": "assay.config/1",
            "brand": { "name": "Northlight" },
            "allowed_origins": origins,
        }))
    }

    /// Gives the app a configuration, and the headers that follow from it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn configures(&self, config: Value) -> Outcome {
        self.app.write("config.json", &config.to_string())?;
        brand::brand(self.app.path(), None)
            .map_err(|trouble| crate::Trouble::new(trouble.to_string()))
    }

    /// Brands the app with a folder of this checkout, whose config allows `origin`; here it allows the
    /// firm's own.
    ///
    /// # Errors
    /// If the files cannot be copied.
    pub fn is_branded(&self, folder: &str, origin: &str) -> Outcome {
        let from = Places::of_this_checkout().file(folder);
        for file in xtask::finish::files_in(&from)? {
            let text = fs::read_to_string(from.join(&file))?;
            self.app
                .write(&file, &text.replace(origin, self.origin()))?;
        }
        brand::brand(self.app.path(), None)
            .map_err(|trouble| crate::Trouble::new(trouble.to_string()))
    }

    /// Removes the headers of the app, as on a host that sends none.
    ///
    /// # Errors
    /// If they cannot be removed.
    pub fn sends_no_headers(&self) -> Outcome {
        self.app.write(headers::NAME, "")
    }

    /// The address of the app, with a slash at the end.
    #[must_use]
    pub fn app(&self) -> String {
        self.app_server.address().replace("127.0.0.1", "localhost")
    }

    /// The app's files.
    #[must_use]
    pub fn app_folder(&self) -> &SiteFolder {
        &self.app
    }

    /// The origin of the firm's own pages.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.address.trim_end_matches('/')
    }

    /// The origin of the app.
    #[must_use]
    pub fn app_origin(&self) -> String {
        let app = self.app();
        let place = app.split('/').nth(2).unwrap_or_default();
        format!("http://{place}")
    }

    /// Writes a page of the firm's; `APP` in it stands for the address of the app.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn page(&self, name: &str, text: &str) -> Outcome {
        self.pages.write(name, &text.replace("APP", &self.app()))
    }

    /// A page with the element in it, and `recorder.js`, which keeps every event in `window.seen`.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn embeds(&self, name: &str, body: &str) -> Outcome {
        self.page(
            "recorder.js",
            "window.seen = [];
            for (const name of ['ready', 'started', 'progress', 'completed', 'result', 'resize', 'error'])
                document.addEventListener(`assay-${name}`, event =>
                    window.seen.push({ type: event.type, from: event.target.id, detail: event.detail }));",
        )?;
        self.page(
            name,
            &format!(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A firm</title>
                <meta name=\"viewport\" content=\"width=device-width\"><script src=\"recorder.js\"></script>
                <script src=\"APPembed.js\" async></script></head><body>{body}</body></html>"
            ),
        )
    }

    /// Copies one of the published examples as a firm would: the app's address in the place of the
    /// folder above it, and its origin into the policy.
    ///
    /// # Errors
    /// If it cannot be copied.
    pub fn takes_example(&self, name: &str) -> Outcome {
        let from = Places::of_this_checkout()
            .file("public/examples")
            .join(name);
        let app = format!("{}\"", self.app());
        for file in xtask::finish::files_in(&from)? {
            let text = fs::read_to_string(from.join(&file))?;
            let origin = self.app_origin();
            let text = text
                .replace("../../../?", &format!("{}?", self.app()))
                .replace("../../?", &format!("{}?", self.app()))
                .replace("../../../\"", &app)
                .replace("../../\"", &app)
                .replace("../../../embed", &format!("{}embed", self.app()))
                .replace("../../embed", &format!("{}embed", self.app()))
                .replace("script-src 'self'", &format!("script-src 'self' {origin}"))
                .replace("frame-src 'self'", &format!("frame-src {origin}"));
            self.pages.write(&file, &text)?;
        }
        Ok(())
    }

    /// What was sent to the firm's own address.
    #[must_use]
    pub fn leads(&self) -> Vec<String> {
        let leads = self.leads.lock().unwrap_or_else(PoisonError::into_inner);
        leads.clone()
    }

    /// A visitor at the firm's site, whose browser may also ask the app.
    #[must_use]
    pub fn journey(&self) -> Journey {
        Journey::new()
            .at(&self.address)
            .knowing(&self.app())
            // Not every Chromium can share, and those that cannot say so.
            .allowing("Unrecognized feature: 'web-share'")
    }
}
