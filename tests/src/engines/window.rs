//! The size of a window of a browser without the DevTools protocol.

use std::time::{Duration, Instant};

use thirtyfour::WebDriver;

use crate::{Error, Outcome};

const RESIZE_TIMEOUT: Duration = Duration::from_secs(20);
const POLL_INTERVAL: Duration = Duration::from_millis(50);

/// Makes the window so large that the viewport has this size in CSS pixels.
pub(crate) async fn fit_window(session: &WebDriver, width: u32, height: u32) -> Outcome {
    let begin = Instant::now();
    let (wanted_width, wanted_height) = (i64::from(width), i64::from(height));
    loop {
        let [inner_width, inner_height, outer_width, outer_height, ratio] =
            measure(session).await?;
        if (inner_width, inner_height) == (wanted_width, wanted_height) {
            return Ok(());
        }
        if begin.elapsed() > RESIZE_TIMEOUT {
            return Err(Error::new(format!(
                "The browser cannot make its page {width} x {height}, only {inner_width} x {inner_height}."
            )));
        }
        let side = |outer: i64, inner: i64, wanted: i64| {
            u32::try_from((outer + wanted - inner) * ratio).unwrap_or_default()
        };
        session
            .set_window_rect(
                0,
                0,
                side(outer_width, inner_width, wanted_width),
                side(outer_height, inner_height, wanted_height),
            )
            .await?;
        tokio::time::sleep(POLL_INTERVAL).await;
    }
}

/// Continues in a window without a toolbar, which may be narrower than one with it.
pub(super) async fn open_bare_window(session: &WebDriver) -> Outcome {
    let first = session.window().await?;
    session
        .execute(
            "open('about:blank', '', 'popup,noopener,width=320,height=640')",
            Vec::new(),
        )
        .await?;
    let begin = Instant::now();
    while begin.elapsed() < RESIZE_TIMEOUT {
        let windows = session.windows().await?;
        if let Some(bare) = windows.into_iter().find(|window| *window != first) {
            session.close_window().await?;
            return Ok(session.switch_to_window(bare).await?);
        }
        tokio::time::sleep(POLL_INTERVAL).await;
    }
    Err(Error::new(
        "The browser opened no window without a toolbar.",
    ))
}

/// Width and height of the viewport and of the window in CSS pixels, and device pixels per CSS pixel.
async fn measure(session: &WebDriver) -> Outcome<[i64; 5]> {
    let script =
        "return [innerWidth, innerHeight, outerWidth, outerHeight, Math.round(devicePixelRatio)]";
    let seen = session.execute(script, Vec::new()).await?;
    Ok(serde_json::from_value(seen.json().clone())?)
}
