//! A firm's site that embeds the app from another origin.

use std::fs;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};
use xtask::checkout::Checkout;
use xtask::finish::{brand, headers};
use xtask::site::{SiteOptions, SiteServer};

use crate::relay::start_relay;
use crate::{Journey, Outcome, SiteFolder};

/// Two servers: the firm's pages at `127.0.0.1`, the app at `localhost`. Browsers treat them as
/// different sites, so the frame is cross-site.
#[derive(Debug)]
pub struct Firm {
    app: SiteFolder,
    pages: SiteFolder,
    app_server: SiteServer,
    _pages_server: SiteServer,
    /// The address of the firm's own server, which also receives results.
    address: String,
    leads: Arc<Mutex<Vec<String>>>,
}

impl Firm {
    /// A firm whose origin the app allows.
    ///
    /// # Errors
    /// If the app is not built, or no port is free.
    pub fn new() -> Outcome<Self> {
        Self::with_base_path("/")
    }

    /// The same, with the app under a path of its host.
    ///
    /// # Errors
    /// As [`Firm::new`].
    pub fn with_base_path(path: &str) -> Outcome<Self> {
        let (app, pages) = (SiteFolder::copy_built_site()?, SiteFolder::empty()?);
        let app_server = SiteServer::start_with(SiteOptions {
            under: path.to_owned(),
            ..SiteOptions::new(app.path())
        })?;
        let pages_server = SiteServer::start(pages.path(), 0)?;
        let leads = Arc::new(Mutex::new(Vec::new()));
        let received = Arc::clone(&leads);
        let address = start_relay(pages_server.port(), move |asked| {
            if !asked.first_line().starts_with("POST /leads ") {
                return Ok(false);
            }
            let body = asked.read_body()?;
            received
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(body);
            asked.respond("204 No Content")?;
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
        firm.allow_origins(&[firm.origin()])?;
        // Browsers request it on their own.
        firm.pages.write("favicon.ico", "")?;
        Ok(firm)
    }

    /// Allows these origins, and no others, to frame the app and to receive results.
    ///
    /// # Errors
    /// If the configuration cannot be written.
    pub fn allow_origins(&self, origins: &[&str]) -> Outcome {
        self.write_config(json!({
            "format": "assay.config/1",
            "brand": { "name": "Northlight" },
            "allowed_origins": origins,
        }))
    }

    /// Writes the app's configuration and the headers that follow from it.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn write_config(&self, config: Value) -> Outcome {
        self.app.write("config.json", &config.to_string())?;
        brand::apply_brand(self.app.path(), None)
    }

    /// Copies a folder of this checkout into the app; `origin` in its files is replaced by the
    /// firm's origin.
    ///
    /// # Errors
    /// If the files cannot be copied.
    pub fn apply_brand_folder(&self, folder: &str, origin: &str) -> Outcome {
        let from = Checkout::current().file(folder);
        for file in xtask::finish::list_files(&from)? {
            let text = fs::read_to_string(from.join(&file))?;
            self.app
                .write(&file, &text.replace(origin, self.origin()))?;
        }
        brand::apply_brand(self.app.path(), None)
    }

    /// Removes the headers of the app, as on a host that sends none.
    ///
    /// # Errors
    /// If they cannot be removed.
    pub fn remove_headers(&self) -> Outcome {
        self.app.write(headers::HEADERS_FILE, "")
    }

    /// The address of the app, with a slash at the end.
    #[must_use]
    pub fn app_address(&self) -> String {
        self.app_server.address().replace("127.0.0.1", "localhost")
    }

    /// The folder of the app's files.
    #[must_use]
    pub fn app_folder(&self) -> &SiteFolder {
        &self.app
    }

    /// The origin of the firm's pages.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.address.trim_end_matches('/')
    }

    /// The origin of the app.
    #[must_use]
    pub fn app_origin(&self) -> String {
        let app = self.app_address();
        let place = app.split('/').nth(2).unwrap_or_default();
        format!("http://{place}")
    }

    /// Writes a page of the firm; `APP` in its text is replaced by the address of the app.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write_page(&self, name: &str, text: &str) -> Outcome {
        self.pages
            .write(name, &text.replace("APP", &self.app_address()))
    }

    /// Writes a page that loads `embed.js`, and `recorder.js`, which appends every event of the
    /// element to `window.seen`.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn write_embedding_page(&self, name: &str, body: &str) -> Outcome {
        self.write_page(
            "recorder.js",
            "window.seen = [];
            for (const name of ['ready', 'started', 'progress', 'completed', 'result', 'resize', 'error'])
                document.addEventListener(`assay-${name}`, event =>
                    window.seen.push({ type: event.type, from: event.target.id, detail: event.detail }));",
        )?;
        self.write_page(
            name,
            &format!(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A firm</title>
                <meta name=\"viewport\" content=\"width=device-width\"><script src=\"recorder.js\"></script>
                <script src=\"APPembed.js\" async></script></head><body>{body}</body></html>"
            ),
        )
    }

    /// Copies a published example to the firm's site, with the address of the app in the place of
    /// relative addresses and its origin in the policy.
    ///
    /// # Errors
    /// If it cannot be copied.
    pub fn copy_example(&self, name: &str) -> Outcome {
        let from = Checkout::current().file("public/examples").join(name);
        let app = format!("{}\"", self.app_address());
        for file in xtask::finish::list_files(&from)? {
            let text = fs::read_to_string(from.join(&file))?;
            let origin = self.app_origin();
            let text = text
                .replace("../../../?", &format!("{}?", self.app_address()))
                .replace("../../?", &format!("{}?", self.app_address()))
                .replace("../../../\"", &app)
                .replace("../../\"", &app)
                .replace("../../../embed", &format!("{}embed", self.app_address()))
                .replace("../../embed", &format!("{}embed", self.app_address()))
                .replace("script-src 'self'", &format!("script-src 'self' {origin}"))
                .replace("frame-src 'self'", &format!("frame-src {origin}"));
            self.pages.write(&file, &text)?;
        }
        Ok(())
    }

    /// The bodies of the requests to the firm's own address.
    #[must_use]
    pub fn received_leads(&self) -> Vec<String> {
        let leads = self.leads.lock().unwrap_or_else(PoisonError::into_inner);
        leads.clone()
    }

    /// A journey that starts at the firm's site and may send requests to the app.
    #[must_use]
    pub fn journey(&self) -> Journey {
        Journey::new()
            .at_address(&self.address)
            .allowing_site(&self.app_address())
            // Chromium without this feature warns about its name.
            .allowing_message("Unrecognized feature: 'web-share'")
    }
}
