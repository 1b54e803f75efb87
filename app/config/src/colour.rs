//! Colours and their contrast.

/// An opaque colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// Parses `#rgb` or `#rrggbb`, the only notations allowed in a configuration.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .strip_prefix('#')?
            .chars()
            .map(|digit| u8::try_from(digit.to_digit(16)?).ok())
            .collect::<Option<_>>()?;
        match *digits.as_slice() {
            [r, g, b] => Some(Self(r * 17, g * 17, b * 17)),
            [r, s, g, h, b, c] => Some(Self(r * 16 + s, g * 16 + h, b * 16 + c)),
            _ => None,
        }
    }

    /// The colour in CSS notation.
    #[must_use]
    pub fn to_css(self) -> String {
        let Self(red, green, blue) = self;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The contrast ratio of two colours by WCAG 2.2, from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The colour between this one (`amount` 0) and `other` (`amount` 1), mixed channel by channel
    /// in sRGB. An `amount` outside 0 to 1 is limited to it.
    #[must_use]
    pub fn mix(self, other: Self, amount: f64) -> Self {
        let amount = amount.clamp(0.0, 1.0);
        let channel = |from: u8, to: u8| {
            let mixed = f64::from(from) * (1.0 - amount) + f64::from(to) * amount;
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between two channels, so from 0 to 255"
            )]
            let mixed = mixed.round() as u8;
            mixed
        };
        Self(
            channel(self.0, other.0),
            channel(self.1, other.1),
            channel(self.2, other.2),
        )
    }

    /// The relative luminance by WCAG 2.2, from 0 (black) to 1 (white).
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn black_on_white_has_the_greatest_contrast_and_a_colour_on_itself_the_least() {
        let (black, white) = (Colour(0, 0, 0), Colour(255, 255, 255));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(black) - 21.0).abs() < 1e-9);
        assert!((white.contrast(white) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_greys_of_the_wcag_examples_lie_on_either_side_of_the_limit() {
        let white = Colour(255, 255, 255);
        assert!(Colour::parse("#767676").unwrap().contrast(white) >= 4.5);
        assert!(Colour::parse("#777777").unwrap().contrast(white) < 4.5);
    }

    #[test]
    fn a_mixture_lies_between_its_colours() {
        let (one, other) = (Colour(10, 200, 255), Colour(20, 100, 0));
        assert_eq!(one.mix(other, 0.0), one);
        assert_eq!(one.mix(other, 1.0), other);
        assert_eq!(one.mix(other, 0.5), Colour(15, 150, 128));
        assert_eq!(one.mix(other, 7.0), other);
        assert_eq!(one.mix(other, -1.0), one);
    }

    #[test]
    fn only_hexadecimal_spellings_are_colours() {
        assert_eq!(Colour::parse("#fa0"), Some(Colour(0xff, 0xaa, 0)));
        assert_eq!(Colour::parse("#A97a1f").unwrap().to_css(), "#a97a1f");
        for text in [
            "",
            "#",
            "red",
            "#12345",
            "#12345678",
            "rgb(1,2,3)",
            "#ggg",
            "#数据墨",
            "fff",
        ] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
