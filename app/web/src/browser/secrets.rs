//! Links encrypted with a passphrase, by PBKDF2 and AES-GCM of the browser's WebCrypto.
//! [`SealedPayload`] defines the format.

use assay_core::link::SealedPayload;
use js_sys::{Array, JsString, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesDerivedKeyParams, AesGcmParams, Crypto, CryptoKey, Pbkdf2Params, SubtleCrypto};

use super::property::property;
use super::{console, dom};

/// Why a link could not be encrypted or decrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SecretError {
    /// The browser has no WebCrypto on this page, which was loaded over plain http.
    Unavailable,
    /// The link was encrypted with another passphrase.
    WrongPassphrase,
    /// WebCrypto refused.
    Refused,
}

/// Whether passphrases can be used on this page.
pub(crate) fn is_available() -> bool {
    webcrypto().is_some()
}

/// Encrypts the bytes of a payload with a random salt and initialization vector.
///
/// # Errors
/// [`SecretError::Unavailable`] and [`SecretError::Refused`].
pub(crate) async fn seal(bytes: &[u8], passphrase: &str) -> Result<SealedPayload, SecretError> {
    let (crypto, subtle) = webcrypto().ok_or(SecretError::Unavailable)?;
    let mut sealed = SealedPayload {
        iterations: *SealedPayload::ITERATIONS.start(),
        salt: random(&crypto)?,
        iv: random(&crypto)?,
        ciphertext: Vec::new(),
    };
    let key = key(&subtle, passphrase, &sealed, "encrypt").await?;
    let ciphertext =
        subtle.encrypt_with_object_and_js_u8_array(&cipher(&sealed), &key, &array(bytes));
    sealed.ciphertext = Uint8Array::new(&wait(ciphertext).await?).to_vec();
    Ok(sealed)
}

/// Decrypts the bytes of a payload, for [`decode_bytes`](assay_core::link::decode_bytes).
///
/// # Errors
/// Any [`SecretError`].
pub(crate) async fn unseal(
    sealed: &SealedPayload,
    passphrase: &str,
) -> Result<Vec<u8>, SecretError> {
    let (_, subtle) = webcrypto().ok_or(SecretError::Unavailable)?;
    let key = key(&subtle, passphrase, sealed, "decrypt").await?;
    let ciphertext = array(&sealed.ciphertext);
    let opened = subtle.decrypt_with_object_and_js_u8_array(&cipher(sealed), &key, &ciphertext);
    // The link's checksum was correct, so that only the passphrase can be wrong.
    let opened = wait(opened)
        .await
        .map_err(|_| SecretError::WrongPassphrase)?;
    Ok(Uint8Array::new(&opened).to_vec())
}

/// Generates a passphrase from the browser's random numbers.
pub(crate) fn propose_passphrase() -> Option<String> {
    let (crypto, _) = webcrypto()?;
    let bytes = random(&crypto).map_err(|_| "no random numbers");
    console::log_failure("propose a passphrase", bytes)
        .map(assay_core::passphrase::from_random_bytes)
}

/// WebCrypto, which browsers offer on secure origins only.
fn webcrypto() -> Option<(Crypto, SubtleCrypto)> {
    let crypto = dom::window()?.crypto().ok()?;
    let subtle = property(&crypto, "subtle")?;
    let subtle = subtle.is_object().then(|| subtle.unchecked_into())?;
    Some((crypto, subtle))
}

/// Derives the key of a passphrase in Unicode normalization form C, which does not depend on the
/// keyboard.
async fn key(
    subtle: &SubtleCrypto,
    passphrase: &str,
    sealed: &SealedPayload,
    usage: &str,
) -> Result<CryptoKey, SecretError> {
    let normal = String::from(JsString::from(passphrase).normalize("NFC"));
    let usages = |usage: &str| JsValue::from(Array::of1(&usage.into()));
    let typed = subtle.import_key_with_str(
        "raw",
        &array(normal.as_bytes()),
        "PBKDF2",
        false,
        &usages("deriveKey"),
    );
    let typed: CryptoKey = wait(typed).await?.unchecked_into();
    let rounds =
        Pbkdf2Params::new_with_str("PBKDF2", "SHA-256", sealed.iterations, &array(&sealed.salt));
    let cipher = AesDerivedKeyParams::new("AES-GCM", 256);
    let derived =
        subtle.derive_key_with_object_and_object(&rounds, &typed, &cipher, false, &usages(usage));
    Ok(wait(derived).await?.unchecked_into())
}

fn cipher(sealed: &SealedPayload) -> AesGcmParams {
    let cipher = AesGcmParams::new("AES-GCM", &array(&sealed.iv));
    cipher.set_additional_data(&array(&sealed.associated_data()));
    cipher.set_tag_length(128);
    cipher
}

fn random<const N: usize>(crypto: &Crypto) -> Result<[u8; N], SecretError> {
    let mut bytes = [0; N];
    crypto
        .get_random_values_with_u8_array(&mut bytes)
        .map_err(|_| SecretError::Refused)?;
    Ok(bytes)
}

/// Copies bytes out of the program's memory, which may move while the browser computes.
fn array(bytes: &[u8]) -> Uint8Array {
    Uint8Array::from(bytes)
}

async fn wait(promise: Result<Promise, JsValue>) -> Result<JsValue, SecretError> {
    let promise = promise.map_err(|_| SecretError::Refused)?;
    JsFuture::from(promise)
        .await
        .map_err(|_| SecretError::Refused)
}
