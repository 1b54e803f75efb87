//! Reads pages and paper size from the bytes of a PDF.

/// A PDF of Chromium, whose page objects are not compressed.
#[derive(Debug, Clone)]
pub struct Pdf(pub Vec<u8>);

/// The size of A4 in points.
const A4: (f64, f64) = (595.0, 842.0);

impl Pdf {
    /// The number of pages.
    #[must_use]
    pub fn page_count(&self) -> usize {
        let text = self.text();
        text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
    }

    /// Whether every page is upright A4.
    #[must_use]
    pub fn is_a4(&self) -> bool {
        let text = self.text();
        let mut boxes = text.split("/MediaBox [").skip(1).peekable();
        boxes.peek().is_some()
            && boxes.all(|after| is_a4(after.split(']').next().unwrap_or_default()))
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }
}

/// Whether corners such as "0 0 594.95996 841.91998" are those of A4.
fn is_a4(corners: &str) -> bool {
    let corners: Vec<f64> = corners.split_whitespace().flat_map(str::parse).collect();
    match corners.as_slice() {
        [left, bottom, right, top] => {
            (right - left - A4.0).abs() < 2.0 && (top - bottom - A4.1).abs() < 2.0
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Pdf;

    #[test]
    fn pages_and_paper_are_read_from_page_objects() {
        let page = "<</Type /Page\n/MediaBox [0 0 594.95996 841.91998]>>";
        let pdf = Pdf(format!("{page}{page}<</Type /Pages>>").into_bytes());
        assert_eq!(pdf.page_count(), 2);
        assert!(pdf.is_a4());
        assert!(!Pdf(b"/Type /Page /MediaBox [0 0 612 792]".to_vec()).is_a4());
        assert!(!Pdf(Vec::new()).is_a4());
    }
}
