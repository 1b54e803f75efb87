//! What there is to see: texts, hooks, the focus.

use serde_json::Value;

use super::Visitor;
use crate::{Error, Outcome};

/// The figures of a result as the page's hooks give them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// `data-ai-content`.
    pub content: String,
    /// `data-level`.
    pub level: String,
    /// Section and value, in the order of the page.
    pub sections: Vec<(String, String)>,
    /// The four paths in rank order.
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
    /// Whether `data-blocked` is there.
    pub blocked: bool,
}

impl Visitor {
    /// Waits until something that the selector names is to be seen.
    ///
    /// # Errors
    /// If there is nothing.
    pub async fn wait_visible(&self, selector: &str) -> Outcome {
        let quoted = Value::from(selector);
        let script = format!(
            "return [...document.querySelectorAll({quoted})].some(e => e.checkVisibility({{ visibilityProperty: true }}))"
        );
        self.wait_until(&format!("{selector} shows"), &script).await
    }

    /// Waits until nothing that the selector names is to be seen.
    ///
    /// # Errors
    /// If it stays.
    pub async fn wait_hidden(&self, selector: &str) -> Outcome {
        let quoted = Value::from(selector);
        let script = format!(
            "return ![...document.querySelectorAll({quoted})].some(e => e.checkVisibility({{ visibilityProperty: true }}))"
        );
        self.wait_until(&format!("{selector} is gone"), &script)
            .await
    }

    /// Waits until a page with this `data-page` shows.
    ///
    /// # Errors
    /// If another one stays.
    pub async fn wait_for_page(&self, page: &str) -> Outcome {
        self.wait_visible(&format!("main[data-page={page}]")).await
    }

    /// Waits until the page of a section shows.
    ///
    /// # Errors
    /// If another one stays.
    pub async fn wait_for_section(&self, section: &str) -> Outcome {
        self.wait_visible(&format!("main[data-page=section][data-section={section}]"))
            .await
    }

    /// The text that a selector's first element shows; empty if there is none.
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

    /// An attribute of a selector's first element.
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

    /// What a field holds.
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

    /// How many elements a selector names that are to be seen.
    ///
    /// # Errors
    /// If the script cannot run.
    pub async fn count_visible(&self, selector: &str) -> Outcome<u64> {
        let script = "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility({ visibilityProperty: true })).length";
        let count = self.run_script(script, vec![selector.into()]).await?;
        Ok(count.as_u64().unwrap_or_default())
    }

    /// Waits until what the selector names has kept its place in the window for a while.
    ///
    /// # Errors
    /// If it is not there, or goes on moving.
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

    /// The title of the tab.
    ///
    /// # Errors
    /// If the browser does not say.
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

    /// Whether the focus is on what a selector names.
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

    /// Where the focus is, in a few words.
    ///
    /// # Errors
    /// If the script cannot run.
    pub async fn describe_focus(&self) -> Outcome<String> {
        let script = "const e = document.activeElement; if (!e) return 'nothing';
            const own = ['name', 'value', 'data-action', 'href'].filter(n => e.hasAttribute(n)).map(n => `[${n}=${e.getAttribute(n)}]`);
            return e.localName + own.join('')";
        self.read_text(script, "").await
    }

    /// The figures of the result that shows.
    ///
    /// # Errors
    /// If no result shows.
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

    /// The confidence, once it is computed; empty where there is none.
    ///
    /// # Errors
    /// If it does not come.
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
