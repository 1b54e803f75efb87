//! Changes of the owner's files on the host, while visitors have a service worker that caches them.

use std::fs;

use assay_journeys::{Error, Journey, Outcome, SiteFolder, Visitor};
use serde_json::{Value, json};
use xtask::finish::brand;

const ADDRESS: &str = "models/plant.json";

const CONTROLLED: &str =
    "return navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))";

/// Writes a questionnaire whose first section has this title, and the configuration that offers it.
fn publish_model(folder: &SiteFolder, title: &str) -> Outcome {
    let model = include_str!("../../../docs/examples/law-office.json");
    let mut model: Value = serde_json::from_str(model)?;
    let place = model.pointer_mut("/texts/en/sections/material/title");
    *place.ok_or_else(|| Error::new("the example has no such section"))? = json!(title);
    folder.write(ADDRESS, &model.to_string())?;
    let config = json!({
        "format": "assay.config/1",
        "brand": { "name": format!("{title} Ltd") },
        "languages": ["en"],
        "models": [ADDRESS],
    });
    folder.write("config.json", &config.to_string())
}

/// Updates the service worker's list of files, as `cargo xtask brand` does.
fn list_model(folder: &SiteFolder) -> Outcome {
    brand::apply_brand(folder.path(), None).map_err(|error| Error::new(error.to_string()))
}

async fn open_with_worker(visitor: &Visitor) -> Outcome {
    visitor.open("#/s/material").await?;
    visitor
        .wait_until("the worker has the page", CONTROLLED)
        .await
}

async fn wait_for_title(visitor: &Visitor, title: &str) -> Outcome {
    visitor.wait_for_section("material").await?;
    assert_eq!(visitor.text(".bar .mark").await?, format!("{title} Ltd"));
    let heading = visitor.text("h1").await?;
    assert!(heading.contains(title), "{heading}");
    Ok(())
}

/// Waits until the worker has cached the owner's two files as they are on the host.
async fn keeps(visitor: &Visitor, title: &str) -> Outcome {
    let script = format!(
        "return Promise.all(['config.json', '{ADDRESS}'].map(name => caches.match(new URL(name, location.href.split(/[?#]/)[0]).href).then(kept => kept?.text())))
            .then(texts => texts.every(text => text?.includes('{title}')))"
    );
    visitor.wait_until("the new files are kept", &script).await
}

#[test]
fn after_a_new_questionnaire_one_reload_shows_it() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    publish_model(&folder, "Plant")?;
    list_model(&folder)?;
    Journey::new()
        .allowing_message("net::ERR_")
        .folder(folder.path())
        .run(async |visitor| {
            open_with_worker(visitor).await?;
            wait_for_title(visitor, "Plant").await?;
            publish_model(&folder, "Second edition")?;
            list_model(&folder)?;
            visitor.reload().await?;
            wait_for_title(visitor, "Second edition").await?;
            keeps(visitor, "Second edition").await?;
            visitor.stop_server();
            visitor.reload().await?;
            wait_for_title(visitor, "Second edition").await
        })
}

#[test]
fn files_that_were_only_copied_to_the_host_are_new_at_once_and_there_without_a_network() -> Outcome
{
    let folder = SiteFolder::copy_built_site()?;
    list_model(&folder)?;
    Journey::new()
        .allowing_message("net::ERR_")
        .folder(folder.path())
        .run(async |visitor| {
            visitor.open("").await?;
            visitor.wait_for_page("start").await?;
            visitor
                .wait_until("the worker has the page", CONTROLLED)
                .await?;
            publish_model(&folder, "Plant")?;
            visitor.open("?again#/s/material").await?;
            wait_for_title(visitor, "Plant").await?;
            keeps(visitor, "Plant").await?;
            visitor.stop_server();
            visitor.reload().await?;
            wait_for_title(visitor, "Plant").await
        })
}

#[test]
fn a_file_that_the_owner_removed_does_not_come_back_without_a_network() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    publish_model(&folder, "Plant")?;
    list_model(&folder)?;
    let journey = Journey::new()
        .allowing_message("net::ERR_")
        .allowing_message("404");
    journey.folder(folder.path()).run(async |visitor| {
        open_with_worker(visitor).await?;
        wait_for_title(visitor, "Plant").await?;
        fs::remove_file(folder.path().join("config.json"))?;
        visitor.reload().await?;
        visitor.wait_ready().await?;
        assert_eq!(visitor.text(".bar .mark").await?, "Assay");
        let gone = "return caches.match(new URL('config.json', location.href.split(/[?#]/)[0]).href).then(kept => !kept)";
        visitor.wait_until("the old file is gone", gone).await?;
        visitor.stop_server();
        visitor.reload().await?;
        visitor.wait_ready().await?;
        assert_eq!(visitor.text(".bar .mark").await?, "Assay");
        Ok(())
    })
}

#[test]
fn an_outage_of_the_host_does_not_remove_a_questionnaire() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    publish_model(&folder, "Plant")?;
    list_model(&folder)?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        open_with_worker(visitor).await?;
        // A captive network answers every request with a login page.
        folder.write("_headers", "/config.json\n  Content-Type: text/html\n")?;
        folder.write("config.json", "<!doctype html><title>Log in</title>")?;
        visitor.reload().await?;
        wait_for_title(visitor, "Plant").await
    })
}

#[test]
fn a_host_with_long_caching_does_not_serve_an_old_questionnaire() -> Outcome {
    let folder = SiteFolder::copy_built_site()?;
    publish_model(&folder, "Plant")?;
    folder.write("_headers", "/*\n  Cache-Control: max-age=3600\n")?;
    // Without the worker, as in a private window.
    folder.write("sw.js", "throw new Error('no worker here');")?;
    let journey = Journey::new()
        .allowing_message("sw.js")
        .allowing_message("no worker");
    journey.folder(folder.path()).run(async |visitor| {
        visitor.open("#/s/material").await?;
        wait_for_title(visitor, "Plant").await?;
        publish_model(&folder, "Second edition")?;
        visitor.reload().await?;
        wait_for_title(visitor, "Second edition").await
    })
}
