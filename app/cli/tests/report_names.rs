//! Names of the files of reports.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod common;

use common::reports::{names, report, two_companies};
use common::{assessment_of, companies, run, scratch_folder};

#[test]
fn two_assessments_of_one_name_do_not_overwrite_each_other() {
    let (one, other) = (
        two_companies("reports-same-1"),
        two_companies("reports-same-2"),
    );
    let output = scratch_folder("reports-same");
    let paths = [&output, &one.join("a.json"), &other.join("a.json")];
    let paths = paths.map(|path| path.to_str().unwrap().to_owned());
    let fixed = ["report", "--format", "md", "--draws", "0", "--output"];
    let arguments: Vec<&str> = fixed
        .into_iter()
        .chain(paths.iter().map(String::as_str))
        .collect();
    let ran = run(&arguments, "");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("rename one of the files"), "{}", ran.err);
    assert_eq!(names(&output), ["a.md"]);
}

#[test]
fn no_file_of_a_report_overwrites_one_of_another_report() {
    let csv = ["acme-figures.csv", "acme.csv"];
    check_overwriting("csv", "figures", &csv);
    let svg = ["acme-paths.svg", "acme-radar.svg", "acme.svg"];
    check_overwriting("svg", "paths", &svg);
}

/// Reports on "acme" and "acme-ADDITION" in one run: the second one is refused, and the files of the
/// first one are as without it.
fn check_overwriting(format: &str, addition: &str, first: &[&str]) {
    let input = scratch_folder(&format!("reports-beside-{format}"));
    let other = format!("acme-{addition}.json");
    for (company, file) in companies().iter().zip(["acme.json", &other]) {
        std::fs::write(input.join(file), assessment_of(company).to_string()).unwrap();
    }
    let (acme, other) = (input.join("acme.json"), input.join(&other));
    let alone = scratch_folder(&format!("reports-beside-{format}-1"));
    report(
        format,
        &alone.join("acme").with_extension(format),
        &acme,
        &[],
    );
    let output = scratch_folder(&format!("reports-beside-{format}-2"));
    // "acme" comes first.
    let ran = report(format, &output, &other, &[acme.to_str().unwrap()]);
    assert_eq!(ran.status, 1, "{format}");
    assert!(ran.err.contains("rename one of the files"), "{}", ran.err);
    let name = format!("acme-{addition}.{format}");
    assert!(ran.err.contains(&name), "{}", ran.err);
    assert_eq!(names(&output), first);
    for name in first {
        let [one, two] = [&alone, &output].map(|folder| std::fs::read(folder.join(name)).unwrap());
        assert!(one == two, "{name}");
    }
}

#[test]
fn dots_in_the_names_of_assessments_stay() {
    let input = two_companies("reports-dots-in");
    for (from, to) in [("a.json", "acme.v1.json"), ("b.json", "acme.v2.json")] {
        std::fs::rename(input.join(from), input.join(to)).unwrap();
    }
    let output = scratch_folder("reports-dots");
    let ran = report("csv", &output, &input, &[]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let expected = [
        "acme.v1-figures.csv",
        "acme.v1.csv",
        "acme.v2-figures.csv",
        "acme.v2.csv",
    ];
    assert_eq!(names(&output), expected);
}
