//! Browsers that refuse to store data, in part or entirely.

use assay_journeys::{Journey, Outcome, load_company};

#[test]
fn where_nothing_can_be_stored_a_warning_shows_and_the_app_works() -> Outcome {
    let company = load_company("logistics company, quick")?;
    Journey::new().without_storage().run(async |visitor| {
        visitor.open("").await?;
        visitor.wait_visible(".notice.warning[role=alert]").await?;
        visitor.complete_assessment(&company).await?;
        assert_eq!(
            company.differences(&visitor.figures().await?),
            Vec::<String>::new()
        );
        visitor.wait_visible(".notice.warning[role=alert]").await?;
        visitor.choose_language("zh-CN").await?;
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
        visitor.preload_script(refuse).await?;
        visitor.begin_in_data(&[("data.access", "2")]).await?;
        visitor.check_data_after_reload(&[("data.access", "2")]).await?;
        visitor.stays_hidden(".notice.warning").await
    })
}

#[test]
fn a_full_storage_is_reported() -> Outcome {
    Journey::new().run(async |visitor| {
        let refuse = "const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
            IDBObjectStore.prototype.put = full;
            const set = Storage.prototype.setItem;
            Storage.prototype.setItem = function (key, value) { if (key === 'assay/probe') return set.call(this, key, value); full(); }";
        visitor.preload_script(refuse).await?;
        visitor.open("#/s/data").await?;
        visitor.stays_hidden(".notice.warning").await?;
        visitor.choose_answer("data.access", "2").await?;
        visitor.wait_visible(".notice.warning[role=alert]").await
    })
}
