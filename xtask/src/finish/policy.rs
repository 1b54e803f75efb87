//! The Content-Security-Policy: files of the same origin, and inline scripts and styles whose hash
//! it contains.

use super::digest;
use super::html::{Element, find_elements};
use crate::error::{Error, Outcome};

/// Replaces the empty policy in the head by the policy for this page.
///
/// # Errors
/// If there is no empty policy, or a script comes before it, to which it would not apply.
pub fn insert(page: String) -> Outcome<String> {
    let place = find_elements(&page, "meta").into_iter().find(|meta| {
        meta.attribute("http-equiv")
            .is_some_and(|name| name.eq_ignore_ascii_case("Content-Security-Policy"))
    });
    let Some(place) = place.map(|meta| meta.range) else {
        return Err(Error::new(
            "index.html needs <meta http-equiv=\"Content-Security-Policy\" content=\"\"> in its head.",
        ));
    };
    let first_script = find_elements(&page, "script")
        .first()
        .map_or(usize::MAX, |script| script.range.start);
    if first_script < place.start {
        return Err(Error::new(
            "In index.html the Content-Security-Policy must come before every script.",
        ));
    }
    let meta = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
        build_policy(&page)
    );
    let mut page = page;
    page.replace_range(place, &meta);
    Ok(page)
}

/// The policy for a page in the form of a `meta` element.
#[must_use]
pub fn build_policy(page: &str) -> String {
    let scripts = format_hashes(
        find_elements(page, "script")
            .into_iter()
            .filter(runs_inline),
    );
    let styles = format_hashes(find_elements(page, "style").into_iter());
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval'{scripts}"),
        format!("style-src 'self'{styles}"),
        "img-src 'self' data: blob:".to_owned(),
        "font-src 'self'".to_owned(),
        "connect-src 'self'".to_owned(),
        // The builder page shows the embedded app.
        "frame-src 'self'".to_owned(),
        "manifest-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ]
    .join("; ")
}

/// Data blocks (`application/json` and others) are never run, so browsers do not check them against
/// the policy.
fn runs_inline(script: &Element<'_>) -> bool {
    let kind = script.attribute("type").unwrap_or_default();
    let runs = matches!(
        kind,
        "" | "module"
            | "text/javascript"
            | "application/javascript"
            | "importmap"
            | "speculationrules"
    );
    runs && script.attribute("src").is_none()
}

fn format_hashes<'a>(inline: impl Iterator<Item = Element<'a>>) -> String {
    let mut all: Vec<String> = inline
        // Browsers hash the text after they have normalized its line ends.
        .map(|element| {
            format!(
                " '{}'",
                digest::policy_hash(&element.content.replace("\r\n", "\n"))
            )
        })
        .collect();
    all.sort();
    all.dedup();
    all.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: &str = r#"<meta http-equiv="Content-Security-Policy" content="">"#;

    #[test]
    fn inline_scripts_are_named_by_their_hash() {
        let page = format!("<head>{PLACE}<script>alert('Hello, world.');</script></head>");
        let done = insert(page).unwrap();
        assert!(done.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=';"), "{done}");
        assert!(done.contains("style-src 'self';"));
        assert!(!done.contains("unsafe-inline") && !done.contains("'unsafe-eval'"));
    }

    #[test]
    fn data_blocks_and_files_need_no_hash() {
        let page = r#"<script type="application/json">{}</script><script src="./a.js"></script>"#;
        assert!(!build_policy(page).contains("sha256"));
    }

    #[test]
    fn a_script_before_the_policy_is_refused() {
        assert!(insert(format!("<script>1</script>{PLACE}")).is_err());
        assert!(insert("<head></head>".to_owned()).is_err());
    }
}
