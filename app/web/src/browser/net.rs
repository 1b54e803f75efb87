//! Fetching the site's own files; nothing else is ever fetched.

use std::fmt;

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Location, RequestCache, RequestInit, Response, Url};

use super::infallible::infallible;
use super::{boot_registry, console, dom};

/// Why a file of the site could not be fetched.
#[derive(Clone, Debug)]
pub(crate) struct NetError {
    pub(crate) file: String,
    pub(crate) reason: String,
    /// Whether the site responded, so that another attempt would fail too.
    pub(crate) has_response: bool,
}

impl fmt::Display for NetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.reason)
    }
}

/// Fetches the text of a file of the site by its plain name, such as `texts/en.json`: what `boot.js`
/// began to fetch, else the file under its hashed name.
///
/// # Errors
/// If the file cannot be fetched.
pub(crate) async fn fetch_text(name: &str) -> Result<String, NetError> {
    if let Some(early) =
        boot_registry::read_in("early", name).and_then(dom::cast::<Promise>)
        // An early request that failed is repeated below.
        && let Ok(text) = JsFuture::from(early).await
        && let Some(text) = text.as_string()
    {
        return Ok(text);
    }
    let hashed = boot_registry::read_in("files", name).and_then(|found| found.as_string());
    let response = match hashed {
        Some(address) => fetch(&address, RequestCache::Default).await?,
        None => fetch(name, RequestCache::NoCache).await?,
    };
    let text = response.text().map_err(|e| fault(name, message(&e)))?;
    let text = JsFuture::from(text)
        .await
        .map_err(|e| fault(name, message(&e)))?;
    text.as_string()
        .ok_or_else(|| fault(name, "not a text".into()))
}

/// Fetches the bytes of a file of the site's owner by its address relative to the page: what `boot.js`
/// began to fetch, else the file. Bytes, since its encoding has to be checked.
///
/// # Errors
/// If the file cannot be fetched.
pub(crate) async fn fetch_bytes(address: &str) -> Result<Vec<u8>, NetError> {
    if let Some(early) = boot_registry::read_in("early", address).and_then(dom::cast::<Promise>)
        && let Ok(buffer) = JsFuture::from(early).await
        && buffer.is_instance_of::<ArrayBuffer>()
    {
        return Ok(Uint8Array::new(&buffer).to_vec());
    }
    // The owner may have changed it although the browser's copy is not expired.
    let response = fetch(address, RequestCache::NoCache).await?;
    let buffer = response
        .array_buffer()
        .map_err(|e| fault(address, message(&e)))?;
    let buffer = JsFuture::from(buffer)
        .await
        .map_err(|e| fault(address, message(&e)))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn fault(file: &str, why: String) -> NetError {
    NetError {
        file: file.to_owned(),
        reason: why,
        has_response: false,
    }
}

/// Fetches an address of this site, relative to the page.
async fn fetch(address: &str, cache: RequestCache) -> Result<Response, NetError> {
    let fault = |why: String| fault(address, why);
    let window = dom::window().ok_or_else(|| fault("no window".into()))?;
    let options = RequestInit::new();
    options.set_cache(cache);
    let response = JsFuture::from(window.fetch_with_str_and_init(address, &options))
        .await
        .map_err(|e| fault(message(&e)))?;
    let response: Response = response.dyn_into().map_err(|e| fault(message(&e)))?;
    let status = response.status();
    if !response.ok() {
        return Err(NetError {
            has_response: status < 500,
            ..fault(status.to_string())
        });
    }
    Ok(response)
}

/// Makes an address absolute; `None` if it is none or not on this site.
pub(crate) fn same_origin_url(address: &str, base: Option<&str>) -> Option<String> {
    let page = dom::location_part(Location::href);
    let url = Url::new_with_base(address, base.unwrap_or(&page)).ok()?;
    (url.origin() == dom::location_part(Location::origin)).then(|| url.href())
}

/// The value of a query parameter of the page's address; `None` if it is missing or empty.
pub(crate) fn query_parameter(name: &str) -> Option<String> {
    let parameters = web_sys::UrlSearchParams::new_with_str(&dom::location_query());
    let value = infallible(parameters)?.get(name);
    value.filter(|value| !value.is_empty())
}

fn message(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map_or_else(String::new, |e| String::from(e.message()))
}

/// The address of the start page without other parameters, in the frame if the app is in one.
pub(crate) fn home_address() -> &'static str {
    if dom::is_embedded() { "?embed=1" } else { "?" }
}

/// The address that opens another questionnaire, in the frame if the app is in one.
pub(crate) fn address_with_model(model: &str) -> String {
    let frame = if dom::is_embedded() { "embed=1&" } else { "" };
    let model = String::from(js_sys::encode_uri_component(model));
    format!("?{frame}model={model}")
}

/// Loads the page anew with another questionnaire, at the same place and with its other parameters.
/// The page that is left is not gone back to.
pub(crate) fn reload_with_model(model: &str) {
    let Some(location) = dom::window().map(|window| window.location()) else {
        return;
    };
    let address =
        web_sys::UrlSearchParams::new_with_str(&dom::location_query()).and_then(|parameters| {
            parameters.set("model", model);
            let query = String::from(parameters.to_string());
            location.replace(&format!("?{query}{}", dom::location_hash()))
        });
    console::log_error("load the page with another questionnaire", address);
}

/// The address of the page without its hash, with the questionnaire that it opens.
pub(crate) fn page_address(model: Option<&str>) -> String {
    let base = dom::location_part(Location::href);
    let base = base.split(['#', '?']).next().unwrap_or_default();
    match model {
        Some(model) => format!(
            "{base}?model={}",
            String::from(js_sys::encode_uri_component(model))
        ),
        None => base.to_owned(),
    }
}
