//! Twelve clients in one sitting, from an empty browser to twelve presentations, without files.

use assay_journeys::{
    Company, Journey, Outcome, Package, Section, Visitor, load_company, standard_sections,
};

const CLIENTS: [&str; 12] = [
    "Atlas",
    "Borealis",
    "Cygnus",
    "Draco",
    "Eridanus",
    "Fornax",
    "Gemini",
    "Hydra",
    "Indus",
    "Lyra",
    "Mensa",
    "明澜医疗",
];

/// Presses and answers with the mouse, and counts the clicks.
struct Sitting<'v> {
    visitor: &'v Visitor,
    clicks: usize,
}

impl Sitting<'_> {
    async fn press(&mut self, selector: &str) -> Outcome {
        self.clicks += 1;
        self.visitor.press(selector).await
    }

    /// Answers the quick questionnaire for a client, from the list to the list.
    async fn assess(&mut self, name: &str, company: &Company, sections: &[Section]) -> Outcome {
        self.press(".desk-tools [data-action=start]").await?;
        self.visitor.wait_for_page("profile").await?;
        self.press("input[name=name]").await?;
        self.visitor.type_keys(name).await?;
        // The next client begins with the stance of the one before.
        if self.visitor.value("input[name=stance]:checked").await? != "adopt" {
            self.press("label:has(input[name=stance][value=adopt])")
                .await?;
        }
        self.press("main [data-action=next]").await?;
        for section in sections {
            self.visitor.wait_for_section(&section.id).await?;
            self.clicks += self.visitor.answer_page_by_mouse(company).await?;
            self.press("main .pager [data-action=next], main .pager [data-action=review]")
                .await?;
        }
        self.visitor.wait_for_page("review").await?;
        self.press("header a[href='#/workspace']").await
    }
}

#[test]
fn twelve_clients_without_files_become_twelve_presentations_in_one_sitting() -> Outcome {
    let company = load_company("logistics company, quick")?;
    let sections = standard_sections()?;
    Journey::new().run(async |visitor| {
        visitor.open("").await?;
        let mut sitting = Sitting { visitor, clicks: 0 };
        sitting.press("header a[href='#/workspace']").await?;
        for (at, name) in CLIENTS.iter().enumerate() {
            sitting.assess(name, &company, &sections).await?;
            visitor.wait_for_rows(at + 1).await?;
        }
        sitting.press("[data-action=choose-all]").await?;
        sitting.press("[data-action=board-chosen]").await?;
        sitting.clicks += 1;
        let (_, zip) = visitor.save_file("[data-action=write-board]").await?;
        assert_eq!(sitting.clicks, 305, "docs/reports.md states the number");
        let archive = Package::read(&zip)?;
        assert_eq!(archive.names().count(), CLIENTS.len());
        for client in CLIENTS {
            let start = format!("assay-{client}-");
            let deck = archive.names().find(|name| name.starts_with(&start));
            let deck = deck.and_then(|name| archive.part(name)).unwrap_or_default();
            assert!(Package::read(deck)?.contains(client), "{client}");
        }
        Ok(())
    })
}
