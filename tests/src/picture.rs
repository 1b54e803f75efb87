//! QR codes, read from a picture as a phone reads them.

use crate::{Error, Outcome};

/// What the only code in a PNG says.
///
/// # Errors
/// If there is none, or more than one, or it cannot be read.
pub fn decode_qr_code(png: &[u8]) -> Outcome<String> {
    let picture = Picture::decode(png)?;
    let (width, height) = (picture.width as usize, picture.height as usize);
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        picture.grey_level(x, y).unwrap_or(u8::MAX)
    });
    match seen.detect_grids().as_slice() {
        [code] => Ok(code.decode()?.1),
        codes => Err(Error::new(format!(
            "{} codes are to be seen, not one",
            codes.len()
        ))),
    }
}

/// A decoded PNG.
#[derive(Debug)]
pub struct Picture {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    pixels: Vec<u8>,
    channels: usize,
}

impl Picture {
    /// Decodes a PNG with 8 bits a channel.
    ///
    /// # Errors
    /// If it is not one.
    pub fn decode(bytes: &[u8]) -> Outcome<Self> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info()?;
        let size = reader
            .output_buffer_size()
            .ok_or_else(|| Error::new("The picture is too large"))?;
        let mut pixels = vec![0; size];
        let info = reader.next_frame(&mut pixels)?;
        Ok(Self {
            width: info.width,
            height: info.height,
            pixels,
            channels: info.color_type.samples(),
        })
    }

    /// How light a pixel is.
    #[must_use]
    pub fn grey_level(&self, x: usize, y: usize) -> Option<u8> {
        let at = (y * self.width as usize + x) * self.channels;
        let colours = self.pixels.get(at..at + self.channels.min(3))?;
        let sum: u32 = colours.iter().map(|&part| u32::from(part)).sum();
        u8::try_from(sum / u32::try_from(colours.len().max(1)).ok()?).ok()
    }

    /// The share of pixels that are darker than a middle grey.
    #[must_use]
    pub fn dark_share(&self) -> f64 {
        let (width, height) = (self.width as usize, self.height as usize);
        let all = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let dark = all.filter(|&(x, y)| self.grey_level(x, y).is_some_and(|grey| grey < 128));
        dark.count() as f64 / (width * height).max(1) as f64
    }
}
