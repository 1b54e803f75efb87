//! Forged messages to the frame and to the element.

mod strangers;

use super::{firm_with_element, open_page, wait_for_event};
use assay_journeys::{Firm, Outcome, Visitor};
use serde_json::Value;

/// A host page without the element: records the messages of the frame, and can greet it.
const OWN_HOST: &str = r#"
window.knocks = []; window.received = [];
addEventListener('message', event => window.knocks.push({ data: event.data, origin: event.origin }));
window.pack = message => JSON.stringify({ assay: 1, ...message });
window.hello = (nonce, name) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = event => window.received.push({ name, message: JSON.parse(event.data) });
  window[name] = port1;
  frames[0].postMessage(pack({ type: 'hello', nonce, options: {} }), 'ORIGIN', [port2]);
};"#;

const NONCE: &str = "0123456789abcdef0123456789abcdef";

fn write_own_host(firm: &Firm) -> Outcome {
    firm.write_page("host.js", &OWN_HOST.replace("ORIGIN", &firm.app_origin()))?;
    firm.write_page("index.html", "<!doctype html><title>Own</title><script src=\"host.js\"></script><iframe width=\"900\" height=\"700\" src=\"APP?embed=1&lang=en#/s/data\"></iframe>")
}

async fn run_script(visitor: &Visitor, script: &str) -> Outcome<Value> {
    visitor.run_script(script, Vec::new()).await
}

/// Waits for the knock, greets the frame and waits for its answer.
async fn wait_for_greeting(visitor: &Visitor) -> Outcome {
    visitor.open_without_waiting("").await?;
    visitor
        .wait_until("the frame knocks", "return window.knocks.length > 0")
        .await?;
    run_script(visitor, &format!("hello('{NONCE}', 'first')")).await?;
    visitor
        .wait_until("the frame answers", "return window.received.length > 0")
        .await
}

#[test]
fn a_second_hello_gets_no_answer_however_it_is_made() -> Outcome {
    let firm = Firm::new()?;
    write_own_host(&firm)?;
    firm.journey().run(async |visitor| {
        wait_for_greeting(visitor).await?;
        let welcome = run_script(visitor, "return window.received[0].message").await?;
        assert_eq!(
            (&welcome["type"], &welcome["nonce"]),
            (&Value::from("welcome"), &Value::from(NONCE))
        );
        // The same greeting again, and one with another nonce.
        run_script(
            visitor,
            &format!(
                "hello('{NONCE}', 'replay'); hello('{}', 'other')",
                NONCE.replace('0', "f")
            ),
        )
        .await?;
        run_script(
            visitor,
            "window.first.postMessage(pack({ type: 'options', options: { lang: 'zh-CN' } }))",
        )
        .await?;
        visitor
            .wait_until(
                "the first port still works",
                "return window.received.some(t => t.name === 'first' && t.message.type !== 'welcome')",
            )
            .await?;
        assert_eq!(
            run_script(
                visitor,
                "return window.received.filter(t => t.name !== 'first').length"
            )
            .await?,
            0,
            "answers on other ports"
        );
        Ok(())
    })
}

#[test]
fn malformed_and_huge_messages_change_and_reveal_nothing() -> Outcome {
    let firm = Firm::new()?;
    write_own_host(&firm)?;
    firm.journey().run(async |visitor| {
        wait_for_greeting(visitor).await?;
        let garbage = r#"const bad = [null, 7, {}, [], '', '{', '[]', 'null', '{"assay":1}', '{"assay":2,"type":"reset"}', '{"assay":1,"type":"constructor"}',
                '{"assay":1,"type":"get-answers"}', '{"assay":1,"type":"options"}', '{"assay":1,"type":"options","options":{"lang":"de"}}',
                '{"assay":1,"type":"options","options":{"lang":"en","more":1}}', '{"assay":1,"type":"prefill","answers":{"data.domain":9}}',
                '{"assay":1,"type":"prefill","answers":{"__proto__":{"x":1}}}', '{"assay":1,"type":"prefill","link":"javascript:alert(1)"}',
                { assay: 1, type: 'reset' }, new Uint8Array(10), '\u0000'.repeat(100), '['.repeat(100000),
                '{"assay":1,"type":"prefill","answers":{"a":"' + 'x'.repeat(10 * 1024 * 1024) + '"}}', 'x'.repeat(10 * 1024 * 1024)];
            for (const message of bad) { frames[0].postMessage(message, '*'); window.first.postMessage(message); }"#;
        run_script(visitor, garbage).await?;
        visitor.wait_until("faults are said", "return window.received.some(t => t.message.type === 'error')").await?;
        visitor.run_script("window.first.postMessage(pack({ type: 'options', options: { lang: 'zh-CN' } }))", Vec::new()).await?;
        enter_only_frame(visitor).await?;
        visitor.wait_visible("html[lang=zh-CN] main[data-page=section]").await?;
        visitor.choose_answer("data.domain", "3").await?;
        visitor.leaves_frame_and_finds(&["welcome", "error", "resize", "scroll", "started", "progress"]).await
    })
}

/// Switches to the plain iframe of the page.
async fn enter_only_frame(visitor: &Visitor) -> Outcome {
    visitor.enter_iframe("iframe").await
}

trait Finds {
    async fn leaves_frame_and_finds(&self, allowed: &[&str]) -> Outcome;
}

impl Finds for Visitor {
    /// Checks that the frame sent only messages of these kinds, and no answer in any of them.
    async fn leaves_frame_and_finds(&self, allowed: &[&str]) -> Outcome {
        self.leave_frame().await?;
        let messages = self
            .run_script("return window.received.map(t => t.message)", Vec::new())
            .await?;
        for message in messages.as_array().into_iter().flatten() {
            let kind = message["type"].as_str().unwrap_or_default();
            assert!(allowed.contains(&kind), "the frame tells {message}");
            assert!(
                message.get("result").is_none_or(Value::is_boolean),
                "{message}"
            );
        }
        let knocks = self
            .run_script("return window.knocks.map(k => k.data)", Vec::new())
            .await?;
        for data in knocks.as_array().into_iter().flatten() {
            assert_eq!(
                data.as_str().unwrap_or_default().replace(' ', ""),
                r#"{"assay":1,"type":"knock"}"#
            );
        }
        Ok(())
    }
}

#[test]
fn a_page_that_is_not_allowed_and_sends_hello_first_is_refused() -> Outcome {
    let firm = Firm::new()?;
    firm.allow_origins(&["https://somebody-else.example"])?;
    firm.remove_headers()?;
    write_own_host(&firm)?;
    firm.journey().run(async |visitor| {
        wait_for_greeting(visitor).await?;
        let messages = run_script(visitor, "return window.received.map(t => t.message)").await?;
        assert_eq!(messages, serde_json::json!([{ "assay": 1, "type": "refused", "nonce": NONCE }]));
        run_script(visitor, "window.first.postMessage(pack({ type: 'options', options: { lang: 'zh-CN' } })); window.first.postMessage(pack({ type: 'get-result' }))").await?;
        enter_only_frame(visitor).await?;
        visitor.choose_answer("data.domain", "3").await?;
        assert_eq!(visitor.attribute("html", "lang").await?, "en", "options of a page that is not allowed");
        visitor.leave_frame().await?;
        assert_eq!(run_script(visitor, "return window.received.length").await?, 1);
        Ok(())
    })
}

#[test]
fn a_reload_within_the_frame_makes_a_new_channel() -> Outcome {
    let firm = firm_with_element()?;
    firm.journey().run(async |visitor| {
        open_page(visitor).await?;
        wait_for_event(visitor, "assay-ready").await?;
        visitor.enter_embed("#it").await?;
        visitor.run_script("location.reload()", Vec::new()).await?;
        visitor.leave_frame().await?;
        visitor
            .wait_until(
                "it is ready again",
                "return window.seen.filter(e => e.type === 'assay-ready').length === 2",
            )
            .await?;
        visitor.enter_embed("#it").await?;
        visitor.go_to_hash("#/s/data").await?;
        visitor.choose_answer("data.domain", "1").await?;
        wait_for_event(visitor, "assay-started").await?;
        Ok(())
    })
}
