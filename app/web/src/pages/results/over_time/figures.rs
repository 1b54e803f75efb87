//! The figures of all measurements as a table, one column per measurement.

use super::Measurements;
use crate::pages::compare::{ai_content_row, part_rows};
use crate::view::{AnyView, CollectView, view};

pub(super) fn figures(measurements: &Measurements) -> AnyView {
    let view = &measurements.view;
    let messages = &view.messages;
    let heads = (0..measurements.all.len()).map(|at| {
        let is_current = at == measurements.current;
        let current = is_current.then(|| {
            view! { <br/><span class="tag">{messages.overtime_current().to_owned()}</span> }
        });
        view! { <th scope="col" data-measurement=at.to_string()>{measurements.day(at)}{current}</th> }
    });
    let heads = heads.collect_view();
    view! {
        <div class="broad" role="region" tabindex="0" aria-label=messages.overtime_table().to_owned()>
            <table class="beside">
                <thead><tr><th scope="col">{messages.whatif_column_figure().to_owned()}</th>{heads}</tr></thead>
                <tbody>{ai_content_row(view)}{part_rows(view)}</tbody>
            </table>
        </div>
    }
}
