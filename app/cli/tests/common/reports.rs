//! Reports of example companies.

use std::path::{Path, PathBuf};

use super::{CommandOutput, assessment_of, companies, run, scratch_folder};

/// A folder with the assessments of two companies.
pub fn two_companies(name: &str) -> PathBuf {
    let folder = scratch_folder(name);
    for (company, file) in companies().iter().zip(["a.json", "b.json"]) {
        std::fs::write(folder.join(file), assessment_of(company).to_string()).unwrap();
    }
    folder
}

/// Writes reports of the assessments of a file or a folder.
pub fn report(format: &str, output: &Path, input: &Path, options: &[&str]) -> CommandOutput {
    let fixed = ["report", "--draws", "100", "--format", format];
    let paths = [
        "--output",
        output.to_str().unwrap(),
        input.to_str().unwrap(),
    ];
    run(&[&fixed[..], options, &paths].concat(), "")
}

/// The names of the files of a folder.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
