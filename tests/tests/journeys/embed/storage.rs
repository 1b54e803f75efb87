//! Browsers that store nothing for a frame of another site.

use assay_journeys::{Outcome, load_company};

use super::{firm_with_element, open_page, send_shown_result, wait_for_event};

#[test]
fn without_storage_answers_are_in_memory_and_in_the_link() -> Outcome {
    let (firm, company) = (firm_with_element()?, load_company("bank, quick")?);
    firm.journey().without_storage().run(async |visitor| {
        open_page(visitor).await?;
        visitor.complete_assessment(&company).await?;
        let figures = visitor.figures().await?;
        assert_eq!(company.differences(&figures), Vec::<String>::new());
        visitor.go_to_section("data").await?;
        assert_eq!(
            visitor.shown_answer("data.domain").await?,
            company.answer("data.domain")?,
            "after going back"
        );
        visitor.go_to_hash("#/results").await?;
        send_shown_result(visitor).await?;
        let sent = wait_for_event(visitor, "assay-result").await?;
        let link = sent["link"].as_str().unwrap_or_default().to_owned();
        visitor.load_address(&link).await?;
        visitor.wait_for_page("shared").await?;
        assert_eq!(visitor.figures().await?, figures, "by the link");
        Ok(())
    })
}
