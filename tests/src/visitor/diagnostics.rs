//! Checks after every journey: an empty console and no requests to other sites. After a failure it
//! describes the page.

use std::fs;

use serde_json::Value;
use xtask::checkout::Checkout;

use super::Visitor;
use crate::engines::Access;
use crate::{Error, Outcome};

impl Visitor {
    /// Checks the messages of the console and the addresses of the requests since the last check.
    ///
    /// # Errors
    /// Every warning, error and foreign request.
    pub async fn check_console_and_requests(&self) -> Outcome {
        let mut found = self.console_errors().await?;
        found.extend(self.foreign_requests().await?);
        if found.is_empty() {
            return Ok(());
        }
        Err(Error::new(found.join("\n")))
    }

    async fn console_errors(&self) -> Outcome<Vec<String>> {
        let messages = match &self.access {
            Access::DevTools => self.logged_errors().await?,
            Access::Plain(plain) => plain.take_console_errors(),
        };
        let is_allowed = |message: &String| {
            let mut allowed = self.allowed_messages.iter();
            allowed.any(|allowed| message.contains(allowed))
        };
        let bad = messages.into_iter().filter(|message| !is_allowed(message));
        Ok(bad
            .map(|message| format!("The console says: {message}"))
            .collect())
    }

    async fn logged_errors(&self) -> Outcome<Vec<String>> {
        let entries = self.browser.get_log("browser").await?;
        let bad = entries
            .into_iter()
            .filter(|entry| matches!(entry.level.as_str(), "WARNING" | "SEVERE"));
        Ok(bad
            .map(|entry| format!("{} {}", entry.level, entry.message))
            .collect())
    }

    async fn foreign_requests(&self) -> Outcome<Vec<String>> {
        let addresses = match &self.access {
            Access::DevTools => self.requested_addresses().await?,
            Access::Plain(_) => self.loaded_addresses().await?,
        };
        let mut foreign: Vec<String> = addresses
            .into_iter()
            .filter(|address| address.starts_with("http") && !self.is_allowed_address(address))
            .map(|address| format!("A request went to {address}"))
            .collect();
        foreign.sort();
        foreign.dedup();
        Ok(foreign)
    }

    async fn requested_addresses(&self) -> Outcome<Vec<String>> {
        let events = self.browser.get_log("performance").await?;
        let addresses = events
            .iter()
            .filter_map(|entry| request_address(&entry.message));
        Ok(addresses.collect())
    }

    /// The addresses of what the present page has loaded, which is less than all requests of a journey.
    async fn loaded_addresses(&self) -> Outcome<Vec<String>> {
        let script = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        let seen = self.run_script(script, Vec::new()).await?;
        Ok(serde_json::from_value(seen)?)
    }

    fn is_allowed_address(&self, address: &str) -> bool {
        let mut sites = std::iter::once(&self.address).chain(&self.allowed_sites);
        sites.any(|site| address.starts_with(site))
    }

    /// Describes the page after a failure, and writes a screenshot.
    pub(crate) async fn describe_failure(&self, name: &str) -> String {
        let folder = Checkout::current().file("target/journeys");
        let file = folder.join(format!("{name}.png"));
        let kept = match (fs::create_dir_all(&folder), self.screenshot().await) {
            (Ok(()), Ok(picture)) => fs::write(&file, picture).is_ok(),
            _ => false,
        };
        let script = "const main = [...document.querySelectorAll('main')].find(m => m.checkVisibility());
            return [location.href.slice(0, 200), main?.dataset.page ?? 'no page', document.querySelector('.notice')?.innerText ?? '',
                (main?.innerText ?? document.body?.innerText ?? '').slice(0, 300).replaceAll('\\n', ' / ')].join(' | ')";
        let page = self.run_script(script, Vec::new()).await;
        let page = page.map_or_else(
            |error| error.to_string(),
            |page| page.as_str().unwrap_or_default().to_owned(),
        );
        let focus = self.describe_focus().await.unwrap_or_default();
        let errors = self.console_errors().await.unwrap_or_default().join("\n");
        let picture = if kept {
            format!("\nPicture: {}", file.display())
        } else {
            String::new()
        };
        format!("Seen then: {page} | focus on {focus}\n{errors}{picture}")
    }
}

/// The address in an event `Network.requestWillBeSent`.
fn request_address(event: &str) -> Option<String> {
    let event: Value = serde_json::from_str(event).ok()?;
    let message = event.get("message")?;
    (message.get("method")? == "Network.requestWillBeSent").then_some(())?;
    Some(message.pointer("/params/request/url")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::request_address;

    #[test]
    fn the_address_of_a_request_is_read_from_its_event() {
        let event = r#"{"message":{"method":"Network.requestWillBeSent","params":{"request":{"url":"http://a/"}}}}"#;
        assert_eq!(request_address(event).as_deref(), Some("http://a/"));
        assert_eq!(
            request_address(r#"{"message":{"method":"Page.loaded"}}"#),
            None
        );
    }
}
