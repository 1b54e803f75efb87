//! The ways in which a result goes out, and what each says afterwards.

use assay_journeys::{
    ColorScheme, Journey, Outcome, Picture, SiteFolder, Visitor, decode_qr_code, run_assay,
    standard_sections,
};
use serde_json::{Map, Value, json};

/// What happened, as the panel says it.
const STATUS: &str = ".share [role=status].share-said";

/// An assessment of somebody with a name and a note, with an answer to every question.
fn assessment(name: &str, note: &str) -> Outcome<Value> {
    let sections = standard_sections()?.into_iter();
    let questions = sections.flat_map(|section| section.questions).enumerate();
    let answers: Map<String, Value> = questions
        .map(|(at, question)| (question, json!(at * 7 % 5)))
        .collect();
    Ok(json!({
        "format": "assay.assessment/1", "model": { "id": "standard", "version": "1" }, "depth": "full",
        "locale": "en", "profile": { "name": name, "industry": "finance", "size": "250-999", "stance": "adopt" },
        "answers": answers, "notes": { "data.domain": note }, "updated": "2026-11-23T09:00:00Z",
    }))
}

/// Opens a file as one's own assessment and looks at its result.
async fn import_result(visitor: &Visitor, file: &Value) -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write("own.json", &file.to_string())?;
    visitor.open("#/workspace").await?;
    let path = folder.path().join("own.json");
    visitor
        .choose_file("[data-action=import]", &path.to_string_lossy())
        .await?;
    visitor.wait_visible(".assessments li").await?;
    visitor.go_to_page("results").await?;
    visitor.confidence().await?;
    Ok(())
}

/// Opens the panel on such a result.
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

async fn shown_link(visitor: &Visitor) -> Outcome<String> {
    visitor.value("[data-share-link]").await
}

async fn wait_for_status(visitor: &Visitor, words: &str) -> Outcome {
    let script = format!(
        "return (document.querySelector('{STATUS}')?.innerText ?? '').includes({words:?}) || null"
    );
    visitor
        .wait_until(&format!("the panel says: {words}"), &script)
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
fn a_phone_reads_the_link_from_the_code_in_the_dark_too() -> Outcome {
    Journey::new()
        .size(390, 844)
        .pixel_ratio(2.0)
        .scheme(ColorScheme::Dark)
        .run(async |visitor| {
            import_and_open_panel(visitor, &assessment("Acme", "")?).await?;
            let link = shown_link(visitor).await?;
            visitor.press("[data-action=save-qr]").await?;
            // What was saved is shown, too, and would be read as well.
            visitor.press("[data-action=dismiss-saved]").await?;
            let into = "document.querySelector('[data-qr]').scrollIntoView({ block: 'center' })";
            visitor.run_script(into, Vec::new()).await?;
            assert_eq!(decode_qr_code(&visitor.screenshot().await?)?, link);
            // Light squares around it, four wide.
            let border = "const [ground, dark] = document.querySelectorAll('[data-qr] path');
                const side = document.querySelector('[data-qr]').viewBox.baseVal.width, box = dark.getBBox();
                return [box.x, box.y, side - box.x - box.width, side - box.y - box.height, getComputedStyle(ground).fill]";
            let border = visitor.run_script(border, Vec::new()).await?;
            assert_eq!(border, json!([4, 4, 4, 4, "rgb(255, 255, 255)"]));
            Ok(())
        })
}

#[test]
fn the_code_is_saved_as_a_drawing() -> Outcome {
    Journey::new().run(async |visitor| {
        import_and_open_panel(visitor, &assessment("Acme", "")?).await?;
        let (name, drawing) = visitor.save_file("[data-action=save-qr]").await?;
        assert_eq!(name, "assay-Acme.qr.svg");
        let drawing = String::from_utf8(drawing)?;
        let path = visitor.attribute("[data-qr] path:last-child", "d").await?;
        assert!(
            drawing.starts_with("<svg ") && drawing.contains(&path),
            "{drawing}"
        );
        visitor
            .wait_visible("[data-saved='assay-Acme.qr.svg']")
            .await
    })
}

#[test]
fn the_print_carries_a_code_that_tells_no_more_than_it_does_unless_chosen() -> Outcome {
    Journey::new().pixel_ratio(2.0).run(async |visitor| {
        import_result(visitor, &assessment("Acme", "")?).await?;
        let unchosen = printed_code(visitor).await?;
        open_panel(visitor).await?;
        let chosen = printed_code(visitor).await?;
        assert_eq!(chosen, shown_link(visitor).await?);
        let pages = visitor.print_pdf().await?.page_count();
        assert!((2..=3).contains(&pages), "{pages} pages");
        check_no_answers(&unchosen)
    })
}

/// What the code says that the print of the result carries.
async fn printed_code(visitor: &Visitor) -> Outcome<String> {
    visitor.emulate_print(true).await?;
    visitor.wait_visible(".printed-code [data-qr]").await?;
    let into = "document.querySelector('.printed-code').scrollIntoView({ block: 'center' })";
    visitor.run_script(into, Vec::new()).await?;
    let link = decode_qr_code(&visitor.screenshot().await?)?;
    visitor.emulate_print(false).await?;
    Ok(link)
}

fn check_no_answers(link: &str) -> Outcome {
    let opened = run_assay(&["open", link], "")?;
    assert!(
        opened.contains("assay.scores/1")
            && !opened.contains("\"answers\"")
            && !opened.contains("private"),
        "{opened}"
    );
    Ok(())
}

#[test]
fn the_print_of_a_received_result_carries_a_code_that_tells_no_more_than_it_does() -> Outcome {
    Journey::new().pixel_ratio(2.0).run(async |visitor| {
        import_and_open_panel(visitor, &assessment("Acme", "a private thought")?).await?;
        visitor.press("input[name=include-notes]").await?;
        visitor
            .wait_until(
                "notes are told",
                "return document.querySelector('[data-share-contains]').innerText.includes('1 note')",
            )
            .await?;
        let sent = shown_link(visitor).await?;
        visitor
            .open(sent.strip_prefix(visitor.address()).unwrap())
            .await?;
        visitor.wait_for_page("shared").await?;
        let figures = visitor.figures().await?;
        let code = printed_code(visitor).await?;
        check_no_answers(&code)?;
        let pages = visitor.print_pdf().await?.page_count();
        assert!((2..=3).contains(&pages), "{pages} pages");
        // What a phone finds there is the result in steps, and its print leads to the same again.
        visitor
            .open(code.strip_prefix(visitor.address()).unwrap())
            .await?;
        visitor.wait_for_page("shared").await?;
        let told = visitor.figures().await?;
        assert_eq!(told.level, figures.level);
        assert_eq!(told.recommendation, figures.recommendation);
        assert!(!told.content.contains('.'), "{}", told.content);
        assert_eq!(visitor.confidence().await?, "");
        assert_eq!(printed_code(visitor).await?, code);
        // A fictional company has no link of its own.
        visitor.go_to_hash("#/example/bank").await?;
        visitor.confidence().await?;
        visitor.emulate_print(true).await?;
        assert_eq!(visitor.count_visible("[data-qr]").await?, 0);
        visitor.emulate_print(false).await
    })
}

#[test]
fn the_systems_choice_of_apps_is_offered_only_where_there_is_one() -> Outcome {
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
fn what_came_of_the_choice_of_apps_is_said() -> Outcome {
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
        for (refusal, words) in [
            ("", "went to the app"),
            ("AbortError", "Nothing was shared"),
            ("NotAllowedError", "could not share"),
        ] {
            visitor
                .run_script("window.refusal = arguments[0]", vec![refusal.into()])
                .await?;
            visitor.press("[data-action=share-sheet]").await?;
            wait_for_status(visitor, words).await?;
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
        // Pressing it must not lead away; the program for mail is the system's.
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
fn pictures_have_their_size_and_say_the_result() -> Outcome {
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
                for part in [sized, ">\nAcme\n<", "not verified", "Data", "version 1"] {
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
fn nothing_that_goes_out_names_a_sender_who_left_the_name_out() -> Outcome {
    Journey::new().run(async |visitor| {
        import_and_open_panel(visitor, &assessment("Secret Holdings", "")?).await?;
        visitor.press("input[name=include-profile]").await?;
        visitor
            .wait_until(
                "the text has no name",
                "return !document.querySelector('[data-share-text]').value.includes('Secret')",
            )
            .await?;
        let contents = visitor.text("[data-share-contains]").await?;
        let (subject, body) = mail_draft(visitor).await?;
        let (name, svg) = visitor
            .save_file("[data-action=save-svg][data-sheet=wide]")
            .await?;
        let svg = String::from_utf8(svg)?;
        for said in [contents, subject, body, name, svg] {
            assert!(
                !said.contains("Secret") && !said.contains("finance"),
                "{said}"
            );
        }
        Ok(())
    })
}

#[test]
fn notes_are_sent_only_when_chosen_and_what_is_sent_is_said() -> Outcome {
    Journey::new().run(async |visitor| {
        import_and_open_panel(visitor, &assessment("Acme", "a private thought")?).await?;
        let without = visitor.text("[data-share-contains]").await?;
        assert!(
            without.contains("“Acme”") && !without.contains("note"),
            "{without}"
        );
        let opened = run_assay(&["open", &shown_link(visitor).await?], "")?;
        assert!(!opened.contains("private"), "{opened}");
        visitor.press("input[name=include-notes]").await?;
        visitor
            .wait_until(
                "notes are told",
                "return document.querySelector('[data-share-contains]').innerText.includes('1 note')",
            )
            .await?;
        let opened = run_assay(&["open", &shown_link(visitor).await?], "")?;
        assert!(opened.contains("a private thought"), "{opened}");
        Ok(())
    })
}

#[test]
fn what_is_too_long_for_a_code_or_a_draft_says_so() -> Outcome {
    Journey::new().run(async |visitor| {
        import_and_open_panel(visitor, &assessment("Acme", &"数".repeat(2_000))?).await?;
        visitor.press("input[name=include-notes]").await?;
        visitor.wait_visible("[data-no-qr]").await?;
        let said = visitor.text("[data-no-qr]").await?;
        assert!(said.contains("2953"), "{said}");
        visitor.wait_visible("[data-no-mail]").await?;
        assert_eq!(visitor.count_visible("[data-qr]").await?, 0);
        assert!(shown_link(visitor).await?.len() > 8_000);
        Ok(())
    })
}

/// Whether a figure with a decimal stands in a text beside the link.
fn has_a_decimal(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.contains("#/r/"));
    let characters: Vec<char> = lines.flat_map(str::chars).collect();
    characters.windows(3).any(|three| {
        matches!(three, [before, '.', after] if before.is_ascii_digit() && after.is_ascii_digit())
    })
}

#[test]
fn a_link_of_scores_reveals_no_answer() -> Outcome {
    Journey::new().run(async |visitor| {
        import_and_open_panel(visitor, &assessment("Acme", "a private thought")?).await?;
        let exact = visitor.figures().await?;
        visitor
            .press("input[name=share-answers][value=scores]")
            .await?;
        visitor.wait_hidden("input[name=include-notes]").await?;
        visitor
            .wait_until(
                "the link is one of scores",
                "return document.querySelector('[data-share-contains]').innerText.includes('without answers')",
            )
            .await?;
        let text = visitor.value("[data-share-text]").await?;
        assert!(text.contains("about ") && !has_a_decimal(&text), "{text}");
        let (_, drawing) = visitor
            .save_file("[data-action=save-svg][data-sheet=wide]")
            .await?;
        let drawing = String::from_utf8(drawing)?;
        let whole = exact.content.split('.').next().unwrap();
        assert!(drawing.contains(">\nabout "), "{drawing}");
        assert!(!drawing.contains(&format!(">\n{whole}.")), "{drawing}");
        let link = shown_link(visitor).await?;
        let opened = run_assay(&["open", &link], "")?;
        assert!(
            !opened.contains("\"answers\"") && !opened.contains("private"),
            "{opened}"
        );
        visitor
            .open(link.strip_prefix(visitor.address()).unwrap())
            .await?;
        visitor.wait_for_page("shared").await?;
        // Steps, and nowhere a decimal.
        let told = visitor.figures().await?;
        assert_eq!(told.level, exact.level);
        assert_eq!(told.recommendation, exact.recommendation);
        assert!(!told.content.contains('.'), "{}", told.content);
        let content = |text: &str| text.parse::<f64>();
        assert!((content(&told.content)? - content(&exact.content)?).abs() <= 5.0);
        assert_eq!(visitor.confidence().await?, "");
        let page = visitor.text("main").await?;
        assert!(visitor.text("output").await?.starts_with("about "), "{page}");
        assert!(page.contains("Self-assessed by Acme") && page.contains("not verified"));
        assert!(!page.contains("private"), "{page}");
        assert_eq!(
            visitor
                .count_visible("[data-action=continue], .all-answers, .how, .way, .what-if, .next, input")
                .await?,
            0
        );
        visitor.press("[data-action=own]").await?;
        visitor.wait_for_page("start").await
    })
}

#[test]
fn hostile_names_and_notes_stay_plain_text_wherever_they_go() -> Outcome {
    let name = "<img src=x onerror=window.harm=1>\u{202e}\"&'%0A{name}</script>";
    let long = format!("{name}{}", "W".repeat(3_000));
    Journey::new().size(390, 844).run(async |visitor| {
        import_and_open_panel(visitor, &assessment(&long, name)?).await?;
        visitor.press("input[name=include-notes]").await?;
        let link = shown_link(visitor).await?;
        let text = visitor.value("[data-share-text]").await?;
        assert!(
            text.starts_with("<img src=x") && !text.contains('\u{202e}'),
            "{text}"
        );
        assert!(
            text.lines()
                .all(|line| line.len() < 4_500 && !line.contains('\n'))
        );
        let (_, svg) = visitor
            .save_file("[data-action=save-svg][data-sheet=a4]")
            .await?;
        let svg = String::from_utf8(svg)?;
        assert!(!svg.contains("<img") && !svg.contains('\u{202e}'), "{svg}");
        let wide =
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        assert_eq!(
            visitor.run_script(wide, Vec::new()).await?,
            json!(true),
            "the panel is as wide as the page"
        );
        visitor
            .open(link.strip_prefix(visitor.address()).unwrap())
            .await?;
        visitor.wait_for_page("shared").await?;
        visitor.confidence().await?;
        visitor.press(".all-answers summary").await?;
        assert_eq!(visitor.count_visible("main img, main script").await?, 0);
        assert_eq!(
            visitor
                .run_script("return window.harm ?? null", Vec::new())
                .await?,
            Value::Null
        );
        assert_eq!(
            visitor.run_script(wide, Vec::new()).await?,
            json!(true),
            "the page is as wide as the window"
        );
        let page = visitor.text("main").await?;
        assert!(page.contains("<img src=x") && !page.contains('\u{202e}'));
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
