//! Days are those of the reader's time zone; times keep their offset.

use assay_journeys::{Journey, Outcome, Visitor, load_company};
use serde_json::json;

/// 07:30 on 24 November 2026 in Shanghai; still 23 November in UTC.
const CLOCK: &str = "const Native = Date; const now = Native.parse('2026-11-23T23:30:00Z');
    Date = class extends Native { constructor(...given) { super(...(given.length ? given : [now])); } static now() { return now; } };";

async fn move_to_shanghai(visitor: &Visitor) -> Outcome {
    let zone = json!({ "timezoneId": "Asia/Shanghai" });
    visitor
        .send_devtools("Emulation.setTimezoneOverride", zone)
        .await?;
    visitor.preload_script(CLOCK).await?;
    Ok(())
}

#[test]
fn an_assessment_of_the_morning_in_shanghai_has_the_day_in_shanghai() -> Outcome {
    let company = load_company("bank, quick")?;
    Journey::new().run(async |visitor| {
        move_to_shanghai(visitor).await?;
        visitor.open_and_complete(&company).await?;
        let result = visitor.text("main").await?;
        assert!(result.contains("24 November 2026"), "{result}");
        assert!(!result.contains("23 November"), "{result}");

        visitor.open("#/workspace").await?;
        visitor.wait_visible("[data-assessment]").await?;
        let list = visitor.text("main").await?;
        assert!(
            list.contains("2026-11-24") && !list.contains("2026-11-23"),
            "{list}"
        );
        let file = visitor
            .save_text_file("main [data-action=export-json]")
            .await?;
        assert!(file.contains("2026-11-24T07:30:00+08:00"), "{file}");

        visitor.open("?lang=zh-CN#/results").await?;
        let result = visitor.text("main").await?;
        assert!(
            result.contains("2026年11月24日") && !result.contains("11月23日"),
            "{result}"
        );
        Ok(())
    })
}

#[test]
fn a_link_shows_its_senders_day_in_another_time_zone() -> Outcome {
    let company = load_company("bank, quick")?;
    Journey::new().run(async |visitor| {
        move_to_shanghai(visitor).await?;
        visitor.open_and_complete(&company).await?;
        visitor.press("[data-action=share]").await?;
        visitor.wait_visible("[data-share-link]").await?;
        let link = visitor.value("[data-share-link]").await?;
        let hash = link
            .find('#')
            .and_then(|at| link.get(at..))
            .unwrap_or_default()
            .to_owned();
        assert!(hash.starts_with("#/r/"), "{link}");
        let zone = json!({ "timezoneId": "America/Los_Angeles" });
        visitor
            .send_devtools("Emulation.setTimezoneOverride", zone)
            .await?;
        visitor.open(&hash).await?;
        visitor.wait_for_page("shared").await?;
        let result = visitor.text("main").await?;
        assert!(
            result.contains("24 November 2026") && !result.contains("23 November"),
            "{result}"
        );
        Ok(())
    })
}
