//! Screenshots, prints, downloads, and the settings of the screen.

use std::sync::PoisonError;
use std::time::Instant;

use data_encoding::BASE64;
use serde_json::json;

use super::{POLL_INTERVAL, Visitor, WAIT_TIMEOUT};
use crate::browser::{self, BrowserSettings, ColorScheme};
use crate::engines::{Access, fit_window};
use crate::{Error, Outcome, Pdf, SiteFolder};

impl Visitor {
    /// A PNG of the viewport.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn screenshot(&self) -> Outcome<Vec<u8>> {
        Ok(self.browser.screenshot_as_png().await?)
    }

    /// A PNG of the whole page.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn screenshot_full_page(&self) -> Outcome<Vec<u8>> {
        let clip = "const d = document.documentElement;
            return { x: 0, y: 0, width: d.clientWidth, height: d.scrollHeight, scale: 1 }";
        let clip = self.run_script(clip, Vec::new()).await?;
        let wanted = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        decode_data(&self.send_devtools("Page.captureScreenshot", wanted).await?)
    }

    /// Prints the page on A4 paper, with the style for print.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn print_pdf(&self) -> Outcome<Pdf> {
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
        Ok(Pdf(decode_data(
            &self.send_devtools("Page.printToPDF", paper).await?,
        )?))
    }

    /// Presses what saves a file, and returns its content.
    ///
    /// # Errors
    /// If no file arrives, or it is no text.
    pub async fn save_text_file(&self, selector: &str) -> Outcome<String> {
        let (_, content) = self.save_file(selector).await?;
        Ok(String::from_utf8(content)?)
    }

    /// Presses what saves a file, and returns its name and content.
    ///
    /// # Errors
    /// If no file arrives.
    pub async fn save_file(&self, selector: &str) -> Outcome<(String, Vec<u8>)> {
        let folder = self.empty_download_folder().await?;
        self.press(selector).await?;
        let begin = Instant::now();
        while begin.elapsed() < WAIT_TIMEOUT {
            if let Some(file) = folder.only_file()? {
                return Ok(file);
            }
            tokio::time::sleep(POLL_INTERVAL).await;
        }
        Err(Error::new(format!("{selector} saves no file")))
    }

    /// An empty folder into which the browser saves files from now on.
    async fn empty_download_folder(&self) -> Outcome<SiteFolder> {
        match &self.access {
            Access::DevTools => {
                let folder = SiteFolder::empty()?;
                let into = json!({ "behavior": "allow", "downloadPath": folder.path() });
                self.send_devtools("Browser.setDownloadBehavior", into)
                    .await?;
                Ok(folder)
            }
            // Its browser is told the folder at its start.
            Access::Plain(plain) => SiteFolder::at(plain.downloads()),
        }
    }

    /// Applies the style for print, or the style for the screen again.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn emulate_print(&self, printed: bool) -> Outcome {
        let media =
            browser::media_parameters(&self.current_settings(), if printed { "print" } else { "" });
        self.send_devtools("Emulation.setEmulatedMedia", media)
            .await?;
        Ok(())
    }

    /// Changes the colour scheme while the page is open.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn set_color_scheme(&self, scheme: ColorScheme) -> Outcome {
        self.settings
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .scheme = scheme;
        self.emulate_print(false).await
    }

    /// Changes the size of the viewport while the page is open.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        if let Access::Plain(_) = self.access {
            return fit_window(&self.browser, width, height).await;
        }
        let screen = json!({
            "width": width, "height": height, "mobile": false, "deviceScaleFactor": self.current_settings().pixel_ratio,
        });
        self.send_devtools("Emulation.setDeviceMetricsOverride", screen)
            .await?;
        Ok(())
    }

    fn current_settings(&self) -> BrowserSettings {
        self.settings
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

fn decode_data(answer: &serde_json::Value) -> Outcome<Vec<u8>> {
    let data = answer
        .get("data")
        .and_then(serde_json::Value::as_str)
        .ok_or_else(|| Error::new("The browser sent no data"))?;
    Ok(BASE64.decode(data.as_bytes())?)
}
