//! The logo of the site's owner for documents.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;

use crate::browser::console::{log_error, log_failure};
use crate::browser::{net, picture};
use crate::state::App;

/// Longer side of a drawn logo in pixels, as on the command line.
const LOGO_PIXELS: f64 = 1200.0;

/// The logo as PNG; `None` without one, or if it cannot be loaded, which is logged.
pub(crate) async fn report_logo(app: &App) -> Option<Vec<u8>> {
    let address = app.site.config.brand.logo.as_deref()?;
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if path.to_ascii_lowercase().ends_with(".png") {
        return log_failure("load the logo", net::fetch_bytes(address).await);
    }
    let drawn = picture::rasterize(address, LOGO_PIXELS, None).await?;
    let buffer = JsFuture::from(drawn.array_buffer()).await;
    let buffer = log_error("read the drawn logo", buffer)?;
    Some(Uint8Array::new(&buffer).to_vec())
}
