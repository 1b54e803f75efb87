//! The app without a network, after it was loaded once.

use assay_journeys::{Journey, Outcome};

#[test]
fn once_loaded_the_app_works_offline() -> Outcome {
    // Requests to the stopped server fail.
    Journey::new().allowing_message("net::ERR_").run(async |visitor| {
        visitor.begin_in_data(&[("data.domain", "3")]).await?;
        let kept = "return navigator.serviceWorker.ready.then(r => r.active.state === 'activated' && Boolean(navigator.serviceWorker.controller))";
        visitor.wait_until("the site is kept", kept).await?;
        visitor.stop_server();
        visitor.check_data_after_reload(&[("data.domain", "3")]).await?;
        visitor.choose_language("zh-CN").await?;
        visitor.open("?lang=en#/example/school").await?;
        visitor.wait_for_page("shared").await?;
        let fits = visitor.figures().await?;
        assert_eq!(fits.recommendation, "maas", "{fits:?}");
        Ok(())
    })
}
