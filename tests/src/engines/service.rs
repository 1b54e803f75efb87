//! Programs that run beside a journey: drivers of browsers, and a screen for browsers that need one.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::{Error, Outcome};

const START_TIMEOUT: Duration = Duration::from_secs(30);

/// Starts a program, and ends it and its children when the input closes, thus also when the tests
/// end without running destructors.
const WATCH: &str = r#""$@" 2>&1 & exec >/dev/null; read -r _; trap "" TERM; kill 0; wait"#;

/// The lines that a program has printed so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct PrintedLines(Arc<Mutex<Vec<String>>>);

impl PrintedLines {
    /// A copy of the lines.
    pub(crate) fn read(&self) -> Vec<String> {
        self.lock().clone()
    }

    /// The lines so far; they are not returned again.
    pub(crate) fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.lock())
    }

    fn push(&self, line: String) {
        self.lock().push(line);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A running program. It is ended when this is dropped.
#[derive(Debug)]
pub(crate) struct Service {
    watch: Child,
    printed: PrintedLines,
}

impl Service {
    /// Starts a program.
    pub(crate) fn start(program: &Command) -> Outcome<Self> {
        let (started, _) = Self::spawn(program)?;
        Ok(started)
    }

    /// Starts a program and waits for a line from which `parse` reads something, such as a port.
    pub(crate) fn start_and_read<T>(
        program: &Command,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Outcome<(Self, T)> {
        let (started, lines) = Self::spawn(program)?;
        loop {
            match lines.recv_timeout(START_TIMEOUT) {
                Ok(line) => {
                    if let Some(read) = parse(&line) {
                        return Ok((started, read));
                    }
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    let name = program.get_program().display();
                    let said = started.printed.read().join("\n");
                    return Err(Error::new(format!("{name} did not start. {said}")));
                }
            }
        }
    }

    /// What it prints, errors included.
    pub(crate) fn printed(&self) -> PrintedLines {
        self.printed.clone()
    }

    fn spawn(program: &Command) -> Outcome<(Self, mpsc::Receiver<String>)> {
        let mut command = Command::new("sh");
        command
            .args(["-c", WATCH, "sh"])
            .arg(program.get_program())
            .args(program.get_args())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        for (name, value) in program.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        own_group(&mut command);
        let mut watch = command.spawn()?;
        let printed = PrintedLines::default();
        let (sender, receiver) = mpsc::channel();
        if let Some(output) = watch.stdout.take() {
            let record = printed.clone();
            thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(Result::ok) {
                    record.push(line.clone());
                    // Nobody listens any more after the start.
                    drop(sender.send(line));
                }
            });
        }
        Ok((Self { watch, printed }, receiver))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.watch.stdin.take());
        // The process may have ended by itself.
        let _ = self.watch.wait();
    }
}

/// A group of its own, so that [`WATCH`] ends the program with all of its children and nothing else.
#[cfg(unix)]
fn own_group(command: &mut Command) {
    use std::os::unix::process::CommandExt as _;
    command.process_group(0);
}

#[cfg(not(unix))]
fn own_group(_command: &mut Command) {}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn a_program_is_started_read_and_ended_with_its_children() {
        let mut program = Command::new("sh");
        program.args([
            "-c",
            "echo starting; sleep 600 & echo $!; echo port 17; wait",
        ]);
        let port = |line: &str| line.strip_prefix("port ")?.parse::<u16>().ok();
        let (service, port) = Service::start_and_read(&program, port).unwrap();
        assert_eq!(port, 17);
        let printed = service.printed();
        drop(service);
        let child = printed.read()[1].clone();
        assert!(child.parse::<u32>().is_ok(), "{child}");
        let begin = std::time::Instant::now();
        while is_running(&child) {
            assert!(begin.elapsed() < START_TIMEOUT, "{child} still runs");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Whether a process exists and has not ended; one that nobody has waited for is in state Z.
    fn is_running(process: &str) -> bool {
        let status = std::fs::read_to_string(format!("/proc/{process}/stat"));
        status.is_ok_and(|status| !status.contains(") Z "))
    }

    #[test]
    fn a_program_that_says_nothing_of_use_is_an_error_with_what_it_said() {
        let mut program = Command::new("sh");
        program.args(["-c", "echo no port is free >&2"]);
        let error = Service::start_and_read(&program, |_| None::<u16>).unwrap_err();
        assert!(error.to_string().contains("no port is free"), "{error}");
    }
}
