//! The same assessment in two tabs.

use assay_journeys::{Journey, Outcome};

#[test]
fn two_tabs_see_and_never_overwrite_each_others_answers() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.inventory", "1")]).await?;
        let first = visitor.current_tab().await?;
        let second = visitor.open_tab("#/s/data").await?;
        assert_eq!(visitor.shown_answer("data.inventory").await?, "1", "what the first tab stored");
        visitor.choose_answer("data.domain", "2").await?;
        visitor.switch_to_tab(&first).await?;
        let is_checked = "return document.querySelector(\"[data-question='data.domain'] input:checked\")?.value === '2'";
        visitor.wait_until("the first tab hears of the answer", is_checked).await?;
        visitor.choose_answer("data.access", "3").await?;
        visitor.switch_to_tab(&second).await?;
        visitor.choose_answer("data.standard", "4").await?;
        visitor.reload().await?;
        visitor.wait_for_section("data").await?;
        for (question, answer) in [("data.inventory", "1"), ("data.domain", "2"), ("data.access", "3"), ("data.standard", "4")] {
            assert_eq!(visitor.shown_answer(question).await?, answer, "{question}");
        }
        Ok(())
    })
}

#[test]
fn a_question_that_another_tab_takes_away_does_not_lose_the_focus() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/s/compute").await?;
        visitor.choose_answer("compute.owned", "2").await?;
        let first = visitor.current_tab().await?;
        visitor.open_tab("#/s/compute").await?;
        let second = visitor.current_tab().await?;
        visitor.switch_to_tab(&first).await?;
        visitor
            .tab_to("[data-question='compute.utilisation'] input")
            .await?;
        visitor.switch_to_tab(&second).await?;
        visitor.choose_answer("compute.owned", "0").await?;
        visitor.switch_to_tab(&first).await?;
        visitor
            .wait_hidden("[data-question='compute.utilisation']")
            .await?;
        visitor
            .wait_until(
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
            visitor.begin_in_data(&[("data.inventory", "1")]).await?;
            let first = visitor.current_tab().await?;
            if everything {
                visitor.open_tab("#/about").await?;
                visitor.press("[data-action=delete-everything]").await?;
                visitor.press("dialog[open] [data-action=confirm]").await?;
                visitor.wait_visible(".notice").await?;
            } else {
                visitor.open_tab("#/workspace").await?;
                visitor
                    .choose_row_action(".assessments tbody tr", "delete")
                    .await?;
                visitor.wait_hidden(".assessments tbody tr").await?;
            }
            visitor.switch_to_tab(&first).await?;
            visitor.choose_answer("data.domain", "2").await?;
            visitor.reload().await?;
            visitor.wait_for_section("data").await?;
            for (question, answer) in [("data.inventory", "1"), ("data.domain", "2")] {
                assert_eq!(
                    visitor.shown_answer(question).await?,
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
        let first = visitor.current_tab().await?;
        visitor.open_tab("#/s/data").await?;
        visitor.choose_answer("data.domain", "2").await?;
        let second = visitor.current_tab().await?;
        visitor.switch_to_tab(&first).await?;
        visitor.choose_answer("data.inventory", "1").await?;
        visitor.switch_to_tab(&second).await?;
        visitor
            .check_data_after_reload(&[("data.domain", "2")])
            .await?;
        visitor.switch_to_tab(&first).await?;
        visitor
            .check_data_after_reload(&[("data.inventory", "1"), ("data.domain", "")])
            .await
    })
}

#[test]
fn a_note_written_in_one_tab_shows_in_the_other() -> Outcome {
    let note = "fieldset[data-question='data.domain'] textarea";
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "1")]).await?;
        let first = visitor.current_tab().await?;
        visitor.open_tab("#/s/data").await?;
        visitor
            .press("fieldset[data-question='data.domain'] [data-note]")
            .await?;
        visitor.press(note).await?;
        visitor.type_keys("seen by both").await?;
        visitor.switch_to_tab(&first).await?;
        visitor
            .wait_until(
                "the note is heard",
                &format!("return document.querySelector({note:?}).value === 'seen by both'"),
            )
            .await
    })
}

#[test]
fn what_another_tab_deletes_is_stored_anew_when_it_gets_another_name() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.begin_in_data(&[("data.inventory", "1")]).await?;
        let first = visitor.current_tab().await?;
        visitor.open_tab("#/workspace").await?;
        visitor
            .choose_row_action(".assessments tbody tr", "delete")
            .await?;
        visitor.wait_hidden(".assessments tbody tr").await?;
        visitor.switch_to_tab(&first).await?;
        visitor.go_to_hash("#/profile").await?;
        visitor.press("input[name=name]").await?;
        visitor.type_keys("Renamed").await?;
        visitor.press_key(assay_journeys::Key::Tab).await?;
        visitor.reload().await?;
        assert_eq!(visitor.value("input[name=name]").await?, "Renamed");
        visitor.go_to_section("data").await?;
        assert_eq!(visitor.shown_answer("data.inventory").await?, "1");
        Ok(())
    })
}
