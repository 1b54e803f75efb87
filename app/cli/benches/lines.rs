//! Measures how many assessments per second `assay score --lines` scores on one core.
//!
//! `cargo bench -p assay-cli --profile fast` writes full assessments of the standard questionnaire
//! (about 1.1 kB each, random answers) and runs the tool on them. A rate is lines per second of
//! processor time, including reading and writing; the best of three runs counts. Other load on the
//! machine still matters where cores share caches.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a measurement may fail"
)]

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use assay_core::Model;
use assay_core::random::Generator;

const LINES: u32 = 100_000;
/// The lines of runs with many draws, which take milliseconds a line.
const FEW_LINES: u32 = 1_000;
/// Clock ticks per second in the kernel's processor times.
const TICK: f64 = 0.01;

/// A file of assessments.
struct Input {
    name: &'static str,
    /// Every `step`th question is answered.
    step: usize,
    /// The version of the questionnaire; the present one if `None`.
    version: Option<&'static str>,
    draws: &'static [(&'static str, u32)],
}

const INPUTS: [Input; 3] = [
    Input {
        name: "every question answered",
        step: 1,
        version: None,
        draws: &[("0", LINES), ("100", LINES), ("10000", FEW_LINES)],
    },
    Input {
        name: "every second one open",
        step: 2,
        version: None,
        draws: &[("0", LINES), ("100", LINES), ("10000", FEW_LINES)],
    },
    Input {
        name: "every question of version 1 answered",
        step: 1,
        version: Some("1"),
        draws: &[("0", LINES)],
    },
];

fn main() {
    println!("a core computes so many assessments a second:");
    for input in &INPUTS {
        for &(draws, lines) in input.draws {
            let file = write(input, lines);
            let times = (0..3).map(|_| run(&file, draws, "1").1);
            let rate = f64::from(lines) / times.fold(f64::MAX, f64::min);
            let (name, each) = (input.name, 1e6 / rate);
            println!("  {name}, {draws} draws: {rate:.0} ({each:.1} µs each)");
        }
    }
    let (wall, busy) = run(&write(&INPUTS[0], LINES), "100", "0");
    println!("all cores, {LINES} lines, 100 draws: {wall:.2} s, {busy:.2} s of processor time");
}

/// Wall-clock and processor seconds of one run.
fn run(file: &Path, draws: &str, threads: &str) -> (f64, f64) {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_assay"))
        .args(["score", "--lines", "--draws", draws, "--threads", threads])
        .arg(file)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    let mut buffer = vec![0; 1 << 20];
    while out.read(&mut buffer).unwrap() > 0 {}
    let busy = processor_time(child.id());
    assert!(child.wait().unwrap().success());
    (start.elapsed().as_secs_f64(), busy)
}

/// User and system time of a terminated child that has not been waited for.
fn processor_time(process: u32) -> f64 {
    loop {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
        let fields: Vec<&str> = stat.rsplit(") ").next().unwrap().split(' ').collect();
        if fields[0] == "Z" {
            let ticks = |field: usize| fields[field].parse::<f64>().unwrap();
            return (ticks(11) + ticks(12)) * TICK;
        }
    }
}

/// Writes `lines` assessments.
fn write(input: &Input, lines: u32) -> PathBuf {
    let model = include_str!("../../core/models/standard.json");
    let model = Model::parse(model).unwrap().value;
    let version = input.version.unwrap_or(model.version());
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lines.jsonl");
    let mut out = BufWriter::new(File::create(&path).unwrap());
    let mut random = Generator::from_seed(7);
    for line in 0..lines {
        let answers: Vec<String> = model
            .questions()
            .iter()
            .step_by(input.step)
            .map(|question| format!("\"{}\":{}", question.id, random.next_index(5, 1).0))
            .collect();
        writeln!(
            out,
            "{{\"format\":\"assay.assessment/1\",\"model\":{{\"id\":\"standard\",\"version\":\"{version}\"}},\
             \"locale\":\"en\",\"depth\":\"full\",\"profile\":{{\"name\":\"Company {line}\",\
             \"stance\":\"provide\"}},\"answers\":{{{}}},\"ref\":{line}}}",
            answers.join(",")
        )
        .unwrap();
    }
    path
}
