//! How far the members agree, over all and by section, and how that is computed.

use crate::view::{CollectView, IntoView, view};
use assay_core::SectionIx;
use assay_core::team::Agreement;
use assay_locale::team::format_alpha;

use super::TeamView;

pub(super) fn agreement_section(shown: &TeamView) -> impl IntoView + use<> {
    let words = &shown.messages;
    let report = shown.report();
    let value = shown.merged.agreement.alpha;
    let figure = value.map(|value| {
        view! { <p class="alpha">{words.team_agree_figure(&format_alpha(value))}</p> }
    });
    view! {
        <section class="stack" aria-labelledby="team-agree">
            <h2 id="team-agree">{words.team_agree_heading().to_owned()}</h2>
            <div data-alpha=value.map(|value| format!("{value:.3}")).unwrap_or_default()>
                <p><strong>{report.agreement().to_owned()}</strong></p>
                {figure}
            </div>
            <details>
                <summary>{words.team_agree_how().to_owned()}</summary>
                <div class="stack">
                    <p>{words.team_agree_how_text().to_owned()}</p>
                    <p class="formula">{report.agreement_derivation()}</p>
                    {table(shown)}
                </div>
            </details>
        </section>
    }
}

fn table(shown: &TeamView) -> impl IntoView + use<> {
    let words = &shown.messages;
    let sections = shown.merged.sections.iter().enumerate();
    let rows = sections.map(|(index, agreement): (usize, &Agreement)| {
        let title = shown.texts.section(SectionIx::new(index)).title.clone();
        let value = agreement.alpha;
        view! {
            <tr>
                <th scope="row" lang=shown.texts.lang() dir=shown.texts.dir()>{title}</th>
                <td>{value.map_or_else(|| words.sections_none().to_owned(), format_alpha)}</td>
                <td>{shown.report().agreement_label(agreement).to_owned()}</td>
            </tr>
        }
    });
    view! {
        <table class="accords">
            <thead><tr>
                <th scope="col">{words.team_agree_section().to_owned()}</th>
                <th scope="col">{words.team_agree_alpha().to_owned()}</th>
                <th scope="col">{words.team_agree_meaning().to_owned()}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
