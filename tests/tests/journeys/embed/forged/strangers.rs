//! Messages from windows, origins and apps that are not trusted.

use crate::embed::{ELEMENT, received_events, wait_for_event};
use assay_journeys::{Firm, Outcome, Visitor};

#[test]
fn a_hello_from_another_window_or_origin_is_ignored() -> Outcome {
    let firm = Firm::new()?;
    firm.write_embedding_page("index.html", &format!("{ELEMENT}<iframe id=\"stranger\" src=\"APPstranger.html\"></iframe><iframe id=\"near\" src=\"near.html\"></iframe>"))?;
    // One frame on the app's origin and one on the firm's: neither is the parent of the app's
    // frame.
    let attack = "const all = w => [w, ...Array.from({ length: w.length }, (_, i) => all(w[i])).flat()];
        window.got = [];
        setInterval(() => { for (const w of all(top)) {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = event => window.got.push(event.data);
            try { w.postMessage(JSON.stringify({ assay: 1, type: 'hello', nonce: '0123456789abcdef0123456789abcdef', options: { lang: 'zh-CN' } }), '*', [port2]); } catch {}
            try { w.postMessage(JSON.stringify({ assay: 1, type: 'knock' }), '*'); } catch {}
            try { w.postMessage(JSON.stringify({ assay: 1, type: 'result', result: { forged: true }, link: 'x' }), '*'); } catch {}
        } }, 50);";
    firm.write_page("attack.js", attack)?;
    firm.write_page(
        "near.html",
        "<!doctype html><title>Near</title><script src=\"attack.js\"></script>",
    )?;
    firm.app_folder().write("attack.js", attack)?;
    firm.app_folder().write(
        "stranger.html",
        "<!doctype html><title>Stranger</title><script src=\"attack.js\"></script>",
    )?;
    firm.journey().run(async |visitor| {
        visitor.open_without_waiting("").await?;
        wait_for_event(visitor, "assay-ready").await?;
        visitor.enter_embed("#it").await?;
        visitor.go_to_section("data").await?;
        visitor.choose_answer("data.domain", "3").await?;
        let (started, ready) = (
            wait_for_event(visitor, "assay-started").await?,
            received_events(visitor, "assay-ready").await?,
        );
        assert_eq!(started, serde_json::json!({}));
        assert_eq!(ready.len(), 1, "the frame was greeted once");
        assert_eq!(
            received_events(visitor, "assay-result").await?.len(),
            0,
            "forged results"
        );
        assert_eq!(visitor.attribute("html", "lang").await?, "en");
        assert_eq!(
            visitor
                .run_script(
                    "return document.querySelector('#near').contentWindow.got.length",
                    Vec::new()
                )
                .await?,
            0,
            "what the one nearby was told"
        );
        Ok(())
    })
}

#[test]
fn an_answer_with_another_nonce_is_refused() -> Outcome {
    let firm = Firm::new()?;
    firm.app_folder().write(
        "false/index.html",
        "<!doctype html><title>False</title><script src=\"false.js\"></script>",
    )?;
    firm.app_folder().write(
        "false/false.js",
        "addEventListener('message', ({ ports: [port] }) => {
            const say = message => port.postMessage(JSON.stringify({ assay: 1, ...message }));
            say({ type: 'welcome', nonce: 'f'.repeat(32), version: '1.0.0', result: true });
            say({ type: 'result', result: { forged: true }, link: 'x' });
        });
        parent.postMessage(JSON.stringify({ assay: 1, type: 'knock' }), '*');",
    )?;
    firm.write_embedding_page(
        "index.html",
        "<assay-assessment id=\"it\" src=\"APPfalse/\"></assay-assessment>",
    )?;
    firm.journey().run(async |visitor| {
        visitor.open_without_waiting("").await?;
        assert_eq!(
            wait_for_event(visitor, "assay-error").await?["code"],
            "handshake"
        );
        for kind in ["assay-ready", "assay-result"] {
            assert_eq!(received_events(visitor, kind).await?.len(), 0, "{kind}");
        }
        Ok(())
    })
}

#[test]
fn the_element_opens_no_address_that_is_no_page() -> Outcome {
    let firm = Firm::new()?;
    firm.write_embedding_page("index.html", "<assay-assessment id=\"it\" src=\"javascript:document.title='forged'\"></assay-assessment>")?;
    firm.journey().run(async |visitor| {
        visitor.open_without_waiting("").await?;
        assert_eq!(
            wait_for_event(visitor, "assay-error").await?["code"],
            "origin"
        );
        assert_eq!(visitor.title().await?, "A firm");
        reopen_page(visitor).await
    })
}

async fn reopen_page(visitor: &Visitor) -> Outcome {
    visitor
        .run_script(
            "document.querySelector('#it').removeAttribute('src')",
            Vec::new(),
        )
        .await?;
    visitor.enter_embed("#it").await?;
    visitor.wait_for_page("profile").await
}
