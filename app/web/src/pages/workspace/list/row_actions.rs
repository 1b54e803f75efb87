//! The menu of a row: one line for each action.

use std::sync::Arc;

use super::actions;
use super::edit::begin_edit;
use super::page_state::{EditedPart, ListPage};
use super::row_data::Row;
use crate::parts::menu::{MenuTitle, close_menu_of, menu};
use crate::view::{AnyView, CollectView, IntoView, view};

/// An action of the menu.
struct RowAction {
    /// `data-action` of its button.
    name: &'static str,
    label: fn(&ListPage) -> String,
    is_offered: fn(&ListPage, &Row) -> bool,
    run: fn(&ListPage, &Arc<Row>),
}

/// The actions in their order in the menu.
const ROW_ACTIONS: [RowAction; 8] = [
    RowAction {
        name: "measure-again",
        label: |page| page.app.messages().overtime_again().to_owned(),
        is_offered: |page, row| row.entry.belongs_to(&page.app.questionnaire.model),
        run: actions::measure_again,
    },
    RowAction {
        name: "duplicate",
        label: |page| page.app.messages().workspace_duplicate().to_owned(),
        is_offered: |_, _| true,
        run: actions::duplicate,
    },
    RowAction {
        name: "rename",
        label: |page| page.app.messages().workspace_rename().to_owned(),
        is_offered: |_, _| true,
        run: |page, row| begin_edit(page, row, EditedPart::Name),
    },
    RowAction {
        name: "labels",
        label: |page| page.app.messages().workspace_labels().to_owned(),
        is_offered: |_, _| true,
        run: |page, row| begin_edit(page, row, EditedPart::Labels),
    },
    RowAction {
        name: "copy-version",
        label: |page| {
            let version = page.app.questionnaire.model.version();
            page.app.messages().versions_copy(version)
        },
        is_offered: is_other_version,
        run: actions::copy_to_this_version,
    },
    RowAction {
        name: "archive",
        label: |page| page.app.messages().workspace_archive().to_owned(),
        is_offered: |_, row| !row.entry.is_archived,
        run: |page, row| actions::archive(page, std::slice::from_ref(row), true),
    },
    RowAction {
        name: "unarchive",
        label: |page| page.app.messages().workspace_unarchive().to_owned(),
        is_offered: |_, row| row.entry.is_archived,
        run: |page, row| actions::archive(page, std::slice::from_ref(row), false),
    },
    RowAction {
        name: "delete",
        label: |page| page.app.messages().workspace_delete().to_owned(),
        is_offered: |_, _| true,
        run: |page, row| actions::delete(page, std::slice::from_ref(row)),
    },
];

/// Whether a row belongs to another version of the page's questionnaire.
pub(super) fn is_other_version(page: &ListPage, row: &Row) -> bool {
    let model = &page.app.questionnaire.model;
    let of = row.entry.model.as_ref();
    of.is_some_and(|of| of.id == model.id()) && !row.entry.belongs_to(model)
}

/// Renders the menu.
pub(super) fn row_menu(page: &ListPage, row: &Arc<Row>) -> AnyView {
    let messages = page.app.messages();
    let title = MenuTitle {
        class: "plain",
        text: messages.workspace_menu().to_owned(),
        label: Some(messages.workspace_menu_label(row.name(&messages))),
    };
    let (page, row) = (page.clone(), row.clone());
    menu("menu row-menu", title, move || menu_buttons(&page, &row)).into_any()
}

fn menu_buttons(page: &ListPage, row: &Arc<Row>) -> AnyView {
    let offered = ROW_ACTIONS.iter().filter(|it| (it.is_offered)(page, row));
    let buttons = offered.map(|action| {
        let (page, row, run) = (page.clone(), row.clone(), action.run);
        let label = (action.label)(&page);
        let press = move |event: web_sys::MouseEvent| {
            close_menu_of(&event);
            run(&page, &row);
        };
        view! { <li><button type="button" class="plain" data-action=action.name on:click=press>{label}</button></li> }
    });
    buttons.collect_view()
}
