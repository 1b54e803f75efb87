//! The standard questionnaire as the starter has it: its outline, and the start page of the
//! prerendered first screen.

use std::cell::RefCell;

use assay_core::{Model, Problems, Texts};
use assay_locale::{Language, Messages, MessagesError};
use web_sys::{Element, HtmlElement};

use super::starter::{StarterQuestionnaire, note_earlier_version};
use crate::browser::net::NetError;
use crate::browser::{LocalFuture, console, dom, net};
use crate::pages::start::unfinished;
use crate::state::{App, FileProblems, LoadError, LocaleBundle, Questionnaire, Site, Wording};
use crate::view::{AnyView, Node};

/// The standard questionnaire.
pub(crate) struct StandardQuestionnaire;

thread_local! {
    /// The prerendered first screen, which holds the start page in the languages that were shown.
    static FIRST_SCREEN: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Remembers the first screen before the app replaces it.
pub(crate) fn remember_first_screen() {
    FIRST_SCREEN.replace(dom::by_id("first-screen"));
}

impl StarterQuestionnaire for StandardQuestionnaire {
    fn data_suffix(&self) -> &'static str {
        ".starter.json"
    }

    fn parse_messages(&self, json: &str) -> Result<Messages, MessagesError> {
        Messages::parse_starter(json)
    }

    fn load<'a>(&'a self, _: &'a Site) -> LocalFuture<'a, Result<Questionnaire, LoadError>> {
        Box::pin(async {
            let text = net::fetch_text("models/standard.starter.json").await;
            let unreadable = FileProblems::new(Problems(Vec::new()), "");
            let model = Model::parse_outline(&text.map_err(LoadError::Network)?)
                .ok_or(LoadError::InvalidModel(unreadable))?;
            note_earlier_version(&model).await;
            Ok(Questionnaire::from_standard(
                model,
                Vec::new(),
                String::new(),
            ))
        })
    }

    fn load_wording<'a>(
        &'a self,
        questionnaire: &'a Questionnaire,
        language: Language,
    ) -> LocalFuture<'a, Result<Wording, LoadError>> {
        Box::pin(async move {
            let name = format!("models/standard.{}.starter.json", language.tag());
            let text = net::fetch_text(&name).await.map_err(LoadError::Network)?;
            let texts = Texts::parse_outline(&questionnaire.model, &text);
            add_first_screen(language)
                .await
                .map_err(LoadError::Network)?;
            Ok(Wording::without_remarks(texts))
        })
    }

    fn start_page(&self, app: &App, locale: &LocaleBundle) -> AnyView {
        let main = first_screen(locale.language);
        let Some(main) = main.and_then(|main| dom::clone::<Element>(&main)) else {
            return Node::Many(Vec::new());
        };
        fill_unfinished(app, locale, &main);
        let children = std::iter::successors(main.first_child(), web_sys::Node::next_sibling);
        Node::Many(children.map(Node::Existing).collect())
    }

    fn can_show(&self, _: &App) -> bool {
        true
    }

    fn notices(&self, _: &App) -> Option<AnyView> {
        None
    }

    fn on_start(&self, _: &App) {}
}

/// Adds the first screen in a language of which the page has none.
async fn add_first_screen(language: Language) -> Result<(), NetError> {
    if language.is_in_page() || first_screen(language).is_some() {
        return Ok(());
    }
    let html = net::fetch_text(&format!("first-screen/{}.html", language.tag())).await?;
    FIRST_SCREEN.with_borrow(|first| {
        if let Some(first) = first {
            console::log_error(
                "add the first screen",
                first.insert_adjacent_html("beforeend", &html),
            );
        }
    });
    Ok(())
}

/// The start page in a language.
fn first_screen(language: Language) -> Option<Element> {
    let selector = format!("[data-language='{}'] main", language.tag());
    FIRST_SCREEN.with_borrow(|first| dom::query_within(first.as_ref()?, &selector))
}

/// Shows the link to what was begun, which the first screen holds hidden and empty.
fn fill_unfinished(app: &App, locale: &LocaleBundle, main: &Element) {
    let link = dom::query_within::<Element>(main, "[data-action=continue]");
    let Some((link, unfinished)) = link.zip(unfinished::unfinished(app, &locale.messages)) else {
        return;
    };
    dom::set_attribute(&link, "href", &unfinished.address);
    link.set_text_content(Some(&unfinished.sentence));
    let line = link.parent_element();
    if let Some(line) = line.and_then(dom::cast::<HtmlElement>) {
        line.set_hidden(false);
    }
}
