//! What a link, a text and a picture contain and reveal.

use assay_journeys::{Journey, Outcome, run_assay};
use serde_json::{Value, json};

use super::{assessment, check_rounded, import_and_open_panel, mail_draft, shown_link};

#[test]
fn nothing_that_is_sent_names_a_sender_who_left_the_name_out() -> Outcome {
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
        for text in [contents, subject, body, name, svg] {
            assert!(
                !text.contains("Secret") && !text.contains("finance"),
                "{text}"
            );
        }
        Ok(())
    })
}

#[test]
fn notes_are_sent_only_when_chosen_and_the_contents_are_listed() -> Outcome {
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
fn a_link_too_long_for_a_code_or_a_draft_is_reported() -> Outcome {
    Journey::new().run(async |visitor| {
        import_and_open_panel(visitor, &assessment("Acme", &"数".repeat(2_000))?).await?;
        visitor.press("input[name=include-notes]").await?;
        visitor.wait_visible("[data-no-qr]").await?;
        let text = visitor.text("[data-no-qr]").await?;
        assert!(text.contains("2953"), "{text}");
        visitor.wait_visible("[data-no-mail]").await?;
        assert_eq!(visitor.count_visible("[data-qr]").await?, 0);
        assert!(shown_link(visitor).await?.len() > 8_000);
        Ok(())
    })
}

/// Whether a text contains a number with decimals outside of the link.
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
        let received = check_rounded(visitor, &exact).await?;
        let content = |text: &str| text.parse::<f64>();
        assert!((content(&received.content)? - content(&exact.content)?).abs() <= 5.0);
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
fn hostile_names_and_notes_stay_plain_text_everywhere() -> Outcome {
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
fn a_long_link_has_its_length_beside_it_and_a_file_as_another_way() -> Outcome {
    Journey::new().run(async |visitor| {
        let note = "数".repeat(2_000);
        import_and_open_panel(visitor, &assessment("Acme", &note)?).await?;
        visitor.wait_hidden("[data-link-length]").await?;
        visitor.press("input[name=include-notes]").await?;
        visitor.wait_visible("[data-link-length]").await?;
        let length = visitor
            .attribute("[data-link-length]", "data-link-length")
            .await?;
        assert_eq!(length, shown_link(visitor).await?.len().to_string());
        let saved = visitor
            .save_text_file("[data-link-length] [data-action=save-file]")
            .await?;
        let saved: Value = serde_json::from_str(&saved)?;
        assert_eq!(saved["notes"]["data.domain"], note);
        Ok(())
    })
}

#[test]
fn a_link_of_scores_without_a_recommendation_leaves_no_room_for_a_question() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.go_to_page("results").await?;
        visitor.press("[data-action=share]").await?;
        visitor
            .press("input[name=share-answers][value=scores]")
            .await?;
        visitor
            .wait_until(
                "the link is one of scores",
                "return document.querySelector('[data-share-contains]').innerText.includes('without answers')",
            )
            .await?;
        let link = shown_link(visitor).await?;
        visitor
            .open(link.strip_prefix(visitor.address()).unwrap())
            .await?;
        visitor.wait_for_page("shared").await?;
        visitor.wait_at_rest("main .actions").await?;
        assert_eq!(visitor.count_visible(".finding-first.room").await?, 0);
        Ok(())
    })
}
