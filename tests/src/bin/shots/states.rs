//! What opens on or over a page after an action.

use assay_journeys::{Key, Outcome, SiteFolder, Visitor, assessment_json};

/// A state of a page.
#[derive(Debug)]
pub(crate) struct State {
    /// The name of the screenshot.
    pub(crate) name: &'static str,
    /// The address of the page.
    pub(crate) place: &'static str,
    /// What is pressed there, one after the other.
    pub(crate) presses: &'static [&'static str],
    /// What shows then.
    pub(crate) sign: &'static str,
}

/// The states. Their screenshots show the window only, because that is what dialogs cover.
pub(crate) const STATES: [State; 9] = [
    State {
        name: "first-screen",
        place: "#/results",
        presses: &[],
        sign: "[data-recommendation]",
    },
    State {
        name: "menu",
        place: "#/results",
        presses: &["main .actions .menu > summary"],
        sign: "main .actions .menu[open]",
    },
    State {
        name: "share-dialog",
        place: "#/results",
        presses: &["[data-action=share]"],
        sign: "[data-qr]",
    },
    State {
        name: "share-passphrase",
        place: "#/results",
        presses: &["[data-action=share]", "input[name=use-passphrase]"],
        sign: "input[name=new-passphrase]",
    },
    State {
        name: "reports-dialog",
        place: "#/results",
        presses: &[
            "main .actions .menu > summary",
            "main .actions [data-action=reports]",
        ],
        sign: "dialog[open].reports",
    },
    State {
        name: "restart-dialog",
        place: "#/results",
        presses: &["[data-action=restart]"],
        sign: "dialog[open]",
    },
    State {
        name: "row-menu",
        place: "#/workspace",
        presses: &[".assessments tbody tr .row-menu > summary"],
        sign: ".row-menu[open]",
    },
    State {
        name: "chosen-rows",
        place: "#/workspace",
        presses: &["[data-action=choose-all]"],
        sign: ".chosen-bar",
    },
    State {
        name: "delete-dialog",
        place: "#/about",
        presses: &["[data-action=delete-everything]"],
        sign: "dialog[open]",
    },
];

impl State {
    /// Opens the page anew and brings it into the state.
    pub(crate) async fn open(&self, visitor: &Visitor) -> Outcome {
        visitor.open(self.place).await?;
        visitor.wait_visible("main h1").await?;
        for press in self.presses {
            visitor.press(press).await?;
        }
        visitor.wait_visible(self.sign).await
    }

    /// Leaves a dialog, so that the next page can be opened.
    pub(crate) async fn close(&self, visitor: &Visitor) -> Outcome {
        visitor.press_key(Key::Escape).await
    }
}

/// Imports assessments of other companies, so that the list has rows.
pub(crate) async fn import_clients(visitor: &Visitor) -> Outcome {
    const SECTIONS: [&str; 4] = ["data", "algorithms", "compute", "strategy"];
    let folder = SiteFolder::empty()?;
    let mut files = Vec::new();
    for (name, base) in [("Atlas", 1), ("Borealis & Co", 3), ("明澜医疗", 2)] {
        let file = format!("{name}.json");
        let sections = SECTIONS.get(..usize::from(base) + 1).unwrap_or(&SECTIONS);
        folder.write(&file, &assessment_json(name, sections, base)?.to_string())?;
        files.push(folder.file_path(&file));
    }
    visitor.open("#/workspace").await?;
    visitor
        .choose_file("[data-action=import]", &files.join("\n"))
        .await?;
    visitor.wait_for_rows(4).await
}
