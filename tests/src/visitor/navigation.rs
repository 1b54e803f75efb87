//! Navigation: addresses, the history, tabs.

use std::sync::PoisonError;
use std::time::Instant;

use thirtyfour::WindowHandle;

use super::{POLL_INTERVAL, Visitor, WAIT_TIMEOUT};
use crate::{Error, Outcome};

impl Visitor {
    /// Loads an address of the site, such as `?lang=en#/about`, and waits until the app is ready.
    ///
    /// # Errors
    /// If it does not become ready.
    pub async fn open(&self, place: &str) -> Outcome {
        self.open_without_waiting(place).await?;
        self.wait_ready().await
    }

    /// Loads an address of the site without waiting for the app.
    ///
    /// # Errors
    /// If the page cannot be loaded.
    pub async fn open_without_waiting(&self, place: &str) -> Outcome {
        self.remember_frame(None);
        // Browsers do not load a page again if only the part after `#` differs.
        self.browser.goto("about:blank").await?;
        let address = format!("{}{place}", self.address);
        Ok(self.browser.goto(address).await?)
    }

    /// Waits until the app reacts to input.
    ///
    /// # Errors
    /// If it does not.
    pub async fn wait_ready(&self) -> Outcome {
        self.wait_visible("html[data-ready]").await
    }

    /// Changes the part of the address after `#`, such as `#/about`.
    ///
    /// # Errors
    /// If the script cannot run.
    pub async fn go_to_hash(&self, hash: &str) -> Outcome {
        self.run_script("location.hash = arguments[0]", vec![hash.into()])
            .await?;
        Ok(())
    }

    /// Goes to the page at `#/NAME`, whose `data-page` is `name`; `start` is at `#/`.
    ///
    /// # Errors
    /// If the page does not show.
    pub async fn go_to_page(&self, name: &str) -> Outcome {
        let path = if name == "start" { "" } else { name };
        self.go_to_hash(&format!("#/{path}")).await?;
        self.wait_for_page(name).await
    }

    /// Goes to the page of a section.
    ///
    /// # Errors
    /// If the page does not show.
    pub async fn go_to_section(&self, section: &str) -> Outcome {
        self.go_to_hash(&format!("#/s/{section}")).await?;
        self.wait_for_section(section).await?;
        // The app scrolls in the task after the one that shows the page.
        let scrolled = "return new Promise(done => setTimeout(() => done(true)))";
        self.run_script(scrolled, Vec::new()).await.map(drop)
    }

    /// Chooses a language in the list of languages, as by its keyboard, and waits until it shows.
    ///
    /// # Errors
    /// If there is no such choice, or the language does not show.
    pub async fn choose_language(&self, tag: &str) -> Outcome {
        self.request_language(tag).await?;
        self.wait_visible(&format!("html[lang={tag}] [data-action=language]"))
            .await
    }

    /// The same without waiting.
    ///
    /// # Errors
    /// If there is no such choice.
    pub async fn request_language(&self, tag: &str) -> Outcome {
        self.wait_visible("[data-action=language]").await?;
        let choose = "const list = [...document.querySelectorAll('select[data-action=language]')].find(it => it.checkVisibility());
            list.focus({ preventScroll: true });
            list.value = arguments[0];
            list.dispatchEvent(new Event('change', { bubbles: true }));
            return list.value";
        let chosen = self.run_script(choose, vec![tag.into()]).await?;
        match chosen.as_str() {
            Some(chosen) if chosen == tag => Ok(()),
            _ => Err(Error::new(format!(
                "The language {tag} cannot be chosen: {chosen}"
            ))),
        }
    }

    /// Reloads the page and waits until the app is ready.
    ///
    /// # Errors
    /// If it does not become ready.
    pub async fn reload(&self) -> Outcome {
        self.browser.refresh().await?;
        self.wait_ready().await
    }

    /// Goes one entry back in the history.
    ///
    /// # Errors
    /// If there is none.
    pub async fn back(&self) -> Outcome {
        Ok(self.browser.back().await?)
    }

    /// Goes one entry forward in the history.
    ///
    /// # Errors
    /// If there is none.
    pub async fn forward(&self) -> Outcome {
        Ok(self.browser.forward().await?)
    }

    /// Stops the server of the site, as if the network failed.
    pub fn stop_server(&self) {
        self.site
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
    }

    /// Opens an address of the site in a new tab and switches to it. In WebKitGTK it is a window,
    /// since its browser does not show a tab to which the driver switches, and presses in a page that
    /// does not show never end.
    ///
    /// # Errors
    /// If the app does not become ready.
    pub async fn open_tab(&self, place: &str) -> Outcome<WindowHandle> {
        let tab = if self.access.is_webkit() {
            self.browser.new_window().await?
        } else {
            self.browser.new_tab().await?
        };
        self.switch_to_tab(&tab).await?;
        self.open(place).await?;
        Ok(tab)
    }

    /// The current tab.
    ///
    /// # Errors
    /// If it was closed.
    pub async fn current_tab(&self) -> Outcome<WindowHandle> {
        Ok(self.browser.window().await?)
    }

    /// Switches to the tab that was opened last, as soon as there is more than one.
    ///
    /// # Errors
    /// If there is none.
    pub async fn switch_to_last_tab(&self) -> Outcome {
        let begin = Instant::now();
        loop {
            match self.browser.windows().await?.as_slice() {
                [_, .., last] => return self.switch_to_tab(last).await,
                _ if begin.elapsed() > WAIT_TIMEOUT => {
                    return Err(Error::new("No other tab was opened."));
                }
                _ => tokio::time::sleep(POLL_INTERVAL).await,
            }
        }
    }

    /// Switches to a tab.
    ///
    /// # Errors
    /// If it was closed.
    pub async fn switch_to_tab(&self, tab: &WindowHandle) -> Outcome {
        Ok(self.browser.switch_to_window(tab.clone()).await?)
    }
}
