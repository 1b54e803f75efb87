//! Links that gateways, mail programs and word processors have rewritten.

use super::*;

#[test]
fn a_gateway_may_rewrite_a_link() {
    for seed in 0..20 {
        let (_, payload) = sample(seed);
        let address = format!("{BASE}#/r/{payload}");
        let once = percent(&address, false);
        let twice = percent(&once, false);
        for text in [
            format!(
                "https://eur05.safelinks.protection.outlook.com/?url={once}&data=05%7C02%7C{}&sdata=y%3D&reserved=0",
                "a1".repeat(40)
            ),
            format!("https://eur05.safelinks.protection.outlook.com/?url={twice}&data=05"),
            format!("https://urldefense.com/v3/__{BASE}*/r/{payload}__;Iw!!abc!def$"),
            format!(
                "https://urldefense.proofpoint.com/v2/url?u={}&d=DwMF",
                once.replace("-", "-2D")
                    .replace("_", "-5F")
                    .replace("%2F", "_")
                    .replace('%', "-")
            ),
            format!(
                "https://linkprotect.example/url?a={}&c=E,1,x",
                once.to_lowercase()
                    .replace(&payload.to_lowercase(), &payload)
            ),
            format!("#%2Fr%2F{payload}"),
            format!("?url=x%23%2Fr%2F{payload}"),
            format!("#%252Fr%252F{payload}"),
            format!("##/r/{payload}"),
            format!("#/R/{payload}"),
            format!("#/r/{}", percent(&payload, true)),
        ] {
            check_only_link(&text, &payload);
            let letter = format!("Hello,\n\nhere it is: {text} .\n\nRegards, Ann\n");
            check_only_link(&letter, &payload);
        }
    }
}

#[test]
fn dashes_of_writers_are_hyphens() {
    for seed in 0..60 {
        let (_, payload) = sample(seed);
        for text in [
            payload.replace("--", "—"),
            payload.replace("--", "–"),
            payload.replace('-', "–"),
            payload.replace('-', "\u{2011}"),
            payload.replace('-', "－").replace('_', "＿"),
        ] {
            check_only_link(&format!("{BASE}#/r/{text}"), &payload);
            check_only_link(&format!("{BASE}#/r/{text}。"), &payload);
        }
    }
}

#[test]
fn an_encoded_address_leads_to_its_page() {
    for (text, to) in [
        ("#/r/AQAB", Some(LinkKind::Result)),
        ("#%2Fr%2FAQAB", Some(LinkKind::Result)),
        ("?url=x%2523%252Fi%252FAQAB", Some(LinkKind::Invitation)),
        ("##/I/AQAB", Some(LinkKind::Invitation)),
        ("#/results", None),
        ("?model=models/r/x.json", None),
    ] {
        assert_eq!(find_link_kind(text), to, "{text}");
    }
}

#[test]
fn invitations_and_scores_survive_the_same() {
    let (assessment, _) = sample(3);
    let scores = LinkOptions {
        answers: AnswerDetail::ScoresOnly,
        ..LinkOptions::default()
    };
    let scores = link::encode(model(), &assessment, scores).unwrap();
    let invitation = Invitation {
        stance: Stance::Adopt,
        depth: Depth::Quick,
        locale: None,
        sections: Vec::new(),
        mail: "me@example.org".to_owned(),
        message: "Hello – 你好".repeat(20),
    };
    let invitation = invitation.encode(model()).unwrap();
    for (payload, letter) in [(scores, 'r'), (invitation, 'i')] {
        let plain = link::decode(&[model()], &payload).unwrap();
        let address = format!("{BASE}#/{letter}/{payload}");
        for text in [
            format!("{address}》"),
            format!("> {}", wrapped(&address, 64, "\n> ")),
            format!("#%2F{letter}%2F{payload}%E3%80%82"),
            percent(&percent(&address, true), false),
        ] {
            assert_eq!(
                link::decode(&[model()], &text).as_ref(),
                Ok(&plain),
                "{text}"
            );
        }
    }
}
