//! The percentile in every group that the company belongs to.

use assay_core::cohort::{CohortGroup, Percentile, SubgroupCounts};
use assay_locale::format_share;

use super::{name_of_group, plausible_range};
use crate::pages::results::result_view::ResultView;
use crate::view::{AnyView, CollectView, IntoView, view};

/// Renders the table; nothing for a single group, which the sentence above describes.
pub(super) fn group_table(
    result: &ResultView,
    groups: &[(CohortGroup, SubgroupCounts)],
    value: f64,
) -> Option<AnyView> {
    if groups.len() < 2 {
        return None;
    }
    let messages = result.messages.clone();
    let groups: Vec<(String, SubgroupCounts)> = groups
        .iter()
        .map(|(group, counts)| (name_of_group(result, group), counts.clone()))
        .collect();
    let result = result.clone();
    let rows = move || {
        let plausible = plausible_range(&result);
        let rows = groups.iter().filter_map(|(name, counts)| {
            let found = counts.ai_content.percentile(value, plausible)?;
            Some(view! {
                <tr><th scope="row">{name.clone()}</th><td>{found.companies.to_string()}</td>{percentile_cells(&result, Some(found))}</tr>
            })
        });
        rows.collect_view()
    };
    let view = view! {
        <div class="broad"><table>
            <thead><tr>
                <th scope="col">{messages.cohort_table_groups().to_owned()}</th>
                <th scope="col">{messages.cohort_table_companies().to_owned()}</th>
                <th scope="col">{messages.cohort_table_lower().to_owned()}</th>
                <th scope="col">{messages.cohort_table_range().to_owned()}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    };
    Some(view.into_any())
}

/// Renders the share and its range as two cells.
pub(super) fn percentile_cells(
    result: &ResultView,
    found: Option<Percentile>,
) -> impl IntoView + use<> {
    let messages = &result.messages;
    let none = messages.sections_none();
    let share = found.map(|found| messages.cohort_table_share(&format_share(found.share)));
    let range = found.map(|found| {
        let (low, high) = (found.range.low, found.range.high);
        messages.cohort_table_between(&format_share(low), &format_share(high))
    });
    view! {
        <td>{share.unwrap_or_else(|| none.to_owned())}</td>
        <td>{range.unwrap_or_else(|| none.to_owned())}</td>
    }
}
