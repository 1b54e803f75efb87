//! Runs the command line tool.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test uses a part of it, and may fail"
)]

pub mod reports;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// Output of a run.
pub struct CommandOutput {
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
    /// Exit status.
    pub status: i32,
}

/// The tool as a command without arguments.
pub fn assay() -> Command {
    Command::new(env!("CARGO_BIN_EXE_assay"))
}

/// Runs the tool with arguments and input.
pub fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> CommandOutput {
    let mut child = assay()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // On its own thread, so that neither side blocks the other.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    CommandOutput {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        status: output.status.code().unwrap(),
    }
}

/// Path of a file of the core.
pub fn core_path(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../core")
        .join(path)
}

/// The text of a path.
pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Writes a file for a test.
pub fn write_scratch_file(name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// An empty folder for a test.
pub fn scratch_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A small assessment with these answers.
pub fn assessment(stance: &str, answers: &Value) -> Value {
    json!({
        "format": "assay.assessment/1",
        "profile": { "name": "Acme", "stance": stance },
        "answers": answers,
    })
}

/// The example companies with figures of an independent implementation.
pub fn companies() -> Vec<Value> {
    let text = std::fs::read_to_string(core_path("tests/fixtures/archetypes.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The assessment file of an example company.
pub fn assessment_of(company: &Value) -> Value {
    let stance = company["profile"]["stance"].as_str().unwrap();
    assessment(stance, &company["answers"])
}
