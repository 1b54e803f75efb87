//! Finding links in what somebody pasted: a mail, a chat, a list.

use super::address::ROUTES;

/// A word by itself is taken for a payload if it is at least so long: on a line of its own, and
/// among other words.
const ALONE: usize = 16;
const AMONG_WORDS: usize = 32;

/// Everything in a text that means to be a link, in its order: what follows `#/r/` or `#/i/`,
/// other addresses, and words that look like a payload. Whether it is a sound link
/// [`decode`](super::decode) says.
#[must_use]
pub fn links_in(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.lines() {
        let before = found.len();
        payloads(line, &mut found);
        if found.len() == before {
            let least = if is_word(line.trim()) {
                ALONE
            } else {
                AMONG_WORDS
            };
            let words = line.split_whitespace();
            found.extend(
                words.filter(|word| word.contains("://") || (word.len() >= least && is_word(word))),
            );
        }
    }
    found
}

fn payloads<'a>(line: &'a str, found: &mut Vec<&'a str>) {
    let mut rest = line;
    while let Some(start) = ROUTES
        .iter()
        .filter_map(|route| Some(rest.find(route)?.saturating_add(route.len())))
        .min()
    {
        rest = rest.get(start..).unwrap_or_default();
        let end = rest.find(|c| !is_payload(c)).unwrap_or(rest.len());
        let (payload, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        found.push(payload);
        rest = after;
    }
}

fn is_word(text: &str) -> bool {
    text.chars().all(is_payload)
}

fn is_payload(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

#[cfg(test)]
mod tests {
    use super::links_in;

    #[test]
    fn links_are_found_in_mails_and_lists() {
        let text = "Hello Ann, here is mine: https://example.org/assay/#/r/AQAB.\n\
                    <https://example.org/?lang=en#/r/AQAC>，我的：https://example.org/#/r/AQAD。\n\
                    \n\
                    AQABCDEFGHIJKLMNOPQR\n\
                    Bo: AQABCDEFGHIJKLMNOPQR\n\
                    Bo: AQABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\n\
                    short\n\
                    see https://example.org/news for more #/i/";
        let expected = [
            "AQAB",
            "AQAC",
            "AQAD",
            "AQABCDEFGHIJKLMNOPQR",
            "AQABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
            "",
        ];
        assert_eq!(links_in(text), expected);
    }

    #[test]
    fn other_addresses_are_found_to_be_refused() {
        assert_eq!(
            links_in("look at https://example.org/news please"),
            ["https://example.org/news"]
        );
        assert!(links_in("nothing here\n\n").is_empty());
    }
}
