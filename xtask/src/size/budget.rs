//! The limit of each file of the site.

use std::fmt;

use super::SiteFile;
use crate::finish::digest;

/// Files of one kind.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    /// The name without its hash; a `*` stands for any characters. A file belongs to the first part
    /// whose pattern it has.
    pattern: &'static str,
    /// The maximum size of each file in bytes, compressed with brotli.
    limit: usize,
}

const fn part(pattern: &'static str, limit: usize) -> Part {
    Part { pattern, limit }
}

/// Every part. A limit is about two percent above the largest file of the part when it was set; that of
/// `embed.js` is 4 KiB, because other sites load it.
const PARTS: &[Part] = &[
    part("index.html", 11_400),
    part("assay-web.wasm", 109_500),
    part("assay-web.js", 3_850),
    part("models/standard.starter.json", 650),
    part("models/standard.*.starter.json", 7_100),
    part("texts/*.starter.json", 2_100),
    part("assay-full.wasm", 596_000),
    part("assay-full.js", 5_100),
    part("assay-full.css", 5_750),
    part("models/standard.json", 2_400),
    part("models/standard.*.json", 12_400),
    part("models/examples.json", 3_600),
    part("models/v1/*.json", 12_500),
    part("texts/*.json", 27_900),
    part("assay-reports.wasm", 595_000),
    part("assay-reports.js", 1_550),
    part("embed*.js", 4_096),
    part("embed.*", 1_100),
    part("sw.js", 2_080),
    part("config.json", 50),
    part("icon.svg", 220),
    part("manifest.webmanifest", 190),
    part("examples/*", 2_600),
];

/// A file beside its limit.
#[derive(Debug)]
pub(super) struct Usage<'a> {
    file: &'a SiteFile,
    part: Option<&'static Part>,
}

/// Each file with the limit of its part.
pub(super) fn measure(files: &[SiteFile]) -> Vec<Usage<'_>> {
    let usage = |file| Usage {
        file,
        part: part_of(&file.name),
    };
    files.iter().map(usage).collect()
}

impl fmt::Display for Usage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SiteFile {
            name,
            raw,
            compressed,
        } = self.file;
        write!(f, "{name:<48} {raw:>9} {compressed:>9}")?;
        match self.part {
            Some(part) => write!(f, " {:>9}", part.limit),
            None => write!(f, " {:>9}", "none"),
        }
    }
}

/// What is wrong with the sizes, a sentence each: a file above its limit or without one, and a part
/// without files.
pub(super) fn find_faults(usages: &[Usage<'_>]) -> Vec<String> {
    let of_files = usages.iter().filter_map(|usage| {
        let SiteFile {
            name, compressed, ..
        } = usage.file;
        let Some(part) = usage.part else {
            return Some(format!(
                "{name} has no limit: add its part to xtask/src/size/budget.rs."
            ));
        };
        let excess = compressed.checked_sub(part.limit).filter(|it| *it > 0)?;
        Some(format!(
            "{name} has {compressed} bytes with brotli, {excess} more than its limit of {}: make it \
             smaller, or say in the commit why the limit in xtask/src/size/budget.rs is raised.",
            part.limit
        ))
    });
    let is_unused = |part: &&Part| usages.iter().all(|usage| usage.part != Some(*part));
    let of_parts = PARTS.iter().filter(is_unused).map(|part| {
        format!(
            "No file is named {}: remove its limit from xtask/src/size/budget.rs.",
            part.pattern
        )
    });
    of_files.chain(of_parts).collect()
}

fn part_of(name: &str) -> Option<&'static Part> {
    let plain = digest::plain_name(name);
    PARTS.iter().find(|part| fits(part.pattern, &plain))
}

fn fits(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, end)) => name
            .strip_prefix(start)
            .is_some_and(|rest| rest.ends_with(end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file for each part, with the size of its limit.
    fn full_site() -> Vec<SiteFile> {
        let file = |part: &Part| site_file(&part.pattern.replace('*', "x"), part.limit);
        PARTS.iter().map(file).collect()
    }

    fn site_file(name: &str, compressed: usize) -> SiteFile {
        SiteFile {
            name: name.to_owned(),
            raw: compressed,
            compressed,
        }
    }

    #[test]
    fn files_at_their_limits_have_no_fault() {
        assert_eq!(find_faults(&measure(&full_site())), Vec::<String>::new());
    }

    #[test]
    fn a_byte_more_than_the_limit_is_a_fault_of_that_file() {
        for place in 0..PARTS.len() {
            let mut files = full_site();
            files[place].compressed += 1;
            let faults = find_faults(&measure(&files));
            assert_eq!(faults.len(), 1, "{faults:?}");
            assert!(faults[0].starts_with(&files[place].name), "{}", faults[0]);
        }
    }

    #[test]
    fn a_file_without_a_limit_is_a_fault() {
        let mut files = full_site();
        files.push(site_file("video.mp4", 1));
        let faults = find_faults(&measure(&files));
        assert_eq!(
            faults,
            ["video.mp4 has no limit: add its part to xtask/src/size/budget.rs."]
        );
    }

    #[test]
    fn a_limit_without_a_file_is_a_fault() {
        let mut files = full_site();
        files.retain(|file| file.name != "sw.js");
        let faults = find_faults(&measure(&files));
        assert_eq!(
            faults,
            ["No file is named sw.js: remove its limit from xtask/src/size/budget.rs."]
        );
    }
}
