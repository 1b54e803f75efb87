//! Loading the program for reports: when, how often, and what happens if it fails.

use assay_journeys::{Journey, Outage, Outcome, Visitor};

use super::{assessment, button, open_dialog, save};

/// Counts the files that are handed to the browser.
const COUNT_FILES: &str = "window.files = 0; const click = HTMLElement.prototype.click;
    HTMLElement.prototype.click = function () { if (this.download) window.files += 1; click.call(this); };";

/// The number of requests for the program.
const REQUESTS: &str = "return performance.getEntriesByType('resource').filter(entry => entry.name.includes('assay-reports')).length";

/// Without the service worker, which would have cached the files.
const NO_WORKER: &str = "if (window.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('refused'))";

async fn number(visitor: &Visitor, script: &str) -> Outcome<u64> {
    let found = visitor.run_script(script, Vec::new()).await?;
    Ok(found.as_u64().unwrap_or_default())
}

#[test]
fn the_program_is_loaded_at_its_first_use_and_its_size_is_stated_before() -> Outcome {
    Journey::new().run(async |visitor| {
        open_dialog(visitor, &assessment()?).await?;
        let size = visitor.text("[data-reports-size]").await?;
        assert!(size.contains(" MB"), "{size}");
        let (_, before) = visitor.position_of(&button("md")).await?;
        assert_eq!(number(visitor, REQUESTS).await?, 0);
        save(visitor, "md").await?;
        assert_eq!(number(visitor, REQUESTS).await?, 2, "glue and wasm");
        let place = format!(
            "const r = document.querySelector(\"{}\").getBoundingClientRect(); return r.top + r.height / 2",
            button("md")
        );
        let after = visitor.run_script(&place, Vec::new()).await?;
        let moved = after.as_f64().unwrap_or_default() - before;
        assert!(moved.abs() < 1.0, "the button moved by {moved} under the pointer");
        save(visitor, "csv").await?;
        assert_eq!(number(visitor, REQUESTS).await?, 2);
        Ok(())
    })
}

#[test]
fn a_double_press_makes_one_file() -> Outcome {
    Journey::new().run(async |visitor| {
        visitor.preload_script(COUNT_FILES).await?;
        open_dialog(visitor, &assessment()?).await?;
        visitor.wait_at_rest(&button("pptx")).await?;
        let (x, y) = visitor.position_of(&button("pptx")).await?;
        visitor.press_at(&[(x, y), (x + 2.0, y + 1.0)], 90).await?;
        // Keyboards and assistive technology press without a pointer.
        let again = format!("document.querySelector(\"{}\").click()", button("docx"));
        visitor.run_script(&again, Vec::new()).await?;
        visitor.wait_visible("dialog [data-saved$='.pptx']").await?;
        let rest = "return new Promise(done => setTimeout(() => done(true), 1500))";
        visitor.run_script(rest, Vec::new()).await?;
        assert_eq!(number(visitor, "return window.files").await?, 1);
        visitor
            .wait_visible("dialog [data-action=save-again]")
            .await
    })
}

#[test]
fn a_program_that_cannot_be_loaded_is_tried_again() -> Outcome {
    for part in [&["assay-reports"] as &[&str], &[".wasm"]] {
        let outage = Outage::for_addresses(part)?;
        let journey = Journey::new()
            .at_address(outage.address())
            .allowing_message("503")
            .allowing_message("could not load the program for reports");
        journey.run(async |visitor| {
            visitor.preload_script(NO_WORKER).await?;
            open_dialog(visitor, &assessment()?).await?;
            outage.begin();
            for press in [button("pptx"), "[data-action=report-again]".to_owned()] {
                visitor.press(&press).await?;
                visitor.wait_visible("[data-action=report-again]").await?;
                let status = visitor.text("[data-report-status]").await?;
                assert!(status.contains("could not be loaded"), "{status}");
            }
            outage.end();
            let (name, _) = visitor.save_file("[data-action=report-again]").await?;
            assert!(name.ends_with(".pptx"), "{name}");
            visitor.wait_hidden("[data-action=report-again]").await
        })?;
    }
    Ok(())
}

#[test]
fn once_used_the_program_works_offline() -> Outcome {
    // Requests to the stopped server fail.
    Journey::new()
        .allowing_message("net::ERR_")
        .run(async |visitor| {
            open_dialog(visitor, &assessment()?).await?;
            let kept = "return navigator.serviceWorker.ready.then(r => r.active.state === 'activated' && Boolean(navigator.serviceWorker.controller))";
            visitor.wait_until("the site is kept", kept).await?;
            save(visitor, "pptx").await?;
            let cached = "return caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(cache => cache.keys())))).then(all => all.flat().filter(request => request.url.includes('assay-reports')).length === 2)";
            visitor.wait_until("the program is kept", cached).await?;
            visitor.stop_server();
            visitor.reload().await?;
            visitor.press("[data-action=reports]").await?;
            let (name, _) = save(visitor, "docx").await?;
            assert!(name.ends_with(".docx"), "{name}");
            Ok(())
        })
}
