//! Switches between a page and its frames, and presses in a frame.

use std::sync::PoisonError;

use serde_json::Value;
use thirtyfour::{By, WebElement};

use super::Visitor;
use crate::{Error, Outcome};

impl Visitor {
    /// Switches to the frame of an `assay-assessment` element and waits until the app there is
    /// ready.
    ///
    /// # Errors
    /// If there is no such frame, or no app in it.
    pub async fn enter_embed(&self, selector: &str) -> Outcome {
        self.leave_frame().await?;
        let quoted = serde_json::Value::from(selector);
        let there = format!(
            "return Boolean(document.querySelector({quoted})?.shadowRoot?.querySelector('iframe'))"
        );
        self.wait_until("the frame is there", &there).await?;
        let find = "return document.querySelector(arguments[0]).shadowRoot.querySelector('iframe')";
        let frame = self.browser.execute(find, vec![selector.into()]).await?;
        let frame = frame.element()?;
        // A lazy frame loads when it comes into view.
        let script = "arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })";
        self.run_script(script, vec![frame.to_json()?]).await?;
        self.enter_frame(frame).await?;
        self.wait_ready().await
    }

    /// Switches to a plain `iframe` and waits until the app there is ready.
    ///
    /// # Errors
    /// If there is no such frame, or no app in it.
    pub async fn enter_iframe(&self, selector: &str) -> Outcome {
        self.leave_frame().await?;
        let frame = self.browser.find(By::Css(selector)).await?;
        self.enter_frame(frame).await?;
        self.wait_ready().await
    }

    /// Loads a whole address, such as that of a link, and waits until the app there is ready.
    ///
    /// # Errors
    /// If the app does not become ready.
    pub async fn load_address(&self, address: &str) -> Outcome {
        self.leave_frame().await?;
        self.browser.goto(address).await?;
        self.wait_ready().await
    }

    /// Switches to the page around all frames.
    ///
    /// # Errors
    /// If the page was closed.
    pub async fn leave_frame(&self) -> Outcome {
        self.remember_frame(None);
        Ok(self.browser.enter_default_frame().await?)
    }

    /// Scrolls an element of a frame into view, and focuses and clicks it by script, if nothing else is in
    /// its middle.
    ///
    /// For WebKitGTK: its driver takes places in a frame for places in the page around it, and a frame of
    /// another site does not scroll that page.
    pub(super) async fn press_in_frame(&self, element: &WebElement, frame: WebElement) -> Outcome {
        let place = "const r = arguments[0].getBoundingClientRect(); return r.top + r.height / 2";
        let place = self.run_script(place, vec![element.to_json()?]).await?;
        self.browser.enter_default_frame().await?;
        let scroll = "const [frame, y] = arguments; \
            scrollBy({ top: frame.getBoundingClientRect().top + y - innerHeight / 2, behavior: 'instant' })";
        let scrolled = self.run_script(scroll, vec![frame.to_json()?, place]).await;
        frame.enter_frame().await?;
        scrolled?;
        let press = "const e = arguments[0], r = e.getBoundingClientRect(); \
            const there = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2); \
            const free = there && (e.contains(there) || there.closest('label')?.contains(e)); \
            if (free) { e.focus({ preventScroll: true }); e.click(); } \
            return Boolean(free)";
        match self.run_script(press, vec![element.to_json()?]).await? {
            Value::Bool(true) => Ok(()),
            _ => Err(Error::new("Something else is in its middle.")),
        }
    }

    /// The frame to which the visitor has switched.
    pub(super) fn current_frame(&self) -> Option<WebElement> {
        let frame = self.frame.lock();
        frame.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Notes the frame to which the visitor has switched.
    pub(super) fn remember_frame(&self, frame: Option<WebElement>) {
        *self.frame.lock().unwrap_or_else(PoisonError::into_inner) = frame;
    }

    async fn enter_frame(&self, frame: WebElement) -> Outcome {
        self.remember_frame(Some(frame.clone()));
        Ok(frame.enter_frame().await?)
    }
}
