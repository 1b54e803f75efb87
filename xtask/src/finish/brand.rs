//! Adds a firm's own files to a built site: `config.json`, questionnaires, a logo.

use std::fs;
use std::path::Path;

use assay_hosting::{Host, MAX_LINE_BYTES};

use super::{digest, headers, json_file, list_files, service_worker};
use crate::error::{Context as _, Error, Outcome};

/// `cargo xtask brand`: copies the files of the folder `own` into the site and writes what follows
/// from them: the headers for hosts and the service worker's list of files. Without `own` it writes
/// only these, for a site that was changed by hand.
///
/// # Errors
/// If there is no site, a file would replace a part of the program, is not valid text, or cannot be
/// copied.
pub fn apply_brand(site: &Path, own: Option<&Path>) -> Outcome {
    let index = site.join("index.html");
    let page =
        fs::read_to_string(&index).context("There is no dist/ yet (cargo xtask build makes it)")?;
    if let Some(own) = own {
        copy_files(own, site)?;
    }
    service_worker::write(site)?;
    headers::write(site, &page)
}

/// The same, and prints which files the hosts read.
///
/// # Errors
/// As [`apply_brand`].
pub fn apply_brand_and_report(site: &Path, own: Option<&Path>) -> Outcome {
    apply_brand(site, own)?;
    println!("dist/ is ready. Its headers are in:");
    for host in Host::ALL {
        println!("  {:<26} for {}", host.file_name(), host.name());
    }
    if let Some(length) = overlong_header_line(site) {
        println!(
            "The policy is {length} bytes long, and Cloudflare Pages sends no line of more than {MAX_LINE_BYTES}: name fewer allowed_origins there."
        );
    }
    Ok(())
}

/// The length of the longest line of `_headers` in bytes, if a host leaves out lines of that
/// length.
fn overlong_header_line(site: &Path) -> Option<usize> {
    let text = fs::read_to_string(site.join(headers::HEADERS_FILE)).ok()?;
    let longest = text.lines().map(str::len).max()?;
    (longest > MAX_LINE_BYTES).then_some(longest)
}

fn copy_files(own: &Path, site: &Path) -> Outcome {
    let names = list_files(own)?;
    if names.is_empty() {
        return Err(Error::new(format!(
            "There is no file in {}.",
            own.display()
        )));
    }
    // All files are checked before the first is copied: a site never has the files of two firms.
    for name in names.iter().filter(|name| name.ends_with(".json")) {
        json_file::check_text(&own.join(name))?;
    }
    for name in names {
        let (from, to) = (own.join(&name), site.join(&name));
        if name == "index.html" || name == "sw.js" || digest::is_hashed(&name) {
            let from = from.display();
            return Err(Error::new(format!(
                "{from} would take the place of a part of the program."
            )));
        }
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).context(format!("Cannot make {}", folder.display()))?;
        }
        fs::copy(&from, &to).context(format!("Cannot copy {}", from.display()))?;
        println!("{name}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
        let folder =
            std::env::temp_dir().join(format!("assay-brand-{name}-{}", std::process::id()));
        for (name, text) in files {
            super::super::write(&folder.join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn a_firms_files_are_part_of_the_site_and_of_its_headers() {
        let site = folder("site", &[("index.html", ""), ("config.json", "{}")]);
        let config = r#"{ "allowed_origins": ["https://firm.example"] }"#;
        let own = folder(
            "own",
            &[("config.json", config), ("models/ours.json", "{}")],
        );
        apply_brand(&site, Some(&own)).unwrap();
        let worker = fs::read_to_string(site.join("sw.js")).unwrap();
        assert!(worker.contains("\"models/ours.json\""), "{worker}");
        let headers = fs::read_to_string(site.join(headers::HEADERS_FILE)).unwrap();
        assert!(headers.contains("frame-ancestors 'self' https://firm.example\n"));
        fs::remove_dir_all(site).unwrap();
        fs::remove_dir_all(own).unwrap();
    }

    #[test]
    fn files_in_another_encoding_are_refused_before_anything_is_copied() {
        let site = folder("clean", &[("index.html", "the page")]);
        let own = folder("gb", &[("a.json", "{}"), ("models/ours.json", "{}")]);
        fs::write(own.join("models/ours.json"), b"{\"n\": \"\xc3\xf7\"}").unwrap();
        let error = apply_brand(&site, Some(&own)).unwrap_err().to_string();
        assert!(error.contains("ours.json"), "{error}");
        assert!(error.contains("line 1, column 8"), "{error}");
        assert!(!site.join("a.json").exists());
        fs::remove_dir_all(site).unwrap();
        fs::remove_dir_all(own).unwrap();
    }

    #[test]
    fn no_part_of_the_program_is_replaced() {
        let site = folder("kept", &[("index.html", "the page")]);
        let own = folder("bad", &[("index.html", "another")]);
        assert!(apply_brand(&site, Some(&own)).is_err());
        assert_eq!(
            fs::read_to_string(site.join("index.html")).unwrap(),
            "the page"
        );
        fs::remove_dir_all(site).unwrap();
        fs::remove_dir_all(own).unwrap();
    }
}
