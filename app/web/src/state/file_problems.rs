//! The problems of a file with its text, so that they are located only where they are shown. The
//! starter shows none and does not link the search for their places.

use assay_core::{ProblemKind, Problems};

/// Problems of a file, without lines and columns.
#[derive(Clone)]
pub(crate) struct FileProblems {
    problems: Problems,
    /// The text of the file; empty where no place in it is known.
    text: String,
}

impl FileProblems {
    pub(crate) fn new(problems: Problems, text: &str) -> Self {
        let text = text.to_owned();
        Self { problems, text }
    }

    /// The problem of bytes that are no text.
    pub(crate) fn of_bytes(kind: ProblemKind) -> Self {
        Self::new(Problems::single(kind), "")
    }

    /// The problems with lines and columns.
    pub(crate) fn locate(&self) -> Problems {
        let problems = self.problems.clone();
        match self.text.as_str() {
            "" => problems,
            text => problems.locate(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use assay_core::{Model, decode_text};

    use super::FileProblems;

    #[test]
    fn problems_are_located_when_they_are_shown() {
        let text = "{\n  \"format\": \"assay.model/1\",\n  \"id\": 7\n}";
        let problems = Model::parse(text).unwrap_err();
        let located = FileProblems::new(problems.clone(), text).locate();
        assert_eq!(located, problems.locate(text));
        let lines = located.0.iter().filter_map(|it| it.position);
        assert!(lines.map(|it| it.line).any(|line| line == 3), "{located}");
    }

    #[test]
    fn a_file_that_is_no_text_has_its_position_in_the_problem() {
        let kind = decode_text(b"{\n\xc3").unwrap_err();
        let located = FileProblems::of_bytes(kind.clone()).locate();
        assert_eq!(located.0.len(), 1);
        assert_eq!(located.0[0].kind, kind);
        assert_eq!(located.0[0].position, None);
    }
}
