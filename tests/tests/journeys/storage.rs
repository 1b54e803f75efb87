//! Browsers that refuse to store, in part or altogether.

use assay_journeys::{Journey, Outcome, company};
use serde_json::json;

#[test]
fn where_nothing_can_be_stored_a_warning_shows_and_the_app_works() -> Outcome {
    let company = company("logistics company, quick")?;
    Journey::new().refusing_storage().run(async |visitor| {
        visitor.open("").await?;
        visitor.sees(".notice.warning[role=alert]").await?;
        visitor.fills_in(&company).await?;
        assert_eq!(
            company.differences(&visitor.figures().await?),
            Vec::<String>::new()
        );
        visitor.sees(".notice.warning[role=alert]").await?;
        visitor.press("[data-action=language]").await?;
        visitor.sees("html[lang=zh-CN]").await?;
        let warning = visitor.text(".notice.warning").await?;
        assert!(
            warning.contains("浏览器"),
            "the warning follows the language: {warning}"
        );
        assert_eq!(
            company.differences(&visitor.figures().await?),
            Vec::<String>::new()
        );
        Ok(())
    })
}

#[test]
fn without_a_database_local_storage_keeps_the_answers() -> Outcome {
    Journey::new().run(async |visitor| {
        let refuse = "IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); }";
        visitor.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refuse })).await?;
        visitor.open("#/s/data").await?;
        visitor.answers("data.access", "2").await?;
        assert_eq!(visitor.count(".notice.warning").await?, 0, "warnings");
        visitor.reload().await?;
        visitor.is_in("data").await?;
        assert_eq!(visitor.answer("data.access").await?, "2");
        Ok(())
    })
}

#[test]
fn a_full_storage_is_said() -> Outcome {
    Journey::new().run(async |visitor| {
        let refuse = "const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
            IDBObjectStore.prototype.put = full;
            const set = Storage.prototype.setItem;
            Storage.prototype.setItem = function (key, value) { if (key === 'assay/probe') return set.call(this, key, value); full(); }";
        visitor.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refuse })).await?;
        visitor.open("#/s/data").await?;
        assert_eq!(visitor.count(".notice.warning").await?, 0, "warnings before anything is stored");
        visitor.answers("data.access", "2").await?;
        visitor.sees(".notice.warning[role=alert]").await
    })
}
