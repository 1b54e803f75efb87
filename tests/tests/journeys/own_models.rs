//! Questionnaires of the site's owner, opened with `?model=`.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};
use serde_json::{Map, Value, json};

/// A valid model with `sections` sections of two questions each.
fn model_with_sections(sections: usize) -> Value {
    let ids: Vec<String> = (1..=sections).map(|n| format!("part{n}")).collect();
    let question = |section: &String, at: usize| json!({ "id": format!("{section}.q{at}"), "section": section, "topic": "t", "weight": 1, "quick": at == 1 });
    let questions: Vec<Value> = ids
        .iter()
        .flat_map(|id| [question(id, 1), question(id, 2)])
        .collect();
    let criterion: Map<String, Value> = ids
        .iter()
        .map(|id| (format!("{id}.q1"), json!(1)))
        .collect();
    let path = json!({ "all": { "weight": 1 } });
    let paths = json!({ "maas": path, "industry": path, "open_source": path, "agent": path });
    let titles: Map<String, Value> = ids
        .iter()
        .map(|id| {
            (
                id.clone(),
                json!({ "title": format!("Title of {id}"), "intro": "" }),
            )
        })
        .collect();
    json!({
        "format": "assay.model/1", "id": "own", "version": "7",
        "sections": ids.iter().map(|id| json!({ "id": id, "weight": 1 })).collect::<Vec<_>>(),
        "aggregation": { "power": 0, "shift": 0.01 },
        "questions": questions, "criteria": { "all": criterion },
        "paths": { "provide": paths, "adopt": paths },
        "texts": { "en": { "title": "Our own", "sections": titles } },
    })
}

async fn answer_everything(visitor: &Visitor, sections: usize) -> Outcome {
    for number in 1..=sections {
        visitor.go_to_hash(&format!("#/s/part{number}")).await?;
        visitor.wait_for_section(&format!("part{number}")).await?;
        visitor
            .choose_answer(&format!("part{number}.q1"), "3")
            .await?;
    }
    visitor.go_to_page("results").await
}

fn run_with_model(sections: usize, look: impl AsyncFnOnce(&Visitor) -> Outcome) -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("own.json", &model_with_sections(sections).to_string())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open("?model=own.json").await?;
        visitor.wait_for_page("start").await?;
        answer_everything(visitor, sections).await?;
        assert_eq!(visitor.figures().await?.content, "75.00", "all at level 3");
        look(visitor).await
    })
}

#[test]
fn with_two_sections_there_are_bars_only() -> Outcome {
    run_with_model(2, async |visitor| {
        visitor.wait_visible("canvas").await?;
        assert_eq!(visitor.count_visible("canvas").await?, 1, "drawings");
        Ok(())
    })
}

#[test]
fn with_many_sections_the_radar_has_numbers_and_a_legend() -> Outcome {
    run_with_model(10, async |visitor| {
        visitor.wait_visible("canvas").await?;
        assert_eq!(visitor.count_visible("canvas").await?, 2, "drawings");
        assert_eq!(
            visitor.count_visible(".radar-legend li").await?,
            10,
            "entries of the legend"
        );
        Ok(())
    })
}

#[test]
fn a_link_to_a_result_of_an_own_model_carries_the_model() -> Outcome {
    run_with_model(3, async |visitor| {
        let figures = visitor.figures().await?;
        visitor.press("[data-action=share]").await?;
        visitor.wait_visible("[data-share-link]").await?;
        let link = visitor.value("[data-share-link]").await?;
        assert!(link.contains("?model=own.json#/r/"), "{link}");
        visitor
            .open(link.strip_prefix(visitor.address()).unwrap())
            .await?;
        visitor.wait_for_page("shared").await?;
        assert_eq!(visitor.figures().await?, figures);
        Ok(())
    })
}

#[test]
fn every_fault_of_a_broken_model_is_listed() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let broken = include_str!("../../../app/core/tests/fixtures/broken-model.json");
    folder.write("broken.json", broken)?;
    folder.write("not.json", "{")?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        for language in ["en", "zh-CN"] {
            visitor
                .open(&format!("?lang={language}&model=broken.json"))
                .await?;
            visitor.wait_for_page("error").await?;
            let faults = visitor.count_visible(".faults li").await?;
            assert!(faults > 20, "{faults} faults are listed");
            let text = visitor.text(".faults").await?;
            assert!(text.contains("questions[3].visible_if.question"), "{text}");
        }
        visitor.open("?model=not.json").await?;
        visitor.wait_for_page("error").await?;
        assert_eq!(visitor.count_visible(".faults li").await?, 1);
        Ok(())
    })
}

#[test]
fn a_model_of_another_site_is_never_requested() -> Outcome {
    Journey::new().run(async |visitor| {
        for address in ["https://example.com/model.json", "//example.com/model.json"] {
            visitor.open(&format!("?model={address}")).await?;
            visitor.wait_for_page("error").await?;
            let text = visitor.text("main").await?;
            assert!(text.contains("example.com"), "{text}");
        }
        Ok(())
    })
}

#[test]
fn a_missing_model_is_reported() -> Outcome {
    Journey::new().allowing_message("404").run(async |visitor| {
        visitor.open("?model=none.json").await?;
        visitor.wait_for_page("error").await?;
        let text = visitor.text("main").await?;
        assert!(text.contains("none.json"), "{text}");
        Ok(())
    })
}

#[test]
fn twelve_sections_are_a_list_that_opens_below_one_line() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    folder.write("own.json", &model_with_sections(12).to_string())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.resize(320, 640).await?;
        visitor.open("?model=own.json#/s/part3").await?;
        visitor.wait_for_section("part3").await?;
        assert_eq!(
            visitor.text(".sticky summary").await?,
            "Section 3 of 12: Title of part3"
        );
        assert_eq!(visitor.count_visible(".sticky nav a").await?, 0, "links");
        visitor.press(".sticky summary").await?;
        assert_eq!(visitor.count_visible(".sticky nav a").await?, 12, "links");
        visitor.wait_at_rest(".sticky nav a:nth-child(7)").await?;
        visitor.press(".sticky nav a:nth-child(7)").await?;
        visitor.wait_for_section("part7").await?;
        assert_eq!(
            visitor.text(".sticky summary").await?,
            "Section 7 of 12: Title of part7"
        );
        assert_eq!(visitor.count_visible(".sticky nav a").await?, 0, "closed");
        let overflow = "return document.documentElement.scrollWidth";
        assert_eq!(visitor.run_script(overflow, vec![]).await?, json!(320));
        Ok(())
    })
}

#[test]
fn a_low_window_shows_questions_and_no_bar_that_stays() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.resize(320, 256).await?;
        visitor.open("#/s/data").await?;
        visitor.wait_for_section("data").await?;
        let bottom = "window.scrollTo(0, 900); return document.querySelector('.sticky').getBoundingClientRect().bottom < 0";
        assert_eq!(visitor.run_script(bottom, vec![]).await?, json!(true));
        visitor.resize(320, 640).await?;
        assert_eq!(visitor.run_script(bottom, vec![]).await?, json!(false));
        Ok(())
    })
}
