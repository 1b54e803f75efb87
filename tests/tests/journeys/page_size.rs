//! The number of nodes of the largest pages, which decides how long they take to build and to lay
//! out.

use assay_journeys::{Journey, Outcome, Visitor, load_company, standard_sections};

/// Most nodes of a question: its texts, seven answers, three buttons.
const QUESTION_LIMIT: i64 = 36;

/// Most nodes of the document on a section page, of which about a hundred are not in questions.
const SECTION_LIMIT: i64 = 600;

/// Most nodes of the document on a complete result.
const RESULT_LIMIT: i64 = 1_000;

const COUNT: &str = "const walker = document.createTreeWalker(document.querySelector(arguments[0]), NodeFilter.SHOW_ALL);
    let count = 1; while (walker.nextNode()) count += 1; return count";

async fn count_nodes(visitor: &Visitor, selector: &str) -> Outcome<i64> {
    let count = visitor.run_script(COUNT, vec![selector.into()]).await?;
    Ok(count.as_i64().unwrap_or(i64::MAX))
}

#[test]
fn sections_and_the_result_stay_below_their_numbers_of_nodes() -> Outcome {
    let company = load_company("bank")?;
    Journey::new().run(async |visitor| {
        visitor.open_and_complete(&company).await?;
        visitor.wait_visible("[data-confidence]").await?;
        let nodes = count_nodes(visitor, "html").await?;
        assert!(nodes <= RESULT_LIMIT, "{nodes} nodes on the result");
        for section in standard_sections()? {
            visitor.go_to_section(&section.id).await?;
            for question in &section.questions {
                let fieldset = format!("fieldset[data-question='{question}']");
                let nodes = count_nodes(visitor, &fieldset).await?;
                assert!(nodes <= QUESTION_LIMIT, "{nodes} nodes in {question}");
            }
            let nodes = count_nodes(visitor, "html").await?;
            assert!(nodes <= SECTION_LIMIT, "{nodes} nodes in {}", section.id);
        }
        Ok(())
    })
}
