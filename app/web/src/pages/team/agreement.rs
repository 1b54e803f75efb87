//! The agreement of the members: overall, by section, and its computation.

use crate::view::{CollectView, IntoView, view};
use assay_core::SectionIx;
use assay_core::team::Agreement;
use assay_locale::team::format_alpha;

use super::team_view::TeamView;

pub(super) fn agreement_section(team_view: &TeamView) -> impl IntoView + use<> {
    let messages = &team_view.messages;
    let report = team_view.report();
    let value = team_view.merged.agreement.alpha;
    let figure = value.map(|value| {
        view! { <p class="alpha">{messages.team_agree_figure(&format_alpha(messages, value))}</p> }
    });
    view! {
        <section class="stack" aria-labelledby="team-agree">
            <h2 id="team-agree">{messages.team_agree_heading().to_owned()}</h2>
            <div data-alpha=value.map(|value| format!("{value:.3}")).unwrap_or_default()>
                <p><strong>{report.agreement().to_owned()}</strong></p>
                {figure}
            </div>
            <details>
                <summary>{messages.team_agree_how().to_owned()}</summary>
                <div class="stack">
                    <p>{messages.team_agree_how_text().to_owned()}</p>
                    <p class="formula">{report.agreement_derivation()}</p>
                    {table(team_view)}
                </div>
            </details>
        </section>
    }
}

fn table(team_view: &TeamView) -> impl IntoView + use<> {
    let messages = &team_view.messages;
    let sections = team_view.merged.sections.iter().enumerate();
    let rows = sections.map(|(index, agreement): (usize, &Agreement)| {
        let title = team_view.texts.section(SectionIx::new(index)).title.clone();
        let value = agreement.alpha;
        view! {
            <tr>
                <th scope="row" lang=team_view.texts.lang() dir=team_view.texts.dir()>{title}</th>
                <td>{value.map_or_else(|| messages.sections_none().to_owned(), |value| format_alpha(messages, value))}</td>
                <td>{team_view.report().agreement_label(agreement).to_owned()}</td>
            </tr>
        }
    });
    view! {
        <table class="accords">
            <thead><tr>
                <th scope="col">{messages.team_agree_section().to_owned()}</th>
                <th scope="col">{messages.team_agree_alpha().to_owned()}</th>
                <th scope="col">{messages.team_agree_meaning().to_owned()}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
