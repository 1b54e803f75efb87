//! Questionnaires whose wording lacks the reader's language or is invalid.

use assay_journeys::{Journey, Outcome, SiteFolder, Visitor};
use serde_json::{Map, Value, json};

/// A questionnaire of one section with two questions and these texts.
fn model_with_texts(texts: &Value) -> String {
    let path = json!({ "all": { "weight": 1 } });
    let paths = json!({ "maas": path, "industry": path, "open_source": path, "agent": path });
    json!({
        "format": "assay.model/1", "id": "office", "version": "1",
        "sections": [{ "id": "work", "weight": 1 }],
        "aggregation": { "power": 0, "shift": 0.01 },
        "questions": [
            { "id": "work.first", "section": "work", "weight": 1, "quick": true },
            { "id": "work.second", "section": "work", "weight": 1, "quick": true },
        ],
        "criteria": { "all": { "work.first": 1, "work.second": 1 } },
        "paths": { "provide": paths, "adopt": paths },
        "texts": texts,
    })
    .to_string()
}

fn texts(title: &str, question: &str, level: &str) -> Value {
    let one =
        json!({ "text": question, "help": "", "levels": [level, level, level, level, level] });
    let path = json!({ "title": title, "summary": "" });
    let paths: Map<String, Value> = ["maas", "industry", "open_source", "agent"]
        .into_iter()
        .map(|id| (id.to_owned(), path.clone()))
        .collect();
    json!({
        "title": title, "sections": { "work": { "title": title, "intro": "" } },
        "questions": { "work.first": one, "work.second": one },
        "criteria": { "all": title }, "paths": paths,
    })
}

async fn first_legend(visitor: &Visitor) -> Outcome<String> {
    visitor.wait_for_section("work").await?;
    visitor.text("fieldset legend").await
}

#[test]
fn wording_of_another_site_is_not_loaded_and_is_reported() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let texts = json!({ "en": texts("Office", "How far?", "A step"), "zh-CN": "https://firm.example/office.zh.json" });
    folder.write("office.json", &model_with_texts(&texts))?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor
            .open("?lang=zh-CN&model=office.json#/s/work")
            .await?;
        assert_eq!(first_legend(visitor).await?, "How far?");
        let text = visitor.text("[data-wording]").await?;
        for part in ["https://firm.example/office.zh.json", "不在本站"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        Ok(())
    })
}

#[test]
fn wording_with_a_fault_is_replaced_by_the_other_language_and_reported() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let mut chinese = texts("办公", "做到哪一步？", "一步");
    chinese["questions"]["work.second"]["levels"] = json!(["一", "二", "三", "四"]);
    let both = json!({ "en": texts("Office", "How far?", "A step"), "zh-CN": "office.zh.json" });
    folder.write("office.json", &model_with_texts(&both))?;
    folder.write("office.zh.json", &chinese.to_string())?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor
            .open("?lang=zh-CN&model=office.json#/s/work")
            .await?;
        assert_eq!(first_legend(visitor).await?, "How far?");
        let text = visitor.text("[data-wording]").await?;
        for part in ["office.zh.json", "work.second", "第 1 行", "英语"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        for place in ["fieldset legend", "h1", ".numbered"] {
            assert_eq!(visitor.attribute(place, "lang").await?, "en", "{place}");
            assert_eq!(visitor.attribute(place, "dir").await?, "auto", "{place}");
        }
        visitor.open("?lang=en&model=office.json#/s/work").await?;
        assert_eq!(first_legend(visitor).await?, "How far?");
        visitor.wait_hidden("[data-wording]").await?;
        assert_eq!(visitor.count_visible("fieldset [lang]").await?, 0);
        folder.write(
            "office.zh.json",
            &texts("办公", "做到哪一步？", "一步").to_string(),
        )?;
        visitor
            .open("?lang=zh-CN&model=office.json#/s/work")
            .await?;
        assert_eq!(first_legend(visitor).await?, "做到哪一步？");
        visitor.wait_hidden("[data-wording]").await
    })
}

#[test]
fn a_foreign_language_is_marked_with_its_direction_and_named() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let arabic = json!({ "ar": texts("عمل المكتب", "إلى أي حد (AI)؟", "جرّبه شخص واحد") });
    folder.write("arabic.json", &model_with_texts(&arabic))?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        for (language, name) in [("en", "Arabic"), ("zh-CN", "阿拉伯语")] {
            visitor
                .open(&format!("?lang={language}&model=arabic.json#/s/work"))
                .await?;
            assert_eq!(first_legend(visitor).await?, "إلى أي حد (AI)؟");
            let text = visitor.text("[data-wording]").await?;
            assert!(text.contains(name), "{text}");
            let direction =
                "return getComputedStyle(document.querySelector('fieldset legend')).direction";
            assert_eq!(visitor.run_script(direction, Vec::new()).await?, "rtl");
            assert_eq!(visitor.attribute(".progress a span", "lang").await?, "ar");
        }
        Ok(())
    })
}

#[test]
fn a_missing_text_comes_from_the_other_language_and_never_as_an_id() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let mut chinese = texts("办公", "做到哪一步？", "一步");
    chinese["questions"] = json!({ "work.second": chinese["questions"]["work.second"] });
    let both = json!({ "en": texts("Office", "How far?", "A step"), "zh-CN": chinese });
    folder.write("office.json", &model_with_texts(&both))?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor
            .open("?lang=zh-CN&model=office.json#/s/work")
            .await?;
        assert_eq!(first_legend(visitor).await?, "How far?");
        assert_eq!(visitor.text("h1").await?, "办公");
        visitor.wait_visible("[data-wording]").await?;
        let text = visitor.text("main").await?;
        assert!(text.contains("做到哪一步？"), "{text}");
        assert!(!text.contains("work.first"), "{text}");
        Ok(())
    })
}

#[test]
fn wording_that_cannot_be_used_in_any_language_is_an_error_page() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    let beside = model_with_texts(&json!({ "en": "office.en.json" }));
    folder.write("office.json", &beside)?;
    folder.write("office.en.json", "{ \"title\": 'Office' }")?;
    folder.write("own.json", &beside)?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        visitor.open("?lang=zh-CN&model=office.json").await?;
        visitor.wait_for_page("error").await?;
        let text = visitor.text("main").await?;
        for part in ["office.en.json", "第 1 行第 12 列"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        visitor.open("?lang=en#/workspace").await?;
        let own = folder.file_path("own.json");
        visitor
            .choose_file("[data-action=open-model]", &own)
            .await?;
        visitor.wait_visible(".drop .faults li").await?;
        let text = visitor.text(".drop .faults").await?;
        assert!(text.contains("office.en.json"), "{text}");
        visitor.wait_hidden("[data-action=answer-model]").await
    })
}
