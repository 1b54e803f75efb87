//! Several people's answers are brought together.

use assay_journeys::{
    Axe, Journey, Outcome, Scheme, SiteFolder, Visitor, answers_of, crowd_links, shipped_link,
    team_files,
};
use serde_json::{Value, json};

use super::sealed::{PASSPHRASE, WRONG, sealed_link, tries};

async fn is_a_team_of(visitor: &Visitor, count: usize) -> Outcome {
    visitor.sees(&format!("[data-members='{count}']")).await
}

/// Puts a text into the field for links and adds what is in it.
pub(super) async fn pastes(visitor: &Visitor, text: &str) -> Outcome {
    visitor.sees("textarea[name=links]").await?;
    let put = "document.querySelector('textarea[name=links]').value = arguments[0]";
    visitor.script(put, vec![text.into()]).await?;
    visitor.press("[data-action=add-links]").await
}

/// Ann to Eve, brought together from files.
async fn five(visitor: &Visitor, folder: &SiteFolder) -> Outcome {
    visitor.open("#/team").await?;
    visitor.is_on("team").await?;
    visitor
        .chooses_file("[data-action=import]", &team_files(folder)?)
        .await?;
    is_a_team_of(visitor, 5).await
}

/// The agreed assessment as a file, once it was saved and shows.
async fn agreed(visitor: &Visitor) -> Outcome<Value> {
    visitor.press("[data-action=save-agreed]").await?;
    visitor.is_on("results").await?;
    let saved = visitor.saves("main [data-action=export-json]").await?;
    Ok(serde_json::from_str(&saved)?)
}

#[test]
fn links_are_brought_together_and_each_broken_one_gets_a_sentence() -> Outcome {
    let link = |name: &str| shipped_link(name);
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
        pastes(visitor, &mail).await?;
        is_a_team_of(visitor, 3).await?;
        assert_eq!(
            visitor.attribute("[data-refused]", "data-refused").await?,
            "7"
        );
        let said = visitor.text(".faults").await?;
        for part in [
            "was altered",
            "newer version",
            "“tiny”",
            "invitation",
            "scores only",
            "longer than",
            "in the team already",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
        // Markup in names is text.
        assert_eq!(visitor.count("main script, main img").await?, 0);
        assert_eq!(visitor.count("[data-alpha]").await?, 1);
        pastes(visitor, "no link at all").await?;
        visitor
            .until(
                "it says that there is none",
                "return document.querySelector('.faults').innerText.includes('#/r/')",
            )
            .await?;
        is_a_team_of(visitor, 3).await
    })
}

/// Of many people some are shown, and all where somebody asks for that.
async fn shows_everybody(visitor: &Visitor) -> Outcome {
    let rows = "return document.querySelectorAll('.members > li').length";
    assert_eq!(visitor.script(rows, Vec::new()).await?, json!(12));
    visitor.press("[data-action=show-all]").await?;
    let all = "return document.querySelectorAll('.members > li').length === 500";
    visitor.until("all are shown", all).await?;
    let focus = "return document.activeElement.matches(\"[data-member='13'] input\")";
    visitor
        .until("the first of the others has the focus", focus)
        .await?;
    visitor.sees_no("[data-action=show-all]").await
}

#[test]
fn five_hundred_people_are_brought_together_and_all_of_them_shown() -> Outcome {
    let links = crowd_links(501)?;
    let lines: Vec<String> = links
        .iter()
        .map(|link| format!("https://example.org/#/r/{link}"))
        .collect();
    Journey::new().run(async |visitor| {
        visitor.open("#/team").await?;
        pastes(visitor, &lines.join("\n")).await?;
        is_a_team_of(visitor, 500).await?;
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
        let said = visitor.text("[data-ai-content]").await?;
        assert!(said.contains("Median answers of 500 people"), "{said}");
        assert_eq!(visitor.count("[data-alpha]").await?, 1);
        let last = "[data-member='500'] input";
        shows_everybody(visitor).await?;
        assert_eq!(visitor.value(last).await?, "Person of number 499");
        visitor.reload().await?;
        is_a_team_of(visitor, 500).await?;
        shows_everybody(visitor).await?;
        assert_eq!(visitor.value(last).await?, "Person of number 499");
        visitor
            .press("[data-member='500'] [data-action=remove]")
            .await?;
        visitor.press("dialog [data-action=confirm]").await?;
        is_a_team_of(visitor, 499).await?;
        let rows = "return document.querySelectorAll('.members > li').length === 499";
        visitor.until("all of them still show", rows).await
    })
}

#[test]
fn a_link_under_a_passphrase_is_added_once_it_is_opened() -> Outcome {
    let link = sealed_link()?;
    Journey::new().run(async |visitor| {
        visitor.open("#/team").await?;
        pastes(visitor, &link).await?;
        visitor
            .sees("[data-sealed='1'] input[type=password]")
            .await?;
        tries(visitor, "wrong").await?;
        visitor.until("a wrong passphrase says so", WRONG).await?;
        // Somebody is added in the meantime: what waits goes on waiting, and what was typed stays.
        pastes(visitor, &shipped_link("full, no name")?).await?;
        is_a_team_of(visitor, 1).await?;
        assert_eq!(visitor.value("input[name=passphrase]").await?, "wrong");
        tries(visitor, PASSPHRASE).await?;
        is_a_team_of(visitor, 2).await?;
        assert!(visitor.has_focus("#team-members").await?);
        assert_eq!(visitor.count("[data-sealed]").await?, 0);
        Ok(())
    })
}

#[test]
fn a_team_survives_a_reload_and_names_can_be_hidden() -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write("bad.json", r#"{"format":"assay.assessment/1","answers":7}"#)?;
    let bad = folder
        .path()
        .join("bad.json")
        .to_string_lossy()
        .into_owned();
    Journey::new().run(async |visitor| {
        five(visitor, &folder).await?;
        visitor.chooses_file("[data-action=import]", &bad).await?;
        visitor.sees("[data-refused='1']").await?;
        assert!(visitor.text(".faults").await?.contains("bad.json"));
        visitor.press("[data-member='1'] input").await?;
        visitor.types("a").await?;
        visitor.press("input[name=hide-names]").await?;
        visitor
            .until(
                "no name is to be read",
                "return !/Anna|Chen|Eve/.test(document.querySelector('main').innerText)",
            )
            .await?;
        assert!(visitor.has_focus("input[name=hide-names]").await?);
        visitor.reload().await?;
        is_a_team_of(visitor, 5).await?;
        visitor.press("input[name=hide-names]").await?;
        visitor.sees("[data-member='1'] input").await?;
        assert_eq!(visitor.value("[data-member='1'] input").await?, "Anna");
        let apart = visitor.text("[data-apart]").await?;
        assert!(apart.contains("Eve"), "{apart}");
        visitor
            .press("[data-member='5'] [data-action=remove]")
            .await?;
        visitor.press("dialog [data-action=confirm]").await?;
        is_a_team_of(visitor, 4).await?;
        assert!(!visitor.text("main").await?.contains("Eve"));
        Ok(())
    })
}

#[test]
fn what_is_settled_stays_and_becomes_an_assessment_like_any_other() -> Outcome {
    let folder = SiteFolder::empty()?;
    Journey::new().run(async |visitor| {
        five(visitor, &folder).await?;
        let first = "[data-discuss] fieldset:first-child";
        assert_eq!(visitor.count("[data-discuss] > fieldset").await?, 5);
        let question = visitor.attribute(first, "data-settle").await?;
        visitor
            .press(&format!("{first} label:has(input[value='3'])"))
            .await?;
        visitor.sees(&format!("{first} [data-settled='3']")).await?;
        visitor.sees("[data-settled-count='1']").await?;
        visitor.press("input[name=rest][value=middle]").await?;
        visitor.reload().await?;
        is_a_team_of(visitor, 5).await?;
        visitor.sees(&format!("{first} [data-settled='3']")).await?;
        let file = agreed(visitor).await?;
        assert_eq!(file["answers"][&question], 3);
        assert_eq!(
            file["answers"].as_object().map(serde_json::Map::len),
            Some(46)
        );
        assert_eq!(file["given_by"].get(&question), None, "the group gave it");
        visitor.press("[data-action=share]").await?;
        visitor.sees("[data-share-link]").await?;
        visitor.go("#/team").await?;
        is_a_team_of(visitor, 5).await?;
        visitor
            .press(&format!("{first} [data-action=unsettle]"))
            .await?;
        visitor.sees("[data-settled-count='0']").await?;
        assert!(visitor.has_focus("[data-discuss] input").await?);
        visitor.press("[data-action=clear-team]").await?;
        visitor.press("dialog [data-action=confirm]").await?;
        visitor.sees_no("[data-members]").await
    })
}

#[test]
fn answers_to_different_sections_are_joined_and_say_who_gave_them() -> Outcome {
    let folder = SiteFolder::empty()?;
    folder.write("cto.json", &answers_of("CTO", &["compute"], 2)?.to_string())?;
    let mut cfo = answers_of("CFO", &["strategy"], 1)?;
    cfo["answers"]["compute.elasticity"] = json!(4);
    folder.write("cfo.json", &cfo.to_string())?;
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let files = format!("{}\n{}", at("cto.json"), at("cfo.json"));
    Journey::new().run(async |visitor| {
        visitor.open("#/team").await?;
        visitor.chooses_file("[data-action=import]", &files).await?;
        is_a_team_of(visitor, 2).await?;
        // The one question that both answered, and differently.
        assert_eq!(visitor.count("[data-discuss] > fieldset").await?, 1);
        let conflict = visitor
            .attribute("[data-discuss] > fieldset", "data-settle")
            .await?;
        assert_eq!(conflict, "compute.elasticity");
        let said = visitor.text("[data-discuss]").await?;
        assert!(said.contains("CTO") && said.contains("CFO"), "{said}");
        let file = agreed(visitor).await?;
        assert_eq!(file["given_by"]["strategy.conviction"], "CFO");
        assert_eq!(file["given_by"]["compute.supply"], "CTO");
        assert_eq!(
            file["answers"].get("compute.elasticity"),
            None,
            "open until settled"
        );
        // It is remembered in the browser, too, until somebody answers anew.
        visitor.reload().await?;
        let again = visitor.saves("main [data-action=export-json]").await?;
        let again: Value = serde_json::from_str(&again)?;
        assert_eq!(again["given_by"], file["given_by"]);
        visitor.go("#/s/compute").await?;
        visitor.answers("compute.supply", "4").await?;
        visitor.go("#/results").await?;
        let changed = visitor.saves("main [data-action=export-json]").await?;
        let changed: Value = serde_json::from_str(&changed)?;
        assert_eq!(changed["given_by"].get("compute.supply"), None);
        Ok(())
    })
}

#[test]
fn assessments_of_this_browser_and_dropped_files_can_be_added() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.domain", "3").await?;
        visitor.go("#/workspace").await?;
        visitor.press("main a[href='#/team']").await?;
        visitor.is_on("team").await?;
        visitor.press("details.own > summary").await?;
        visitor.press("[data-action=add-own]").await?;
        is_a_team_of(visitor, 1).await?;
        assert_eq!(
            visitor.count("[data-alpha]").await?,
            0,
            "nobody to agree with"
        );
        visitor.press("[data-action=add-own]").await?;
        visitor.sees("[data-refused='1']").await?;
        let dropped = answers_of("Dropped", &["data"], 2)?.to_string();
        let drop = "const data = new DataTransfer();
            data.items.add(new File([arguments[0]], 'dropped.json', { type: 'application/json' }));
            const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
            document.querySelector('main h1').dispatchEvent(event)";
        visitor.script(drop, vec![dropped.into()]).await?;
        is_a_team_of(visitor, 2).await
    })
}

#[test]
fn everybody_can_use_the_page_of_a_team() -> Outcome {
    let folder = SiteFolder::empty()?;
    let axe = Axe::ready()?;
    for (language, width) in [("en", 1280), ("zh-CN", 390)] {
        Journey::new()
            .language(language)
            .size(width, 900)
            .run(async |visitor| {
                five(visitor, &folder).await?;
                visitor.sees("[data-discuss] fieldset").await?;
                visitor.press("[data-discuss] label").await?;
                let open = "document.querySelectorAll('details').forEach(d => d.open = true)";
                visitor.script(open, Vec::new()).await?;
                visitor.sees("[data-group=more] .folded").await?;
                visitor.script(open, Vec::new()).await?;
                for scheme in [Scheme::Light, Scheme::Dark] {
                    visitor.turns(scheme).await?;
                    assert_eq!(axe.findings(visitor).await?, Vec::<String>::new());
                }
                let wide = "return document.documentElement.scrollWidth <= innerWidth";
                visitor.until("nothing reaches beyond the edge", wide).await
            })?;
    }
    Ok(())
}
