//! Two elements in one page.

use assay_journeys::{Firm, Outcome};

#[test]
fn two_on_one_page_do_not_disturb_each_other() -> Outcome {
    let firm = Firm::new()?;
    firm.app_folder().write(
        "law-office.json",
        include_str!("../../../../docs/examples/law-office.json"),
    )?;
    firm.app_folder().write(
        "law-office.zh-CN.json",
        include_str!("../../../../docs/examples/law-office.zh-CN.json"),
    )?;
    firm.write_embedding_page("index.html", "<assay-assessment id=\"one\" depth=\"quick\"></assay-assessment><assay-assessment id=\"two\" lang=\"zh-CN\" model=\"law-office.json\"></assay-assessment>")?;
    firm.journey().run(async |visitor| {
        visitor.open_without_waiting("").await?;
        for (id, place, question) in [("one", "#/s/data", "data.domain"), ("two", "#/s/material", "material.files")] {
            visitor.enter_embed(&format!("#{id}")).await?;
            visitor.go_to_hash(place).await?;
            visitor.wait_for_page("section").await?;
            visitor.choose_answer(question, "2").await?;
        }
        visitor.wait_visible("html[lang=zh-CN]").await?;
        visitor.enter_embed("#one").await?;
        visitor.wait_visible("html[lang=en] main[data-section=data]").await?;
        assert_eq!(visitor.shown_answer("data.domain").await?, "2");
        visitor.leave_frame().await?;
        let progress = "return Object.fromEntries(['one', 'two'].map(id => [id, window.seen.filter(e => e.from === id && e.type === 'assay-progress').at(-1)?.detail]))";
        let progress = visitor.run_script(progress, Vec::new()).await?;
        for (id, section) in [("one", "data"), ("two", "material")] {
            assert_eq!(progress[id]["section"], section, "{progress}");
        }
        Ok(())
    })
}
