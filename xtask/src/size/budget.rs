//! The limit of each file of the site.

use std::fmt;

use super::{Origin, SiteFile};
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
    part("index.html", 12_300),
    part("assay-web.wasm", 105_000),
    part("assay-web.js", 3_850),
    part("models/standard.starter.json", 650),
    part("models/standard.*.starter.json", 8_100),
    part("texts/*.starter.json", 2_450),
    part("first-screen/*.html", 3_000),
    part("assay-own.wasm", 131_000),
    part("assay-own.js", 4_300),
    part("texts/*.own.json", 4_000),
    part("assay-result.wasm", 311_000),
    part("assay-result.js", 4_450),
    part("assay-full.wasm", 629_000),
    part("assay-full.js", 5_100),
    part("assay-full.css", 7_150),
    part("models/standard.json", 2_400),
    part("models/standard.*.json", 14_100),
    part("models/examples.json", 6_750),
    part("models/v1/*.json", 12_500),
    part("texts/*.json", 31_500),
    part("assay-reports.wasm", 584_000),
    part("assay-reports.js", 1_550),
    part("embed*.js", 4_096),
    part("embed.*", 1_250),
    part("sw.js", 2_500),
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

/// Each file with the limit of its part. A firm's own file has none.
pub(super) fn measure(files: &[SiteFile]) -> Vec<Usage<'_>> {
    let usage = |file| Usage {
        file,
        part: part_of(file),
    };
    files.iter().map(usage).collect()
}

impl fmt::Display for Usage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SiteFile {
            name,
            raw,
            compressed,
            origin,
        } = self.file;
        write!(f, "{name:<48} {raw:>9} {compressed:>9}")?;
        match (self.part, origin) {
            (Some(part), _) => write!(f, " {:>9}", part.limit),
            (None, Origin::Firm) => write!(f, " {:>9}", "own file"),
            (None, Origin::Program) => write!(f, " {:>9}", "none"),
        }
    }
}

/// What is wrong with the sizes, a sentence each: a file of the program above its limit or without
/// one, and a part without files. The size of a firm's own files is the firm's decision.
pub(super) fn find_faults(usages: &[Usage<'_>]) -> Vec<String> {
    let of_files = usages.iter().filter_map(|usage| {
        let SiteFile {
            name,
            compressed,
            origin,
            ..
        } = usage.file;
        let Some(part) = usage.part else {
            return (*origin == Origin::Program).then(|| {
                format!("{name} has no limit: add its part to xtask/src/size/budget.rs.")
            });
        };
        let excess = compressed.checked_sub(part.limit).filter(|it| *it > 0)?;
        Some(format!(
            "{name} has {compressed} bytes with brotli, {excess} more than its limit of {}: make it \
             smaller, or say in the commit why the limit in xtask/src/size/budget.rs is raised.",
            part.limit
        ))
    });
    let is_replaced = |part: &Part| {
        let replaces =
            |file: &SiteFile| file.origin == Origin::Firm && fits(part.pattern, &file.name);
        usages.iter().any(|usage| replaces(usage.file))
    };
    let is_unused =
        |part: &&Part| usages.iter().all(|usage| usage.part != Some(*part)) && !is_replaced(part);
    let of_parts = PARTS.iter().filter(is_unused).map(|part| {
        format!(
            "No file is named {}: remove its limit from xtask/src/size/budget.rs.",
            part.pattern
        )
    });
    of_files.chain(of_parts).collect()
}

fn part_of(file: &SiteFile) -> Option<&'static Part> {
    if file.origin == Origin::Firm {
        return None;
    }
    let plain = digest::plain_name(&file.name);
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
            origin: Origin::Program,
        }
    }

    #[test]
    fn the_files_of_a_firm_have_no_limit_and_may_replace_a_part() {
        let mut files = full_site();
        files.retain(|file| file.name != "icon.svg");
        for name in ["config.json", "icon.svg", "models/ours.json", "logo.png"] {
            files.push(SiteFile {
                origin: Origin::Firm,
                ..site_file(name, 1 << 20)
            });
        }
        let usages = measure(&files);
        assert_eq!(find_faults(&usages), Vec::<String>::new());
        let printed: Vec<String> = usages.iter().map(ToString::to_string).collect();
        let named = printed.iter().filter(|line| line.ends_with("own file"));
        assert_eq!(named.count(), 4, "{printed:?}");
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
