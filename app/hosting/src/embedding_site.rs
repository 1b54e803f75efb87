//! What a site with a policy of its own must allow for the embedded assessment.

/// The two directives to add to: the script that defines the element, and the frame. `origin` is the
/// app's.
#[must_use]
pub fn embedding_site_policy(origin: &str) -> String {
    format!("script-src {origin}; frame-src {origin}")
}
