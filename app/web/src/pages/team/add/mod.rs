//! Adding people: links that are pasted, files that are chosen or dropped, one's own assessments.

mod own;

use crate::view::{CollectView, Handle, IntoView, view};
use assay_core::link::{LinkError, Opened, decode, links_in};
use assay_core::team::{MEMBERS, Member, NotAMember};
use assay_core::{Assessment, Problems};
use leptos::prelude::*;
use web_sys::{DragEvent, File, FileList, HtmlInputElement, HtmlTextAreaElement};

use crate::browser::{dom, files};
use crate::pages::adding::{Locked, Obstacle, excerpt};
use crate::pages::{fault, shared};
use crate::parts::passphrase::inside;
use crate::state::{App, NotAdded, Team};

/// What came of the last attempt.
#[derive(Clone, Default)]
struct Report {
    /// How many were added.
    added: usize,
    /// What was not, a sentence each.
    refused: Vec<String>,
}

/// Somebody to be added, with what to call the source in a sentence.
type Candidate = (String, Result<Member, Obstacle>);

/// The form, and what was said of the last thing put into it.
#[derive(Clone)]
pub(super) struct Adding {
    app: App,
    team: Team,
    report: ArcRwSignal<Option<Report>>,
    locked: Locked,
}

impl Adding {
    pub(super) fn new(app: &App, team: &Team) -> Self {
        Self {
            app: app.clone(),
            team: team.clone(),
            report: ArcRwSignal::new(None),
            locked: Locked::new("#team-members"),
        }
    }

    /// The form.
    pub(super) fn view(&self) -> impl IntoView + use<> {
        let words = self.app.words();
        let field = Handle::new();
        let (pasting, choosing) = (self.clone(), self.clone());
        let pasted = field.clone();
        let paste = move |_| {
            if let Some(field) = pasted.get::<HtmlTextAreaElement>() {
                pasting.paste(&field);
            }
        };
        let choose = move |event| {
            let input: HtmlInputElement = event_target(&event);
            if let Some(chosen) = input.files() {
                choosing.read(&chosen);
            }
        };
        view! {
            <section class="stack" aria-labelledby="team-add">
                <h2 id="team-add">{words.team_add_heading().to_owned()}</h2>
                <label class="field">
                    <span>{words.team_add_links().to_owned()}" "<span class="small">{words.team_add_links_help().to_owned()}</span></span>
                    <textarea name="links" rows="4" spellcheck="false" autocomplete="off" node_ref=field></textarea>
                </label>
                <div class="row"><button type="button" class="button" data-action="add-links" on:click=paste>{words.team_add_links_button().to_owned()}</button></div>
                <label class="field">
                    <span>{words.team_add_files().to_owned()}" "<span class="small">{words.team_add_files_help().to_owned()}</span></span>
                    <input type="file" multiple accept=".json,.txt,application/json,text/plain" data-action="import" on:change=choose/>
                </label>
                {self.own()}
                {self.said()}
            </section>
        }
    }

    /// What came of it, read out as soon as it is known.
    fn said(&self) -> impl IntoView + use<> {
        let words = self.app.words();
        let (report, adding) = (self.report.clone(), self.clone());
        let added = {
            let (words, report) = (words.clone(), report.clone());
            move || {
                report.get().map(|report| match report.added {
                    0 => words.team_added_none().to_owned(),
                    count => words.team_added(count),
                })
            }
        };
        let refused = move || {
            let refused = report.get().map(|report| report.refused);
            let refused = refused.filter(|lines| !lines.is_empty())?;
            let lines = refused.iter().map(|line| view! { <li>{line.clone()}</li> });
            Some(view! {
                <p>{words.team_refused(refused.len())}</p>
                <ul class="faults" data-refused=refused.len().to_string()>{lines.collect_view()}</ul>
            })
        };
        view! {
            <p role="status" data-added>{added}</p>
            <div role="alert">{refused}</div>
            {self.locked.forms(&self.app, move |which, bytes| adding.unsealed(which, bytes))}
        }
    }

    fn paste(&self, field: &HtmlTextAreaElement) {
        let words = self.app.words();
        let text = field.value();
        if text.trim().is_empty() {
            return self.refuse(words.team_refused_empty());
        }
        let found = self.links(&text);
        if found.is_empty() {
            return self.refuse(words.team_refused_nothing());
        }
        self.take(found);
        field.set_value("");
        dom::focus(field);
    }

    fn refuse(&self, why: &str) {
        self.report.set(Some(Report {
            refused: vec![why.to_owned()],
            ..Report::default()
        }));
    }

    /// Everything in a text that means to be a link.
    fn links(&self, text: &str) -> Vec<Candidate> {
        let links = links_in(text).into_iter();
        let open = |link| self.member(decode(&[&*self.app.library.model], link));
        links.map(|link| (excerpt(link), open(link))).collect()
    }

    fn member(&self, opened: Result<Opened, LinkError>) -> Result<Member, Obstacle> {
        let words = self.app.words();
        let said = |why: &str| Obstacle::Said(why.to_owned());
        let opened = opened.map_err(|error| said(&shared::why(&self.app, &error)))?;
        Member::of_link(opened).map_err(|reason| match reason {
            NotAMember::ScoresOnly => said(words.team_refused_scores()),
            NotAMember::Invitation => said(words.team_refused_invitation()),
            NotAMember::Sealed(link) => Obstacle::Sealed(link),
        })
    }

    /// Reads files one after the other, then adds what is in them.
    fn read(&self, list: &FileList) {
        let chosen: Vec<File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
        let adding = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let mut found = Vec::new();
            for file in chosen {
                match files::read(&file).await {
                    Some(text) => found.extend(adding.file(&file.name(), &text)),
                    None => {
                        let why = adding.app.words().team_refused_unreadable().to_owned();
                        found.push((file.name(), Err(Obstacle::Said(why))));
                    }
                }
            }
            adding.take(found);
            if let Some(input) = dom::query::<HtmlInputElement>("main input[data-action=import]") {
                input.set_value("");
            }
        });
    }

    /// What a file holds: an assessment, or a text with links.
    fn file(&self, name: &str, text: &str) -> Vec<Candidate> {
        let links = self.links(text);
        if !links.is_empty()
            && !text
                .trim_start_matches('\u{feff}')
                .trim_start()
                .starts_with('{')
        {
            return links;
        }
        let member = Assessment::parse(&self.app.library.model, text).map(Member::new);
        vec![(
            name.to_owned(),
            member.map_err(|found| Obstacle::Said(self.faults(&found))),
        )]
    }

    /// The first fault of a file, and how many more there are.
    fn faults(&self, problems: &Problems) -> String {
        let words = self.app.words();
        let lines = fault::lines(&words, problems);
        let first = lines.first().cloned().unwrap_or_default();
        match lines.len().saturating_sub(1) {
            0 => first,
            more => words.list_sentences(&first, &words.team_refused_more(more)),
        }
    }

    /// Files that were dropped on the page.
    pub(super) fn drop(&self, event: &DragEvent) {
        let list = event.data_transfer().and_then(|data| data.files());
        if let Some(list) = list.filter(|list| list.length() > 0) {
            event.prevent_default();
            self.read(&list);
        }
    }

    /// Adds who is inside a link whose passphrase was right.
    fn unsealed(&self, which: &str, bytes: &[u8]) {
        let opened = inside(&self.app.library.model, bytes);
        self.take(vec![(which.to_owned(), self.member(opened))]);
    }

    /// Adds those who can be added, and says why the others cannot.
    fn take(&self, found: Vec<Candidate>) {
        let mut report = Report::default();
        let words = self.app.words();
        let line = |which: &str, why: &str| words.adding_refused_line(which, why);
        let mut members = Vec::new();
        let mut sources = Vec::new();
        let mut sealed = Vec::new();
        for (which, member) in found {
            match member {
                Ok(member) => {
                    members.push(member);
                    sources.push(which);
                }
                Err(Obstacle::Said(why)) => report.refused.push(line(&which, &why)),
                Err(Obstacle::Sealed(link)) => sealed.push((which, link)),
            }
        }
        for (which, result) in sources.iter().zip(self.team.add(members)) {
            match result {
                Ok(()) => report.added = report.added.saturating_add(1),
                Err(NotAdded::Again) => {
                    report.refused.push(line(which, words.team_refused_again()));
                }
                Err(NotAdded::TooMany) => {
                    let why = words.team_refused_too_many(&MEMBERS.to_string());
                    report.refused.push(line(which, &why));
                }
            }
        }
        self.locked.wait_for(sealed);
        self.report.set(Some(report));
    }
}
