//! Links under a passphrase, from the app and from the command line, and links of other kinds.

use assay_journeys::{Journey, Key, Outcome, SiteFolder, Visitor, run_assay};
use serde_json::json;

pub(super) const PASSPHRASE: &str = "caf\u{e9} 数据 horse copper violin";

/// Whether the page reports a wrong passphrase.
pub(super) const WRONG_PASSPHRASE_SHOWN: &str = "return document.querySelector('.passphrase [role=status]').innerText.includes('does not open')";

/// A browser without WebCrypto, as on a page over plain http.
const NO_CRYPTO: &str =
    "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })";

/// A link that the command line sealed with the passphrase.
pub(super) fn sealed_link() -> Outcome<String> {
    let folder = SiteFolder::copy_built_site()?;
    let file = json!({
        "format": "assay.assessment/1", "profile": { "name": "Acme", "stance": "provide" },
        "answers": { "data.domain": 3, "data.labels": 2 }, "updated": "2026-11-23T09:00:00Z",
    });
    folder.write("a.json", &file.to_string())?;
    let path = folder.path().join("a.json");
    let arguments = ["link", "--passphrase-stdin", &path.to_string_lossy()];
    run_assay(&arguments, &format!("{PASSPHRASE}\n"))
}

pub(super) async fn try_passphrase(visitor: &Visitor, passphrase: &str) -> Outcome {
    visitor.press("input[name=passphrase]").await?;
    let empty = "document.querySelector('input[name=passphrase]').value = ''";
    visitor.run_script(empty, Vec::new()).await?;
    visitor.type_keys(passphrase).await?;
    visitor.press_key(Key::Enter).await
}

#[test]
fn a_wrong_passphrase_is_reported_and_the_right_one_opens_the_link() -> Outcome {
    let link = sealed_link()?;
    Journey::new().run(async |visitor| {
        visitor.open(&format!("#/r/{link}")).await?;
        visitor.wait_for_page("shared").await?;
        try_passphrase(visitor, "wrong").await?;
        visitor
            .wait_until("it says so", WRONG_PASSPHRASE_SHOWN)
            .await?;
        assert!(visitor.has_focus("input[name=passphrase]").await?);
        assert_eq!(visitor.value("input[name=passphrase]").await?, "wrong");
        // The same letters in another Unicode normalization form.
        try_passphrase(visitor, "cafe\u{301} 数据 horse copper violin").await?;
        visitor.figures().await?;
        assert!(
            visitor
                .text("main")
                .await?
                .contains("Self-assessed by Acme")
        );
        assert!(
            visitor.has_focus("main h1").await?,
            "{}",
            visitor.describe_focus().await?
        );
        assert_eq!(visitor.count_visible("[data-action=continue]").await?, 1);
        // A change of the language does not ask for the passphrase again.
        visitor.choose_language("zh-CN").await?;
        visitor.figures().await?;
        Ok(())
    })
}

#[test]
fn links_sealed_in_the_browser_open_on_the_command_line() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.open("#/profile").await?;
        visitor.press("input[name=name]").await?;
        visitor.type_keys("Acme").await?;
        visitor.go_to_hash("#/s/data").await?;
        visitor.choose_answer("data.domain", "3").await?;
        visitor.go_to_hash("#/results").await?;
        visitor.press("[data-action=share]").await?;
        visitor.press("input[name=use-passphrase]").await?;
        visitor.wait_visible("input[name=new-passphrase]").await?;
        assert_eq!(visitor.value("[data-share-link]").await?, "", "no open link meanwhile");
        assert_eq!(visitor.count_visible("[data-qr], [data-action=mail]").await?, 0);
        visitor.press("input[name=new-passphrase]").await?;
        visitor.type_keys("a").await?;
        visitor.press_key(Key::Enter).await?;
        let refused = "return document.querySelector('.share-status').innerText.includes('too easy to guess')";
        visitor.wait_until("one letter is refused with a proposal", refused).await?;
        assert_eq!(visitor.value("[data-share-link]").await?, "", "nothing is sealed with it");
        visitor.press("[data-action=propose]").await?;
        let proposal = visitor.value("input[name=new-passphrase]").await?;
        assert_eq!(proposal.split(' ').count(), 6, "{proposal}");
        let empty = "document.querySelector('input[name=new-passphrase]').value = ''";
        visitor.run_script(empty, Vec::new()).await?;
        visitor.type_keys(PASSPHRASE).await?;
        visitor.press_key(Key::Enter).await?;
        let sealed = "return document.querySelector('[data-share-link]').value";
        visitor.wait_until("the link is sealed", sealed).await?;
        let link = visitor.value("[data-share-link]").await?;
        let opened = run_assay(&["open", &link], &format!("{PASSPHRASE}\n"))?;
        assert!(opened.contains("\"Acme\""), "{opened}");
        assert!(run_assay(&["open", &link], "wrong\n").is_err());
        // The draft of a mail does not reveal the content of the link.
        let draft = visitor.attribute("[data-action=mail]", "href").await?;
        assert!(draft.contains("passphrase") && !draft.contains("Acme"), "{draft}");
        // Another option creates a link under the same passphrase with another salt.
        visitor.press("input[name=include-profile]").await?;
        visitor
            .wait_until("the link is made anew", &format!("const now = document.querySelector('[data-share-link]').value; return now && now !== {link:?}"))
            .await?;
        let other = visitor.value("[data-share-link]").await?;
        let opened = run_assay(&["open", &other], &format!("{PASSPHRASE}\n"))?;
        assert!(!opened.contains("Acme"), "{opened}");
        let salt = |link: &str| link.split("#/r/").nth(1).and_then(|payload| payload.get(8..29)).map(str::to_owned);
        assert_ne!(salt(&link), salt(&other));
        Ok(())
    })
}

#[test]
fn without_webcrypto_no_passphrase_is_offered_or_requested_and_the_reason_is_shown() -> Outcome {
    let link = sealed_link()?;
    Journey::new().run(async |visitor| {
        visitor.preload_script(NO_CRYPTO).await?;
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        visitor.go_to_hash("#/results").await?;
        visitor.press("[data-action=share]").await?;
        visitor.wait_visible("[data-no-passphrase]").await?;
        assert!(
            visitor
                .text("[data-no-passphrase]")
                .await?
                .contains("plain http")
        );
        assert_eq!(
            visitor.count_visible("input[name=use-passphrase]").await?,
            0
        );
        visitor.open(&format!("#/r/{link}")).await?;
        visitor.wait_visible("main [role=alert]").await?;
        assert!(visitor.text("main").await?.contains("https"));
        assert_eq!(visitor.count_visible("input").await?, 0);
        Ok(())
    })
}

#[test]
fn an_invitation_at_the_address_of_a_result_leads_to_its_own() -> Outcome {
    // A vector of docs/links.md.
    let payload = "AQIBBwAFDm1lQGV4YW1wbGUub3JnGFBsZWFzZSBhbnN3ZXIgYnkgRnJpZGF5LmYh-OQ";
    Journey::new().run(async |visitor| {
        visitor.open(&format!("#/r/{payload}")).await?;
        visitor.wait_for_page("shared").await?;
        assert!(visitor.text("main h1").await?.contains("invitation"));
        let way = visitor
            .attribute("[data-action=invitation]", "href")
            .await?;
        assert_eq!(way, format!("#/i/{payload}"));
        Ok(())
    })
}

#[test]
fn each_fault_of_a_link_has_its_own_sentence() -> Outcome {
    Journey::new().run(async |visitor| {
        let mut sentences = Vec::new();
        for (payload, expected) in [
            (
                "AgABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJic",
                "newer version",
            ),
            ("ASAABHRpbnkBMYMh4d0H1hMBhfVKIEY", "“tiny”"),
            (
                "ASAACHN0YW5kYXJkATJ8AOsFB9YTAAAAAAAAAAAAAAAAAAAA00EahA",
                "another form",
            ),
            (
                "ASgCCdgTDOekuuS-i-WFAOWPuAbpm7bllK4INTDigJMyNDkGanuABQVxWxWwm3QZnPX8g5_l",
                "altered",
            ),
            (&*"A".repeat(70_000), "longer than any"),
        ] {
            visitor.open("#/").await?;
            visitor.go_to_hash(&format!("#/r/{payload}")).await?;
            visitor.wait_for_page("shared").await?;
            let sentence = visitor.text("main [role=alert]").await?;
            assert!(sentence.contains(expected), "{sentence}");
            sentences.push(sentence);
        }
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), 5);
        Ok(())
    })
}
