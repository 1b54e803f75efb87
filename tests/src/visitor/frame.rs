//! Looking into frames of embedded assessments.

use thirtyfour::By;

use super::Visitor;
use crate::Outcome;

impl Visitor {
    /// Looks into the frame of the element that the selector names, once the app there answers to
    /// input; all that the visitor does is then done there.
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
        let element = self.browser.find(By::Css(selector)).await?;
        let shadow = element.get_shadow_root().await?;
        let frame = shadow.find(By::Css("iframe")).await?;
        // A lazy frame loads when it comes into view.
        let script = "arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })";
        self.run_script(script, vec![element.to_json()?]).await?;
        frame.enter_frame().await?;
        self.wait_ready().await
    }

    /// Looks into a frame that stands in the page itself, once the app there answers to input.
    ///
    /// # Errors
    /// If there is none, or no app in it.
    pub async fn enter_iframe(&self, selector: &str) -> Outcome {
        self.leave_frame().await?;
        self.browser
            .find(By::Css(selector))
            .await?
            .enter_frame()
            .await?;
        self.wait_ready().await
    }

    /// Goes to a whole address, such as that of a link, and waits until the app there answers.
    ///
    /// # Errors
    /// If it does not.
    pub async fn load_address(&self, address: &str) -> Outcome {
        self.leave_frame().await?;
        self.browser.goto(address).await?;
        self.wait_ready().await
    }

    /// Looks at the whole page again.
    ///
    /// # Errors
    /// If it is gone.
    pub async fn leave_frame(&self) -> Outcome {
        Ok(self.browser.enter_default_frame().await?)
    }
}
