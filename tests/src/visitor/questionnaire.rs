//! Answers questions: with the mouse, with keys, or with a script.

use super::Visitor;
use crate::{Company, Error, Outcome};

impl Visitor {
    /// Chooses an answer by a press on its label.
    ///
    /// # Errors
    /// If it cannot be pressed, or is not selected afterwards.
    pub async fn choose_answer(&self, question: &str, answer: &str) -> Outcome {
        self.press(&format!(
            "{} label:has(input[value='{answer}'])",
            question_selector(question)
        ))
        .await?;
        let given = self.shown_answer(question).await?;
        if given == answer {
            return Ok(());
        }
        Err(Error::new(format!(
            "{question} should be answered {answer}, but shows \"{given}\""
        )))
    }

    /// The selected answer of a question; empty if there is none.
    ///
    /// # Errors
    /// If the script cannot run.
    pub async fn shown_answer(&self, question: &str) -> Outcome<String> {
        self.value(&format!("{} input:checked", question_selector(question)))
            .await
    }

    /// The ids of the visible questions, in their order.
    ///
    /// # Errors
    /// If the script cannot run.
    pub async fn visible_questions(&self) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll('fieldset[data-question]:not([hidden])')].map(f => f.dataset.question)";
        Ok(serde_json::from_value(
            self.run_script(script, Vec::new()).await?,
        )?)
    }

    /// Opens the section "data" and chooses answers to its questions: `("data.domain", "3")`.
    ///
    /// # Errors
    /// If an answer cannot be chosen.
    pub async fn begin_in_data(&self, answers: &[(&str, &str)]) -> Outcome {
        self.open("#/s/data").await?;
        for (question, answer) in answers {
            self.choose_answer(question, answer).await?;
        }
        Ok(())
    }

    /// Reloads the section "data" and checks the selected answers.
    ///
    /// # Errors
    /// If an answer differs.
    pub async fn check_data_after_reload(&self, answers: &[(&str, &str)]) -> Outcome {
        self.reload().await?;
        self.wait_for_section("data").await?;
        for (question, answer) in answers {
            let shown = self.shown_answer(question).await?;
            if shown != *answer {
                return Err(Error::new(format!(
                    "After a reload {question} should show \"{answer}\", but shows \"{shown}\""
                )));
            }
        }
        Ok(())
    }

    /// Opens the start page and fills in a company's assessment.
    ///
    /// # Errors
    /// As [`Visitor::complete_assessment`].
    pub async fn open_and_complete(&self, company: &Company) -> Outcome {
        self.open("").await?;
        self.complete_assessment(company).await
    }

    /// Deletes everything on the page "about". What the app announces then is not awaited.
    ///
    /// # Errors
    /// If the button or the dialog's button cannot be pressed.
    pub async fn delete_everything(&self) -> Outcome {
        self.go_to_page("about").await?;
        self.press("[data-action=delete-everything]").await?;
        self.press("dialog[open] [data-action=confirm]").await
    }

    /// Answers all questions of the page with the mouse, and returns their number.
    ///
    /// # Errors
    /// If the company has no answer to a question.
    pub async fn answer_page_by_mouse(&self, company: &Company) -> Outcome<usize> {
        let mut given = 0;
        // Questions that an answer reveals are below it.
        while let Some(question) = self.visible_questions().await?.get(given).cloned() {
            self.choose_answer(&question, company.answer(&question)?)
                .await?;
            given += 1;
        }
        Ok(given)
    }

    /// Answers all questions of the page with the keys 1 to 5 and 0, while the focus moves on by
    /// itself; returns their number.
    ///
    /// # Errors
    /// If the company has no answer to a question, or a key answers another one.
    pub async fn answer_page_by_keys(&self, company: &Company) -> Outcome<usize> {
        let mut given = 0;
        while let Some(question) = self.visible_questions().await?.get(given).cloned() {
            let answer = company.answer(&question)?;
            self.type_keys(&key_of(answer)?).await?;
            let shown = self.shown_answer(&question).await?;
            if shown != answer {
                let at = self.describe_focus().await?;
                return Err(Error::new(format!(
                    "The key for {answer} should answer {question}, which shows \"{shown}\"; the focus is then on {at}"
                )));
            }
            given += 1;
        }
        Ok(given)
    }

    /// Fills in the profile and all sections, the answers with a script to save time. Ends on the
    /// page of the results.
    ///
    /// # Errors
    /// If the company has no answer to a question, or a page does not show.
    pub async fn complete_assessment(&self, company: &Company) -> Outcome {
        let depth = &company.depth;
        // A frame opens at the profile, and may offer one depth only.
        if self.count_visible("main[data-page=profile]").await? == 0 {
            self.press(&format!(
                "main[data-page=start] [data-action=start][data-depth={depth}]"
            ))
            .await?;
            self.wait_for_page("profile").await?;
        } else if self.count_visible("[name=depth]").await? > 0 {
            self.press(&format!("label:has(input[name=depth][value={depth}])"))
                .await?;
        }
        self.press(&format!(
            "label:has(input[name=stance][value={}])",
            company.stance
        ))
        .await?;
        self.press("[data-action=next]").await?;
        for section in crate::standard_sections()? {
            self.wait_for_section(&section.id).await?;
            self.answer_page_by_script(company).await?;
            self.press("main [data-action=next], main [data-action=review]")
                .await?;
        }
        self.wait_for_page("review").await?;
        self.press("main .pager [data-action=results]").await?;
        self.wait_for_page("results").await
    }

    /// Answers all questions of the page with a script.
    ///
    /// # Errors
    /// If the company has no answer to a question.
    pub async fn answer_page_by_script(&self, company: &Company) -> Outcome {
        let mut given = 0;
        while let Some(question) = self.visible_questions().await?.get(given).cloned() {
            let radio = format!(
                "{} input[value='{}']",
                question_selector(&question),
                company.answer(&question)?
            );
            self.run_script(
                "document.querySelector(arguments[0]).click()",
                vec![radio.into()],
            )
            .await?;
            given += 1;
        }
        Ok(())
    }
}

/// The selector of a question.
fn question_selector(question: &str) -> String {
    format!("fieldset[data-question='{question}']")
}

/// The key for an answer.
fn key_of(answer: &str) -> Outcome<String> {
    match (answer, answer.parse::<u8>()) {
        ("unknown", _) => Ok("0".to_owned()),
        (_, Ok(level)) => Ok((level + 1).to_string()),
        _ => Err(Error::new(format!("No key gives {answer}"))),
    }
}
