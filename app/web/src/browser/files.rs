//! Saving and opening files.

use std::borrow::Cow;

use assay_core::json::MAX_FILE_SIZE;
use assay_core::{ProblemKind, decode_text};
use js_sys::{Array, Uint8Array};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Event, File, FileList, HtmlAnchorElement, HtmlInputElement, Url,
};

use super::infallible::infallible;
use super::{console, dom};

/// Returns a URL of a text as a file.
pub(crate) fn text_url(text: &str, kind: &str) -> Option<String> {
    blob_url(&text_blob(text, kind)?)
}

/// Returns a text as a blob of a MIME type.
pub(crate) fn text_blob(text: &str, kind: &str) -> Option<Blob> {
    new_blob(&JsValue::from_str(text), kind)
}

/// Returns bytes as a blob of a MIME type.
pub(crate) fn bytes_blob(bytes: &Uint8Array, kind: &str) -> Option<Blob> {
    new_blob(bytes, kind)
}

/// Texts and bytes are both parts of blobs, whatever the binding's name says.
fn new_blob(part: &JsValue, kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    infallible(Blob::new_with_str_sequence_and_options(
        &Array::of1(part),
        &options,
    ))
}

/// A file that was handed to the browser to be saved.
#[derive(Clone)]
pub(crate) struct SavedFile {
    pub(crate) name: String,
    pub(crate) content: FileContent,
    /// Whether the browser accepted it; whether it was saved is not known to any page.
    pub(crate) accepted: bool,
}

/// The contents of a file.
#[derive(Clone)]
pub(crate) enum FileContent {
    Text(String),
    Picture(SendWrapper<Blob>),
    /// A file that only other programs show.
    Document(SendWrapper<Blob>),
}

/// Has the browser save a text of a MIME type such as `application/json` under a name.
pub(crate) fn save_text(name: String, text: String, kind: &str) -> SavedFile {
    let accepted = text_blob(&text, kind).is_some_and(|blob| hand_over(&name, &blob));
    SavedFile {
        name,
        content: FileContent::Text(text),
        accepted,
    }
}

/// Has the browser save a picture under a name.
pub(crate) fn save_picture(name: String, picture: Blob) -> SavedFile {
    SavedFile {
        accepted: hand_over(&name, &picture),
        name,
        content: FileContent::Picture(SendWrapper::new(picture)),
    }
}

/// Has the browser save a document under a name.
pub(crate) fn save_document(name: String, document: Blob) -> SavedFile {
    SavedFile {
        accepted: hand_over(&name, &document),
        name,
        content: FileContent::Document(SendWrapper::new(document)),
    }
}

/// Returns a URL of a blob, valid as long as the page.
pub(crate) fn blob_url(blob: &Blob) -> Option<String> {
    infallible(Url::create_object_url_with_blob(blob))
}

/// Starts the download of a blob. False if the browser refuses.
fn hand_over(name: &str, content: &Blob) -> bool {
    let link = dom::create::<HtmlAnchorElement>("a");
    let Some((address, link)) = blob_url(content).zip(link) else {
        return false;
    };
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has begun by then.
    gloo::timers::callback::Timeout::new(60_000, move || {
        console::log_error("release a file", Url::revoke_object_url(&address));
    })
    .forget();
    true
}

/// Why the text of a file could not be read.
#[derive(Clone)]
pub(crate) enum ReadError {
    /// The browser could not read it.
    Unreadable,
    /// It is too large or not a text.
    NotText(ProblemKind),
}

/// Reads the text of a file of at most [`MAX_FILE_SIZE`] bytes. The browser's own decoder would replace
/// every invalid character.
///
/// # Errors
/// See [`ReadError`].
pub(crate) async fn read_text(file: &File) -> Result<String, ReadError> {
    read_text_within(file, MAX_FILE_SIZE).await
}

/// The same with another limit in bytes.
///
/// # Errors
/// See [`ReadError`].
pub(crate) async fn read_text_within(file: &File, limit: usize) -> Result<String, ReadError> {
    let bytes = read_bytes_within(file, limit).await?;
    decode_text(&bytes.to_vec())
        .map(Cow::into_owned)
        .map_err(ReadError::NotText)
}

/// Reads a file of at most `limit` bytes.
///
/// # Errors
/// It is longer, or the browser could not read it.
pub(crate) async fn read_bytes_within(file: &File, limit: usize) -> Result<Uint8Array, ReadError> {
    // Checked before reading, since a film chosen by mistake would fill the memory.
    let bytes = file.size();
    if bytes > limit as f64 {
        return Err(ReadError::NotText(ProblemKind::TooLarge {
            bytes: bytes as usize,
            limit,
        }));
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| ReadError::Unreadable)?;
    Ok(Uint8Array::new(&buffer))
}

/// The files that were chosen in a field, which is emptied: the same file can be chosen again.
pub(crate) fn take_chosen(event: &Event) -> Vec<File> {
    let Some(input) = dom::event_target::<HtmlInputElement>(event) else {
        return Vec::new();
    };
    let chosen = collect_files(input.files());
    input.set_value("");
    chosen
}

/// Collects the files of a list.
pub(crate) fn collect_files(list: Option<FileList>) -> Vec<File> {
    let list = list.as_ref();
    let count = list.map_or(0, FileList::length);
    (0..count).filter_map(|at| list?.get(at)).collect()
}

/// The name of an assessment's file, from the name in its profile.
pub(crate) fn assessment_file_name(title: &str) -> String {
    file_name(title, "json")
}

/// A file name from a title: letters and digits of any script, and hyphens for everything else.
pub(crate) fn file_name(title: &str, ending: &str) -> String {
    format!("{}.{ending}", file_stem(title))
}

/// The same with a day such as `2026-11-28` before the ending.
pub(crate) fn dated_file_name(title: &str, day: &str, ending: &str) -> String {
    format!("{}-{day}.{ending}", file_stem(title))
}

fn file_stem(title: &str) -> String {
    let name: String = title
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    let name = name.trim_matches('-');
    let short: String = name.chars().take(60).collect();
    if short.is_empty() {
        "assay".to_owned()
    } else {
        format!("assay-{short}")
    }
}

#[cfg(test)]
mod tests {
    use super::{assessment_file_name, dated_file_name};

    #[test]
    fn a_file_name_has_no_path_and_no_markup() {
        assert_eq!(assessment_file_name("../a b<c>"), "assay-a-b-c.json");
        assert_eq!(assessment_file_name("明澜医疗"), "assay-明澜医疗.json");
        assert_eq!(assessment_file_name(""), "assay.json");
    }

    #[test]
    fn a_long_name_leaves_the_day_in_the_file_name() {
        let name = dated_file_name(&"A/".repeat(99), "2026-11-28", "figures.csv");
        assert!(name.starts_with("assay-A-A-"), "{name}");
        assert!(name.ends_with("-2026-11-28.figures.csv"), "{name}");
        assert_eq!(
            dated_file_name("", "2026-11-28", "md"),
            "assay-2026-11-28.md"
        );
    }
}
