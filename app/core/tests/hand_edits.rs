//! Syntax errors of manually edited files, with their positions.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may"
)]

mod common;

use assay_core::json::{Position, SyntaxFault};
use assay_core::{Assessment, Json, ProblemKind};
use common::standard;
use proptest::prelude::*;

/// Returns line, column and syntax error of an invalid text.
fn fault(text: &str) -> (usize, usize, SyntaxFault) {
    let problems = Json::parse(text).unwrap_err().locate(text);
    match problems.0.first().map(|one| &one.kind) {
        Some(ProblemKind::NotJson { at, fault }) => (at.line, at.column, fault.clone()),
        other => panic!("{text}: {other:?}"),
    }
}

fn at(line: usize, column: usize) -> Position {
    Position { line, column }
}

/// A text, the line and the column of its fault, and the fault.
type Case = (&'static str, usize, usize, SyntaxFault);

fn check<const N: usize>(cases: [Case; N]) {
    for (text, line, column, expected) in cases {
        assert_eq!(fault(text), (line, column, expected), "{text:?}");
    }
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn files_without_content_and_brackets_that_do_not_match_have_their_own_names() {
    use SyntaxFault::{Empty, Markup, Unclosed, WrongBracket};
    check([
        ("", 1, 1, Empty),
        (" \n", 2, 1, Empty),
        ("<!doctype html>", 1, 1, Markup),
        (
            "{\n \"a\": 1,\n \"b\": {",
            3,
            8,
            Unclosed {
                bracket: '{',
                opened: at(3, 7),
            },
        ),
        (
            "{\n \"a\": [1,",
            2,
            10,
            Unclosed {
                bracket: '[',
                opened: at(2, 7),
            },
        ),
        (
            "{\"a\"",
            1,
            5,
            Unclosed {
                bracket: '{',
                opened: at(1, 1),
            },
        ),
        (
            "{\"a\": [1, 2}\n}",
            1,
            12,
            WrongBracket {
                found: '}',
                needed: ']',
                opened: at(1, 7),
            },
        ),
        (
            "[1, }",
            1,
            5,
            WrongBracket {
                found: '}',
                needed: ']',
                opened: at(1, 1),
            },
        ),
    ]);
}

#[test]
fn strings_comments_and_characters_of_other_keyboards_have_their_own_names() {
    use SyntaxFault::{Comment, InvisibleCharacter, SingleQuote, UnclosedText};
    let wide = |found, plain| SyntaxFault::FullWidth { found, plain };
    let quote = |found| SyntaxFault::TypographicQuote { found };
    check([
        ("{\"a\": \"b", 1, 7, UnclosedText),
        ("{\"a\": \"b,\n\"c\": 1}", 1, 7, UnclosedText),
        ("{\n // a\n}", 2, 2, Comment),
        ("{\"a\": 1 /* b */}", 1, 9, Comment),
        ("# a\n{}", 1, 1, Comment),
        ("{“a”: 1}", 1, 2, quote('“')),
        ("{\"a\": „b”}", 1, 7, quote('„')),
        ("{\"a\": \"b”,\n\"c\": 1}", 1, 9, quote('”')),
        ("{\"a”: \"b\"}", 1, 4, quote('”')),
        ("{'a': 1}", 1, 2, SingleQuote),
        ("{\"a\"：1}", 1, 5, wide('：', ':')),
        ("{\"a\": 3，\"b\": 4}", 1, 8, wide('，', ',')),
        ("｛\"a\": 3}", 1, 1, wide('｛', '{')),
        ("{\"明\": ３}", 1, 7, wide('３', '3')),
        ("{\"a\": 3、\"b\": 4}", 1, 8, wide('、', ',')),
        ("{\"a\": −3}", 1, 7, wide('−', '-')),
        (
            "{\u{a0}\"a\": 3}",
            1,
            2,
            InvisibleCharacter { found: '\u{a0}' },
        ),
        (
            "{\u{3000}\"a\": 3}",
            1,
            2,
            InvisibleCharacter { found: '\u{3000}' },
        ),
        (
            "{\"a\": 3\u{200b}}",
            1,
            8,
            InvisibleCharacter { found: '\u{200b}' },
        ),
    ]);
}

#[test]
fn trailing_commas_numbers_and_bare_words_have_their_own_names() {
    use SyntaxFault::{
        BadNumber, BareWord, DecimalComma, NotANumber, NumberTooLarge, TrailingComma,
    };
    check([
        ("{\"a\": 3,\n}", 1, 8, TrailingComma),
        ("[1, 2,]", 1, 6, TrailingComma),
        ("{\"a\": NaN}", 1, 7, NotANumber { found: text("NaN") }),
        (
            "{\"a\": -Infinity}",
            1,
            7,
            NotANumber {
                found: text("-Infinity"),
            },
        ),
        ("{\"a\": 03}", 1, 7, BadNumber { found: text("03") }),
        ("{\"a\": +3}", 1, 7, BadNumber { found: text("+3") }),
        ("{\"a\": .5}", 1, 7, BadNumber { found: text(".5") }),
        ("{\"a\": 3.}", 1, 7, BadNumber { found: text("3.") }),
        ("{\"a\": 3,5}", 1, 8, DecimalComma),
        (
            "{\"a\": 1e999}",
            1,
            7,
            NumberTooLarge {
                found: text("1e999"),
            },
        ),
        (
            "{\"a\": True}",
            1,
            7,
            BareWord {
                found: text("True"),
            },
        ),
        ("{a: 1}", 1, 2, BareWord { found: text("a") }),
        (
            "{\"a\": 明澜}",
            1,
            7,
            BareWord {
                found: text("明澜"),
            },
        ),
    ]);
}

#[test]
fn missing_separators_and_escapes_have_their_own_names() {
    use SyntaxFault::{
        BadEscape, ControlCharacter, MissingColon, MissingComma, MissingValue, TrailingText,
        Unexpected,
    };
    check([
        ("{\"a\": 1\n \"b\": 2}", 2, 2, MissingComma),
        ("[{} {}]", 1, 5, MissingComma),
        ("{\"a\" 1}", 1, 6, MissingColon),
        ("{\"a\": }", 1, 7, MissingValue),
        ("{\"a\": 1,, \"b\": 2}", 1, 9, MissingValue),
        (
            r#"{"a": "\x"}"#,
            1,
            8,
            BadEscape {
                found: text("\\x\"}"),
            },
        ),
        (
            r#"{"a": "\ud800"}"#,
            1,
            8,
            BadEscape {
                found: text("\\ud800"),
            },
        ),
        ("{\"a\": \"b\tc\"}", 1, 9, ControlCharacter),
        ("{}\n{}", 2, 1, TrailingText),
        ("{\"a\": 1;}", 1, 8, Unexpected { found: ';' }),
    ]);
}

#[test]
fn a_mark_at_the_start_counts_in_no_column() {
    assert_eq!(fault("\u{feff}{'a': 1}").1, 2);
}

#[test]
fn everything_wrong_with_a_file_has_its_line_and_column() {
    let text = "{\r\n \"format\": \"assay.assessment/1\",\r\n \"profile\": {\"stance\": \"sell\"},\r\n \"answers\": {\"data.domain\": 7, \"data.labels\": 1,\r\n  \"data.labels\": 2, \"数据\": 1}\r\n}";
    let problems = Assessment::parse(&standard(), text).unwrap_err();
    let found: Vec<String> = problems
        .locate(text)
        .0
        .iter()
        .map(|one| format!("{} {}", one.position.unwrap(), one.place))
        .collect();
    assert_eq!(
        found,
        [
            "line 5, column 3 answers[\"data.labels\"]",
            "line 3, column 24 profile.stance",
            "line 4, column 29 answers[\"data.domain\"]",
            "line 5, column 27 answers[\"数据\"]",
        ]
    );
}

#[test]
fn a_key_is_found_whatever_characters_it_contains() {
    let text = "{\"a.b\": {\"\\u0041\": [0, {\"x\\\"y\": 1, \"x\\\"y\": 2}]}}";
    let problems = Json::parse(text).unwrap_err().locate(text);
    let [problem] = problems.0.try_into().unwrap();
    assert_eq!(problem.place, r#"["a.b"].A[1]["x\"y"]"#);
    assert_eq!(problem.position, Some(at(1, 36)));
}

proptest! {
    /// The scanner and the parser refuse the same texts.
    #[test]
    fn a_fault_is_found_exactly_where_the_parser_refuses(
        text in "[\\[\\]{}:, \n\"\\\\'/0-9.eE+\\-atrufnlNI_“，３\u{3000}\u{0}\t]{0,24}"
    ) {
        agrees(&text)?;
    }

    #[test]
    fn one_wrong_letter_in_a_sound_file_is_found(at in 0_usize..400, letter in "[\\[\\]{}:,\"'x3 ，“\\\\\n]") {
        let sound = "{\"format\": \"assay.assessment/1\", \"a\": [1, -2.5e3, true, null, \"\\u00e9\\n\"],\n \"profile\": {\"stance\": \"adopt\", \"name\": \"明澜\"}, \"answers\": {\"data.domain\": 3}}";
        let at = at % sound.len();
        if sound.is_char_boundary(at) {
            let text = format!("{}{letter}{}", &sound[..at], &sound[at..]);
            agrees(&text)?;
        }
    }
}

fn agrees(text: &str) -> Result<(), TestCaseError> {
    if let Err(problems) = Json::parse_leniently(text) {
        let problems = problems.locate(text);
        let named = |fault: &SyntaxFault| *fault != SyntaxFault::Unspecified;
        let is_reported =
            matches!(&problems.0[0].kind, ProblemKind::NotJson { fault, .. } if named(fault));
        prop_assert!(is_reported, "{:?}: {:?}", text, problems);
    }
    Ok(())
}
