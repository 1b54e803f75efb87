//! Observes the page: texts, hooks, figures, the focus.

use serde_json::Value;

use super::Visitor;
use crate::{Error, Outcome};

/// The figures of a result in the hooks of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// `data-ai-content`.
    pub content: String,
    /// `data-level`.
    pub level: String,
    /// Section and value, in the order of the page.
    pub sections: Vec<(String, String)>,
    /// The four paths in the order of their ranks.
    pub paths: Vec<PathFigures>,
    /// `data-recommendation`.
    pub recommendation: String,
}

/// A path on the page of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathFigures {
    /// `data-path`.
    pub id: String,
    /// `data-fit`.
    pub fit: String,
    /// Whether `data-blocked` is present.
    pub blocked: bool,
}

impl Visitor {
    /// Waits until a matching element is visible.
    ///
    /// # Errors
    /// If none becomes visible.
    pub async fn wait_visible(&self, selector: &str) -> Outcome {
        let quoted = Value::from(selector);
        let script = format!(
            "return [...document.querySelectorAll({quoted})].some(e => e.checkVisibility({{ visibilityProperty: true }}))"
        );
        self.wait_until(&format!("{selector} shows"), &script).await
    }

    /// Waits until the page has received what it read from the database: a writing transaction begins
    /// after all earlier ones have ended.
    ///
    /// # Errors
    /// If there is no database.
    pub async fn wait_for_database(&self) -> Outcome {
        let script = "return new Promise((done, failed) => { const open = indexedDB.open('assay', 1); open.onerror = failed; open.onsuccess = () => {
            const count = open.result.transaction('kept', 'readwrite').objectStore('kept').count();
            count.onsuccess = () => { open.result.close(); requestAnimationFrame(() => setTimeout(done)); }; }; })";
        self.run_script(script, Vec::new()).await.map(drop)
    }

    /// Waits until no matching element is visible.
    ///
    /// # Errors
    /// If one stays visible.
    pub async fn wait_hidden(&self, selector: &str) -> Outcome {
        let quoted = Value::from(selector);
        let script = format!(
            "return ![...document.querySelectorAll({quoted})].some(e => e.checkVisibility({{ visibilityProperty: true }}))"
        );
        self.wait_until(&format!("{selector} is gone"), &script)
            .await
    }

    /// Waits for a page by its `data-page`.
    ///
    /// # Errors
    /// If another page stays.
    pub async fn wait_for_page(&self, page: &str) -> Outcome {
        self.wait_visible(&format!("main[data-page={page}]")).await
    }

    /// Waits for the page of a section.
    ///
    /// # Errors
    /// If another page stays.
    pub async fn wait_for_section(&self, section: &str) -> Outcome {
        self.wait_visible(&format!("main[data-page=section][data-section={section}]"))
            .await
    }

    /// The visible text of the first matching element; empty if there is none.
    ///
    /// # Errors
    /// If the script cannot run.
    pub async fn text(&self, selector: &str) -> Outcome<String> {
        self.read_text(
            "return document.querySelector(arguments[0])?.innerText ?? ''",
            selector,
        )
        .await
    }

    /// An attribute of the first matching element.
    ///
    /// # Errors
    /// If there is no such element or attribute.
    pub async fn attribute(&self, selector: &str, name: &str) -> Outcome<String> {
        let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1])";
        let value = self
            .run_script(script, vec![selector.into(), name.into()])
            .await?;
        value
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| Error::new(format!("{selector} has no {name}")))
    }

    /// The value of the first matching field; empty if there is none.
    ///
    /// # Errors
    /// If the script cannot run.
    pub async fn value(&self, selector: &str) -> Outcome<String> {
        self.read_text(
            "return document.querySelector(arguments[0])?.value ?? ''",
            selector,
        )
        .await
    }

    /// The number of matching elements that are visible.
    ///
    /// # Errors
    /// If the script cannot run.
    pub async fn count_visible(&self, selector: &str) -> Outcome<u64> {
        let script = "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility({ visibilityProperty: true })).length";
        let count = self.run_script(script, vec![selector.into()]).await?;
        Ok(count.as_u64().unwrap_or_default())
    }

    /// The number of requests of the page for files whose address contains this.
    ///
    /// # Errors
    /// If the script cannot run.
    pub async fn count_requests(&self, part: &str) -> Outcome<u64> {
        let script = "return performance.getEntriesByType('resource').filter(e => e.name.includes(arguments[0])).length";
        let count = self.run_script(script, vec![part.into()]).await?;
        Ok(count.as_u64().unwrap_or_default())
    }

    /// Checks for 500 ms that no matching element is visible. The caller first waits for a sign that
    /// whatever could show the element has happened.
    ///
    /// # Errors
    /// If a matching element becomes visible.
    pub async fn stays_hidden(&self, selector: &str) -> Outcome {
        let script = "const [selector] = arguments;
            const end = performance.now() + 500;
            return new Promise(done => {
                const check = () => {
                    const shown = [...document.querySelectorAll(selector)].some(e => e.checkVisibility({ visibilityProperty: true }));
                    if (shown || performance.now() > end) done(shown); else setTimeout(check, 20);
                };
                check();
            })";
        match self.run_script(script, vec![selector.into()]).await? {
            Value::Bool(false) => Ok(()),
            _ => Err(Error::new(format!("{selector} is visible"))),
        }
    }

    /// Waits until the first matching element does not move for 400 ms.
    ///
    /// # Errors
    /// If there is none, or it keeps moving.
    pub async fn wait_at_rest(&self, selector: &str) -> Outcome {
        self.wait_visible(selector).await?;
        let quoted = Value::from(selector);
        let rest = format!(
            "const top = () => document.querySelector({quoted})?.getBoundingClientRect().top;
            const before = top();
            return new Promise(done => setTimeout(() => done(before === top()), 400))"
        );
        self.wait_until(&format!("{selector} is at rest"), &rest)
            .await
    }

    /// The title of the document.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn title(&self) -> Outcome<String> {
        Ok(self.browser.title().await?)
    }

    /// The part of the address from `#` on.
    ///
    /// # Errors
    /// If the script cannot run.
    pub async fn hash(&self) -> Outcome<String> {
        self.read_text("return location.hash", "").await
    }

    /// Whether a matching element has the focus.
    ///
    /// # Errors
    /// If the script cannot run.
    pub async fn has_focus(&self, selector: &str) -> Outcome<bool> {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false";
        Ok(self
            .run_script(script, vec![selector.into()])
            .await?
            .as_bool()
            .unwrap_or(false))
    }

    /// A short description of the focused element.
    ///
    /// # Errors
    /// If the script cannot run.
    pub async fn describe_focus(&self) -> Outcome<String> {
        let script = "const e = document.activeElement; if (!e) return 'nothing';
            const own = ['name', 'value', 'data-action', 'href'].filter(n => e.hasAttribute(n)).map(n => `[${n}=${e.getAttribute(n)}]`);
            return e.localName + own.join('')";
        self.read_text(script, "").await
    }

    /// The figures of the result on the page.
    ///
    /// # Errors
    /// If there is no result.
    pub async fn figures(&self) -> Outcome<Figures> {
        self.wait_visible("[data-recommendation]").await?;
        let script = "const all = (s, f) => [...document.querySelectorAll(s)].map(f);
            const main = document.querySelector('[data-ai-content]');
            return [main.dataset.aiContent, main.dataset.level,
                all('[data-section-score]', e => [e.dataset.sectionScore, e.dataset.value]),
                all('[data-path]', e => [e.dataset.path, e.dataset.fit, 'blocked' in e.dataset]),
                document.querySelector('[data-recommendation]').dataset.recommendation]";
        let seen = self.run_script(script, Vec::new()).await?;
        Ok(serde_json::from_value(seen).map(figures)?)
    }

    /// The confidence, as soon as it is computed; empty if there is none.
    ///
    /// # Errors
    /// If it is not computed in time.
    pub async fn confidence(&self) -> Outcome<String> {
        self.wait_visible("[data-confidence]").await?;
        self.attribute("[data-confidence]", "data-confidence").await
    }

    async fn read_text(&self, script: &str, argument: &str) -> Outcome<String> {
        let value = self.run_script(script, vec![argument.into()]).await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }
}

type RawFigures = (
    String,
    String,
    Vec<(String, String)>,
    Vec<(String, String, bool)>,
    String,
);

fn figures((content, level, sections, paths, recommendation): RawFigures) -> Figures {
    let path = |(id, fit, blocked)| PathFigures { id, fit, blocked };
    Figures {
        content,
        level,
        sections,
        paths: paths.into_iter().map(path).collect(),
        recommendation,
    }
}
