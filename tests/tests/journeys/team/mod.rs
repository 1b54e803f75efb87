//! Answers of several people in one team: adding people, hiding names, accessibility.

mod agreed;
mod copies;

use crate::sealed::{PASSPHRASE, WRONG_PASSPHRASE_SHOWN, sealed_link, try_passphrase};
use assay_journeys::{
    Axe, ColorScheme, Journey, Outcome, SiteFolder, Visitor, assessment_json, crowd_payloads,
    shipped_payload, write_team_files,
};
use serde_json::json;

async fn wait_for_members(visitor: &Visitor, count: usize) -> Outcome {
    visitor
        .wait_visible(&format!("[data-members='{count}']"))
        .await
}

/// Sets the text of the field for links, and adds them.
pub(super) async fn paste_text(visitor: &Visitor, text: &str) -> Outcome {
    visitor.wait_visible("textarea[name=links]").await?;
    let put = "document.querySelector('textarea[name=links]').value = arguments[0]";
    visitor.run_script(put, vec![text.into()]).await?;
    visitor.press("[data-action=add-links]").await
}

/// Imports Ann to Eve from files.
async fn import_five_people(visitor: &Visitor, folder: &SiteFolder) -> Outcome {
    visitor.open("#/team").await?;
    visitor.wait_for_page("team").await?;
    visitor
        .choose_file("[data-action=import]", &write_team_files(folder)?)
        .await?;
    wait_for_members(visitor, 5).await
}

#[test]
fn links_are_merged_and_each_broken_one_gets_a_sentence() -> Outcome {
    let link = |name: &str| shipped_payload(name);
    let mail = format!(
        "Ann: https://example.org/assay/#/r/{}\nBo wrote <https://example.org/#/r/{}>。\n{}\n\
         cut: #/r/{}\nnew: #/r/{} other: #/r/{}\nfor later #/i/{} and #/r/{}\n#/r/{}\n#/r/{}",
        link("full, no name")?,
        link("quick, with unknowns")?,
        link("hostile texts")?,
        link("cut")?,
        link("a later version")?,
        link("a model that is not at hand")?,
        link("invitation to two sections")?,
        link("its scores only")?,
        "A".repeat(70_000),
        link("full, no name")?,
    );
    Journey::new().run(async |visitor| {
        visitor.open("#/team").await?;
        paste_text(visitor, &mail).await?;
        wait_for_members(visitor, 3).await?;
        assert_eq!(
            visitor.attribute("[data-refused]", "data-refused").await?,
            "7"
        );
        let faults = visitor.text(".faults").await?;
        for part in [
            "was altered",
            "newer version",
            "“tiny”",
            "invitation",
            "scores only",
            "longer than",
            "in the team already",
        ] {
            assert!(faults.contains(part), "{part}: {faults}");
        }
        // Markup in names is text.
        assert_eq!(visitor.count_visible("main script, main img").await?, 0);
        assert_eq!(visitor.count_visible("[data-alpha]").await?, 1);
        paste_text(visitor, "no link at all").await?;
        visitor
            .wait_until(
                "it says that there is none",
                "return document.querySelector('.faults').innerText.includes('#/r/')",
            )
            .await?;
        wait_for_members(visitor, 3).await
    })
}

/// Checks that a part of the people is shown, and all of them on request.
async fn check_everybody_shown(visitor: &Visitor) -> Outcome {
    let rows = "return document.querySelectorAll('.members > li').length";
    assert_eq!(visitor.run_script(rows, Vec::new()).await?, json!(12));
    visitor.press("[data-action=show-all]").await?;
    let all = "return document.querySelectorAll('.members > li').length === 500";
    visitor.wait_until("all are shown", all).await?;
    let focus = "return document.activeElement.matches(\"[data-member='13'] input\")";
    visitor
        .wait_until("the first of the others has the focus", focus)
        .await?;
    visitor.wait_hidden("[data-action=show-all]").await
}

#[test]
fn five_hundred_people_are_merged_and_all_of_them_shown() -> Outcome {
    let links = crowd_payloads(501)?;
    let lines: Vec<String> = links
        .iter()
        .map(|link| format!("https://example.org/#/r/{link}"))
        .collect();
    Journey::new().run(async |visitor| {
        visitor.open("#/team").await?;
        paste_text(visitor, &lines.join("\n")).await?;
        wait_for_members(visitor, 500).await?;
        assert!(
            visitor
                .text("[data-added]")
                .await?
                .starts_with("500 people")
        );
        let refused = visitor.text("[data-refused='1']").await?;
        assert!(
            refused.contains("500 people"),
            "the one too many: {refused}"
        );
        let summary = visitor.text("[data-ai-content]").await?;
        assert!(
            summary.contains("Median answers of 500 people"),
            "{summary}"
        );
        assert_eq!(visitor.count_visible("[data-alpha]").await?, 1);
        let last = "[data-member='500'] input";
        check_everybody_shown(visitor).await?;
        assert_eq!(visitor.value(last).await?, "Person of number 499");
        visitor.reload().await?;
        wait_for_members(visitor, 500).await?;
        check_everybody_shown(visitor).await?;
        assert_eq!(visitor.value(last).await?, "Person of number 499");
        visitor
            .press("[data-member='500'] [data-action=remove]")
            .await?;
        visitor.press("dialog [data-action=confirm]").await?;
        wait_for_members(visitor, 499).await?;
        let rows = "return document.querySelectorAll('.members > li').length === 499";
        visitor.wait_until("all of them still show", rows).await
    })
}

#[test]
fn a_link_under_a_passphrase_is_added_once_it_is_opened() -> Outcome {
    let link = sealed_link()?;
    Journey::new().run(async |visitor| {
        visitor.open("#/team").await?;
        paste_text(visitor, &link).await?;
        visitor
            .wait_visible("[data-sealed='1'] input[type=password]")
            .await?;
        try_passphrase(visitor, "wrong").await?;
        visitor
            .wait_until("a wrong passphrase says so", WRONG_PASSPHRASE_SHOWN)
            .await?;
        // Somebody is added in the meantime: the sealed link and the typed passphrase stay.
        paste_text(visitor, &shipped_payload("full, no name")?).await?;
        wait_for_members(visitor, 1).await?;
        assert_eq!(visitor.value("input[name=passphrase]").await?, "wrong");
        try_passphrase(visitor, PASSPHRASE).await?;
        wait_for_members(visitor, 2).await?;
        assert!(visitor.has_focus("#team-members").await?);
        assert_eq!(visitor.count_visible("[data-sealed]").await?, 0);
        Ok(())
    })
}

#[test]
fn a_team_survives_a_reload_and_names_can_be_hidden() -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write("bad.json", r#"{"format":"assay.assessment/1","answers":7}"#)?;
    let bad = folder.file_path("bad.json");
    Journey::new().run(async |visitor| {
        import_five_people(visitor, &folder).await?;
        visitor.choose_file("[data-action=import]", &bad).await?;
        visitor.wait_visible("[data-refused='1']").await?;
        assert!(visitor.text(".faults").await?.contains("bad.json"));
        visitor.press("[data-member='1'] input").await?;
        visitor.type_keys("a").await?;
        visitor.press("input[name=hide-names]").await?;
        visitor
            .wait_until(
                "no name is to be read",
                "return !/Anna|Chen|Eve/.test(document.querySelector('main').innerText)",
            )
            .await?;
        assert!(visitor.has_focus("input[name=hide-names]").await?);
        visitor.reload().await?;
        wait_for_members(visitor, 5).await?;
        visitor.press("input[name=hide-names]").await?;
        visitor.wait_visible("[data-member='1'] input").await?;
        assert_eq!(visitor.value("[data-member='1'] input").await?, "Anna");
        let apart = visitor.text("[data-apart]").await?;
        assert!(apart.contains("Eve"), "{apart}");
        visitor
            .press("[data-member='5'] [data-action=remove]")
            .await?;
        visitor.press("dialog [data-action=confirm]").await?;
        wait_for_members(visitor, 4).await?;
        assert!(!visitor.text("main").await?.contains("Eve"));
        Ok(())
    })
}

#[test]
fn assessments_of_this_browser_and_dropped_files_can_be_added() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.go_to_hash("#/workspace").await?;
        visitor.press("main a[href='#/team']").await?;
        visitor.wait_for_page("team").await?;
        visitor.press("details.own > summary").await?;
        visitor.press("[data-action=add-own]").await?;
        wait_for_members(visitor, 1).await?;
        assert_eq!(
            visitor.count_visible("[data-alpha]").await?,
            0,
            "nobody to agree with"
        );
        visitor.press("[data-action=add-own]").await?;
        visitor.wait_visible("[data-refused='1']").await?;
        let dropped = assessment_json("Dropped", &["data"], 2)?.to_string();
        let drop = "const data = new DataTransfer();
            data.items.add(new File([arguments[0]], 'dropped.json', { type: 'application/json' }));
            const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
            document.querySelector('main h1').dispatchEvent(event)";
        visitor.run_script(drop, vec![dropped.into()]).await?;
        wait_for_members(visitor, 2).await
    })
}

#[test]
fn everybody_can_use_the_page_of_a_team() -> Outcome {
    let folder = SiteFolder::empty()?;
    let axe = Axe::load()?;
    for (language, width) in [("en", 1280), ("zh-CN", 390)] {
        Journey::new()
            .language(language)
            .size(width, 900)
            .run(async |visitor| {
                import_five_people(visitor, &folder).await?;
                visitor.wait_visible("[data-discuss] fieldset").await?;
                visitor.press("[data-discuss] label").await?;
                let open = "document.querySelectorAll('details').forEach(d => d.open = true)";
                visitor.run_script(open, Vec::new()).await?;
                visitor.wait_visible("[data-group=more] .folded").await?;
                visitor.run_script(open, Vec::new()).await?;
                for scheme in [ColorScheme::Light, ColorScheme::Dark] {
                    visitor.set_color_scheme(scheme).await?;
                    assert_eq!(axe.find_violations(visitor).await?, Vec::<String>::new());
                }
                let wide = "return document.documentElement.scrollWidth <= innerWidth";
                visitor
                    .wait_until("nothing reaches beyond the edge", wide)
                    .await
            })?;
    }
    Ok(())
}
