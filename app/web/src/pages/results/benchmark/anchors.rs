//! Published figures of other studies, as facts. `docs/benchmarks.md` lists the sources.

use assay_locale::Messages;

use crate::view::{CollectView, IntoView, view};

/// A text of the interface.
type Text = fn(&Messages) -> &str;

/// A published figure.
struct Anchor {
    study: Text,
    year: &'static str,
    finding: Text,
    scale: Text,
}

/// The figures, the latest first.
const ANCHORS: [Anchor; 6] = [
    Anchor {
        study: Messages::anchors_servicenow,
        year: "2025",
        finding: Messages::anchors_servicenow_later,
        scale: Messages::anchors_other_scale,
    },
    Anchor {
        study: Messages::anchors_bcg,
        year: "2025",
        finding: Messages::anchors_bcg_found,
        scale: Messages::anchors_stages,
    },
    Anchor {
        study: Messages::anchors_eurostat,
        year: "2025",
        finding: Messages::anchors_eurostat_found,
        scale: Messages::anchors_share,
    },
    Anchor {
        study: Messages::anchors_servicenow,
        year: "2024",
        finding: Messages::anchors_servicenow_earlier,
        scale: Messages::anchors_other_scale,
    },
    Anchor {
        study: Messages::anchors_accenture,
        year: "2022",
        finding: Messages::anchors_accenture_found,
        scale: Messages::anchors_other_scale,
    },
    Anchor {
        study: Messages::anchors_cisr,
        year: "2022",
        finding: Messages::anchors_cisr_found,
        scale: Messages::anchors_stages,
    },
];

/// Renders the figures in a list that can be opened.
pub(super) fn anchors_section(messages: &Messages) -> impl IntoView + use<> {
    let lines = ANCHORS.iter().map(|anchor| {
        let [study, finding, scale] =
            [anchor.study, anchor.finding, anchor.scale].map(|text| text(messages));
        view! { <li>{messages.anchors_line(study, anchor.year, finding, scale)}</li> }
    });
    let lines = lines.collect_view();
    view! {
        <details class="figures" data-anchors>
            <summary>{messages.anchors_heading().to_owned()}</summary>
            <p>{messages.anchors_lead().to_owned()}</p>
            <ul class="cautions">{lines}</ul>
        </details>
    }
}
