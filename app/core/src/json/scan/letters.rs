//! Character classes of typical mistakes in JSON.

/// Returns the ASCII character that a full-width character or a dash replaces.
pub(super) fn plain_of_full_width(letter: char) -> Option<char> {
    const FIRST: u32 = 0xff01;
    const LAST: u32 = 0xff5e;
    const DISTANCE: u32 = 0xfee0;
    let code = u32::from(letter);
    match letter {
        '、' => Some(','),
        '。' => Some('.'),
        '【' | '〔' => Some('['),
        '】' | '〕' => Some(']'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        _ if (FIRST..=LAST).contains(&code) => char::from_u32(code.saturating_sub(DISTANCE)),
        _ => None,
    }
}

/// Returns whether a character is a typographic quotation mark.
pub(super) fn is_typographic_quote(letter: char) -> bool {
    matches!(
        letter,
        '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›' | '「'..='』' | '〝'..='〟' | '´' | '`'
            | '\u{2032}' | '\u{2033}'
    )
}

/// Returns whether a character is invisible, or a space that JSON does not allow.
pub(super) fn is_invisible(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}')
}
