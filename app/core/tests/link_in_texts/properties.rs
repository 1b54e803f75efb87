//! Properties of links in every text.

use super::*;

/// The cost of every text is proportional to its length: these texts have the size of a file, or as
/// many possible beginnings as possible.
#[test]
fn hostile_texts_are_answered_too() {
    let (_, payload) = sample(4);
    let long = 100_000;
    for text in [
        "#/r/".repeat(long),
        "#".repeat(4 * long),
        "#/".repeat(2 * long),
        "#%2Fr%2F".repeat(long),
        "%25".repeat(long),
        "A ".repeat(2 * long),
        "AQ\n".repeat(long),
        format!("#/r/{}", "AQ\n".repeat(long)),
        format!("#/r/{}", "A—".repeat(long)),
        format!("#/r/{}", "AQAB_ ".repeat(long)),
        "AQABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ".repeat(20_000),
        format!("{} ", &payload[..payload.len() - 1]).repeat(3_000),
        format!("#/r/{payload} ").repeat(3_000),
        "=\n".repeat(long),
        format!("{}#/r/", "\n".repeat(long)),
        "AQABCDEFGHIJKLMNOPQR\n".repeat(20_000),
        "\u{200b}".repeat(long),
    ] {
        drop(find_links(&[model()], &text));
        drop(link::decode(&[model()], &text));
    }
}

proptest! {
    #[test]
    fn a_broken_line_does_not_break_a_link(
        seed in 0_usize..1_000,
        width in 20_usize..120,
        between in prop::sample::select(vec!["\n", "\r\n", "\n> ", "\n>> ", "\r\n> > ", "\n  ", "=\n", "=\r\n", " ", "\u{200b}", "\u{a0}", "\u{ad}", " \n", "\u{feff}\n"]),
        around in prop::sample::select(vec![("", ""), ("> ", "\n"), ("Hello,\n\nmine: ", "\n\nRegards, Dana\n"), ("<", ">"), ("On Monday Dana wrote:\n> ", "\n> \n> Regards\nThanks!")]),
        alone in any::<bool>(),
    ) {
        let (_, payload) = sample(seed);
        let text = match alone {
            true => payload.clone(),
            false => format!("#/r/{payload}"),
        };
        // In the host name, line breaks may be interpreted in other ways; they do not belong to the
        // link.
        let text = format!("{}{}{}", around.0, wrapped(&text, width, between), around.1);
        prop_assume!(!alone || around.0.is_empty() || around.0 == "> ");
        let opened = link::decode(&[model()], &text);
        check_same_content(opened, &payload, &text);
        // Among other words, a word must be long to be taken for a payload.
        prop_assume!(!alone || width >= 32 || ![" ", " \n", "\u{a0}"].contains(&between));
        let found = find_links(&[model()], &text);
        let whole = found.iter().filter(|found| found.bytes.is_ok()).count();
        prop_assert_eq!(whole, 1, "{}", text);
        prop_assert!(alone || found.len() == 1, "{:?} in {}", found, text);
    }

    #[test]
    fn a_link_survives_a_wrap_and_a_gateway_together(
        seed in 0_usize..1_000,
        width in 40_usize..100,
        layers in 1_usize..3,
    ) {
        let (_, payload) = sample(seed);
        let mut address = format!("{BASE}#/r/{payload}");
        for _ in 0..layers {
            address = percent(&address, false);
        }
        let text = format!("See https://gate.example/?url={address}&data=x");
        let text = format!("> {}", wrapped(&text, width, "\n> "));
        check_same_content(link::decode(&[model()], &text), &payload, &text);
    }

    #[test]
    fn any_text_is_answered(text in "(#|/|r|i|%|2|3|F|AQ|[A-Za-z0-9_-]|\n|> |=|—| |\\PC){0,200}") {
        for found in find_links(&[model()], &text) {
            if let Ok(bytes) = found.bytes {
                prop_assert_eq!(link::payload_from_bytes(&bytes), found.text);
            }
        }
    }
}
