//! Measures how many assessments per second `assay score --lines` scores on one core.
//!
//! `cargo bench -p assay-cli --profile fast` writes 100,000 full assessments of the standard model
//! (about 1.1 kB each, random answers) and runs the tool on them. A rate is lines per second of
//! processor time, including reading and writing, so other load does not matter; the best of three
//! runs counts.
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
/// Clock ticks per second in the kernel's processor times.
const TICK: f64 = 0.01;

fn main() {
    let full = write("full.jsonl", 1);
    let half = write("half.jsonl", 2);
    println!("{LINES} lines; a core computes so many a second:");
    for (name, file) in [
        ("every question answered", &full),
        ("every second one open", &half),
    ] {
        for draws in ["0", "100"] {
            let best = (0..3)
                .map(|_| run(file, draws, "1").1)
                .fold(f64::MAX, f64::min);
            let rate = f64::from(LINES) / best;
            println!(
                "  {name}, {draws} draws: {rate:.0} ({:.1} µs each)",
                1e6 / rate
            );
        }
    }
    let (wall, busy) = run(&full, "100", "0");
    println!("all cores, 100 draws: {wall:.2} s, {busy:.2} s of processor time");
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

/// Assessments in which every `step`th question is answered.
fn write(name: &str, step: usize) -> PathBuf {
    let model = include_str!("../../core/models/standard.json");
    let model = Model::parse(model).unwrap().value;
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut out = BufWriter::new(File::create(&path).unwrap());
    let mut random = Generator::from_seed(7);
    for line in 0..LINES {
        let answers: Vec<String> = model
            .questions()
            .iter()
            .step_by(step)
            .map(|question| format!("\"{}\":{}", question.id, random.next_index(5, 1).0))
            .collect();
        writeln!(
            out,
            "{{\"format\":\"assay.assessment/1\",\"model\":{{\"id\":\"standard\",\"version\":\"1\"}},\
             \"locale\":\"en\",\"depth\":\"full\",\"profile\":{{\"name\":\"Company {line}\",\
             \"stance\":\"provide\"}},\"answers\":{{{}}},\"ref\":{line}}}",
            answers.join(",")
        )
        .unwrap();
    }
    path
}
