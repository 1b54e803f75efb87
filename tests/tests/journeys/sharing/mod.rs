//! The panel for sharing a result: copying, apps, mail, text and pictures.

mod code;
mod contents;

use assay_journeys::{
    ColorScheme, Figures, Journey, Outcome, Picture, SiteFolder, Visitor, standard_sections,
};
use serde_json::{Map, Value, json};

/// The message of the panel.
const STATUS: &str = ".share [role=status].share-status";

/// A complete assessment with a name and a note.
fn assessment(name: &str, note: &str) -> Outcome<Value> {
    let sections = standard_sections()?.into_iter();
    let questions = sections.flat_map(|section| section.questions).enumerate();
    let answers: Map<String, Value> = questions
        .map(|(at, question)| (question, json!(at * 7 % 5)))
        .collect();
    Ok(json!({
        "format": "assay.assessment/1", "model": { "id": "standard", "version": "2" }, "depth": "full",
        "locale": "en", "profile": { "name": name, "industry": "finance", "size": "250-999", "stance": "adopt" },
        "answers": answers, "notes": { "data.domain": note }, "updated": "2026-11-23T09:00:00Z",
    }))
}

/// Imports a file as an assessment and opens its result.
async fn import_result(visitor: &Visitor, file: &Value) -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write("own.json", &file.to_string())?;
    visitor.open("#/workspace").await?;
    let path = folder.path().join("own.json");
    visitor
        .choose_file("[data-action=import]", &path.to_string_lossy())
        .await?;
    visitor.wait_visible(".assessments tbody tr").await?;
    visitor.go_to_page("results").await?;
    visitor.confidence().await?;
    Ok(())
}

/// The same, and opens the panel.
async fn import_and_open_panel(visitor: &Visitor, file: &Value) -> Outcome {
    import_result(visitor, file).await?;
    open_panel(visitor).await
}

async fn open_panel(visitor: &Visitor) -> Outcome {
    visitor.press("[data-action=share]").await?;
    visitor
        .wait_until(
            "there is a link",
            "return document.querySelector('[data-share-link]')?.value",
        )
        .await
}

/// Checks that a shared result shows the sender's figures rounded, without decimals. Returns what it shows.
async fn check_rounded(visitor: &Visitor, exact: &Figures) -> Outcome<Figures> {
    let received = visitor.figures().await?;
    assert_eq!(received.level, exact.level);
    assert_eq!(received.recommendation, exact.recommendation);
    assert!(!received.content.contains('.'), "{}", received.content);
    Ok(received)
}

async fn shown_link(visitor: &Visitor) -> Outcome<String> {
    visitor.value("[data-share-link]").await
}

async fn wait_for_status(visitor: &Visitor, text: &str) -> Outcome {
    let script = format!(
        "return (document.querySelector('{STATUS}')?.innerText ?? '').includes({text:?}) || null"
    );
    visitor
        .wait_until(&format!("the panel says: {text}"), &script)
        .await
}

#[test]
fn without_the_permission_the_browser_copies_what_is_marked() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor
            .preload_script("if (window.Clipboard) Clipboard.prototype.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))").await?;
        import_and_open_panel(visitor, &assessment("Acme", "")?).await?;
        visitor.press("[data-action=copy-link]").await?;
        wait_for_status(visitor, "The link is copied").await?;
        let grant = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        visitor.send_devtools("Browser.grantPermissions", grant).await?;
        let copied = visitor
            .run_script("return navigator.clipboard.readText()", Vec::new())
            .await?;
        assert_eq!(copied, json!(shown_link(visitor).await?));
        Ok(())
    })
}

#[test]
fn where_nothing_can_be_copied_the_text_is_marked_to_be_copied_by_hand() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor
            .preload_script(
                "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
                Document.prototype.execCommand = () => false",
            )
            .await?;
        import_and_open_panel(visitor, &assessment("Acme", "")?).await?;
        for (button, field) in [
            ("copy-link", "[data-share-link]"),
            ("copy-text", "[data-share-text]"),
        ] {
            visitor.press(&format!("[data-action={button}]")).await?;
            wait_for_status(visitor, "copy it with the keyboard or the menu").await?;
            assert!(visitor.has_focus(field).await?, "{field} has the focus");
            let marked = "const e = document.activeElement; return e.value.slice(e.selectionStart, e.selectionEnd)";
            let marked = visitor.run_script(marked, Vec::new()).await?;
            assert_eq!(marked, json!(visitor.value(field).await?), "all is marked");
        }
        Ok(())
    })
}

#[test]
fn the_share_sheet_is_offered_only_where_there_is_one() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor
            .preload_script("delete Navigator.prototype.share")
            .await?;
        import_and_open_panel(visitor, &assessment("Acme", "")?).await?;
        assert_eq!(visitor.count_visible("[data-action=share-sheet]").await?, 0);
        Ok(())
    })
}

#[test]
fn the_outcome_of_the_share_sheet_is_shown() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor
            .preload_script(
                "Navigator.prototype.share = data => {
                    window.shared = { ...data };
                    return window.refusal ? Promise.reject(new DOMException('', window.refusal)) : Promise.resolve();
                }",
            )
            .await?;
        import_and_open_panel(visitor, &assessment("Acme", "")?).await?;
        for (refusal, expected) in [
            ("", "went to the app"),
            ("AbortError", "Nothing was shared"),
            ("NotAllowedError", "could not share"),
        ] {
            visitor
                .run_script("window.refusal = arguments[0]", vec![refusal.into()])
                .await?;
            visitor.press("[data-action=share-sheet]").await?;
            wait_for_status(visitor, expected).await?;
        }
        let shared = visitor.run_script("return window.shared", Vec::new()).await?;
        assert_eq!(shared.get("url"), Some(&json!(shown_link(visitor).await?)));
        Ok(())
    })
}

/// Subject and body of the draft.
async fn mail_draft(visitor: &Visitor) -> Outcome<(String, String)> {
    let script = "const address = document.querySelector('[data-action=mail]').href;
        if (!address.startsWith('mailto:?')) throw new Error(address);
        const fields = [...new URLSearchParams(address.slice('mailto:?'.length).replaceAll('+', '%2B'))];
        if (fields.length !== 2) throw new Error(JSON.stringify(fields));
        return fields.map(([name, value]) => value)";
    Ok(serde_json::from_value(
        visitor.run_script(script, Vec::new()).await?,
    )?)
}

#[test]
fn the_draft_of_a_mail_holds_the_result_and_the_link() -> Outcome {
    Journey::new().run(async |visitor| {
        import_and_open_panel(visitor, &assessment("R&D? #1 50%", "")?).await?;
        let (subject, body) = mail_draft(visitor).await?;
        assert_eq!(subject, "A result: AI content of R&D? #1 50%");
        assert!(body.starts_with("R&D? #1 50%\r\n"), "{body}");
        assert!(body.ends_with(&shown_link(visitor).await?), "{body}");
        assert!(body.contains("not verified"), "{body}");
        // The press must not open a mail program of the system.
        visitor
            .run_script(
                "document.querySelector('[data-action=mail]').addEventListener('click', e => e.preventDefault())",
                Vec::new(),
            )
            .await?;
        visitor.press("[data-action=mail]").await?;
        wait_for_status(visitor, "draft").await
    })
}

#[test]
fn pictures_have_their_size_and_show_the_result() -> Outcome {
    Journey::new()
        .scheme(ColorScheme::Dark)
        .run(async |visitor| {
            import_and_open_panel(visitor, &assessment("Acme", "")?).await?;
            for (sheet, size) in [("wide", (1200, 630)), ("a4", (2480, 3508))] {
                let button = |form: &str| format!("[data-action=save-{form}][data-sheet={sheet}]");
                let (name, png) = visitor.save_file(&button("png")).await?;
                assert_eq!(name, format!("assay-Acme.{sheet}.png"));
                let picture = Picture::decode(&png)?;
                assert_eq!((picture.width, picture.height), size);
                assert!(
                    (0.01..0.5).contains(&picture.dark_share()),
                    "{} of {sheet} is ink",
                    picture.dark_share()
                );
                visitor
                    .wait_visible(&format!("[data-saved='{name}']"))
                    .await?;
                let (name, svg) = visitor.save_file(&button("svg")).await?;
                assert_eq!(name, format!("assay-Acme.{sheet}.svg"));
                let svg = String::from_utf8(svg)?;
                let sized = match sheet {
                    "wide" => "width=\"1200\" height=\"630\"",
                    _ => "width=\"210mm\" height=\"297mm\"",
                };
                for part in [sized, ">\nAcme\n<", "not verified", "Data", "version 2"] {
                    assert!(svg.contains(part), "{part} is missing: {svg}");
                }
                assert!(!svg.contains("href") && !svg.contains("url("), "{svg}");
            }
            Ok(())
        })
}

#[test]
fn the_text_for_a_chat_is_had_in_either_language() -> Outcome {
    Journey::new().run(async |visitor| {
        import_and_open_panel(visitor, &assessment("Acme", "")?).await?;
        let text = visitor.value("[data-share-text]").await?;
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.first(), Some(&"Acme"), "{text}");
        assert_eq!(
            lines.last(),
            Some(&shown_link(visitor).await?.as_str()),
            "{text}"
        );
        assert!(text.contains("Self-assessed by Acme"), "{text}");
        visitor
            .press("input[name=share-language][value=zh-CN]")
            .await?;
        visitor
            .wait_until(
                "the text is Chinese",
                "return document.querySelector('[data-share-text]').value.includes('含AI量')",
            )
            .await?;
        let grant = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        visitor
            .send_devtools("Browser.grantPermissions", grant)
            .await?;
        visitor.press("[data-action=copy-text]").await?;
        wait_for_status(visitor, "The text is copied").await?;
        let copied = visitor
            .run_script("return navigator.clipboard.readText()", Vec::new())
            .await?;
        assert_eq!(copied, json!(visitor.value("[data-share-text]").await?));
        assert_eq!(
            visitor.attribute("html", "lang").await?,
            "en",
            "the page stays as it is"
        );
        Ok(())
    })
}

#[test]
fn the_panel_is_worked_with_the_keyboard_alone() -> Outcome {
    Journey::new().run(async |visitor| {
        import_and_open_panel(visitor, &assessment("Acme", "")?).await?;
        visitor.tab_to("input[name=share-answers]:checked").await?;
        visitor.press_key(assay_journeys::Key::Down).await?;
        visitor.tab_to("[data-action=copy-link]").await?;
        visitor.press_key(assay_journeys::Key::Enter).await?;
        visitor.wait_visible(STATUS).await?;
        visitor.tab_to("[data-action=close-share]").await?;
        visitor.press_key(assay_journeys::Key::Enter).await?;
        visitor.wait_hidden(".share").await?;
        assert!(
            visitor.has_focus("[data-action=share]").await?,
            "{}",
            visitor.describe_focus().await?
        );
        Ok(())
    })
}
