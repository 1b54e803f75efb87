//! The Content-Security-Policy of a site that embeds the assessment.

/// The sources to add to two directives: the script of the element, and the frame. `origin` is the
/// app's.
#[must_use]
pub fn embedding_site_policy(origin: &str) -> String {
    format!("script-src {origin}; frame-src {origin}")
}
