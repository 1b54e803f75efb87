//! Reads what a Rust test program prints on standard output.

/// A test that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FailedTest {
    /// Its path in the test program, such as `about::the_page_shows`.
    pub(super) name: String,
    /// What it printed, panic and error messages included.
    pub(super) output: String,
}

/// The failed tests that a program reports at its end.
///
/// `None` if there is no complete report: the program did not build, was ended early, or the number
/// of listed tests differs from the number that it counted.
pub(super) fn parse_failures(output: &str) -> Option<Vec<FailedTest>> {
    let lines: Vec<&str> = output.lines().collect();
    let end = lines
        .iter()
        .rposition(|line| line.starts_with("test result: FAILED."))?;
    let before = lines.get(..end)?;
    // What tests printed may contain this line too; the list of names is behind the last one.
    let list = before.iter().rposition(|line| *line == "failures:")?;
    let names: Vec<&str> = before
        .get(list + 1..)?
        .iter()
        .filter_map(|line| line.strip_prefix("    "))
        .collect();
    let is_complete = count(lines.get(end)?, "failed") == Some(names.len());
    let outputs = before.get(..list)?;
    is_complete.then(|| {
        let failure = |name: &&str| FailedTest {
            name: (*name).to_owned(),
            output: find_output(outputs, name, &names),
        };
        names.iter().map(failure).collect()
    })
}

/// The number of tests that the last program in the output reports as passed.
pub(super) fn count_passed(output: &str) -> Option<usize> {
    let summary = output
        .lines()
        .rfind(|line| line.starts_with("test result:"))?;
    count(summary, "passed")
}

/// The lines between a test's heading and the next heading.
fn find_output(lines: &[&str], name: &str, names: &[&str]) -> String {
    let heading = |name: &str| format!("---- {name} stdout ----");
    let headings: Vec<String> = names.iter().map(|name| heading(name)).collect();
    let own = heading(name);
    lines
        .iter()
        .skip_while(|line| **line != own)
        .skip(1)
        .take_while(|line| !headings.iter().any(|heading| heading == *line))
        .copied()
        .collect::<Vec<_>>()
        .join("\n")
        .trim()
        .to_owned()
}

/// The number before a word of a summary such as `test result: ok. 3 passed; 0 failed; …`.
fn count(summary: &str, word: &str) -> Option<usize> {
    let mut words = summary.split([' ', ';']).filter(|word| !word.is_empty());
    let mut previous = words.next()?;
    for next in words {
        if next == word {
            return previous.parse().ok();
        }
        previous = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAILED: &str = "\nrunning 3 tests\n.FF\nfailures:\n\n\
        ---- about::opens stdout ----\nError: Waited in vain: main shows\nSeen then: a page\n\n\
        ---- team::reloads stdout ----\n\nthread 'team::reloads' panicked:\nfailures:\n    nothing\n\n\n\
        failures:\n    about::opens\n    team::reloads\n\n\
        test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 9.12s\n\n";

    #[test]
    fn failed_tests_are_read_with_what_they_printed() {
        let failures = parse_failures(FAILED).unwrap();
        assert_eq!(
            failures,
            [
                FailedTest {
                    name: "about::opens".to_owned(),
                    output: "Error: Waited in vain: main shows\nSeen then: a page".to_owned(),
                },
                FailedTest {
                    name: "team::reloads".to_owned(),
                    output: "thread 'team::reloads' panicked:\nfailures:\n    nothing".to_owned(),
                },
            ]
        );
    }

    #[test]
    fn a_failed_test_that_printed_nothing_is_still_named() {
        let output = "failures:\n\nfailures:\n    a::b\n\ntest result: FAILED. 0 passed; 1 failed; 0 ignored\n";
        let failures = parse_failures(output).unwrap();
        assert_eq!(failures.len(), 1);
        assert_eq!(failures[0].name, "a::b");
        assert_eq!(failures[0].output, "");
    }

    #[test]
    fn an_incomplete_report_names_no_failures() {
        assert_eq!(parse_failures(""), None);
        let without_result = FAILED.split("test result").next().unwrap();
        assert_eq!(parse_failures(without_result), None, "ended early");
        let miscounted = FAILED.replace("2 failed", "3 failed");
        assert_eq!(parse_failures(&miscounted), None, "a test is missing");
        let passed = "test result: ok. 3 passed; 0 failed; 0 ignored\n";
        assert_eq!(parse_failures(passed), None);
    }

    #[test]
    fn the_passed_tests_of_the_last_program_are_counted() {
        let output = "test result: ok. 7 passed; 0 failed; 0 ignored\n\
            test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 97 filtered out\n";
        assert_eq!(count_passed(output), Some(1));
        assert_eq!(count_passed(FAILED), Some(1));
        assert_eq!(count_passed("error: could not compile"), None);
    }
}
