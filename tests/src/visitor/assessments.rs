//! Menus of the list of assessments and of a result.

use super::Visitor;
use crate::Outcome;

impl Visitor {
    /// Chooses an action, by its `data-action`, in the menu of a row, by its selector.
    ///
    /// # Errors
    /// If there is no such row or action.
    pub async fn choose_row_action(&self, row: &str, action: &str) -> Outcome {
        self.press(&format!("{row} .row-menu > summary")).await?;
        self.press(&format!("{row} [data-action={action}]")).await
    }

    /// Chooses an action, by its `data-action`, in the menu of the result's page.
    ///
    /// # Errors
    /// If there is no such action.
    pub async fn choose_result_action(&self, action: &str) -> Outcome {
        self.press("main .actions .menu > summary").await?;
        self.press(&format!("main .actions [data-action={action}]"))
            .await
    }

    /// Waits until the list of assessments has so many rows.
    ///
    /// # Errors
    /// If it does not.
    pub async fn wait_for_rows(&self, count: usize) -> Outcome {
        let script =
            format!("return document.querySelectorAll('.assessments tbody tr').length === {count}");
        self.wait_until(&format!("{count} assessments are listed"), &script)
            .await
    }
}
