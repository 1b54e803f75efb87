//! The names of files in an archive for the board.

use assay_formats::Archive;

use crate::browser::files::dated_file_name;

/// A name for each ending, such as `assay-Acme-2026-11-28.pptx`, that no file of the archive has.
/// Companies of the same name are numbered: `assay-Acme-2026-11-28-2.pptx`.
pub(super) fn file_names(
    archive: &Archive,
    company: &str,
    day: &str,
    endings: &[&str],
) -> Vec<String> {
    let names = |day: &str| -> Vec<String> {
        let endings = endings.iter();
        endings
            .map(|ending| dated_file_name(company, day, ending))
            .collect()
    };
    let is_free = |names: &Vec<String>| !names.iter().any(|name| archive.has_name(name));
    let numbered = (2_usize..).map(|number| names(&format!("{day}-{number}")));
    let mut candidates = std::iter::once(names(day)).chain(numbered);
    candidates.find(is_free).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use assay_formats::Archive;

    use super::file_names;

    #[test]
    fn companies_with_the_same_name_have_files_of_their_own() {
        let mut archive = Archive::default();
        let long = "x".repeat(99);
        let mut all = Vec::new();
        for company in ["Acme", "ACME", "Acme", "", "", &long, &format!("{long}y")] {
            let names = file_names(&archive, company, "2026-11-28", &["pptx", "docx"]);
            for name in &names {
                archive.add(name, b"").unwrap();
            }
            all.push(names[0].clone());
        }
        assert_eq!(
            all[..5],
            [
                "assay-Acme-2026-11-28.pptx",
                "assay-ACME-2026-11-28-2.pptx",
                "assay-Acme-2026-11-28-3.pptx",
                "assay-2026-11-28.pptx",
                "assay-2026-11-28-2.pptx",
            ]
        );
        assert_ne!(all[5], all[6]);
    }
}
