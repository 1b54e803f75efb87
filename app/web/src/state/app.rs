//! What every page can reach: the app's data as signals, and the actions that change them.

use std::sync::Arc;

use assay_core::{Assessment, Depth, Model, Stance};
use assay_locale::{Language, Messages};
use leptos::prelude::*;
use web_sys::Blob;

use super::{DataLoader, LocaleBundle, Questionnaire, Session, Site, set_rescue_session};
use crate::browser::files::{self, SavedFile};
use crate::browser::{dom, preferences};
use crate::route::Route;

/// The state that pages share, in Leptos's context. Cloning it is cheap.
#[derive(Clone)]
pub(crate) struct App {
    /// Loads texts as far as this app needs them.
    pub(crate) loader: &'static dyn DataLoader,
    pub(crate) site: &'static Site,
    pub(crate) questionnaire: Arc<Questionnaire>,
    pub(crate) locale: ArcRwSignal<LocaleBundle>,
    pub(crate) route: ArcRwSignal<Route>,
    pub(crate) session: ArcRwSignal<Session>,
    pub(crate) notice: ArcRwSignal<Option<Notice>>,
    pub(crate) confirm_dialog: ArcRwSignal<Option<ConfirmDialog>>,
    /// Text for screen readers that does not show on the page.
    pub(crate) announcement: ArcRwSignal<String>,
    /// The file that was saved last.
    pub(crate) saved_file: ArcRwSignal<Option<SavedFile>>,
    /// Whether an open dialog shows the saved file. The page behind a modal dialog is inert.
    pub(crate) dialog_shows_saved_file: ArcRwSignal<bool>,
}

/// A message that stays until it is dismissed, replaced, or the second page change: it is often set
/// just before the page to which it belongs.
#[derive(Clone)]
pub(crate) struct Notice {
    pub(crate) text: String,
    pub(crate) undo: Option<NoticeUndo>,
    /// Whether the page has not changed since it was set.
    pub(crate) is_new: bool,
}

/// What the button "Undo" of a notice does.
#[derive(Clone)]
pub(crate) struct NoticeUndo {
    /// The assessment before the current one.
    pub(crate) before: Session,
    pub(crate) run: UndoAction,
    /// Whether the current assessment is a copy that is taken back.
    pub(crate) takes_back_copy: bool,
}

/// Takes back the last event, given the assessment before the current one.
pub(crate) type UndoAction = Arc<dyn Fn(&App, Session) + Send + Sync>;

impl Notice {
    /// A notice that offers to restore the assessment before the current one, if there is one.
    pub(crate) fn new(text: String, before: Option<Session>) -> Self {
        let undo = before.map(|before| NoticeUndo {
            before,
            run: Arc::new(App::restore_session),
            takes_back_copy: false,
        });
        Self::with_undo(text, undo)
    }

    /// A notice with what its button "Undo" does, if it has one.
    pub(crate) const fn with_undo(text: String, undo: Option<NoticeUndo>) -> Self {
        Self {
            text,
            undo,
            is_new: true,
        }
    }
}

/// A question to be confirmed before an action.
#[derive(Clone)]
pub(crate) struct ConfirmDialog {
    pub(crate) text: String,
    pub(crate) confirm_label: String,
    pub(crate) cancel_label: String,
    pub(crate) on_confirm: Callback<()>,
}

impl App {
    /// The interface texts at this moment. A page is rebuilt when the language changes.
    pub(crate) fn messages(&self) -> Arc<Messages> {
        self.locale.with_untracked(|locale| locale.messages.clone())
    }

    pub(crate) fn current_session(&self) -> Session {
        self.session.get_untracked()
    }

    /// Switches to another language, on the same page with the same answers.
    pub(crate) async fn switch_language(&self, language: Language) {
        match LocaleBundle::load(self.loader, self.site, language, &self.questionnaire).await {
            Ok(locale) => {
                preferences::set("language", language.tag());
                self.locale.set(locale);
            }
            Err(error) => self.show_notice(self.messages().error_load(&error.to_string())),
        }
    }

    /// The notice that shows at this moment.
    pub(crate) fn current_notice(&self) -> Option<Notice> {
        self.notice.get_untracked()
    }

    pub(crate) fn show_notice(&self, text: String) {
        self.notice.set(Some(Notice::new(text, None)));
    }

    /// Removes the notice on its second page change.
    pub(crate) fn age_notice(&self) {
        match self.current_notice() {
            Some(notice) if notice.is_new => self.notice.update_untracked(|notice| {
                if let Some(notice) = notice {
                    notice.is_new = false;
                }
            }),
            Some(_) => self.notice.set(None),
            None => {}
        }
    }

    /// Has the browser save a text of a MIME type such as `application/json`, and shows other ways to
    /// get it, since a browser may drop a download silently.
    pub(crate) fn save_text(&self, name: String, text: String, kind: &str) {
        self.saved_file
            .set(Some(files::save_text(name, text, kind)));
    }

    /// Has the browser save an assessment as a file, and shows other ways to get it.
    pub(crate) fn save_assessment(&self, model: &Model, assessment: &Assessment) {
        let name = files::assessment_file_name(&assessment.profile.name);
        self.save_text(name, assessment.to_json(model), "application/json");
    }

    /// Has the browser save a picture, and shows other ways to get it.
    pub(crate) fn save_picture(&self, name: String, picture: Blob) {
        self.saved_file
            .set(Some(files::save_picture(name, picture)));
    }

    /// Has the browser save a document, and shows other ways to get it.
    pub(crate) fn save_document(&self, name: String, document: Blob) {
        self.saved_file
            .set(Some(files::save_document(name, document)));
    }

    /// Makes another assessment the current one.
    pub(crate) fn switch_to(&self, session: Session) {
        set_rescue_session(&session);
        self.session.set(session);
    }

    /// Begins a new assessment; a notice offers to restore the one before.
    pub(crate) fn start_new_assessment(&self, depth: Depth) {
        let before = self.current_session();
        let stance = before.stance();
        self.switch_to(Session::new_assessment(
            &self.questionnaire.model,
            stance,
            depth,
        ));
        let text = self.messages().restart_done().to_owned();
        self.notice.set(Some(Notice::new(text, Some(before))));
    }

    /// Replaces the current assessment by an empty one if it is stored under this key.
    pub(crate) fn reset_if_current(&self, key: &str) {
        if self.current_session().key() == key {
            self.reset_session();
        }
    }

    /// Replaces the current assessment by an empty one.
    pub(crate) fn reset_session(&self) {
        self.switch_to(Session::new_assessment(
            &self.questionnaire.model,
            Stance::Provide,
            Depth::Full,
        ));
    }

    /// Makes an earlier assessment the current one again.
    pub(crate) fn restore_session(&self, before: Session) {
        before.make_current();
        self.switch_to(before);
        self.show_notice(self.messages().restart_undone().to_owned());
    }

    /// Continues with a copy of an assessment that was begun with another version of the
    /// questionnaire, and shows its review.
    pub(crate) fn continue_with_adapted(&self, assessment: Assessment, text: String) {
        let before = self.current_session();
        self.switch_to(Session::from_assessment(
            &self.questionnaire.model,
            assessment,
        ));
        let undo = before.has_entries().then_some(before);
        self.notice.set(Some(Notice::new(text, undo)));
        dom::navigate("#/review");
    }

    /// Begins a new assessment, after a confirmation if the current one has entries.
    pub(crate) fn confirm_new_assessment(&self, depth: Depth) {
        if !self.current_session().has_entries() {
            self.switch_to(Session::new_assessment(
                &self.questionnaire.model,
                self.current_session().stance(),
                depth,
            ));
            dom::navigate("#/profile");
            return;
        }
        let messages = self.messages();
        let app = self.clone();
        self.confirm_dialog.set(Some(ConfirmDialog {
            text: messages.restart_ask().to_owned(),
            confirm_label: messages.restart_yes().to_owned(),
            cancel_label: messages.restart_no().to_owned(),
            on_confirm: Callback::new(move |()| {
                app.start_new_assessment(depth);
                dom::navigate("#/profile");
            }),
        }));
    }

    /// The depth to begin with: quick only where the questionnaire offers it.
    pub(crate) fn default_depth(library: &Questionnaire, stance: Stance, wanted: Depth) -> Depth {
        if wanted == Depth::Quick && library.model.offers_quick(stance) {
            Depth::Quick
        } else {
            Depth::Full
        }
    }
}
