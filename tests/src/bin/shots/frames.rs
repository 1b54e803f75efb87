//! The assessment in a page of another site.

use assay_journeys::{Firm, Outcome, Visitor, load_company};

use crate::{Set, WIDTHS, save};

/// The host page: its name in the screenshots, its style sheet and the attributes of the element.
const HOSTS: [(&str, &str, &str); 3] = [
    (
        "plain",
        "body { margin: 2rem; font-family: sans-serif }",
        "",
    ),
    (
        "coloured",
        "body { margin: 2rem; font-family: sans-serif; background: #fff8f0; color: #332211 } a { color: #8a1c4a }",
        "depth=\"quick\"",
    ),
    (
        "dark",
        "body { margin: 2rem; font-family: sans-serif; background: #101828; color: #f2f4f7 } a { color: #8ab4f8 }",
        "",
    ),
];

/// What is shown in the frame, one after the other.
const STEPS: [&str; 3] = ["profile", "result", "consent"];

/// Takes the screenshots of the frame in each host page.
pub(crate) fn take_screenshots(set: &Set<'_>) -> Outcome {
    for (host, style, attributes) in HOSTS {
        for width in WIDTHS {
            let name = |step| format!("frame-{host}-{step}-{}-{width}", set.language);
            if !STEPS.into_iter().any(|step| set.is_wanted(&name(step))) {
                continue;
            }
            let firm = write_host(set.language, style, attributes)?;
            let journey = firm.journey().language(set.language).size(width, 900);
            // The element warns about colours of the host page that it does not take over.
            journey
                .allowing_message("assay-assessment")
                .run(async |visitor| {
                    visitor.open_without_waiting("").await?;
                    for step in STEPS {
                        visitor.enter_embed("#it").await?;
                        go_on(visitor, step).await?;
                        visitor.leave_frame().await?;
                        show_whole_page(visitor, width).await?;
                        let file = set.folder.join(format!("{}.png", name(step)));
                        save(&file, &visitor.screenshot_full_page().await?)?;
                    }
                    Ok(())
                })?;
        }
    }
    Ok(())
}

fn write_host(language: &str, style: &str, attributes: &str) -> Outcome<Firm> {
    let firm = Firm::new()?;
    firm.write_page("page.css", style)?;
    firm.write_embedding_page(
        "index.html",
        &format!(
            "<link rel=\"stylesheet\" href=\"page.css\"><h1>Northlight</h1><p>What we do, and <a href=\"#\">a link</a>.</p>
            <assay-assessment id=\"it\" lang=\"{language}\" {attributes}></assay-assessment><p>The page goes on.</p>"
        ),
    )?;
    Ok(firm)
}

/// Makes the window as high as the page: a frame is painted only where it is in view.
async fn show_whole_page(visitor: &Visitor, width: u32) -> Outcome {
    let height = "return document.documentElement.scrollHeight";
    let height = visitor.run_script(height, Vec::new()).await?;
    let height = height.as_u64().map(u32::try_from);
    visitor
        .resize(width, height.transpose()?.unwrap_or(900).max(900))
        .await
}

/// Goes on to a step in the frame.
async fn go_on(visitor: &Visitor, step: &str) -> Outcome {
    match step {
        "profile" => visitor.wait_visible("main h1").await,
        "result" => {
            visitor
                .complete_assessment(&load_company("bank, quick")?)
                .await?;
            visitor.confidence().await?;
            visitor.wait_visible(".next h2").await
        }
        _ => {
            visitor.press("[data-action=send]").await?;
            visitor
                .wait_visible("dialog[open] [data-action=confirm-send]:enabled")
                .await
        }
    }
}
