//! Runs other programs without the environment of the cargo that runs this one.

use std::env;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::error::{Context as _, Error, Outcome};

/// A command that runs `program` without the variables that `cargo run` sets for this process. With
/// them build scripts would run again each time.
#[must_use]
pub fn command(program: impl AsRef<Path>) -> Command {
    let mut command = Command::new(program.as_ref());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        let ours = text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_");
        if ours || text == "CARGO" || text == "OUT_DIR" || text == "RUST_RECURSION_COUNT" {
            command.env_remove(&name);
        }
    }
    command
}

/// The value of `PATH` with the folders `first` before all others.
#[must_use]
pub fn prepend_to_path(first: &[PathBuf]) -> std::ffi::OsString {
    let usual = env::var_os("PATH").unwrap_or_default();
    let all = first.iter().cloned().chain(env::split_paths(&usual));
    env::join_paths(all).unwrap_or(usual)
}

/// The file of a program that `PATH` finds by its name.
#[must_use]
pub fn find_program(program: &str) -> Option<PathBuf> {
    let usual = env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd", ".bat"]
    } else {
        &[""]
    };
    env::split_paths(&usual)
        .flat_map(|folder| {
            endings
                .iter()
                .map(move |ending| folder.join(format!("{program}{ending}")))
        })
        .find(|file| file.is_file())
}

/// Runs a command whose output is shown.
///
/// # Errors
/// "`what` failed", if it cannot start or ends with another status than 0.
pub fn run(command: &mut Command, what: &str) -> Outcome {
    let status = command
        .status()
        .context(format!("{what} could not start"))?;
    if status.success() {
        Ok(())
    } else {
        Err(Error::new(format!("{what} failed ({status}).")))
    }
}

/// Runs a command, shows its standard output, and returns whether it succeeded together with that
/// output.
///
/// # Errors
/// If the command cannot start, or its output cannot be read or shown.
pub fn run_and_record(command: &mut Command, what: &str) -> Outcome<(bool, String)> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .context(format!("{what} could not start"))?;
    let mut recorded = Vec::new();
    if let Some(output) = child.stdout.take() {
        show_and_record(output, &mut io::stdout(), &mut recorded)
            .context(format!("Cannot show the output of {what}"))?;
    }
    let status = child.wait().context(format!("Cannot wait for {what}"))?;
    Ok((
        status.success(),
        String::from_utf8_lossy(&recorded).into_owned(),
    ))
}

/// Runs a command with `input` as its standard input, and returns its standard output.
///
/// The command must read all of its input before it prints much: input and output are not
/// transferred at the same time.
///
/// # Errors
/// "`what` failed", if it cannot start, ends with another status than 0, or prints no text.
pub fn filter(command: &mut Command, input: &str, what: &str) -> Outcome<String> {
    let problem = || format!("{what} could not start");
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context(problem())?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes()).context(problem())?;
    }
    let output = child.wait_with_output().context(problem())?;
    if !output.status.success() {
        return Err(Error::new(format!("{what} failed ({}).", output.status)));
    }
    String::from_utf8(output.stdout).context(format!("{what} printed no text"))
}

/// Transfers each piece as soon as it arrives.
fn show_and_record(
    mut output: impl Read,
    screen: &mut impl Write,
    recorded: &mut Vec<u8>,
) -> io::Result<()> {
    let mut piece = [0; 4096];
    loop {
        let length = output.read(&mut piece)?;
        let bytes = piece.get(..length).unwrap_or_default();
        if bytes.is_empty() {
            return Ok(());
        }
        screen.write_all(bytes)?;
        screen.flush()?;
        recorded.extend_from_slice(bytes);
    }
}

/// Runs a command whose output goes to the file `log`; if it fails, the last lines are part of the
/// error.
///
/// # Errors
/// "`what` failed", with the last lines and the name of the file.
pub fn run_logged(command: &mut Command, what: &str, log: &Path) -> Outcome {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).context(format!("Cannot make {}", folder.display()))?;
    }
    let file = File::create(log).context(format!("Cannot write {}", log.display()))?;
    let errors = file
        .try_clone()
        .context(format!("Cannot write {}", log.display()))?;
    let status = command
        .stdin(Stdio::null())
        .stdout(file)
        .stderr(errors)
        .status()
        .context(format!("{what} could not start"))?;
    if status.success() {
        return Ok(());
    }
    let output = fs::read_to_string(log).unwrap_or_default();
    Err(Error::new(format!(
        "{}\n{what} failed ({status}); all of it is in {}.",
        last_lines(&output, 15),
        log.display()
    )))
}

/// The standard output of a command, without surrounding white space; `None` if the command fails.
#[must_use]
pub fn capture_stdout(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command without output. It is ended when `progress` does not change for the time
/// `patience`. Returns whether it succeeded by itself.
pub fn run_while_progressing(
    command: &mut Command,
    patience: Duration,
    progress: impl Fn() -> u64,
) -> bool {
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let Ok(mut child) = quiet.spawn() else {
        return false;
    };
    let (mut seen, mut since) = (progress(), Instant::now());
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(100)),
            Err(_) => return false,
        }
        let now = progress();
        if now != seen {
            (seen, since) = (now, Instant::now());
        } else if since.elapsed() > patience {
            // The command may have ended by itself at this moment.
            let _ = child.kill();
            let _ = child.wait();
            return false;
        }
    }
}

/// A duration with units: `7.0 s`, `2 min 5 s`.
#[must_use]
pub fn format_duration(time: Duration) -> String {
    let seconds = time.as_secs();
    match (seconds / 60, seconds % 60) {
        (0, _) => format!("{:.1} s", time.as_secs_f64()),
        (minutes, rest) => format!("{minutes} min {rest} s"),
    }
}

fn last_lines(text: &str, lines: usize) -> String {
    let all: Vec<&str> = text.lines().collect();
    all.get(all.len().saturating_sub(lines)..)
        .unwrap_or_default()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_command_prints_is_shown_and_recorded() {
        let (mut screen, mut recorded) = (Vec::new(), Vec::new());
        let output = "x".repeat(10_000);
        show_and_record(output.as_bytes(), &mut screen, &mut recorded).unwrap();
        assert_eq!(screen, output.as_bytes());
        assert_eq!(recorded, output.as_bytes());
    }

    #[test]
    fn the_end_of_a_text_is_its_last_lines() {
        assert_eq!(last_lines("a\nb\nc", 2), "b\nc");
        assert_eq!(last_lines("a", 2), "a");
    }

    #[test]
    fn times_read_like_speech() {
        assert_eq!(format_duration(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(format_duration(Duration::from_secs(125)), "2 min 5 s");
    }
}
