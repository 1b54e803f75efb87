//! Decodes pictures and the QR codes in them.

use crate::{Error, Outcome};

/// The text of the only QR code in a PNG.
///
/// # Errors
/// If there is no code, more than one, or it cannot be read.
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
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    pixels: Vec<u8>,
    channels: usize,
}

impl Picture {
    /// Decodes a PNG with 8 bits per channel.
    ///
    /// # Errors
    /// If it is no such PNG.
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

    /// The mean of a pixel's channels, 0 (black) to 255; `None` outside of the picture.
    #[must_use]
    pub fn grey_level(&self, x: usize, y: usize) -> Option<u8> {
        let at = (y * self.width as usize + x) * self.channels;
        let colours = self.pixels.get(at..at + self.channels.min(3))?;
        let sum: u32 = colours.iter().map(|&part| u32::from(part)).sum();
        u8::try_from(sum / u32::try_from(colours.len().max(1)).ok()?).ok()
    }

    /// The colour of the first pixel; `None` if it is transparent, or not in colour.
    #[must_use]
    pub fn corner_colour(&self) -> Option<[u8; 3]> {
        match (self.channels, self.pixels.as_slice()) {
            (3, &[red, green, blue, ..]) | (4, &[red, green, blue, u8::MAX, ..]) => {
                Some([red, green, blue])
            }
            _ => None,
        }
    }

    /// The share of pixels that are darker than the grey level 128, 0 to 1.
    #[must_use]
    pub fn dark_share(&self) -> f64 {
        let (width, height) = (self.width as usize, self.height as usize);
        let all = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let dark = all.filter(|&(x, y)| self.grey_level(x, y).is_some_and(|grey| grey < 128));
        dark.count() as f64 / (width * height).max(1) as f64
    }
}
