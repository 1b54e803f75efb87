//! Texts that stand directly before or behind a link are no part of it.

use super::*;

/// Texts that follow a link without a space, separated by spaces.
const TAILS: &str = ". , ; : ! ? ) ] } > \
    \" ' … ... ， 。 ！ ； ： 》 \
    」 】 ） 、 ” ’ * ** _ __ \
    ~ ` | / \\ %3E %C2%A0 %E3%80%82 %EF%BC%89 &utm_source=mail";

#[test]
fn characters_directly_behind_a_link_are_no_part_of_it() {
    for seed in 0..20 {
        let (_, payload) = sample(seed);
        for tail in TAILS.split(' ') {
            for before in ["", BASE, "(", "见：", "<https://assay.firm.example/"] {
                check_only_link(&format!("{before}#/r/{payload}{tail}"), &payload);
            }
            check_only_link(&format!("{payload}{tail}"), &payload);
            check_only_link(
                &format!("{BASE}#/r/{payload}{tail} is mine, see you. Ann"),
                &payload,
            );
        }
    }
}

/// Words of letters, digits and dashes that a program or a person put behind a link without a space.
const GLUED: &str = "x 24 Regards and2more Tel-030-1234 utm_source=mail danke. sent—from-a-phone \
    ThisWordIsVeryLongAndHasFortyLettersInIt";

#[test]
fn a_word_directly_after_a_link_is_no_part_of_it() {
    for seed in 0..20 {
        let (_, payload) = sample(seed);
        for word in GLUED.split(' ') {
            check_only_link(&format!("{BASE}#/r/{payload}{word}"), &payload);
            check_only_link(&format!("{payload}{word}"), &payload);
            check_only_link(
                &format!("{BASE}#/r/{payload}{word} and more\nof it"),
                &payload,
            );
        }
        let (_, other) = sample(seed + 1);
        let both = format!("{BASE}#/r/{payload}Regards\n{BASE}#/r/{other}Ann");
        let found = find_links(&[model()], &both);
        let found: Vec<_> = found
            .iter()
            .map(|f| (f.text.as_str(), f.bytes.is_ok()))
            .collect();
        assert_eq!(found, [(payload.as_str(), true), (other.as_str(), true)]);
    }
}
