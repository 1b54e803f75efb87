//! The same assessment in two tabs.

use assay_journeys::{Journey, Outcome};

#[test]
fn two_tabs_see_and_never_overwrite_each_others_answers() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.inventory", "1").await?;
        let first = visitor.tab().await?;
        let second = visitor.opens_tab("#/s/data").await?;
        assert_eq!(visitor.answer("data.inventory").await?, "1", "what the first tab stored");
        visitor.answers("data.domain", "2").await?;
        visitor.turns_to(&first).await?;
        let heard = "return document.querySelector(\"[data-question='data.domain'] input:checked\")?.value === '2'";
        visitor.until("the first tab hears of the answer", heard).await?;
        visitor.answers("data.access", "3").await?;
        visitor.turns_to(&second).await?;
        visitor.answers("data.standard", "4").await?;
        visitor.reload().await?;
        visitor.is_in("data").await?;
        for (question, answer) in [("data.inventory", "1"), ("data.domain", "2"), ("data.access", "3"), ("data.standard", "4")] {
            assert_eq!(visitor.answer(question).await?, answer, "{question}");
        }
        Ok(())
    })
}

#[test]
fn a_question_that_another_tab_takes_away_does_not_lose_the_focus() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/compute").await?;
        visitor.answers("compute.owned", "2").await?;
        let first = visitor.tab().await?;
        visitor.opens_tab("#/s/compute").await?;
        let second = visitor.tab().await?;
        visitor.turns_to(&first).await?;
        visitor
            .tabs_to("[data-question='compute.utilisation'] input")
            .await?;
        visitor.turns_to(&second).await?;
        visitor.answers("compute.owned", "0").await?;
        visitor.turns_to(&first).await?;
        visitor
            .sees_no("[data-question='compute.utilisation']")
            .await?;
        visitor
            .until(
                "the focus is in a question that shows",
                "return document.activeElement?.closest('fieldset:not([hidden])')",
            )
            .await
    })
}

#[test]
fn what_another_tab_deletes_is_stored_anew_with_the_next_answer() -> Outcome {
    for everything in [false, true] {
        Journey::new().run(async |visitor| {
            visitor.open("#/s/data").await?;
            visitor.answers("data.inventory", "1").await?;
            let first = visitor.tab().await?;
            if everything {
                visitor.opens_tab("#/about").await?;
                visitor.press("[data-action=delete-everything]").await?;
                visitor.press("dialog[open] [data-action=confirm]").await?;
                visitor.sees(".notice").await?;
            } else {
                visitor.opens_tab("#/workspace").await?;
                visitor.press(".assessments [data-action=delete]").await?;
                visitor.press("dialog[open] [data-action=confirm]").await?;
                visitor.sees_no(".assessments li").await?;
            }
            visitor.turns_to(&first).await?;
            visitor.answers("data.domain", "2").await?;
            visitor.reload().await?;
            visitor.is_in("data").await?;
            for (question, answer) in [("data.inventory", "1"), ("data.domain", "2")] {
                assert_eq!(
                    visitor.answer(question).await?,
                    answer,
                    "{question}, everything: {everything}"
                );
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn each_of_two_new_tabs_comes_back_with_its_own_answers() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        let first = visitor.tab().await?;
        visitor.opens_tab("#/s/data").await?;
        visitor.answers("data.domain", "2").await?;
        let second = visitor.tab().await?;
        visitor.turns_to(&first).await?;
        visitor.answers("data.inventory", "1").await?;
        visitor.turns_to(&second).await?;
        visitor.reload().await?;
        visitor.is_in("data").await?;
        assert_eq!(visitor.answer("data.domain").await?, "2");
        visitor.turns_to(&first).await?;
        visitor.reload().await?;
        visitor.is_in("data").await?;
        assert_eq!(visitor.answer("data.inventory").await?, "1");
        assert_eq!(visitor.answer("data.domain").await?, "");
        Ok(())
    })
}

#[test]
fn a_note_written_in_one_tab_shows_in_the_other() -> Outcome {
    let note = "fieldset[data-question='data.domain'] textarea";
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.domain", "1").await?;
        let first = visitor.tab().await?;
        visitor.opens_tab("#/s/data").await?;
        visitor
            .press("fieldset[data-question='data.domain'] summary")
            .await?;
        visitor.press(note).await?;
        visitor.types("seen by both").await?;
        visitor.turns_to(&first).await?;
        visitor
            .until(
                "the note is heard",
                &format!("return document.querySelector({note:?}).value === 'seen by both'"),
            )
            .await
    })
}

#[test]
fn what_another_tab_deletes_is_stored_anew_when_it_gets_another_name() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/data").await?;
        visitor.answers("data.inventory", "1").await?;
        let first = visitor.tab().await?;
        visitor.opens_tab("#/workspace").await?;
        visitor.press(".assessments [data-action=delete]").await?;
        visitor.press("dialog[open] [data-action=confirm]").await?;
        visitor.sees_no(".assessments li").await?;
        visitor.turns_to(&first).await?;
        visitor.go("#/profile").await?;
        visitor.press("input[name=name]").await?;
        visitor.types("Renamed").await?;
        visitor.key(assay_journeys::Key::Tab).await?;
        visitor.reload().await?;
        assert_eq!(visitor.value("input[name=name]").await?, "Renamed");
        visitor.go("#/s/data").await?;
        visitor.is_in("data").await?;
        assert_eq!(visitor.answer("data.inventory").await?, "1");
        Ok(())
    })
}
