//! Evidence that is entered in the app, in the files that are saved, and back from a table.

use assay_journeys::{Journey, Outcome, Package, Visitor};

use super::tables::{choose_table, go_to_workspace};
use super::{assessment, open_dialog, save};

const BUTTON: &str = "[data-action='evidence/data.domain-change']";
const FIELDS: [(&str, &str); 3] = [
    ("source", "=register, 2026.xlsx"),
    ("date", "2026-11-20"),
    ("person", "Li Na"),
];

fn field(part: &str) -> String {
    format!("[data-evidence='data.domain'] [data-part={part}]")
}

/// Enters the evidence of a question, or empties its fields.
async fn enter_evidence(visitor: &Visitor, values: [&str; 3]) -> Outcome {
    for ((part, _), value) in FIELDS.into_iter().zip(values) {
        let script = "const at = document.querySelector(arguments[0]); at.value = arguments[1];
            at.dispatchEvent(new Event('input', { bubbles: true }))";
        let arguments = vec![field(part).into(), value.into()];
        visitor.run_script(script, arguments).await?;
    }
    Ok(())
}

#[test]
fn evidence_is_in_every_table_and_document_and_comes_back() -> Outcome {
    Journey::new().run(async |visitor| {
        open_dialog(visitor, &assessment()?).await?;
        visitor.press("[data-action=close-reports]").await?;
        visitor.go_to_section("data").await?;
        visitor.press(BUTTON).await?;
        visitor.wait_visible(&field("source")).await?;
        enter_evidence(visitor, FIELDS.map(|(_, value)| value)).await?;
        visitor.wait_for_database().await?;

        visitor.go_to_page("results").await?;
        visitor.press("[data-action=reports]").await?;
        let (_, csv) = save(visitor, "csv").await?;
        let (_, workbook) = save(visitor, "xlsx").await?;
        let (_, document) = save(visitor, "docx").await?;
        let (_, markdown) = save(visitor, "md").await?;
        let (_, slides) = save(visitor, "pptx").await?;
        let text = String::from_utf8(csv.clone())?;
        assert!(
            text.contains(",\"'=register, 2026.xlsx\",2026-11-20,Li Na\r\n"),
            "{text}"
        );
        for package in [&workbook, &document] {
            assert!(Package::read(package)?.contains("=register, 2026.xlsx"));
        }
        let markdown = String::from_utf8(markdown)?;
        assert!(
            markdown.contains("=register, 2026.xlsx · 2026-11-20 · Li Na"),
            "{markdown}"
        );
        assert!(!Package::read(&slides)?.contains("register, 2026"));
        visitor.press("[data-action=close-reports]").await?;

        for (name, table) in [("own.csv", &csv), ("own.xlsx", &workbook)] {
            go_to_workspace(visitor).await?;
            choose_table(visitor, name, table).await?;
            assert_eq!(visitor.count_visible("[data-changed]").await?, 0, "{name}");
            visitor.press("[data-action=cancel-answers]").await?;
            visitor.go_to_section("data").await?;
            visitor.wait_visible(&field("source")).await?;
            enter_evidence(visitor, ["", "", ""]).await?;
            visitor.wait_for_database().await?;
            go_to_workspace(visitor).await?;
            choose_table(visitor, name, table).await?;
            let preview = visitor.text("[data-import-preview]").await?;
            assert!(
                preview.contains("=register, 2026.xlsx · 2026-11-20 · Li Na"),
                "{name}: {preview}"
            );
            visitor.press("[data-action=apply-answers]").await?;
            visitor.wait_hidden("[data-import-preview]").await?;
            visitor.wait_for_database().await?;
            visitor.reload().await?;
            visitor.go_to_section("data").await?;
            visitor.wait_visible(&field("source")).await?;
            for (part, value) in FIELDS {
                assert_eq!(visitor.value(&field(part)).await?, value, "{name}");
            }
        }
        Ok(())
    })
}

#[test]
fn a_wrong_date_of_evidence_is_a_fault_of_its_row() -> Outcome {
    Journey::new().run(async |visitor| {
        open_dialog(visitor, &assessment()?).await?;
        visitor.press("[data-action=close-reports]").await?;
        go_to_workspace(visitor).await?;
        let table = format!(
            "id,answer,evidence date,evidence from\ndata.domain,3,2026-02-30,\ndata.labels,3,,{}\n",
            "x".repeat(201)
        );
        choose_table(visitor, "faulty.csv", table.as_bytes()).await?;
        let faults = visitor.text(".answer-table [role=alert]").await?;
        for expected in ["Nothing was changed", "Row 2", "2026-02-30", "Row 3", "201"] {
            assert!(faults.contains(expected), "{expected}: {faults}");
        }
        Ok(())
    })
}
