//! axe finds no violation in states that pages show only after an action: menus, notices, faults,
//! previews, dialogs and frames, on a desktop in English and on a phone in German.

use assay_journeys::{Axe, Firm, Journey, Outcome, SiteFolder, Visitor, load_company};

use crate::accessibility::collect_violations;
use crate::targets::enter_faulty_target;

/// A table with one changed answer and one that is emptied.
const TABLE: &[u8] = b"id,answer,note\ndata.domain,5,new note\ndata.labels,,\n";

/// A table with an answer and an id that do not exist.
const FAULTY_TABLE: &[u8] = b"id,answer\ndata.domain,5\ndata.labels,9\nno.such,1\n";

/// A frame in the page, and one in a dialog over it.
const FRAMES: &str = "<h1>A firm</h1><assay-assessment id=\"it\" depth=\"quick\"></assay-assessment>
    <assay-assessment id=\"popup\" mode=\"popup\" label=\"Begin here\" depth=\"quick\"></assay-assessment>";

/// The pages of one run and what axe finds there.
struct Check<'a> {
    visitor: &'a Visitor,
    axe: Axe,
    found: Vec<String>,
}

impl Check<'_> {
    /// Checks the current state in both colour schemes.
    async fn check(&mut self, state: &str) -> Outcome {
        collect_violations(self.visitor, &self.axe, state, &mut self.found).await
    }

    /// The menu, the targets with a fault, the reports and the sharing of a result.
    async fn check_result(&mut self) -> Outcome {
        let visitor = self.visitor;
        visitor.press("main .actions .menu > summary").await?;
        self.check("the menu of a result").await?;
        // Until it is closed, the menu covers buttons below it.
        self.found
            .retain(|violation| !violation.contains("partially obscured"));
        visitor.press("main .actions .menu > summary").await?;
        enter_faulty_target(visitor).await?;
        self.check("a target with a fault").await?;
        visitor.press("[data-action=reports]").await?;
        visitor.wait_visible("dialog[open]").await?;
        self.check("the reports").await?;
        visitor.press("[data-action=close-reports]").await?;
        visitor.wait_hidden("dialog[open]").await
    }

    /// The faults and the preview of tables, a file that is no assessment, the menu of a row, and
    /// an assessment that was deleted.
    async fn check_workspace(&mut self) -> Outcome {
        let visitor = self.visitor;
        visitor.go_to_page("workspace").await?;
        let folder = SiteFolder::empty()?;
        for (name, content, sign) in [
            ("faulty.csv", FAULTY_TABLE, ".answer-table [role=alert] li"),
            ("table.csv", TABLE, "[data-import-preview]"),
        ] {
            folder.write_bytes(name, content)?;
            visitor
                .choose_file("[data-action=import-answers]", &folder.file_path(name))
                .await?;
            visitor.wait_visible(sign).await?;
            self.check(name).await?;
        }
        folder.write(
            "bad.json",
            "{ \"format\": \"assay.assessment/1\", \"answers\": 3 }",
        )?;
        visitor
            .choose_file("[data-action=import]", &folder.file_path("bad.json"))
            .await?;
        visitor.wait_visible(".faults li").await?;
        self.check("faults of a file").await?;
        let menu = ".assessments tbody tr .row-menu > summary";
        visitor.press(menu).await?;
        self.check("the menu of an assessment").await?;
        visitor
            .press(".assessments tbody tr .row-menu [data-action=delete]")
            .await?;
        visitor.wait_visible("[data-action=undo-list]").await?;
        self.check("a deleted assessment").await?;
        visitor.press("[data-action=delete-for-good]").await?;
        visitor.wait_visible("dialog[open]").await?;
        self.check("deleting for good").await
    }
}

fn check_states(language: &'static str, width: u32) -> Outcome {
    let company = load_company("bank, quick")?;
    Journey::new()
        .language(language)
        .size(width, 900)
        .run(async |visitor| {
            let mut check = Check {
                visitor,
                axe: Axe::load()?,
                found: Vec::new(),
            };
            visitor.open_and_complete(&company).await?;
            check.check_result().await?;
            visitor.go_to_page("ask").await?;
            visitor.wait_visible(".ask-state").await?;
            check.check("ask").await?;
            check.check_workspace().await?;
            assert_eq!(check.found, Vec::<String>::new());
            Ok(())
        })
}

#[test]
fn menus_faults_previews_and_dialogs_in_english_on_a_desktop() -> Outcome {
    check_states("en", 1280)
}

#[test]
fn menus_faults_previews_and_dialogs_in_german_on_a_phone() -> Outcome {
    check_states("de", 390)
}

#[test]
fn the_consent_in_a_frame_and_the_frame_in_a_dialog() -> Outcome {
    let firm = Firm::new()?;
    firm.write_embedding_page("index.html", FRAMES)?;
    firm.journey().run(async |visitor| {
        let mut check = Check {
            visitor,
            axe: Axe::load()?,
            found: Vec::new(),
        };
        visitor.open_without_waiting("").await?;
        visitor.enter_embed("#it").await?;
        visitor
            .complete_assessment(&load_company("bank, quick")?)
            .await?;
        visitor.press("[data-action=send]").await?;
        visitor
            .wait_visible("dialog[open] [data-action=confirm-send]:enabled")
            .await?;
        check.check("consent").await?;
        visitor.press("dialog[open] [data-action=refuse]").await?;
        visitor.leave_frame().await?;
        let open = "document.querySelector('#popup').open()";
        visitor.run_script(open, Vec::new()).await?;
        visitor.enter_embed("#popup").await?;
        check.check("the frame in a dialog").await?;
        assert_eq!(check.found, Vec::<String>::new());
        Ok(())
    })
}
