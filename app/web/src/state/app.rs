//! The app as a whole, handed to every page through Leptos's context.

use std::sync::Arc;

use assay_core::{Assessment, Depth, Model, Stance};
use assay_locale::{Language, Words};
use leptos::prelude::*;
use web_sys::Blob;

use super::{Library, Session, Site, Speech, set_rescue};
use crate::browser::files::{self, SavedFile};
use crate::browser::{dom, preferences};
use crate::program::Program;
use crate::route::Route;

/// Everything that pages share. Cloning it is cheap.
#[derive(Clone)]
pub(crate) struct App {
    pub(crate) program: &'static Program,
    pub(crate) site: Arc<Site>,
    pub(crate) library: Arc<Library>,
    pub(crate) speech: ArcRwSignal<Speech>,
    pub(crate) route: ArcRwSignal<Route>,
    pub(crate) session: ArcRwSignal<Session>,
    pub(crate) notice: ArcRwSignal<Option<Notice>>,
    pub(crate) asking: ArcRwSignal<Option<Asking>>,
    /// What a screen reader is told, without a place on the page.
    pub(crate) said: ArcRwSignal<String>,
    /// The file that was saved last, with other ways to it.
    pub(crate) saved: ArcRwSignal<Option<SavedFile>>,
}

/// A message that stays until it is dismissed or the next one comes.
#[derive(Clone)]
pub(crate) struct Notice {
    pub(crate) text: String,
    /// Where the reader came from, to go back to with one press.
    pub(crate) undo: Option<Session>,
}

/// A question that must be answered before something is done.
#[derive(Clone)]
pub(crate) struct Asking {
    pub(crate) text: String,
    pub(crate) yes: String,
    pub(crate) no: String,
    pub(crate) act: Callback<()>,
}

impl App {
    /// The wording at this moment; a page is made anew when it changes.
    pub(crate) fn words(&self) -> Arc<Words> {
        self.speech.with_untracked(|speech| speech.words.clone())
    }

    pub(crate) fn present(&self) -> Session {
        self.session.get_untracked()
    }

    /// Speaks another language from now on, on the same page with the same answers.
    pub(crate) async fn speak(&self, language: Language) {
        match Speech::load(self.program, &self.site, language, &self.library).await {
            Ok(speech) => {
                preferences::set("language", language.tag());
                self.speech.set(speech);
            }
            Err(error) => self.tell(self.words().error_load(&error.to_string())),
        }
    }

    /// The message of this moment.
    pub(crate) fn notice_now(&self) -> Option<Notice> {
        self.notice.get_untracked()
    }

    pub(crate) fn tell(&self, text: String) {
        self.notice.set(Some(Notice { text, undo: None }));
    }

    /// Lets the browser save a text of a kind such as `application/json`, and shows other ways to
    /// it: a browser may drop a download without a word.
    pub(crate) fn save_text(&self, name: String, text: String, kind: &str) {
        self.saved.set(Some(files::save_text(name, text, kind)));
    }

    /// Lets the browser save an assessment as a file, and shows other ways to it.
    pub(crate) fn save_assessment(&self, model: &Model, assessment: &Assessment) {
        let name = files::name_from(&assessment.profile.name);
        self.save_text(name, assessment.to_json(model), "application/json");
    }

    /// Lets the browser save a picture, and shows other ways to it.
    pub(crate) fn save_picture(&self, name: String, picture: Blob) {
        self.saved.set(Some(files::save_picture(name, picture)));
    }

    /// Makes another assessment the present one.
    pub(crate) fn switch_to(&self, session: Session) {
        set_rescue(&session);
        self.session.set(session);
    }

    /// Begins a new assessment, which can be undone.
    pub(crate) fn start_anew(&self, depth: Depth) {
        let before = self.present();
        let stance = before.stance();
        self.switch_to(Session::fresh(&self.library.model, stance, depth));
        let text = self.words().restart_done().to_owned();
        self.notice.set(Some(Notice {
            text,
            undo: Some(before),
        }));
    }

    /// Replaces the present assessment by an empty one if it is the one that was deleted.
    pub(crate) fn forget(&self, key: &str) {
        if self.present().key() == key {
            self.forget_all();
        }
    }

    /// Replaces the present assessment by an empty one.
    pub(crate) fn forget_all(&self) {
        self.switch_to(Session::fresh(
            &self.library.model,
            Stance::Provide,
            Depth::Full,
        ));
    }

    /// Goes back to the assessment that was present before.
    pub(crate) fn undo(&self, before: Session) {
        before.make_current();
        self.switch_to(before);
        self.tell(self.words().restart_undone().to_owned());
    }

    /// Copies an assessment from elsewhere into a new one of the reader's and shows its review.
    pub(crate) fn continue_from(&self, assessment: Assessment) {
        let words = self.words();
        let text = match self.present().is_touched() {
            true => words.shared_continued_after(),
            false => words.shared_continued(),
        };
        let text = text.to_owned();
        self.review(Session::begin_with(&self.library.model, assessment), text);
    }

    /// Goes on with a copy of what was begun with another version of the questionnaire.
    pub(crate) fn go_on_with_copy(&self, assessment: Assessment, text: String) {
        self.review(Session::adopt(&self.library.model, assessment), text);
    }

    /// Shows the review of another assessment; the one before can be had back.
    fn review(&self, session: Session, text: String) {
        let before = self.present();
        self.switch_to(session);
        let undo = before.is_touched().then_some(before);
        self.notice.set(Some(Notice { text, undo }));
        dom::go("#/review");
    }

    /// Begins to answer an invitation in an assessment of its own.
    pub(crate) fn answer_invitation(&self, assessment: Assessment) {
        let before = self.present();
        self.switch_to(Session::begin_with(&self.library.model, assessment));
        if before.is_touched() {
            let text = self.words().invitation_started().to_owned();
            let undo = Some(before);
            self.notice.set(Some(Notice { text, undo }));
        }
        dom::go("#/profile");
    }

    /// Asks before a new assessment is begun, if there is something to leave behind.
    pub(crate) fn ask_to_start(&self, depth: Depth) {
        if !self.present().is_touched() {
            self.switch_to(Session::fresh(
                &self.library.model,
                self.present().stance(),
                depth,
            ));
            dom::go("#/profile");
            return;
        }
        let words = self.words();
        let app = self.clone();
        self.asking.set(Some(Asking {
            text: words.restart_ask().to_owned(),
            yes: words.restart_yes().to_owned(),
            no: words.restart_no().to_owned(),
            act: Callback::new(move |()| {
                app.start_anew(depth);
                dom::go("#/profile");
            }),
        }));
    }

    /// The depth that suits a questionnaire: quick only where it offers one.
    pub(crate) fn default_depth(library: &Library, stance: Stance, wanted: Depth) -> Depth {
        if wanted == Depth::Quick && library.model.offers_quick(stance) {
            Depth::Quick
        } else {
            Depth::Full
        }
    }
}
