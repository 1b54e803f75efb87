//! Detects an app without an origin of its own. Browser storage belongs to an origin and not to a
//! folder: any other page of the origin can read and change the answers.

/// Hosts that put all projects of an account on one origin.
const SHARED_DOMAINS: [&str; 3] = ["github.io", "gitlab.io", "codeberg.page"];

/// Whether other pages may share the origin of the app at `home`: it is in a folder of a site, or
/// on a host with one origin per account.
#[must_use]
pub fn has_shared_origin(home: &str) -> bool {
    let Some((_, rest)) = home.split_once("://") else {
        return false;
    };
    let (place, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let host = place.split(':').next().unwrap_or_default();
    let of_account = |domain: &&str| {
        host.strip_suffix(*domain)
            .is_some_and(|account| account.ends_with('.'))
    };
    !matches!(path, "" | "index.html") || SHARED_DOMAINS.iter().any(of_account)
}

#[cfg(test)]
mod tests {
    use super::has_shared_origin;

    #[test]
    fn a_folder_of_a_site_or_of_an_account_is_no_origin_of_its_own() {
        for shared in [
            "https://user.github.io/assay/",
            "https://user.github.io/",
            "https://user.gitlab.io",
            "https://user.codeberg.page:443/x/",
            "https://firm.example/tools/assay/",
            "http://127.0.0.1:8080/sub/",
        ] {
            assert!(has_shared_origin(shared), "{shared}");
        }
        for own in [
            "https://assay.firm.example/",
            "https://assay.firm.example",
            "https://assay.firm.example/?lang=en#/embed",
            "https://assay.firm.example/index.html",
            "https://notgithub.io/",
            "http://127.0.0.1:8080/",
            "",
        ] {
            assert!(!has_shared_origin(own), "{own}");
        }
    }
}
