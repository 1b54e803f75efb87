use crate::mark::Mark;
use crate::{Bar, Style};

pub(crate) fn marks(_size: (u32, u32), _bars: &[Bar], _style: &Style) -> Vec<Mark> {
    Vec::new()
}

pub(crate) fn height(_bars: &[Bar], width: u32, _style: &Style) -> u32 {
    width
}
