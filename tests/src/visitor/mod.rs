//! A visitor who uses the browser: presses, keys, files and scripts.

mod assessments;
mod diagnostics;
mod frame;
mod navigation;
mod page_state;
mod pointer;
mod questionnaire;
mod screen;

use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::error::WebDriverError;
use thirtyfour::{By, Key, WebDriver, WebElement};
use xtask::site::SiteServer;

use crate::browser::BrowserSettings;
use crate::engines::{Access, OpenBrowser};
use crate::{Error, Outcome};

pub use page_state::{Figures, PathFigures};
pub use pointer::Point;

/// The time limit of a wait.
const WAIT_TIMEOUT: Duration = Duration::from_secs(20);
const POLL_INTERVAL: Duration = Duration::from_millis(30);

/// A visitor of the site.
#[derive(Debug)]
pub struct Visitor {
    browser: WebDriver,
    access: Access,
    settings: Mutex<BrowserSettings>,
    address: String,
    site: Mutex<Option<SiteServer>>,
    allowed_messages: Vec<&'static str>,
    allowed_sites: Vec<String>,
    /// The frame to which the visitor has switched.
    frame: Mutex<Option<WebElement>>,
    /// The time and place of the last press.
    last_press: Mutex<Option<(Instant, Value)>>,
}

impl Visitor {
    pub(crate) fn new(
        browser: &OpenBrowser,
        setting: BrowserSettings,
        address: String,
        site: Option<SiteServer>,
        allowed: Vec<&'static str>,
    ) -> Self {
        Self {
            browser: browser.session.clone(),
            access: browser.access(),
            settings: Mutex::new(setting),
            address,
            site: Mutex::new(site),
            allowed_messages: allowed,
            allowed_sites: Vec::new(),
            frame: Mutex::default(),
            last_press: Mutex::default(),
        }
    }

    pub(crate) fn allow_sites(&mut self, sites: Vec<String>) {
        self.allowed_sites = sites;
    }

    /// The address of the site, with a slash at the end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Presses an element with the mouse, as soon as that is possible.
    ///
    /// # Errors
    /// If it does not become possible.
    pub async fn press(&self, selector: &str) -> Outcome {
        let begin = Instant::now();
        loop {
            match self.try_to_press(selector).await {
                Ok(()) => return Ok(()),
                Err(error) if begin.elapsed() > WAIT_TIMEOUT => {
                    return Err(Error::new(format!("Cannot press {selector}: {error}")));
                }
                Err(_) => tokio::time::sleep(POLL_INTERVAL).await,
            }
        }
    }

    async fn try_to_press(&self, selector: &str) -> Outcome {
        let element = self.browser.find(By::Css(selector)).await?;
        // In the middle of the window nothing that sticks to an edge covers it.
        let script = "if (document.querySelector('.questions > * + *')?.getAnimations().length) return null; \
            arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' }); \
            const r = arguments[0].getBoundingClientRect(), x = r.left + r.width / 2, y = r.top + r.height / 2; \
            return { place: [x, y], framed: window !== top, on_page: y + scrollY, address: location.hash, still: document.querySelector('main')?.dataset.page === 'section' }";
        let press = self.run_script(script, vec![element.to_json()?]).await?;
        if press.is_null() {
            // Questions are laid out a frame after the page, which moves what is below them.
            return Err(Error::new("The page is being laid out."));
        }
        self.wait_between_presses(&press).await;
        let pressed = match self.current_frame() {
            Some(frame) if self.access.is_webkit() => self.press_in_frame(&element, frame).await,
            _ => match element.click().await {
                Err(error) if is_label_refusal(&error) => self.press_middle(&element).await,
                other => other.map_err(Error::from),
            },
        };
        self.record_press(press);
        pressed
    }

    /// Presses the middle of an element with the pointer, if nothing else is there.
    async fn press_middle(&self, element: &WebElement) -> Outcome {
        let script = "const e = arguments[0], r = e.getBoundingClientRect(), x = Math.round(r.left + r.width / 2), y = Math.round(r.top + r.height / 2); \
            return e.contains(document.elementFromPoint(x, y)) ? [x, y] : null";
        let place = self.run_script(script, vec![element.to_json()?]).await?;
        let place: Option<(i64, i64)> = serde_json::from_value(place)?;
        let (x, y) = place.ok_or_else(|| Error::new("Something else is in its middle."))?;
        let chain = self.browser.action_chain();
        Ok(chain.move_to(x, y).click().perform().await?)
    }

    /// Selects a file of this machine in a file field.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn choose_file(&self, selector: &str, file: &str) -> Outcome {
        self.wait_visible(selector).await?;
        Ok(self
            .browser
            .find(By::Css(selector))
            .await?
            .send_keys(file)
            .await?)
    }

    /// Presses keys; the focused element receives them.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn type_keys(&self, keys: &str) -> Outcome {
        Ok(self
            .browser
            .action_chain()
            .send_keys(keys)
            .perform()
            .await?)
    }

    /// Presses a key that stands for no character.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn press_key(&self, key: Key) -> Outcome {
        self.type_keys(&char::from(key).to_string()).await
    }

    /// Presses keys while others are held, such as Control.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn press_with(&self, held: &[Key], keys: &str) -> Outcome {
        let mut chain = self.browser.action_chain();
        for key in held {
            chain = chain.key_down(char::from(key.clone()));
        }
        chain = chain.send_keys(keys);
        for key in held {
            chain = chain.key_up(char::from(key.clone()));
        }
        Ok(chain.perform().await?)
    }

    /// Presses Tab until a matching element has the focus.
    ///
    /// # Errors
    /// If it is not reached in a hundred steps.
    pub async fn tab_to(&self, selector: &str) -> Outcome {
        let mut passed = Vec::new();
        for _ in 0..100 {
            if self.has_focus(selector).await? {
                return Ok(());
            }
            passed.push(self.describe_focus().await?);
            self.press_key(Key::Tab).await?;
        }
        passed.dedup();
        Err(Error::new(format!(
            "Tab does not reach {selector}; the focus went: {}",
            passed.join(" > ")
        )))
    }

    /// Waits until a script returns a truthy value. A script that throws, because what it reads is not
    /// on the page yet, is run again.
    ///
    /// # Errors
    /// `what` and the last value or exception; or that the browser does not answer.
    pub async fn wait_until(&self, what: &str, script: &str) -> Outcome {
        let begin = Instant::now();
        loop {
            let seen = match self.run_script(script, Vec::new()).await {
                Ok(value) if is_truthy(&value) => return Ok(()),
                Ok(value) => value.to_string(),
                Err(error) if error.to_string().contains("javascript error") => error.to_string(),
                Err(error) => return Err(error),
            };
            if begin.elapsed() > WAIT_TIMEOUT {
                return Err(Error::new(format!("Waited in vain: {what}; seen: {seen}")));
            }
            tokio::time::sleep(POLL_INTERVAL).await;
        }
    }

    /// Runs a script in the page and returns its result.
    ///
    /// # Errors
    /// If it throws.
    pub async fn run_script(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self
            .browser
            .execute(script, arguments)
            .await?
            .json()
            .clone())
    }

    /// Runs a script in every page that is opened later, before the scripts of the page. Returns
    /// the parameters with which `Page.removeScriptToEvaluateOnNewDocument` ends that.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn preload_script(&self, script: &str) -> Outcome<Value> {
        let source = json!({ "source": script });
        let added = self
            .send_devtools("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
        Ok(json!({ "identifier": added.get("identifier") }))
    }

    /// Sends a command of the DevTools protocol.
    ///
    /// # Errors
    /// If the browser refuses, or its engine does not have the protocol.
    pub async fn send_devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        match &self.access {
            Access::DevTools => Ok(self.browser.cdp().send_raw(command, parameters).await?),
            Access::Plain(plain) => Err(plain.refuse(command)),
        }
    }
}

/// Whether a driver refused to click an element at the point that it takes for its middle. WebKitGTK's
/// driver does so for labels around a hidden radio button.
fn is_label_refusal(error: &WebDriverError) -> bool {
    error.to_string().contains("element not interactable")
}

/// Whether JavaScript treats the value as true.
fn is_truthy(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Number(number) => number.as_f64() != Some(0.0),
        _ => true,
    }
}
