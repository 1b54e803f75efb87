//! What visitors see after the owner of a site has changed its files, with the service worker that
//! keeps them.

use std::fs;

use assay_journeys::{Journey, Outcome, SiteFolder, Trouble, Visitor};
use serde_json::{Value, json};
use xtask::finish::brand;

const ADDRESS: &str = "models/plant.json";

const CONTROLLED: &str =
    "return navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))";

/// Writes the owner's files: a questionnaire whose first section has this title, and what offers it.
fn publish(folder: &SiteFolder, title: &str) -> Outcome {
    let model = include_str!("../../../docs/examples/law-office.json");
    let mut model: Value = serde_json::from_str(model)?;
    let place = model.pointer_mut("/texts/en/sections/material/title");
    *place.ok_or_else(|| Trouble::new("the example has no such section"))? = json!(title);
    folder.write(ADDRESS, &model.to_string())?;
    let config = json!({
        "format": "assay.config/1",
        "brand": { "name": format!("{title} Ltd") },
        "languages": ["en"],
        "models": [ADDRESS],
    });
    folder.write("config.json", &config.to_string())
}

/// Writes what follows from the files, as `cargo xtask brand` does.
fn list(folder: &SiteFolder) -> Outcome {
    brand::brand(folder.path(), None).map_err(|trouble| Trouble::new(trouble.to_string()))
}

async fn opens_with_worker(visitor: &Visitor) -> Outcome {
    visitor.open("#/s/material").await?;
    visitor.until("the worker has the page", CONTROLLED).await
}

async fn reads(visitor: &Visitor, title: &str) -> Outcome {
    visitor.is_in("material").await?;
    assert_eq!(visitor.text(".bar .mark").await?, format!("{title} Ltd"));
    let heading = visitor.text("h1").await?;
    assert!(heading.contains(title), "{heading}");
    Ok(())
}

/// True once the worker keeps the owner's two files as they are on the host.
async fn keeps(visitor: &Visitor, title: &str) -> Outcome {
    let script = format!(
        "return Promise.all(['config.json', '{ADDRESS}'].map(name => caches.match(new URL(name, location.href.split(/[?#]/)[0]).href).then(kept => kept?.text())))
            .then(texts => texts.every(text => text?.includes('{title}')))"
    );
    visitor.until("the new files are kept", &script).await
}

#[test]
fn after_a_new_questionnaire_one_reload_shows_it() -> Outcome {
    let folder = SiteFolder::copy()?;
    publish(&folder, "Plant")?;
    list(&folder)?;
    Journey::new()
        .allowing("net::ERR_")
        .folder(folder.path())
        .run(async |visitor| {
            opens_with_worker(visitor).await?;
            reads(visitor, "Plant").await?;
            publish(&folder, "Second edition")?;
            list(&folder)?;
            visitor.reload().await?;
            reads(visitor, "Second edition").await?;
            keeps(visitor, "Second edition").await?;
            visitor.cut_the_network();
            visitor.reload().await?;
            reads(visitor, "Second edition").await
        })
}

#[test]
fn files_that_were_only_copied_to_the_host_are_new_at_once_and_there_without_a_network() -> Outcome
{
    let folder = SiteFolder::copy()?;
    list(&folder)?;
    Journey::new()
        .allowing("net::ERR_")
        .folder(folder.path())
        .run(async |visitor| {
            visitor.open("").await?;
            visitor.is_on("start").await?;
            visitor.until("the worker has the page", CONTROLLED).await?;
            publish(&folder, "Plant")?;
            visitor.open("?again#/s/material").await?;
            reads(visitor, "Plant").await?;
            keeps(visitor, "Plant").await?;
            visitor.cut_the_network();
            visitor.reload().await?;
            reads(visitor, "Plant").await
        })
}

#[test]
fn a_file_that_the_owner_removed_does_not_come_back_without_a_network() -> Outcome {
    let folder = SiteFolder::copy()?;
    publish(&folder, "Plant")?;
    list(&folder)?;
    let journey = Journey::new().allowing("net::ERR_").allowing("404");
    journey.folder(folder.path()).run(async |visitor| {
        opens_with_worker(visitor).await?;
        reads(visitor, "Plant").await?;
        fs::remove_file(folder.path().join("config.json"))?;
        visitor.reload().await?;
        visitor.is_ready().await?;
        assert_eq!(visitor.text(".bar .mark").await?, "Assay");
        let gone = "return caches.match(new URL('config.json', location.href.split(/[?#]/)[0]).href).then(kept => !kept)";
        visitor.until("the old file is gone", gone).await?;
        visitor.cut_the_network();
        visitor.reload().await?;
        visitor.is_ready().await?;
        assert_eq!(visitor.text(".bar .mark").await?, "Assay");
        Ok(())
    })
}

#[test]
fn a_host_in_trouble_takes_no_questionnaire_away() -> Outcome {
    let folder = SiteFolder::copy()?;
    publish(&folder, "Plant")?;
    list(&folder)?;
    Journey::new().folder(folder.path()).run(async |visitor| {
        opens_with_worker(visitor).await?;
        // As networks do that want a visitor to log in: a page in the place of every file.
        folder.write("_headers", "/config.json\n  Content-Type: text/html\n")?;
        folder.write("config.json", "<!doctype html><title>Log in</title>")?;
        visitor.reload().await?;
        reads(visitor, "Plant").await
    })
}

#[test]
fn a_host_that_lets_browsers_keep_files_does_not_keep_an_old_questionnaire_alive() -> Outcome {
    let folder = SiteFolder::copy()?;
    publish(&folder, "Plant")?;
    folder.write("_headers", "/*\n  Cache-Control: max-age=3600\n")?;
    // Without the worker, as in a window that keeps nothing.
    folder.write("sw.js", "throw new Error('no worker here');")?;
    let journey = Journey::new().allowing("sw.js").allowing("no worker");
    journey.folder(folder.path()).run(async |visitor| {
        visitor.open("#/s/material").await?;
        reads(visitor, "Plant").await?;
        publish(&folder, "Second edition")?;
        visitor.reload().await?;
        reads(visitor, "Second edition").await
    })
}
