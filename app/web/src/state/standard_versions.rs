//! The versions of the standard questionnaire that a site has beside the present one.

/// The value of `?model=` for the present version.
pub(super) const STANDARD: &str = "standard";

/// The prefix of the version in the value of `?model=` for an earlier version.
const VERSION_PREFIX: &str = "standard@";

/// The earlier versions, each in a folder `models/v…` of the site.
const EARLIER_VERSIONS: [&str; 1] = ["1"];

/// The earlier version of the standard questionnaire that `?model=` asks for.
pub(super) fn earlier_version(parameter: &str) -> Option<&'static str> {
    let wanted = parameter.strip_prefix(VERSION_PREFIX)?;
    let mut versions = EARLIER_VERSIONS.into_iter();
    versions.find(|version| *version == wanted)
}

/// The folder of the site that holds an earlier version. Its files never change, so their names
/// carry no hash, and the page does not list them.
pub(super) fn earlier_folder(version: &str) -> String {
    format!("models/v{version}/")
}

/// The value of `?model=` that asks for an earlier version, where the site has it.
pub(super) fn earlier_parameter(version: &str) -> Option<String> {
    let parameter = format!("{VERSION_PREFIX}{version}");
    earlier_version(&parameter).is_some().then_some(parameter)
}

#[cfg(test)]
mod tests {
    use super::{earlier_folder, earlier_parameter, earlier_version};

    #[test]
    fn an_earlier_version_is_requested_by_its_number() {
        assert_eq!(
            earlier_version("standard@1").map(earlier_folder).as_deref(),
            Some("models/v1/")
        );
        assert_eq!(earlier_parameter("1").as_deref(), Some("standard@1"));
        assert_eq!(earlier_parameter("2"), None);
        for other in [
            "standard",
            "standard@",
            "standard@2",
            "standard@1/..",
            "x.json",
        ] {
            assert_eq!(earlier_version(other), None, "{other}");
        }
    }
}
