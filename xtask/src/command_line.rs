//! The command line of `cargo xtask`.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value, ValueExt as _};

use crate::checks::CheckSelection;
use crate::engines::Engine;
use crate::error::{Context as _, Error, Outcome};
use crate::serve::ServeOptions;

/// The text of `help`, also shown after a command line that is not understood.
pub const HELP: &str = "\
cargo xtask serve [--port N] [--open] [--release]
    Install what is missing, build, and serve the app on 127.0.0.1 (port 8080).
cargo xtask build
    Make dist/: a release build for any static host, also under a subpath.
cargo xtask brand [FOLDER]
    Put a firm's own files (config.json, questionnaires, a logo) into dist/, and write
    what follows from them: headers for hosts, and what is kept offline.
cargo xtask test [--full] [--only CHECK] [--browsers LIST]
    Everything that is checked before a change is accepted. --full adds fuzzing,
    Lighthouse and reports in LibreOffice. --only, which can be repeated, runs
    single checks by name.
    --browsers names the browsers of the journeys: all, or some of chromium,
    firefox and webkit with commas between them (chromium).
cargo xtask size
    What the parts of dist/ weigh, and whether the first load is light enough.
cargo xtask shots [ARGUMENTS]
    Take screenshots of every page.";

/// A task with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Print the help.
    Help,
    /// Build and serve the app.
    Serve(ServeOptions),
    /// Build `dist/` for hosts.
    Build,
    /// Copy a firm's own files into `dist/`.
    Brand {
        /// The folder of the files; `None` rewrites only the files that follow from those in
        /// `dist/`.
        files: Option<PathBuf>,
    },
    /// Run checks.
    Test(CheckSelection),
    /// Print the size of `dist/`.
    Size,
    /// Take screenshots.
    Shots {
        /// Arguments for the program that takes the screenshots.
        arguments: Vec<OsString>,
    },
}

/// Parses the arguments after `cargo xtask`.
///
/// # Errors
/// If an argument is not understood: which one.
pub fn parse_arguments(arguments: impl Iterator<Item = OsString>) -> Outcome<Task> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let task = match parser.next().context("The command line")? {
        None | Some(Long("help") | Short('h')) => return Ok(Task::Help),
        Some(Value(name)) => name.to_string_lossy().into_owned(),
        Some(other) => return Err(Error::new(other.unexpected().to_string())),
    };
    match task.as_str() {
        "help" => Ok(Task::Help),
        "serve" => parse_serve(&mut parser),
        "build" => reject_further_arguments(&mut parser, Task::Build),
        "brand" => parse_brand(&mut parser),
        "size" => reject_further_arguments(&mut parser, Task::Size),
        "test" => parse_test(&mut parser),
        "shots" => Ok(Task::Shots {
            arguments: parser.raw_args().context("The command line")?.collect(),
        }),
        other => Err(Error::new(format!("There is no task \"{other}\"."))),
    }
}

fn parse_serve(parser: &mut lexopt::Parser) -> Outcome<Task> {
    let mut options = ServeOptions::default();
    while let Some(argument) = parser.next().context("The command line")? {
        match argument {
            Long("port") | Short('p') => {
                options.port = parser
                    .value()
                    .and_then(|value| value.parse())
                    .context("--port wants a number from 0 to 65535")?;
            }
            Long("open") => options.open = true,
            Long("release") => options.release = true,
            other => return Err(Error::new(other.unexpected().to_string())),
        }
    }
    Ok(Task::Serve(options))
}

fn parse_test(parser: &mut lexopt::Parser) -> Outcome<Task> {
    let mut choice = CheckSelection::default();
    while let Some(argument) = parser.next().context("The command line")? {
        match argument {
            Long("full") => choice.full = true,
            Long("only") => {
                let name = parser.value().context("--only")?;
                choice.only.push(name.to_string_lossy().into_owned());
            }
            Long("browsers") => {
                let list = parser.value().context("--browsers")?;
                choice.browsers = Engine::parse_list(&list.to_string_lossy())?;
            }
            other => return Err(Error::new(other.unexpected().to_string())),
        }
    }
    Ok(Task::Test(choice))
}

fn parse_brand(parser: &mut lexopt::Parser) -> Outcome<Task> {
    let own = match parser.next().context("The command line")? {
        None => None,
        Some(Value(folder)) => Some(PathBuf::from(folder)),
        Some(other) => return Err(Error::new(other.unexpected().to_string())),
    };
    reject_further_arguments(parser, Task::Brand { files: own })
}

fn reject_further_arguments(parser: &mut lexopt::Parser, task: Task) -> Outcome<Task> {
    match parser.next().context("The command line")? {
        None => Ok(task),
        Some(other) => Err(Error::new(other.unexpected().to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(line: &str) -> Outcome<Task> {
        parse_arguments(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn serving_uses_port_8080_by_default() {
        let Task::Serve(options) = read_words("serve").unwrap() else {
            panic!("not serve")
        };
        assert_eq!(
            options,
            ServeOptions {
                port: 8080,
                open: false,
                release: false
            }
        );
        let Task::Serve(options) = read_words("serve --port 9 --open").unwrap() else {
            panic!("not serve")
        };
        assert_eq!(
            options,
            ServeOptions {
                port: 9,
                open: true,
                release: false
            }
        );
    }

    #[test]
    fn journeys_run_in_chromium_unless_other_browsers_are_named() {
        let browsers = |line| match read_words(line).unwrap() {
            Task::Test(choice) => choice.browsers,
            other => panic!("{other:?}"),
        };
        assert_eq!(browsers("test"), [Engine::Chromium]);
        assert_eq!(browsers("test --browsers all"), Engine::ALL);
        assert_eq!(browsers("test --browsers webkit"), [Engine::WebKit]);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in [
            "fly",
            "build --port 1",
            "brand a b",
            "serve --port many",
            "test --all",
            "test --browsers",
            "test --browsers opera",
            "--loud",
        ] {
            assert!(read_words(line).is_err(), "{line}");
        }
    }
}
