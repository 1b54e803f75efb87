//! The evidence for an answer as one line.

use assay_core::{Evidence, EvidenceSource};

use crate::view::{AnyView, IntoView, view};

/// Renders source, date and person. The source is a link if it is the address of a web page.
pub(crate) fn evidence_line(evidence: &Evidence) -> AnyView {
    let source = source_link(evidence.source())
        .unwrap_or_else(|| evidence.source().as_str().to_owned().into_any());
    let date = evidence.date().map(|day| day.to_string());
    let person = Some(evidence.person().as_str()).filter(|name| !name.is_empty());
    let rest = [date, person.map(str::to_owned)].into_iter().flatten();
    let mut rest = rest.collect::<Vec<_>>().join(" · ");
    if !evidence.source().as_str().is_empty() && !rest.is_empty() {
        rest.insert_str(0, " · ");
    }
    view! { {source}{rest} }.into_any()
}

/// Renders the link of a source; `None` if the source is not the address of a web page.
pub(super) fn source_link(source: &EvidenceSource) -> Option<AnyView> {
    let address = source.web_address()?;
    let link = view! { <a href=address target="_blank" rel="noreferrer noopener">{address}</a> };
    Some(link.into_any())
}

#[cfg(all(test, feature = "ssr"))]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use assay_core::{Day, Evidence, EvidenceSource, Person};

    use super::evidence_line;
    use crate::view::to_html;

    fn html(source: &str, date: &str, person: &str) -> String {
        let source = EvidenceSource::new(source);
        let evidence = Evidence::new(source, Day::parse(date), Person::new(person)).unwrap();
        to_html(&evidence_line(&evidence))
    }

    #[test]
    fn the_address_of_a_web_page_is_a_link_that_tells_nothing_to_its_site() {
        let line = html("https://example.org/a?b=\"c", "2026-11-23", "Li Na");
        assert_eq!(
            line,
            "<a href=\"https://example.org/a?b=&quot;c\" target=\"_blank\" \
             rel=\"noreferrer noopener\">https://example.org/a?b=&quot;c</a> · 2026-11-23 · Li Na"
        );
    }

    #[test]
    fn any_other_source_is_text() {
        assert_eq!(html("javascript:alert(1)", "", ""), "javascript:alert(1)");
        assert_eq!(html("<b>.pdf", "", "Bo"), "&lt;b&gt;.pdf · Bo");
        assert_eq!(html("", "2026-11-23", "Bo"), "2026-11-23 · Bo");
    }
}
