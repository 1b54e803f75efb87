//! QR codes as SVG paths.

use qrcodegen::{QrCode, QrCodeEcc};

/// Width of the quiet zone in modules, which readers need to find the code.
const QUIET_ZONE: i32 = 4;

/// A QR code as an SVG path in a square.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Width and height in modules, quiet zone included.
    pub side: u32,
    /// The dark modules: the `d` attribute of a path.
    pub path: String,
}

/// Longest text that a code can hold, in bytes.
pub const QR_MAX_BYTES: usize = 2953;

/// Encodes a text; `None` if it is longer than [`QR_MAX_BYTES`].
///
/// Error correction is level M (15 percent), or L (7 percent) for long texts.
#[must_use]
pub fn encode_qr(text: &str) -> Option<Qr> {
    let code = [QrCodeEcc::Medium, QrCodeEcc::Low]
        .into_iter()
        .find_map(|safety| QrCode::encode_text(text, safety).ok())?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let long = (x..size).take_while(|&x| code.get_module(x, y)).count() as i32;
            if long > 0 {
                let (left, top) = (x + QUIET_ZONE, y + QUIET_ZONE);
                path.push_str(&format!("M{left} {top}h{long}v1h-{long}z"));
            }
            x += long.max(1);
        }
    }
    let side = u32::try_from(size + 2 * QUIET_ZONE).ok()?;
    Some(Qr { side, path })
}

impl Qr {
    /// The code as a standalone SVG file, black on white.
    #[must_use]
    pub fn svg(&self) -> String {
        let Self { side, path } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {side} {side}\" \
             shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/>\
             <path d=\"{path}\"/></svg>\n",
            side * 8,
            side * 8
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{QR_MAX_BYTES, Qr, encode_qr};

    /// Decodes a code from an image with three pixels per module.
    fn read(code: &Qr) -> String {
        let (side, scale) = (code.side as usize, 3);
        let mut dark = vec![false; side * side];
        for run in code.path.split('M').skip(1) {
            let numbers: Vec<usize> = run
                .split(['h', ' ', 'v'])
                .take(3)
                .map(|number| number.parse().unwrap())
                .collect();
            let [x, y, long] = numbers[..] else { panic!() };
            dark[y * side + x..][..long].fill(true);
        }
        let pixel = |x: usize, y: usize| {
            if dark[y / scale * side + x / scale] {
                0
            } else {
                255
            }
        };
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(side * scale, side * scale, pixel);
        image.detect_grids().first().unwrap().decode().unwrap().1
    }

    #[test]
    fn a_reader_finds_the_text_that_was_put_in() {
        for text in [
            "https://assay.example/#/r/AQsBB9YTAAAC",
            "https://例.example/?model=a%20b#/r/x",
        ] {
            assert_eq!(read(&encode_qr(text).unwrap()), text);
        }
    }

    #[test]
    fn a_long_link_is_read_too() {
        let text = format!("https://assay.example/#/r/{}", "Ab3_".repeat(400));
        assert_eq!(read(&encode_qr(&text).unwrap()), text);
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert!(encode_qr(&"a".repeat(QR_MAX_BYTES)).is_some());
        assert_eq!(encode_qr(&"a".repeat(QR_MAX_BYTES + 1)), None);
    }
}
