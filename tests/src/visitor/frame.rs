//! Switches between a page and its frames.

use thirtyfour::By;

use super::Visitor;
use crate::Outcome;

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
        frame.enter_frame().await?;
        self.wait_ready().await
    }

    /// Switches to a plain `iframe` and waits until the app there is ready.
    ///
    /// # Errors
    /// If there is no such frame, or no app in it.
    pub async fn enter_iframe(&self, selector: &str) -> Outcome {
        self.leave_frame().await?;
        self.browser
            .find(By::Css(selector))
            .await?
            .enter_frame()
            .await?;
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
        Ok(self.browser.enter_default_frame().await?)
    }
}
