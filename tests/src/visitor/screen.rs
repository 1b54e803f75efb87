//! Pictures, prints, and what the page is shown on.

use std::sync::PoisonError;
use std::time::Instant;

use data_encoding::BASE64;
use serde_json::json;

use super::{BETWEEN_LOOKS, PATIENCE, Visitor};
use crate::browser::{self, Scheme, Setting};
use crate::{Outcome, Pdf, SiteFolder, Trouble};

impl Visitor {
    /// A picture of what the window shows.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn picture(&self) -> Outcome<Vec<u8>> {
        Ok(self.browser.screenshot_as_png().await?)
    }

    /// A picture of the whole page, whatever of it the window shows.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn whole_picture(&self) -> Outcome<Vec<u8>> {
        let clip = "const d = document.documentElement;
            return { x: 0, y: 0, width: d.clientWidth, height: d.scrollHeight, scale: 1 }";
        let clip = self.script(clip, Vec::new()).await?;
        let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        decoded(&self.devtools("Page.captureScreenshot", wanted).await?)
    }

    /// Prints the page as the print button would, on A4 as its style asks.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn print(&self) -> Outcome<Pdf> {
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
        Ok(Pdf(decoded(
            &self.devtools("Page.printToPDF", paper).await?,
        )?))
    }

    /// Presses what saves a file, and gives what is in it.
    ///
    /// # Errors
    /// If no file comes.
    pub async fn saves(&self, selector: &str) -> Outcome<String> {
        let folder = SiteFolder::new()?;
        let into = json!({ "behavior": "allow", "downloadPath": folder.path() });
        self.devtools("Browser.setDownloadBehavior", into).await?;
        self.press(selector).await?;
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            if let Some(text) = folder.only_file()? {
                return Ok(text);
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
        Err(Trouble::new(format!("{selector} saves no file")))
    }

    /// Shows the page as it will be printed, or as on the screen again.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn shows_as_printed(&self, printed: bool) -> Outcome {
        let media = browser::media(&self.setting(), if printed { "print" } else { "" });
        self.devtools("Emulation.setEmulatedMedia", media).await?;
        Ok(())
    }

    /// Changes to light or dark while the page is open.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn turns(&self, scheme: Scheme) -> Outcome {
        self.setting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .scheme = scheme;
        self.shows_as_printed(false).await
    }

    /// Changes the window's inside while the page is open.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn resizes(&self, width: u32, height: u32) -> Outcome {
        let screen = json!({
            "width": width, "height": height, "mobile": false, "deviceScaleFactor": self.setting().ratio,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", screen)
            .await?;
        Ok(())
    }

    fn setting(&self) -> Setting {
        self.setting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

fn decoded(answer: &serde_json::Value) -> Outcome<Vec<u8>> {
    let data = answer
        .get("data")
        .and_then(serde_json::Value::as_str)
        .ok_or_else(|| Trouble::new("The browser sent no data"))?;
    Ok(BASE64.decode(data.as_bytes())?)
}
